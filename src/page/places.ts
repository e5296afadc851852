// Finds marks by where they stand on the page: one by its number, all in reading order, and the one next to where the reader is.
import { MARK } from './blocks.ts';
import { compareAcross, queryAcross } from './roots.ts';

/** A word marked on the page: the ids of the entries that explain it, and the numbers of its marks in document order. */
export interface MarkedWord {
  readonly ids: readonly string[];
  readonly marks: readonly number[];
}

/** Which way to go from where the reader is. */
export type Way = 'next' | 'previous';

const idsOf = (mark: Element): string[] => (mark.getAttribute('data-term') ?? '').split(' ');
const isShown = (mark: Element): boolean => mark.checkVisibility({ visibilityProperty: true });

/** The number of a mark element. */
export const numberOf = (mark: Element): number => Number(mark.getAttribute('data-mark'));

/** The marks of one document. */
export class MarkPlaces {
  readonly #document: Document;
  readonly #shadows: Iterable<ShadowRoot>;
  readonly #owns: (mark: Element) => boolean;

  /** @param owns whether a mark element is one of ours that still stands */
  constructor(document: Document, shadows: Iterable<ShadowRoot>, owns: (mark: Element) => boolean) {
    this.#document = document;
    this.#shadows = shadows;
    this.#owns = owns;
  }

  /** The elements of our marks, in the order in which they are read. */
  all(): HTMLElement[] {
    return queryAcross(this.#document, this.#shadows, MARK).filter(
      (mark): mark is HTMLElement => mark instanceof HTMLElement && this.#owns(mark),
    );
  }

  /** The marked words in the order of their first mark. */
  words(): MarkedWord[] {
    const words = new Map<string, { ids: string[]; marks: Set<number> }>();
    for (const mark of this.all()) {
      const ids = idsOf(mark);
      const word = words.get(ids.join(' ')) ?? { ids, marks: new Set() };
      words.set(ids.join(' '), word);
      word.marks.add(numberOf(mark));
    }
    return [...words.values()].map(({ ids, marks }) => ({ ids, marks: [...marks] }));
  }

  /** The elements of one mark. */
  elementsOf(number: number): HTMLElement[] {
    return queryAcross(this.#document, this.#shadows, `${MARK}[data-mark="${number}"]`).filter(
      (part): part is HTMLElement => part instanceof HTMLElement && this.#owns(part),
    );
  }

  /**
   * The mark next to a place: a mark by its number, or any node. From what is on screen alone it is, going on, the first that begins on it or below, going
   * back, the last that ends on it or above. Beyond the last comes the first, and the other way round.
   */
  beside(from: number | Node | undefined, way: Way): number | null {
    const marks = this.all().filter(isShown);
    const at = from instanceof Element && this.#owns(from) ? numberOf(from) : from;
    const found = way === 'next' ? this.#after(marks, at) : this.#before(marks, at);
    const mark = found ?? marks.at(way === 'next' ? 0 : -1);
    return mark ? numberOf(mark) : null;
  }

  #after(marks: readonly Element[], from: number | Node | undefined): Element | undefined {
    if (typeof from === 'number') {
      const at = marks.findLastIndex((mark) => numberOf(mark) === from);
      return at < 0 ? undefined : marks[at + 1];
    }
    if (from === undefined) return marks.find((mark) => mark.getBoundingClientRect().top >= 0);
    return marks.find((mark) => compareAcross(from, mark) < 0 && !mark.contains(from));
  }

  #before(marks: readonly Element[], from: number | Node | undefined): Element | undefined {
    if (typeof from === 'number') {
      const at = marks.findIndex((mark) => numberOf(mark) === from);
      return at < 1 ? undefined : marks[at - 1];
    }
    if (from === undefined)
      return marks.findLast((mark) => mark.getBoundingClientRect().bottom <= innerHeight);
    return marks.findLast((mark) => compareAcross(from, mark) > 0 && !mark.contains(from));
  }
}
