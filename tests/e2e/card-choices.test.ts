// What the reader has chosen of cards - when they open, how they look - and chooses in them.
import { beforeEach, describe, expect, test } from 'vitest';
import { type Tab, until } from '../../tools/browsers/browser.ts';
import { choose } from './choose.ts';
import { healthPage, KINDS, marksOf, noCard, pressInCard, seeCard, seeMark, useBedside } from './harness.ts';

const PAGES = {
  '/page': healthPage('<p>A biopsy came first.</p><p>She had an edema.</p>'),
  '/senses': healthPage(
    '<h2>Findings</h2><p>The patient with osteoporosis had an MRI. Her PT was late. The AS is there. The doctor saw an MI.</p>',
  ),
};

/** How long after it was pointed at a word's card opens, in ms, as the page sees it. */
async function opensAfter(tab: Tab, id: string): Promise<number> {
  await tab.page.evaluate(() => {
    const seen = { pointed: 0, opened: 0 };
    addEventListener('pointermove', () => {
      seen.pointed = performance.now();
    });
    new MutationObserver(() => {
      if (seen.opened === 0 && document.querySelector('bedside-card')) seen.opened = performance.now();
    }).observe(document.documentElement, { childList: true });
    Object.assign(window, { seen });
  });
  await (await seeMark(tab, id))?.hover();
  await seeCard(tab, 'General explanation');
  return tab.page.evaluate(() => {
    const { seen } = window as unknown as { readonly seen: { pointed: number; opened: number } };
    return seen.opened - seen.pointed;
  });
}

/** How the card looks, in numbers. */
const lookOf = (tab: Tab) =>
  tab.inCard((root) => {
    const card = root.querySelector('.card');
    if (!card) return null;
    const { fontSize, backgroundColor } = getComputedStyle(card);
    const light = (backgroundColor.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
    return { size: Number.parseFloat(fontSize), isDark: light.every((part) => part < 90) };
  });

describe.each(KINDS)('choices of the card in %s', (kind) => {
  const { bedside, open } = useBedside(kind, PAGES);
  beforeEach(() => choose(bedside(), {}));

  test('it opens when the reader wants it to', async () => {
    for (const [opening, least] of [
      ['normal', 340],
      ['slow', 790],
    ] as const) {
      await choose(bedside(), { opening });
      const tab = await open('/page');
      await seeMark(tab, 'biopsy');
      expect(await opensAfter(tab, 'biopsy'), opening).toBeGreaterThanOrEqual(least);
      await tab.close();
    }
    await choose(bedside(), { opening: 'quick' });
    // A machine that does other things may be late now and then.
    await until('a card that opens quickly', async () => {
      const tab = await open('/page');
      await seeMark(tab, 'biopsy');
      const after = await opensAfter(tab, 'biopsy');
      expect(after).toBeGreaterThanOrEqual(140);
      await tab.close();
      return after < 340;
    });
  });

  test('on a press alone, where that is wanted, and by the keys', async () => {
    await choose(bedside(), { opening: 'press' });
    const tab = await open('/page');
    await (await seeMark(tab, 'biopsy'))?.hover();
    await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
    expect(await tab.page.$('bedside-card')).toBeNull();
    await (await seeMark(tab, 'biopsy'))?.click();
    await seeCard(tab, 'biopsy');
    await tab.page.keyboard.press('Escape');
    await noCard(tab);
    await tab.command('next-mark');
    await seeCard(tab, 'General explanation');
    await tab.close();
  });

  test('theme and text size: at the next card, on a page that is open', async () => {
    const tab = await open('/page');
    const look = async () => {
      await (await seeMark(tab, 'biopsy'))?.click();
      await seeCard(tab, 'General explanation');
      const seen = await lookOf(tab);
      await tab.page.keyboard.press('Escape');
      await noCard(tab);
      return seen;
    };
    const before = await look();
    expect(before?.isDark).toBe(false);
    const normal = before?.size ?? 0;
    await choose(bedside(), { theme: 'dark', textSize: 'large' });
    await until('a dark card', async () => (await look())?.isDark);
    expect((await look())?.size).toBeCloseTo(normal * 1.2, 1);
    await choose(bedside(), { theme: 'light', textSize: 'larger' });
    await until('a light card', async () => (await look())?.isDark === false);
    expect((await look())?.size).toBeCloseTo(normal * 1.45, 1);
    await tab.close();
  });

  test('a known word keeps its mark until the card goes, so that it can be undone', async () => {
    const tab = await open('/page');
    await (await seeMark(tab, 'biopsy'))?.click();
    await pressInCard(tab, 'I know this word');
    await seeCard(tab, 'is not marked any more');
    await pressInCard(tab, 'Undo');
    await until('the button', () => tab.inCard((root) => root.querySelector('.know') !== null));
    await pressInCard(tab, 'I know this word');
    await seeCard(tab, 'is not marked any more');
    // Pressed open, but now there is nothing more to be read: it goes when the pointer does.
    await tab.page.mouse.move(5, 700, { steps: 4 });
    await noCard(tab);
    await until('no mark', async () => !(await marksOf(tab)).includes('biopsy'));
    expect(await marksOf(tab)).toContain('edema');
    await tab.close();
  });

  test('where the page does not decide, senses stand side by side, or one below the other where it is narrow', async () => {
    const tab = await open('/senses');
    const places = async () => {
      // Marks are drawn anew while the window gets another size.
      await until('a press on the word', () =>
        tab.page
          .waitForSelector('bedsideterm[data-term~="aortic-stenosis"]')
          .then((mark) => mark?.click())
          .then(
            () => true,
            () => false,
          ),
      );
      await seeCard(tab, 'more than one meaning');
      const found = await tab.inCard((root) =>
        [...root.querySelectorAll('.entry')].map((entry) => {
          const { left, top } = entry.getBoundingClientRect();
          return [Math.round(left), Math.round(top)] as const;
        }),
      );
      await tab.page.keyboard.press('Escape');
      await noCard(tab);
      const [[left = 0, top = 0] = [], [otherLeft = 0, otherTop = 0] = []] = found ?? [];
      return { beside: otherLeft > left && otherTop === top, below: otherLeft === left && otherTop > top };
    };
    expect(await places()).toEqual({ beside: true, below: false });
    await tab.page.setViewport({ width: 320, height: 640 });
    expect(await places()).toEqual({ beside: false, below: true });
    await tab.close();
  });
});
