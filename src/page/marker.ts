// Plans marks and draws them a batch at a time, knows which stand where, and takes back those that would move the page.
import type { Match } from '../matching/context.ts';
import { type Density, keepFirst } from '../matching/density.ts';
import type { Run } from './blocks.ts';
import { type Choices, isWanted, type Meaning } from './choices.ts';
import { draw } from './ink.ts';
import { Ledger, type Loss } from './ledger.ts';
import { MarkPlaces, numberOf } from './places.ts';
import type { Place, Root } from './roots.ts';
import { Sections } from './sections.ts';
import { type Drawing, isUnsteady, Stillness } from './stillness.ts';
import { removeStops, setStops } from './stops.ts';
import { MarkStyle } from './style.ts';
import type { Watcher } from './watcher.ts';

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
  readonly meaning: Meaning;
  readonly section: Set<string>;
}

/** The marks of one document. */
export class Marker {
  readonly #document: Document;
  readonly #watcher: Watcher;
  readonly #density: Density;
  readonly #onDraw: () => void;
  readonly #ledger = new Ledger();
  readonly #style: MarkStyle;
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
  #choices: Choices;
  /** The marks of this document. */
  readonly places: MarkPlaces;

  /**
   * @param shadows the shadow trees that are read, those to come included
   * @param onDraw called before marks are drawn
   */
  constructor(
    document: Document,
    shadows: Iterable<ShadowRoot>,
    watcher: Watcher,
    density: Density,
    choices: Choices,
    onDraw: () => void,
  ) {
    this.#onDraw = onDraw;
    this.#document = document;
    this.#choices = choices;
    this.#style = new MarkStyle(choices.look);
    this.places = new MarkPlaces(document, shadows, (mark) => this.owns(mark));
    this.#watcher = watcher;
    this.#density = density;
  }

  /** Plans marks for the matches in a run, as many as the density asks for. They are drawn by `draw`. */
  plan(run: Run, matches: readonly Match[]): void {
    const first = run.nodes[0];
    if (first === undefined || this.#unsteady.has(run.block) || isUnsteady(run.block)) return;
    const section = this.#sectionOf(first);
    const wanted = matches.filter((match) => isWanted(this.#choices, match));
    const ranges = keepFirst(wanted, this.#density, section).map((match) => ({
      ...match,
      number: this.#nextNumber++,
    }));
    if (ranges.length === 0) return;
    for (const { number, ...meaning } of ranges)
      this.#taken.set(number, { key: meaning.ids.join(' '), meaning, section });
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
    if (this.#choices.tabStops) setStops(marks.filter((mark) => this.owns(mark)));
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

  /**
   * Takes over what the reader chose anew, on the marks that stand too: those of words that are not wanted any more go, all others stay as they are. Words that
   * are wanted again have to be read again.
   * @param but the number of a mark that stays all the same
   */
  choose(choices: Choices, but?: number): void {
    const before = this.#choices;
    this.#choices = choices;
    if (choices.look !== before.look) this.#style.wear(choices.look);
    this.#watcher.unobserved(() => {
      const unwanted = new Set<number>();
      for (const [number, { meaning }] of this.#taken)
        if (number !== but && !isWanted(choices, meaning)) unwanted.add(number);
      if (unwanted.size > 0) {
        this.#planned = this.#planned.map((plan) => ({
          ...plan,
          ranges: plan.ranges.filter(({ number }) => !unwanted.has(number)),
        }));
        this.#ledger.unwrap((mark) => unwanted.has(numberOf(mark)));
        this.#release([...unwanted]);
      }
      if (choices.tabStops) setStops(this.places.all());
      else if (before.tabStops) removeStops(this.places.all());
    });
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
