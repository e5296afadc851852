// Plans marks and draws them a batch at a time, knows which stand where, and takes back those that would move the page.
import type { Match } from '../matching/context.ts';
import { type Density, keepFirst } from '../matching/density.ts';
import { MARK, type Run } from './blocks.ts';
import { draw } from './ink.ts';
import { Ledger, type Loss } from './ledger.ts';
import { type Place, queryAcross, type Root } from './roots.ts';
import { Sections } from './sections.ts';
import { type Drawing, isUnsteady, Stillness } from './stillness.ts';
import { MarkStyle } from './style.ts';
import type { Watcher } from './watcher.ts';

/** A word marked on the page: the ids of the entries that explain it, and the numbers of its marks in document order. */
export interface MarkedWord {
  readonly ids: readonly string[];
  readonly marks: readonly number[];
}

/** Marks drawn in one go, at least and at most: drawing one by one would have the browser lay out the page between any two, many at once would hold it up. */
const BATCH = { least: 16, most: 256 };
/** Each batch costs a layout, the longer the page the more: one batch has no less than this share of the marks there are, up to so many. */
const SHARE = { of: 1 / 64, most: 64 };
/** How long a batch should take, in ms, give or take a half: a task may last 50, on a slow machine too. */
const BATCH_LASTS = 30;

/** Marks to be drawn, and the text they were planned for. */
interface Planned extends Drawing {
  readonly text: string;
}

/** A word that counts as marked in its section, or on the page. */
interface Taken {
  readonly key: string;
  readonly section: Set<string>;
}

const numberOf = (mark: Element): number => Number(mark.getAttribute('data-mark'));
const idsOf = (mark: Element): string[] => (mark.getAttribute('data-term') ?? '').split(' ');

/** The marks of one document. */
export class Marker {
  readonly #document: Document;
  readonly #watcher: Watcher;
  readonly #density: Density;
  readonly #shadows: Iterable<ShadowRoot>;
  readonly #onDraw: () => void;
  readonly #ledger = new Ledger();
  readonly #style = new MarkStyle();
  readonly #sections = new Sections();
  /** By the number of each mark, planned or drawn. */
  readonly #taken = new Map<number, Taken>();
  readonly #takenIn = new Map<Node, Set<string>>();
  /** Blocks in which marks move something, as they were read last. */
  readonly #unsteady = new WeakSet<Place>();
  #planned: Planned[] = [];
  /** How many marks are drawn in one go: as many as this page and machine draw in time. */
  #batch = BATCH.least;
  #nextNumber = 1;

  /**
   * @param shadows the shadow trees that are read, those to come included
   * @param onDraw called before marks are drawn
   */
  constructor(
    document: Document,
    shadows: Iterable<ShadowRoot>,
    watcher: Watcher,
    density: Density,
    onDraw: () => void,
  ) {
    this.#onDraw = onDraw;
    this.#document = document;
    this.#shadows = shadows;
    this.#watcher = watcher;
    this.#density = density;
  }

