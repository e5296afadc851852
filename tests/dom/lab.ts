// Runs src/page in plain browsers, without the extension: what the DOM tests start from.
import { fileURLToPath } from 'node:url';
import puppeteer, { type Page } from 'puppeteer-core';
import { build } from 'vite';
import { formsOfAbbreviation, formsOfName } from '../../src/glossary/inflect.ts';
import type { Form, FormIndex } from '../../src/matching/index.ts';
import type { Run } from '../../src/page/blocks.ts';
import type { Reader, ReaderOptions } from '../../src/page/reader.ts';
import { type BrowserKind, programOf } from '../../tools/browsers/browser.ts';
import { type SitePage, startSite } from '../../tools/browsers/site.ts';

export const BROWSERS: readonly BrowserKind[] = ['chromium', 'firefox'];

const MODULES = [
  'matching/index',
  'page/blocks',
  'page/ink',
  'page/layout',
  'page/ledger',
  'page/reader',
  'page/position',
  'page/sections',
  'page/style',
  'page/watcher',
  'page/worth',
];

type Modules = typeof import('../../src/matching/index.ts') &
  typeof import('../../src/page/blocks.ts') &
  typeof import('../../src/page/ink.ts') &
  typeof import('../../src/page/layout.ts') &
  typeof import('../../src/page/ledger.ts') &
  typeof import('../../src/page/reader.ts') &
  typeof import('../../src/page/position.ts') &
  typeof import('../../src/page/sections.ts') &
  typeof import('../../src/page/style.ts') &
  typeof import('../../src/page/watcher.ts') &
  typeof import('../../src/page/worth.ts');

/** A made-up glossary: the id of an entry is its first name with hyphens. */
const FORMS: readonly Form[] = [
  ...['osteoporosis', 'bisphosphonate', 'bone marrow edema', 'aseptic necrosis'].flatMap((name) =>
    formsOf(name, { clinical: true }),
  ),
  ...['bone marrow', 'edema', 'biopsy'].flatMap((name) => formsOf(name, {})),
  ...formsOf('plainitis', { common: true }),
  ...formsOfAbbreviation('MRI').map((text) => ({ text, id: 'mri', exact: text })),
];

function formsOf(name: string, more: Pick<Form, 'clinical' | 'common'>): Form[] {
  return formsOfName(name).map((text) => ({ text, id: name.replaceAll(' ', '-'), ...more }));
}

// What the page has beside the modules. The functions are sent as source: they use nothing but the page's globals.

/** A reader of the page's document that marks every time, gate or not, unless told otherwise; not started. */
const readerOf = (options: Partial<ReaderOptions> = {}): Reader =>
  new window.lab.Reader(document, {
    index: window.lab.index,
    density: 'all',
    always: true,
    choices: {
      look: { style: 'dotted', color: 'green' },
      known: new Set(),
      level: 'all',
      tabStops: false,
    },
    onChange: () => undefined,
    isCurrent: () => true,
    onOrphaned: () => undefined,
    onShadow: () => undefined,
    onRewritten: () => undefined,
    ...options,
  });

/** The page's HTML as it would be without the marks' tags. */
const unmarked = (root: Element = document.body): string =>
  root.innerHTML.replace(/<\/?bedsideterm\b[^>]*>/g, '');

/** All runs of an element, in the order in which they are read. */
const runsIn = (root: Element): Run[] => {
  const { blocksIn, liveLayout, runsOf } = window.lab;
  return [...blocksIn(root, liveLayout)].flatMap((block) => (block ? runsOf(block, liveLayout) : []));
};

/** What is marked, in document order; what carries one number is one. */
const marked = (): string[] => {
  const texts = new Map<string | null, string>();
  for (const mark of document.querySelectorAll('bedsideterm')) {
    const number = mark.getAttribute('data-mark');
    texts.set(number, `${texts.get(number) ?? ''}${mark.textContent}`);
  }
  return [...texts.values()];
};

