// The options page in the built extension: what is chosen acts on open pages, sites are checked as they are typed, and files, words and mistakes have a way back.
import { describe, expect, test } from 'vitest';
import { type Popup, type Tab, until } from '../../tools/browsers/browser.ts';
import {
  healthPage,
  KINDS,
  marksOf,
  noMarks,
  pressInCard,
  pressInPopup,
  seeCard,
  seeMark,
  seePopup,
  useBedside,
} from './harness.ts';

const pages = {
  '/health': healthPage(
    '<h2>More</h2><p>The biopsy, and again the osteoporosis, and a fever. The osteoporosis was treated.</p>',
  ),
};

/** Presses a choice, a switch or a button by its label. */
const press = (page: Popup, label: string): Promise<boolean> =>
  until(`"${label}" on the options page`, () =>
    page.evaluate((wanted: string) => {
      const labels = [...document.querySelectorAll('label')];
      const control =
        labels.find((one) => one.textContent?.startsWith(wanted))?.querySelector('input') ??
        [...document.querySelectorAll('button')].find((button) =>
          (button.getAttribute('aria-label') ?? button.textContent)?.includes(wanted),
        );
      control?.click();
      return control != null;
    }, label),
  );

/** What the sample has marked. */
const sampleMarks = (page: Popup): Promise<string> =>
  page.evaluate(() => [...document.querySelectorAll('bedsideterm')].map((mark) => mark.textContent).join());

