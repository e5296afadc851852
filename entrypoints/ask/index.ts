// What the context menu runs in a page: opens the card beside the text that is selected. It takes the page's card where there is one.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { browser } from '../../src/browser.ts';
import { anchorAtSelection } from '../../src/card/anchor.ts';
import { CardController } from '../../src/card/controller.ts';
import { shareCard, sharedCard } from '../../src/card/shared.ts';
import { wiring } from '../../src/card/wiring.ts';
import { askAnswer } from '../../src/messages.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { loadSettings } from '../../src/settings/store.ts';

/** A card for pages that are not marked: it opens for nothing else. */
function makeCard(preferences: Settings): CardController {
  const card: CardController = new CardController(document, {
    ...wiring(),
    preferences: () => preferences,
    mark: () => null,
    owns: () => false,
    isCurrent: () => browser.runtime?.id !== undefined,
    onOrphaned: () => card.stop(),
    onClosed: () => undefined,
  });
  shareCard(card);
  return card;
}

export default defineUnlistedScript(async () => {
  const card = sharedCard() ?? makeCard(await loadSettings());
  card.ask(anchorAtSelection(document), async () => (await askAnswer()) ?? { kind: 'unclear' });
});
