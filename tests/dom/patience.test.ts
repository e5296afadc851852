// Pages that change all the time cost little and are read nevertheless; pages that fight marks are left alone after a few rounds. All by a clock of the test's own.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { installClock } from './clock.ts';
import { BROWSERS, type Lab, startLab } from './lab.ts';

/** What is seen of a reader from outside, from its start on. */
interface Watched {
  /** How often marks were drawn in the place: marks drawn in one go count once. */
  readonly rounds: () => number;
  /** How often the layout was asked. */
  readonly asked: () => number;
}

/** In the page: counts what is drawn in places that the selector names, and what is asked. To be called before anything else hears the page's changes. */
function watched(places: string): Watched {
  let rounds = 0;
  let asked = 0;
  const { getComputedStyle } = window;
  window.getComputedStyle = (...args) => {
    asked++;
    return getComputedStyle.call(window, ...args);
  };
  const isDrawn = ({ target, addedNodes }: MutationRecord): boolean =>
    (target as Element).closest(places) !== null &&
    [...addedNodes].some(({ nodeName }) => nodeName === 'BEDSIDETERM');
  new MutationObserver((records) => {
    if (records.some(isDrawn)) rounds++;
  }).observe(document, { subtree: true, childList: true });
  return { rounds: () => rounds, asked: () => asked };
}

