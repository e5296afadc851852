// npm run accuracy: how well marking does on the passages in tests/accuracy. It measures and judges nothing; -- --json prints the same as JSON.
import { parseArgs } from 'node:util';
import { compileIndex, describeProblem, readGlossary } from '../src/glossary/compile.ts';
import { openIndex } from '../src/matching/index.ts';
import { corpusSources, readPassages } from './accuracy-corpus.ts';
import { measure } from './accuracy-counts.ts';
import { describeAccuracy } from './accuracy-report.ts';
import { readSources } from './glossary-files.ts';

const USAGE = `npm run accuracy                 precision, recall, misses and false marks on the passages in tests/accuracy
npm run -s accuracy -- --json    the same as JSON`;

function main(): number {
  let json: boolean;
  try {
    json = parseArgs({ options: { json: { type: 'boolean', default: false } } }).values.json;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return 2;
  }
  const glossary = readGlossary(readSources());
  const ids = new Set(glossary.entries.map(({ id }) => id));
  const { passages, problems } = readPassages(corpusSources(), ids);
  const faults = [...glossary.problems.map(describeProblem), ...problems];
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    return 1;
  }
  const accuracy = measure(openIndex(compileIndex(glossary.entries)), passages);
  console.log(json ? JSON.stringify(accuracy) : describeAccuracy(accuracy));
  return 0;
}

process.exitCode = main();
