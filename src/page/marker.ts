// Plans marks and draws them a batch at a time, knows which stand where, and takes back those that would move the page.
import type { Match } from '../matching/context.ts';
import { type Density, keepFirst } from '../matching/density.ts';
import { MARK, type Run } from './blocks.ts';
import { boxesOf, sameBoxes } from './boxes.ts';
import { draw, type Range } from './ink.ts';
import { Ledger, type Loss } from './ledger.ts';
import { Sections } from './sections.ts';
import type { Watcher } from './watcher.ts';

/** A word marked on the page: the ids of the entries that explain it, and the numbers of its marks in document order. */
export interface MarkedWord {
  readonly ids: readonly string[];
  readonly marks: readonly number[];
}

/** Runs drawn in one go: drawing one by one would have the browser lay out the page between any two. */
const BATCH = 20;

interface Planned {
  readonly run: Run;
  readonly ranges: readonly Range[];
}

/** A word that counts as marked in its section, or on the page. */
interface Taken {
  readonly key: string;
  readonly place: Set<string>;
}

const numberOf = (mark: Element): number => Number(mark.getAttribute('data-mark'));
const idsOf = (mark: Element): string[] => (mark.getAttribute('data-term') ?? '').split(' ');

/** The marks of one document. */
export class Marker {
  readonly #document: Document;
  readonly #watcher: Watcher;
  readonly #density: Density;
  readonly #ledger = new Ledger();
  readonly #sections = new Sections();
  /** By the number of each mark, planned or drawn. */
  readonly #taken = new Map<number, Taken>();
  readonly #takenIn = new Map<Node, Set<string>>();
  /** Blocks in which marks move something. */
  readonly #unsteady = new WeakSet<Element>();
  #planned: Planned[] = [];
  #nextNumber = 1;

  constructor(document: Document, watcher: Watcher, density: Density) {
    this.#document = document;
    this.#watcher = watcher;
    this.#density = density;
  }

  /** Plans marks for the matches in a run, as many as the density asks for. They are drawn when there are enough, or by `draw`. */
  plan(run: Run, matches: readonly Match[]): void {
    const first = run.nodes[0];
    if (first === undefined || this.#unsteady.has(run.block)) return;
    const place = this.#placeOf(first);
    const ranges = keepFirst(matches, this.#density, place).map((match) => ({
      ...match,
      number: this.#nextNumber++,
    }));
    if (ranges.length === 0) return;
    for (const { ids, number } of ranges) this.#taken.set(number, { key: ids.join(' '), place });
    this.#planned.push({ run, ranges });
    if (this.#planned.length >= BATCH) this.draw();
  }

  /** Draws what is planned. Runs that the page has changed since are left out: they will be read again. */
  draw(): void {
    if (this.#planned.length === 0) return;
    this.#watcher.unobserved(() => {
      const planned = this.#planned;
      this.#planned = [];
      const valid = planned.filter(
        ({ run: { block, nodes, text } }) =>
          block.isConnected &&
          nodes.every((node) => block.contains(node)) &&
          nodes.map(({ data }) => data).join('') === text,
      );
      for (const { ranges } of planned.filter((plan) => !valid.includes(plan)))
        this.#release(ranges.map(({ number }) => number));
      const before = new Map(valid.map(({ run: { block } }) => [block, boxesOf(block)]));
      this.#ledger.record(
        valid.map(({ run: { nodes, block }, ranges }) => ({ nodes, block, cut: () => draw(nodes, ranges) })),
      );
      const moved = [...before].filter(([block, boxes]) => !sameBoxes(boxes, boxesOf(block)));
      for (const [block] of moved) {
        this.#unsteady.add(block);
        this.#lose(this.#ledger.restoreBlock(block));
      }
    });
  }

  /** Heals what the page changed under the marks; tells what went. */
  repair(records: readonly MutationRecord[]): Loss[] {
    return this.#lose(this.#ledger.repair(records));
  }

  /** Takes the marks of a block away, drawn or planned, to read it afresh. */
  restoreBlock(block: Element): void {
    for (const { run, ranges } of this.#planned)
      if (run.block === block) this.#release(ranges.map(({ number }) => number));
    this.#planned = this.#planned.filter(({ run }) => run.block !== block);
    if (this.#ledger.has(block)) this.#watcher.unobserved(() => this.#lose(this.#ledger.restoreBlock(block)));
  }

  /** Takes all marks away, and all plans. */
  restoreAll(): void {
    this.#planned = [];
    this.#watcher.unobserved(() => this.#ledger.restoreAll());
    this.#taken.clear();
    this.#takenIn.clear();
  }

  /** The page's headings may have changed. */
  forgetSections(): void {
    this.#sections.forget();
  }

  /** Whether a mark element was drawn here and still stands. */
  owns(mark: Element): boolean {
    return this.#ledger.owns(mark);
  }

  /** How many distinct words are marked. */
  get count(): number {
    return new Set([...this.#taken.values()].map(({ key }) => key)).size;
  }

  /** The marked words in the order of their first mark. */
  words(): MarkedWord[] {
    const words = new Map<string, { ids: string[]; marks: Set<number> }>();
    for (const mark of this.#document.querySelectorAll(MARK)) {
      if (!this.owns(mark)) continue;
      const ids = idsOf(mark);
      const word = words.get(ids.join(' ')) ?? { ids, marks: new Set() };
      words.set(ids.join(' '), word);
      word.marks.add(numberOf(mark));
    }
    return [...words.values()].map(({ ids, marks }) => ({ ids, marks: [...marks] }));
  }

  /** The first element of a mark. */
  mark(number: number): HTMLElement | null {
    return this.#document.querySelector<HTMLElement>(`${MARK}[data-mark="${number}"]`);
  }

  /** The mark that comes after another, or without one the first at or below the top of the window; after the last the first. */
  markAfter(number?: number): number | null {
    const marks = [...this.#document.querySelectorAll(MARK)].filter(
      (mark) => this.owns(mark) && mark.checkVisibility({ visibilityProperty: true }),
    );
    const at =
      number === undefined
        ? marks.findIndex((mark) => mark.getBoundingClientRect().top >= 0)
        : marks.findLastIndex((mark) => numberOf(mark) === number) + 1;
    const mark = marks[at] ?? marks[0];
    return mark ? numberOf(mark) : null;
  }

  #placeOf(node: Node): Set<string> {
    const start = this.#density === 'section' ? this.#sections.of(node) : this.#document;
    let place = this.#takenIn.get(start);
    if (place === undefined) this.#takenIn.set(start, (place = new Set()));
    return place;
  }

  #lose(losses: Loss[]): Loss[] {
    for (const { numbers } of losses) this.#release(numbers);
    return losses;
  }

  /** Words whose marks went may be marked again. */
  #release(numbers: readonly number[]): void {
    for (const number of numbers) {
      const taken = this.#taken.get(number);
      if (taken && this.#taken.delete(number)) taken.place.delete(taken.key);
    }
  }
}
