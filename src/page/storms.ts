// Finds places that change so often that to watch them costs too much - a ticker, an animation, an answer that streams in - and leaves them unwatched for
// a while. Only places without marks: where a mark stands every change has to be healed before it is painted.
import { MARK } from './blocks.ts';
import type { Place } from './roots.ts';
import type { Watcher } from './watcher.ts';

/** A place is in a storm when its changes came at this many times within so many ms; changes made in one go are one. */
const TIMES = 10;
const WITHIN = 250;
/** How long it is left unwatched, in ms. If it goes on then, it is so again. */
const LASTS = 1000;

interface Gusts {
  since: number;
  last: number;
  times: number;
}

/** The storms of one document. */
export class Storms {
  readonly #watcher: Watcher;
  readonly #onOver: (places: readonly Place[]) => void;
  #gusts = new WeakMap<Place, Gusts>();
  readonly #raging = new Set<Place>();
  #timer: number | undefined;

  /** @param onOver called when places are watched again: what they changed meanwhile was not heard */
  constructor(watcher: Watcher, onOver: (places: readonly Place[]) => void) {
    this.#watcher = watcher;
    this.#onOver = onOver;
  }

  /** Notes that a place changed, at `now` as performance.now(). */
  note(place: Place, now: number): void {
    const gusts = this.#gusts.get(place);
    if (gusts === undefined || now - gusts.since > WITHIN) {
      this.#gusts.set(place, { since: now, last: now, times: 1 });
      return;
    }
    if (now > gusts.last) gusts.times++;
    gusts.last = now;
    if (gusts.times < TIMES) return;
    this.#gusts.delete(place);
    if (place.querySelector(MARK) !== null) return;
    this.#raging.add(place);
    this.#watcher.leaveOut(this.#raging);
    this.#timer ??= window.setTimeout(() => this.end(), LASTS);
  }

  /** Whether a place is in a storm, so that its changes are not heard. */
  has(place: Place): boolean {
    return this.#raging.has(place);
  }

  /** Has everything watched again. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const places = [...this.#raging];
    this.#raging.clear();
    if (places.length === 0) return;
    this.#watcher.leaveOut(this.#raging);
    this.#onOver(places);
  }
}
