// What Bedside is measured against: nothing, the least that any highlighter must do, and the libraries that mark words, with the same forms.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONTENT_SCRIPTS, indexScript } from '../../src/glossary/delivery.ts';

/** An extension, unpacked in a folder, and what its marks are. */
export interface Contender {
  readonly name: string;
  readonly dir: string;
  readonly marks: string;
  /** Whether it goes through the page once for each form, a minute for one of 30 KB: it is measured once, and not with longer pages or a slowed processor. */
  readonly isSlow: boolean;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Reads every text node and does nothing with it. */
const FLOOR = `const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
let units = 0;
while (walker.nextNode()) units += walker.currentNode.data.length;`;

const OPTIONS = `{ element: 'mark', separateWordSearch: false, accuracy: { value: 'exactly', limiters: [...' \\n\\t.,;:!?()"/-'] }, diacritics: false }`;

/** How many forms the libraries are given at a time. */
const PIECE = 200;

/** An extension of one content script, started when the page has loaded. */
function extensionOf(folder: string, name: string, sources: readonly string[]): string {
  const dir = join(folder, name.replace(/\W+/g, '-'));
  mkdirSync(dir);
  const files = sources.map((_, i) => `${i}.js`);
  sources.forEach((source, i) => {
    writeFileSync(join(dir, files[i] ?? ''), source);
  });
  const manifest = {
    manifest_version: 3,
    name,
    version: '1',
    background: { service_worker: 'nothing.js' },
    ...(files.length > 0 && {
      content_scripts: [{ matches: ['<all_urls>'], js: files, run_at: 'document_idle' }],
    }),
  };
  writeFileSync(join(dir, 'nothing.js'), '');
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  return dir;
}

/** Bedside as it was built, with another index if one is given. */
function bedsideOf(folder: string, index: Uint8Array | undefined): string {
  const built = join(ROOT, '.output/chrome-mv3');
  if (index === undefined) return built;
  const dir = join(folder, 'bedside');
  cpSync(built, dir, { recursive: true });
  writeFileSync(join(dir, CONTENT_SCRIPTS[0]), indexScript(Buffer.from(index).toString('base64')));
  return dir;
}

const escapePattern = (form: string): string => form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * Bedside and all it is measured against; the first has nothing.
 * @param forms what the libraries are to mark, longest first
 * @param index another index than the built one
 */
export function makeContenders(forms: readonly string[], index?: Uint8Array): Contender[] {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-bench-'));
  const [markJs, advanced] = [
    import.meta.resolve('mark.js/dist/mark.min.js'),
    import.meta.resolve('advanced-mark.js/dist/mark.min.js'),
  ].map((url) => readFileSync(fileURLToPath(url), 'utf8'));
  if (markJs === undefined || advanced === undefined) throw new Error('The libraries are not there.');
  const list = `const forms = ${JSON.stringify(forms)};`;
  const pattern = `/\\b(?:${forms.map(escapePattern).join('|')})\\b/gi`;
  // In pieces: both libraries call themselves once for each form, and a few thousand are too many for the engine's stack.
  const markArray = `for (let at = 0; at < forms.length; at += ${PIECE}) new Mark(document.body).mark(forms.slice(at, at + ${PIECE}), ${OPTIONS});`;
  const scripts: readonly (readonly [name: string, sources: readonly string[]])[] = [
    ['nothing', []],
    ['floor', [FLOOR]],
    ['mark.js mark(array)', [markJs, list, markArray]],
    ['mark.js markRegExp', [markJs, `new Mark(document.body).markRegExp(${pattern}, { element: 'mark' });`]],
    ['advanced-mark.js mark(array)', [advanced, list, markArray]],
  ];
  const others = scripts.map(([name, sources]) => ({
    name,
    dir: extensionOf(folder, name, sources),
    marks: 'mark',
    isSlow: name.includes('array'),
  }));
  return [
    ...others.slice(0, 2),
    { name: 'Bedside', dir: bedsideOf(folder, index), marks: 'bedsideterm', isSlow: false },
    ...others.slice(2),
  ];
}
