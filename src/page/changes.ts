// Gathers what the page changed until it is to be read again: a quiet place at once, a busy one when it rests, one that fights marks no more.
import { blockOf, blocksIn, isInline, isUntouched, type Layout } from './blocks.ts';
import type { Loss } from './ledger.ts';
import { elementOf, hostOf, isInBody, isShadowRoot, type Place } from './roots.ts';
import { Storms } from './storms.ts';
import type { Watcher } from './watcher.ts';

/** How long a place that keeps changing has to rest before it is read, in ms. */
const REST = 500;
/** A place that never rests is read all the same after this long, in ms; text that is being written is not. */
const PATIENCE = 2000;
/** Marks that the page takes away sooner than this after they were drawn are fought, in ms. */
const FOUGHT_WITHIN = 1000;
/** Marks that stood longer count for part of a round, for the page may have had other reasons. */
const LATE_ROUND = 0.25;
/** Marks that stood longer than this make up for those that were fought before, in ms. */
const ACCEPTED_AFTER = 10_000;
/** After so many rounds of a fight a place is left alone. Each round doubles the rest it has to take. */
const ROUNDS = 4;
/** After so many such places the whole page is left alone. */
const PLACES = 10;

/** What is known of a place whose children or text the page has changed. */
interface History {
  /** When it changed last, as performance.now(). */
  last: number;
  /** How often in a row marks there were taken away soon after they were drawn. */
  rounds: number;
}

/** What has changed in a place and was not read yet. */
interface Pending {
  /** When the first of it changed. */
  readonly since: number;
  /** Whether nothing had changed there for a while before. */
  readonly quiet: boolean;
  readonly added: Set<Element>;
  /** What something came or went beside: where that stands in a line, a phrase may have been joined or parted. */
  readonly beside: Set<Element>;
  /** Blocks that lost marks by it. */
  readonly blocks: Set<Place>;
  /** It changes again and again: everything in it is to be read, as far as it is not marked. */
  busy: boolean;
  /** The place's own lines have changed. */
  lines: boolean;
  /** Text was written - a counter, an answer that streams in: left alone until it rests, for who writes on may write what it has read. */
  written: boolean;
}

const isElement = (node: Node): node is Element => node.nodeType === 1;
const isPlace = (node: Node): node is Place => isElement(node) || isShadowRoot(node);

/** The changes of one document that have not been read yet. */
export class Changes {
  readonly #layout: Layout;
  readonly #isMarked: (block: Place) => boolean;
  readonly #onRested: () => void;
  readonly #storms: Storms;
  #histories = new WeakMap<Place, History>();
  readonly #pending = new Map<Place, Pending>();
  readonly #shown = new Set<Element>();
  #leftAlone = 0;
  #settled = false;
  /** When the next place will have rested. */
  #nextDue = Number.POSITIVE_INFINITY;
  #timer: number | undefined;

  /**
   * @param isMarked whether a block has marks already
   * @param onRested called when a busy place has rested and is to be read
   */
  constructor(layout: Layout, watcher: Watcher, isMarked: (block: Place) => boolean, onRested: () => void) {
    this.#layout = layout;
    this.#isMarked = isMarked;
    this.#onRested = onRested;
    this.#storms = new Storms(watcher, (places) => this.#calm(places));
  }

  /** Whether there is something to read now. */
  get waiting(): boolean {
    return this.#shown.size > 0 || (this.#pending.size > 0 && this.#nextDue <= performance.now());
  }

