// Judges whether a page is English and about health, and when to judge again one that keeps changing.
import { createGate, type Verdict } from '../matching/gate.ts';
import type { FormIndex } from '../matching/index.ts';
import type { Candidate } from '../matching/match.ts';
import { inEnglish, type Run } from './blocks.ts';
import type { Parts } from './parts.ts';
import { elementOf, type Place } from './roots.ts';

/** Least time between two judgements of a page that keeps changing, in ms; doubled each time while nothing comes of it. */
const AGAIN_AFTER = 1000;
const AGAIN_AT_MOST = 30_000;

/** The verdict on a page, whether anything of it is about health, and how many words of the glossary it was reached with. */
export type Judgement = Verdict & { readonly anyMedical: boolean; readonly found: number };

/** Reads blocks in document order until enough is known of the page and, as far as that was read, of its parts. A step is a moment to pause. */
export function* judge(
  index: FormIndex,
  parts: Parts,
  blocks: Iterable<Place | undefined>,
  runsOf: (block: Place) => readonly Run[],
  candidatesIn: (text: string) => readonly Candidate[],
): Generator<undefined, Judgement> {
  const gate = createGate(index);
  let last: Place | undefined;
  for (const block of blocks) {
    if (block?.isConnected && inEnglish(elementOf(block)))
      for (const { text } of runsOf(block)) {
        const candidates = candidatesIn(text);
        gate.read(text, candidates);
        parts.read(block, text, candidates);
      }
    if (gate.full) {
      last = block;
      break;
    }
    yield;
  }
  const verdict = gate.verdict();
  return { ...verdict, anyMedical: parts.settle(verdict.medical, last), found: gate.found };
}

/** Waits longer each time before a page is judged again. */
export class Reconsideration {
  readonly #judgeAgain: () => void;
  #after = AGAIN_AFTER;
  #timer: number | undefined;
  #address = '';

  constructor(judgeAgain: () => void) {
    this.#judgeAgain = judgeAgain;
  }

  /** Judges a page again after a while; one at another address is not kept waiting. */
  later(address: string): void {
    if (address !== this.#address) this.reset();
    this.#address = address;
    if (this.#timer !== undefined) return;
    this.#timer = window.setTimeout(() => {
      this.#timer = undefined;
      this.#judgeAgain();
    }, this.#after);
    this.#after = Math.min(this.#after * 2, AGAIN_AT_MOST);
  }

  /** Nothing is judged again, and the next time the wait is short. */
  reset(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#after = AGAIN_AFTER;
  }
}
