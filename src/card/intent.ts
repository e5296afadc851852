// Turns what the reader does on the page - pointer, touch, keys, scrolling - into card events. One set of listeners on each root, none on marks; nothing the
// page does with the same events is prevented or stopped.
//
// The pointer passes through marks, so an event's target is the element round the mark under the pointer: the mark is found among its children.
import { INTERACTIVE, MARK } from '../page/blocks.ts';
import type { CardEvent, CardState, Word } from './state.ts';

/** What `listen` needs of the card. */
export interface Listener {
  readonly send: (event: CardEvent) => void;
  readonly state: () => CardState;
  /** The card's host, once it is there: events inside the closed card have it as their target. */
  readonly host: () => Element | null;
  /** Whether an element is a mark of ours, not one that the page made up. */
  readonly owns: (mark: Element) => boolean;
  /** Whether an element is the host of a shadow tree that is listened to itself. */
  readonly isHeard: (host: Element) => boolean;
  readonly signal: AbortSignal;
}

/** The word that a mark element stands for. */
export const wordOf = (mark: Element): Word => ({
  mark: Number(mark.getAttribute('data-mark')),
  ids: (mark.getAttribute('data-term') ?? '').split(' '),
});

const holds = (mark: Element, { clientX, clientY }: MouseEvent): boolean =>
  [...mark.getClientRects()].some(
    ({ left, right, top, bottom }) =>
      left <= clientX && clientX <= right && top <= clientY && clientY <= bottom,
  );

/** Whether a press on the mark is the page's, or that of a page around its shadow tree. */
function isPagesOwn(mark: Element): boolean {
  for (let at: Element | null = mark; at; ) {
    if (at.closest(INTERACTIVE)) return true;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return false;
}

/** Listens on a document or a shadow tree until `signal` aborts. */
export function listen(
  root: Document | ShadowRoot,
  { send, state, host, owns, isHeard, signal }: Listener,
): void {
  const inCard = ({ target }: Event): boolean => host() !== null && target === host();
  const markUnder = (event: MouseEvent): Element | null => {
    const { target } = event;
    if (!(target instanceof Element)) return null;
    // Text put into a slot stands in the element that has the slot's tree.
    const around = target instanceof HTMLSlotElement ? target.assignedElements() : target.children;
    for (const child of around)
      if (child.localName === MARK && holds(child, event) && owns(child)) return child;
    return null;
  };
  /** Whether the event comes out of a shadow tree whose own listeners know more. */
  const isFromInside = ({ target }: Event): boolean =>
    target instanceof Element && target !== host() && isHeard(target);
  const on = <Name extends keyof DocumentEventMap>(
    name: Name,
    hear: (event: DocumentEventMap[Name]) => void,
  ): void => {
    const heard = (event: Event): void => {
      if (event.isTrusted && !isFromInside(event)) hear(event as DocumentEventMap[Name]);
    };
    root.addEventListener(name, heard, { signal, passive: true, capture: true });
  };

  on('pointermove', (event) => {
    if (event.pointerType === 'touch') return;
    if (inCard(event)) {
      send({ type: 'enter-card' });
      return;
    }
    const mark = markUnder(event);
    if (mark) send({ type: 'point-at', word: wordOf(mark) });
    else if (state().kind !== 'closed') send({ type: 'point-away' });
  });
  on('click', (event) => {
    if (inCard(event)) return;
    const mark = markUnder(event);
    const selecting = mark?.ownerDocument.getSelection()?.isCollapsed === false;
    if (mark && !isPagesOwn(mark) && !selecting && event.button === 0)
      send({ type: 'press', word: wordOf(mark) });
    else if (!mark && state().kind === 'open') send({ type: 'close' });
  });
  on('focusin', (event) => {
    if (inCard(event)) send({ type: 'enter-card' });
  });
  if (!(root instanceof Document)) return;
  on('keydown', (event) => {
    if (event.key === 'Escape' && state().kind !== 'closed') send({ type: 'close' });
  });
  root.documentElement.addEventListener(
    'pointerleave',
    (event) => event.isTrusted && state().kind !== 'closed' && send({ type: 'point-away' }),
    { signal, passive: true },
  );
}