  /** Plans marks for the matches in a run, as many as the density asks for. They are drawn by `draw`. */
  plan(run: Run, matches: readonly Match[]): void {
    const first = run.nodes[0];
    if (first === undefined || this.#unsteady.has(run.block) || isUnsteady(run.block)) return;
    const section = this.#sectionOf(first);
    const ranges = keepFirst(matches, this.#density, section).map((match) => ({
      ...match,
      number: this.#nextNumber++,
    }));
    if (ranges.length === 0) return;
    for (const { ids, number } of ranges) this.#taken.set(number, { key: ids.join(' '), section });
    this.#planned.push({ ...run, ranges });
  }

  get #least(): number {
    return Math.max(BATCH.least, Math.min(this.#taken.size * SHARE.of, SHARE.most));
  }

  /** Whether so much is planned that it should be drawn. */
  get isFull(): boolean {
    return this.#planned.reduce((marks, { ranges }) => marks + ranges.length, 0) >= this.#batch;
  }

  /** Draws what is planned, and learns how much can be drawn at once. Runs that the page has changed since are left out: they will be read again. */
  draw(): void {
    if (this.#planned.length === 0) return;
    const began = performance.now();
    this.#drawPlanned();
    const lasted = performance.now() - began;
    if (lasted > 1.5 * BATCH_LASTS) this.#batch = Math.max(this.#batch / 2, this.#least);
    else if (lasted < 0.5 * BATCH_LASTS) this.#batch = Math.min(2 * this.#batch, BATCH.most);
  }

  #drawPlanned(): void {
    this.#watcher.unobserved(() => {
      this.#onDraw();
      const planned = this.#planned;
      this.#planned = [];
      const isValid = ({ block, nodes, text }: Planned): boolean =>
        block.isConnected &&
        nodes.every((node) => block.contains(node)) &&
        nodes.map(({ data }) => data).join('') === text;
      const valid = planned.filter(isValid);
      this.#releaseAll(planned.filter((plan) => !valid.includes(plan)));
      const moved = this.#try(valid);
      // One block that moves may have moved others: each is tried by itself.
      for (const block of moved) {
        const alone = valid.filter((plan) => plan.block === block);
        if (moved.size > 1 && this.#try(alone).size === 0) continue;
        this.#unsteady.add(block);
        this.#releaseAll(alone);
      }
    });
  }

  /** Draws, and takes back the blocks in which that moved something; tells which. */
  #try(drawings: readonly Drawing[]): Set<Place> {
    for (const root of new Set(drawings.map(({ block }) => block.getRootNode())))
      this.#style.adoptIn(root as Root);
    const stillness = new Stillness(this.#document, drawings, (element) => this.owns(element));
    const marks: Element[] = [];
    this.#ledger.record(
      drawings.map(({ nodes, block, ranges }) => ({
        nodes,
        block,
        cut: () => marks.push(...draw(nodes, ranges)),
      })),
    );
    const moved = stillness.moved(marks);
    for (const block of moved) this.#ledger.restoreBlock(block);
    return moved;
  }

  /** Heals what the page changed under the marks; tells what went. */
  repair(records: readonly MutationRecord[]): Loss[] {
    return this.#lose(this.#ledger.repair(records));
  }

  /** Takes the marks away that `isMeant` says, asked of each piece of a marked text; tells what went. */
  restoreWhere(isMeant: (piece: Node) => boolean): Loss[] {
    return this.#watcher.unobserved(() => this.#lose(this.#ledger.restoreWhere(isMeant)));
  }

  /** Whether a block has marks. */
  has(block: Place): boolean {
    return this.#ledger.has(block);
  }

  /** Takes the marks of a block away, drawn or planned, to read it afresh. */
  restoreBlock(block: Place): void {
    this.#releaseAll(this.#planned.filter((plan) => plan.block === block));
    this.#planned = this.#planned.filter((plan) => plan.block !== block);
    this.#unsteady.delete(block);
    if (this.#ledger.has(block)) this.#watcher.unobserved(() => this.#lose(this.#ledger.restoreBlock(block)));
  }

  /** Takes all marks away, and all plans. */
  restoreAll(): void {
    this.#planned = [];
    this.#watcher.unobserved(() => {
      this.#ledger.restoreAll();
      this.#style.release();
    });
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
    for (const mark of this.#marks()) {
      const ids = idsOf(mark);
      const word = words.get(ids.join(' ')) ?? { ids, marks: new Set() };
      words.set(ids.join(' '), word);
      word.marks.add(numberOf(mark));
    }
    return [...words.values()].map(({ ids, marks }) => ({ ids, marks: [...marks] }));
  }

  /** The first element of a mark. */
  mark(number: number): HTMLElement | null {
    const parts = queryAcross(this.#document, this.#shadows, `${MARK}[data-mark="${number}"]`);
    return (
      (parts.find((part) => part instanceof HTMLElement && this.owns(part)) as HTMLElement | null) ?? null
    );
  }

  /** The mark that comes after another, or without one the first at or below the top of the window; after the last the first. */
  markAfter(number?: number): number | null {
    const marks = this.#marks().filter((mark) => mark.checkVisibility({ visibilityProperty: true }));
    const at =
      number === undefined
        ? marks.findIndex((mark) => mark.getBoundingClientRect().top >= 0)
        : marks.findLastIndex((mark) => numberOf(mark) === number) + 1;
    const mark = marks[at] ?? marks[0];
    return mark ? numberOf(mark) : null;
  }

  /** The elements of our marks, in the order in which they are read. */
  #marks(): Element[] {
    return queryAcross(this.#document, this.#shadows, MARK).filter((mark) => this.owns(mark));
  }

  /** The words marked so far where a node counts: in its section, or on the page. */
  #sectionOf(node: Node): Set<string> {
    const start = this.#density === 'section' ? this.#sections.of(node) : this.#document;
    let section = this.#takenIn.get(start);
    if (section === undefined) this.#takenIn.set(start, (section = new Set()));
    return section;
  }

  #lose(losses: Loss[]): Loss[] {
    for (const { numbers } of losses) this.#release(numbers);
    return losses;
  }

  #releaseAll(drawings: readonly Drawing[]): void {
    for (const { ranges } of drawings) this.#release(ranges.map(({ number }) => number));
  }

  /** Words whose marks went may be marked again. */
  #release(numbers: readonly number[]): void {
    for (const number of numbers) {
      const taken = this.#taken.get(number);
      if (taken && this.#taken.delete(number)) taken.section.delete(taken.key);
    }
  }
}
