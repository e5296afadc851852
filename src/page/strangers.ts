// Deals with marks that this reader did not draw: copies the page made of ours, and the marks of another copy of the extension.
//
// They become plain text. Of two copies on one page the one that finds the other's marks takes over: it first touches each of them with an empty text, which
// no page ever puts into a mark. The other copy, if it lives, hears that and goes, with what it knows of its marks and with its card.
import { CARD, MARK } from './blocks.ts';
import type { Place, Root } from './roots.ts';
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

  /** Takes over what stands in a root before anything of ours was drawn there. Tells whether marks did: another copy that lives takes its own away in a microtask. */
  takeOver(root: Root): boolean {
    for (const card of root.querySelectorAll(CARD)) card.remove();
    const marks = root.querySelectorAll(MARK);
    this.#watcher.unobserved(() => {
      for (const mark of marks) this.#free(mark);
    });
    return marks.length > 0;
  }

  /** Whether a change is that another copy has touched a mark of ours. */
  isTouch({ target, addedNodes }: MutationRecord): boolean {
    if (!isElement(target) || !isMark(target) || !this.#owns(target) || addedNodes.length !== 1) return false;
    const [added] = addedNodes;
    return added?.nodeType === 3 && added.textContent === '';
  }

  /** Makes plain text of the strange marks in a place, itself included. */
  freeIn(place: Place): void {
    if (isElement(place) && isMark(place)) this.#free(place);
    else for (const mark of place.querySelectorAll(MARK)) this.#free(mark);
  }

  #free(mark: Element): void {
    const parent = mark.parentNode;
    if (parent === null || this.#owns(mark)) return;
    const touch = new Text('');
    mark.append(touch);
    touch.remove();
    mark.replaceWith(...mark.childNodes);
    this.#onFreed(parent);
  }
}
