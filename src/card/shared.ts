// The one card of a document, for the two scripts that may want it: that of the page and that of the context menu run in the same world.
import type { CardController } from './controller.ts';

interface World {
  bedsideCard?: CardController | undefined;
}

const world = globalThis as World;

/** The card of this document, if there is one that still works. */
export const sharedCard = (): CardController | undefined =>
  world.bedsideCard?.isCurrent ? world.bedsideCard : undefined;

/** Makes a card that of this document; the one before goes. */
export function shareCard(card: CardController): void {
  if (world.bedsideCard !== card) world.bedsideCard?.stop();
  world.bedsideCard = card;
}

/** Lets go of a card that was shared. */
export function unshareCard(card: CardController): void {
  if (world.bedsideCard === card) world.bedsideCard = undefined;
}
