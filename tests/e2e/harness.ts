// What every end-to-end test starts from: the built extension in a real browser, a site on loopback, and no errors at the end.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import {
  type Bedside,
  type BrowserKind,
  type LaunchOptions,
  type Popup,
  type Tab,
  until,
} from '../../tools/browsers/browser.ts';
import { launch } from '../../tools/browsers/launch.ts';
import { type Site, type SitePage, startSite } from '../../tools/browsers/site.ts';

export const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];

const path = (inProject: string): string => fileURLToPath(new URL(`../../${inProject}`, import.meta.url));

export const extensionDir = (kind: BrowserKind): string =>
  path(`.output/${kind === 'chromium' ? 'chrome-mv3' : 'firefox-mv2'}`);

export const DEMO = readFileSync(path('tools/demo/article.html'), 'utf8');

/** A health page whose body is `body` behind a paragraph that opens the gate. */
export const healthPage = (
  body: string,
  head = '',
): string => `<!doctype html><html lang="en"><head><title>Test</title>${head}</head><body>
<p id="opening">The MRI of the patient showed osteoporosis and arthritis, and the doctor spoke of treatment for the pain.</p>
${body}</body></html>`;

/** A page about something else, without any word of the glossary. */
export const OTHER_PAGE = `<!doctype html><html lang="en"><head><title>Other</title></head><body>
<h1>How to fold a paper boat</h1><p>Take a sheet and fold it in the middle, then turn it and fold both corners to the line. Open it and press it flat.</p></body></html>`;

/** Starts browser and site for the tests of one `describe`. Fails the suite when any console showed an error. */
export function useBedside(
  kind: BrowserKind,
  pages: Readonly<Record<string, SitePage>>,
  options: Partial<LaunchOptions> = {},
) {
  const used: { bedside?: Bedside; site?: Site } = {};
  beforeAll(async () => {
    used.site = await startSite(pages);
    used.bedside = await launch(kind, { extensionDir: extensionDir(kind), ...options });
  });
  afterAll(async () => {
    const errors = used.bedside?.errors ?? [];
    await used.bedside?.close();
    await used.site?.close();
    expect(errors).toEqual([]);
  });
  const bedside = (): Bedside => {
    if (!used.bedside) throw new Error('The browser did not start.');
    return used.bedside;
  };
  const site = (): Site => {
    if (!used.site) throw new Error('The site did not start.');
    return used.site;
  };
  return {
    bedside,
    site,
    open: (page: string, host?: '127.0.0.1' | 'localhost') => bedside().open(site().url(page, host)),
  };
}

/** The texts of the marks on the page, in order. */
export const marksOf = (tab: Tab): Promise<string[]> =>
  tab.page.$$eval('bedsideterm', (marks) => marks.map((mark) => mark.textContent ?? ''));

/** Waits until the page has a mark of the term with this id. */
export const seeMark = (tab: Tab, id: string) => tab.page.waitForSelector(`bedsideterm[data-term~="${id}"]`);

export const noMarks = (tab: Tab) =>
  tab.page.waitForFunction(() => document.querySelector('bedsideterm') === null);

/** Waits until the card shows an explanation that has `text` in it, and returns its whole text. */
export async function seeCard(tab: Tab, text: string): Promise<string> {
  let shown: string | null = null;
  try {
    return await until(`a card with "${text}"`, async () => {
      shown = await tab.inCard((root) => root.querySelector('.card')?.textContent ?? '');
      return shown?.includes(text) ? shown : null;
    });
  } catch (error) {
    throw new Error(`The card showed ${JSON.stringify(shown)}.`, { cause: error });
  }
}

export const noCard = (tab: Tab) =>
  tab.page.waitForFunction(() => document.querySelector('bedside-card') === null);

/** Presses a button of the card by its label, as a mouse does. */
export async function pressInCard(tab: Tab, label: string): Promise<void> {
  const point = await pointInCard(tab, label);
  await tab.page.mouse.click(point.x, point.y);
}

/** Has the card show all of an explanation: the browser remembers from the test before whether cards open so. */
export async function openWhole(tab: Tab): Promise<void> {
  const isWhole = await until('an explanation', () =>
    tab.inCard((root) => root.querySelector('.toggle')?.getAttribute('aria-expanded')),
  );
  if (isWhole === 'false') await pressInCard(tab, 'More');
}

/** The middle of the card's button with this label, scrolled into view, in the window's CSS pixels. */
export function pointInCard(tab: Tab, label: string): Promise<{ x: number; y: number }> {
  return until(`the button "${label}"`, () =>
    tab.inCard((root, wanted) => {
      const labelOf = (button: Element): string =>
        button.getAttribute('aria-label') ?? button.textContent ?? '';
      const button = [...root.querySelectorAll('button, [role="button"]')].find((candidate) =>
        labelOf(candidate).includes(wanted),
      );
      if (!button) return null;
      button.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { left, top, width, height } = button.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, label),
  );
}

/** Waits until the popup shows a text, and returns all its text. */
export const seePopup = (popup: Popup, text: string): Promise<string> =>
  until(`a popup with "${text}"`, async () => {
    const shown = await popup.evaluate(() => document.body.innerText);
    return shown.includes(text) ? shown : null;
  });

/** Presses a button or switch of the popup by its label. */
export const pressInPopup = (popup: Popup, label: string): Promise<boolean> =>
  until(`"${label}" in the popup`, () =>
    popup.evaluate((wanted: string) => {
      const label = [...document.querySelectorAll('label')].find(
        (candidate) => candidate.textContent === wanted,
      );
      const control =
        label?.querySelector('input') ??
        [...document.querySelectorAll('button')].find((button) => button.textContent?.includes(wanted));
      control?.click();
      return control != null;
    }, label),
  );

/** Presses a link of the popup that leads out of it, once the driver has its answer: the popup closes then. */
export const leavePopup = (popup: Popup, label: string): Promise<boolean> =>
  until(`"${label}" in the popup`, () =>
    popup.evaluate((wanted: string) => {
      const link = [...document.querySelectorAll<HTMLElement>('[role="link"]')].find(({ textContent }) =>
        textContent?.includes(wanted),
      );
      setTimeout(() => link?.click());
      return link !== undefined;
    }, label),
  );

/** The badge of the tab in front. */
export const badgeOf = (bedside: Bedside): Promise<string | undefined> =>
  bedside.inBackground(async () => {
    interface Action {
      getBadgeText(details: { tabId: number }): Promise<string>;
    }
    interface Api {
      readonly tabs: { query(what: { active: boolean }): Promise<readonly { id: number }[]> };
      readonly action?: Action;
      readonly browserAction?: Action;
    }
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    const api = browser ?? chrome;
    const tabs = await api.tabs.query({ active: true });
    return (api.action ?? api.browserAction)?.getBadgeText({ tabId: tabs[0]?.id ?? -1 });
  });

/** Types into the popup's search field, in place of what stands there. */
export const typeInPopup = (popup: Popup, text: string): Promise<boolean> =>
  until('the search field of the popup', () =>
    popup.evaluate((typed: string) => {
      const field = document.querySelector<HTMLInputElement>('input[type="search"]');
      if (!field) return false;
      field.focus();
      field.value = typed;
      return field.dispatchEvent(new Event('input', { bubbles: true }));
    }, text),
  );
