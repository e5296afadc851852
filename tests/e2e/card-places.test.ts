// Where the card stands, in the places where there is little room or something in the way: on screen, scrolling inside, never over its word.
import { beforeEach, describe, expect, test } from 'vitest';
import { type Tab, until } from '../../tools/browsers/browser.ts';
import { choose } from './choose.ts';
import { healthPage, KINDS, noCard, pointInCard, pressInCard, seeCard, useBedside } from './harness.ts';

const LONG = 'pneumonoultramicroscopicsilicovolcanoconiosispathologicalities';
/** A page as phones read it, in a window of its own width. */
const page = (body: string, head = ''): string =>
  healthPage(body, `<meta name="viewport" content="width=device-width, initial-scale=1">${head}`);
const at = (place: string, text = 'A biopsy came first.'): string =>
  page(`<p id="word" style="position: absolute; margin: 0; ${place}">${text}</p>`);

const PAGES = {
  '/middle': at('top: 45vh; left: 40vw'),
  '/top-left': at('top: 0; left: 0; z-index: 1; background: white', 'biopsy'),
  '/top-right': at('top: 0; right: 0; z-index: 1; background: white', 'biopsy'),
  '/bottom-left': at('bottom: 0; left: 0', 'biopsy'),
  '/bottom-right': at('bottom: 0; right: 0', 'biopsy'),
  '/sticky': page(
    `<header style="position: sticky; top: 0; z-index: 2147483647; background: gold; height: 100px">Site</header>
     <p style="margin-top: 100vh">A biopsy came first.</p><div style="height: 3000px"></div>
     <script>history.scrollRestoration = 'manual'; scrollTo(0, document.querySelectorAll('p')[1].offsetTop - 110)</script>`,
  ),
  '/box': page(
    `<div id="box" style="width: 260px; height: 120px; overflow: auto; border: 1px solid">
       <p style="margin-top: 150px">A biopsy came first.</p><div style="height: 900px"></div></div>
     <script>box.scrollTop = 100</script>`,
  ),
  '/modal': page(
    `<dialog id="d" style="width: 200px; height: 90px; overflow: auto"><p>A biopsy takes a sample.</p></dialog>
     <script>d.showModal()</script>`,
  ),
  '/rtl': page(
    `<p dir="rtl" lang="ar" style="text-align: right">هذا نص من اليمين إلى اليسار، قبل الكلمة وبعدها.</p>
     <p>The doctor said that a biopsy was what came first, before all else.</p><p dir="rtl" lang="ar">هذا نص.</p>`,
    '<style>html { direction: rtl }</style>',
  ),
  '/long': page(`<p style="width: 12em; overflow-wrap: anywhere">${LONG} ${LONG} biopsy ${LONG}</p>`),
  '/lines': page(
    `<p style="width: 16em; font: 20px/1.6 monospace" id="lines">Last year <span>bone</span> <em>marrow</em> edema was seen.</p>`,
  ),
};

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the card and the pieces of its word stand, in the window's CSS pixels, as soon as the card has its place. */
const boxes = (tab: Tab, id: string) =>
  until('the place of the card', async () => {
    const card = await tab.inCard((root): (Box & { scrolls: boolean; inner: number }) | null => {
      const card = root.querySelector('.card');
      const host = root.host as HTMLElement;
      if (!card?.querySelector('.short')) return null;
      const isSheet = matchMedia('(pointer: coarse) and (max-width: 600px)').matches;
      if (!isSheet && host.style.getPropertyValue('--bedside-x') === '') return null;
      const { left, top, right, bottom } = card.getBoundingClientRect();
      return {
        ...{ left, top, right, bottom },
        scrolls: card.scrollHeight > card.clientHeight,
        inner: card.scrollWidth - card.clientWidth,
      };
    });
    const page = await tab.page.evaluate((id) => {
      const marks = [...document.querySelectorAll(`bedsideterm[data-term~="${id}"]`)];
      return {
        width: document.documentElement.clientWidth,
        height: innerHeight,
        word: marks.flatMap((mark) =>
          [...mark.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom })),
        ),
      };
    }, id);
    return card && { card, ...page };
  });

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Waits until two answers in a row are the same: what moves has come to rest. */
async function restedBoxes(tab: Tab, id: string): ReturnType<typeof boxes> {
  let last = '';
  return until('a card at rest', async () => {
    const now = await boxes(tab, id);
    const same = JSON.stringify(now) === last;
    last = JSON.stringify(now);
    return same && now;
  });
}

