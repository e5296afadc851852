// Marks move nothing: on pages of every make each box and each letter stands where it stood, in a wide and a narrow window and on paper; where a page would make room for an element of ours, that block alone is left unmarked.
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserKind } from '../../tools/browsers/browser.ts';
import { BROWSERS, type Lab, startLab } from './lab.ts';
import { LAYOUTS } from './stillness/layouts.ts';
import { type Comparison, measureWith } from './stillness/measure.ts';
import type { Count, Later, StillPage } from './stillness/page.ts';
import { SCRIPTS } from './stillness/scripts.ts';
import { SELECTORS } from './stillness/selectors.ts';
import { LATER, SHEETS } from './stillness/sheets.ts';
import { TYPOGRAPHY } from './stillness/typography.ts';

const MARKS = readFileSync(new URL('../../src/page/marks.css', import.meta.url), 'utf8');
const PAGES = [...LAYOUTS, ...TYPOGRAPHY, ...SCRIPTS, ...SELECTORS, ...SHEETS, ...LATER];

/** In CSS pixels. Chromium rounds the width of each piece of a line to 1/64 of a pixel, and marks make pieces: up to nine more in a line here. */
const ROUNDING = { chromium: 0.15, firefox: 0.05 };

/** Of 255. Letters stand at quarters of a pixel: 1/64 more, and one may be drawn a quarter to the right. */
const VISIBLE = 100;

const WIDE = 1000;
const HEIGHT = 800;
const NARROW = 320;

/** The whole document. Our sheet stands before the page's, where Chromium puts those of extensions: of two rules as strong as each other the page's wins. */
const documentOf = ({ html, css, lang = 'en' }: StillPage, more: string): string =>
  `<!doctype html><html lang="${lang}"><head><style>${more}${MARKS}</style><style>${css}</style></head><body>${html}</body></html>`;

type Found = Comparison & { readonly when: string };

const expected = (count: Count, kind: BrowserKind): number =>
  typeof count === 'number' ? count : count[kind];

