// Whether the glossary is closed: each word of a text is plain English or explained by an entry; and how many hard words a first sentence holds.
import type { Problem } from '../compile.ts';
import type { PlacedEntry } from '../entry.ts';
import type { FindExplained } from './explained.ts';
import { type Familiar, familiarWith, isHeardOf } from './familiar.ts';
import { problemOf } from './problem.ts';
import { textsOf, wordsIn } from './words.ts';

/** How many hard words beside the entry's own its first sentence may hold. */
const HARD_WORDS = 1;

/** The words of a text that are neither plain nor explained, each once, in small letters. */
function openWords(text: string, explained: FindExplained, familiar: Familiar): string[] {
  const links = explained(text);
  const open = wordsIn(text).filter(
    ({ text: word, start }) =>
      !familiar(word) && !links.some((link) => start >= link.start && start < link.end),
  );
  return [...new Set(open.map(({ text: word }) => word.toLowerCase()))];
}

/** Other entries' forms in the first sentence with a word that many adults have never heard of, each entry once. */
function hardWords(entry: PlacedEntry, explained: FindExplained, familiar: Familiar): string[] {
  const others = explained(entry.short).filter(({ ids }) => !ids.includes(entry.id));
  const hard = others
    .map(({ ids, start, end }) => ({ id: ids[0] ?? '', text: entry.short.slice(start, end) }))
    .filter(({ text }) => !wordsIn(text).every((word) => familiar(word.text) || isHeardOf(word.text)));
  return [...new Map(hard.map(({ id, text }) => [id, text])).values()];
}

/** Words nobody explains, and first sentences that lean on more than one other hard word. */
export function checkClosure(
  entries: readonly PlacedEntry[],
  explained: FindExplained,
  familiar: Familiar,
): Problem[] {
  return entries.flatMap((entry) => {
    const open = textsOf(entry).flatMap((text) => openWords(text, explained, familiar));
    const hard = hardWords(entry, explained, familiar);
    return [
      ...[...new Set(open)].map((word) =>
        problemOf(
          entry,
          `"${word}" is neither plain English nor explained: use another word, write its entry, or add it to glossary/familiar.txt if everyone knows it`,
        ),
      ),
      ...(hard.length > HARD_WORDS
        ? [problemOf(entry, `"short" holds ${hard.length} hard words (${hard.join(', ')}): one at most`)]
        : []),
    ];
  });
}

/** The glossary's own list of plain words, one a line. */
export interface OwnWords {
  readonly file: string;
  readonly words: readonly string[];
}

/**
 * Lines of the glossary's own list that have no business there: not one word in small letters, out of order or twice, plain without it, used by no entry, or the
 * term of one. Another name of one may be plain: kneecap.
 */
export function checkOwnWords({ file, words }: OwnWords, entries: readonly PlacedEntry[]): Problem[] {
  const without = familiarWith([]);
  const terms = new Set(entries.filter(({ quiet }) => !quiet).map(({ term }) => term.toLowerCase()));
  const used = new Set(
    entries.flatMap((entry) => textsOf(entry).flatMap(wordsIn)).map(({ text }) => text.toLowerCase()),
  );
  const open = [...used].filter((word) => !without(word));
  const faultOf = (word: string, before: string | undefined): string | undefined => {
    if (!/^\p{Ll}+$/u.test(word)) return 'must be one word in small letters';
    if (before !== undefined && before >= word) return `must not stand after "${before}"`;
    if (without(word)) return 'is plain without this list';
    if (terms.has(word)) return 'is explained by an entry, so it is not plain';
    return open.some(familiarWith([word])) ? undefined : 'is used by no entry';
  };
  return words.flatMap((word, i) => {
    const reason = faultOf(word, words[i - 1]);
    return reason === undefined ? [] : [{ file, line: i + 1, entry: word, reason }];
  });
}
