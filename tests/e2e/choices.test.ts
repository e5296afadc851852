// What the reader chooses of the marks, in the built extension: it acts on pages that are open. And the keys that lead from word to word.
import { beforeEach, describe, expect, test } from 'vitest';
import { type Bedside, type Tab, until } from '../../tools/browsers/browser.ts';
import { choose } from './choose.ts';
import {
  badgeOf,
  healthPage,
  KINDS,
  marksOf,
  noCard,
  seeCard,
  seeMark,
  seePopup,
  useBedside,
} from './harness.ts';

const pages = {
  '/health': healthPage(
    '<p>She has asthma and dyspnea. A biopsy was planned. It is the <b>bone</b> marrow.</p><p><a href="#x">An edema.</a></p><p style="height: 3000px"></p>',
  ),
};

/** Waits until the badge says how many words are marked. */
const seeCount = (bedside: Bedside, tab: Tab) =>
  until('the count on the badge', async () => {
    const terms = await tab.page.$$eval('bedsideterm', (marks) =>
      marks.map((mark) => mark.getAttribute('data-term')),
    );
    return (await badgeOf(bedside)) === String(new Set(terms).size);
  });

const seeMarks = (tab: Tab, what: string, isSo: (marks: readonly string[]) => boolean): Promise<string[]> =>
  until(what, async () => {
    const marks = await marksOf(tab);
    return isSo(marks) ? marks : null;
  });

/** The text of what has the focus on the page. */
const focusOf = (tab: Tab) => tab.page.evaluate(() => document.activeElement?.textContent);

