// Pages with Bedside and without: one site under two names, on one of which Bedside is switched off. What people do there must come to the same.
import { beforeAll, expect } from 'vitest';
import type { BrowserKind, Tab } from '../../tools/browsers/browser.ts';
import type { SitePage } from '../../tools/browsers/site.ts';
import { noCard, seeMark, useBedside } from '../e2e/harness.ts';

/** How long marks may take to come back: they are drawn when the page is idle. */
export const POLL = { timeout: 10_000 };

const WITH = '127.0.0.1';
const WITHOUT = 'localhost';

/** Stands last on a page, with a word that is nowhere else on it: once it is marked, all before it has been. */
export const LAST = '<p id="last">And last of all scoliosis.</p>';

/** As `useBedside`, with all words marked under one name of the site and none under the other. */
export function useTwins(kind: BrowserKind, pages: Readonly<Record<string, SitePage>>) {
  const used = useBedside(kind, pages);
  beforeAll(() =>
    used.bedside().inBackground(async () => {
      interface Api {
        readonly storage: { readonly local: { set(items: object): Promise<void> } };
      }
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      const settings = {
        version: 1,
        enabled: true,
        density: 'all',
        offSites: ['localhost'],
        alwaysSites: [],
      };
      await (browser ?? chrome).storage.local.set({ settings });
    }),
  );

  /** Opens a page that ends with `LAST` and waits until all of it is marked. */
  const openMarked = async (page: string): Promise<Tab> => {
    const tab = await used.open(page, WITH);
    await seeMark(tab, 'scoliosis');
    return tab;
  };

  /** Does the same on a marked page and on its twin without Bedside, expects the same to come of it, and returns what came. */
  const same = async <T>(page: string, act: (tab: Tab) => Promise<T>): Promise<T> => {
    const without = await used.open(page, WITHOUT);
    const meant = await act(without);
    expect(await without.page.$('bedsideterm'), 'marks on the page without Bedside').toBeNull();
    await without.close();
    const tab = await openMarked(page);
    const came = await act(tab);
    await tab.close();
    expect(nameless(came)).toEqual(nameless(meant));
    return meant;
  };

  return { ...used, openMarked, same };
}

/** Addresses under both names are one. */
const nameless = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value ?? null).replaceAll(`//${WITHOUT}:`, `//${WITH}:`)) as T;

export interface PagePoint {
  readonly x: number;
  readonly y: number;
}

/** The middle of a word in an element, in the window's CSS pixels; `part` from 0, its left edge, to 1. */
export const pointAt = (tab: Tab, selector: string, word: string, part = 0.5) =>
  tab.page.$eval(
    selector,
    (element, wanted, along) => {
      const texts: Text[] = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      const start = texts
        .map(({ data }) => data)
        .join('')
        .indexOf(wanted);
      if (start < 0) throw new Error(`"${wanted}" is not in ${element.outerHTML}`);
      const range = document.createRange();
      let before = 0;
      for (const text of texts) {
        const from = start - before;
        const to = from + wanted.length;
        if (from >= 0 && from < text.length) range.setStart(text, from);
        if (to > 0 && to <= text.length) range.setEnd(text, to);
        before += text.length;
      }
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width * along, y: top + height / 2 };
    },
    word,
    part,
  );

/** Takes the pointer off everything, so that no card opens over what comes next. */
export async function pointNowhere(tab: Tab): Promise<void> {
  await tab.page.mouse.move(990, 790);
  if ((await tab.page.$('bedside-card')) === null) return;
  await tab.page.keyboard.press('Escape');
  await noCard(tab);
}

/** Clicks on a word as people do, then takes the pointer away again. */
export async function clickOn(tab: Tab, selector: string, word: string, count = 1): Promise<void> {
  const { x, y } = await pointAt(tab, selector, word);
  await tab.page.mouse.click(x, y, { count });
  await pointNowhere(tab);
}

/** Selects with the mouse from one word to another. */
export async function selectByMouse(
  tab: Tab,
  [fromIn, from, fromPart = 0]: readonly [selector: string, word: string, part?: number],
  [toIn, to, toPart = 1]: readonly [selector: string, word: string, part?: number],
): Promise<void> {
  const [start, end] = [await pointAt(tab, fromIn, from, fromPart), await pointAt(tab, toIn, to, toPart)];
  await tab.page.mouse.move(start.x, start.y);
  await tab.page.mouse.down();
  await tab.page.mouse.move(end.x, end.y, { steps: 2 });
  await tab.page.mouse.up();
  await tab.page.mouse.move(990, 790);
}

/** Presses a key together with Control; a capital letter takes Shift along. */
export async function control(tab: Tab, key: 'a' | 'c' | 'v' | 'z' | 'Z' | 'End'): Promise<void> {
  const { keyboard } = tab.page;
  const held = key === 'Z' ? (['Control', 'Shift'] as const) : (['Control'] as const);
  for (const modifier of held) await keyboard.down(modifier);
  await keyboard.press(key);
  for (const modifier of held) await keyboard.up(modifier);
}

/** What a page that took in this script heard of the clipboard, by `pasted`. */
export const PASTE_EAR = `<script>
  window.pasted = [];
  addEventListener('paste', ({ clipboardData: data }) => pasted.push({ text: data.getData('text/plain'), html: data.getData('text/html') }), true);
</script>`;

export interface Pasted {
  readonly text: string;
  readonly html: string;
}

/** Pastes where the caret is and tells what the page was given. Needs `PASTE_EAR`. */
export async function paste(tab: Tab): Promise<Pasted | undefined> {
  await control(tab, 'v');
  await tab.page.waitForFunction('pasted.length > 0');
  return tab.page.evaluate(() => (window as unknown as { pasted: Pasted[] }).pasted.shift());
}

/** Presses at one point, moves, and lets go at another once it has `arrived` there. */
export async function drag(
  tab: Tab,
  from: PagePoint,
  to: PagePoint,
  arrived?: () => Promise<unknown>,
): Promise<void> {
  const { mouse } = tab.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  // Browsers take the first few pixels for a trembling hand.
  await mouse.move(from.x + 6, from.y + 3, { steps: 2 });
  await mouse.move(to.x, to.y, { steps: 3 });
  await arrived?.();
  await mouse.up();
  await mouse.move(990, 790);
}

/** The selection told without nodes: its text, and where in the page's text it starts and ends. */
export const selection = (tab: Tab) =>
  tab.page.evaluate(() => {
    const live = getSelection();
    const placeOf = (node: Node | null | undefined, offset = 0): number => {
      const range = document.createRange();
      range.setStart(document.body, 0);
      if (node) range.setEnd(node, offset);
      return range.toString().length;
    };
    return [
      String(live),
      placeOf(live?.anchorNode, live?.anchorOffset),
      placeOf(live?.focusNode, live?.focusOffset),
    ];
  });
