// Shadow trees that come, go and change while the reader runs.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { LATE, markedByCase, tree } from './cases.ts';
import { BROWSERS, type Lab, startLab } from './lab.ts';

describe.each(BROWSERS)('shadow trees that come in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  const marked = async (): Promise<string[]> => (await lab.run((list) => list(), markedByCase))[''] ?? [];
  const begin = async (html: string, marks: readonly string[]): Promise<void> => {
    await lab.open(`<p>The MRI.</p>${html}`);
    await lab.run(async () => {
      const reader = window.lab.readerOf();
      reader.start();
      await reader.finish();
    });
    expect(await marked()).toEqual(marks);
  };

  test.each<[name: string, html: string, change: () => void, before: string[], after: string[]]>([
    [
      'a host comes with its tree',
      '',
      () => {
        const host = document.createElement('div');
        host.attachShadow({ mode: 'open' }).innerHTML = '<p>The edema.</p>';
        document.body.append(host);
      },
      ['MRI'],
      ['MRI', 'edema'],
    ],
    [
      'an empty div is given a tree',
      '<div id="host"></div>',
      () => document.querySelector('#host')?.attachShadow({ mode: 'open' }).append('The edema.'),
      ['MRI'],
      ['MRI', 'edema'],
    ],
    [
      'an element is defined, which gives itself a tree',
      '<late-card></late-card>',
      () =>
        customElements.define(
          'late-card',
          class extends HTMLElement {
            connectedCallback() {
              this.attachShadow({ mode: 'open' }).innerHTML = '<p>The edema.</p>';
            }
          },
        ),
      ['MRI'],
      ['MRI', 'edema'],
    ],
    [
      'an element is defined, which puts its text into a slot',
      '<late-text>The biopsy.</late-text>',
      () =>
        customElements.define(
          'late-text',
          class extends HTMLElement {
            constructor() {
              super();
              this.attachShadow({ mode: 'open' }).innerHTML = '<p>The edema.</p><slot></slot>';
            }
          },
        ),
      ['MRI', 'biopsy'],
      ['MRI', 'edema', 'biopsy'],
    ],
    [
      'an element is defined, which does not show its text',
      '<late-lid>The biopsy.</late-lid>',
      () =>
        customElements.define(
          'late-lid',
          class extends HTMLElement {
            constructor() {
              super();
              this.attachShadow({ mode: 'open' }).innerHTML = '<p>The edema.</p>';
            }
          },
        ),
      ['MRI', 'biopsy'],
      ['MRI', 'edema'],
    ],
    [
      'trees three deep, one after the other',
      '<div id="host"></div>',
      () => {
        const nest = (host: Element | null, deep: number): void => {
          const inner = document.createElement('div');
          host?.attachShadow({ mode: 'open' }).append('An edema.', inner);
          if (deep > 1) setTimeout(() => nest(inner, deep - 1), 20);
        };
        nest(document.querySelector('#host'), 3);
      },
      ['MRI'],
      ['MRI', 'edema', 'edema', 'edema'],
    ],
    [
      'text comes into an empty tree',
      `<div id="host">${tree('')}</div>`,
      () => document.querySelector('#host')?.shadowRoot?.append('The edema.'),
      ['MRI'],
      ['MRI', 'edema'],
    ],
    [
      'a tree is written anew',
      `<div id="host">${tree('<p>The biopsy.</p>')}</div>`,
      () => {
        const root = document.querySelector('#host')?.shadowRoot;
        if (root) root.innerHTML = '<p>The bone <b>marrow</b>.</p>';
      },
      ['MRI', 'biopsy'],
      ['MRI', 'bone marrow'],
    ],
  ])('%s', async (_name, html, change, before, after) => {
    await begin(html, before);
    await lab.run(change);
    await expect.poll(marked, LATE).toEqual(after);
  });

  test('an empty div is given a tree by a press', async () => {
    await begin('<button id="show">Show</button><div id="host"></div>', ['MRI']);
    await lab.run(() =>
      document.querySelector('#show')?.addEventListener('click', () => {
        document.querySelector('#host')?.attachShadow({ mode: 'open' }).append('The edema.');
      }),
    );
    await lab.page.click('#show');
    await expect.poll(marked, LATE).toEqual(['MRI', 'edema']);
  });

  test('a host that leaves the page, changes and comes back elsewhere', async () => {
    await begin(`<div id="host">${tree('<p>The edema.</p>')}</div>`, ['MRI', 'edema']);
    const text = await lab.run(async () => {
      const host = document.querySelector('#host');
      const root = host?.shadowRoot;
      host?.remove();
      await null;
      root?.querySelector('p')?.append(' And a biopsy.');
      await null;
      document.body.prepend(host ?? '');
      return root?.textContent;
    });
    expect(text).toBe('The edema. And a biopsy.');
    await expect.poll(marked, LATE).toEqual(['edema', 'biopsy', 'MRI']);
  });
});
