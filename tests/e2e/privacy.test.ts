// Nothing leaves the device: both browsers run behind a proxy that writes down every request.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bedside } from '../../tools/browsers/browser.ts';
import { launch } from '../../tools/browsers/launch.ts';
import { type Site, startSite } from '../../tools/browsers/site.ts';
import {
  DEMO,
  extensionDir,
  healthPage,
  KINDS,
  noMarks,
  pressInCard,
  pressInPopup,
  seeCard,
  seeMark,
  seePopup,
  typeInPopup,
} from './harness.ts';
import { type RecordingProxy, startProxy } from './proxy.ts';

describe.each(KINDS)('behind a recording proxy, %s', (kind) => {
  const used: { bedside?: Bedside; site?: Site; proxy?: RecordingProxy } = {};
  beforeAll(async () => {
    used.site = await startSite({ '/demo': DEMO, '/health': healthPage('<p>A biopsy was planned.</p>') });
    used.proxy = await startProxy();
    used.bedside = await launch(kind, { extensionDir: extensionDir(kind), proxyPort: used.proxy.port });
  });
  afterAll(async () => {
    await used.bedside?.close();
    await used.proxy?.close();
    await used.site?.close();
  });

  test('asks for the test’s own pages and nothing else', async () => {
    const { bedside, site, proxy } = used;
    if (!bedside || !site || !proxy) throw new Error('The browser did not start.');
    const tab = await bedside.open(site.url('/demo'));
    await (await seeMark(tab, 'bone-marrow-edema'))?.click();
    await seeCard(tab, 'A patch inside a bone');
    await pressInCard(tab, 'More');
    await seeCard(tab, 'Related words');
    await tab.page.keyboard.press('Escape');
    await tab.command('next-mark');
    await seeCard(tab, 'More');
    await tab.page.keyboard.press('Escape');
    const popup = await tab.openPopup();
    await seePopup(popup, 'words on this page');
    await pressInPopup(popup, 'On');
    await noMarks(tab);
    await pressInPopup(popup, 'Switch on');
    await seePopup(popup, 'words on this page');
    await typeInPopup(popup, 'newmonia and flebitis');
    await seePopup(popup, 'phlebitis');
    await popup.close();
    const other = await bedside.open(site.url('/health'));
    await seeMark(other, 'biopsy');

    const own = ['/demo', '/health', '/favicon.ico'].map((path) => site.url(path));
    // That the pages are in the record shows that it records.
    expect(proxy.requests).toContain(site.url('/demo'));
    expect(proxy.requests.filter((address) => !own.includes(address))).toEqual([]);
  });
});
