// Reads a page, marks its health words and keeps them right while the page lives; switched off, it leaves the page as it was. The facade of this folder.
import { decideSenses } from '../matching/context.ts';
import { Definitions } from '../matching/definitions.ts';
import type { Density } from '../matching/density.ts';
import { readsEnglish } from '../matching/gate.ts';
import type { FormIndex } from '../matching/index.ts';
import { type Candidate, findCandidates } from '../matching/match.ts';
import { blocksIn, inEnglish, isUntouched, type Layout, MARK, type Run, runsOf } from './blocks.ts';
import { Changes } from './changes.ts';
import { type Choices, mayWantMore } from './choices.ts';
import { addressOpened, isPointedAt, textsPointedAt } from './fragment.ts';
import { IdleQueue, PAUSE } from './idle.ts';
import { judge, Reconsideration } from './judge.ts';
import { Latent } from './latent.ts';
import { firstOnScreen, liveLayout } from './layout.ts';
import { Marker } from './marker.ts';
import { Parts } from './parts.ts';
import type { MarkedWord, MarkPlaces } from './places.ts';
import { containsAcross, elementOf, type Place } from './roots.ts';
import { Shadows } from './shadows.ts';
import { Strangers } from './strangers.ts';
import { Watcher } from './watcher.ts';
import { type Hold, listenForWithdrawals, type Withdrawal } from './withdraw.ts';

/** What the reader made of the page. */
export type Finding =
  /** Still judging whether the page is about health. */
  | { readonly kind: 'reading' }
  /** Health words are marked as they are found. */
  | { readonly kind: 'open' }
  /** Not about health; `found` words of the glossary stand on it all the same. */
  | { readonly kind: 'closed'; readonly found: number }
  | { readonly kind: 'foreign' };

export interface ReaderOptions {
  readonly index: FormIndex;
  readonly density: Density;
  /** Mark even where the page is not about health. */
  readonly always: boolean;
  /** What the reader chose of the marks; `choose` changes it while it reads. */
  readonly choices: Choices;
  /** Called after marks came or went, or the finding changed. */
  readonly onChange: () => void;
  /** Whether this copy of the extension is still the one in charge; false after an update. */
  readonly isCurrent: () => boolean;
  /** Called when it turns out not to be, or another copy has taken over: everything of this copy has to go. */
  readonly onOrphaned: () => void;
  /** Called for each shadow tree that is read. */
  readonly onShadow: (shadow: ShadowRoot) => void;
  /** Called when the page was written anew (document.open): every listener on it is gone, and the reader with its card has to be made anew. */
  readonly onRewritten: () => void;
}

/** How often it is asked whether this copy is still in charge, in ms. */
const ASK_AFTER = 500;

/** What is made of a document in which there is nothing to read. */
const NOTHING: Finding = { kind: 'closed', found: 0 };

/** Whether one of the senses of a form was not wanted before and may be now. */
const mayComeBack = ({ senses }: Candidate, before: Choices, now: Choices): boolean =>
  senses.some(
    ({ id, common }) =>
      (before.known.has(id) && !now.known.has(id)) ||
      (common && before.level === 'harder' && now.level !== 'harder'),
  );