describe.each(BROWSERS)('stillness in %s', (kind) => {
  let lab: Lab;
  let prints = false;
  const sums = { pages: 0, elements: 0, rects: 0, words: 0, marked: 0, ordinary: 0, ordinaryMarked: 0 };
  const missed: string[] = [];

  beforeAll(async () => {
    lab = await startLab(kind);
    await lab.open('<!doctype html><title>Stillness</title>');
    await lab.run(
      (measure: typeof measureWith, script: string, rounding: number) => {
        window.measure = measure(script, rounding);
      },
      measureWith,
      lab.script,
      ROUNDING[kind],
    );
    // Firefox cannot be asked for the print sheet.
    prints = await lab.page.emulateMediaType('print').then(
      () => true,
      () => false,
    );
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(async () => {
    await lab?.close();
    const share = (marked: number, words: number): string => `${((100 * marked) / words).toFixed(1)} %`;
    console.log(
      `Stillness in ${kind}: ${sums.pages} pages, wide, narrow${prints ? ' and printed' : ' (no print here)'}; ` +
        `${sums.elements} elements and ${sums.rects} rects compared, none elsewhere unless a test above says so. ` +
        `Ordinary paragraphs: ${sums.ordinaryMarked} of ${sums.ordinary} words marked, ${share(sums.ordinaryMarked, sums.ordinary)}; ` +
        `all text: ${sums.marked} of ${sums.words}, ${share(sums.marked, sums.words)}.\n` +
        `Words left unmarked: ${missed.join('; ')}.`,
    );
  });

  const paper = async (on: boolean): Promise<void> => {
    if (prints) await lab.page.emulateMediaType(on ? 'print' : 'screen');
  };
  const load = (page: StillPage, fresh = false, more = '') =>
    lab.run((html: string, anew: boolean) => window.measure.load(html, anew), documentOf(page, more), fresh);

  const expectStill = (found: readonly Found[]): void => {
    for (const { when, moved, elements, rects } of found) {
      sums.elements += elements;
      sums.rects += rects;
      expect.soft(moved.slice(0, 4), when).toEqual([]);
    }
  };

  /** In the page, one go: marks it in a narrow window, takes that back, marks it in a wide one, looks at it in a narrow one again, and leaves it marked and wide. */
  const onScreen = async (wide: number, narrow: number, drift: number) => {
    const { measure } = window;
    const found: Found[] = [];
    const still = (name: string, when: string) => found.push({ when, ...measure.compare(name, drift) });
    measure.resize(narrow);
    measure.note('narrow');
    await measure.mark();
    still('narrow', 'marked in a narrow window');
    const wrong = measure.off();
    measure.resize(wide);
    measure.note('wide');
    await measure.mark();
    still('wide', 'marked in a wide window');
    const served = measure.served();
    measure.resize(narrow);
    await measure.painted();
    still('narrow', 'made narrow after it was marked');
    measure.resize(wide);
    await measure.painted();
    return { found, wrong, served };
  };

  /** In the page, while it is printed. */
  const onPaper = async () => {
    const { measure } = window;
    measure.note('printed');
    await measure.mark();
    const found = [{ when: 'marked while it is printed', ...measure.compare('printed') }];
    return { found, wrong: measure.off() };
  };

  test.each(PAGES.map((page): [string, StillPage] => [page.name, page]))('%s', async (_name, page) => {
    await paper(true);
    await load(page);
    if (prints) {
      const { found, wrong } = await lab.run(onPaper);
      expectStill(found);
      expect(wrong, 'after off').toEqual([]);
      await paper(false);
    }
    const { found, wrong, served } = await lab.run(onScreen, WIDE, NARROW, expected(page.drift ?? 0, kind));
    expectStill(found);
    expect(wrong, 'after off').toEqual([]);
    if (prints) {
      await paper(true);
      await lab.run(() => window.measure.painted());
      const printed = await lab.run(() => window.measure.compare('printed'));
      expectStill([{ when: 'printed after it was marked', ...printed }]);
    }
    expect(await lab.run(() => window.measure.off()), 'after off').toEqual([]);

    sums.pages++;
    for (const sum of ['words', 'marked', 'ordinary', 'ordinaryMarked'] as const) sums[sum] += served[sum];
    const unmarked = served.words - served.marked;
    if (unmarked > 0) missed.push(`${page.name} ${unmarked}`);
    expect.soft(served.missed, 'ordinary paragraphs with unmarked words').toEqual([]);
    expect.soft(unmarked, 'unmarked words').toBe(expected(page.unmarked ?? 0, kind));
  });

  /** Does what happens later, or undoes it. */
  const happen = async (later: Later, on: boolean): Promise<void> => {
    if (later.kind === 'hover') {
      const [x, y] = await lab.run((selector: string) => {
        const { left, top, height } = window.measure.query(selector).getBoundingClientRect();
        return [left + 5, top + height / 2] as const;
      }, later.selector);
      await lab.page.mouse.move(on ? x : WIDE - 1, on ? y : HEIGHT - 1);
    } else
      await lab.run(
        (
          { kind: what, selector, name }: { kind: string; selector: string; name?: string },
          begins: boolean,
        ) => {
          const element = window.measure.query(selector);
          if (what === 'class') element.classList.toggle(name ?? '', begins);
          else if (begins) element.focus();
          else element.blur();
        },
        later,
        on,
      );
  };

  test.each(LATER.map((page): [string, StillPage] => [page.name, page]))(
    '%s, after it was marked',
    async (_name, page) => {
      if (!page.later) throw new Error('Nothing happens on this page.');
      await paper(false);
      await load(page, true);
      await lab.run(() => window.measure.note('at first'));
      await happen(page.later, true);
      await lab.run(() => window.measure.note('later'));
      const changed = await lab.run(() => window.measure.compare('at first').moved.length > 0);
      expect(changed, 'whether the page looks different then').toBe(true);
      await happen(page.later, false);
      await lab.run(() => window.measure.mark());
      await happen(page.later, true);
      expectStill([{ when: page.later.kind, ...(await lab.run(() => window.measure.compare('later'))) }]);
      await happen(page.later, false);
      expect(await lab.run(() => window.measure.off()), 'after off').toEqual([]);
    },
  );

  const shoot = () => lab.page.screenshot({ encoding: 'base64', captureBeyondViewport: false });

  /** In the page: of how many pixels two pictures differ at all, and of how many so much that it can be seen. */
  const differing = async (a: string, b: string, visible: number): Promise<[some: number, much: number]> => {
    const [first, second] = await Promise.all(
      [a, b].map(async (base64) => {
        const answer = await fetch(`data:image/png;base64,${base64}`);
        const bitmap = await createImageBitmap(await answer.blob());
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        return context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
      }),
    );
    if (!first || first.length !== second?.length) throw new Error('The pictures are of two sizes.');
    const counts: [number, number] = [0, 0];
    for (let at = 0; at < first.length; at += 4) {
      let most = 0;
      for (let i = at; i < at + 3; i++) most = Math.max(most, Math.abs((first[i] ?? 0) - (second[i] ?? 0)));
      if (most > 0) counts[0]++;
      if (most > visible) counts[1]++;
    }
    return counts;
  };

  if (kind === 'chromium')
    test('pictures are the same but for the underlines', async () => {
      await paper(false);
      const counts: [name: string, some: number, much: number][] = [];
      let last = '';
      for (const page of PAGES.filter(({ picture }) => picture)) {
        // Of rules by force those in the first layer win.
        await load(page, true, '@layer { bedsideterm { text-decoration: none !important } }');
        const before = await shoot();
        expect(before === last, 'whether the browser still shows the page before').toBe(false);
        last = before;
        await lab.run(() => window.measure.mark());
        const after = await shoot();
        counts.push([
          page.name,
          ...(before === after ? ([0, 0] as const) : await lab.run(differing, before, after, VISIBLE)),
        ]);
      }
      console.log(
        `Pictures in ${kind}: ${counts.length}, of ${WIDE * HEIGHT} pixels each; pixels that differ (so that it can be seen): ` +
          `${counts.map(([name, some, much]) => `${name} ${some} (${much})`).join('; ')}.`,
      );
      expect(counts.filter(([, , much]) => much > 0)).toEqual([]);
    });
});
