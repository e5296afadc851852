// The shadow trees of one page that are read, each from the first time it is met.
import { mayHost, shadowRootOf } from './roots.ts';

/** How many are kept in mind before those that have left the page are dropped. */
const MANY = 100;

/** The shadow trees met so far. */
export class Shadows implements Iterable<ShadowRoot> {
  readonly #known = new Set<ShadowRoot>();
  readonly #onFound: (shadow: ShadowRoot) => void;
  readonly #onPossible: (host: Element) => void;

  /**
   * @param onFound called when a shadow tree is met for the first time
   * @param onPossible called for elements that have none and may yet be given one
   */
  constructor(onFound: (shadow: ShadowRoot) => void, onPossible: (host: Element) => void) {
    this.#onFound = onFound;
    this.#onPossible = onPossible;
  }

  /** The shadow tree of an element. */
  of(element: Element): ShadowRoot | null {
    const shadow = shadowRootOf(element);
    if (shadow === null) {
      if (mayHost(element)) this.#onPossible(element);
    } else if (!this.#known.has(shadow)) {
      if (this.#known.size % MANY === MANY - 1)
        for (const known of this.#known) if (!known.isConnected) this.#known.delete(known);
      this.#known.add(shadow);
      this.#onFound(shadow);
    }
    return shadow;
  }

  [Symbol.iterator](): Iterator<ShadowRoot> {
    return this.#known.values();
  }
}
