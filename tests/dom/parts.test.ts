// Articles, posts and comments are judged by themselves, whatever their page is about.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type Lab, startLab } from './lab.ts';

const HEALTH =
  'Osteoporosis is what doctors call bones that have become thin. A patient may not know of it before a bone breaks, and the treatment is mostly a tablet once a week, often a bisphosphonate, with a good deal of walking and some sun.';
const OTHER =
  'The players came home on Sunday with the cup, and the whole town stood in the street to see them. A biopsy of the season by our man in the stands: good wings, a slow middle, and a keeper who should have the keys of the city.';
const SHORT = 'Had a biopsy too.';
/** So much of it that the page as a whole is about something else. */
const FOOTBALL = `<p>${OTHER}</p>${`<p>${OTHER.replace('A biopsy', 'A report')}</p>`.repeat(20)}`;
const MEDICINE = `<p>${HEALTH}</p>`.repeat(3);

describe.each(BROWSERS)('in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  const PARTS: readonly (readonly [name: string, html: (text: string) => string])[] = [
    ['an article', (text) => `<article id="part"><p>${text}</p></article>`],
    ['by role', (text) => `<div id="part" role="article">${text}</div>`],
    ['a comment', (text) => `<div id="part" role="comment"><p>${text}</p></div>`],
    ['an item of a feed', (text) => `<div role="feed"><div id="part">${text}</div></div>`],
    [
      'a posting by its type',
      (text) => `<div id="part" itemtype="https://schema.org/DiscussionForumPosting">${text}</div>`,
    ],
    ['an answer by its type', (text) => `<div id="part" itemtype="http://schema.org/Answer">${text}</div>`],
    [
      'in a shadow tree',
      (text) =>
        `<article id="part"><div><template shadowrootmode="open"><p>${text}</p></template></div></article>`,
    ],
  ];

  /** Reads the page; tells the finding, what is marked in the part, and whether anything is beside it. */
  const read = (html: string, always = false) =>
    lab.open(html).then(() =>
      lab.run(async (always) => {
        const reader = window.lab.readerOf({ always });
        reader.start();
        await reader.finish();
        const part = document.querySelector('#part');
        const within = [part, part?.querySelector('div')?.shadowRoot].flatMap((root) => [
          ...(root?.querySelectorAll('bedsideterm') ?? []),
        ]);
        return {
          finding: reader.finding.kind,
          inPart: within.map((mark) => mark.textContent),
          beside: [...document.querySelectorAll('bedsideterm')].some((mark) => !part?.contains(mark)),
        };
      }, always),
    );

  describe.each(PARTS)('%s', (_name, part) => {
    test('about health on a page that is not: it alone is marked', async () => {
      expect(await read(FOOTBALL + part(HEALTH))).toEqual({
        finding: 'open',
        inPart: ['Osteoporosis', 'bisphosphonate'],
        beside: false,
      });
    });

    test('about something else on a page about health: all but it is marked', async () => {
      expect(await read(MEDICINE + part(OTHER))).toEqual({ finding: 'open', inPart: [], beside: true });
    });

    test('a short one is what its page is', async () => {
      expect(await read(MEDICINE + part(SHORT))).toEqual({
        finding: 'open',
        inPart: ['biopsy'],
        beside: true,
      });
      expect(await read(FOOTBALL + part(SHORT))).toEqual({ finding: 'closed', inPart: [], beside: false });
    });
  });

  test('marked anyway, all of it is', async () => {
    const part = `<article id="part">${OTHER}</article>`;
    expect(await read(FOOTBALL + part, true)).toEqual({ finding: 'open', inPart: ['biopsy'], beside: true });
  });

  test('a comment in an article counts for itself', async () => {
    const article = `<article id="part"><p>${HEALTH}</p><div role="comment">${OTHER}</div><p>${SHORT}</p></article>`;
    expect((await read(FOOTBALL + article)).inPart).toEqual(['Osteoporosis', 'bisphosphonate', 'biopsy']);
  });

  test('far down a long page about health each part is judged when it is read', async () => {
    const long = MEDICINE.repeat(100);
    expect(long.length).toBeGreaterThan(60_000);
    const html = `${long}<article id="part"><p>${SHORT}</p><p>${OTHER}</p></article>`;
    expect((await read(html)).inPart).toEqual([]);
  });

  test('one that decides about the page only in part is judged as a whole', async () => {
    const most = `<p>${HEALTH}</p>`.repeat(Math.floor(60_000 / HEALTH.length));
    const html = `${most}<article id="part"><p>${OTHER}</p><p>${HEALTH}</p></article>`;
    expect((await read(html)).inPart).toEqual(['biopsy', 'Osteoporosis', 'bisphosphonate']);
  });

  test('far down, too, a comment in an article counts for itself', async () => {
    const long = MEDICINE.repeat(100);
    const article = `<article id="part"><p>${OTHER}</p><div role="comment">${HEALTH}</div><p>${SHORT}</p></article>`;
    expect((await read(long + article)).inPart).toEqual(['Osteoporosis', 'bisphosphonate']);
  });

  test('what turns to health later is read', async () => {
    await lab.open(`${MEDICINE}<article id="part"><p>${SHORT}</p><p>${OTHER}</p></article>`);
    const before = await lab.run(async () => {
      const reader = window.lab.readerOf({ always: false });
      reader.start();
      await reader.finish();
      return document.querySelectorAll('#part bedsideterm').length;
    });
    expect(before).toBe(0);
    await lab.run(
      (html) => document.querySelector('#part')?.insertAdjacentHTML('beforeend', html),
      `<p>${HEALTH}</p>`,
    );
    await lab.page.waitForFunction(() => document.querySelectorAll('#part bedsideterm').length === 4);
  });

  test('a post about health that is added to a page with one is read, others are not', async () => {
    await lab.open(`${FOOTBALL}<article>${HEALTH}</article>`);
    await lab.run(
      async (health, other) => {
        const reader = window.lab.readerOf({ always: false });
        reader.start();
        await reader.finish();
        document.body.insertAdjacentHTML(
          'beforeend',
          `<article id="other">${other}</article><article id="part">${health}</article>`,
        );
      },
      HEALTH,
      OTHER,
    );
    await lab.page.waitForFunction(() => document.querySelectorAll('#part bedsideterm').length === 2);
    expect(await lab.run(() => document.querySelectorAll('#other bedsideterm').length)).toBe(0);
  });
});
