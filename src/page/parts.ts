// Judges each article, post or comment of a page by itself: a health story among others is read on a page that is not about health, and what strays from the
// subject is left alone on one that is.
import { createGate, type Gate } from '../matching/gate.ts';
import type { FormIndex } from '../matching/index.ts';
import type { Candidate } from '../matching/match.ts';
import { closestAcross, elementOf, type Place } from './roots.ts';

/** Articles, posts, comments and the items of feeds, as a selector. */
export const PARTS =
  'article, [role="article"], [role="feed"] > *, [role="comment"], [itemtype$="/Comment"], [itemtype$="/Question"], [itemtype$="/Answer"], [itemtype$="Posting"]';

const partOf = (block: Place): Element | null => closestAcross(elementOf(block), PARTS);

/** The parts of one page, once the page was judged. */
export class Parts {
  readonly #index: FormIndex;
  readonly #textsIn: (part: Element) => Iterable<readonly [block: Place, text: string]>;
  readonly #onOpened: (part: Element) => void;
  /** Of parts that are being read together with the page. */
  readonly #gates = new Map<Element, Gate>();
  readonly #open = new WeakSet<Element>();
  readonly #closed = new WeakSet<Element>();
  /** Closed ones that have not changed since they were judged. */
  #unchanged = new WeakSet<Element>();
  #pageIsOpen = false;

  /**
   * @param textsIn the texts in a part, with the blocks they are in, in document order
   * @param onOpened called for a part that was closed and has turned to health
   */
  constructor(
    index: FormIndex,
    textsIn: (part: Element) => Iterable<readonly [block: Place, text: string]>,
    onOpened: (part: Element) => void,
  ) {
    this.#index = index;
    this.#textsIn = textsIn;
    this.#onOpened = onOpened;
  }

  /** Takes in a text of the page and the forms found in it, while it is judged. */
  read(block: Place, text: string, candidates: readonly Candidate[]): void {
    const part = partOf(block);
    if (part === null) return;
    let gate = this.#gates.get(part);
    if (gate === undefined) this.#gates.set(part, (gate = createGate(this.#index, 'part')));
    gate.read(text, candidates);
  }

  /**
   * Ends the judging.
   * @param pageIsOpen whether the page as a whole is about health
   * @param last the block at which reading stopped, if it did: the parts it is in are not known yet
   * @returns whether anything of the page is
   */
  settle(pageIsOpen: boolean, last?: Place): boolean {
    this.#pageIsOpen = pageIsOpen;
    let isOpen = pageIsOpen;
    for (const [part, gate] of this.#gates) {
      if (last && part.contains(elementOf(last))) continue;
      if (this.#judged(part, gate)) isOpen = true;
    }
    this.#gates.clear();
    return isOpen;
  }

  /** Whether a block is in a part that is about health, or in none on a page that is. */
  isOpen(block: Place): boolean {
    const part = partOf(block);
    if (part === null) return this.#pageIsOpen;
    if (this.#open.has(part)) return true;
    if (this.#unchanged.has(part)) return false;
    const gate = createGate(this.#index, 'part');
    for (const [place, text] of this.#textsIn(part)) {
      if (partOf(place) === part) gate.read(text);
      if (gate.full) break;
    }
    const isOpen = this.#judged(part, gate);
    if (isOpen && this.#closed.delete(part)) this.#onOpened(part);
    return isOpen;
  }

  /** Something may have changed in parts that are closed: each is judged again when a block in it is to be read. */
  forgetClosed(): void {
    this.#unchanged = new WeakSet();
  }

  #judged(part: Element, gate: Gate): boolean {
    const isOpen = gate.isPartOpen(this.#pageIsOpen);
    if (isOpen) this.#open.add(part);
    else {
      this.#closed.add(part);
      this.#unchanged.add(part);
    }
    return isOpen;
  }
}
