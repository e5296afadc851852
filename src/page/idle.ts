// Runs long work in short slices while the page is seen and has nothing better to do; or in a hurry, when somebody waits for it.

/** How long one slice may take, in ms: half a frame, so that scrolling stays smooth. */
const SLICE = 8;
/** How long a slice may take in a tab that nobody sees, in ms: nothing is held up there, and timers may come only once a second. */
const SLICE_UNSEEN = 500;
/** How long the work may be put off on a page that is never idle, in ms. */
const PATIENCE = 1000;

/** Work that can be left wherever it yields. A `PAUSE` ends a slice that is half over: what comes next takes long, and cannot be left. */
export type Work = Iterator<unknown>;
export const PAUSE = Symbol('pause');

/** Lets the page hear of input, paint and run what it has to run. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A queue of work, done in order, in idle slices; none in a tab that nobody sees, unless somebody waits for it. */
export class IdleQueue {
  #jobs: Work[] = [];
  #handle: number | undefined;
  /** Settled when the work that somebody waits for is done. */
  #hurry: Promise<void> | undefined;
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

  /** Does everything that is left, and what comes meanwhile, without waiting for idle time; in slices nevertheless. Resolves when nothing is left, be it dropped. */
  finish(): Promise<void> {
    this.#hurry ??= this.#hurryOn();
    return this.#hurry;
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

  async #hurryOn(): Promise<void> {
    try {
      // Work may come of work in a microtask: before it is said that nothing is left, that has its turn.
      for (await null; this.busy; await (this.busy ? pause() : null))
        this.#work(performance.now() + (document.visibilityState === 'hidden' ? SLICE_UNSEEN : SLICE));
    } finally {
      this.#hurry = undefined;
    }
  }

  #schedule(): void {
    // What is done in a hurry needs no idle time.
    if (this.#hurry !== undefined) return;
    if (document.visibilityState === 'hidden') {
      document.addEventListener('visibilitychange', this.#onVisibility);
      return;
    }
    this.#handle ??= requestIdleCallback(
      () => {
        this.#handle = undefined;
        if (this.#hurry === undefined && document.visibilityState !== 'hidden')
          this.#work(performance.now() + SLICE);
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
      if (value === PAUSE && performance.now() > until - SLICE / 2) break;
    }
  }
}