/** As search boxes and other extensions highlight what they find: here the third and fourth character. */
const highlight = (text: Text): void => {
  const word = text.splitText(2);
  word.splitText(2);
  const mark = document.createElement('mark');
  word.replaceWith(mark);
  mark.append(word);
};

/** Every node under the root, in document order. */
const nodesIn = (root: Node): Node[] => {
  const nodes: Node[] = [];
  for (const walker = document.createTreeWalker(root); walker.nextNode(); ) nodes.push(walker.currentNode);
  return nodes;
};

/** Waits until the page was idle a few times: what a reader had queued before, and what that queued, has been read and drawn. */
const idle = async (): Promise<void> => {
  for (let i = 0; i < 4; i++) await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
};

const HELPERS = { readerOf, runsIn, unmarked, marked, highlight, nodesIn, idle };

/** What a page of the lab has as `window.lab`. */
type LabInPage = Modules & typeof HELPERS & { readonly index: FormIndex };

declare global {
  interface Window {
    readonly lab: LabInPage;
  }
}

/** A running browser with one tab. */
export interface Lab {
  readonly page: Page;
  /** What sets `window.lab`, for a frame of the page. */
  readonly script: string;
  /** Opens a page of the given HTML (its body, or a whole document), or of another type by the ending of `name`. */
  open(page: SitePage, name?: string): Promise<void>;
  /** Runs code in the page. It is sent as source: it uses nothing but its arguments (JSON, or functions under the same rule) and the page's globals. */
  run<A extends readonly unknown[], R>(code: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Uncaught errors since the page was opened, or since it was last asked. */
  takeErrors(): string[];
  close(): Promise<void>;
}

/** Starts a browser that needs no extension, on a small site of its own. */
export async function startLab(kind: BrowserKind): Promise<Lab> {
  const [code, site] = await Promise.all([bundle(), startSite()]);
  const browser = await puppeteer.launch({
    browser: kind === 'chromium' ? 'chrome' : 'firefox',
    executablePath: programOf(kind),
    headless: true,
    defaultViewport: { width: 1000, height: 800 },
    args: kind === 'chromium' && process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage();
  let errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  return {
    page,
    script: code,
    open: async (content, name = 'page.html') => {
      site.set(`/${name}`, content);
      await page.goto(site.url(`/${name}`), { waitUntil: 'load' });
      errors = [];
      await page.evaluate(code);
    },
    run: async (sent, ...args) => {
      const list = args.map((arg) =>
        typeof arg === 'function' ? `(${arg})` : (JSON.stringify(arg) ?? 'undefined'),
      );
      return (await page.evaluate(`(${sent})(${list.join(', ')})`)) as never;
    },
    takeErrors: () => {
      const taken = errors;
      errors = [];
      return taken;
    },
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

let bundled: Promise<string> | undefined;

/** The page's side as one script that sets `window.lab`. */
function bundle(): Promise<string> {
  // Vite takes only a path as entry; there is no such file.
  const id = pathOf('./lab.virtual.js');
  const source = [
    ...MODULES.map((name) => `export * from ${JSON.stringify(pathOf(`../../src/${name}.ts`))};`),
    `import { openIndex, packIndex } from ${JSON.stringify(pathOf('../../src/matching/index.ts'))};`,
    `export const index = openIndex(packIndex(${JSON.stringify(FORMS)}));`,
    ...Object.entries(HELPERS).map(([name, helper]) => `export const ${name} = ${helper};`),
  ].join('\n');
  bundled ??= build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'lab',
        resolveId: (asked) => (asked === id ? id : null),
        load: (asked) => (asked === id ? source : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: { entry: id, formats: ['iife'], name: 'lab' },
    },
  }).then((built) => {
    const [output] = Array.isArray(built) ? built : [built];
    if (output === undefined || !('output' in output)) throw new Error('Vite built nothing.');
    return `${output.output[0].code}\nwindow.lab = lab;`;
  });
  return bundled;
}
