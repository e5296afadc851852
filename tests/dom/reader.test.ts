// The reader on live pages: what it marks, what it tells, and that nothing of it is left when it stops.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Density } from '../../src/matching/density.ts';
import { BROWSERS, type Lab, startLab } from './lab.ts';

const HEALTH =
  '<p>Osteoporosis is a disease of the bones. The doctor gave the patient a bisphosphonate for the pain.</p>';
const ZIP =
  '<p>A zip file is smaller than the files in it. This biopsy of the format shows how it is done.</p>';
const GERMAN =
  '<p>Die Patienten mit Osteoporosis und bone marrow edema werden in der Klinik mit einem bisphosphonate behandelt.</p>';

describe.each(BROWSERS)('reader in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  /** Opens a page and marks all of it at once; what is marked. */
  const mark = async (html: string, density: Density = 'all', always = true): Promise<string[]> => {
    await lab.open(html);
    return lab.run(
      async (options) => {
        const reader = window.lab.readerOf(options);
        reader.start();
        await reader.finish();
        return window.lab.marked();
      },
      { density, always },
    );
  };

  test('text of a <details> is marked once it is opened', async () => {
    await lab.open(`${HEALTH}<details><summary>More</summary>An edema. <p>A biopsy.</p></details>`);
    await lab.run(async () => {
      const reader = window.lab.readerOf();
      reader.start();
      await reader.finish();
    });
    expect(await lab.run(() => window.lab.marked())).toEqual(['Osteoporosis', 'bisphosphonate']);
    await lab.page.click('summary');
    await lab.page.waitForFunction(
      () => window.lab.marked().join() === 'Osteoporosis,bisphosphonate,edema,biopsy',
    );
  });

  describe('which pages', () => {
    test.each<[name: string, html: string, always: boolean, finding: object, marks: string[]]>([
      ['about health', HEALTH, false, { kind: 'open' }, ['Osteoporosis', 'bisphosphonate']],
      ['about something else', ZIP, false, { kind: 'closed', found: 1 }, []],
      ['about something else, but always', ZIP, true, { kind: 'open' }, ['biopsy']],
      ['not in English', GERMAN, false, { kind: 'foreign' }, []],
      ['not in English, always or not', GERMAN, true, { kind: 'foreign' }, []],
      ['declared not to be in English', `<html lang="de">${HEALTH}`, false, { kind: 'foreign' }, []],
      ['empty', '', false, { kind: 'closed', found: 0 }, []],
    ])('%s', async (_name, html, always, finding, marks) => {
      await lab.open(html);
      const got = await lab.run(async (choice) => {
        const before = document.documentElement.outerHTML;
        const reader = window.lab.readerOf({ always: choice });
        reader.start();
        await window.lab.idle();
        await reader.finish();
        const untouched = document.documentElement.outerHTML === before;
        return {
          untouched,
          finding: reader.finding,
          marks: window.lab.marked(),
          complete: reader.complete,
          count: reader.count,
        };
      }, always);
      expect(got).toEqual({
        untouched: marks.length === 0,
        finding,
        marks,
        complete: true,
        count: marks.length,
      });
    });

    test('a page that turns to health is judged again', async () => {
      await lab.open(ZIP);
      await lab.run(async (html) => {
        const reader = window.lab.readerOf({ always: false });
        reader.start();
        await reader.finish();
        document.body.innerHTML = html;
      }, HEALTH);
      await lab.page.waitForFunction(() => document.querySelectorAll('bedsideterm').length === 2);
    });
  });

  describe('when', () => {
    test('nothing is read in a tab that nobody sees, until it is seen or asked for', async () => {
      await lab.open(HEALTH);
      const got = await lab.run(async () => {
        let hidden = true;
        Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') });
        const { idle, marked, readerOf } = window.lab;
        const reader = readerOf();
        reader.start();
        await idle();
        const unseen = marked().length;
        hidden = false;
        document.dispatchEvent(new Event('visibilitychange'));
        await idle();
        const seen = marked().length;
        hidden = true;
        document.body.insertAdjacentHTML('beforeend', '<p>An MRI.</p>');
        await idle();
        const later = marked().length;
        await reader.finish();
        return [unseen, seen, later, marked().length];
      });
      expect(got).toEqual([0, 2, 2, 3]);
    });

    describe('in a hurry', () => {
      const MANY = 1000;
      const LONG = '<p>The MRI of the bone <b>marrow</b>.'.repeat(MANY);

      test('the page has its turn before all is read', async () => {
        await lab.open(LONG);
        const { turns, ...got } = await lab.run(async () => {
          const turns: number[] = [];
          const marks = document.getElementsByTagName('bedsideterm');
          const { port1, port2 } = new MessageChannel();
          // A page that is never idle.
          port2.onmessage = () => {
            turns.push(marks.length);
            port1.postMessage(null);
          };
          port1.postMessage(null);
          const reader = window.lab.readerOf();
          reader.start();
          await reader.finish();
          port1.close();
          return { turns, complete: reader.complete, marks: window.lab.marked().length };
        });
        expect(got).toEqual({ complete: true, marks: 2 * MANY });
        // Before the first mark, and between many batches of them.
        expect(turns[0]).toBe(0);
        expect(new Set(turns).size).toBeGreaterThan(5);
      });

      test('whoever asks meanwhile waits for the same; nothing is read twice, and what comes meanwhile is read', async () => {
        await lab.open(LONG);
        const got = await lab.run(async () => {
          const reader = window.lab.readerOf();
          reader.start();
          const done: string[] = [];
          const first = reader.finish().then(() => done.push('first'));
          await new Promise((resolve) => setTimeout(resolve));
          document.body.insertAdjacentHTML('beforeend', '<p>The edema.</p>');
          const before = reader.complete;
          await Promise.all([first, reader.finish().then(() => done.push('second'))]);
          const { length: marks } = window.lab.marked();
          const numbers = reader.words().flatMap(({ marks }) => marks);
          return { before, done, complete: reader.complete, marks, highest: Math.max(...numbers) };
        });
        const marks = 2 * MANY + 1;
        expect(got).toEqual({
          before: false,
          done: ['first', 'second'],
          complete: true,
          marks,
          highest: marks,
        });
      });

      test('it resolves when the reader is stopped', async () => {
        await lab.open(LONG);
        const marks = await lab.run(async () => {
          const reader = window.lab.readerOf();
          reader.start();
          const finished = reader.finish();
          await new Promise((resolve) => setTimeout(resolve));
          reader.stop();
          await finished;
          return window.lab.marked();
        });
        expect(marks).toEqual([]);
      });
    });

    test('what is on screen comes first, and then what follows', async () => {
      const paragraphs = Array.from({ length: 300 }, (_, i) => `<p id="p${i}">Paragraph ${i}: an MRI.</p>`);
      await lab.open(paragraphs.join(''));
      const order = await lab.run(async () => {
        document.querySelector('#p200')?.scrollIntoView();
        const order: string[] = [];
        new MutationObserver((records) => {
          for (const { target } of records) if (target instanceof Element && target.id) order.push(target.id);
        }).observe(document, { subtree: true, childList: true });
        const reader = window.lab.readerOf();
        reader.start();
        await reader.finish();
        return [...new Set(order)].map((id) => Number(id.slice(1)));
      });
      const [first = -1] = order;
      expect(first).toBeGreaterThanOrEqual(200);
      expect(first).toBeLessThan(205);
      expect(order).toEqual([...Array(300).keys()].map((i) => (i + first) % 300));
    });
  });

  describe('which blocks', () => {
    test.each<[name: string, html: string, marks: string[]]>([
      ['a block in German', '<p>The edema.</p><p lang="de">Das Edema.</p>', ['edema']],
      [
        'a block in a German part',
        '<p>The edema.</p><div lang="de"><p>Das <b>Edema</b>.</p></div>',
        ['edema'],
      ],
      [
        'an English block in a German part',
        '<p>The MRI.</p><div lang="de">Das Edema. <p lang="en">The edema.</p></div>',
        ['MRI', 'edema'],
      ],
      [
        'kinds of English',
        '<p lang="en-GB">The edema.</p><p lang="EN">The MRI.</p><p lang="">The biopsy.</p>',
        ['edema', 'MRI', 'biopsy'],
      ],
      ['other languages that begin with en', '<p>The MRI.</p><p lang="enm">The edema.</p>', ['MRI']],
      [
        'a German block that does not say so',
        `<p>The MRI of the hip that was done.</p>${GERMAN}<p>It is not for you to do the biopsy.</p>`,
        ['MRI', 'biopsy'],
      ],
      [
        'an editor',
        '<p>The MRI.</p><div contenteditable>The edema.</div><textarea>The edema.</textarea>',
        ['MRI'],
      ],
    ])('%s', async (_name, html, marks) => {
      expect(await mark(html)).toEqual(marks);
    });
  });

  describe('how often', () => {
    const html =
      'The edema. <p>Edema and an MRI.</p><h2>Edemas</h2><p>The edema, the edema.</p><article><p>MRI and <b>MRI</b>.</p><p>Edema.</p></article><h3>MRI</h3>';
    test.each<[density: Density, marks: string[]]>([
      ['all', ['edema', 'Edema', 'MRI', 'Edemas', 'edema', 'edema', 'MRI', 'MRI', 'Edema', 'MRI']],
      ['section', ['edema', 'MRI', 'Edemas', 'MRI', 'Edema', 'MRI']],
      ['page', ['edema', 'MRI']],
    ])('%s', async (density, marks) => {
      expect(await mark(html, density)).toEqual(marks);
    });

    test('a mark is not moved for an earlier place that comes later; a word that lost its mark is free again', async () => {
      await lab.open('<h1>Bones</h1><p id="first">The edema.</p>');
      const got = await lab.run(async () => {
        const reader = window.lab.readerOf({ density: 'page' });
        reader.start();
        await reader.finish();
        const first = document.querySelector('#first');
        first?.before('An edema earlier.');
        await null;
        await reader.finish();
        const kept = document.querySelector('bedsideterm')?.parentElement === first && window.lab.marked();
        if (first) first.textContent = 'Nothing.';
        await null;
        await reader.finish();
        document.body.append('An edema later.');
        await null;
        await reader.finish();
        return { kept, later: window.lab.marked(), count: reader.count };
      });
      expect(got).toEqual({ kept: ['edema'], later: ['edema'], count: 1 });
    });
  });

  describe('while the page lives', () => {
    test('what is there and what is added is marked by itself', async () => {
      await lab.open('<p>The edema.</p>');
      await lab.run(() => window.lab.readerOf().start());
      await lab.page.waitForFunction(() => document.querySelector('bedsideterm')?.textContent === 'edema');
      await lab.run(() =>
        document.body.insertAdjacentHTML('beforeend', '<p>An <i>MRI</i> of the bone <b>marrow</b>.</p>'),
      );
      await lab.page.waitForFunction(() => window.lab.marked().join() === 'edema,MRI,bone marrow');
      await lab.run(() => document.querySelector('p')?.append(' The biopsy.'));
      await lab.page.waitForFunction(() => window.lab.marked().join() === 'edema,biopsy,MRI,bone marrow');
    });

    test('another body', async () => {
      await mark('<p>The edema.</p>');
      await lab.run(() => {
        const body = document.createElement('body');
        body.innerHTML = '<p>An MRI.</p>';
        document.body = body;
      });
      await lab.page.waitForFunction(() => window.lab.marked().join() === 'MRI');
    });

    test('changes are told', async () => {
      await lab.open('<p>The edema.</p>');
      const told = await lab.run(async () => {
        let heard = '';
        const reader = window.lab.readerOf({
          onChange: () => (heard = `${reader.finding.kind} ${reader.count}`),
        });
        const after = async (change: () => void): Promise<string[]> => {
          change();
          await null;
          const atOnce = heard;
          await reader.finish();
          return [atOnce, heard];
        };
        return [
          await after(() => reader.start()),
          await after(() => document.body.append('MRI')),
          await after(() => document.querySelector('p')?.remove()),
        ];
      });
      expect(told).toEqual([
        ['', 'open 1'],
        ['open 1', 'open 2'],
        ['open 1', 'open 1'],
      ]);
    });

    test('a copy of the extension that is no longer in charge says so soon after a change', async () => {
      await lab.open('<p>The edema.</p>');
      const got = await lab.run(async () => {
        let current = true;
        let told = 0;
        const html = document.body.innerHTML;
        const reader = window.lab.readerOf({
          isCurrent: () => current,
          onOrphaned: () => [told++, reader.stop()],
        });
        reader.start();
        await reader.finish();
        document.body.append('');
        await null;
        const before = told;
        current = false;
        // It is not asked at every change, but soon.
        while (told === 0) {
          document.body.append('');
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        document.body.append('');
        await null;
        return { before, told, clean: document.body.innerHTML === html };
      });
      expect(got).toEqual({ before: 0, told: 1, clean: true });
    });
  });

  describe('what it tells', () => {
    test('words in the order of their first mark', async () => {
      await lab.open(
        '<p>The MRI, the bone <b>marrow</b>, an MRI.</p><p hidden>The biopsy.</p><p>The edema.</p>',
      );
      const got = await lab.run(async () => {
        const reader = window.lab.readerOf();
        reader.start();
        await reader.finish();
        const words = reader.words();
        const told = words.map(({ ids, marks }) => [
          ...ids,
          ...marks.map((number) => reader.mark(number)?.textContent),
        ]);
        const numbers = words.flatMap(({ marks }) => marks);
        const { count } = reader;
        reader.stop();
        return {
          told,
          numbers: new Set(numbers).size,
          count,
          after: [reader.count, reader.words(), reader.mark(numbers[0] ?? 0)],
        };
      });
      expect(got).toEqual({
        told: [
          ['mri', 'MRI', 'MRI'],
          ['bone-marrow', 'bone '],
          ['edema', 'edema'],
        ],
        numbers: 4,
        count: 3,
        after: [0, [], null],
      });
    });

    test('the next mark: from the top of the window, round and round, without what is hidden', async () => {
      await lab.open(
        '<p>The MRI.</p><p style="margin-top: 3000px">The bone <b>marrow</b>.</p><p id="shut">An MRI.</p><p style="margin-bottom: 3000px">The edema.</p>',
      );
      const got = await lab.run(async () => {
        const reader = window.lab.readerOf();
        const next = (from?: number): number | null => reader.places.beside(from, 'next');
        const before = next();
        reader.start();
        await reader.finish();
        const texts: (string | undefined)[] = [];
        const look = (number: number | null): number | undefined => {
          texts.push(reader.mark(number ?? 0)?.textContent);
          return number ?? undefined;
        };
        look(next());
        scrollTo(0, 2000);
        document.querySelector('#shut')?.setAttribute('style', 'visibility: hidden');
        let at: number | undefined;
        for (let i = 0; i < 4; i++) at = look(next(at));
        scrollTo(0, document.body.scrollHeight);
        look(next());
        look(next(999));
        return { before, texts };
      });
      expect(got).toEqual({ before: null, texts: ['MRI', 'bone ', 'edema', 'MRI', 'bone ', 'MRI', 'MRI'] });
    });
  });
});