/** Types into a field, in place of what stands there. */
const type = (page: Popup, selector: string, text: string): Promise<boolean> =>
  until(selector, () =>
    page.evaluate(
      (selector: string, typed: string) => {
        const field = document.querySelector<HTMLInputElement>(selector);
        if (!field) return false;
        field.value = typed;
        return field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      selector,
      text,
    ),
  );

const FIELD = '.sites input';
const addSite = async (page: Popup, site: string): Promise<void> => {
  await type(page, FIELD, site);
  await until('the button to add', () =>
    page.evaluate(() => {
      const button = document.querySelector<HTMLButtonElement>('.sites button[type="submit"]');
      if (button?.disabled !== false) return false;
      button.click();
      return true;
    }),
  );
};

/** Gives the options page a file, as if it had been picked. */
const giveFile = (page: Popup, text: string): Promise<boolean> =>
  page.evaluate((text: string) => {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) return false;
    const given = new DataTransfer();
    given.items.add(new File([text], 'settings.json'));
    input.files = given.files;
    return input.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);

/** How the line of the page's first mark is drawn, once it has one. The page is brought to the front: in the background browsers let it rest. */
const lineOf = async (tab: Tab): Promise<string | undefined> => {
  await tab.page.bringToFront();
  return tab.page.evaluate(() => {
    const mark = document.querySelector('bedsideterm');
    return mark ? getComputedStyle(mark).textDecorationStyle : undefined;
  });
};

describe.each(KINDS)('the options in %s', (kind) => {
  const { open, bedside } = useBedside(kind, pages);

  test('what is chosen shows in the sample and on open pages at once, and is there when the page is opened again', async () => {
    const tab = await open('/health');
    await tab.page.bringToFront();
    await seeMark(tab, 'biopsy');
    const page = await bedside().ownPage('options');
    await until('the sample', async () => (await sampleMarks(page)) !== '');
    expect(await sampleMarks(page)).toBe('MRI,osteoporosis,edema,fever,edema,fever,biopsy');
    await press(page, 'once on the page');
    await until(
      'fewer marks',
      async () => (await sampleMarks(page)) === 'MRI,osteoporosis,edema,fever,biopsy',
    );
    await press(page, 'Only the harder words');
    await until('no fever', async () => (await sampleMarks(page)) === 'MRI,osteoporosis,edema');
    await press(page, 'Solid line');
    await press(page, 'Larger');
    await seePopup(page, 'Set everything back');
    const shown = () =>
      page.evaluate(() => [
        getComputedStyle(document.querySelector('bedsideterm') ?? document.body).textDecorationStyle,
        document.querySelector<HTMLElement>('.example')?.dataset.textSize,
      ]);
    await until('the look', async () => (await shown()).join() === 'solid,larger');
    await until('a solid line on the page', async () => (await lineOf(tab)) === 'solid');
    await until('one mark of each', async () => {
      const marks = await marksOf(tab);
      return marks.filter((mark) => mark === 'osteoporosis').length === 1 && !marks.includes('fever');
    });
    await page.close();

    const again = await bedside().ownPage('options');
    await until('the sample', async () => (await sampleMarks(again)) === 'MRI,osteoporosis,edema');
    await press(again, 'Set everything back');
    await seePopup(again, 'Everything is set back.');
    await until('dotted', async () => (await lineOf(tab)) === 'dotted');
    await press(again, 'Undo');
    await seePopup(again, 'It is as it was before.');
    await until('solid', async () => (await lineOf(tab)) === 'solid');
    await press(again, 'Set everything back');
    await until('dotted', async () => (await lineOf(tab)) === 'dotted');
    await again.close();
    await tab.close();
  });

  test('sites are checked as they are typed; patterns, both modes and the way back act on the page', async () => {
    const tab = await open('/health', 'localhost');
    await tab.page.bringToFront();
    await seeMark(tab, 'biopsy');
    const page = await bedside().ownPage('options');
    await type(page, FIELD, 'nhs');
    await seePopup(page, 'The ending is missing');
    await type(page, FIELD, 'exam*.org');
    await seePopup(page, 'A star can stand only at the beginning');
    await type(page, FIELD, 'file:///a');
    await seePopup(page, 'Only addresses that start with http');
    await type(page, FIELD, 'https://WWW.Example.org/page?a');
    await seePopup(page, 'Adds example.org.');
    await addSite(page, '*.LOCALHOST');
    await seePopup(page, 'localhost and all sites under it');
    await tab.page.bringToFront();
    await noMarks(tab);
    await type(page, FIELD, '*.localhost');
    await seePopup(page, 'is on the list already');
    await press(page, 'Remove *.localhost');
    await seePopup(page, 'is off the list');
    await tab.page.bringToFront();
    await seeMark(tab, 'biopsy');
    await press(page, 'Undo');
    await tab.page.bringToFront();
    await noMarks(tab);
    await press(page, 'Only on these sites');
    await seePopup(page, 'Sites where it is on');
    await addSite(page, 'http://localhost:1234/');
    await tab.page.bringToFront();
    await seeMark(tab, 'biopsy');
    await press(page, 'On all sites but these');
    await tab.page.bringToFront();
    await noMarks(tab);
    await press(page, 'Remove *.localhost');
    await tab.page.bringToFront();
    await seeMark(tab, 'biopsy');
    await page.close();
    await tab.close();
  });

  test('in the mode of chosen sites the popup adds the site', async () => {
    const page = await bedside().ownPage('options');
    await press(page, 'Only on these sites');
    await seePopup(page, 'Sites where it is on');
    await page.close();
    const tab = await open('/health', '127.0.0.1');
    const popup = await tab.openPopup();
    await seePopup(popup, 'Bedside is off on 127.0.0.1');
    expect(await marksOf(tab)).toEqual([]);
    await pressInPopup(popup, 'Switch on here');
    await seePopup(popup, 'on this page');
    await popup.close();
    await tab.page.bringToFront();
    await seeMark(tab, 'biopsy');
    const again = await bedside().ownPage('options');
    await seePopup(again, '127.0.0.1');
    await press(again, 'Set everything back');
    await seePopup(again, 'Everything is set back.');
    await again.close();
    await tab.close();
  });

  test('a word that is known is listed, put back and taken back', async () => {
    const tab = await open('/health');
    await (await seeMark(tab, 'biopsy'))?.click();
    await seeCard(tab, 'biopsy');
    await pressInCard(tab, 'More');
    await pressInCard(tab, 'I know this word');
    await tab.page.keyboard.press('Escape');
    const page = await bedside().ownPage('options');
    await seePopup(page, '1 word is not marked any more.');
    await press(page, 'Mark again: biopsy');
    await seePopup(page, 'No word yet.');
    await tab.page.bringToFront();
    await seeMark(tab, 'biopsy');
    await press(page, 'Undo');
    await seePopup(page, '1 word is not marked any more.');
    await press(page, 'Set everything back');
    await seePopup(page, 'Everything is set back.');
    await page.close();
    await tab.close();
  });

  test('a file is taken over or not at all; what is wrong is said', async () => {
    const page = await bedside().ownPage('options');
    await seePopup(page, 'No word yet.');
    const known = Array.from({ length: 2000 }, (_, at) => `word-${at}`);
    const settings = {
      version: 1,
      enabled: true,
      density: 'all',
      offSites: ['*.example.org'],
      alwaysSites: [],
    };
    const file = (some: object): string =>
      JSON.stringify({ format: 'bedside-settings', formatVersion: 1, settings: { ...settings, ...some } });
    await giveFile(page, '{"format": "bedside-settings",\n oops');
    await seePopup(page, 'damaged in line 2, at character 2');
    await giveFile(page, file({ density: 'some' }));
    await seePopup(page, 'settings.density in the file cannot be "some"');
    await giveFile(page, file({ offSites: ['a.org', 'no site'] }));
    await seePopup(page, 'settings.offSites[1] in the file cannot be "no site"');
    expect(await page.evaluate(() => document.body.innerText)).toContain('No site yet.');
    await giveFile(page, file({ known }));
    await seePopup(page, 'The settings in the file are in use.');
    await seePopup(page, '2000 words are not marked any more.');
    await seePopup(page, 'example.org and all sites under it');
    expect(await page.evaluate(() => document.querySelectorAll('#known li').length)).toBe(100);
    await type(page, '#known input', 'word-1999');
    await until('the one word', () =>
      page.evaluate(() => document.querySelectorAll('#known li').length === 1),
    );
    await press(page, 'Undo');
    await seePopup(page, 'No word yet.');
    await page.close();
  });

  test('About tells what this is', async () => {
    const page = await bedside().ownPage('options');
    await seePopup(page, 'It has ');
    const text = await page.evaluate(() => document.querySelector<HTMLElement>('#about')?.innerText ?? '');
    expect(text).toMatch(/Version \d+\.\d+\.\d+\s+Glossary of \w+ \d+, \d{4}\s+It has [\d,]{4,6} entries\./);
    expect(text).toContain('No doctor has reviewed them.');
    expect(text).toContain('mark.js · MIT');
    await page.close();
  });
});

describe.each(KINDS)('the welcome page in %s', (kind) => {
  const { bedside } = useBedside(kind, pages, { welcome: true });

  test('opens by itself, with words that are marked, once', async () => {
    const page = await bedside().ownPage('welcome');
    await seePopup(page, 'Welcome to Bedside');
    expect(await sampleMarks(page)).toBe('osteoporosis,edema,biopsy');
    await seePopup(page, 'Nothing leaves your device.');
    if (page.page) {
      await page.page.hover('.sample p');
      const mark = await page.page.$('bedsideterm[data-term="edema"]');
      const box = await mark?.boundingBox();
      await page.page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 4, { steps: 3 });
      await page.page.waitForSelector('bedside-card');
      await seePopup(page, 'That is all there is to it.');
    }
    await page.close();
    await bedside().restart();
    const tab = await bedside().blank();
    expect(await tab.page.evaluate(() => document.body.innerText)).toBe('');
    const count = await bedside().inBackground(async () => {
      interface Api {
        readonly tabs: { query(what: object): Promise<readonly { readonly url?: string }[]> };
      }
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      const tabs = await (browser ?? chrome).tabs.query({});
      return tabs.filter(({ url }) => url?.endsWith('welcome.html')).length;
    });
    expect(count).toBe(0);
  });
});
