// Text in open shadow trees: which of it is marked, how it looks, and that stopping gives every tree back as it was.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Density } from '../../src/matching/density.ts';
import { type Case, markedByCase, pageOf, tree } from './cases.ts';
import { BROWSERS, type Lab, startLab } from './lab.ts';

const IN_TREES: readonly Case[] = [
  ['a tree in a div', `<div>${tree('<p>The edema.</p>')}</div>`, ['edema']],
  ['a tree in a custom element', `<x-card>${tree('<p>The edema.</p>')}</x-card>`, ['edema']],
  ['text directly in a tree', `<div>${tree('The edema.')}</div>`, ['edema']],
  ['text directly in the tree of an inline host', `<x-card>${tree('The edema.')}</x-card>`, ['edema']],
  [
    'trees three deep',
    `<div>${tree(`The MRI. <x-b>${tree(`<p>The edema.</p><div>${tree('The biopsy.')}</div>`)}</x-b>`)}</div>`,
    ['MRI', 'edema', 'biopsy'],
  ],
  [
    'a phrase across tags',
    `<div>${tree('The bone <b>marrow <i>edema</i></b>.')}</div>`,
    ['bone marrow edema'],
  ],
  ['no phrase across the edge of a tree', `<p>The bone <x-a>${tree('marrow')}</x-a> edema.</p>`, ['edema']],
  [
    'no phrase round a tree that has text of its own',
    `<p>The bone <x-a>${tree('cell and the')}</x-a> marrow.</p>`,
    [],
  ],
];

const SLOT = tree('<div><slot></slot></div>');

const IN_SLOTS: readonly Case[] = [
  ['an element in a slot', `<div>${SLOT}<p>The edema.</p></div>`, ['edema']],
  ['bare text in a slot', `<div>${SLOT}The edema.</div>`, ['edema']],
  ['bare text in the slot of an inline host', `<p>The <x-a>${SLOT}edema</x-a>.</p>`, ['edema']],
  [
    'an element in a named slot',
    `<div>${tree('<slot name="a"></slot>')}<p slot="a">The edema.</p></div>`,
    ['edema'],
  ],
  [
    'a slot handed on to an inner tree',
    `<x-a>${tree(`<x-b>${tree('<slot></slot>')}<slot></slot></x-b>`)}<p>The edema.</p></x-a>`,
    ['edema'],
  ],
  ['what no slot takes', `<div>${tree('<p>The MRI.</p>')}<p>The edema.</p>A biopsy.</div>`, ['MRI']],
  [
    'what no slot of its name takes',
    `<div>${tree('<slot name="b"></slot>The MRI.')}<p slot="a">The edema.</p>A biopsy.</div>`,
    ['MRI'],
  ],
  ['the text of an empty slot', `<div>${tree('<slot>The edema.</slot>')}</div>`, ['edema']],
  ['the text of a filled slot', `<div>${tree('<slot>The edema.</slot>')}<p>The MRI.</p></div>`, ['MRI']],
  [
    'an element in a hidden slot',
    `<div>${tree('<div style="display: none"><slot></slot></div>')}<p>The edema.</p></div>`,
    [],
  ],
  [
    'bare text in a hidden slot',
    `<div>${tree('<div style="display: none"><slot></slot></div>')}The edema.</div>`,
    [],
  ],
  [
    'bare text that becomes a flex item',
    `<div>${tree('<div style="display: flex"><slot></slot></div>')}The edema.<p>The MRI.</p></div>`,
    ['MRI'],
  ],
];

const INSIDE = tree('<p>The edema.</p>');

const SAID_BY_HOSTS: readonly Case[] = [
  ['another language', `<div lang="de">${INSIDE}</div>`, []],
  ['another language, further out', `<div lang="de"><div><x-a>${INSIDE}</x-a></div></div>`, []],
  ['another language, two trees out', `<div lang="de">${tree(`<x-a>${INSIDE}</x-a>`)}</div>`, []],
  [
    'an English part in the tree of a German host',
    `<x-a lang="de">${tree('<p lang="en">The edema.</p>')}</x-a>`,
    ['edema'],
  ],
  ['aria-hidden', `<div aria-hidden="true"><x-a>${INSIDE}</x-a></div>`, []],
  ['hidden', `<x-a hidden>${INSIDE}</x-a>`, []],
  ['not shown', `<x-a style="display: none">${INSIDE}</x-a>`, []],
  ['invisible', `<x-a style="visibility: hidden">${INSIDE}</x-a>`, []],
  ['written in', `<div contenteditable><x-a>${INSIDE}</x-a></div>`, []],
  ['a text box', `<div role="textbox"><x-a>${INSIDE}</x-a></div>`, []],
  ['code', `<pre><x-a>${INSIDE}</x-a></pre>`, []],
  ['a closed details', `<details><summary>More</summary><x-a>${INSIDE}</x-a></details>`, []],
];

