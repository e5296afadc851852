// Watches the document and its shadow trees for changes the page makes; our own are not reported.
import { TELLING_ATTRIBUTES } from './blocks.ts';
import type { Root } from './roots.ts';

const WHAT: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: [...TELLING_ATTRIBUTES],
};

/** One observer over one document and the shadow trees in it. */
export class Watcher {
  readonly #observer: MutationObserver;
  readonly #onChange: (records: readonly MutationRecord[]) => void;

  /** @param onChange hears the page's changes in a microtask, before anything is painted; what it changes itself is not reported */
  constructor(onChange: (records: readonly MutationRecord[]) => void) {
    this.#onChange = onChange;
    this.#observer = new MutationObserver((records) => this.#hear(records));
  }

  /** Watches one more root, until `stop`. */
  watch(root: Root): void {
    this.#observer.observe(root, WHAT);
  }

  stop(): void {
    this.#observer.disconnect();
  }

  /** Makes a change of our own: the page's changes up to now are heard first, ours not at all. */
  unobserved<T>(change: () => T): T {
    this.#hear(this.#observer.takeRecords());
    const result = change();
    this.#observer.takeRecords();
    return result;
  }

  #hear(records: readonly MutationRecord[]): void {
    if (records.length === 0) return;
    this.#onChange(records);
    this.#observer.takeRecords();
  }
}
