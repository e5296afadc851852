// Runs long work in short slices while the page is seen and has nothing better to do.

/** How long one slice may take, in ms: half a frame, so that scrolling stays smooth. */
const SLICE = 8;
/** How long the work may be put off on a page that is never idle, in ms. */
const PATIENCE = 1000;

/** Work that can be left wherever it yields; a `PAUSE` ends the slice, for what comes next takes one of its own. */
export type Work = Iterator<unknown>;
export const PAUSE = Symbol('pause');

/** A queue of work, done in order, in idle slices; none in a tab that nobody sees. */
export class IdleQueue {
  #jobs: Work[] = [];
  #handle: number | undefined;
  readonly #onDone: () => void;

  /** @param onDone called whenever the last of the work is done */
  constructor(onDone: () => void) {
    this.#onDone = onDone;
  }

  get busy(): boolean {
    return this.#jobs.length > 0;
  }

  add(work: Work): void {
    this.#jobs.push(work);
    this.#schedule();
  }

  /** Does everything now. */
  finish(): void {
    this.#work(Number.POSITIVE_INFINITY);
  }

  /** Drops all work. */
  clear(): void {
    this.#jobs = [];
    if (this.#handle !== undefined) cancelIdleCallback(this.#handle);
    this.#handle = undefined;
    document.removeEventListener('visibilitychange', this.#onVisibility);
  }

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'hidden') return;
    document.removeEventListener('visibilitychange', this.#onVisibility);
    if (this.busy) this.#schedule();
  };

  #schedule(): void {
    if (document.visibilityState === 'hidden') {
      document.addEventListener('visibilitychange', this.#onVisibility);
      return;
    }
    this.#handle ??= requestIdleCallback(
      () => {
        this.#handle = undefined;
        if (document.visibilityState !== 'hidden') this.#work(performance.now() + SLICE);
        if (this.busy) this.#schedule();
      },
      { timeout: PATIENCE },
    );
  }

  #work(until: number): void {
    let job = this.#jobs[0];
    while (job && performance.now() < until) {
      const { done, value } = job.next();
      if (done) this.#jobs = this.#jobs.filter((other) => other !== job);
      job = this.#jobs[0];
      if (!job) this.#onDone();
      if (value === PAUSE && until !== Number.POSITIVE_INFINITY) break;
    }
  }
}
