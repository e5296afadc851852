// Rings when a rest is over. By the clock on the wall: timers stand still while the machine sleeps.
import type { Settings } from './settings.ts';
import { isPaused } from './site-rules.ts';

/** How often the clock is looked at during a rest, in ms: so late the end may be heard after the machine slept. */
const LOOK_EVERY = 20_000;

/** Waits for the end of a rest, if the settings that it heard last have one. */
export class PauseClock {
  readonly #ring: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param ring called once when a rest ends by itself */
  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** Takes new settings in place of those before. */
  hear(settings: Settings): void {
    clearTimeout(this.#timer);
    const now = Date.now();
    if (!isPaused(settings, now)) return;
    this.#timer = setTimeout(
      () => {
        if (isPaused(settings, Date.now())) this.hear(settings);
        else this.#ring();
      },
      // Timers may ring a little early by the clock on the wall.
      Math.min(settings.pausedUntil - now + 1, LOOK_EVERY),
    );
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
