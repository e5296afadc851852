// Every state of every face is looked over by axe-core, in an open root, for it sees nothing in the card's closed one.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { programOf } from '../../tools/browsers/browser.ts';
import { takeLook } from '../../tools/gallery/looks.ts';
import { openStage, type Stage } from '../../tools/gallery/stage.ts';
import { browserMessages } from '../messages.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page, in short: the rule and the elements. */
async function faults(stage: Stage): Promise<string[]> {
  const { violations } = await stage.page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`),
  );
}

describe.each([false, true])('faces, dark: %s', (dark) => {
  let browser: Browser;
  let stage: Stage;
  beforeAll(async () => {
    browser = await puppeteer.launch({
      executablePath: programOf('chromium'),
      headless: true,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    stage = await openStage(browser, await browserMessages());
    await stage.page.setViewport({ width: 420, height: 640 });
    await takeLook(stage.page, { name: '', width: 420, height: 640, dark });
    await stage.page.evaluate(AXE);
  });
  afterAll(async () => {
    await browser?.close();
  });

  test('axe finds nothing in any state', async () => {
    const found: Record<string, string[]> = {};
    for (const name of stage.names) {
      await stage.show(name);
      const list = await faults(stage);
      if (list.length > 0) found[name] = list;
    }
    expect(found).toEqual({});
  });

  test('axe finds planted faults, in a page and in a shadow tree', async () => {
    for (const name of ['popup, words', 'card, whole']) {
      await stage.show(name);
      await stage.page.evaluate(() => {
        const root: ParentNode = document.querySelector('bedside-card')?.shadowRoot ?? document;
        const button = root.querySelector('button');
        if (button) {
          button.textContent = '';
          button.removeAttribute('aria-label');
        }
        const text = root.querySelector<HTMLElement>('.short');
        if (text) text.style.color = 'var(--line)';
      });
      const list = (await faults(stage)).join('\n');
      expect(list, name).toContain('button-name');
      expect(list, name).toContain('color-contrast');
    }
  });
});