describe.each(KINDS)('choices in %s', (kind) => {
  const { open, bedside } = useBedside(kind, pages);
  beforeEach(() => choose(bedside(), {}));

  test('known words lose their marks on open pages, and get them back', async () => {
    const tab = await open('/health');
    await seeMark(tab, 'edema');
    const before = await seeMarks(tab, 'all marks', (marks) => marks.includes('edema'));
    await tab.page.$$eval('bedsideterm', (marks) => Object.assign(window, { marks }));
    await seeCount(bedside(), tab);
    await choose(bedside(), { known: ['edema', 'biopsy'] });
    const after = await seeMarks(tab, 'fewer marks', (marks) => !marks.includes('edema'));
    expect(after).toEqual(before.filter((text) => text !== 'edema' && text !== 'biopsy'));
    // The others were not drawn anew.
    expect(
      await tab.page.evaluate(() => {
        const { marks } = window as unknown as { readonly marks: readonly Element[] };
        return [...document.querySelectorAll('bedsideterm')].every((mark) => marks.includes(mark));
      }),
    ).toBe(true);
    await seeCount(bedside(), tab);
    await choose(bedside(), { known: [] });
    expect(await seeMarks(tab, 'all marks', (marks) => marks.includes('edema'))).toEqual(before);
    await tab.close();
  });

  test('a word that becomes known while its card is open keeps its mark until the card closes', async () => {
    const tab = await open('/health');
    const mark = await seeMark(tab, 'biopsy');
    await mark?.click();
    await seeCard(tab, 'biopsy');
    await choose(bedside(), { known: ['biopsy', 'arthritis'] });
    await seeMarks(tab, 'the other word without mark', (marks) => !marks.includes('arthritis'));
    expect(await marksOf(tab)).toContain('biopsy');
    await seeCard(tab, 'biopsy');
    await tab.page.keyboard.press('Escape');
    await noCard(tab);
    await seeMarks(tab, 'the word without mark', (marks) => !marks.includes('biopsy'));
    await choose(bedside(), { known: [] });
    await tab.close();
  });

  test('of the harder words alone those of everyday English are not marked', async () => {
    const tab = await open('/health');
    expect(await seeMarks(tab, 'all marks', (marks) => marks.includes('edema'))).toContain('asthma');
    await choose(bedside(), { level: 'harder' });
    const harder = await seeMarks(tab, 'fewer marks', (marks) => !marks.includes('asthma'));
    expect(harder).toEqual(expect.arrayContaining(['dyspnea', 'osteoporosis', 'edema']));
    await choose(bedside(), { level: 'all' });
    await seeMarks(tab, 'all marks', (marks) => marks.includes('asthma'));
    await tab.close();
  });

  test('marks are restyled where they stand', async () => {
    const tab = await open('/health');
    await seeMark(tab, 'biopsy');
    const seen = () =>
      tab.page.$eval('bedsideterm', (mark) => {
        const { textDecorationStyle, backgroundColor } = getComputedStyle(mark);
        return `${textDecorationStyle} ${backgroundColor === 'rgba(0, 0, 0, 0)' ? 'plain' : 'washed'}`;
      });
    expect(await seen()).toBe('dotted plain');
    await choose(bedside(), { markStyle: 'soft', markColor: 'blue' });
    await until('a wash', async () => (await seen()) === 'solid washed');
    await choose(bedside(), { markStyle: 'solid', markColor: 'text' });
    await until('a line', async () => (await seen()) === 'solid plain');
    await choose(bedside(), { markStyle: 'dotted', markColor: 'green' });
    await tab.close();
  });

  test('tab stops, where they are wanted: Tab reaches a word, Enter and Space open its card, Esc leads back', async () => {
    const tab = await open('/health');
    await seeMark(tab, 'biopsy');
    await tab.page.keyboard.press('Tab');
    expect(await focusOf(tab)).toBe('An edema.');
    await tab.page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await choose(bedside(), { tabStops: true });
    await tab.page.waitForSelector('bedsideterm[role="button"]');
    const stops = await tab.page.$$eval('bedsideterm[tabindex="0"]', (marks) =>
      marks.map((mark) => mark.getAttribute('aria-label') ?? mark.textContent),
    );
    expect(stops).toEqual(expect.arrayContaining(['asthma', 'dyspnea', 'biopsy', 'bone marrow']));
    expect(stops).not.toContain('edema');
    await tab.page.$eval('bedsideterm[data-term~="biopsy"]', (mark) => (mark as HTMLElement).focus());
    const scrolled = () => tab.page.evaluate(() => scrollY);
    for (const key of ['Enter', ' '] as const) {
      await tab.page.keyboard.press(key);
      await seeCard(tab, 'biopsy');
      expect(await tab.inCard((root) => root.activeElement !== null)).toBe(true);
      expect(await scrolled()).toBe(0);
      await tab.page.keyboard.press('Escape');
      await noCard(tab);
      expect(await focusOf(tab)).toBe('biopsy');
    }
    await tab.page.keyboard.press('Tab');
    expect(await tab.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'bone marrow',
    );
    if (kind === 'chromium') {
      const tree = JSON.stringify(await tab.page.accessibility.snapshot());
      expect(tree).toMatch(/"role":"button",[^{}]*"name":"bone marrow"/);
    }
    await choose(bedside(), { tabStops: false });
    await tab.page.waitForFunction(() => document.querySelector('bedsideterm[tabindex]') === null);
    await tab.close();
  });

  test('the keys lead on from the word explained last, back again, and round', async () => {
    const tab = await open('/health');
    await seeMark(tab, 'edema');
    await seeMarks(tab, 'all marks', (marks) => marks.includes('edema'));
    const walk = async (command: string, text: string): Promise<void> => {
      await tab.command(command);
      await seeCard(tab, text);
    };
    await walk('next-mark', 'MRI');
    await walk('next-mark', 'osteoporosis');
    await tab.page.keyboard.press('Escape');
    await noCard(tab);
    await walk('next-mark', 'arthritis');
    await walk('previous-mark', 'osteoporosis');
    await walk('previous-mark', 'MRI');
    await walk('previous-mark', 'edema');
    await walk('next-mark', 'MRI');
    await tab.page.keyboard.press('Escape');
    await noCard(tab);
    await tab.close();
  });

  test('a key opens the list of the page’s words', async () => {
    const tab = await open('/health');
    await seeMark(tab, 'edema');
    if (kind === 'firefox') {
      await tab.command('_execute_browser_action');
      const popup = await bedside().openedPopup();
      await seePopup(popup, 'words on this page');
      await popup.close();
    } else {
      // The driver's keys do not reach the browser, and the command is the browser's own.
      const shortcuts = await bedside().inBackground(() => {
        interface Api {
          readonly commands: {
            getAll(): Promise<readonly { readonly name: string; readonly shortcut: string }[]>;
          };
        }
        return (globalThis as unknown as { readonly chrome: Api }).chrome.commands.getAll();
      });
      expect(shortcuts.map(({ name, shortcut }) => `${name} ${shortcut}`)).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^_execute_action .*L$/),
          expect.stringMatching(/^next-mark .*J$/),
          expect.stringMatching(/^previous-mark .*K$/),
        ]),
      );
    }
    await tab.close();
  });
});
