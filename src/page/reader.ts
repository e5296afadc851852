// Reads a page, marks its health words and keeps them right while the page lives; switched off, it leaves the page as it was. The facade of this folder.
import { decideSenses } from '../matching/context.ts';
import type { Density } from '../matching/density.ts';
import { createGate, readsEnglish, type Verdict } from '../matching/gate.ts';
import type { FormIndex } from '../matching/index.ts';
import { findCandidates } from '../matching/match.ts';
import { blocksIn, CARD, inEnglish, MARK, runsOf } from './blocks.ts';
import { Changes } from './changes.ts';
import { IdleQueue } from './idle.ts';
import { liveLayout } from './layout.ts';
import { type MarkedWord, Marker } from './marker.ts';
import { Watcher } from './watcher.ts';

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
  /** Called after marks came or went, or the finding changed. */
  readonly onChange: () => void;
  /** Whether this copy of the extension is still the one in charge; false after an update. */
  readonly isCurrent: () => boolean;
  /** Called when it turns out not to be: everything of this copy has to go. */
  readonly onOrphaned: () => void;
}

/** Least time between two judgements of a page that keeps changing, in ms; doubled each time while nothing comes of it. */
const JUDGE_AGAIN_AFTER = 1000;
const JUDGE_AGAIN_AT_MOST = 60_000;

/** Reads one document from `start` to `stop`. Made anew for each start. */
export class Reader {
  readonly #document: Document;
  readonly #options: ReaderOptions;
  readonly #queue = new IdleQueue(() => this.#options.onChange());
  readonly #watcher = new Watcher((records) => this.#heal(records));
  readonly #changes = new Changes(() => this.#readOn());
  readonly #marker: Marker;
  #finding: Finding = { kind: 'reading' };
  #judgeAfter = JUDGE_AGAIN_AFTER;
  #judgeTimer: number | undefined;
  #address = '';

  constructor(document: Document, options: ReaderOptions) {
    this.#document = document;
    this.#options = options;
    this.#marker = new Marker(document, this.#watcher, options.density);
  }

  /** Starts reading. Leaves alone what is no page of text: SVG, XML, frame sets, editors, a document without body. */
  start(): void {
    const { body, contentType, designMode } = this.#document;
    // Chromium shows XML in an HTML page of its own, in a document that cannot make HTML elements.
    const isPage = contentType === 'application/xhtml+xml' || this.#document instanceof HTMLDocument;
    if (!isPage || !(body instanceof HTMLBodyElement) || designMode === 'on') {
      this.#found({ kind: 'closed', found: 0 });
      return;
    }
    this.#takeOverOldMarks();
    this.#watcher.start(this.#document);
    this.#document.addEventListener('toggle', this.#onToggle, { capture: true, passive: true });
    this.#judgeAnew();
  }

  /** Takes all marks away; the page's nodes are what they were. */
  stop(): void {
    // First of all the last changes are heard: what they ask for is dropped with the rest.
    this.#marker.restoreAll();
    this.#watcher.stop();
    this.#document.removeEventListener('toggle', this.#onToggle, { capture: true });
    this.#queue.clear();
    clearTimeout(this.#judgeTimer);
    this.#changes.clear();
  }

  get finding(): Finding {
    return this.#finding;
  }

  /** Whether everything that is to be read has been. */
  get complete(): boolean {
    return !this.#queue.busy;
  }

  /** Reads what is left at once: the toolbar popup wants the whole page. */
  finish(): void {
    this.#changes.settle();
    this.#readOn();
    this.#queue.finish();
  }

  /** How many distinct words are marked. */
  get count(): number {
    return this.#marker.count;
  }

  /** The marked words in the order of their first mark. */
  words(): MarkedWord[] {
    return this.#marker.words();
  }

  /** The first element of a mark. */
  mark(number: number): HTMLElement | null {
    return this.#marker.mark(number);
  }

  /** The mark that comes after another, or without one the first at or below the top of the window; after the last the first. */
  markAfter(number?: number): number | null {
    return this.#marker.markAfter(number);
  }

  // Judging: is this page English, and about health?

  #judgeAnew(): void {
    this.#address = this.#document.URL;
    this.#queue.clear();
    this.#changes.clear();
    this.#queue.add(this.#judge());
  }

