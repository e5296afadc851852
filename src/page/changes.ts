// Gathers what the page changed and has to be read again.
import { blockOf, blocksIn, isInline, isUntouched } from './blocks.ts';
import { liveLayout } from './layout.ts';
import type { Loss } from './ledger.ts';

/** How long written text rests before it is read, in ms. */
const WRITTEN_RESTS_AFTER = 500;

/** Whether a node is part of a line of text. */
const isInLine = (node: Node | null): boolean =>
  node !== null &&
  (node.nodeType === 3 || (node.nodeType === 1 && isInline(liveLayout.display(node as Element))));

/** Empties a set while going through it; what is added meanwhile comes too. */
function* drain<T>(set: Set<T>): Generator<T> {
  for (const item of set) {
    set.delete(item);
    yield item;
  }
}

/** The changes of one document that have not been read yet. */
export class Changes {
  /** Blocks whose own lines have changed. */
  readonly #blocks = new Set<Element>();
  /** Elements in which everything is new. */
  readonly #trees = new Set<Element>();
  /** Blocks whose text is being written - a counter, an answer that streams in: left alone until it rests. */
  readonly #written = new Set<Element>();
  readonly #onRested: () => void;
  #timer: number | undefined;

  /** @param onRested called when written text has rested and is to be read */
  constructor(onRested: () => void) {
    this.#onRested = onRested;
  }

  /** Whether there is something to read now. */
  get waiting(): boolean {
    return this.#blocks.size + this.#trees.size > 0;
  }

  /** Notes what the page changed, and which marks went with it. */
  note(records: readonly MutationRecord[], losses: readonly Loss[]): void {
    for (const { block, written } of losses) this.#add(block, written ? this.#written : this.#blocks);
    for (const { type, target, addedNodes, previousSibling, nextSibling } of records) {
      if (type === 'characterData') this.#add(target, this.#written);
      // What comes or goes beside text may join or part a phrase.
      else if (isInLine(previousSibling) || isInLine(nextSibling)) this.#add(target, this.#blocks);
      for (const node of addedNodes) this.#add(node, node.nodeType === 1 ? this.#trees : this.#blocks);
    }
    if (this.#written.size === 0) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.settle();
      this.#onRested();
    }, WRITTEN_RESTS_AFTER);
  }

  /** Notes that everything in an element is to be read, because it is shown only now. */
  noteShown(element: Element): void {
    this.#add(element, this.#trees);
  }

  /** Written text is to be read now, whether it has rested or not. */
  settle(): void {
    clearTimeout(this.#timer);
    for (const block of drain(this.#written)) this.#blocks.add(block);
  }

  /** Takes out the blocks to be read, one after the other. A step may yield undefined: a moment to pause. */
  *take(): Generator<Element | undefined> {
    yield* drain(this.#blocks);
    for (const tree of drain(this.#trees)) if (tree.isConnected) yield* blocksIn(tree, liveLayout);
  }

  /** Drops everything. */
  clear(): void {
    clearTimeout(this.#timer);
    for (const noted of [this.#blocks, this.#trees, this.#written]) noted.clear();
  }

  #add(node: Node, where: Set<Element>): void {
    const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
    if (!element?.isConnected || isUntouched(element) || !element.ownerDocument.body?.contains(element))
      return;
    const block = blockOf(element, liveLayout);
    if (block) where.add(block);
  }
}