describe.each(BROWSERS)('shadow trees in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  /** Opens a page and marks all of it at once; what is marked. */
  const mark = async (html: string, density: Density = 'all'): Promise<Record<string, string[]>> => {
    await lab.open(html);
    return lab.run(
      async (list, choice) => {
        const reader = window.lab.readerOf({ density: choice });
        reader.start();
        await reader.finish();
        return list();
      },
      markedByCase,
      density,
    );
  };

  describe.each([
    ['what is marked', IN_TREES],
    ['slots', IN_SLOTS],
    ['what a host says holds for its tree', SAID_BY_HOSTS],
  ] as const)('%s', (_name, cases) => {
    let marked: Record<string, string[]>;
    beforeAll(async () => {
      marked = await mark(pageOf(cases));
    });
    test.each(cases)('%s', (name, _html, marks) => expect(marked[name]).toEqual(marks));
  });

  test('bare text that a script puts into slots is left alone', async () => {
    await lab.open('<div id="host">The edema.<p>The MRI.</p></div>');
    const got = await lab.run(async (list) => {
      const host = document.querySelector('#host');
      const root = host?.attachShadow({ mode: 'open', slotAssignment: 'manual' });
      const slot = document.createElement('slot');
      root?.append(slot);
      slot.assign(...([...(host?.childNodes ?? [])] as (Element | Text)[]));
      const reader = window.lab.readerOf();
      reader.start();
      await reader.finish();
      return list();
    }, markedByCase);
    expect(got).toEqual({ '': ['MRI'] });
  });

  test.each<[name: string, attribute: string, value: string]>([
    ['in another language', 'lang', 'de'],
    ['written in', 'contenteditable', 'true'],
    ['a text box', 'role', 'textbox'],
  ])('a host that becomes %s, and is so no more', async (_name, attribute, value) => {
    expect(await mark(`<div id="host">${tree(`<x-a>${INSIDE}</x-a>`)}</div>`)).toEqual({ '': ['edema'] });
    const after = (to: string | null) =>
      lab.run(
        async (list, name, set) => {
          const host = document.querySelector('#host');
          if (set === null) host?.removeAttribute(name);
          else host?.setAttribute(name, set);
          await null;
          await window.lab.idle();
          return list();
        },
        markedByCase,
        attribute,
        to,
      );
    expect(await after(value)).toEqual({ '': [] });
    await expect.poll(() => after(null)).toEqual({ '': ['edema'] });
  });

  test.each<[density: Density, marks: string[]]>([
    ['section', ['MRI', 'edema', 'MRI', 'edema', 'biopsy', 'MRI']],
    ['page', ['MRI', 'edema', 'biopsy']],
  ])('how often, by %s', async (density, marks) => {
    const html = `<h1>Bones</h1><p>The MRI.</p><x-a>${tree('The MRI, the edema.')}</x-a><p>An edema.</p>
      <x-b>${tree('<p>An MRI.</p><h2>Scans</h2><p>An MRI, an edema.</p>')}</x-b><p>An edema and a biopsy.</p><h2>End</h2><x-a>${tree('An MRI.')}</x-a>`;
    expect(await mark(html, density)).toEqual({ '': marks });
  });

  test('marks are underlined there, and the page’s own sheets stay', async () => {
    await lab.open(
      `<div id="host">${tree('<style>* { text-decoration: none; display: block }</style>The edema.')}</div>`,
    );
    const got = await lab.run(async () => {
      const root = document.querySelector('#host')?.shadowRoot;
      const own = new CSSStyleSheet();
      own.replaceSync('p { color: green }');
      if (root) root.adoptedStyleSheets = [own];
      const reader = window.lab.readerOf();
      reader.start();
      await reader.finish();
      const style = getComputedStyle(root?.querySelector('bedsideterm') ?? document.body);
      const looks = [style.textDecorationLine, style.textDecorationStyle, style.display, style.pointerEvents];
      const during = root?.adoptedStyleSheets.includes(own);
      reader.stop();
      const after = [...(root?.adoptedStyleSheets ?? [])];
      return { looks, during, after: after.length === 1 && after[0] === own };
    });
    expect(got).toEqual({ looks: ['underline', 'dotted', 'inline', 'none'], during: true, after: true });
  });

  test('stopping leaves the very nodes and no sheet, in trees that came early and late', async () => {
    await lab.open(
      `<div>${tree(`The bone <b>marrow</b>. <x-b>${tree('<p>An edema, an edema.</p>')}</x-b>`)}</div><div id="late"></div>`,
    );
    const got = await lab.run(async () => {
      const inside = (root: Document | ShadowRoot): ShadowRoot[] =>
        [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
          shadowRoot ? [shadowRoot, ...inside(shadowRoot)] : [],
        );
      const nodes = (): Node[] => [document, ...inside(document)].flatMap((root) => window.lab.nodesIn(root));
      const texts = (): string =>
        inside(document)
          .map(({ innerHTML }) => innerHTML)
          .join();
      const reader = window.lab.readerOf();
      reader.start();
      document.querySelector('#late')?.attachShadow({ mode: 'open' }).append('A biopsy.');
      const before = { nodes: nodes(), texts: texts() };
      await null;
      await reader.finish();
      const during = inside(document).map((root) => root.querySelectorAll('bedsideterm').length);
      reader.stop();
      const now = nodes();
      return {
        during,
        same: now.length === before.nodes.length && now.every((node, i) => node === before.nodes[i]),
        texts: texts() === before.texts,
        sheets: inside(document).map(({ adoptedStyleSheets }) => adoptedStyleSheets.length),
      };
    });
    expect(got).toEqual({ during: [2, 2, 1], same: true, texts: true, sheets: [0, 0, 0] });
  });
});