/** Reads one document from `start` to `stop`. Made anew for each start. */
export class Reader {
  readonly #document: Document;
  readonly #options: ReaderOptions;
  readonly #stopped = new AbortController();
  readonly #shadows = new Shadows(
    (shadow) => this.#enter(shadow),
    (host) => this.#latent?.addHost(host),
  );
  readonly #layout: Layout = { ...liveLayout, shadow: (element) => this.#shadows.of(element) };
  readonly #queue = new IdleQueue(() => this.#options.onChange());
  readonly #watcher = new Watcher((records) => this.#heal(records));
  readonly #marker: Marker;
  readonly #changes: Changes;
  readonly #strangers: Strangers;
  #pointedAt: readonly string[] = [];
  #latent: Latent | undefined;
  #parts: Parts | undefined;
  #finding: Finding = { kind: 'reading' };
  #choices: Choices;
  /** The forms in the texts that were read to judge the page, until they are read to be marked. */
  readonly #judged = new Map<string, readonly Candidate[]>();
  #definitions: Definitions;
  readonly #reconsideration = new Reconsideration(() => this.#judgeAnew());
  #address = '';
  #root: Element | null = null;
  #askedAt = Number.NEGATIVE_INFINITY;
  /** Whether the work that reads changes is queued and has not begun. */
  #readingOn = false;
  readonly #holds = new Set<Hold>();

  constructor(document: Document, options: ReaderOptions) {
    this.#document = document;
    this.#options = options;
    this.#choices = options.choices;
    this.#definitions = new Definitions(options.index);
    this.#marker = new Marker(document, this.#shadows, this.#watcher, options.density, options.choices, () =>
      this.#changes.expectMarks(),
    );
    this.#changes = new Changes(
      this.#layout,
      this.#watcher,
      (block) => this.#marker.has(block),
      () => this.#readOn(),
    );
    this.#strangers = new Strangers(
      this.#watcher,
      (mark) => this.#marker.owns(mark),
      (parent) => this.#changes.noteLines(parent),
    );
  }

  /** Starts reading. Leaves alone what is no page of text: SVG, XML, frame sets, editors; a document without body may get one. */
  start(): void {
    const { body, contentType, designMode } = this.#document;
    // Chromium shows XML in an HTML page of its own, in a document that cannot make HTML elements.
    const isPage = contentType === 'application/xhtml+xml' || this.#document instanceof HTMLDocument;
    if (!isPage || body instanceof HTMLFrameSetElement || designMode === 'on') {
      this.#found(NOTHING);
      return;
    }
    const { signal } = this.#stopped;
    this.#root = this.#document.documentElement;
    this.#watcher.watch(this.#document);
    this.#latent = new Latent(this.#document, liveLayout, (element) => this.#onShown(element), signal);
    listenForWithdrawals(this.#document, (withdrawal) => this.#withdraw(withdrawal), signal);
    if (body) this.#judgeAnew();
    else this.#found(NOTHING);
  }

  /** Takes all marks away; the page's nodes are what they were. */
  stop(): void {
    // First of all the last changes are heard: what they ask for is dropped with the rest.
    this.#marker.restoreAll();
    this.#watcher.stop();
    this.#stopped.abort();
    this.#queue.clear();
    this.#reconsideration.reset();
    this.#changes.clear();
  }

  get finding(): Finding {
    return this.#finding;
  }

  /** Whether everything that is to be read has been. */
  get complete(): boolean {
    return !this.#queue.busy;
  }

  /**
   * Reads what is left without waiting for idle time: the toolbar popup wants the whole page. In slices, between which the page goes on. Resolves when
   * all is read, or the reader was stopped.
   */
  finish(): Promise<void> {
    this.#latent?.look();
    this.#changes.settle();
    this.#readOn();
    return this.#queue.finish();
  }

  /** How many distinct words are marked. */
  get count(): number {
    return this.#marker.count;
  }

  /** The marked words in the order of their first mark. */
  words(): MarkedWord[] {
    return this.#marker.places.words();
  }

  /** The first element of a mark. */
  mark(number: number): HTMLElement | null {
    return this.#marker.places.elementsOf(number)[0] ?? null;
  }

  /** Whether a mark element is one of this reader's, not one that the page made up. */
  owns(mark: Element): boolean {
    return this.#marker.owns(mark);
  }

  /** Where marks stand. */
  get places(): MarkPlaces {
    return this.#marker.places;
  }

  /**
   * Takes over what the reader chose anew. What is marked is restyled, or its marks go; where more is wanted the page's words are looked for again, and only
   * the blocks in which one was missing are marked anew.
   * @param but the number of a mark that stays all the same: its card is open
   */
  choose(choices: Choices, but?: number): void {
    const before = this.#choices;
    this.#choices = choices;
    this.#marker.choose(choices, but);
    if (this.#finding.kind !== 'open') return;
    if (mayWantMore(before, choices)) this.#queue.add(this.#readLacking(before, choices, but));
    this.#options.onChange();
  }

  // Judging: is this page English, and about health?

  #judgeAnew(): void {
    if (!this.#stands()) return;
    this.#watcher.leaveOut([]);
    this.#address = this.#document.URL;
    this.#definitions = new Definitions(this.#options.index);
    this.#queue.clear();
    this.#readingOn = false;
    this.#changes.clear();
    this.#queue.add(this.#judge());
  }

  /** The blocks of the whole page, if it still has a body. */
  #blocks(first?: Element): Iterable<Place | undefined> {
    const { body }: { body: Element | null } = this.#document;
    return body ? blocksIn(body, this.#layout, first) : [];
  }

  *#judge(): Generator<unknown> {
    const { index, always } = this.#options;
    const parts = new Parts(
      index,
      (part) => this.#textsIn(part),
      (part) => this.#changes.noteShown(part),
    );
    const { english, anyMedical, found } = yield* judge(
      index,
      parts,
      this.#blocks(),
      (block) => this.#runsOf(block),
      (text) => this.#candidatesIn(text),
    );
    const isMarkedAnyway = english && always;
    this.#parts = isMarkedAnyway ? undefined : parts;
    if (anyMedical || isMarkedAnyway) {
      this.#reconsideration.reset();
      this.#found({ kind: 'open' });
      // Only now: a page that is not about health is not touched at all.
      const tookOver = [this.#document, ...this.#shadows].map((root) => this.#strangers.takeOver(root));
      if (tookOver.includes(true)) queueMicrotask(() => this.#beginReading());
      else this.#beginReading();
    } else {
      this.#judged.clear();
      this.#marker.restoreAll();
      this.#found(
        english && inEnglish(this.#document.documentElement)
          ? { kind: 'closed', found }
          : { kind: 'foreign' },
      );
    }
  }

  #found(finding: Finding): void {
    this.#finding = finding;
    this.#options.onChange();
  }

  // Reading: blocks to runs to matches to marks.

  #beginReading(): void {
    this.#pointedAt = textsPointedAt(addressOpened());
    // Whatever has changed until now, by another copy that left as well, is read with all the rest.
    this.#watcher.leaveOut([]);
    this.#changes.clear();
    if (!this.#stopped.signal.aborted) this.#queue.add(this.#readAll());
  }

  /** Reads the page from what is on screen to the end, and then what stands before. */
  *#readAll(): Generator<unknown> {
    let before = '';
    for (const block of this.#blocks(firstOnScreen(this.#document))) {
      if (block && !this.#keepsMarks(block)) before = this.#readBlock(block, before);
      yield* this.#drawIfFull();
    }
    this.#judged.clear();
    yield PAUSE;
    this.#marker.draw();
  }

  /** Reads the blocks again in which a word stands that was not wanted before and is now. */
  *#readLacking(before: Choices, now: Choices, but?: number): Generator<unknown> {
    const held = but === undefined ? null : this.mark(but);
    let textBefore = '';
    for (const block of this.#blocks(firstOnScreen(this.#document))) {
      const runs = block?.isConnected ? this.#runsOf(block) : [];
      const lacks = runs.some(({ text }) =>
        this.#candidatesIn(text).some((candidate) => mayComeBack(candidate, before, now)),
      );
      // To read a block again its marks are drawn anew: the card would lose its word.
      if (block && lacks && !(held && block.contains(held))) this.#readBlock(block, textBefore);
      textBefore = runs.map(({ text }) => text).join(' ');
      yield* this.#drawIfFull();
    }
    yield PAUSE;
    this.#marker.draw();
  }

  *#readChanges(): Generator<unknown> {
    this.#readingOn = false;
    this.#latent?.look();
    this.#marker.forgetSections();
    this.#parts?.forgetClosed();
    for (const block of this.#changes.take()) {
      if (block) this.#readBlock(block, '');
      yield* this.#drawIfFull();
    }
    this.#marker.draw();
  }

  /** To draw takes as long as to read: it has a slice of its own. */
  *#drawIfFull(): Generator<unknown> {
    if (!this.#marker.isFull) return yield;
    yield PAUSE;
    this.#marker.draw();
    yield PAUSE;
  }

  /** What is hidden keeps its marks when the page is read anew: a dialog or a tab hides what it gives back. */
  #keepsMarks(block: Place): boolean {
    return this.#marker.has(block) && !this.#layout.visible(elementOf(block));
  }

  /** Plans the marks of one block. Returns its text, which the next block may need to be understood. */
  #readBlock(block: Place, before: string): string {
    if (!block.isConnected || !inEnglish(elementOf(block)) || this.#parts?.isOpen(block) === false) return '';
    this.#marker.restoreBlock(block);
    if (block.querySelector(MARK)) this.#watcher.unobserved(() => this.#strangers.freeIn(block));
    const runs = this.#runsOf(block);
    for (const run of runs) {
      if (isPointedAt(run.text, this.#pointedAt)) continue;
      const candidates = this.#candidatesIn(run.text);
      if (candidates.length > 0 && readsEnglish(run.text) !== false)
        this.#marker.plan(run, decideSenses(this.#definitions.apply(run.text, candidates), run.text, before));
    }
    return runs.map(({ text }) => text).join(' ');
  }

  /** The forms in a text. What was found while the page was judged need not be looked for again when it is read. */
  #candidatesIn(text: string): readonly Candidate[] {
    let candidates = this.#judged.get(text);
    if (candidates === undefined) {
      candidates = findCandidates(this.#options.index, text);
      this.#definitions.learn(text, candidates);
      if (this.#finding.kind === 'reading') this.#judged.set(text, candidates);
    }
    return candidates;
  }

  *#textsIn(part: Element): Generator<readonly [block: Place, text: string]> {
    for (const block of blocksIn(part, this.#layout))
      if (block?.isConnected && inEnglish(elementOf(block)))
        for (const { text } of this.#runsOf(block)) yield [block, text];
  }

  /** The runs of a block; what is hidden of it is kept in mind. */
  #runsOf(block: Place): Run[] {
    return runsOf(block, this.#layout, (hidden) => this.#latent?.addHidden(hidden));
  }

  /** A shadow tree is read and watched from now on. */
  #enter(shadow: ShadowRoot): void {
    if (this.#finding.kind === 'open') this.#strangers.takeOver(shadow);
    this.#watcher.watch(shadow);
    this.#options.onShadow(shadow);
  }

  // Healing: what the page changes under the marks.

  #heal(records: readonly MutationRecord[]): void {
    if (!this.#stands()) return;
    const isOpen = this.#finding.kind === 'open';
    if (isOpen && records.some((record) => this.#strangers.isTouch(record))) {
      this.#options.onOrphaned();
      return;
    }
    // Most pages are not about health: what else changes there until they are judged again is not even heard.
    if (!isOpen) {
      this.#watcher.leaveOut([this.#document, ...this.#shadows]);
      this.#reconsideration.later(this.#document.URL);
      return;
    }
    const losses = this.#marker.repair(records);
    this.#changes.note(records, losses);
    for (const { type, attributeName, target, addedNodes } of records) {
      if (type === 'attributes') this.#hearAttribute(target as Element, attributeName);
      else if (type === 'childList')
        for (const node of addedNodes) if (node instanceof Element) this.#adopt(node);
    }
    if (losses.length > 0) this.#options.onChange();
    this.#readOn();
  }

  /** Whether this is still the page that was read and this copy the one that reads it; if not, says so. */
  #stands(): boolean {
    const isRewritten = this.#document.documentElement !== this.#root;
    if (isRewritten) this.#options.onRewritten();
    else if (!this.#isInCharge()) this.#options.onOrphaned();
    else return true;
    return false;
  }

  /** Whether this copy is the one in charge; asked now and then, for to ask costs more than most changes do. */
  #isInCharge(): boolean {
    const now = performance.now();
    if (now - this.#askedAt < ASK_AFTER) return true;
    this.#askedAt = now;
    return this.#options.isCurrent();
  }

  /** What the page put in may hold marks: copies of ours become plain text, and what was moved into an editor goes without. */
  #adopt(element: Element): void {
    if (!element.isConnected || (!element.querySelector(MARK) && element.localName !== MARK)) return;
    this.#strangers.freeIn(element);
    if (isUntouched(element)) this.#marker.restoreWhere((piece) => containsAcross(element, piece));
  }

  #readOn(): void {
    if (!this.#changes.waiting || this.#holds.size > 0) return;
    if (this.#finding.kind !== 'open' || this.#document.URL !== this.#address)
      this.#reconsideration.later(this.#document.URL);
    else if (!this.#readingOn) {
      this.#readingOn = true;
      this.#queue.add(this.#readChanges());
    }
  }

  /** An element became one that is written in or in another language: no marks there. Or it is so no more: it is read. */
  #hearAttribute(element: Element, name: string | null): void {
    const readable = !isUntouched(element) && inEnglish(element);
    if (readable) this.#changes.noteShown(element);
    // What is hidden keeps its marks: a dialog hides the whole page behind it, and gives it back.
    else if (name !== 'hidden' && name !== 'aria-hidden')
      this.#marker.restoreWhere((piece) => containsAcross(element, piece));
  }

  #onShown(element: Element): void {
    this.#changes.noteShown(element);
    this.#readOn();
  }

  /** Takes marks off, and draws them again: at once, or when it is over. */
  #withdraw(withdrawal: Withdrawal): void {
    if (withdrawal.kind === 'over') this.#holds.delete(withdrawal.hold);
    else {
      if (withdrawal.hold) this.#holds.add(withdrawal.hold);
      const losses = this.#marker.restoreWhere(withdrawal.kind === 'all' ? () => true : withdrawal.holds);
      for (const { block } of losses) this.#changes.noteLines(block);
    }
    this.#readOn();
  }
}