  /** Notes what the page changed, and which marks went with it. Cheap: nothing is asked of the layout here. */
  note(records: readonly MutationRecord[], losses: readonly Loss[]): void {
    const now = performance.now();
    if (losses.length > 0) this.#noteLosses(losses, records, now);
    for (const { type, target, addedNodes, previousSibling, nextSibling } of records) {
      const place = type === 'childList' ? target : target.parentNode;
      if (place === null || !isPlace(place)) continue;
      this.#storms.note(place, now);
      const pending = this.#change(place, now);
      if (pending === null) continue;
      if (type === 'characterData') pending.written = true;
      if (pending.busy) continue;
      for (const node of addedNodes) {
        if (isElement(node)) pending.added.add(node);
        else pending.lines = true;
      }
      for (const sibling of [previousSibling, nextSibling]) {
        if (sibling && isElement(sibling)) pending.beside.add(sibling);
        else if (sibling) pending.lines = true;
      }
      this.#expect(this.#dueAt(place, pending));
    }
  }

  /** Marks may come to stand anywhere now: every change counts. */
  expectMarks(): void {
    this.#storms.end();
  }

  /** Notes that everything in an element is to be read as far as it is not marked yet, because it is shown only now. */
  noteShown(element: Element): void {
    this.#shown.add(element);
  }

  /** Notes that the lines of a block are to be read again. */
  noteLines(block: Node): void {
    if (!isPlace(block)) return;
    const pending = this.#change(block, performance.now());
    if (pending === null) return;
    pending.lines = true;
    this.#expect(this.#dueAt(block, pending));
  }

  /** Everything is to be read now, whether it has rested or not. */
  settle(): void {
    this.#settled = true;
    this.#expect(0);
  }

