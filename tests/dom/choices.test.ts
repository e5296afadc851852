// What the reader chooses of the marks takes effect on the page that is open: known words, level, tab stops.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Choices } from '../../src/page/choices.ts';
import { BROWSERS, type Lab, startLab } from './lab.ts';

type Chosen = Partial<Omit<Choices, 'known'>> & { readonly known?: readonly string[] };

describe.each(BROWSERS)('choices in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  const PAGE =
    '<p id="p">The MRI of the <b>bone</b> marrow, an edema.</p><h2>More</h2><p>An edema and a biopsy.</p>';

  /** Marks a page, chooses one thing after the other, and tells after each what is marked. */
  const choose = (html: string, steps: readonly Chosen[], density: 'all' | 'section' = 'all') =>
    lab.open(html).then(() =>
      lab.run(
        async (steps: readonly Chosen[], density) => {
          const choicesOf = ({ known = [], ...more }: Chosen): Choices => ({
            look: { style: 'dotted', color: 'green' },
            level: 'all',
            tabStops: false,
            ...more,
            known: new Set(known),
          });
          const text = document.body.textContent;
          const reader = window.lab.readerOf({ density, choices: choicesOf(steps[0] ?? {}) });
          reader.start();
          await reader.finish();
          const seen = [{ marks: window.lab.marked(), count: reader.count }];
          for (const step of steps.slice(1)) {
            reader.choose(choicesOf(step));
            await reader.finish();
            seen.push({ marks: window.lab.marked(), count: reader.count });
          }
          const same = document.body.textContent === text;
          reader.stop();
          return { seen, same, left: document.querySelectorAll('bedsideterm').length };
        },
        steps,
        density,
      ),
    );

  const ALL = ['MRI', 'bone marrow', 'edema', 'edema', 'biopsy'];

  test('known words are not marked, and are again when they are no more', async () => {
    const { seen, same, left } = await choose(PAGE, [
      {},
      { known: ['edema'] },
      { known: ['edema', 'bone-marrow', 'mri'] },
      { known: ['mri'] },
      {},
    ]);
    expect(seen.map(({ marks }) => marks)).toEqual([
      ALL,
      ['MRI', 'bone marrow', 'biopsy'],
      ['biopsy'],
      ['bone marrow', 'edema', 'edema', 'biopsy'],
      ALL,
    ]);
    expect(seen.map(({ count }) => count)).toEqual([4, 3, 1, 3, 4]);
    expect({ same, left }).toEqual({ same: true, left: 0 });
  });

  test('words that are known from the start are never marked; those that are known no more are found', async () => {
    const { seen } = await choose(PAGE, [{ known: ['edema', 'biopsy'] }, {}], 'section');
    expect(seen.map(({ marks }) => marks)).toEqual([['MRI', 'bone marrow'], ALL]);
  });

  test('level: common words are left out, and come back', async () => {
    const html = '<p>A plainitis and an edema.</p>';
    const { seen } = await choose(html, [{}, { level: 'harder' }, {}]);
    expect(seen.map(({ marks }) => marks)).toEqual([
      ['plainitis', 'edema'],
      ['edema'],
      ['plainitis', 'edema'],
    ]);
    const { seen: hard } = await choose(html, [
      { level: 'harder' },
      { level: 'harder', known: ['edema'] },
      {},
    ]);
    expect(hard.map(({ marks }) => marks)).toEqual([['edema'], [], ['plainitis', 'edema']]);
  });

  test('the marks of other words are not drawn anew, and the page’s nodes come back', async () => {
    await lab.open(PAGE);
    const got = await lab.run(async () => {
      const { nodesIn, readerOf } = window.lab;
      const clone = document.body.cloneNode(true);
      const nodes = nodesIn(document.body);
      const reader = readerOf();
      reader.start();
      await reader.finish();
      const marksOf = () => [...document.querySelectorAll('bedsideterm')];
      const before = marksOf().filter((mark) => mark.textContent !== 'edema');
      const edema = marksOf().find((mark) => mark.textContent === 'edema');
      getSelection()?.setBaseAndExtent(edema?.firstChild as Node, 1, edema?.firstChild as Node, 4);
      const choices = { look: { style: 'dotted', color: 'green' }, level: 'all', tabStops: false } as const;
      reader.choose({ ...choices, known: new Set(['edema']) });
      // At once, not when the page is idle.
      const after = marksOf();
      const selected = String(getSelection());
      const text = document.querySelector('#p')?.textContent;
      reader.stop();
      const now = nodesIn(document.body);
      return {
        same: after.length === before.length && after.every((mark, i) => mark === before[i]),
        selected,
        text,
        restored: clone.isEqualNode(document.body) && nodes.every((node, i) => node === now[i]),
      };
    });
    expect(got).toEqual({
      same: true,
      selected: 'dem',
      text: 'The MRI of the bone marrow, an edema.',
      restored: true,
    });
  });

  test('the page may write and take away what stands round a mark that went', async () => {
    await lab.open('<p id="p">The MRI of an edema, and a biopsy.</p><p id="q">An edema, an MRI.</p>');
    const got = await lab.run(async () => {
      const p = document.querySelector('#p') as HTMLElement;
      const q = document.querySelector('#q') as HTMLElement;
      const [written, removed] = [p.firstChild as Text, q.firstChild as Text];
      const reader = window.lab.readerOf();
      reader.start();
      await reader.finish();
      const look = { style: 'dotted', color: 'green' } as const;
      reader.choose({ look, level: 'all', tabStops: false, known: new Set(['edema']) });
      written.data = 'The biopsy of an edema.';
      removed.remove();
      await Promise.resolve();
      const texts = [p.textContent, q.textContent];
      await reader.finish();
      return { texts, marks: window.lab.marked() };
    });
    expect(got).toEqual({ texts: ['The biopsy of an edema.', ''], marks: ['biopsy'] });
  });

  test('the mark of an open card stays until it is let go', async () => {
    await lab.open(PAGE);
    const marks = await lab.run(async () => {
      const look = { style: 'dotted', color: 'green' } as const;
      const choices = { look, level: 'all', tabStops: false, known: new Set(['edema']) } as const;
      const reader = window.lab.readerOf();
      reader.start();
      await reader.finish();
      const [number] = reader.words().find(({ ids }) => ids.includes('edema'))?.marks ?? [];
      reader.choose(choices, number);
      const held = window.lab.marked();
      reader.choose(choices);
      return [held, window.lab.marked()];
    });
    expect(marks).toEqual([
      ['MRI', 'bone marrow', 'edema', 'biopsy'],
      ['MRI', 'bone marrow', 'biopsy'],
    ]);
  });

  describe('tab stops', () => {
    const HTML = `<p>The MRI of the <b>bone</b> marrow.</p><p><a href="#x">An edema.</a> <button>A biopsy.</button></p>
      <details open><summary>An edema.</summary><p>The osteoporosis.</p></details>`;
    const stops = (tabStops: boolean) =>
      lab.run(async (tabStops) => {
        const look = { style: 'dotted', color: 'green' } as const;
        const choices = { look, level: 'all', known: new Set<string>() } as const;
        const reader = window.lab.readerOf({ choices: { ...choices, tabStops } });
        reader.start();
        await reader.finish();
        const tell = () =>
          [...document.querySelectorAll('bedsideterm')].map((mark) => [
            mark.textContent,
            ...['tabindex', 'role', 'aria-haspopup', 'aria-label'].map((name) => mark.getAttribute(name)),
          ]);
        const first = tell();
        reader.choose({ ...choices, tabStops: !tabStops });
        return { first, second: tell() };
      }, tabStops);
    const SILENT = ['MRI', 'bone', ' marrow', 'edema', 'biopsy', 'edema', 'osteoporosis'].map((text) => [
      text,
      ...[null, null, null, null],
    ]);
    const STOPS = [
      ['MRI', '0', 'button', 'dialog', null],
      ['bone', '0', 'button', 'dialog', 'bone marrow'],
      [' marrow', null, null, null, null],
      ...SILENT.slice(3, 6),
      ['osteoporosis', '0', 'button', 'dialog', null],
    ];

    test('marks are silent, and stops as soon as that is wanted; not in what is pressed itself', async () => {
      await lab.open(HTML);
      expect(await stops(false)).toEqual({ first: SILENT, second: STOPS });
    });

    test('marks are stops as they are drawn, and silent again at once', async () => {
      await lab.open(HTML);
      expect(await stops(true)).toEqual({ first: STOPS, second: SILENT });
    });
  });
});
