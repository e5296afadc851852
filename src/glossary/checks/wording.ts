// Checks of single texts: American spelling, how many sentences, reading grade, and words that advise instead of explaining.
import type { Problem } from '../compile.ts';
import type { PlacedEntry } from '../entry.ts';
import { american } from '../spelling.ts';
import type { FindExplained } from './explained.ts';
import { readingGrade } from './grade.ts';
import { problemOf } from './problem.ts';
import { sentencesIn, textsOf, wordsIn } from './words.ts';

/** School years: no entry may be harder, and half of them no harder than the second. */
const HARDEST = 8;
const MEDIAN = 6.5;

/** What an explanation does not say: what to do, and how much of it. */
const ADVICE =
  /\byou (?:should|must|need to|have to|ought to)\b|\b(?:ask|see|call|tell) your (?:doctor|nurse|pharmacist)\b|\b\d[\d.,]* ?(?:mg|mcg|µg|ml|milligrams?|micrograms?|milliliters?)\b/iu;

/** The cushion in the spine is a disc on American pages too. */
const isAmerican = (word: string): boolean =>
  american(word).replaceAll('disk', 'disc') === word.replaceAll('disk', 'disc');

const gradeOf = ({ short, more }: PlacedEntry, explained: FindExplained): number =>
  readingGrade(`${short} ${more}`, explained);

function faultsOf(entry: PlacedEntry, explained: FindExplained): string[] {
  const faults: string[] = [];
  for (const { text } of [entry.term, ...textsOf(entry)].flatMap(wordsIn))
    if (!isAmerican(text)) faults.push(`"${text}" is British: "${american(text)}"`);
  if (sentencesIn(entry.short).length !== 1) faults.push('"short" must be one sentence');
  const sentences = sentencesIn(entry.more).length;
  if (sentences < 2 || sentences > 4) faults.push(`"more" has ${sentences} sentences: 2 to 4`);
  const [advice] = textsOf(entry).flatMap((text) => ADVICE.exec(text)?.[0] ?? []);
  if (advice !== undefined) faults.push(`"${advice}" advises: explain instead`);
  const grade = gradeOf(entry, explained);
  if (Number(grade.toFixed(1)) > HARDEST)
    faults.push(`reading grade ${grade.toFixed(1)}: ${HARDEST} at most, so shorter sentences and words`);
  return faults;
}

export const checkWording = (entries: readonly PlacedEntry[], explained: FindExplained): Problem[] =>
  entries.flatMap((entry) =>
    [...new Set(faultsOf(entry, explained))].map((fault) => problemOf(entry, fault)),
  );

/** The middle reading grade of all entries; 0 where there are none. */
export function medianGrade(entries: readonly PlacedEntry[], explained: FindExplained): number {
  const grades = entries.map((entry) => gradeOf(entry, explained)).sort((a, b) => a - b);
  const half = grades.length >> 1;
  return ((grades[half] ?? 0) + (grades[grades.length % 2 === 1 ? half : half - 1] ?? 0)) / 2;
}

/** The glossary as a whole is too hard to read, if it is. */
export function checkMedian(entries: readonly PlacedEntry[], explained: FindExplained): Problem[] {
  const median = medianGrade(entries, explained);
  if (median <= MEDIAN) return [];
  const reason = `half of the entries are above reading grade ${median.toFixed(1)}: ${MEDIAN} at most`;
  return [{ file: 'glossary/en', line: 1, entry: '(all)', reason }];
}