describe.each(BROWSERS)('in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  const open = async (html: string): Promise<void> => {
    await lab.open(`${html}<p id="calm">Osteoporosis is treated.</p>`);
    await lab.run(installClock);
  };
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  const ROW = '<p>A <b>biopsy</b> of bone marrow</p>';

  test.each<[name: string, make: (busy: HTMLElement) => (i: number) => void, settles: string[]]>([
    [
      'a ticker by textContent',
      (busy) => (i) => void (busy.textContent = `edema ${i}`),
      ['edema', 'Osteoporosis', 'MRI'],
    ],
    [
      'a ticker by nodeValue',
      (busy) => {
        const text = busy.appendChild(new Text(''));
        return (i) => void (text.nodeValue = `edema ${i}`);
      },
      ['biopsy', 'bone marrow', 'edema', 'Osteoporosis', 'MRI'],
    ],
    [
      'a chat that drops old rows',
      (busy) => (i) => {
        busy.insertAdjacentHTML('beforeend', `<p>${i % 10 === 0 ? 'edema' : 'word'} ${i}</p>`);
        if (busy.childElementCount > 20) busy.firstElementChild?.remove();
      },
      ['edema', 'edema', 'Osteoporosis', 'MRI'],
    ],
    [
      'an animation by style and class',
      (busy) => (i) => {
        busy.style.transform = `translateX(${i % 100}px)`;
        busy.className = i % 2 ? 'odd' : 'even';
      },
      ['biopsy', 'bone marrow', 'Osteoporosis', 'MRI'],
    ],
    [
      'a list written by innerHTML',
      (busy) => (i) => void (busy.innerHTML = `<p>A <b>biopsy</b> of bone marrow</p>`.repeat(10) + i),
      [...Array.from({ length: 10 }, () => ['biopsy', 'bone marrow']).flat(), 'Osteoporosis', 'MRI'],
    ],
  ])('1,000 changes a second, %s', async (name, make, settles) => {
    await open('<div id="busy"></div>');
    const got = await lab.run(
      async (make, watched, row) => {
        const { clock } = window;
        const { marked, readerOf } = window.lab;
        const busy = document.querySelector<HTMLElement>('#busy');
        if (!busy) throw new Error('no place');
        busy.innerHTML = row;
        const seen = watched('#busy');
        readerOf().start();
        await clock.advance(1000);
        const before = seen.asked();
        const change = make(busy);
        let changes = 0;
        const timer = setInterval(() => change(changes++), 1);
        await clock.advance(2000);
        document.body.insertAdjacentHTML('beforeend', '<p id="new">An MRI was made.</p>');
        await clock.advance(3000);
        const meanwhile = [...document.querySelectorAll('#calm bedsideterm, #new bedsideterm')];
        await clock.advance(1000);
        clearInterval(timer);
        const asked = seen.asked() - before;
        const rounds = seen.rounds();
        const text = document.body.textContent;
        await clock.advance(10_000);
        return {
          changes,
          asked,
          rounds,
          meanwhile: meanwhile.map((mark) => mark.textContent),
          settled: marked(),
          same: document.body.textContent === text,
        };
      },
      make,
      watched,
      ROW,
    );
    const { changes, asked, rounds, meanwhile, settled, same } = got;
    console.log(`${kind}, ${name}: ${changes} changes, layout asked ${asked} times, drawn ${rounds} times`);
    expect({ changes, meanwhile, same }).toEqual({
      changes: 6000,
      meanwhile: ['Osteoporosis', 'MRI'],
      same: true,
    });
    expect(settled).toEqual(settles);
    expect(rounds).toBeLessThanOrEqual(6);
    // Far less than once for each change.
    expect(asked).toBeLessThan(600);
  });

  test.each<
    [name: string, pause: number, write: (place: HTMLElement) => (whole: string, more: string) => void]
  >([
    [
      'nodeValue',
      1500,
      (place) => {
        const text = place.appendChild(new Text(''));
        return (whole) => void (text.nodeValue = whole);
      },
    ],
    ['innerHTML', 1500, (place) => (whole) => void (place.innerHTML = whole)],
    ['appended texts', 1500, (place) => (_whole, more) => place.append(more)],
    [
      // Who reads what is there has to find it whole: this holds as long as no pause is longer than written text rests.
      'nodeValue, which is read and written',
      400,
      (place) => {
        const text = place.appendChild(new Text(''));
        return (_whole, more) => void (text.nodeValue += more);
      },
    ],
  ])(
    'an answer that streams in by %s and pauses for %i ms is right all the time, and marked once it rests',
    async (_name, pause, write) => {
      await open('<div id="busy"></div>');
      const got = await lab.run(
        async (write, pause) => {
          const { clock } = window;
          const busy = document.querySelector<HTMLElement>('#busy');
          if (!busy) throw new Error('no place');
          window.lab.readerOf().start();
          await clock.advance(1000);
          const words = 'Osteoporosis is seen by MRI and a biopsy of bone marrow edema. '.split(/(?<= )/);
          const add = write(busy);
          const wrong: string[] = [];
          let whole = '';
          for (let i = 0; i < 100; i++) {
            const more = words[i % words.length] ?? '';
            whole += more;
            add(whole, more);
            await clock.advance(i % 20 === 19 ? pause : 50);
            if (busy.textContent !== whole) wrong.push(busy.textContent ?? '');
          }
          await clock.advance(20_000);
          const marks = [...busy.querySelectorAll('bedsideterm')].map((mark) =>
            mark.getAttribute('data-mark'),
          );
          return {
            wrong,
            whole: busy.textContent === whole,
            marks: new Set(marks).size,
            expected: whole.match(/Osteoporosis|MRI|biopsy|bone marrow edema/g)?.length,
          };
        },
        write,
        pause,
      );
      expect(got).toEqual({ wrong: [], whole: true, marks: got.expected, expected: got.expected });
    },
  );

  // In the page: what is done to a guarded place when anything in it changes.
  const rewrites = (place: HTMLElement, later: (act: () => void) => void): void => {
    const html = place.innerHTML;
    new MutationObserver(() =>
      later(() => {
        if (place.innerHTML !== html) place.innerHTML = html;
      }),
    ).observe(place, { childList: true, subtree: true });
  };
  const unwraps = (place: HTMLElement, later: (act: () => void) => void): void => {
    new MutationObserver(() =>
      later(() => {
        for (const mark of place.querySelectorAll('bedsideterm')) mark.replaceWith(...mark.childNodes);
      }),
    ).observe(place, { childList: true, subtree: true });
  };
  const rendersAnew = (place: HTMLElement, later: (act: () => void) => void): void => {
    new MutationObserver(() =>
      later(() => {
        for (const p of place.querySelectorAll('p:has(bedsideterm)')) {
          const fresh = document.createElement('p');
          fresh.textContent = p.textContent;
          p.replaceWith(fresh);
        }
      }),
    ).observe(place, { childList: true, subtree: true });
  };

  const atOnce = (act: () => void): void => act();
  const after50 = (act: () => void): void => void setTimeout(act, 50);
  const after1200 = (act: () => void): void => void setTimeout(act, 1200);
  const nextFrame = (act: () => void): void => void requestAnimationFrame(act);

  const FIGHTS = { rewrites, unwraps, rendersAnew };
  const WHEN = {
    'at once': atOnce,
    'in the next frame': nextFrame,
    'after 50 ms': after50,
    'after 1,200 ms': after1200,
  };
  const cases = Object.keys(FIGHTS).flatMap((how) =>
    Object.keys(WHEN).map((when) => [how, when] as [keyof typeof FIGHTS, keyof typeof WHEN]),
  );

  /** In the page: guards every `.guarded`, and tells what a minute and then another brought. */
  async function fight(
    guard: (place: HTMLElement, later: (act: () => void) => void) => void,
    later: (act: () => void) => void,
    watched: (places: string) => Watched,
  ) {
    const { clock } = window;
    const seen = watched('.guarded');
    for (const place of document.querySelectorAll<HTMLElement>('.guarded')) guard(place, later);
    const text = document.body.textContent;
    window.lab.readerOf().start();
    await clock.advance(60_000);
    let changes = 0;
    new MutationObserver((records) => {
      changes += records.length;
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    await clock.advance(60_000);
    return {
      rounds: seen.rounds(),
      changes,
      same: document.body.textContent === text,
      calm: [...document.querySelectorAll('#calm bedsideterm')].map((mark) => mark.textContent),
    };
  }

  test.each(cases)(
    '%s, %s: a few rounds, then peace; the rest of the page stays marked',
    async (how, when) => {
      await open('<div class="guarded"><p>A biopsy of bone marrow</p><p>shows edema</p></div>');
      const got = await lab.run(fight, FIGHTS[how], WHEN[when], watched);
      console.log(`${kind}, ${how} ${when}: drawn ${got.rounds} times`);
      expect(got).toEqual({ rounds: got.rounds, changes: 0, same: true, calm: ['Osteoporosis'] });
      expect(got.rounds).toBeGreaterThan(0);
      expect(got.rounds).toBeLessThanOrEqual(10);
    },
  );

  test('thirty guarded paragraphs: each a few rounds at most; what is marked elsewhere stays', async () => {
    await open('<p class="guarded">A biopsy of bone marrow</p>'.repeat(30));
    const got = await lab.run(fight, rewrites, atOnce, watched);
    console.log(`${kind}, thirty places: drawn ${got.rounds} times`);
    expect(got).toEqual({ rounds: got.rounds, changes: 0, same: true, calm: ['Osteoporosis'] });
    expect(got.rounds).toBeLessThanOrEqual(20);
  });

  test('after a place was left alone, what is new elsewhere on it is still marked', async () => {
    await open('<div class="guarded"><p>A biopsy of bone marrow</p></div>');
    await lab.run(fight, rewrites, atOnce, watched);
    const added = await lab.run(async () => {
      document.body.insertAdjacentHTML('beforeend', '<p id="new">An MRI was made.</p>');
      await window.clock.advance(1000);
      return document.querySelector('#new bedsideterm')?.textContent;
    });
    expect(added).toBe('MRI');
  });
});
