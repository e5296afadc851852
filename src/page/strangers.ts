// Deals with marks that this reader did not draw: copies the page made of ours, and the marks of another copy of the extension.
//
// Of two copies on one page the one that finds the other's marks takes over. It touches one of them: an empty text in a mark, which no page ever puts there. The
// other copy, if it lives, hears that and goes, with its marks and its card; what is left then was left by one that is dead, or by the page, and becomes plain text.
import { CARD, MARK } from './blocks.ts';
import type { Root } from './roots.ts';
import type { Watcher } from './watcher.ts';

const isElement = (node: Node): node is Element => node.nodeType === 1;
const isMark = (element: Element): boolean => element.localName === MARK;

/** The marks in one page that are not the reader's own. */
export class Strangers {
  readonly #watcher: Watcher;
  readonly #owns: (mark: Element) => boolean;
  readonly #onFreed: (parent: Node) => void;

  /** @param onFreed called for each place in which a strange mark became plain text */
  constructor(watcher: Watcher, owns: (mark: Element) => boolean, onFreed: (parent: Node) => void) {
    this.#watcher = watcher;
    this.#owns = owns;
    this.#onFreed = onFreed;
  }

  /** Takes over what stands in a root before anything of ours was drawn there. */
  takeOver(root: Root): void {
    for (const card of root.querySelectorAll(CARD)) card.remove();
    this.#touch([...root.querySelectorAll(MARK)]);
  }

  /** Whether another copy has touched a mark of ours. */
  haveTouched(records: readonly MutationRecord[]): boolean {
    return records.some(
      ({ target, addedNodes: [added, ...more] }) =>
        isElement(target) &&
        this.#owns(target) &&
        isMark(target) &&
        added?.nodeType === 3 &&
        added.textContent === '' &&
        more.length === 0,
    );
  }

  /** Makes plain text of the strange marks among what the page has added. */
  free(records: readonly MutationRecord[]): void {
    const drawn: Element[] = [];
    for (const { addedNodes } of records)
      for (const node of addedNodes) {
        if (!isElement(node) || !node.isConnected) continue;
        // A mark that comes alone may have been drawn just now by another copy; one that comes with what is round it is a copy.
        if (isMark(node)) drawn.push(node);
        else for (const mark of node.querySelectorAll(MARK)) this.#free(mark);
      }
    this.#touch(drawn.filter((mark) => !this.#owns(mark)));
  }

  #touch(marks: readonly Element[]): void {
    const [first] = marks;
    if (first === undefined) return;
    this.#watcher.unobserved(() => first.append(''));
    // Another copy hears of the touch before this is run.
    queueMicrotask(() =>
      this.#watcher.unobserved(() => {
        for (const mark of marks) this.#free(mark);
      }),
    );
  }

  #free(mark: Element): void {
    const parent = mark.parentNode;
    if (parent === null || this.#owns(mark)) return;
    mark.replaceWith(...mark.childNodes);
    this.#onFreed(parent);
  }
}
