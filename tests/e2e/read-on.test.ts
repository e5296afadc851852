// Reading on at another site: a press on the card's link opens that site's search in a tab of its own, whatever the page forbids or does, and tells it nothing
// but the word.
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Bedside, type Tab, until } from '../../tools/browsers/browser.ts';
import { launch } from '../../tools/browsers/launch.ts';
import { type Site, startSite } from '../../tools/browsers/site.ts';
import {
  extensionDir,
  healthPage,
  KINDS,
  leavePopup,
  openWhole,
  pressInCard,
  pressInPopup,
  seeCard,
  seeMark,
  seePopup,
  typeInPopup,
} from './harness.ts';
import { type RecordingProxy, startProxy } from './proxy.ts';

const NHS = 'https://www.nhs.uk/search/results?q=biopsy';
const MEDLINEPLUS =
  'https://vsearch.nlm.nih.gov/vivisimo/cgi-bin/query-meta?v%3Aproject=medlineplus&v%3Asources=medlineplus-bundle&query=biopsy';

const BIOPSY = '<p>A biopsy was planned.</p>';
const withPolicy = (policy: string) => ({
  body: healthPage(BIOPSY),
  headers: { 'content-security-policy': policy },
});

/** Stops whatever can be stopped of a press without hiding it from everybody else, and has itself asked before anything is opened. */
const PREVENTS = `<script>
  for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'auxclick'])
    addEventListener(name, (event) => event.preventDefault(), true);
  globalThis.open = () => { throw new Error('opened by the page'); };
</script>`;

/** Keeps what Firefox hands out of the closed tree, and presses it by script whenever it can. */
const FORGES = `<script>
  let inside = null;
  globalThis.pressed = 0;
  addEventListener('pointermove', ({ originalTarget, explicitOriginalTarget }) => {
    for (const target of [originalTarget, explicitOriginalTarget])
      if (target instanceof Node && target.getRootNode() instanceof ShadowRoot) inside = target;
    const button = (inside instanceof Element ? inside : inside?.parentElement)?.closest('[role=link]');
    if (button) { button.click(); pressed++; }
    document.querySelector('bedside-card')?.click();
  }, true);
</script>`;

const PAGES = {
  '/health': healthPage(BIOPSY),
  '/strict': withPolicy("default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"),
  '/sandboxed': withPolicy('sandbox allow-scripts'),
  '/prevents': healthPage(BIOPSY, PREVENTS),
  '/forges': healthPage(BIOPSY, FORGES),
  '/frame': healthPage(
    '<iframe src="/framed" sandbox="allow-scripts" style="width: 700px; height: 600px; border: 0"></iframe>',
  ),
  '/framed': healthPage(
    `${BIOPSY}<p>The nurse explained that the wound would close in a few days, and that the pain would get less with each of them.</p>`,
  ),
};

