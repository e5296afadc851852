// The toolbar popup in the built extension: the switches reach every open tab, the page is restored, and every state says what is so and what helps.
import { describe, expect, test } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import { until } from '../../tools/browsers/browser.ts';
import {
  badgeOf,
  DEMO,
  healthPage,
  KINDS,
  marksOf,
  noMarks,
  OTHER_PAGE,
  pressInPopup,
  seeCard,
  seeMark,
  seePopup,
  useBedside,
} from './harness.ts';

const pages = {
  '/demo': DEMO,
  '/health': healthPage('<p>A biopsy was planned.</p>'),
  '/other': OTHER_PAGE,
  '/little': `${OTHER_PAGE.replace('</body>', '<p>My uncle, who has osteoporosis, folds one every day and sends it down the river.</p></body>')}`,
  '/german': `<html lang="de"><body><p>Das ist ein Text über die Osteoporose und die Arthritis, und er ist nicht auf Englisch.</p></body></html>`,
};

/** Remembers every node and text of the body before it is marked, to be compared with later. */
const remember = (tab: Tab) =>
  tab.page.evaluateOnNewDocument(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
      const nodes: Node[] = [];
      while (walker.nextNode()) nodes.push(walker.currentNode);
      Object.assign(window, { before: { nodes, clone: document.body.cloneNode(true) } });
    });
  });

const isAsBefore = (tab: Tab) =>
  tab.page.evaluate(() => {
    const { before } = window as unknown as { before: { nodes: Node[]; clone: Node } };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
    const same = before.nodes.every((node) => walker.nextNode() === node) && walker.nextNode() === null;
    return same && document.body.isEqualNode(before.clone);
  });

describe.each(KINDS)('the popup in %s', (kind) => {
  const { open, bedside, site } = useBedside(kind, pages);

  test('off unmarks every open tab and restores it, on marks it again, without a reload', async () => {
    const [first, second] = [await bedside().blank(), await bedside().blank()];
    for (const tab of [first, second]) {
      await tab.page.bringToFront();
      await remember(tab);
      await tab.page.goto(site().url('/demo'));
      await seeMark(tab, 'hip-replacement');
      expect(await isAsBefore(tab)).toBe(false);
    }
    const popup = await second.openPopup();
    expect(await seePopup(popup, 'on this page')).toMatch(/\d\d words on this page/);
    await pressInPopup(popup, 'On all sites');
    await seePopup(popup, 'Bedside is off');
    for (const tab of [first, second]) {
      await noMarks(tab);
      expect(await isAsBefore(tab)).toBe(true);
    }
    await pressInPopup(popup, 'Switch on');
    await seePopup(popup, 'words on this page');
    await popup.close();
    await first.page.bringToFront();
    await seeMark(first, 'hip-replacement');
    await first.close();
    await second.close();
  });

  test('off on this site leaves others alone and survives a restart', async () => {
    let here = await open('/health', '127.0.0.1');
    await seeMark(here, 'biopsy');
    const popup = await here.openPopup();
    await seePopup(popup, 'words on this page');
    await pressInPopup(popup, 'On 127.0.0.1');
    await seePopup(popup, 'off on 127.0.0.1');
    await noMarks(here);
    await popup.close();

    await bedside().restart();
    const there = await open('/health', 'localhost');
    await seeMark(there, 'biopsy');
    here = await open('/health', '127.0.0.1');
    const again = await here.openPopup();
    await seePopup(again, 'off on 127.0.0.1');
    expect(await marksOf(here)).toEqual([]);
    await pressInPopup(again, 'Switch on here');
    await seePopup(again, 'words on this page');
    await again.close();
    await seeMark(here, 'biopsy');
    await here.close();
    await there.close();
  });

  test('a word in the list jumps to its mark and opens its card', async () => {
    const tab = await open('/demo');
    await seeMark(tab, 'hip-replacement');
    const popup = await tab.openPopup();
    await seePopup(popup, 'hip replacement');
    await pressInPopup(popup, 'hip replacement');
    await seeCard(tab, 'hip replacement');
    const top = await tab.page.$eval(
      'bedsideterm[data-term="hip-replacement"]',
      (mark) => mark.getBoundingClientRect().top,
    );
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(800);
    await tab.close();
  });

  test('the badge counts the words', async () => {
    const tab = await open('/health');
    await seeMark(tab, 'biopsy');
    const count = new Set(
      await tab.page.$$eval('bedsideterm', (marks) => marks.map((mark) => mark.getAttribute('data-term'))),
    ).size;
    await until('the badge', async () => (await badgeOf(bedside())) === String(count));
    await tab.close();
  });

  test('a page about something else: marked when asked to', async () => {
    const tab = await open('/little');
    const popup = await tab.openPopup();
    await seePopup(popup, 'does not look like a health page; 1 word found');
    expect(await marksOf(tab)).toEqual([]);
    await pressInPopup(popup, 'Mark it');
    await seePopup(popup, '1 word on this page');
    expect(await marksOf(tab)).toEqual(['osteoporosis']);
    await popup.close();
    await tab.close();
  });

  test('always on a site, in every tab', async () => {
    const tab = await open('/little', 'localhost');
    const popup = await tab.openPopup();
    await pressInPopup(popup, 'Always on localhost');
    await seePopup(popup, '1 word on this page');
    await popup.close();
    await tab.close();
    const next = await open('/little', 'localhost');
    await seeMark(next, 'osteoporosis');
    await next.close();
    const other = await open('/other', 'localhost');
    const empty = await other.openPopup();
    await seePopup(empty, 'There are no words here');
    await empty.close();
    await other.close();
  });

  test.each([
    ['/other', 'does not look like a health page.'],
    ['/german', 'not in English'],
  ])('%s says: %s', async (page, sentence) => {
    const tab = await open(page);
    const popup = await tab.openPopup();
    await seePopup(popup, sentence);
    await popup.close();
    await tab.close();
  });

  test('a browser page says that it cannot be read', async () => {
    const tab = await bedside().blank();
    if (kind === 'chromium') await tab.page.goto('chrome://version');
    const popup = await tab.openPopup();
    // Firefox lets nobody drive it to a page of its own; a blank one is read like any other.
    await seePopup(
      popup,
      kind === 'chromium' ? 'belongs to the browser' : 'does not look like a health page',
    );
    await popup.close();
    await tab.close();
  });

  test('after an update a tab starts again with one press, nothing is doubled', async () => {
    const tab = await open('/health');
    await seeMark(tab, 'biopsy');
    const text = await tab.page.evaluate(() => document.body.innerText);
    const before = await marksOf(tab);
    await bedside().update();
    const popup = await tab.openPopup();
    // Firefox starts content scripts of an updated extension in open tabs by itself.
    if (kind === 'chromium') {
      await seePopup(popup, 'Bedside was updated');
      await pressInPopup(popup, 'Start again');
    }
    await seePopup(popup, 'words on this page');
    expect(await marksOf(tab)).toEqual(before);
    expect(await tab.page.evaluate(() => document.body.innerText)).toBe(text);
    await popup.close();
    await tab.close();
  });

  test('a tab from before Bedside starts with one press; Firefox starts it by itself', async () => {
    const tab = await open('/little', '127.0.0.1');
    await bedside().update();
    const popup = await tab.openPopup();
    if (kind === 'chromium') {
      await seePopup(popup, 'This tab was open before Bedside was');
      await pressInPopup(popup, 'Start');
    }
    await seePopup(popup, 'does not look like a health page');
    await popup.close();
    await tab.close();
  });
});
