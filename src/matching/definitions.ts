// What abbreviations stand for on one page, as its own text says: "supraventricular tachycardia (SVT)", "SVT (superficial vein thrombosis)". The first is
// then sure wherever it stands on that page; the second is something that the glossary does not explain, and is left unmarked.
import type { FormIndex, Sense } from './index.ts';
import { type Candidate, findCandidates } from './match.ts';

/** Small words that abbreviations leave out. */
const LEFT_OUT = new Set(['a', 'an', 'and', 'de', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);
/** How far from an abbreviation its words may begin, in UTF-16 units. */
const REACH = 120;

const ABBREVIATION = /^[A-Z]{2,6}s?$/;
/** Words, cut at hyphens too: "C-reactive protein" is CRP. */
const WORD = /[a-z\u00c0-\u024f]+(?:['’][a-z]+)*/gi;
/** The words in brackets behind an abbreviation. */
const IN_BRACKETS = /^\s*\(([^()]+)\)/;
/** The words before a bracket, of the same clause. */
const BEFORE_BRACKET = /([^.,;:!?()]+?)\s*\($/;

const lettersOf = (text: string, { start, end }: Candidate): string =>
  text.slice(start, end).replace(/s$/, '').toUpperCase();

/** Whether letters are those of some words in their order: of each word the first, and perhaps some more ("immunodeficiency" is ID). */
function spells(words: readonly string[], letters: string): boolean {
  const [word, ...others] = words;
  if (word === undefined) return letters === '';
  if (LEFT_OUT.has(word) && spells(others, letters)) return true;
  let at = -1;
  for (let taken = 1; taken <= letters.length; taken++) {
    at = taken === 1 ? (word[0] === letters[0] ? 0 : -1) : word.indexOf(letters[taken - 1] ?? '', at + 1);
    if (at < 0) return false;
    if (spells(others, letters.slice(taken))) return true;
  }
  return false;
}

/** The last words of a text that an abbreviation stands for, two at least; undefined where it has other letters. */
function endingIn(letters: string, text: string): string | undefined {
  const words = [...text.toLowerCase().matchAll(WORD)];
  for (let from = words.length - 2; from >= 0 && words.length - from <= 2 * letters.length; from--) {
    const last = words.slice(from);
    if (
      !LEFT_OUT.has(last[0]?.[0] ?? '') &&
      spells(
        last.map(([word]) => word),
        letters.toLowerCase(),
      )
    )
      return text.slice(last[0]?.index);
  }
  return undefined;
}

/** The words that a text gives for the abbreviation at a candidate, if it does. */
function expansionOf(text: string, candidate: Candidate): string | undefined {
  const { start, end } = candidate;
  const letters = lettersOf(text, candidate);
  const [, before] = BEFORE_BRACKET.exec(text.slice(Math.max(0, start - REACH), start)) ?? [];
  if (before !== undefined && text[end] === ')') return endingIn(letters, before);
  const [, within] = IN_BRACKETS.exec(text.slice(end, end + REACH)) ?? [];
  return within === undefined ? undefined : endingIn(letters, within);
}

const isWrittenSo = (text: string, { start, end, senses }: Candidate): boolean =>
  senses.every(({ exact }) => exact !== undefined) && ABBREVIATION.test(text.slice(start, end));

const isOf = (id: string, form: Candidate | undefined): boolean =>
  form?.senses.some((sense) => sense.id === id) ?? false;
const sharesOne = (ids: readonly string[], form: Candidate): boolean => ids.some((id) => isOf(id, form));

/** Whether a form stands right before an abbreviation in brackets, or in the brackets right behind it. */
const stands = (text: string, form: Candidate, { start, end }: Candidate): boolean =>
  /^\s*\($/.test(text.slice(form.end, start)) ||
  (/^\s*\($/.test(text.slice(end, form.start)) && text[form.end] === ')');

/** A sense that nothing has to decide any more. */
const asSure = ({ id, exact, clinical }: Sense): Sense => ({ id, exact, clinical });

/** The abbreviations that one page has explained so far. */
export class Definitions {
  readonly #index: FormIndex;
  /** Ids by the letters; none where they stand for something that is no name of an entry with that abbreviation. */
  readonly #meant = new Map<string, ReadonlySet<string>>();

  constructor(index: FormIndex) {
    this.#index = index;
  }

  /** Takes note of the abbreviations that a text explains. The candidates are those of the text. */
  learn(text: string, candidates: readonly Candidate[]): void {
    if (!text.includes('(')) return;
    for (const candidate of candidates) {
      if (!isWrittenSo(text, candidate)) continue;
      const own = candidate.senses.map(({ id }) => id);
      const named = candidates.find((other) => stands(text, other, candidate) && sharesOne(own, other));
      const words = named ? undefined : expansionOf(text, candidate);
      const ids = named ?? (words === undefined ? undefined : this.#formOf(words));
      if (ids !== undefined || words !== undefined)
        this.#meant.set(lettersOf(text, candidate), new Set(own.filter((id) => isOf(id, ids))));
    }
  }

  /** The form that some words are, all of them. */
  #formOf(words: string): Candidate | undefined {
    return findCandidates(this.#index, words).find(({ start, end }) => start === 0 && end === words.length);
  }

  /** The candidates of a text without those that stand for something else on this page; what the page has explained is sure. */
  apply(text: string, candidates: readonly Candidate[]): readonly Candidate[] {
    if (this.#meant.size === 0) return candidates;
    return candidates.flatMap((candidate) => {
      const { start, end, senses } = candidate;
      if (!senses.every(({ exact }) => exact !== undefined)) return candidate;
      const meant = this.#meant.get(lettersOf(text, candidate));
      if (meant === undefined) return candidate;
      const left = senses.filter(({ id }) => meant.has(id)).map(asSure);
      return left.length > 0 ? { start, end, senses: left } : [];
    });
  }
}
