// The toolbar popup on a page that takes seconds to be read: it lists what is found so far, and in the end all of it, while the page goes on.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { until } from '../../tools/browsers/browser.ts';
import { extensionDir, KINDS, seeCard, seePopup, useBedside } from './harness.ts';

const MB = 1024 * 1024;
const WORDS = 120;

/** The first terms of the glossary, by which most others are explained. */
function terms(): string[] {
  const names: [id: string, ...names: string[]][] = JSON.parse(
    readFileSync(`${extensionDir('chromium')}/glossary/names.json`, 'utf8'),
  );
  return names.slice(0, WORDS).map(([, term = '']) => term);
}

/** What stands between the words: a page of few long paragraphs is laid out quickly, however often a mark is drawn. */
const FILLER =
  ' The nurse had time for a cup of tea with the two of them, and told of the summer by the sea in which she had learned to sail.'.repeat(
    20,
  );
/** How long the page works at a time, in ms. */
const WORKS = 10;

/** A page of so many bytes that comes to new words until its end, and works all the time: in idle time it would be read for minutes. */
function longPage(bytes: number): string {
  const words = terms();
  let parts = '';
  for (let i = 0; parts.length < bytes; i++) {
    const word = words[Math.floor((parts.length / bytes) * words.length)];
    parts += `<h2>Part ${i}</h2><p>On this day the doctor spoke with the patient about ${word}, and about the treatment of osteoporosis.${FILLER}</p>\n`;
  }
  return `<!doctype html><html lang="en"><title>Long</title><body>${parts}<script>
    const { port1, port2 } = new MessageChannel();
    let turns = 0;
    port2.onmessage = () => {
      turns++;
      for (const end = performance.now() + ${WORKS}; performance.now() < end; );
      port1.postMessage(null);
    };
    port1.postMessage(null);
  </script></body></html>`;
}

describe.each(KINDS)('a long page in %s', (kind) => {
  const { open } = useBedside(kind, { '/long': longPage(MB) });

  test('the popup lists words while the page is read, keeps its place, and ends with all of them', async () => {
    const tab = await open('/long');
    const popup = await tab.openPopup();
    expect(await seePopup(popup, 'so far')).toContain('Reading on…');
    /** The words listed; `held` when the word, the place and the focus that the reader had are still there. */
    const listed = () =>
      popup.evaluate(() => {
        const { held } = window as { held?: { item: Element; top: number } };
        const list = document.querySelector('.words');
        return {
          words: [...document.querySelectorAll('.words .word')].map(({ textContent }) => textContent ?? ''),
          held:
            held !== undefined &&
            held.item === document.activeElement &&
            held.item.isConnected &&
            held.top === list?.scrollTop,
        };
      });
    await until('enough words to scroll', async () => (await listed()).words.length > 15);
    await popup.evaluate(() => {
      const list = document.querySelector('.words');
      const item = list?.querySelectorAll('button')[10];
      item?.focus();
      list?.scrollTo({ top: 100, behavior: 'instant' });
      Object.assign(window, { held: { item, top: list?.scrollTop } });
    });
    const before = await listed();
    const turns = (): Promise<number> => tab.page.evaluate('turns') as Promise<number>;
    const turnsBefore = await turns();
    expect(before.held).toBe(true);
    const shown = () => popup.evaluate(() => document.body.innerText);
    await expect.poll(shown, { timeout: 40_000 }).toContain('words on this page');
    const text = await shown();
    const after = await listed();
    expect(after.held).toBe(true);
    expect(text).not.toContain('Reading on…');
    // There were fewer, and they stand where they stood.
    expect(before.words.length).toBeLessThan(after.words.length);
    expect(after.words.slice(0, before.words.length)).toEqual(before.words);
    // The page was not held up meanwhile.
    expect((await turns()) - turnsBefore).toBeGreaterThan(20);
    const marked = new Set(
      await tab.page.$$eval('bedsideterm', (marks) => marks.map((mark) => mark.getAttribute('data-term'))),
    );
    expect(after.words.length).toBe(marked.size);
    expect(text).toContain(`${marked.size} words on this page`);
    expect(marked.size).toBeGreaterThan(WORDS / 2);
    await popup.evaluate(() => {
      const last = [...document.querySelectorAll<HTMLElement>('.words button')].at(-1);
      // The popup closes by it; the driver has its answer before.
      setTimeout(() => last?.click());
    });
    await seeCard(tab, after.words.at(-1) ?? '');
    await tab.close();
  });
});
