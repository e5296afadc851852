// npm run bench:matching: how fast forms are found, beside a library and a regular expression that look for the same forms.
//
// The column hz is MB/s, a MB being a million UTF-16 units. "Warm" is one matcher used again and again; "cold" is a fresh engine that makes the matcher and
// reads 30 KB, the length of an article, once.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, test } from 'vitest';
import { compileIndex, readGlossary, surfaceForms } from '../../src/glossary/compile.ts';
import type { PlacedEntry } from '../../src/glossary/entry.ts';
import { corpusSources, readPassages } from '../../tools/accuracy-corpus.ts';
import { readSources } from '../../tools/glossary-files.ts';
import { type Glossary, MATCHERS, type MatcherName } from './matchers.ts';
import type { Search } from './searcher.ts';
import { LARGE, syntheticEntries } from './synthetic-glossary.ts';

const ARTICLE = 30_000;
const PAGE = 300_000;
const COLD_RUNS = 8;
const TIMEOUT = 600_000;

const glossaryOf = (entries: readonly PlacedEntry[]): Glossary => ({
  packed: compileIndex(entries),
  forms: [...new Set(entries.flatMap((entry) => surfaceForms(entry).map(({ text }) => text)))],
});

const { entries } = readGlossary(readSources());
const passages = readPassages(corpusSources(), new Set(entries.map(({ id }) => id))).passages;

/** Paragraphs of the corpus, over and over until they are so many units. */
function paragraphs(isMedical: boolean, units: number): string[] {
  const all = passages
    .filter(({ kind }) => kind !== 'foreign' && (kind !== 'everyday') === isMedical)
    .flatMap(({ text }) => text.split(/\n\s*\n/));
  const taken: string[] = [];
  for (let length = 0, i = 0; length < units; i++) {
    const paragraph = all[i % all.length] ?? '';
    taken.push(paragraph);
    length += paragraph.length;
  }
  return taken;
}

interface Searcher {
  /** The time of the first search, the making of the matcher included. */
  readonly first: number;
  /** Searches again and tells the time of it. */
  again(): Promise<number>;
  stop(): Promise<unknown>;
}

async function startSearcher(search: Search): Promise<Searcher> {
  const worker = new Worker(new URL('./searcher.ts', import.meta.url), { workerData: search });
  const hear = async (): Promise<number> => ((await once(worker, 'message')) as [number])[0];
  return {
    first: await hear(),
    again: () => {
      worker.postMessage(null);
      return hear();
    },
    stop: () => worker.terminate(),
  };
}

describe.each<[name: string, glossary: Glossary]>([
  ['the glossary', glossaryOf(entries)],
  ['10,000 made-up entries', glossaryOf(syntheticEntries(LARGE))],
])('%s', (_name, glossary) => {
  const names = Object.keys(MATCHERS) as MatcherName[];
  describe.each<[text: string, isMedical: boolean]>([
    ['health text', true],
    ['other text', false],
  ])('%s', (_text, isMedical) => {
    test('warm', { timeout: TIMEOUT }, async ({ bench }) => {
      const blocks = paragraphs(isMedical, PAGE);
      const searchers = await Promise.all(names.map((name) => startSearcher({ name, glossary, blocks })));
      const tasks = searchers.map(({ again }, i) =>
        bench(names[i] ?? '', async () => ({ overriddenDuration: await again() })),
      );
      await bench.compare(...tasks);
      await Promise.all(searchers.map(({ stop }) => stop()));
    });

    test('cold', { timeout: TIMEOUT }, async ({ bench }) => {
      const blocks = paragraphs(isMedical, ARTICLE);
      const tasks = names.map((name) =>
        bench(name, async () => {
          const { first, stop } = await startSearcher({ name, glossary, blocks });
          await stop();
          return { overriddenDuration: first };
        }),
      );
      await bench.compare(...tasks, { iterations: COLD_RUNS, time: 0, warmup: false });
    });
  });
});
