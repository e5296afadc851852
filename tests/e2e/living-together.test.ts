import { describe, expect, test } from 'vitest';
import { type Popup, type Tab, until } from '../../tools/browsers/browser.ts';
import {
  healthPage,
  KINDS,
  noCard,
  noMarks,
  pressInCard,
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
      await pressInCard(tab, 'More');
      await noCard(tab);
      await noMarks(tab);
      await start(tab);
    } else await noCard(tab);
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
    await pressInCard(tab, 'More');
    await seeCard(tab, 'Less');
    expect((await look(tab)).cards).toBe(1);
    await tab.close();
  });
});
