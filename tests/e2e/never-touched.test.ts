// What is never marked: what is written in, what is not prose, what is not seen - and what becomes so after it was marked.
import { describe, expect, test } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import {
  BY_CSS_PAGE,
  NEVER,
  NEVER_PAGE,
  OTHERS_PAGE,
  SEEN,
  SEEN_PAGE,
  TURNING,
  TURNING_PAGE,
} from '../editors/never-pages.ts';
import { POLL, useTwins } from '../editors/twins.ts';
import { KINDS } from './harness.ts';

const PAGES = {
  '/never': NEVER_PAGE,
  '/seen': SEEN_PAGE,
  '/by-css': BY_CSS_PAGE,
  '/others': OTHERS_PAGE,
  '/turning': TURNING_PAGE,
};

/** The cases that hold a mark. */
const markedCases = (tab: Tab): Promise<string[]> =>
  tab.page.$$eval('[data-case]', (cases) =>
    cases
      .filter((one) => one.querySelector('bedsideterm') !== null)
      .map((one) => one.getAttribute('data-case') ?? ''),
  );

describe.each(KINDS)('never touched in %s', (kind) => {
  const { openMarked, same } = useTwins(kind, PAGES);

  test(`${Object.keys(NEVER).length} kinds of text`, async () => {
    const html = await same('/never', async (tab) => {
      expect(await tab.page.$$eval('[data-case]', (cases) => cases.length)).toBe(Object.keys(NEVER).length);
      return tab.page.$$eval('[data-case]', (cases) =>
        Object.fromEntries(cases.map((one) => [one.getAttribute('data-case') ?? '', one.innerHTML])),
      );
    });
    for (const name of Object.keys(NEVER)) expect(html[name], name).toMatch(/osteomyelitis|<noscript>/);
  });

  test('what is only hard to see is marked, and so is text beside what is never touched', async () => {
    const tab = await openMarked('/seen');
    expect(await markedCases(tab)).toEqual(Object.keys(SEEN));
    await tab.close();
  });

  if (kind === 'chromium')
    test('what CSS alone makes editable', async () => {
      const tab = await openMarked('/by-css');
      expect(await markedCases(tab)).toEqual([]);
      await tab.close();
    });

  test('what other extensions show', async () => {
    const shown = await same('/others', (tab) =>
      tab.page.evaluate(() =>
        (window as unknown as { roots: ShadowRoot[] }).roots.map((root) => root.innerHTML),
      ),
    );
    expect(shown[0]).toContain('osteomyelitis');
  });

  test('what becomes so once it is marked, and back', async () => {
    const tab = await openMarked('/turning');
    const all = Object.keys(TURNING);
    expect(await markedCases(tab)).toEqual(all);
    // Looked at in the next microtask: nobody can have pressed a key by then.
    const left = await tab.page.evaluate(async (turning) => {
      const marked: string[] = [];
      for (const one of document.querySelectorAll('[data-case]')) {
        const name = one.getAttribute('data-case') ?? '';
        const [attribute, value] = turning[name] ?? ['', ''];
        one.setAttribute(attribute, value);
        await Promise.resolve();
        if (one.querySelector('bedsideterm')) marked.push(name);
      }
      return marked;
    }, TURNING);
    expect(left).toEqual([]);
    await tab.page.evaluate((turning) => {
      for (const one of document.querySelectorAll('[data-case]'))
        one.removeAttribute(turning[one.getAttribute('data-case') ?? '']?.[0] ?? '');
    }, TURNING);
    await expect.poll(() => markedCases(tab), POLL).toEqual(all);
    await tab.close();
  });

  test('hidden text is marked when it is shown', async () => {
    const tab = await openMarked('/never');
    await tab.page.evaluate(() => {
      document.querySelector('[data-case="hidden"] [hidden]')?.removeAttribute('hidden');
      document.querySelector('[data-case="aria-hidden"] p')?.removeAttribute('aria-hidden');
    });
    await expect.poll(() => markedCases(tab), POLL).toEqual(['aria-hidden', 'hidden']);
    await tab.close();
  });
});
