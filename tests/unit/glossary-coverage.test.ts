// Comparing the glossary with lists of headwords, and the list of words that are skipped.
import { describe, expect, test } from 'vitest';
import { coverageOf, readSkipped } from '../../src/glossary/checks/coverage.ts';
import { readTable } from '../../src/glossary/checks/table.ts';
import { describeProblem, readGlossary } from '../../src/glossary/compile.ts';

const TEXT = ['anemia', 'heart attack']
  .map((term) => ({
    term,
    kind: 'condition',
    short: 'One two three four five six seven eight.',
    more: `${'word '.repeat(30)}end.`,
    also: [`${term} two`],
  }))
  .map((entry) => `- ${JSON.stringify(entry)}\n`)
  .join('');
const { entries } = readGlossary([{ file: 'x.yaml', text: TEXT }]);

const skip = (...rows: string[]) =>
  readSkipped({ file: 'glossary/skipped.tsv', text: ['headword\treason', ...rows].join('\n') }, entries);
const list = (text: string) => ({ file: 'list.tsv', text });

describe('the words that are skipped', () => {
  test('for a good reason', () => {
    const { words, problems } = skip(
      'table\teveryday',
      'Mayo\tname',
      '',
      'coronary\tsame as heart-attack',
      'tax\tnot medical',
    );
    expect(problems).toEqual([]);
    expect([...words]).toEqual(['table', 'mayo', 'coronary', 'tax']);
  });

  test.each<[fault: string, rows: string[], told: string]>([
    ['no reason', ['table\t'], '2 table: "" is no reason: everyday, name, not medical or same as ID'],
    [
      'another reason',
      ['table\tboring'],
      '2 table: "boring" is no reason: everyday, name, not medical or same as ID',
    ],
    [
      'the same as nothing',
      ['table\tsame as chair'],
      '2 table: is the same as "chair", and there is no such entry',
    ],
    [
      'covered all the same',
      ['x\tname', 'Anaemias\teveryday'],
      '3 Anaemias: is skipped and yet a form of "anemia"',
    ],
    ['twice', ['table\tname', 'Table\teveryday'], '3 Table: is skipped twice'],
  ])('%s', (_fault, rows, told) => {
    expect(skip(...rows).problems.map(describeProblem)).toEqual([`glossary/skipped.tsv:${told}`]);
  });

  test('a file without its columns', () => {
    const { problems } = readSkipped({ file: 's.tsv', text: 'word\treason\nx\tname' }, entries);
    expect(problems.map(describeProblem)).toEqual(['s.tsv:1 (file): has no column "headword"']);
  });
});

describe('coverage', () => {
  test('what is covered, skipped, missing, by rank', () => {
    const { shares, missing } = coverageOf(
      list(
        'rank\theadword\tsynonyms\n3\tzebra\t\n1\tHeart-attacks\t\n2\tMI\tinfarct; heart attack\n4\tanaemia\t\n5\ttable\t',
      ),
      entries,
      skip('table\teveryday').words,
    );
    expect(shares).toEqual([{ first: 5, covered: 2, skipped: 1 }]);
    expect(missing).toEqual([{ headword: 'MI', synonymOf: 'heart-attack' }, { headword: 'zebra' }]);
  });

  test('shares after each 500 words, in the order of the file where there is no rank', () => {
    const words = Array.from({ length: 1100 }, (_, i) => (i < 600 ? 'anemia' : `w${i}`));
    const { shares, missing } = coverageOf(list(['headword', ...words].join('\n')), entries, new Set());
    expect(shares.map(({ first, covered }) => [first, covered])).toEqual([
      [500, 500],
      [1000, 600],
      [1100, 600],
    ]);
    expect(missing[0]).toEqual({ headword: 'w600' });
  });

  test('a list without headwords', () => {
    expect(coverageOf(list('word\nx'), entries, new Set()).problems).toHaveLength(1);
  });
});

test('a table keeps its line numbers and fills short rows', () => {
  expect(readTable(list('a\tb\r\n1\t2\r\n\r\n3\r\n'), ['a']).rows).toEqual([
    { line: 2, cells: { a: '1', b: '2' } },
    { line: 4, cells: { a: '3', b: '' } },
  ]);
});
