// Decides by the company a word keeps whether it is meant medically, and in which sense.
//
// "Cast" on a health page can be plaster round an arm, or the people in a film the patient watched. A sense without cues is meant wherever its form
// stands. A sense with cues is meant when something within WINDOW words on either side speaks for it:
// - one of its cue words: "in a cast for my broken wrist" (the nearer the better);
// - a term the entry is related to, or another form of the same entry: "stress fracture ... the fracture";
// - company: other terms that have no other sense, and plain health words, each counted once. "The mass was seen on MRI before the biopsy" has two terms. One
//   piece is enough for a phrase ("stress fracture"), two for a single word or an abbreviation, of which one has to be a term: "my doctor said the cast of the show
//   had flu" has none.
//   An abbreviation in small letters ("the mri") always needs company, as a word does. Company says nothing of everyday words ("cold", "cast"), of forms that
//   health texts use for something else as well ("PKD"), nor of two small letters ("er"): they need one of the above.
// What a word could not decide by these it may decide by words that were: in "the graft failed after the bypass" the bypass, once it is decided,
// is a term like others. Words that are not decided never vouch for each other.
// Of several senses those with the nearest cue are meant; if two are equally near both are reported, likelier first. When nothing decides the word is left
// out: a wrong explanation harms more than a missing one.

import { isAmbiguous, type Sense } from './index.ts';
import type { Candidate } from './match.ts';
import { topicWord } from './topic-words.ts';
import { type Words, wordsIn } from './words.ts';

/** A place to be marked: which text, and which entries explain it, likelier first. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
  /** It is written with a word that is common in everyday English, in all these senses. */
  readonly common?: true;
}

/** What decided about one sense of a form. */
export type Reason =
  /** The form has no other sense. */
  | { readonly kind: 'sure' }
  /** A cue word stands so many words away. */
  | { readonly kind: 'cue'; readonly cue: string; readonly away: number }
  /** A related term stands near. */
  | { readonly kind: 'related'; readonly id: string }
  /** Enough terms and health words stand near. */
  | { readonly kind: 'company'; readonly company: readonly string[] }
  /** A cue word stands in the block before. */
  | { readonly kind: 'before'; readonly cue: string }
  /** Nothing of all that, or not enough. */
  | { readonly kind: 'alone'; readonly company: readonly string[] };

/** What was made of a candidate: the ids of what is meant, none if nothing is, and why, sense by sense. */
export interface Decision {
  readonly candidate: Candidate;
  readonly ids: readonly string[];
  readonly reasons: readonly Reason[];
}

/** How far, in words, company is looked for on either side of a form. */
const WINDOW = 20;
/** How much company decides, and how much of it has to be terms. */
const NEEDED = {
  abbreviation: { company: 2, terms: 2 },
  phrase: { company: 1, terms: 1 },
  word: { company: 2, terms: 1 },
} as const;
/** Abbreviations of so many letters are too short to be told from words by company alone when they stand in small letters: "er". */
const SHORT = 2;

const NO_CUES: readonly string[] = [];

/** The cues of a list by the words that speak for them: the cue itself, its plural and its singular. Made once for each list. */
const cuesByWord = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

function wordsForCues(cues: readonly string[]): ReadonlyMap<string, string> {
  let known = cuesByWord.get(cues);
  if (known === undefined) {
    known = new Map(
      cues.flatMap((cue) => [cue, `${cue}s`, `${cue}es`, cue.replace(/s$/, '')].map((form) => [form, cue])),
    );
    cuesByWord.set(cues, known);
  }
  return known;
}

const isSure = ({ senses, small }: Candidate): boolean => !small && !senses.some(isAmbiguous);

/** How strongly a reason speaks, in words of distance; Infinity when it does not. */
function distanceOf(reason: Reason): number {
  switch (reason.kind) {
    case 'sure':
      return 0;
    case 'cue':
      return reason.away;
    case 'related':
    case 'company':
      return WINDOW;
    case 'before':
      return WINDOW + 1;
    case 'alone':
      return Number.POSITIVE_INFINITY;
  }
}

/**
 * The candidates that are meant medically, with the senses that are meant.
 * @param text the block they were found in
 * @param around what stands near the block, for blocks too short to speak for themselves (list items, headings)
 */
export function decideSenses(candidates: readonly Candidate[], text: string, around = ''): Match[] {
  const ids = candidates.every(isSure)
    ? candidates.map(({ senses }) => idsOf(senses))
    : new Company(candidates, text, around).decided;
  return candidates.flatMap(({ start, end, senses }, i): Match[] => {
    const meant = ids[i] ?? [];
    if (meant.length === 0) return [];
    const common = senses.every((sense) => sense.common || !meant.includes(sense.id));
    return [{ start, end, ids: meant, ...(common && { common }) }];
  });
}

/** As `decideSenses`, for every candidate and with the reasons. */
export function explainSenses(candidates: readonly Candidate[], text: string, around = ''): Decision[] {
  const company = new Company(candidates, text, around);
  return candidates.map((candidate, i) => ({
    candidate,
    ids: company.decided[i] ?? [],
    reasons: company.reasons(i),
  }));
}

/** For each candidate the ids it stands for; none where that is not known. */
type Known = readonly (readonly string[])[];

