// Brings the compiled glossary into the build: the index as a virtual module, shards and names as files of the extension.
import type { Plugin } from 'vite';
import { compileIndex, compileShards, describeProblem, readGlossary } from '../src/glossary/compile.ts';
import type { PlacedEntry } from '../src/glossary/entry.ts';
import { shardPath } from '../src/glossary/lookup.ts';
import { compileNames, NAMES_PATH } from '../src/glossary/names.ts';
import { readSources } from './glossary-files.ts';

/** The checked entries. Throws an Error that lists every problem, a line each. */
function checkedEntries(): readonly PlacedEntry[] {
  const { entries, problems } = readGlossary(readSources());
  if (problems.length > 0)
    throw new Error(
      `The glossary has ${problems.length} problem(s):\n${problems.map(describeProblem).join('\n')}`,
    );
  return entries;
}

/** The shards and the names as files for WXT's `build:publicAssets` hook. */
export function glossaryFiles(): { relativeDest: string; contents: string }[] {
  const entries = checkedEntries();
  const shards = compileShards(entries).map((shard, i) => ({
    relativeDest: shardPath(i),
    contents: JSON.stringify(shard),
  }));
  return [...shards, { relativeDest: NAMES_PATH, contents: JSON.stringify(compileNames(entries)) }];
}

const MODULE = 'virtual:glossary-index';

/** A Vite plugin that serves the packed index as `virtual:glossary-index`: base64 text, its default export. */
export function glossaryPlugin(): Plugin {
  return {
    name: 'bedside-glossary',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    load: (id) => {
      if (id !== `\0${MODULE}`) return null;
      const bytes = compileIndex(checkedEntries());
      return `export default ${JSON.stringify(Buffer.from(bytes).toString('base64'))};`;
    },
  };
}
