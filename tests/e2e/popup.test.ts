// What the popup does beyond the switches: a rest of an hour, density, the page's words by typing and by keys; and the toolbar button.
import { describe, expect, test } from 'vitest';
import { type Bedside, type Popup, type Tab, until } from '../../tools/browsers/browser.ts';
import {
  healthPage,
  KINDS,
  marksOf,
  noMarks,
  pressInPopup,
  seeCard,
  seeMark,
  seePopup,
  typeInPopup,
  useBedside,
} from './harness.ts';

const pages = {
  '/health': healthPage('<p>A biopsy was planned. The biopsy showed no cancer.</p>'),
  '/long': healthPage(
    '<p>Nausea, anemia, jaundice, sepsis, eczema, asthma, a hernia and a biopsy were spoken of.</p>',
  ),
};

/** Parts of the browser's interface that tests look at. */
interface Api {
  readonly tabs: { query(what: { active: boolean }): Promise<readonly { id: number }[]> };
  readonly storage: {
    readonly local: {
      get(key: string): Promise<{ settings?: object }>;
      set(what: object): Promise<void>;
    };
  };
  readonly action?: Action;
  readonly browserAction?: Action;
}
interface Action {
  getTitle(details: { tabId?: number }): Promise<string>;
  setIcon(details: { tabId?: number; path: Record<number, string> }): Promise<void>;
}

/** What the toolbar button says of the tab in front. */
const seeTitle = (bedside: Bedside, wanted: RegExp): Promise<boolean> =>
  until(`the title ${wanted}`, async () => {
    const title = await bedside.inBackground(async () => {
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      const api = browser ?? chrome;
      const [tab] = await api.tabs.query({ active: true });
      return (api.action ?? api.browserAction)?.getTitle({ tabId: tab?.id ?? -1 });
    });
    return wanted.test(title ?? '');
  });

/** Has a rest end in so many ms. */
const restFor = (popup: Popup, ms: number): Promise<void> =>
  popup.evaluate(async (left: number) => {
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    const { local } = (browser ?? chrome).storage;
    const { settings } = await local.get('settings');
    await local.set({ settings: { ...settings, pausedUntil: Date.now() + left } });
  }, ms);

const press = (popup: Popup, key: string): Promise<boolean> =>
  popup.evaluate(
    (pressed: string) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }),
      ) === false,
    key,
  );

/** The word with the focus, or `input` for the field. */
const focusOf = (popup: Popup): Promise<string> =>
  popup.evaluate(() => {
    const at = document.activeElement;
    return at?.querySelector('.word')?.textContent ?? at?.localName ?? '';
  });

/** The words listed, those that are on show. */
const wordsOf = (popup: Popup): Promise<string[]> =>
  popup.evaluate(() =>
    [...document.querySelectorAll('.words .word')]
      .filter((word) => word.closest('[hidden]') === null)
      .map((word) => word.textContent ?? ''),
  );

const choose = (popup: Popup, density: string): Promise<boolean> =>
  until('the choice of density', () =>
    popup.evaluate((value: string) => {
      const select = document.querySelector<HTMLSelectElement>('.density select');
      if (!select) return false;
      select.value = value;
      return select.dispatchEvent(new Event('change', { bubbles: true }));
    }, density),
  );

const biopsies = async (tab: Tab): Promise<number> =>
  (await marksOf(tab)).filter((text) => text === 'biopsy').length;

