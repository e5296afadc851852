// What the context menu runs in a page: opens the card beside the text that is selected. It takes the page's card where there is one.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { browser } from '../../src/browser.ts';
import { anchorAtSelection } from '../../src/card/anchor.ts';
import { CardController } from '../../src/card/controller.ts';
import { shareCard, sharedCard } from '../../src/card/shared.ts';
import { askAnswer, askExplanation, askToReadOn, askToSearchOn } from '../../src/messages.ts';

/** A card for pages that are not marked: it opens for nothing else. */
function makeCard(): CardController {
  const card: CardController = new CardController(document, {
    explain: askExplanation,
    readOn: ({ id }, site) => void askToReadOn(id, site),
    search: (text, site) => void askToSearchOn(text, site),
    mark: () => null,
    owns: () => false,
    isCurrent: () => browser.runtime?.id !== undefined,
    onOrphaned: () => card.stop(),
    onClosed: () => undefined,
  });
  shareCard(card);
  return card;
}

export default defineUnlistedScript(() => {
  const card = sharedCard() ?? makeCard();
  card.ask(anchorAtSelection(document), async () => (await askAnswer()) ?? { kind: 'unclear' });
});
