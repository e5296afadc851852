// No face of Bedside has words of its own: what a reader or a screen reader meets stands in src/locales, so that it can be said in another language.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

/** Attributes and properties of elements and of our own components that are shown or read out. */
const READ = new Set(['alt', 'aria-description', 'aria-label', 'label', 'placeholder', 'text', 'title']);
/** Attributes that nobody reads, whatever stands in them. */
const UNREAD = new Set(['class', 'style']);
/** Functions that take no words for people. */
const SELECTORS = new Set([
  'closest',
  'matches',
  'matchMedia',
  'querySelector',
  'querySelectorAll',
  'waitForSelector',
]);

const LETTER = /\p{L}/u;
/** Two words: no key, kind or name in code has them. */
const PROSE = /\p{L}\S*\s+\S*\p{L}/u;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** The name of what is called: `f` of `f()` and of `x.f()`. */
function calleeOf({ callee }: Node): string {
  if (!isNode(callee)) return '';
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  return isNode(name) && typeof name.name === 'string' ? name.name : '';
}

function attributeOf({ name }: Node): string {
  return isNode(name) && typeof name.name === 'string' ? name.name : '';
}

/** The text that a node is, if it is one. */
function textOf({ type, value }: Node): string | undefined {
  if (type === 'TemplateElement') return (value as { readonly cooked?: string }).cooked;
  return (type === 'JSXText' || type === 'Literal') && typeof value === 'string' ? value : undefined;
}

/** The parts of a node in which there may be words, each with whether what it comes to is seen or read out; `shown` says so of the node. */
function partsOf(node: Node, shown: boolean): (readonly [part: Node, shown: boolean])[] {
  const children = childrenOf(node);
  const all = (isShown: (child: Node) => boolean) =>
    children.map((child) => [child, isShown(child)] as const);
  switch (node.type) {
    case 'ImportDeclaration':
    case 'TSLiteralType':
      return [];
    case 'JSXAttribute': {
      const name = attributeOf(node);
      return UNREAD.has(name) ? [] : all(() => READ.has(name));
    }
    case 'JSXElement':
    case 'JSXFragment':
      return all((child) => (node.children as readonly Node[]).includes(child));
    // What decides is not what is shown.
    case 'ConditionalExpression':
      return all((child) => shown && child !== node.test);
    case 'LogicalExpression':
      return all((child) => shown && (child === node.right || node.operator !== '&&'));
    case 'BinaryExpression':
      return all(() => shown && node.operator === '+');
    case 'CallExpression':
      return SELECTORS.has(calleeOf(node)) ? [] : all(() => false);
    case 'MemberExpression':
      return all(() => false);
    default:
      return all(() => shown);
  }
}

/** The texts in the code of a face, as `line: text`. */
function wordsOf(code: string): string[] {
  const { program, errors } = parseSync('face.tsx', code);
  if (errors.length > 0) throw new Error(errors[0]?.message);
  const found: string[] = [];
  const walk = (node: Node, shown: boolean): void => {
    const text = textOf(node);
    if (text !== undefined && (shown ? LETTER : PROSE).test(text))
      found.push(`${code.slice(0, node.start).split('\n').length}: ${text.trim()}`);
    for (const [part, isShown] of partsOf(node, shown)) walk(part, isShown);
  };
  walk(program as unknown as Node, false);
  return found;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FACES: Readonly<Record<string, string>> = Object.fromEntries(
  ['src', 'entrypoints']
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(?:tsx|html)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(ROOT, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
);

describe('the faces', () => {
  test.each(Object.keys(FACES))('%s has no words of its own', (file) => {
    const code = FACES[file] ?? '';
    // Browsers put no messages into HTML: there is nothing to be read in it.
    const words = file.endsWith('.html') ? code.replace(/<[^>]*>/g, '').match(/\S+/g) : wordsOf(code);
    expect(words ?? []).toEqual([]);
  });

  test('are all there', () => {
    expect(Object.keys(FACES)).toEqual(
      expect.arrayContaining([
        ...['entrypoints/popup/index.html', 'entrypoints/popup/main.tsx', 'src/card/Card.tsx'],
        ...['src/card/Entry.tsx', 'src/panels/Popup.tsx', 'src/panels/Search.tsx'],
      ]),
    );
  });
});

describe('a planted word is found', () => {
  test.each<[code: string, words: string[]]>([
    ['<p>\n  Close\n</p>', ['1: Close']],
    ['<p>{more ? "Less" : `More`}</p>', ['1: Less', '1: More']],
    ['<p>{open && "Close"}</p>', ['1: Close']],
    ['<p>{name ?? "Nobody"}{"a" + b}</p>', ['1: Nobody', '1: a']],
    [`<p>{\`On \${site}\`}</p>`, ['1: On']],
    ['<b aria-label="Close" title={x ? "Less" : y} />', ['1: Close', '1: Less']],
    ['<Say text="Off" /> ', ['1: Off']],
    ['fail("It did not answer.")', ['1: It did not answer.']],
    [`const TEXTS = { pdf:\n  \`No \${x} can be read.\` }`, ['2: can be read.']],
    ['<p class="quiet back" type="button" role="link">{" · "}→{t("card.close")}</p>', []],
    ['<p>{kind === "ready" && entries.map((x) => <b key="k">{x.name}</b>)}</p>', []],
    ['root.querySelector("input, .found button"); send({ type: "back" });', []],
    ['// Words in a comment\nimport { x } from "./a b.ts"; const { x } = y["z"];', []],
  ])('%j', (code, words) => {
    expect(wordsOf(code)).toEqual(words);
  });
});
