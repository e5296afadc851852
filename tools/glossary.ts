// npm run glossary: checks every entry and prints a summary. -- --json prints the entries, -- --html FILE writes a page to read them in.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { commonOpenings } from '../src/glossary/checks/distinct.ts';
import { explainedBy } from '../src/glossary/checks/explained.ts';
import { checkTexts } from '../src/glossary/checks/texts.ts';
import { medianGrade } from '../src/glossary/checks/wording.ts';
import {
  compileIndex,
  compileShards,
  describeProblem,
  type Problem,
  readGlossary,
  surfaceForms,
} from '../src/glossary/compile.ts';
import type { PlacedEntry } from '../src/glossary/entry.ts';
import { readBeside, readSources } from './glossary-files.ts';
import { glossaryPage } from './glossary-page.ts';

const USAGE = `npm run glossary                 check all entries and print a summary
npm run -s glossary -- --json    print every entry as one line of JSON
npm run glossary -- --html       write a page to read all entries in (default .output/glossary.html; --out FILE)
  --folder DIR                   read the YAML files of another folder`;

/** How many of the commonest openings of first sentences are printed. */
const OPENINGS = 12;

/** What --json prints of an entry, in this order. */
const FIELDS = [
  ...(['id', 'term', 'sense', 'kind', 'say', 'short', 'more', 'also', 'abbreviations', 'forms'] as const),
  ...(['ambiguous', 'see', 'parts', 'where', 'mixup', 'quiet', 'topic'] as const),
];

function jsonOf(entry: PlacedEntry): string {
  const printed = { ...entry, forms: surfaceForms(entry).map(({ text }) => text) };
  return JSON.stringify(Object.fromEntries(FIELDS.map((field) => [field, printed[field]])));
}

function summary(entries: readonly PlacedEntry[]): string {
  const topics = Map.groupBy(entries, ({ topic }) => topic);
  const forms = entries.reduce((sum, entry) => sum + surfaceForms(entry).length, 0);
  const bytes = compileIndex(entries).length;
  const shards = compileShards(entries).reduce((sum, shard) => sum + JSON.stringify(shard).length, 0);
  return [
    ...[...topics].map(([topic, list]) => `${topic.padEnd(24)} ${String(list.length).padStart(4)}`),
    `commonest openings: ${commonOpenings(entries, OPENINGS)
      .map(([opening, count]) => `${opening} (${count})`)
      .join(', ')}`,
    `median reading grade ${medianGrade(entries, explainedBy(entries)).toFixed(1)}`,
    `${entries.length} entries, ${forms} forms; index ${bytes} bytes (${(bytes / forms).toFixed(1)} a form), explanations ${shards} bytes`,
  ].join('\n');
}

function tellProblems(problems: readonly Problem[], entries: number): number {
  for (const problem of problems) console.error(describeProblem(problem));
  console.error(`${problems.length} problem(s) in ${entries} entries`);
  return 1;
}

function main(): number {
  let options: { json?: boolean; html?: boolean; out?: string; folder?: string; help?: boolean };
  try {
    options = parseArgs({
      options: {
        json: { type: 'boolean' },
        html: { type: 'boolean' },
        out: { type: 'string' },
        folder: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return 2;
  }
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const { entries, problems, refusals } = readGlossary(readSources(options.folder));
  if (problems.length > 0) return tellProblems(problems, entries.length);
  if (options.json) for (const entry of entries) console.log(jsonOf(entry));
  else if (options.html) {
    const out = resolve(options.out ?? '.output/glossary.html');
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, glossaryPage(entries));
    console.log(out);
  } else {
    console.log(summary(entries));
    for (const refusal of refusals) console.log(describeProblem(refusal));
    const wrong = checkTexts(entries, readBeside());
    if (wrong.length > 0) return tellProblems(wrong, entries.length);
  }
  return 0;
}

process.exitCode = main();
