// Cuts the text of an entry into sentences and words, as all checks see it. Pure.
import type { PlacedEntry } from '../entry.ts';

/** A word as written and where it starts. */
export interface Word {
  readonly text: string;
  readonly start: number;
}

/** All words of a text: letters with apostrophes in between. A hyphen parts words; numbers, and names with a digit such as L4, are none. */
export const wordsIn = (text: string): Word[] =>
  Array.from(text.matchAll(/(?<![\p{L}\d])\p{L}+(?:['’]\p{L}+)*(?![\p{L}\d])/gu), ({ 0: word, index }) => ({
    text: word.replaceAll('’', "'"),
    start: index,
  }));

/** The sentences of a text. A stop within a number or an abbreviation such as "M.D." ends none. */
export const sentencesIn = (text: string): string[] =>
  text
    .split(/(?<=[.?!]["”)]?)\s+(?=["“(]?[\p{Lu}\d])/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);

/** What an entry tells its reader, piece by piece. */
export const textsOf = ({ short, more, mixup }: PlacedEntry): string[] => [
  short,
  more,
  ...Object.values(mixup),
];
