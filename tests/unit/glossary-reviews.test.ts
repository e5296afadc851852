// The rows that say who read what: which change of an entry asks for a new reading, and which rows are no good.

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  checkRead,
  checkReviews,
  REVIEWS_HEAD,
  type Review,
  reviewRow,
  textHash,
} from '../../src/glossary/checks/reviews.ts';
import { describeProblem } from '../../src/glossary/compile.ts';
import { EntrySchema, type PlacedEntry } from '../../src/glossary/entry.ts';

const SHORT = 'One two three four five six seven eight.';
const MORE = `${'word '.repeat(30)}end.`;

const entryWith = (changes: object): PlacedEntry => ({
  ...v.parse(EntrySchema, {
    ...{ term: 'femur', kind: 'body-part', short: SHORT, more: MORE },
    ...{
      also: ['thigh bone', 'leg bone'],
      see: ['hip'],
      mixup: { tibia: 'below', hip: 'above' },
      ...changes,
    },
  }),
  ...{ id: 'femur', topic: 'bones', file: 'glossary/en/bones.yaml', line: 7 },
});

const entry = entryWith({});
const RIGHT: Review = { date: '2026-05-31', references: 'MedlinePlus', verdict: 'right', fault: '' };
const table = (...rows: string[]) => ({ file: 'glossary/reviews.tsv', text: REVIEWS_HEAD + rows.join('') });

describe('what asks for a new reading', () => {
  const rows = table(reviewRow(entry, RIGHT));

  test('an entry that was read passes', () => {
    expect(checkRead(rows, [entry])).toEqual([]);
  });

  test('an entry that nobody has read does not', () => {
    expect(checkRead(table(), [entry]).map(describeProblem)).toEqual([
      'glossary/en/bones.yaml:7 femur: has been read by nobody but its writer (--review)',
    ]);
  });

  test.each<[what: string, changes: object]>([
    ['term', { term: 'Femur' }],
    ['sense', { sense: 'in a dog' }],
    ['kind', { kind: 'place' }],
    ['say', { say: 'FEE-mur' }],
    ['short', { short: `Another ${SHORT}` }],
    ['more', { more: `Another ${MORE}` }],
    ['also', { also: ['thigh bone'] }],
    ['abbreviations', { abbreviations: ['F'] }],
    ['mixup', { mixup: { tibia: 'above', hip: 'above' } }],
  ])('%s', (_what, changes) => {
    expect(checkRead(rows, [entryWith(changes)]).map(({ reason }) => reason)).toEqual([
      'has changed since it was read: someone other than the writer reads it again (--review)',
    ]);
  });

  test.each<[what: string, changes: object]>([
    ['see', { see: [] }],
    ['forms', { forms: ['femoral'] }],
    ['quiet', { quiet: true }],
    ['the order of names', { also: ['leg bone', 'thigh bone'] }],
    ['the order of mixups', { mixup: { hip: 'above', tibia: 'below' } }],
    ['line breaks', { more: MORE.replace(' ', '\n') }],
  ])('not %s', (_what, changes) => {
    expect(checkRead(rows, [entryWith(changes)])).toEqual([]);
  });

  test('the hash stays the same for good', () => {
    expect(textHash(entry)).toBe('77158d1e7c');
  });
});

describe('rows', () => {
  const hash = textHash(entry);
  const row = (...cells: string[]) => `${cells.join('\t')}\n`;

  test('good ones', () => {
    const mended = reviewRow(entry, { ...RIGHT, references: 'none', verdict: 'mended', fault: 'fact' });
    expect(checkReviews(table(reviewRow(entry, RIGHT), mended), [entry])).toEqual([]);
  });

  test.each<[fault: string, row: string, told: string]>([
    ['no entry', row('tibia', hash, '2026-05-31', 'none', 'right', ''), 'tibia: there is no such entry'],
    ['no hash', row('femur', 'x', '2026-05-31', 'none', 'right', ''), 'femur: "x" is no hash'],
    [
      'no date',
      row('femur', hash, '2026-02-30', 'none', 'right', ''),
      'femur: "2026-02-30" is no date such as 2026-05-31',
    ],
    [
      'half a date',
      row('femur', hash, '2026-02', 'none', 'right', ''),
      'femur: "2026-02" is no date such as 2026-05-31',
    ],
    [
      'no references',
      row('femur', hash, '2026-05-31', '', 'right', ''),
      'femur: must name the references opened, or "none"',
    ],
    [
      'no verdict',
      row('femur', hash, '2026-05-31', 'none', 'ok', ''),
      'femur: "ok" is no verdict: right or mended',
    ],
    [
      'right with a fault',
      row('femur', hash, '2026-05-31', 'none', 'right', 'fact'),
      'femur: is right and has a fault',
    ],
    [
      'mended without one',
      row('femur', hash, '2026-05-31', 'none', 'mended'),
      'femur: "" is no kind of fault: fact, ',
    ],
  ])('%s', (_fault, text, told) => {
    const [problem] = checkReviews(table(text), [entry]).map(describeProblem);
    expect(problem).toContain(`glossary/reviews.tsv:2 ${told}`);
  });

  test('a review that is no good makes no row', () => {
    expect(() => reviewRow(entry, { ...RIGHT, verdict: 'fine' })).toThrow('"fine" is no verdict');
    expect(() => reviewRow(entry, { ...RIGHT, references: 'a\tb' })).toThrow('must name the references');
  });

  test('a table without its columns', () => {
    expect(checkReviews({ file: 'r.tsv', text: 'id\thash\n' }, [entry])).toHaveLength(1);
  });
});
