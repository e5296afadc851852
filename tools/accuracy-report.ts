// Writes what was measured as text for people.
import type { Accuracy, Disagreement, Tally } from './accuracy-counts.ts';

const COLUMNS = ['passages', 'expected', 'found', 'right', 'precision', 'recall'] as const;

const row = (name: string, cells: readonly string[]): string =>
  name.padEnd(10) + cells.map((cell) => cell.padStart(11)).join('');

const cellsOf = (tally: Tally): string[] =>
  COLUMNS.map((column) => {
    const value = tally[column];
    if (value === null) return '-';
    return column === 'precision' || column === 'recall' ? value.toFixed(4) : String(value);
  });

const listOf = (title: string, list: readonly Disagreement[]): string[] => [
  '',
  `${list.length} ${title}`,
  ...list.map(
    ({ passage, before, words, after, why }) => `  ${passage}: ${before}[${words}]${after}  (${why})`,
  ),
];

/** The figures as a table, then every wrong verdict, miss and false mark on a line of its own. */
export function describeAccuracy({
  kinds,
  all,
  wrongVerdicts,
  marksWhereNone,
  misses,
  falseMarks,
}: Accuracy): string {
  return [
    row('', COLUMNS),
    ...Object.entries(kinds).map(([kind, tally]) => row(kind, cellsOf(tally))),
    row('all', cellsOf(all)),
    '',
    `${wrongVerdicts.length} wrong verdicts of the gate`,
    ...wrongVerdicts.map(
      ({ passage, kind, medical }) => `  ${passage} (${kind}): ${medical ? 'open' : 'closed'}`,
    ),
    '',
    `${marksWhereNone} marks in everyday and foreign passages`,
    ...listOf('misses', misses),
    ...listOf('false marks', falseMarks),
  ].join('\n');
}
