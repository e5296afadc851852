// A rest ends by the clock on the wall: also after sleep, and not when it was taken back.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PauseClock } from '../../src/settings/pause-clock.ts';
import { DEFAULTS, type Settings } from '../../src/settings/settings.ts';
import { PAUSE } from '../../src/settings/site-rules.ts';

const until = (pausedUntil: number | null): Settings => ({ ...DEFAULTS, pausedUntil });

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

function clock() {
  const ring = vi.fn();
  return { ring, clock: new PauseClock(ring) };
}

test('rings once, at the end and not before', () => {
  const { ring, clock: it } = clock();
  it.hear(until(1_000_000 + PAUSE));
  vi.advanceTimersByTime(PAUSE - 1);
  expect(ring).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2);
  expect(ring).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(2 * PAUSE);
  expect(ring).toHaveBeenCalledOnce();
});

test('soon after the machine woke, though timers stood still while it slept', () => {
  const { ring, clock: it } = clock();
  it.hear(until(1_000_000 + PAUSE));
  vi.setSystemTime(1_000_000 + 5 * PAUSE);
  vi.advanceTimersByTime(20_000);
  expect(ring).toHaveBeenCalledOnce();
});

test.each([null, 900_000])('does not ring where there is no rest (%s)', (pausedUntil) => {
  const { ring, clock: it } = clock();
  it.hear(until(1_000_000 + 5000));
  it.hear(until(pausedUntil));
  vi.advanceTimersByTime(2 * PAUSE);
  expect(ring).not.toHaveBeenCalled();
});

test('is silent when stopped', () => {
  const { ring, clock: it } = clock();
  it.hear(until(1_000_000 + 5000));
  it.stop();
  vi.advanceTimersByTime(10_000);
  expect(ring).not.toHaveBeenCalled();
});
