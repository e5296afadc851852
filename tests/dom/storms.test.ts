// A place that changes in a storm is left unwatched for a while, and nothing else is: what changes beside it is heard as before. All by a clock of the test's own.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { installClock } from './clock.ts';
import { BROWSERS, type Lab, startLab } from './lab.ts';

/** In the page: counts the records that observers made from now on are given. */
function countRecords(): () => number {
  let heard = 0;
  const Observer = window.MutationObserver;
  window.MutationObserver = class extends Observer {
    constructor(callback: MutationCallback) {
      super((records, observer) => {
        heard += records.length;
        callback(records, observer);
      });
    }
  };
  return () => heard;
}

const CALM = '<p id="calm">Osteoporosis is treated.</p>';
/** What stands beside the storm on its way up to the body, and what is done there. */
const BESIDE = `<section id="around">${CALM}<div id="busy">none</div><p id="written">No words yet.</p>a bare text</section>`;

describe.each(BROWSERS)('in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  test.each<[about: string, html: string, atMost: number]>([
    ['health', `<div id="busy"></div>${CALM}`, 0.15],
    ['something else', '<div id="busy"></div><p>Fold the sheet in the middle and turn it.</p>', 0.02],
  ])('a page about %s: most of a storm is not heard', async (about, html, atMost) => {
    await lab.open(html);
    await lab.run(installClock);
    const { heard, changes } = await lab.run(
      async (countRecords, whole) => {
        const heard = countRecords();
        const { readerOf } = window.lab;
        if (whole) readerOf().start();
        else readerOf({ always: false }).start();
        await window.clock.advance(1000);
        const before = heard();
        const busy = document.querySelector('#busy');
        let changes = 0;
        const timer = setInterval(() => {
          if (busy) busy.textContent = `word ${changes++}`;
        }, 4);
        await window.clock.advance(10_000);
        clearInterval(timer);
        return { heard: heard() - before, changes };
      },
      countRecords,
      about === 'health',
    );
    console.log(`${kind}, a page about ${about}: ${heard} of ${changes} changes heard`);
    expect(changes).toBe(2500);
    expect(heard).toBeLessThan(changes * atMost);
  });

  test('stopped in a storm nothing more is heard', async () => {
    await lab.open('<div id="busy"></div>');
    await lab.run(installClock);
    const heard = await lab.run(async (countRecords) => {
      const { clock, lab } = window;
      const heard = countRecords();
      const reader = lab.readerOf();
      reader.start();
      await clock.advance(1000);
      const busy = document.querySelector('#busy');
      let changes = 0;
      setInterval(() => {
        if (busy) busy.textContent = `word ${changes++}`;
      }, 4);
      await clock.advance(200);
      reader.stop();
      const before = heard();
      await clock.advance(2000);
      return { before: before > 0, after: heard() - before };
    }, countRecords);
    expect(heard).toEqual({ before: true, after: 0 });
  });

  test('what changes beside a storm is healed and read', async () => {
    await lab.open(BESIDE);
    await lab.run(installClock);
    const got = await lab.run(async () => {
      const { clock, lab } = window;
      const find = (selector: string): HTMLElement => {
        const found = document.querySelector<HTMLElement>(selector);
        if (!found) throw new Error(`no ${selector}`);
        return found;
      };
      lab.readerOf().start();
      await clock.advance(1000);
      const [around, calm, busy, written] = ['#around', '#calm', '#busy', '#written'].map(find);
      if (!around || !calm || !busy || !written) throw new Error('nothing');
      const marksIn = (place: Element): string[] =>
        [...place.querySelectorAll('bedsideterm')].map((mark) => mark.textContent);
      let changes = 0;
      const storm = setInterval(() => void (busy.textContent = `word ${changes++}`), 4);
      const seen: unknown[] = [marksIn(calm)];
      await clock.advance(500);
      // In the middle of the storm, each in its own while.
      const text = calm.firstChild;
      if (text) text.nodeValue = 'Nothing.';
      await clock.advance(0);
      seen.push(calm.textContent);
      await clock.advance(1500);
      written.textContent = 'A biopsy.';
      around.append(' and an MRI');
      await clock.advance(1500);
      const late = document.createElement('article');
      around.prepend(late);
      await clock.advance(50);
      late.innerHTML = '<p>Edema.</p>';
      document.body.insertAdjacentHTML('beforeend', '<p id="end">Aseptic necrosis.</p>');
      await clock.advance(1500);
      seen.push(marksIn(written), marksIn(late), marksIn(find('#end')), around.innerHTML.includes('>MRI<'));
      written.contentEditable = 'true';
      await clock.advance(0);
      seen.push(marksIn(written));
      busy.contentEditable = 'true';
      await clock.advance(500);
      busy.contentEditable = 'false';
      clearInterval(storm);
      busy.textContent = 'Bone marrow.';
      await clock.advance(3000);
      seen.push(marksIn(busy));
      return seen;
    });
    expect(got).toEqual([
      ['Osteoporosis'],
      'Nothing.',
      ['biopsy'],
      ['Edema'],
      ['Aseptic necrosis'],
      true,
      [],
      ['Bone marrow'],
    ]);
  });

  test.each([
    ['moved into it', true],
    ['that stand in it', false],
  ])('marks %s are healed', async (_name, moved) => {
    await lab.open(`<section><div id="busy"><i></i></div>${CALM}</section>`);
    await lab.run(installClock);
    const got = await lab.run(async (moved) => {
      const { clock, lab } = window;
      const [busy, calm] = ['#busy', '#calm'].map((selector) => document.querySelector(selector));
      const counter = busy?.firstElementChild;
      if (!busy || !calm || !counter) throw new Error('nothing');
      if (!moved) busy.append(calm);
      lab.readerOf().start();
      await clock.advance(1000);
      const text = calm.firstChild;
      const storm = setInterval(() => counter.replaceWith(counter), 4);
      await clock.advance(300);
      if (moved) busy.append(calm);
      await clock.advance(0);
      if (text) text.nodeValue = 'Nothing.';
      await clock.advance(0);
      const shown = busy.textContent;
      clearInterval(storm);
      return shown;
    }, moved);
    expect(got).toBe('Nothing.');
  });

  test('marks that are drawn in it meanwhile are healed', async () => {
    await lab.open(`<section><div id="busy"><i></i><p id="later">no words</p></div>${CALM}</section>`);
    await lab.run(installClock);
    const got = await lab.run(async () => {
      const { clock, lab } = window;
      const [counter, later] = ['#busy i', '#later'].map((selector) => document.querySelector(selector));
      const text = later?.firstChild;
      if (!counter || !later || !text) throw new Error('nothing');
      lab.readerOf().start();
      await clock.advance(1000);
      const storm = setInterval(() => counter.replaceWith(counter), 4);
      await clock.advance(500);
      text.nodeValue = 'A biopsy.';
      for (let i = 0; i < 5000 && !later.querySelector('bedsideterm'); i++) await clock.advance(1);
      const marked = later.innerHTML.includes('>biopsy<');
      text.nodeValue = 'Nothing.';
      await clock.advance(0);
      clearInterval(storm);
      return { marked, shown: later.textContent };
    });
    expect(got).toEqual({ marked: true, shown: 'Nothing.' });
  });

  test('what was written last in a storm is read when it rests', async () => {
    await lab.open(`<p id="busy">no words</p>${CALM}`);
    await lab.run(installClock);
    const got = await lab.run(async () => {
      const { clock, lab } = window;
      const text = document.querySelector('#busy')?.firstChild;
      if (!text) throw new Error('no text');
      lab.readerOf().start();
      await clock.advance(1000);
      let changes = 0;
      const storm = setInterval(() => void (text.nodeValue = `word ${changes++}`), 4);
      await clock.advance(300);
      clearInterval(storm);
      text.nodeValue = 'A biopsy.';
      await clock.advance(2000);
      return lab.marked();
    });
    expect(got).toEqual(['biopsy', 'Osteoporosis']);
  });
});