  /** Takes out the blocks to be read, one after the other. A step may yield undefined: a moment to pause. */
  *take(): Generator<Place | undefined> {
    const now = performance.now();
    const settled = this.#settled;
    this.#settled = false;
    this.#nextDue = Number.POSITIVE_INFINITY;
    const due: [Place, Pending][] = [];
    for (const [place, pending] of this.#pending) {
      const at = this.#dueAt(place, pending);
      if (settled || at <= now) {
        this.#pending.delete(place);
        due.push([place, pending]);
      } else this.#expect(at);
    }
    const seen = new Set<Place>();
    for (const [place, pending] of due)
      for (const block of this.#blocksOf(place, pending)) {
        // A block that is left alone is not read because something in its lines has changed.
        if (block && (seen.has(block) || this.#isLeftAlone(this.#historyOf(block)))) continue;
        if (block) seen.add(block);
        yield block;
      }
    for (const element of this.#shown) {
      this.#shown.delete(element);
      if (this.#isReadable(element)) yield* this.#blocksShown(element);
    }
  }

  /** Drops everything, also what is known of places that fight. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#nextDue = Number.POSITIVE_INFINITY;
    this.#storms.end();
    this.#pending.clear();
    this.#shown.clear();
    this.#histories = new WeakMap();
    this.#leftAlone = 0;
  }

  #historyOf(place: Place): History {
    let history = this.#histories.get(place);
    if (history === undefined) {
      history = { last: Number.NEGATIVE_INFINITY, rounds: 0 };
      this.#histories.set(place, history);
    }
    return history;
  }

  #noteLosses(losses: readonly Loss[], records: readonly MutationRecord[], now: number): void {
    const changed = new Set<Node | null>();
    const removedFrom = new Map<Node, Node>();
    for (const { type, target, removedNodes } of records) {
      changed.add(type === 'childList' ? target : target.parentNode);
      for (const node of removedNodes) removedFrom.set(node, target);
    }
    const lost = new Map<Place, Loss[]>();
    for (const loss of losses) {
      let at: Node | null = loss.block;
      while (at && !changed.has(at)) at = removedFrom.get(at) ?? at.parentNode ?? hostOf(at);
      const place = at && isPlace(at) ? at : loss.block;
      lost.set(place, [...(lost.get(place) ?? []), loss]);
    }
    for (const [place, there] of lost) {
      this.#lose(place, now - Math.max(...there.map(({ drawnAt }) => drawnAt)));
      const pending = this.#change(place, now);
      for (const { block } of there) pending?.blocks.add(block);
      if (pending) this.#expect(this.#dueAt(place, pending));
    }
  }

  /** Marks in a place stood for `age` ms until the page took them away. What readers do themselves is no fight. */
  #lose(place: Place, age: number): void {
    const history = this.#historyOf(place);
    if (age > ACCEPTED_AFTER) history.rounds = 0;
    else if (!this.#isLeftAlone(history) && !navigator.userActivation.isActive) {
      history.rounds += age < FOUGHT_WITHIN ? 1 : LATE_ROUND;
      if (history.rounds >= ROUNDS) this.#leftAlone++;
    }
    if (this.#isLeftAlone(history)) this.#pending.delete(place);
  }

  #isLeftAlone({ rounds }: History): boolean {
    return rounds >= ROUNDS || this.#leftAlone >= PLACES;
  }

  #change(place: Place, now: number): Pending | null {
    const history = this.#historyOf(place);
    const quiet = now - history.last > REST;
    history.last = now;
    if (this.#isLeftAlone(history)) return null;
    let pending = this.#pending.get(place);
    if (pending === undefined) {
      const [added, beside, blocks] = [new Set<Element>(), new Set<Element>(), new Set<Place>()];
      pending = {
        since: now,
        quiet,
        added,
        beside,
        blocks,
        busy: false,
        lines: false,
        written: false,
      };
      this.#pending.set(place, pending);
    } else if (!pending.busy && now > pending.since) {
      pending.busy = true;
      pending.added.clear();
      pending.beside.clear();
    }
    return pending;
  }

  #dueAt(place: Place, { since, quiet, written }: Pending): number {
    const { last, rounds } = this.#historyOf(place);
    const slower = 2 ** Math.floor(rounds);
    // In a storm nobody knows how long it has rested.
    if (written) return this.#storms.has(place) ? Number.POSITIVE_INFINITY : last + REST * slower;
    return quiet && rounds < 1 ? since : Math.min(last + REST * slower, since + PATIENCE * slower);
  }

  /** Sees to it that `onRested` is called when something is due that is not yet. */
  #expect(due: number): void {
    if (due >= this.#nextDue) return;
    this.#nextDue = due;
    clearTimeout(this.#timer);
    const wait = due - performance.now();
    // Timers may fire a little early.
    if (wait > 0) this.#timer = window.setTimeout(this.#onRested, Math.ceil(wait) + 1);
  }

  /** Whether places have rested is seen from now on. */
  #calm(places: readonly Place[]): void {
    const now = performance.now();
    for (const place of places) {
      this.#historyOf(place).last = now;
      const pending = this.#pending.get(place);
      if (pending) this.#expect(this.#dueAt(place, pending));
    }
  }

  *#blocksOf(
    place: Place,
    { added, beside, blocks, busy, lines, written }: Pending,
  ): Generator<Place | undefined> {
    for (const block of blocks) if (this.#isReadable(block)) yield block;
    const inLine = (element: Element): boolean =>
      element.isConnected && isInline(this.#layout.display(element));
    if ((lines || written || busy || [...beside, ...added].some(inLine)) && this.#isReadable(place))
      yield blockOf(place, this.#layout) ?? undefined;
    if (busy) {
      const root = this.#isReadable(place) ? place : elementOf(place).querySelector('body');
      if (root) yield* this.#unmarkedIn(root);
    }
    for (const element of added)
      if (place.contains(element) && this.#isReadable(element)) yield* blocksIn(element, this.#layout);
  }

  *#blocksShown(element: Element): Generator<Place | undefined> {
    if (isInline(this.#layout.display(element))) yield blockOf(element, this.#layout) ?? undefined;
    yield* this.#unmarkedIn(element);
  }

  *#unmarkedIn(place: Place): Generator<Place | undefined> {
    for (const block of blocksIn(place, this.#layout))
      yield block && !this.#isMarked(block) ? block : undefined;
  }

  #isReadable(place: Place): boolean {
    return isInBody(place) && !isUntouched(elementOf(place));
  }
}
