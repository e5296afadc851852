// A matcher in an engine of its own, fresh as on a page and without anything between it and its modules. Tells how long it took to make the matcher and
// search a text once; then, each time it is asked, how long it took to search the text again.
import { parentPort, workerData } from 'node:worker_threads';
import { type Glossary, MATCHERS, type MatcherName } from './matchers.ts';

/** What the worker is given. Its messages are times in ms for 1,000,000 UTF-16 units: one such search a second is 1 MB/s. */
export interface Search {
  readonly name: MatcherName;
  readonly glossary: Glossary;
  readonly blocks: readonly string[];
}

const { name, glossary, blocks } = workerData as Search;
const units = blocks.reduce((sum, block) => sum + block.length, 0);
const timeSince = (from: number): number => ((performance.now() - from) * 1_000_000) / units;

const start = performance.now();
const count = MATCHERS[name](glossary);
for (const block of blocks) count(block);
parentPort?.postMessage(timeSince(start));

parentPort?.on('message', () => {
  const from = performance.now();
  for (const block of blocks) count(block);
  parentPort?.postMessage(timeSince(from));
});