describe.each(KINDS)('reading on in %s', (kind) => {
  const used: { bedside?: Bedside; site?: Site; proxy?: RecordingProxy } = {};
  beforeAll(async () => {
    used.site = await startSite(PAGES);
    used.proxy = await startProxy(['www.nhs.uk', 'vsearch.nlm.nih.gov']);
    used.bedside = await launch(kind, { extensionDir: extensionDir(kind), proxyPort: used.proxy.port });
  });
  afterEach(() => used.proxy?.clear());
  afterAll(async () => {
    await used.bedside?.close();
    await used.proxy?.close();
    await used.site?.close();
  });
  const open = (path: string): Promise<Tab> => {
    if (!used.bedside || !used.site) throw new Error('The browser did not start.');
    return used.bedside.open(used.site.url(path));
  };
  const visits = (): RecordingProxy['visits'] => used.proxy?.visits ?? [];
  const wait = (tab: Tab, ms = 600) =>
    tab.page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), ms);

  const openCard = async (path: string): Promise<Tab> => {
    const tab = await open(path);
    await (await seeMark(tab, 'biopsy'))?.click();
    await seeCard(tab, 'biopsy');
    await openWhole(tab);
    await seeCard(tab, 'Search NHS');
    return tab;
  };

  /** Waits for the tab with this address; looks at what it knows of where it came from, and that it was opened by one request without a trace; closes it. */
  const seeOpened = async (tab: Tab, address: string): Promise<void> => {
    const opened = await until(`a tab with ${address}`, async () => {
      const pages: Page[] = await tab.page.browser().pages();
      return pages.find((page) => page.url() === address);
    });
    await opened.waitForFunction(() => document.title === 'Stand-in');
    expect(await opened.evaluate(() => [opener, document.referrer, history.length, origin])).toEqual([
      null,
      '',
      1,
      new URL(address).origin,
    ]);
    await wait(tab, 300);
    expect(visits().map((visit) => visit.address)).toEqual([address]);
    for (const { headers } of visits()) {
      expect(headers.referer).toBeUndefined();
      expect(headers.origin).toBeUndefined();
      expect(JSON.stringify(headers)).not.toContain('127.0.0.1');
    }
    await opened.close();
  };

  test.each([
    ['MedlinePlus', MEDLINEPLUS],
    ['NHS', NHS],
  ])('a press opens the search of %s in a new tab', async (name, address) => {
    const tab = await openCard('/health');
    await wait(tab);
    expect(visits()).toEqual([]);
    await pressInCard(tab, `Search ${name}`);
    await seeOpened(tab, address);
    expect(tab.page.url()).toContain('/health');
    await tab.page.bringToFront();
    await seeCard(tab, 'Search NHS');
    await tab.close();
  });

  test('so does Enter', async () => {
    const tab = await openCard('/health');
    await tab.inCard((root) => root.querySelectorAll<HTMLElement>('[role=link]')[1]?.focus());
    expect(visits()).toEqual([]);
    await tab.page.keyboard.press('Enter');
    await seeOpened(tab, NHS);
    await tab.close();
  });

  test.each([
    ['that forbids all it can', '/strict'],
    ['without the right to open windows', '/sandboxed'],
    ['that prevents what presses do', '/prevents'],
  ])('also on a page %s', async (_name, path) => {
    const tab = await openCard(path);
    await pressInCard(tab, 'Search NHS');
    await seeOpened(tab, NHS);
    await tab.close();
  });

  test('also in a frame without the right to open windows, and the tab has none of its limits', async () => {
    const tab = await open('/frame');
    const frame = await until('the frame', async () =>
      tab.page.frames().find((candidate: Frame) => candidate.url().endsWith('/framed')),
    );
    await (await frame.waitForSelector('bedsideterm[data-term~="biopsy"]'))?.click();
    const corner = await tab.page.$eval('iframe', (element) => {
      const { left, top } = element.getBoundingClientRect();
      return { left, top };
    });
    const press = async (label: string): Promise<void> => {
      const { x, y } = await until(`"${label}" in the frame`, () =>
        tab.inCardOf(
          frame,
          (root, label) => {
            const button = [...root.querySelectorAll('button')].find(({ textContent }) =>
              textContent?.includes(label),
            );
            button?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
            const box = button?.getBoundingClientRect();
            return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
          },
          label,
        ),
      );
      await tab.page.mouse.click(corner.left + x, corner.top + y);
    };
    // Whether cards open whole is remembered from the test before.
    const isWhole = await until('an explanation in the frame', () =>
      tab.inCardOf(frame, (root) => root.querySelector('.toggle')?.getAttribute('aria-expanded') ?? null),
    );
    if (isWhole === 'false') await press('More');
    await press('Search NHS');
    await seeOpened(tab, NHS);
    await tab.close();
  });

  test('no page can open it: neither by pressing the host nor what it gets hold of', async () => {
    const tab = await openCard('/forges');
    const link = await tab.inCard((root) => {
      const { left, top } = root.querySelectorAll('[role=link]')[1]?.getBoundingClientRect() ?? new DOMRect();
      return { left, top };
    });
    if (!link) throw new Error('no card');
    await tab.page.mouse.move(link.left + 20, link.top + 10, { steps: 5 });
    await wait(tab);
    // That Firefox hands out the link shows that the test can see a press.
    expect(await tab.page.evaluate('pressed > 0')).toBe(kind === 'firefox');
    expect(visits()).toEqual([]);
    await tab.close();
  });

  test('from the popup', async () => {
    const tab = await open('/health');
    const popup = await tab.openPopup();
    await typeInPopup(popup, 'phlebitis');
    await seePopup(popup, 'found');
    await pressInPopup(popup, 'phlebitis');
    await seePopup(popup, 'Search NHS');
    expect(visits()).toEqual([]);
    await leavePopup(popup, 'Search NHS');
    await seeOpened(tab, NHS.replace('biopsy', 'phlebitis'));
    await popup.close();
    await tab.close();
  });
});
