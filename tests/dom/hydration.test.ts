// Pages that come from a server as HTML, are marked, and only then are taken over by their framework.
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { renderToString as renderVue } from 'vue/server-renderer';
import { type Building, bundle, pathOf, VUE } from '../frameworks/bundle.ts';
import { type Hydrate, htmlOf, type Leaflet } from '../frameworks/hydration/leaflet.ts';
import { Page } from '../frameworks/hydration/react.tsx';
import { appOf } from '../frameworks/hydration/vue.ts';
import { BROWSERS, type Lab, startLab } from './lab.ts';

const FIRST: Leaflet = {
  title: 'Osteoporosis',
  what: 'ask for an MRI',
  why: 'bone marrow edema',
  steps: ['A biopsy', 'Rest', 'Osteoporosis and what it means'],
  note: 'An edema may come back.',
};
const MARKS = [
  'Osteoporosis',
  'bisphosphonates',
  'bone marrow edema',
  'MRI',
  'biopsy',
  'Osteoporosis',
  'edema',
];
const NEXT: Leaflet = {
  title: 'At home',
  what: 'another biopsy of the bone marrow',
  why: 'osteoporosis',
  steps: ['Osteoporosis and what it means', 'An MRI', 'A biopsy'],
  note: null,
};
const LAST: Leaflet = { ...FIRST, title: '', steps: ['Rest', 'Edema'], note: 'Osteoporosis' };

/** What may be logged: that the page is not what came from the server. */
const RECOVERABLE = /hydrat/i;

interface Framework {
  readonly file: string;
  readonly building: Building;
  readonly server: () => string | Promise<string>;
}

const react = (): string => renderToString(createElement(Page, { leaflet: FIRST }));
const vue = (): Promise<string> => renderVue(appOf(FIRST).app);

const FRAMEWORKS: readonly (readonly [name: string, framework: Framework])[] = [
  ['React', { file: 'react.tsx', building: {}, server: react }],
  ['React in development', { file: 'react.tsx', building: { development: true }, server: react }],
  ['Vue', { file: 'vue.ts', building: VUE, server: vue }],
  ['Vue in development', { file: 'vue.ts', building: { ...VUE, development: true }, server: vue }],
  ['Preact', { file: 'preact.tsx', building: {}, server: () => htmlOf(FIRST) }],
];

const scripts = new Map<Framework, Promise<string>>();

/** The script that hydrates with a framework, built once. */
function scriptOf(framework: Framework): Promise<string> {
  let script = scripts.get(framework);
  if (script === undefined) {
    const path = JSON.stringify(pathOf(`hydration/${framework.file}`));
    script = bundle(`import { hydrate } from ${path}; window.hydrate = hydrate;`, framework.building);
    scripts.set(framework, script);
  }
  return script;
}

/** In the page: keeps what is logged as error or warning. */
const hearLog = (): void => {
  const logged: string[] = [];
  console.error = console.warn = (...args: unknown[]) => void logged.push(args.join(' '));
  Object.assign(window, { logged });
};

declare global {
  interface Window {
    readonly hydrate: Hydrate;
    /** What was logged as error or warning. */
    readonly logged: string[];
  }
}

/** In the page: hydrates it as it was read so far, then changes it, and tells what it looked like on the way. */
async function hydrateMarked(read: 'no' | 'some' | 'all', first: Leaflet, next: Leaflet, last: Leaflet) {
  const { readerOf, marked } = window.lab;
  const element = document.querySelector<HTMLElement>('#app') ?? document.body;
  // The address of a page that may be taken back.
  const html = (): string => element.innerHTML.replace(/<!--.*?-->|<\/?bedsideterm\b[^>]*>/g, '');
  const reader = readerOf();
  if (read !== 'no') reader.start();
  if (read === 'all') await reader.finish();
  const before = marked();
  const app = await window.hydrate(element, first);
  await null;
  const hydrated = html();
  if (read !== 'no') await reader.finish();
  const read1 = html();
  const marks = marked();
  await app.update(next);
  await null;
  const updated = html();
  if (read !== 'no') await reader.finish();
  const marksUpdated = marked();
  if (read !== 'no') reader.stop();
  const off = element.innerHTML.replace(/<!--.*?-->/g, '');
  await app.update(last);
  const updatedOff = element.innerHTML.replace(/<!--.*?-->/g, '');
  app.unmount();
  return {
    before,
    hydrated,
    read: read1,
    marks,
    updated,
    marksUpdated,
    off,
    updatedOff,
    unmounted: element.textContent,
    logged: window.logged,
  };
}

describe.each(BROWSERS)('hydration in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  const openWith = async (html: string, framework: Framework): Promise<void> => {
    await lab.open(`<!doctype html><title>A leaflet</title><body>${html}`);
    await lab.page.evaluate(await scriptOf(framework));
    await lab.run(hearLog);
  };

  describe.each(FRAMEWORKS)('%s', (_name, framework) => {
    test.each(['no', 'some', 'all'] as const)('the page read before: %s', async (read) => {
      await openWith(`<div id="app">${await framework.server()}</div>`, framework);
      const { before, logged, ...got } = await lab.run(hydrateMarked, read, FIRST, NEXT, LAST);
      expect(before).toEqual(read === 'all' ? MARKS : []);
      expect(got).toEqual({
        hydrated: htmlOf(FIRST),
        read: htmlOf(FIRST),
        marks: read === 'no' ? [] : MARKS,
        updated: htmlOf(NEXT),
        marksUpdated:
          read === 'no'
            ? []
            : ['bisphosphonates', 'osteoporosis', 'biopsy', 'bone marrow', 'Osteoporosis', 'MRI', 'biopsy'],
        off: htmlOf(NEXT),
        updatedOff: htmlOf(LAST),
        unmounted: '',
      });
      expect(logged.filter((text) => !RECOVERABLE.test(text))).toEqual([]);
      if (read !== 'all') expect(logged).toEqual([]);
    });

    test('an island is hydrated; the marks of the rest are left as they are', async () => {
      const html = await framework.server();
      await openWith(`<p>Edema.</p><div id="app">${html}</div><div id="rest">${html}</div>`, framework);
      const got = await lab.run(async (leaflet: Leaflet) => {
        const { readerOf, marked } = window.lab;
        const [island, rest] = ['#app', '#rest'].map((id) => document.querySelector<HTMLElement>(id));
        const marksIn = (): Element[] => [...(rest?.querySelectorAll('bedsideterm') ?? [])];
        const reader = readerOf();
        reader.start();
        await reader.finish();
        const before = marksIn();
        if (island) await window.hydrate(island, leaflet);
        await null;
        const atOnce = document.body.textContent;
        await reader.finish();
        const after = marksIn();
        return {
          atOnce,
          marks: marked(),
          kept: before.length === after.length && before.every((mark, i) => mark === after[i]),
          count: before.length,
        };
      }, FIRST);
      const text = htmlOf(FIRST).replace(/<[^>]*>/g, '');
      expect(got).toEqual({
        atOnce: `Edema.${text}${text}`,
        marks: ['Edema', ...MARKS, ...MARKS],
        kept: true,
        count: MARKS.length,
      });
    });
  });
});
