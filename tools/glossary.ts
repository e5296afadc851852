// npm run glossary: checks every entry and prints a summary, or does one of the things that --help lists.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { coverageOf, readSkipped } from '../src/glossary/checks/coverage.ts';
import { commonOpenings } from '../src/glossary/checks/distinct.ts';
import { explainedBy } from '../src/glossary/checks/explained.ts';
import { checkRead, checkReviews, reviewRow } from '../src/glossary/checks/reviews.ts';
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
import { entryId, type PlacedEntry } from '../src/glossary/entry.ts';
import {
  addReviews,
  ENTRIES,
  readBeside,
  readReviewsFile,
  readShared,
  readSkippedFile,
  readSources,
} from './glossary-files.ts';
import { addStub } from './glossary-new.ts';
import { glossaryPage } from './glossary-page.ts';

const USAGE = `npm run glossary                 check all entries and print a summary
npm run -s glossary -- --json    print every entry as one line of JSON
npm run glossary -- --html       write a page to read all entries in, with warnings (default .output/glossary.html; --out FILE)
npm run -s glossary -- --coverage FILE.tsv
                                 what a list of headwords (columns headword, perhaps rank and synonyms) has and the glossary has not
npm run glossary -- --new TERM   add a stub to glossary/en/new.yaml (--topic FILE: to another file), to be written
npm run glossary -- --review ID... --references "MedlinePlus, NHS" --verdict right|mended [--fault KIND]
                                 add a row to glossary/reviews.tsv for each entry, as you have read it today
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

interface Options {
  json?: boolean;
  html?: boolean;
  out?: string;
  folder?: string;
  coverage?: string;
  new?: string;
  topic?: string;
  review?: boolean;
  references?: string;
  verdict?: string;
  fault?: string;
  help?: boolean;
}

function writePage(entries: readonly PlacedEntry[], warnings: readonly Problem[], path: string): void {
  const out = resolve(path);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, glossaryPage(entries, warnings));
  console.log(out);
}

/** How well the entries cover a list of headwords, and what is missing. Throws when the list cannot be read. */
function tellCoverage(entries: readonly PlacedEntry[], path: string): number {
  const list = { file: path, text: readFileSync(path, 'utf8') };
  const { shares, missing, problems } = coverageOf(
    list,
    entries,
    readSkipped(readSkippedFile(), entries).words,
  );
  if (problems.length > 0) return tellProblems(problems, entries.length);
  for (const { headword, synonymOf } of missing)
    console.log(synonymOf === undefined ? headword : `${headword}\t(a synonym of it is in ${synonymOf})`);
  const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
  for (const { first, covered, skipped } of shares)
    console.log(
      `first ${first}: ${percent(covered, first)} have an entry, ${percent(skipped, first)} are skipped for a reason, ${first - covered - skipped} missing`,
    );
  return 0;
}

/** Adds a stub for a term. Throws when the topic is no name of a file. */
function addEntry(entries: readonly PlacedEntry[], term: string, topic: string, folder = ENTRIES): number {
  const name = topic.replace(/^.*\//, '').replace(/\.yaml$/, '');
  if (entryId(name) !== name) throw new Error(`--topic ${topic}: must be a name such as bones-joints.`);
  const twin = entries.find(({ id }) => id === entryId(term));
  if (twin !== undefined) throw new Error(`"${term}" is at ${twin.file}:${twin.line}.`);
  const file = `${name}.yaml`;
  addStub(join(folder, file), term);
  console.log(`${file}: write the entry "${entryId(term)}"; npm run glossary tells what is left to do`);
  return 0;
}

/** Adds a row for each entry that was read. Throws, and adds nothing, when an id or what is said of the reading is no good. */
function review(entries: readonly PlacedEntry[], ids: readonly string[], options: Options): number {
  const { references = '', verdict = '', fault = '' } = options;
  const date = new Date().toISOString().slice(0, 10);
  const rows = ids.map((id) => {
    const entry = entries.find((one) => one.id === id);
    if (entry === undefined) throw new Error(`There is no entry "${id}".`);
    return reviewRow(entry, { date, references, verdict, fault });
  });
  addReviews(rows);
  process.stdout.write(rows.join(''));
  return 0;
}

/** @param ids the entries that --review is about */
function run(options: Options, ids: readonly string[]): number {
  const { entries, problems, refusals } = readGlossary(readSources(options.folder));
  if (options.new !== undefined)
    return addEntry(entries, options.new, options.topic ?? 'new', options.folder);
  if (options.review) return review(entries, ids, options);
  if (options.coverage !== undefined) return tellCoverage(entries, options.coverage);
  if (problems.length > 0) return tellProblems(problems, entries.length);
  if (options.json) {
    for (const entry of entries) console.log(jsonOf(entry));
    return 0;
  }
  const reviews = readReviewsFile();
  const wrong = [
    ...readShared().problems,
    ...checkTexts(entries, readBeside()),
    ...readSkipped(readSkippedFile(), entries).problems,
    ...checkReviews(reviews, entries),
    ...checkRead(reviews, entries),
  ];
  if (options.html) {
    writePage(entries, [...wrong, ...refusals], options.out ?? '.output/glossary.html');
    return 0;
  }
  console.log(summary(entries));
  for (const refusal of refusals) console.log(describeProblem(refusal));
  return wrong.length > 0 ? tellProblems(wrong, entries.length) : 0;
}

function main(): number {
  try {
    const { values: options, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        html: { type: 'boolean' },
        out: { type: 'string' },
        folder: { type: 'string' },
        coverage: { type: 'string' },
        new: { type: 'string' },
        topic: { type: 'string' },
        review: { type: 'boolean' },
        references: { type: 'string' },
        verdict: { type: 'string' },
        fault: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (positionals.length > 0 && !options.review) throw new Error(`"${positionals[0]}" is no option.`);
    if (!options.help) return run(options, positionals);
    console.log(USAGE);
    return 0;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return 2;
  }
}

process.exitCode = main();
