// A clock of the test's own in a page: what takes a minute is done in a moment, in the same order every time and however busy the machine is.

/** The clock of a page. */
interface Clock {
  /** Lets time pass: all that falls due is done in order, and after each all that the page hears of it. */
  advance(ms: number): Promise<void>;
}

/** Takes over every timer of the page and its `performance.now()`. To be sent to the page by `run`; the result is there as `window.clock`. */
export function installClock(): void {
  interface Timer {
    readonly due: number;
    readonly run: () => void;
  }
  const timers = new Map<number, Timer>();
  let now = 0;
  let lastId = 0;
  const add = (run: () => void, ms = 0): number => {
    // Browsers too drop what is less than a millisecond.
    timers.set(++lastId, { due: now + Math.max(0, Math.trunc(ms)), run });
    return lastId;
  };
  const cancel = (id?: number): void => void timers.delete(id ?? 0);
  const repeat = (run: () => void, ms: number): number => {
    const again = (): void => {
      timers.set(id, { due: now + ms, run: again });
      run();
    };
    const id = add(again, ms);
    return id;
  };
  // A little time passes between any two looks.
  performance.now = () => {
    now += 0.001;
    return now;
  };
  Object.assign(window, {
    setTimeout: add,
    clearTimeout: cancel,
    setInterval: repeat,
    clearInterval: cancel,
    requestIdleCallback: (run: IdleRequestCallback) =>
      add(() => run({ didTimeout: false, timeRemaining: () => 50 }), 1),
    cancelIdleCallback: cancel,
    requestAnimationFrame: (run: FrameRequestCallback) => add(() => run(now), 16),
    cancelAnimationFrame: cancel,
  });
  // The driver's calls count as the reader's own doing in Chromium.
  Object.defineProperty(navigator, 'userActivation', { value: { isActive: false } });

  const { port1, port2 } = new MessageChannel();
  /** Resolves once everything has been heard that was to be heard. */
  const heard = (): Promise<void> =>
    new Promise((resolve) => {
      port2.onmessage = () => resolve();
      port1.postMessage(null);
    });
  const nextDue = (end: number): number | undefined => {
    let next: number | undefined;
    for (const [id, { due }] of timers)
      if (due <= end && due < (timers.get(next ?? 0)?.due ?? Number.POSITIVE_INFINITY)) next = id;
    return next;
  };
  const advance = async (ms: number): Promise<void> => {
    const end = now + ms;
    await heard();
    for (let id = nextDue(end); id !== undefined; id = nextDue(end)) {
      const timer = timers.get(id);
      timers.delete(id);
      now = Math.max(now, timer?.due ?? 0);
      timer?.run();
      await heard();
    }
    now = end;
  };
  Object.assign(window, { clock: { advance } });
}

declare global {
  interface Window {
    readonly clock: Clock;
  }
}