/** What stands near what in one block of text. */
class Company {
  /** What each candidate turned out to mean; nothing where nothing decides. */
  readonly decided: Known;
  readonly #candidates: readonly Candidate[];
  readonly #words: Words;
  /** The words that were looked at, in small letters. */
  readonly #small: string[] = [];
  readonly #around: string;
  #wordsAround: Words | undefined;
  /** The first and last word of each candidate. */
  readonly #spans: readonly (readonly [first: number, last: number])[];
  /** Whether a word is part of a candidate. */
  readonly #isTaken: boolean[] = [];
  readonly #sure: Known;
  /** After the words that terms without another sense decide. */
  readonly #firstDecided: Known;

  constructor(candidates: readonly Candidate[], text: string, around: string) {
    this.#candidates = candidates;
    this.#words = wordsIn(text);
    this.#around = around;
    this.#spans = candidates.map(({ start, end }) => [
      this.#words.firstFrom(start),
      this.#words.firstFrom(end) - 1,
    ]);
    for (const [first, last] of this.#spans) for (let at = first; at <= last; at++) this.#isTaken[at] = true;
    this.#sure = candidates.map((candidate) => (isSure(candidate) ? idsOf(candidate.senses) : []));
    this.#firstDecided = candidates.map((_, i) => this.#decide(i, this.#sure));
    this.decided = this.#firstDecided.map((ids, i) =>
      ids.length > 0 ? ids : this.#decide(i, this.#firstDecided),
    );
  }

  /** What decided about each sense of a candidate. */
  reasons(i: number): Reason[] {
    const known = this.#firstDecided[i]?.length === 0 ? this.#firstDecided : this.#sure;
    return (this.#candidates[i]?.senses ?? []).map((sense) => this.#reasonFor(i, sense, known));
  }

  #decide(i: number, known: Known): readonly string[] {
    const senses = this.#candidates[i]?.senses ?? [];
    const distances = senses.map((sense) => distanceOf(this.#reasonFor(i, sense, known)));
    const nearest = Math.min(...distances);
    return nearest === Infinity ? [] : idsOf(senses.filter((_, at) => distances[at] === nearest));
  }

  #reasonFor(i: number, sense: Sense, known: Known): Reason {
    const { small } = this.#candidates[i] ?? {};
    if (!isAmbiguous(sense) && !small) return { kind: 'sure' };
    const cues = wordsForCues(sense.cues ?? NO_CUES);
    const [first, last] = this.#spans[i] ?? [0, 0];
    for (let away = 1; away <= WINDOW; away++) {
      const cue = cues.get(this.#word(first - away)) ?? cues.get(this.#word(last + away));
      if (cue !== undefined) return { kind: 'cue', cue, away };
    }
    const terms = this.#termsNear(i, known);
    const related = terms.flat().find((id) => id === sense.id || sense.related?.includes(id));
    if (related !== undefined) return { kind: 'related', id: related };
    const company = new Set(terms.map((ids) => ids.join(' ')));
    const isAbbreviation = sense.exact !== undefined && !small;
    const needed = NEEDED[isAbbreviation ? 'abbreviation' : last > first ? 'phrase' : 'word'];
    const cannotTell = sense.needsCue || (small && last === first && this.#lengthOf(i) <= SHORT);
    if (!cannotTell && company.size >= needed.terms) {
      for (const word of this.#healthWordsNear(i)) company.add(word);
      if (company.size >= needed.company) return { kind: 'company', company: [...company] };
    }
    this.#wordsAround ??= wordsIn(this.#around);
    for (let at = 0; at < this.#wordsAround.count; at++) {
      const cue = cues.get(this.#wordsAround.word(at));
      if (cue !== undefined) return { kind: 'before', cue };
    }
    return { kind: 'alone', company: [...company] };
  }

  /** A word of the text; nothing outside it. */
  #word(at: number): string {
    if (at < 0) return '';
    return (this.#small[at] ??= this.#words.word(at));
  }

  #lengthOf(i: number): number {
    const { start, end } = this.#candidates[i] ?? { start: 0, end: 0 };
    return end - start;
  }

  /** What the terms near a candidate stand for, as far as it is known. */
  #termsNear(i: number, known: Known): Known {
    const [first, last] = this.#spans[i] ?? [0, 0];
    const near: number[] = [];
    for (let j = i - 1; (this.#spans[j]?.[1] ?? -Infinity) >= first - WINDOW; j--) near.push(j);
    for (let j = i + 1; (this.#spans[j]?.[0] ?? Infinity) <= last + WINDOW; j++) near.push(j);
    return near.map((j) => known[j] ?? []).filter((ids) => ids.length > 0);
  }

  /** Health words near a candidate that are no part of another one. */
  #healthWordsNear(i: number): string[] {
    const [first, last] = this.#spans[i] ?? [0, 0];
    const near: string[] = [];
    for (let at = Math.max(0, first - WINDOW); at <= last + WINDOW; at++) {
      if (at >= this.#words.count || this.#isTaken[at]) continue;
      const found = topicWord(this.#words.hash(at));
      if (found?.tells === 'health') near.push(found.word.replace(/s$/, ''));
    }
    return near;
  }
}

const idsOf = (senses: readonly Sense[]): string[] => [...new Set(senses.map(({ id }) => id))];
