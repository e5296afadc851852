// Real marks and real cards on a page of the extension, where content scripts do not run: the marks stand in the page's own text.
import { CardController } from '../card/controller.ts';
import { provideDrawings } from '../card/drawing-source.ts';
import { wiring } from '../card/wiring.ts';
import { askDrawing } from '../messages.ts';
import { MARK } from '../page/blocks.ts';
import { MarkStyle } from '../page/style.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * Gives the marks of this document their look and their cards.
 * @param settings those that stand at the time
 * @returns what has the marks look as chosen; to be called when settings have changed
 */
export function serveSample(settings: () => Settings): () => void {
  const look = () => ({ style: settings().markStyle, color: settings().markColor });
  const style = new MarkStyle(look());
  style.adoptIn(document);
  provideDrawings(askDrawing);
  new CardController(document, {
    ...wiring(),
    preferences: settings,
    mark: (number) => document.querySelector<HTMLElement>(`${MARK}[data-mark="${number}"]`),
    owns: () => true,
    isCurrent: () => true,
    onOrphaned: () => undefined,
    onClosed: () => undefined,
  });
  return () => style.wear(look());
}
