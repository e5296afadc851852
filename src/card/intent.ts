// Turns what the reader does on the page - pointer, touch, keys, scrolling - into card events. One set of listeners on the document, none on marks; nothing
// the page does with the same events is prevented or stopped.
import { MARK } from '../page/blocks.ts';
import type { CardEvent, CardState, Word } from './state.ts';

/** What is around a word that does something when pressed: there a press is the page's, and only hovering opens the card. */
const INTERACTIVE = [
  'a[href], button, summary, label, select, option, [onclick], [draggable="true"]',
  ...['button', 'link', 'tab', 'option', 'menuitem', 'checkbox', 'radio', 'switch', 'treeitem'].map(
    (role) => `[role="${role}"]`,
  ),
].join(', ');

const markOf = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest(MARK) : null;

/** The word that a mark element stands for. */
export const wordOf = (mark: Element): Word => ({
  mark: Number(mark.getAttribute('data-mark')),
  ids: (mark.getAttribute('data-term') ?? '').split(' '),
});

/**
 * Listens on a document until `signal` aborts.
 * @param host the card's host, once it is there: events inside the closed card have it as their target
 */
export function listen(
  document: Document,
  {
    send,
    state,
    host,
    signal,
  }: {
    send: (event: CardEvent) => void;
    state: () => CardState;
    host: () => Element | null;
    signal: AbortSignal;
  },
): void {
  const inCard = (event: Event): boolean => host() !== null && event.target === host();
  const on = <Name extends keyof DocumentEventMap>(
    name: Name,
    hear: (event: DocumentEventMap[Name]) => void,
  ): void => {
    document.addEventListener(name, (event) => event.isTrusted && hear(event), {
      signal,
      passive: true,
      capture: true,
    });
  };

  on('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const mark = markOf(event.target);
    if (inCard(event)) send({ type: 'enter-card' });
    else if (mark) send({ type: 'point-at', word: wordOf(mark) });
    else if (state().kind !== 'closed') send({ type: 'point-away' });
  });
  document.documentElement.addEventListener(
    'pointerleave',
    (event) => event.isTrusted && state().kind !== 'closed' && send({ type: 'point-away' }),
    { signal, passive: true },
  );
  on('click', (event) => {
    if (inCard(event)) return;
    const mark = markOf(event.target);
    const selecting = document.getSelection()?.isCollapsed === false;
    if (mark && !mark.closest(INTERACTIVE) && !selecting && event.button === 0)
      send({ type: 'press', word: wordOf(mark) });
    else if (!mark && state().kind === 'open') send({ type: 'close' });
  });
  on('keydown', (event) => {
    if (event.key === 'Escape' && state().kind !== 'closed') send({ type: 'close' });
  });
  on('focusin', (event) => {
    if (inCard(event)) send({ type: 'enter-card' });
  });
}
