// What an app is to the harness, whatever it is made with.
import type { Tree } from './model.ts';

/** An app that stands in the page. */
export interface App {
  /** Gives the app another tree to show, as its framework does it: at once or soon. */
  update(tree: Tree): void;
  /** Settles in a microtask once everything given to the app is in the document. */
  flush(): Promise<void>;
  unmount(): void;
}

/** Puts an app into an element. */
export type Mount = (root: HTMLElement, tree: Tree, own: Own) => App;

/** The texts that components show of their own; each component hears of its own alone. */
export class Own {
  readonly #texts = new Map<number, string>();
  readonly #listeners = new Map<number, Set<(text: string) => void>>();

  readonly get = (id: number): string => this.#texts.get(id) ?? 'own edema ';

  set(id: number, text: string): void {
    this.#texts.set(id, text);
    for (const listener of [...(this.#listeners.get(id) ?? [])]) listener(text);
  }

  /** Returns what ends it. */
  subscribe(id: number, listener: (text: string) => void): () => void {
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(listener));
    return () => void listeners.delete(listener);
  }
}
