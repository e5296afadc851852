// Copies of Bedside on one page: an update under an open card and in every corner of a page, and a second copy installed beside the first. Each word is marked once, and
// nobody's console shows an error.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Popup, type Tab, until } from '../../tools/browsers/browser.ts';
import {
  extensionDir,
  healthPage,
  KINDS,
  noCard,
  noMarks,
  openWhole,
  pressInPopup,
  seeCard,
  seeMark,
  seePopup,
  useBedside,
} from './harness.ts';

const PARTS = `<p>A biopsy was planned.</p>
<div id="shadow"><template shadowrootmode="open"><p>Osteomyelitis is an infection of bone.</p></template></div>
<iframe id="frame" src="/frame" width="600" height="200"></iframe>`;

const PAGES = {
  '/parts': healthPage(PARTS),
  '/frame': healthPage(
    '<p>Osteonecrosis is what doctors call the death of a piece of bone when too little blood reaches it for a long time.</p>',
  ),
  '/health': healthPage('<p>A biopsy was planned.</p>'),
};

/** In a document and the shadow tree and frame of the page above: what is marked, how often each mark is inside another, how many sheets there are, and the text. */
const look = (tab: Tab) =>
  tab.page.evaluate(() => {
    const shadow = document.querySelector('#shadow')?.shadowRoot;
    const frame = document.querySelector('iframe')?.contentDocument;
    const roots = [document, shadow, frame].filter((root) => root != null);
    return {
      marks: roots.map((root) =>
        Array.from(root.querySelectorAll('bedsideterm'), (mark) => mark.textContent ?? '').join(', '),
      ),
      nested: roots.filter((root) => root.querySelector('bedsideterm bedsideterm') !== null).length,
      cards: document.querySelectorAll('bedside-card').length,
      sheets: shadow?.adoptedStyleSheets.length,
      texts: [document.body.innerText, shadow?.textContent, frame?.body.innerText],
    };
  });

const seeAll = async (tab: Tab): Promise<void> => {
  await seeMark(tab, 'biopsy');
  await tab.page.waitForFunction(
    () =>
      document.querySelector('#shadow')?.shadowRoot?.querySelector('bedsideterm') != null &&
      document.querySelector('iframe')?.contentDocument?.querySelector('bedsideterm') != null,
  );
};

/** Has a copy of the extension read a tab, in which none or another may run; gives its open popup. */
async function startHere(tab: Tab, id?: string): Promise<Popup> {
  const popup = await tab.openPopup(id);
  const shown = await until('the popup', async () => {
    const text = await popup.evaluate(() => document.body.innerText);
    return /Start|words on this page/.exec(text)?.[0];
  });
  if (shown === 'Start') await pressInPopup(popup, 'Start');
  await seePopup(popup, 'words on this page');
  return popup;
}

const start = async (tab: Tab, id?: string): Promise<void> => {
  const popup = await startHere(tab, id);
  await popup.close();
};