async function expectBeside(tab: Tab, id: string, what: string): Promise<void> {
  const { card, word, width, height } = await restedBoxes(tab, id);
  expect(word.length, what).toBeGreaterThan(0);
  expect(
    {
      left: card.left >= 0,
      top: card.top >= 0,
      right: card.right <= width + 0.5,
      bottom: card.bottom <= height + 0.5,
      covered: word.some((piece) => meet(piece, card)),
      sideways: card.inner,
      inFront: await tab.page.evaluate(
        (x, y) => document.elementFromPoint(x, y)?.localName,
        (card.left + card.right) / 2,
        card.top + 4,
      ),
    },
    `${what}: ${JSON.stringify({ card, word, width, height })}`,
  ).toEqual({
    ...{ left: true, top: true, right: true, bottom: true },
    ...{ covered: false, sideways: 0, inFront: 'bedside-card' },
  });
}

/** Presses the last mark of an entry. */
const pressMark = async (tab: Tab, id: string): Promise<void> => {
  await tab.page.waitForSelector(`bedsideterm[data-term~="${id}"]`);
  const mark = (await tab.page.$$(`bedsideterm[data-term~="${id}"]`)).at(-1);
  const box = await mark?.evaluate((element) => {
    const { left, top, width, height } = element.getClientRects()[0] ?? new DOMRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  if (box) await tab.page.mouse.click(box.x, box.y);
};

/** A large window, a small one, and one at 400 % zoom: 1280 by 1024 is 320 by 256 then. */
const WINDOWS = [
  { width: 1000, height: 800 },
  { width: 320, height: 640 },
  { width: 320, height: 256 },
];

describe.each(KINDS)('the place of the card in %s', (kind) => {
  const { bedside, open } = useBedside(kind, PAGES);
  // What one test has chosen is not what the next begins with.
  beforeEach(() => choose(bedside(), {}));

  test.each(Object.keys(PAGES))('%s: short and whole, on screen and beside its word', async (path) => {
    const id = path === '/lines' ? 'bone-marrow-edema' : 'biopsy';
    for (const window of WINDOWS) {
      const tab = await open(path);
      await tab.page.setViewport(window);
      await tab.page.reload();
      await pressMark(tab, id);
      const what = `${path} at ${window.width} by ${window.height}`;
      await seeCard(tab, 'General explanation');
      await expectBeside(tab, id, what);
      await pressInCard(tab, 'More');
      await seeCard(tab, 'Less');
      await expectBeside(tab, id, `${what}, whole`);
      // Its end can be reached: it scrolls inside.
      const end = await tab.inCard((root) => {
        const card = root.querySelector('.card');
        card?.scrollTo({ top: card.scrollHeight, behavior: 'instant' });
        const bottom = card?.getBoundingClientRect().bottom ?? 0;
        return (root.querySelector('.advice')?.getBoundingClientRect().bottom ?? Infinity) <= bottom;
      });
      expect(end, what).toBe(true);
      await pressInCard(tab, 'Less');
      await seeCard(tab, 'More');
      await tab.close();
    }
  });

  test('a card that grows stays on its side of the word', async () => {
    const tab = await open('/middle');
    await pressMark(tab, 'biopsy');
    await seeCard(tab, 'General explanation');
    const before = await restedBoxes(tab, 'biopsy');
    await pressInCard(tab, 'More');
    await seeCard(tab, 'Less');
    const after = await restedBoxes(tab, 'biopsy');
    expect(after.card.top).toBe(before.card.top);
    await pressInCard(tab, 'Less');
    await tab.close();
  });

  test('scrolled out of its box the word takes the card with it', async () => {
    const tab = await open('/box');
    await pressMark(tab, 'biopsy');
    await seeCard(tab, 'General explanation');
    await tab.page.$eval('#box', (box) => box.scrollTo({ top: 600, behavior: 'instant' }));
    await noCard(tab);
    await tab.close();
  });
});

describe('the sheet on a touched screen', () => {
  const { bedside, open } = useBedside('chromium', PAGES, {
    touch: true,
    viewport: { width: 360, height: 700 },
  });
  // What one test has chosen is not what the next begins with.
  beforeEach(() => choose(bedside(), {}));

  test.each(['/middle', '/bottom-left', '/bottom-right', '/top-left', '/sticky', '/box', '/modal', '/long'])(
    '%s: at the edge, beside its word',
    async (path) => {
      const tab = await open(path);
      await tab.page.waitForSelector('bedsideterm[data-term~="biopsy"]');
      const mark = (await tab.page.$$('bedsideterm[data-term~="biopsy"]')).at(-1);
      await mark?.tap();
      await seeCard(tab, 'General explanation');
      await expectBeside(tab, 'biopsy', path);
      const more = await pointInCard(tab, 'More');
      await tab.page.touchscreen.tap(more.x, more.y);
      await seeCard(tab, 'Less');
      await expectBeside(tab, 'biopsy', `${path}, whole`);
      const { card, width } = await restedBoxes(tab, 'biopsy');
      expect([card.left, card.right]).toEqual([0, width]);
      const less = await pointInCard(tab, 'Less');
      await tab.page.touchscreen.tap(less.x, less.y);
      await seeCard(tab, 'More');
      await tab.close();
    },
  );
});
