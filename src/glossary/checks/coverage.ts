// Compares the glossary with lists of words that people meet: which of them have an entry, and which go without for a stated reason.
import { type Problem, type Source, surfaceForms } from '../compile.ts';
import type { PlacedEntry } from '../entry.ts';
import { wordsOf } from '../reading.ts';
import { type Row, readTable } from './table.ts';

/** Finds the entry that a word is a form of, case and spelling aside. */
type FindEntry = (word: string) => string | undefined;

const key = (word: string): string => wordsOf(word).join(' ');

function entryFinder(entries: readonly PlacedEntry[]): FindEntry {
  const ids = new Map(
    entries.flatMap((entry) => surfaceForms(entry).map(({ text }) => [key(text), entry.id] as const)),
  );
  return (word) => ids.get(key(word));
}

/** Why a word has no entry; the last with the id of the entry that says the same. */
const REASONS: ReadonlySet<string> = new Set(['everyday', 'name', 'not medical']);
const SAME = /^same as ([a-z0-9-]+)$/;

interface Skipped {
  readonly words: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** Reads `glossary/skipped.tsv` (headword, reason) and checks it: reasons are valid, ids exist, no word is there twice or has an entry all the same. */
export function readSkipped(source: Source, entries: readonly PlacedEntry[]): Skipped {
  const { file } = source;
  const { rows, problems } = readTable(source, ['headword', 'reason']);
  const ids = new Set(entries.map(({ id }) => id));
  const find = entryFinder(entries);
  const words = new Set<string>();
  const faultOf = ({ cells: { headword = '', reason = '' } }: Row): string | undefined => {
    const id = SAME.exec(reason)?.[1];
    if (id === undefined && !REASONS.has(reason))
      return `"${reason}" is no reason: ${[...REASONS].join(', ')} or same as ID`;
    if (id !== undefined && !ids.has(id)) return `is the same as "${id}", and there is no such entry`;
    if (words.has(key(headword))) return 'is skipped twice';
    const own = find(headword);
    return own === undefined ? undefined : `is skipped and yet a form of "${own}"`;
  };
  const faults = rows.flatMap((row) => {
    const reason = faultOf(row);
    const { headword = '' } = row.cells;
    words.add(key(headword));
    return reason === undefined ? [] : [{ file, line: row.line, entry: headword || '(row)', reason }];
  });
  return { words, problems: [...problems, ...faults] };
}

/** How much of the beginning of a list the glossary covers. */
interface Share {
  /** So many words from the top. */
  readonly first: number;
  readonly covered: number;
  readonly skipped: number;
}

interface Coverage {
  /** After each 500 words and at the end. */
  readonly shares: readonly Share[];
  /** Words that are neither covered nor skipped, in order, each with the entry that one of its synonyms is a form of. */
  readonly missing: readonly { readonly headword: string; readonly synonymOf?: string }[];
  readonly problems: readonly Problem[];
}

const STEP = 500;

/**
 * Compares with a list: a column `headword`, perhaps `rank` (a number, the most met first; else the order of the rows counts) and `synonyms` (parted by
 * semicolons).
 */
export function coverageOf(
  list: Source,
  entries: readonly PlacedEntry[],
  skipped: ReadonlySet<string>,
): Coverage {
  const { rows, problems } = readTable(list, ['headword']);
  const find = entryFinder(entries);
  const ranked = [...rows].sort((a, b) => Number(a.cells.rank ?? 0) - Number(b.cells.rank ?? 0));
  const shares: Share[] = [];
  const missing: { headword: string; synonymOf?: string }[] = [];
  let [covered, left] = [0, 0];
  ranked.forEach(({ cells: { headword = '', synonyms = '' } }, i) => {
    if (find(headword) !== undefined) covered++;
    else if (skipped.has(key(headword))) left++;
    else {
      const [synonymOf] = synonyms.split(';').flatMap((synonym) => find(synonym) ?? []);
      missing.push({ headword, ...(synonymOf !== undefined && { synonymOf }) });
    }
    if ((i + 1) % STEP === 0 || i + 1 === ranked.length)
      shares.push({ first: i + 1, covered, skipped: left });
  });
  return { shares, missing, problems };
}
