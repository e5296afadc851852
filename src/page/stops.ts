// Marks that can be reached by Tab and are told to screen readers, for readers who asked for it; all others are silent. Where a word stands in something that
// is pressed itself - a link, a button - it is left as it is: nothing that is pressed may stand in another.
import { INTERACTIVE } from './blocks.ts';
import { numberOf } from './places.ts';
import { closestAcross } from './roots.ts';

const ATTRIBUTES = ['tabindex', 'role', 'aria-haspopup', 'aria-label'] as const;

/** Makes a tab stop of each mark; of one that is in several pieces, of the first, which says it all. */
export function setStops(marks: readonly Element[]): void {
  for (const pieces of Map.groupBy(marks, numberOf).values()) {
    const [first] = pieces;
    if (first === undefined || closestAcross(first, INTERACTIVE)) continue;
    first.setAttribute('tabindex', '0');
    first.setAttribute('role', 'button');
    first.setAttribute('aria-haspopup', 'dialog');
    if (pieces.length > 1)
      first.setAttribute('aria-label', pieces.map(({ textContent }) => textContent).join(''));
  }
}

/** Makes marks silent again. */
export function removeStops(marks: readonly Element[]): void {
  for (const mark of marks) for (const name of ATTRIBUTES) mark.removeAttribute(name);
}

/** Whether a mark is a tab stop. */
const isStop = (mark: Element): boolean => mark.hasAttribute('tabindex');

/**
 * Listens for Enter and Space on marks that are tab stops, in a document or a shadow tree, until `signal` aborts. Space would scroll the page, and does not there.
 * @param owns whether a mark is one of ours
 */
export function listenAtStops(
  root: Document | ShadowRoot,
  owns: (mark: Element) => boolean,
  onPress: (mark: Element) => void,
  signal: AbortSignal,
): void {
  root.addEventListener(
    'keydown',
    (event) => {
      if (!(event instanceof KeyboardEvent) || !event.isTrusted || !(event.target instanceof Element)) return;
      const { key, target, ctrlKey, altKey, metaKey, shiftKey } = event;
      if ((key !== 'Enter' && key !== ' ') || ctrlKey || altKey || metaKey || shiftKey) return;
      if (!isStop(target) || !owns(target)) return;
      event.preventDefault();
      onPress(target);
    },
    { signal, capture: true },
  );
}