/** Waits until the page has been the same for 0.8 s, and tells whether it then stays so for 1.2 s more. */
const rest = (tab: Tab) =>
  tab.page.evaluate(async () => {
    let last = performance.now();
    let changes = 0;
    const observer = new MutationObserver((records) => {
      last = performance.now();
      changes += records.length;
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    for (let i = 0; i < 50 && performance.now() - last < 800; i++) await pause(100);
    const rested = performance.now() - last >= 800;
    changes = 0;
    await pause(1200);
    observer.disconnect();
    return { rested, changes };
  });
const PEACE = { rested: true, changes: 0 };

describe.each(KINDS)('an update in %s', (kind) => {
  const { bedside, open } = useBedside(kind, PAGES);

  /** Installs anew; Chromium starts it in an open tab only when asked to. */
  const updateAndStart = async (tab: Tab): Promise<void> => {
    await bedside().update();
    await start(tab);
  };

  test('under marks in a page, in its shadow tree and in its frame: each is there once', async () => {
    const tab = await open('/parts');
    await seeAll(tab);
    const before = await look(tab);
    await updateAndStart(tab);
    await seeAll(tab);
    expect(await look(tab)).toEqual(before);
    await tab.close();
  });

  test('under an open card: it goes with the first press in it, and comes again', async () => {
    const tab = await open('/health');
    await (await seeMark(tab, 'biopsy'))?.click();
    await seeCard(tab, 'biopsy');
    await bedside().update();
    // Firefox starts the new copy in open tabs by itself.
    if (kind === 'chromium') {
      await openWhole(tab);
      await noCard(tab);
      await noMarks(tab);
      await start(tab);
    } else {
      await noCard(tab);
      await rest(tab);
    }
    await (await seeMark(tab, 'biopsy'))?.click();
    await seeCard(tab, 'biopsy');
    expect((await look(tab)).cards).toBe(1);
    await tab.close();
  });

  test('under an open card, started again while it is open: there is one card at most, and it works', async () => {
    const tab = await open('/health');
    await (await seeMark(tab, 'biopsy'))?.click();
    await seeCard(tab, 'biopsy');
    await updateAndStart(tab);
    await noCard(tab);
    await (await seeMark(tab, 'biopsy'))?.click();
    await seeCard(tab, 'biopsy');
    await openWhole(tab);
    await seeCard(tab, 'Less');
    expect((await look(tab)).cards).toBe(1);
    await tab.close();
  });
});

describe.each(KINDS)('two copies in %s', (kind) => {
  const { bedside, open } = useBedside(kind, PAGES);
  const used: { dir: string; id: string } = { dir: '', id: '' };

  beforeAll(async () => {
    used.dir = mkdtempSync(join(tmpdir(), 'bedside-copy-'));
    cpSync(extensionDir(kind), used.dir, { recursive: true });
    if (kind === 'chromium') return;
    const path = join(used.dir, 'manifest.json');
    const manifest = readFileSync(path, 'utf8');
    writeFileSync(path, manifest.replace('bedside@bedside.example', 'second@bedside.example'));
  });
  afterAll(() => rmSync(used.dir, { recursive: true, force: true }));

  test('the second comes under the marks of the first, then both at once: every word is marked once', async () => {
    const tab = await open('/parts');
    await seeAll(tab);
    const before = await look(tab);
    used.id = await bedside().installAlso(used.dir);
    await start(tab, used.id);
    expect(await rest(tab)).toEqual(PEACE);
    await seeAll(tab);
    expect(await look(tab)).toEqual(before);
    await (await seeMark(tab, 'biopsy'))?.click();
    await seeCard(tab, 'biopsy');
    expect((await look(tab)).cards).toBe(1);
    await tab.page.keyboard.press('Escape');

    await tab.page.reload();
    await seeAll(tab);
    expect(await rest(tab)).toEqual(PEACE);
    expect(await look(tab)).toEqual(before);
    await (await seeMark(tab, 'biopsy'))?.click();
    await seeCard(tab, 'biopsy');
    expect((await look(tab)).cards).toBe(1);
    await tab.close();
  });

  test('one of them is switched off and on again: the other marks, nothing is doubled', async () => {
    const tab = await open('/health');
    await seeMark(tab, 'biopsy');
    await rest(tab);
    const before = await look(tab);
    for (const id of [used.id, undefined]) {
      const popup = await startHere(tab, id);
      await pressInPopup(popup, 'On all sites');
      await seePopup(popup, 'Bedside is off');
      await popup.close();
      const other = await open('/health');
      await seeMark(other, 'biopsy');
      expect(await look(other)).toEqual(before);
      await other.close();
      const again = await tab.openPopup(id);
      await pressInPopup(again, 'Switch on');
      await seePopup(again, 'words on this page');
      await again.close();
      expect(await rest(tab)).toEqual(PEACE);
      expect(await look(tab)).toEqual(before);
    }
    await tab.close();
  });
});
