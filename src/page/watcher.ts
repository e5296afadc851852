// Watches the document and its shadow trees for changes the page makes; our own are not reported.
import { TELLING_ATTRIBUTES } from './blocks.ts';
import type { Root } from './roots.ts';

const ATTRIBUTES: MutationObserverInit = { attributeFilter: [...TELLING_ATTRIBUTES] };
const ALONE: MutationObserverInit = { ...ATTRIBUTES, childList: true };
const WHOLE: MutationObserverInit = { ...ALONE, subtree: true, characterData: true };

/** Nothing in an element with more children than this is left out: each of the others would have to be watched by itself. */
const CHILDREN = 1000;

/** One observer over one document and the shadow trees in it. */
export class Watcher {
  readonly #observer: MutationObserver;
  readonly #onChange: (records: readonly MutationRecord[]) => void;
  readonly #roots = new Set<Root>();
  #leftOut: ReadonlySet<Node> = new Set();
  /** What contains something that is left out: watched without its insides, and each of its children by itself. */
  #around: ReadonlySet<Node> = new Set();
  #hearing = false;

  /** @param onChange hears the page's changes in a microtask, before anything is painted; what it changes itself is not reported */
  constructor(onChange: (records: readonly MutationRecord[]) => void) {
    this.#onChange = onChange;
    this.#observer = new MutationObserver((records) => this.#hear(records));
  }

  /** Watches one more root, until `stop`. */
  watch(root: Root): void {
    this.#roots.add(root);
    this.#observe(root);
  }

  /** Watches nothing any more, whatever is left out or let in again afterwards. */
  stop(): void {
    this.#roots.clear();
    this.#observer.disconnect();
  }

  /** From now on watches everything but what changes inside these nodes. Their attributes are watched. */
  leaveOut(nodes: Iterable<Node>): void {
    this.unobserved(() => {
      this.#observer.disconnect();
      this.#leftOut = new Set(nodes);
      const around = new Set<Node>();
      for (const node of this.#leftOut)
        for (let at = node.parentNode; at && !around.has(at); at = at.parentNode) around.add(at);
      this.#around = around;
      for (const root of this.#roots) this.#observe(root);
    });
  }

  /** Makes a change of our own: the page's changes up to now are heard first, ours not at all. */
  unobserved<T>(change: () => T): T {
    // While the page's changes are heard there are no others: what is on record then is ours.
    if (!this.#hearing) this.#hear(this.#observer.takeRecords());
    const result = change();
    this.#observer.takeRecords();
    return result;
  }

  #observe(node: Node): void {
    if (this.#leftOut.has(node)) this.#observer.observe(node, ATTRIBUTES);
    else if (this.#around.has(node) && node.childNodes.length <= CHILDREN) {
      this.#observer.observe(node, ALONE);
      for (const child of node.childNodes) this.#observe(child);
    } else this.#observer.observe(node, WHOLE);
  }

  #hear(records: readonly MutationRecord[]): void {
    if (records.length === 0) return;
    if (this.#around.size > 0)
      for (const { target, addedNodes } of records)
        if (this.#around.has(target)) for (const node of addedNodes) this.#observe(node);
    this.#hearing = true;
    try {
      this.#onChange(records);
    } finally {
      this.#hearing = false;
      this.#observer.takeRecords();
    }
  }
}
