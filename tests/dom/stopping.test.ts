// What a reader leaves when it stops, whenever it stops: the page as it was. And pages where there is little to read.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type Lab, startLab } from './lab.ts';

describe.each(BROWSERS)('stopping in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  const PAGE = '<p>The MRI of the <b>bone</b> marrow.</p><p>Osteoporosis: see the edema.</p>';

  test('marked, stopped, marked again: the same marks, and the same nodes in between', async () => {
    await lab.open(PAGE);
    const got = await lab.run(async () => {
      const clone = document.documentElement.cloneNode(true);
      const before = window.lab.nodesIn(document);
      const asBefore = (): boolean => {
        const now = window.lab.nodesIn(document);
        return (
          clone.isEqualNode(document.documentElement) &&
          now.length === before.length &&
          now.every((node, i) => node === before[i])
        );
      };
      const got: { marks: string[]; asBefore: boolean }[] = [];
      while (got.length < 3) {
        const reader = window.lab.readerOf();
        reader.start();
        await reader.finish();
        const marks = window.lab.marked();
        reader.stop();
        got.push({ marks, asBefore: asBefore() });
      }
      return got;
    });
    const once = { marks: ['MRI', 'bone marrow', 'Osteoporosis', 'edema'], asBefore: true };
    expect(got).toEqual([once, once, once]);
  });

  describe('with work still to do, nothing is done after it', () => {
    const TEXT = 'The MRI of the bone marrow.Osteoporosis: see the edema.';
    const MANY = 3000;
    /** What happens between start and stop; a function it returns is called right before the stop, so that nobody hears of what it does. */
    type Prepare = (finish: () => Promise<void>) => unknown;
    test.each<[name: string, html: string, prepare: Prepare, text: string]>([
      ['just started', PAGE, () => undefined, TEXT],
      ['a moment after the start', PAGE, async () => null, TEXT],
      [
        'half way',
        '<p>The MRI.'.repeat(MANY),
        async () => {
          while (!document.querySelector('bedsideterm'))
            await new Promise((resolve) => requestIdleCallback(resolve));
        },
        'The MRI.'.repeat(MANY),
      ],
      [
        'half way, in a hurry',
        '<p>The MRI.'.repeat(MANY),
        async (finish) => {
          void finish();
          while (!document.querySelector('bedsideterm')) await new Promise((resolve) => setTimeout(resolve));
        },
        'The MRI.'.repeat(MANY),
      ],
      [
        'a change heard',
        PAGE,
        async (finish) => [await finish(), document.body.append('An edema.'), await null],
        `${TEXT}An edema.`,
      ],
      [
        'a change not yet heard',
        PAGE,
        async (finish) => {
          await finish();
          return () => document.body.append('An edema.');
        },
        `${TEXT}An edema.`,
      ],
      [
        'marked text written, not yet heard',
        PAGE,
        async (finish) => {
          const text = document.querySelector('p')?.firstChild;
          await finish();
          return () => text && (text.nodeValue = 'A biopsy of ');
        },
        TEXT.replace('The MRI of the', 'A biopsy of'),
      ],
    ])('%s', async (_name, html, prepare, text) => {
      await lab.open(html);
      const got = await lab.run(async (act) => {
        const reader = window.lab.readerOf();
        reader.start();
        const waiting = act(() => reader.finish());
        const atLast = waiting instanceof Promise ? await waiting : waiting;
        if (typeof atLast === 'function') atLast();
        reader.stop();
        const atOnce = window.lab.marked();
        await window.lab.idle();
        return { atOnce, later: window.lab.marked(), text: document.body.textContent };
      }, prepare);
      expect(got).toEqual({ atOnce: [], later: [], text });
    });

    test.each<[name: string, change: () => unknown]>([
      [
        'heard',
        async () => [(document.body.innerHTML = '<p>Osteoporosis and a bisphosphonate.'), await null],
      ],
      ['not yet heard', () => (document.body.innerHTML = '<p>Osteoporosis and a bisphosphonate.')],
    ])('a page to be judged again, the change %s', async (_name, change) => {
      await lab.open('<p>The zip files of the day.</p>');
      const marks = await lab.run(async (act) => {
        // The clock of the page, turned by hand; what waits for no time is left as it is.
        const due = new Map<number, () => void>();
        const { setTimeout } = window;
        Object.assign(window, {
          setTimeout: (callback: () => void, ms = 0) =>
            ms > 0 ? due.set(due.size + 1, callback).size : setTimeout(callback),
          clearTimeout: (id: number) => due.delete(id),
        });
        const reader = window.lab.readerOf({ always: false });
        reader.start();
        await reader.finish();
        const waiting = act();
        if (waiting instanceof Promise) await waiting;
        reader.stop();
        for (const callback of due.values()) callback();
        await window.lab.idle();
        return window.lab.marked();
      }, change);
      expect(marks).toEqual([]);
    });
  });

  describe('another copy was here', () => {
    const OLD = `<p>The <bedsideterm data-term="x" data-mark="1">MRI</bedsideterm> of the <bedsideterm data-term="y" data-mark="2">bone </bedsideterm><b><bedsideterm
      data-term="y" data-mark="2">marrow</bedsideterm></b> shows osteoporosis.</p>`;
    test.each([true, false])('one that is gone; marks always: %s', async (always) => {
      await lab.open(
        `<html><body>${OLD}<p>The doctor gave the patient a bisphosphonate for the disease.</p><bedside-card></bedside-card>`,
      );
      const text = await lab.run((choice) => {
        const before = document.body.textContent;
        Object.assign(window, { reader: window.lab.readerOf({ always: choice }) });
        (window as unknown as { reader: { start(): void } }).reader.start();
        return before;
      }, always);
      await lab.page.waitForFunction(
        () => window.lab.marked().join() === 'MRI,bone marrow,osteoporosis,bisphosphonate',
      );
      const got = await lab.run(() => {
        const { reader } = window as unknown as { reader: { stop(): void; words(): { ids: string[] }[] } };
        const words = reader.words().flatMap(({ ids }) => ids);
        const marked = document.body.textContent;
        reader.stop();
        const left = document.querySelectorAll('bedsideterm, bedside-card').length;
        return { words, marked, stopped: document.body.textContent, left };
      });
      expect(got).toEqual({
        words: ['mri', 'bone-marrow', 'osteoporosis', 'bisphosphonate'],
        marked: text,
        stopped: text,
        left: 0,
      });
    });

    test('one that still lives hears of it and takes its marks away itself', async () => {
      await lab.open(PAGE);
      await lab.run(async () => {
        const before = window.lab.nodesIn(document.body);
        const old = window.lab.readerOf({ isCurrent: () => false, onOrphaned: () => old.stop() });
        old.start();
        await old.finish();
        const reader = window.lab.readerOf();
        reader.start();
        Object.assign(window, { reader, before });
      });
      // The marks of both look alike; they are the new one's when it knows of them.
      await lab.page.waitForFunction(
        () => (window as unknown as { reader: { words(): unknown[] } }).reader.words().length === 4,
      );
      const same = await lab.run(() => {
        const { reader, before } = window as unknown as { reader: { stop(): void }; before: Node[] };
        reader.stop();
        const now = window.lab.nodesIn(document.body);
        return now.length === before.length && now.every((node, i) => node === before[i]);
      });
      expect(same).toBe(true);
    });
  });

  describe('documents with little to read throw nothing', () => {
    test.each<[name: string, file: string, content: string, change?: () => unknown]>([
      ['SVG', 'page.svg', '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">osteoporosis</text></svg>'],
      ['XML', 'page.xml', '<page><p>osteoporosis</p></page>'],
      [
        'a frameset',
        'page.html',
        '<html><frameset><frame src="about:blank"><noframes>osteoporosis</noframes></frameset></html>',
      ],
      ['plain text', 'page.txt', 'nothing'],
      ['no body', 'page.html', '', () => document.body.remove()],
      ['no element at all', 'page.html', '', () => document.documentElement.remove()],
      ['an editor', 'page.html', '<p>osteoporosis', () => (document.designMode = 'on')],
    ])('%s', async (_name, file, content, change = () => undefined) => {
      await lab.open(content, file);
      const got = await lab.run(async (act) => {
        act();
        const reader = window.lab.readerOf();
        reader.start();
        await window.lab.idle();
        await reader.finish();
        const { finding, complete } = reader;
        const told = [
          reader.words(),
          reader.places.beside(undefined, 'next'),
          reader.mark(1),
          document.querySelectorAll('bedsideterm').length,
        ];
        reader.stop();
        return { kind: finding.kind, complete, told };
      }, change);
      expect(got).toEqual({
        kind: file === 'page.txt' ? 'open' : 'closed',
        complete: true,
        told: [[], null, null, 0],
      });
    });

    test.each<[name: string, change: () => unknown]>([
      ['the body goes', () => document.body.remove()],
      ['everything goes', () => document.documentElement.remove()],
      ['the page is written anew', () => [document.open(), document.write('<p>The MRI.'), document.close()]],
    ])('%s while there is work to do', async (_name, change) => {
      await lab.open(PAGE);
      const marks = await lab.run(async (act) => {
        const reader = window.lab.readerOf();
        reader.start();
        act();
        await window.lab.idle();
        reader.stop();
        return window.lab.marked();
      }, change);
      expect(marks).toEqual([]);
    });

    test('XHTML is marked as HTML is', async () => {
      const page =
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p>The MRI.</p></body></html>';
      await lab.open(page, 'page.xhtml');
      const got = await lab.run(async () => {
        const before = new XMLSerializer().serializeToString(document);
        const reader = window.lab.readerOf();
        reader.start();
        await reader.finish();
        const marks = window.lab.marked();
        reader.stop();
        return { marks, same: new XMLSerializer().serializeToString(document) === before };
      });
      expect(got).toEqual({ marks: ['MRI'], same: true });
    });
  });
});
