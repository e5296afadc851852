// Keeps in mind what may come to light without a change of the tree that can be heard: hidden text, and elements that may yet be given a shadow root.
import type { Layout } from './blocks.ts';

/** How long after the page started, or after the reader did something, what is latent is looked at again, in ms. Components often come with late scripts. */
const LOOK_AFTER = [250, 1000, 4000, 16_000];

/** What a reader does that may show something. */
const ACTS = ['click', 'keyup', 'change', 'toggle', 'scrollend'] as const;

/** The latent elements of one document, until the signal aborts. */
export class Latent {
  readonly #layout: Pick<Layout, 'visible' | 'shadow'>;
  readonly #onShown: (element: Element) => void;
  readonly #hidden = new Set<Element>();
  readonly #hosts = new Set<Element>();
  /** What has no box meets nothing; shown, it does so once it is near the window. */
  readonly #observer = new IntersectionObserver(
    (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.look(),
    { rootMargin: '100%' },
  );
  #timers: number[] = [];

  /** @param onShown called with an element in which something can be read now */
  constructor(
    document: Document,
    layout: Pick<Layout, 'visible' | 'shadow'>,
    onShown: (element: Element) => void,
    signal: AbortSignal,
  ) {
    this.#layout = layout;
    this.#onShown = onShown;
    for (const act of ACTS)
      document.addEventListener(act, (event) => event.isTrusted && this.#lookSoon(), {
        capture: true,
        passive: true,
        signal,
      });
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      this.#stopTimers();
    });
    this.#lookSoon();
  }

  /** Keeps hidden text in mind, by the outermost element that is hidden. */
  addHidden(element: Element): void {
    let outermost = element;
    for (let at: Element | null = element; at && !this.#layout.visible(at); at = at.parentElement) {
      if (this.#hidden.has(at)) return;
      outermost = at;
    }
    this.#hidden.add(outermost);
    this.#observer.observe(outermost);
  }

  /** Keeps an element in mind that may be given a shadow root. */
  addHost(element: Element): void {
    this.#hosts.add(element);
  }

  /** Looks now at everything kept in mind. */
  look(): void {
    for (const element of this.#hidden) {
      if (element.isConnected && !this.#layout.visible(element)) continue;
      this.#hidden.delete(element);
      this.#observer.unobserve(element);
      if (element.isConnected) this.#onShown(element);
    }
    for (const element of this.#hosts) {
      if (element.isConnected && this.#layout.shadow(element) === null) continue;
      this.#hosts.delete(element);
      if (element.isConnected) this.#onShown(element);
    }
  }

  #lookSoon(): void {
    this.#stopTimers();
    this.#timers = LOOK_AFTER.map((ms) => window.setTimeout(() => this.look(), ms));
  }

  #stopTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }
}