describe.each(KINDS)('the popup in %s', (kind) => {
  const { open, bedside } = useBedside(kind, pages);

  test('an hour’s rest unmarks every tab, says until when, and one press ends it', async () => {
    const first = await open('/health');
    await seeMark(first, 'biopsy');
    const second = await open('/long');
    await seeMark(second, 'sepsis');
    await seeTitle(bedside(), /^Bedside$/);
    const popup = await second.openPopup();
    await seePopup(popup, 'words on this page');
    await pressInPopup(popup, 'Pause for an hour');
    const said = await seePopup(popup, 'Bedside rests until');
    const time = await popup.evaluate(() =>
      new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' }).format(
        Date.now() + 3_600_000,
      ),
    );
    // The minute may have turned in between.
    expect(said.replace(/\d\D*$/, '')).toContain(`rests until ${time.slice(0, 2)}`);
    expect(said).not.toContain('Pause for an hour');
    await Promise.all([noMarks(first), noMarks(second)]);
    await popup.close();
    await seeTitle(bedside(), /^Bedside rests until \d/);

    // What is opened now rests too.
    const third = await open('/health');
    await seeTitle(bedside(), /^Bedside rests until \d/);
    expect(await marksOf(third)).toEqual([]);
    const again = await third.openPopup();
    await pressInPopup(again, 'Go on now');
    await seePopup(again, 'words on this page');
    await again.close();
    // A tab is read when it is in front.
    for (const [tab, word] of [
      [first, 'biopsy'],
      [second, 'sepsis'],
      [third, 'biopsy'],
    ] as const) {
      await tab.page.bringToFront();
      await seeMark(tab, word);
      await seeTitle(bedside(), /^Bedside$/);
    }
    for (const tab of [first, second, third]) await tab.close();
  });

  test('a rest ends by itself: on the page, in the popup and in the toolbar', async () => {
    const tab = await open('/health');
    await seeMark(tab, 'biopsy');
    const popup = await tab.openPopup();
    await seePopup(popup, 'words on this page');
    await restFor(popup, 2500);
    await seePopup(popup, 'Bedside rests until');
    await noMarks(tab);
    await seePopup(popup, 'words on this page');
    await seeMark(tab, 'biopsy');
    await popup.close();
    await seeTitle(bedside(), /^Bedside$/);
    await tab.close();
  });

  test('a rest outlasts a restart', async () => {
    const before = await open('/health');
    const first = await before.openPopup();
    await seePopup(first, 'words on this page');
    await pressInPopup(first, 'Pause for an hour');
    await seePopup(first, 'Bedside rests until');
    await first.close();
    await bedside().restart();
    const tab = await open('/health');
    await seeTitle(bedside(), /^Bedside rests until \d/);
    const popup = await tab.openPopup();
    await pressInPopup(popup, 'Go on now');
    await seePopup(popup, 'words on this page');
    await popup.close();
    await seeMark(tab, 'biopsy');
    await tab.close();
  });

  test('the toolbar button tells off from off here, and takes the pictures of each', async () => {
    const tab = await open('/health');
    await seeMark(tab, 'biopsy');
    // Every picture that is asked for from now on.
    await bedside().inBackground(() => {
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      const api = browser ?? chrome;
      const action = api.action ?? api.browserAction;
      const pictures: string[] = [];
      Object.assign(globalThis, { pictures });
      const setIcon = action?.setIcon.bind(action);
      if (action && setIcon)
        action.setIcon = (details) => {
          pictures.push(details.path[16] ?? '');
          return setIcon(details);
        };
    });
    const popup = await tab.openPopup();
    await seePopup(popup, 'words on this page');
    await pressInPopup(popup, 'On 127.0.0.1');
    await seePopup(popup, 'off on 127.0.0.1');
    await seeTitle(bedside(), /^Bedside is off on this site$/);
    await pressInPopup(popup, 'On all sites');
    await seePopup(popup, 'Bedside is off.');
    await seeTitle(bedside(), /off on all sites|off on this site/);
    await pressInPopup(popup, 'Switch on');
    await pressInPopup(popup, 'Switch on here');
    await seePopup(popup, 'words on this page');
    await popup.close();
    await seeTitle(bedside(), /^Bedside$/);
    const pictures = await bedside().inBackground(
      () => (globalThis as unknown as { pictures: string[] }).pictures,
    );
    // Firefox gives the extension an interface of its own; there the title alone tells, which is set once the picture is.
    if (kind === 'chromium')
      expect(new Set(pictures)).toEqual(
        new Set(['/icon/off-here-16.png', '/icon/off-16.png', '/icon/16.png']),
      );
    await tab.close();
  });

  test('density is chosen there, and the page is marked so at once', async () => {
    const tab = await open('/health');
    await seeMark(tab, 'biopsy');
    expect(await biopsies(tab)).toBe(1);
    const popup = await tab.openPopup();
    await choose(popup, 'all');
    await until('both places', async () => (await biopsies(tab)) === 2);
    await choose(popup, 'page');
    await until('one place', async () => (await biopsies(tab)) === 1);
    await popup.close();
    const again = await tab.openPopup();
    await seePopup(again, 'Mark each word');
    expect(
      await again.evaluate(() => document.querySelector<HTMLSelectElement>('.density select')?.value),
    ).toBe('page');
    await choose(again, 'section');
    await again.close();
    await tab.close();
  });

  test('typing finds the page’s words first, and Enter goes to the first', async () => {
    const tab = await open('/long');
    await seeMark(tab, 'sepsis');
    const popup = await tab.openPopup();
    await seePopup(popup, 'words on this page');
    await typeInPopup(popup, 'ast');
    const said = await seePopup(popup, 'In the glossary');
    expect(said).toMatch(/On this page\s+asthma[\s\S]*In the glossary/);
    const words = await wordsOf(popup);
    expect(words[0]).toBe('asthma');
    expect(words.filter((word) => word === 'asthma')).toHaveLength(1);
    // Misspelled, it is found all the same.
    await typeInPopup(popup, 'jawndice');
    expect(await seePopup(popup, 'Did you mean')).toMatch(/On this page\s+jaundice/);
    await popup.evaluate(() => {
      setTimeout(() => document.querySelector<HTMLFormElement>('search form')?.requestSubmit());
    });
    await seeCard(tab, 'jaundice');
    await tab.close();
  });

  test('keys alone: the field has the focus, arrows, Home and End walk, Tab passes the list as one stop', async () => {
    const tab = await open('/long');
    await seeMark(tab, 'sepsis');
    const popup = await tab.openPopup();
    await seePopup(popup, 'words on this page');
    const words = await wordsOf(popup);
    expect(words.length).toBeGreaterThan(5);
    expect(await focusOf(popup)).toBe('input');
    expect(await press(popup, 'End')).toBe(false);
    expect(await press(popup, 'ArrowDown')).toBe(true);
    expect(await focusOf(popup)).toBe(words[0]);
    await press(popup, 'ArrowDown');
    expect(await focusOf(popup)).toBe(words[1]);
    const stops = (): Promise<(string | undefined)[]> =>
      popup.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.words button')]
          .filter(({ tabIndex }) => tabIndex === 0)
          .map((button) => button.querySelector('.word')?.textContent ?? undefined),
      );
    expect(await stops()).toEqual([words[1]]);
    expect(await press(popup, 'End')).toBe(true);
    expect(await focusOf(popup)).toBe(words.at(-1));
    await press(popup, 'ArrowDown');
    expect(await focusOf(popup)).toBe(words.at(-1));
    await press(popup, 'Home');
    expect(await focusOf(popup)).toBe(words[0]);
    await press(popup, 'ArrowUp');
    expect(await focusOf(popup)).toBe('input');
    await typeInPopup(popup, 'ecz');
    await until('the list of what was typed', async () => (await wordsOf(popup))[0] === 'eczema');
    await press(popup, 'ArrowDown');
    expect(await focusOf(popup)).toBe('eczema');
    // The list is left as one stop; Esc leads back.
    expect(await press(popup, 'Escape')).toBe(true);
    expect(await focusOf(popup)).toBe('input');
    expect(await wordsOf(popup)).toEqual(words);
    await popup.close();
    await tab.close();
  });

  test('takes its theme from the settings', async () => {
    const tab = await open('/health');
    await seeMark(tab, 'biopsy');
    const popup = await tab.openPopup();
    await seePopup(popup, 'words on this page');
    const themes = { light: 'light', dark: 'dark' };
    const papers = new Set<string>();
    for (const theme of Object.keys(themes)) {
      await popup.evaluate(async (wanted: string) => {
        const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
        const { local } = (browser ?? chrome).storage;
        const { settings } = await local.get('settings');
        await local.set({ settings: { ...settings, theme: wanted } });
      }, theme);
      await until('the theme', () =>
        popup.evaluate((wanted: string) => document.body.dataset.theme === wanted, theme),
      );
      papers.add(await popup.evaluate(() => getComputedStyle(document.body).backgroundColor));
    }
    expect(papers.size).toBe(2);
    await popup.close();
    await tab.close();
  });
});