  /** The blocks of the whole page, if it still has a body. */
  #blocks(): Iterable<Element | undefined> {
    const { body }: { body: Element | null } = this.#document;
    return body ? blocksIn(body, liveLayout) : [];
  }

  *#judge(): Generator<unknown> {
    const gate = createGate(this.#options.index);
    for (const block of this.#blocks()) {
      if (block?.isConnected && inEnglish(block))
        for (const { text } of runsOf(block, liveLayout)) gate.read(text);
      if (gate.full) break;
      yield;
    }
    const { english, medical }: Verdict = gate.verdict();
    const open = medical || (english && this.#options.always);
    if (open) {
      this.#judgeAfter = JUDGE_AGAIN_AFTER;
      this.#found({ kind: 'open' });
      this.#queue.add(this.#readAll());
    } else {
      this.#marker.restoreAll();
      this.#found(
        english && inEnglish(this.#document.documentElement)
          ? { kind: 'closed', found: gate.found }
          : { kind: 'foreign' },
      );
    }
  }

  #judgeLater(): void {
    if (this.#judgeTimer !== undefined) return;
    this.#judgeTimer = window.setTimeout(() => {
      this.#judgeTimer = undefined;
      this.#judgeAnew();
    }, this.#judgeAfter);
    this.#judgeAfter = Math.min(this.#judgeAfter * 2, JUDGE_AGAIN_AT_MOST);
  }

  #found(finding: Finding): void {
    this.#finding = finding;
    this.#options.onChange();
  }

  // Reading: blocks to runs to matches to marks.

  *#readAll(): Generator<unknown> {
    let before = '';
    for (const block of this.#blocks()) {
      if (block) before = this.#readBlock(block, before);
      yield;
    }
    this.#marker.draw();
  }

  *#readChanges(): Generator<unknown> {
    this.#marker.forgetSections();
    for (const block of this.#changes.take()) {
      if (block) this.#readBlock(block, '');
      yield;
    }
    this.#marker.draw();
  }

  /** Plans the marks of one block. Returns its text, which the next block may need to be understood. */
  #readBlock(block: Element, before: string): string {
    if (!block.isConnected || !inEnglish(block)) return '';
    this.#marker.restoreBlock(block);
    const runs = runsOf(block, liveLayout);
    for (const run of runs) {
      const candidates = findCandidates(this.#options.index, run.text);
      if (candidates.length > 0 && readsEnglish(run.text) !== false)
        this.#marker.plan(run, decideSenses(candidates, run.text, before));
    }
    return runs.map(({ text }) => text).join(' ');
  }

  // Healing: what the page changes under the marks.

  #heal(records: readonly MutationRecord[]): void {
    if (!this.#options.isCurrent()) {
      this.#options.onOrphaned();
      return;
    }
    const losses = this.#marker.repair(records);
    for (const { addedNodes } of records) for (const node of addedNodes) this.#adopt(node);
    this.#changes.note(records, losses);
    if (losses.length > 0) this.#options.onChange();
    this.#readOn();
  }

  #readOn(): void {
    if (!this.#changes.waiting) return;
    if (this.#finding.kind === 'open' && this.#document.URL === this.#address)
      this.#queue.add(this.#readChanges());
    else this.#judgeLater();
  }

  /** An opened `<details>` or popover shows text that was hidden before. */
  readonly #onToggle = ({ target }: Event): void => {
    if (!(target instanceof Element)) return;
    this.#changes.noteShown(target);
    this.#readOn();
  };

  /** Marks that the page copied from ours have no entry in the ledger: they become plain text. */
  #adopt(node: Node): void {
    if (node.nodeType !== 1) return;
    const element = node as Element;
    for (const mark of [element, ...element.querySelectorAll(MARK)])
      if (mark.localName === MARK && !this.#marker.owns(mark)) mark.replaceWith(...mark.childNodes);
  }

  /** An older copy of the extension may have left marks. A touch wakes it, if it lives, to take them away; what then is left is plain text. */
  #takeOverOldMarks(): void {
    const old = this.#document.querySelector(MARK);
    this.#document.querySelector(CARD)?.remove();
    if (old === null) return;
    old.append('');
    for (const mark of this.#document.querySelectorAll(MARK))
      setTimeout(() => !this.#marker.owns(mark) && mark.replaceWith(...mark.childNodes));
  }
}
