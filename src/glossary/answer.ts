// What is answered to a text that the reader has selected and asked about. Pure but for the search it is given.
import type { Find } from './finder.ts';

export type Answer =
  /** Entries that the text names, likelier first; `guess`: it is spelled otherwise, or only part of a name. */
  | { readonly kind: 'found'; readonly ids: readonly string[]; readonly guess?: string }
  /** The glossary has nothing like it. */
  | { readonly kind: 'unknown'; readonly text: string }
  /** No word, or so much text that it cannot be told which is meant. */
  | { readonly kind: 'unclear' };

/** What is longer, in words or characters, is no name of anything. */
const LONGEST = { words: 6, characters: 100 };
/** What is shorter, in characters, begins too many names. */
const SHORTEST_BEGINNING = 4;
/** How many senses of one name are shown. */
const MOST_SENSES = 4;

/** The text as a person would say it: in one line, without what stands around it. */
const cleanly = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})%+]+$/gu, '');

const small = (text: string): string => text.toLowerCase();

/**
 * Answers for a selected text: all senses of what is called so; else what is called so inside it, the longest name first; else what is called nearly so, as
 * a guess. In a sentence nothing is guessed. Rejects when the glossary cannot be read.
 */
export async function answerTo(selected: string, find: Find): Promise<Answer> {
  const text = cleanly(selected);
  if (text === '') return { kind: 'unclear' };
  const isLong = text.length > LONGEST.characters || text.split(' ').length > LONGEST.words;
  const findings = await find(text);
  const exact = findings.filter(({ kind }) => kind === 'exact');
  const name = exact[0] && small(exact[0].name);
  if (name !== undefined) {
    const senses = exact.filter((finding) => small(finding.name) === name).slice(0, MOST_SENSES);
    return { kind: 'found', ids: senses.map(({ id }) => id) };
  }
  const inside = findings.find(
    (finding) => finding.kind === 'within' && small(text).includes(small(finding.name)),
  );
  if (inside) return { kind: 'found', ids: [inside.id] };
  if (isLong) return { kind: 'unclear' };
  const [guess] = findings;
  const isFragment = guess?.kind !== 'misspelled' && text.length < SHORTEST_BEGINNING;
  if (guess && !isFragment) return { kind: 'found', ids: [guess.id], guess: text };
  return { kind: 'unknown', text };
}
