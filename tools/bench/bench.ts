// npm run bench: what Bedside costs a page, beside nothing, the least a highlighter must do, and the libraries that mark words with the same forms. Cold
// loads in real Chromium, all contenders in turn, medians.
//   --runs N (5)   --slow N (the processor slowed so many times: 1)   --glossary bundled|large (bundled)   --pages PART (of their names)   --write FILE (appends the tables)
import { appendFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { CDPSession } from 'puppeteer-core';
import { compileIndex, readGlossary, surfaceForms } from '../../src/glossary/compile.ts';
import { LARGE, syntheticEntries } from '../../tests/bench/synthetic-glossary.ts';
import { type Bedside, programOf, type Tab } from '../browsers/browser.ts';
import { launch } from '../browsers/launch.ts';
import { startSite } from '../browsers/site.ts';
import { readSources } from '../glossary-files.ts';
import { type Contender, makeContenders } from './contenders.ts';
import { type BenchPage, benchPages, paragraphsOf } from './pages.ts';

/** How long after loading nothing more is expected, in ms; so many times as long as the processor is slower. */
const SETTLE = 2500;

/** What one load of a page cost; times in ms. */
interface Cost {
  readonly script: number;
  /** The page's thread, all in all. */
  readonly main: number;
  readonly longest: number;
  /** In MiB, once the garbage was collected. */
  readonly heap: number;
  readonly marks: number;
  readonly first: number;
  readonly last: number;
}

interface Seen {
  longest: number;
  marks: number;
  first: number;
  last: number;
}

/** In the page: notes long tasks, and when marks come. */
function watch(marks: string): void {
  const seen: Seen = { longest: 0, marks: 0, first: 0, last: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver((records) => {
    let came = 0;
    for (const { addedNodes } of records)
      for (const { nodeName } of addedNodes) if (nodeName.toLowerCase() === marks) came++;
    if (came === 0) return;
    if (seen.marks === 0) seen.first = performance.now();
    seen.marks += came;
    seen.last = performance.now();
  }).observe(document, { subtree: true, childList: true });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function costOf(tab: Tab, session: CDPSession): Promise<Cost> {
  const measured = async (): Promise<Readonly<Record<string, number>>> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  const { ScriptDuration = 0, TaskDuration = 0 } = await measured();
  const seen = (await tab.page.evaluate('seen')) as Seen;
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize = 0 } = await measured();
  return {
    script: 1000 * ScriptDuration,
    main: 1000 * TaskDuration,
    heap: JSHeapUsedSize / 2 ** 20,
    ...seen,
  };
}

/** Loads a page in a fresh tab: what that cost, and what it had cost when all of it was read, if that is asked. */
async function load(
  browser: Bedside,
  { marks, name }: Contender,
  page: BenchPage,
  url: string,
  slow: number,
): Promise<Cost[]> {
  const tab = await browser.blank();
  const session = await tab.page.createCDPSession();
  // The time that the page's thread worked, not the time that passed: other work on the machine must not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await tab.page.evaluateOnNewDocument(watch, marks);
  if (slow > 1) await tab.page.emulateCPUThrottling(slow);
  await tab.page.goto(url, { waitUntil: 'load', timeout: 0 });
  await pause(page.lasts + SETTLE * slow);
  const costs = [await costOf(tab, session)];
  if (page.isLong) {
    if (name === 'Bedside') {
      const popup = await tab.openPopup();
      await pause(SETTLE * slow);
      await popup.close();
    }
    costs.push(await costOf(tab, session));
  }
  await tab.close();
  return costs;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

const COLUMNS = ['script', 'main', 'longest', 'heap', 'marks', 'first', 'last'] as const;

/** A table of medians, as Markdown. Ratios are of all script time to that of the floor: what the floor adds to the page alone is lost in the noise of long pages. */
function tableOf(
  title: string,
  contenders: readonly Contender[],
  costs: ReadonlyMap<string, readonly Cost[]>,
): string {
  const medianOf = (name: string, column: keyof Cost): number =>
    median((costs.get(name) ?? []).map((cost) => cost[column]));
  const lines = contenders.flatMap(({ name }) => {
    if (!costs.has(name)) return [];
    const cells = COLUMNS.map((column) => medianOf(name, column).toFixed(column === 'heap' ? 1 : 0));
    const ratio =
      name === 'nothing' ? '' : (medianOf(name, 'script') / medianOf('floor', 'script')).toFixed(1);
    return `| ${[name, ...cells, ratio].join(' | ')} |`;
  });
  return [
    `**${title}**`,
    '',
    '| | script ms | main thread ms | longest task ms | heap MiB | marks | first mark ms | last mark ms | script to floor |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...lines,
    '',
  ].join('\n');
}

/** Paragraphs about other things into which names of a made-up glossary were put, one for every so many words. */
function medicalFor(names: readonly string[], every: number): string[] {
  let next = 0;
  return paragraphsOf(['article']).map((paragraph) =>
    paragraph
      .split(' ')
      .map((word, i) => (i % every === every - 1 ? (names[next++ % names.length] ?? word) : word))
      .join(' '),
  );
}

async function versionOf(browser: Bedside | undefined): Promise<string> {
  const tab = await browser?.blank();
  const version = await tab?.page.browser().version();
  await tab?.close();
  return version ?? '';
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5' },
      slow: { type: 'string', default: '1' },
      glossary: { type: 'string', default: 'bundled' },
      pages: { type: 'string', default: '' },
      write: { type: 'string' },
    },
  });
  const [runs, slow] = [Number(values.runs), Number(values.slow)];
  if (!(runs > 0) || !(slow >= 1) || !['bundled', 'large'].includes(values.glossary))
    throw new Error('--runs and --slow are numbers from 1 on, --glossary is bundled or large.');
  programOf('chromium');
  const isLarge = values.glossary === 'large';
  const entries = isLarge ? syntheticEntries(LARGE) : readGlossary(readSources()).entries;
  const forms = [...new Set(entries.flatMap((entry) => surfaceForms(entry).map(({ text }) => text)))];
  forms.sort((a, b) => b.length - a.length);
  const contenders = makeContenders(forms, isLarge ? compileIndex(entries) : undefined);
  const medical = isLarge
    ? medicalFor(
        entries.map(({ term }) => term),
        12,
      )
    : paragraphsOf(['article', 'letter', 'forum']);
  const pages = benchPages(medical).filter(({ name }) => name.includes(values.pages));

  const site = await startSite();
  pages.forEach(({ html }, i) => {
    site.set(`/${i}`, html);
  });
  const browsers: Bedside[] = [];
  for (const { dir } of contenders) browsers.push(await launch('chromium', { extensionDir: dir }));
  const say = (text: string): void => {
    console.log(text);
    if (values.write !== undefined) appendFileSync(values.write, `${text}\n`);
  };
  const machine = `${cpus().length} cores, ${cpus()[0]?.model.trim()}, ${await versionOf(browsers[0])}`;
  say(
    `### ${entries.length.toLocaleString('en')} entries, ${forms.length.toLocaleString('en')} forms; processor at ${slow === 1 ? 'full speed' : `1/${slow}`}\n`,
  );
  say(`${new Date().toISOString().slice(0, 10)}, ${machine}; medians of ${runs}.\n`);
  try {
    for (const [i, page] of pages.entries()) {
      const loaded = new Map<string, Cost[]>();
      const read = new Map<string, Cost[]>();
      for (let run = 0; run <= runs; run++)
        for (const [k, contender] of contenders.entries()) {
          const browser = browsers[k];
          if (browser === undefined || (contender.isSlow && (page.isLong || slow > 1 || run !== 1))) continue;
          const [atOnce, whole] = await load(browser, contender, page, site.url(`/${i}`), slow);
          // The first run warms the browsers up.
          if (run === 0) continue;
          if (atOnce) loaded.set(contender.name, [...(loaded.get(contender.name) ?? []), atOnce]);
          if (whole) read.set(contender.name, [...(read.get(contender.name) ?? []), whole]);
        }
      say(tableOf(page.name, contenders, loaded));
      if (page.isLong) say(tableOf(`${page.name}, all of it read`, contenders, read));
    }
  } finally {
    await Promise.all([...browsers.map((browser) => browser.close()), site.close()]);
  }
}

await main();
