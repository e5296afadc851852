// Waiting that ends: every wait in the driver has a limit, and says what it waited for.
import { setTimeout as pause } from 'node:timers/promises';

/** How long anything may take that a reader would see at once. */
export const PATIENCE_MS = 10_000;

/** The promise's outcome, or a failure that names `what` after `ms`. */
export async function within<T>(promise: Promise<T>, what: string, ms = PATIENCE_MS): Promise<T> {
  const given = new AbortController();
  const late = pause(ms, undefined, { signal: given.signal, ref: false }).then(
    () => { throw new Error(`${what}: nothing for ${ms} ms`); },
    () => new Promise<never>(() => {}),
  );
  try {
    return await Promise.race([promise, late]);
  } finally {
    given.abort();
  }
}

/** Asks again and again, for states that no event tells, until the answer is truthy; fails with `what` and the last answer or failure. */
export async function until<T>(ask: () => Promise<T>, what: () => string | Promise<string>, ms = PATIENCE_MS): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const failure = await ask().then((answer) => (answer ? { answer } : { last: 'not yet' }), (error: unknown) => ({ last: String(error) }));
    if ('answer' in failure) return failure.answer;
    if (Date.now() > end) throw new Error(`${await what()} (last answer: ${failure.last})`);
    await pause(30);
  }
}
