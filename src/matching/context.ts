// Decides by the company a word keeps whether it is meant medically, and in which sense.
//
// "Cast" on a health page can be plaster round an arm, or the people in a film the patient watched. A sense without cues is meant wherever its form
// stands. A sense with cues is meant when, within WINDOW words on either side, one of its cue words stands or one of the entry's related terms. Other
// unambiguous terms within the window help too, where they cannot mislead: one is enough for a phrase ("stress fracture"), two for an abbreviation matched
// by case ("RA"), none for a single word, for "a reduction in arthritis pain" sets no bone. Of several senses those with the nearest cue are meant; if two
// are equally near both are reported, likelier first. When nothing decides the word is left out: a wrong explanation harms more than a missing one.
import type { Sense } from './index.ts';
import type { Candidate } from './match.ts';

/** A place to be marked: which text, and which entries explain it, likelier first. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
}

/** How far, in words, a cue is looked for on either side of a form. */
const WINDOW = 20;
/** How many other unambiguous terms near a form make its neighbourhood medical. */
const TERMS_NEEDED = { abbreviation: 2, phrase: 1, word: Number.POSITIVE_INFINITY } as const;

interface Word {
  readonly at: number;
  readonly text: string;
}

const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu), (m) => ({
    at: m.index,
    text: m[0].toLowerCase().replace(/['’]s$/, ''),
  }));

const isCue = (word: string, cues: readonly string[]): boolean =>
  cues.some((cue) => word === cue || word === `${cue}s` || word === `${cue}es` || `${word}s` === cue);

const isUnambiguous = (candidate: Candidate): boolean =>
  candidate.senses.every((sense) => sense.cues === undefined);

/**
 * The candidates that are meant medically, with the senses that are meant.
 * @param text the block they were found in
 * @param around what stands near the block, for blocks too short to speak for themselves (list items, headings)
 */
export function decideSenses(candidates: readonly Candidate[], text: string, around = ''): Match[] {
  if (candidates.every(isUnambiguous))
    return candidates.map(({ start, end, senses }) => ({ start, end, ids: idsOf(senses) }));
  const words = wordsOf(text);
  const wordAt = (offset: number): number => {
    let low = 0;
    for (let high = words.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((words[middle]?.at ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const neighbours = wordsOf(around);

  /** Words between a form and the nearest thing that speaks for the sense; Infinity when nothing does. */
  const distance = (candidate: Candidate, sense: Sense): number => {
    const { cues } = sense;
    if (cues === undefined) return 0;
    const first = wordAt(candidate.start);
    const last = wordAt(candidate.end) - 1;
    for (let d = 1; d <= WINDOW; d++) {
      const [before, after] = [words[first - d], words[last + d]];
      if ((before && isCue(before.text, cues)) || (after && isCue(after.text, cues))) return d;
    }
    const near = candidates.filter((other) => {
      const away = Math.abs(wordAt(other.start) - first);
      return other !== candidate && isUnambiguous(other) && away <= WINDOW;
    });
    const speaksForUs = ({ id }: Sense): boolean => id === sense.id || sense.related?.includes(id) === true;
    if (near.some((other) => other.senses.some(speaksForUs))) return WINDOW;
    const others = new Set(near.flatMap((other) => idsOf(other.senses)));
    const shape = sense.exact !== undefined ? 'abbreviation' : last > first ? 'phrase' : 'word';
    if (others.size >= TERMS_NEEDED[shape]) return WINDOW;
    return neighbours.some((word) => isCue(word.text, cues)) ? WINDOW + 1 : Infinity;
  };

  return candidates.flatMap((candidate): Match[] => {
    const distances = candidate.senses.map((sense) => distance(candidate, sense));
    const nearest = Math.min(...distances);
    if (nearest === Infinity) return [];
    const meant = candidate.senses.filter((_, i) => distances[i] === nearest);
    return [{ start: candidate.start, end: candidate.end, ids: idsOf(meant) }];
  });
}

const idsOf = (senses: readonly Sense[]): string[] => [...new Set(senses.map(({ id }) => id))];
