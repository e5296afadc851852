// Counts words for the badge: a frame tells its page, a page adds up its frames.
import { type Count, tellCount } from '../../src/messages.ts';

const IN_FRAME = window !== window.top;

/** How long changes are gathered before the count is told, in ms. */
const TELL_AFTER = 100;

/** The counts of one document and, in a page, of its frames. */
export class Counts {
  readonly #own: () => Count;
  readonly #isCurrent: () => boolean;
  readonly #frames = new Map<number, Count>();
  #telling = false;
  /** Whether anything but nothing was told: the badge of a page that has just been opened is empty. */
  #hasTold = false;

  /**
   * @param own counts the document's own words
   * @param isCurrent whether this copy of the extension still runs
   */
  constructor(own: () => Count, isCurrent: () => boolean) {
    this.#own = own;
    this.#isCurrent = isCurrent;
  }

  /** The frames that have told a count. */
  get frames(): number[] {
    return [...this.#frames.keys()];
  }

  /** Takes a frame's count. */
  add(frame: number, count: Count): void {
    this.#frames.set(frame, count);
    this.tell();
  }

  /** Tells the count soon. */
  tell(): void {
    if (this.#telling) return;
    this.#telling = true;
    setTimeout(() => {
      this.#telling = false;
      const sum = this.#sum();
      if (!this.#isCurrent() || (sum.count === 0 && !this.#hasTold && !IN_FRAME)) return;
      this.#hasTold = true;
      void tellCount(sum);
    }, TELL_AFTER);
  }

  #sum(): Count {
    const { count, more } = this.#own();
    if (count === null) return { count, more };
    const frames = [...this.#frames.values()];
    return {
      count: frames.reduce((sum, frame) => sum + (frame.count ?? 0), count),
      more: more || frames.some((frame) => frame.more),
    };
  }
}
