// Brings the compiled glossary into the build, as files of the extension: the index as a content script, the explanations in shards, the names for the search, the drawings of the body.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkLinks } from '../src/glossary/checks/links.ts';
import { compileIndex, compileShards, describeProblem, readGlossary } from '../src/glossary/compile.ts';
import { CONTENT_SCRIPTS, indexScript } from '../src/glossary/delivery.ts';
import { drawingPath, FIGURES } from '../src/glossary/drawings.ts';
import type { PlacedEntry } from '../src/glossary/entry.ts';
import { shardPath } from '../src/glossary/lookup.ts';
import { compileNames, NAMES_PATH } from '../src/glossary/names.ts';
import { compileDrawings } from './drawings/drawings.ts';
import { type ReadShared, readBeside, readDrawing, readShared, readSources } from './glossary-files.ts';

const REVIEWS = fileURLToPath(new URL('../glossary/reviews.tsv', import.meta.url));

/** Stands in every drawing: its license asks for it. */
const CREDIT =
  'Adapted from Anatomogram 2.4.0 by the Expression Atlas team at EMBL-EBI, CC BY 4.0, https://creativecommons.org/licenses/by/4.0/';

/** The checked entries. Throws an Error that lists every problem, a line each. */
function checkedEntries(shared: ReadShared): readonly PlacedEntry[] {
  const { entries, problems: own } = readGlossary(readSources());
  const { parts, places } = readBeside();
  const problems = [...own, ...shared.problems, ...checkLinks(entries, parts, places)];
  if (problems.length > 0)
    throw new Error(
      `The glossary has ${problems.length} problem(s):\n${problems.map(describeProblem).join('\n')}`,
    );
  return entries;
}

/** The day of the newest reading of an entry, as YYYY-MM-DD. */
export const glossaryEdition = (): string =>
  readFileSync(REVIEWS, 'utf8')
    .split('\n')
    .slice(1)
    .reduce((newest, row) => {
      const date = row.split('\t')[2] ?? '';
      return date > newest ? date : newest;
    }, '');

/** The files for WXT's `build:publicAssets` hook. */
export function glossaryFiles(): { relativeDest: string; contents: string }[] {
  const shared = readShared();
  const entries = checkedEntries(shared);
  const index = Buffer.from(compileIndex(entries)).toString('base64');
  const shards = compileShards(entries, shared).map((shard, i) => ({
    relativeDest: shardPath(i),
    contents: JSON.stringify(shard),
  }));
  const drawings = compileDrawings(shared.places, readDrawing);
  return [
    { relativeDest: CONTENT_SCRIPTS[0], contents: indexScript(index) },
    { relativeDest: NAMES_PATH, contents: JSON.stringify(compileNames(entries)) },
    ...shards,
    ...FIGURES.map((figure) => ({
      relativeDest: drawingPath(figure),
      contents: JSON.stringify({ credit: CREDIT, ...drawings[figure] }),
    })),
  ];
}
