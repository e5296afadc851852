// Whether entries are written one by one: no sentence twice, no first sentence that differs from another only in names.
import type { Problem } from '../compile.ts';
import type { PlacedEntry } from '../entry.ts';
import type { FindExplained } from './explained.ts';
import { problemOf } from './problem.ts';
import { sentencesIn, wordsIn } from './words.ts';

const NAME = '_';

/** What may be said anywhere in the same words, as it must not be missed. */
const COMMON_SENTENCES: ReadonlySet<string> = new Set(['this needs emergency care']);

/** The words of a sentence in small letters. */
const plainly = (text: string): string => (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(' ');

/** A first sentence with every name the glossary knows, and every number, blotted out. */
function withoutNames(short: string, explained: FindExplained): string {
  let text = '';
  let from = 0;
  for (const { start, end } of explained(short)) {
    text += `${short.slice(from, start)} ${NAME} `;
    from = end;
  }
  const words = `${text}${short.slice(from)}`.toLowerCase().match(/[\p{L}]+|_|\d+/gu) ?? [];
  return words.map((word) => (/\d/.test(word) ? NAME : word)).join(' ');
}

/** Each text that an earlier entry has too, told of the later one. */
function repeated(
  entries: readonly PlacedEntry[],
  keysOf: (entry: PlacedEntry) => readonly string[],
  describe: (twin: PlacedEntry, key: string) => string,
): Problem[] {
  const first = new Map<string, PlacedEntry>();
  return entries.flatMap((entry) =>
    keysOf(entry).flatMap((key) => {
      const twin = first.get(key);
      if (twin === undefined) first.set(key, entry);
      return twin === undefined || twin === entry ? [] : [problemOf(entry, describe(twin, key))];
    }),
  );
}

export const checkDistinct = (entries: readonly PlacedEntry[], explained: FindExplained): Problem[] => [
  ...repeated(
    entries,
    ({ short, more }) =>
      [short, ...sentencesIn(more)].map(plainly).filter((sentence) => !COMMON_SENTENCES.has(sentence)),
    ({ id }, sentence) => `shares the sentence "${sentence}" with "${id}"`,
  ),
  ...repeated(
    entries,
    ({ short }) => [withoutNames(short, explained)],
    ({ id }) => `"short" differs from that of "${id}" in nothing but names`,
  ),
];

/** How many words count as the opening of a sentence. */
const OPENING = 3;

/** The commonest openings of first sentences, with how many entries begin so, commonest first: none should be a habit. */
export function commonOpenings(
  entries: readonly PlacedEntry[],
  most: number,
): [opening: string, count: number][] {
  const openings = Map.groupBy(entries, ({ short }) =>
    wordsIn(short)
      .slice(0, OPENING)
      .map(({ text }) => text)
      .join(' '),
  );
  return [...openings]
    .map(([opening, { length }]): [string, number] => [opening, length])
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, most);
}
