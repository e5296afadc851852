// Who read what: each entry is read by someone who did not write it, against public references, and again when its text has changed.
import { createHash } from 'node:crypto';
import type { Problem, Source } from '../compile.ts';
import type { PlacedEntry } from '../entry.ts';
import { problemOf } from './problem.ts';
import { type Row, readTable } from './table.ts';

/** The columns of `glossary/reviews.tsv`; rows are only ever added. */
const COLUMNS = ['id', 'hash', 'date', 'references', 'verdict', 'fault'] as const;

export const REVIEWS_HEAD = `${COLUMNS.join('\t')}\n`;

/** What a reader may find: all is right, or something had to be mended; the hash is that of the text as it then stands. */
const VERDICTS: ReadonlySet<string> = new Set(['right', 'mended']);

/** What was mended. */
const FAULTS: ReadonlySet<string> = new Set([
  ...['fact', 'name', 'say', 'mixup', 'unclear', 'hard words', 'advice', 'tone', 'template', 'language'],
]);

/** How many hexadecimal digits of the SHA-256 stand in a row: ten, and two texts of one entry never meet by chance. */
const DIGITS = 10;

/**
 * The hash of what is read on a card: term, sense, kind, say, short, more, other names and abbreviations, mixups. What decides where a card opens (forms, cues, quiet)
 * and where it leads (see, parts, where) may change without a new reading, and so may the order of names and the breaks of lines.
 */
export function textHash(entry: PlacedEntry): string {
  const { term, sense = '', kind, say = '', short, more, also, abbreviations, mixup } = entry;
  const names = [...also, ...abbreviations].sort();
  const differences = Object.entries(mixup).sort(([a], [b]) => (a < b ? -1 : 1));
  const read = [term, sense, kind, say, short, more, names, differences];
  const text = JSON.stringify(read, (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(/\s+/g, ' ') : value,
  );
  return createHash('sha256').update(text).digest('hex').slice(0, DIGITS);
}

/** What a reader has to say of an entry. */
export interface Review {
  /** ISO: 2026-05-31. */
  readonly date: string;
  /** Opened while reading, or "none". */
  readonly references: string;
  readonly verdict: string;
  /** Empty unless something was mended. */
  readonly fault: string;
}

const isDate = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text.length === 10;
};

/** What is wrong with a review, if anything is. */
function faultOf({ date, references, verdict, fault }: Review): string | undefined {
  if (!isDate(date)) return `"${date}" is no date such as 2026-05-31`;
  if (references === '' || /[\t\n]/.test(references)) return 'must name the references opened, or "none"';
  if (!VERDICTS.has(verdict)) return `"${verdict}" is no verdict: ${[...VERDICTS].join(' or ')}`;
  if (verdict === 'right') return fault === '' ? undefined : 'is right and has a fault';
  return FAULTS.has(fault) ? undefined : `"${fault}" is no kind of fault: ${[...FAULTS].join(', ')}`;
}

/** The row of a review, to be added. Throws an Error where the review is no good. */
export function reviewRow(entry: PlacedEntry, review: Review): string {
  const wrong = faultOf(review);
  if (wrong !== undefined) throw new Error(`${entry.id}: ${wrong}.`);
  const { date, references, verdict, fault } = review;
  return `${[entry.id, textHash(entry), date, references, verdict, fault].join('\t')}\n`;
}

function faultOfRow({ cells }: Row, ids: ReadonlySet<string>): string | undefined {
  const { id = '', hash = '', date = '', references = '', verdict = '', fault = '' } = cells;
  if (!ids.has(id)) return 'there is no such entry';
  if (!new RegExp(`^[0-9a-f]{${DIGITS}}$`).test(hash)) return `"${hash}" is no hash`;
  return faultOf({ date, references, verdict, fault });
}

/** Rows that are no good. */
export function checkReviews(source: Source, entries: readonly PlacedEntry[]): Problem[] {
  const { rows, problems } = readTable(source, COLUMNS);
  const ids = new Set(entries.map(({ id }) => id));
  const faults = rows.flatMap((row) => {
    const reason = faultOfRow(row, ids);
    return reason === undefined
      ? []
      : [{ file: source.file, line: row.line, entry: row.cells.id || '(row)', reason }];
  });
  return [...problems, ...faults];
}

/** Entries whose present text nobody has read. */
export function checkRead(source: Source, entries: readonly PlacedEntry[]): Problem[] {
  const { rows } = readTable(source, COLUMNS);
  const read = new Set(rows.map(({ cells: { id, hash } }) => `${id} ${hash}`));
  const known = new Set(rows.map(({ cells: { id } }) => id));
  return entries
    .filter((entry) => !read.has(`${entry.id} ${textHash(entry)}`))
    .map((entry) =>
      problemOf(
        entry,
        known.has(entry.id)
          ? 'has changed since it was read: someone other than the writer reads it again (--review)'
          : 'has been read by nobody but its writer (--review)',
      ),
    );
}
