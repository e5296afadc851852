// Nothing leaves the device before the reader presses a link that names its site: both browsers run behind a proxy that writes down every request.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bedside, until } from '../../tools/browsers/browser.ts';
import { launch } from '../../tools/browsers/launch.ts';
import { type Site, startSite } from '../../tools/browsers/site.ts';
import {
  DEMO,
  extensionDir,
  healthPage,
  KINDS,
  leavePopup,
  noMarks,
  openWhole,
  pointInCard,
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
    used.proxy = await startProxy(['www.nhs.uk', 'vsearch.nlm.nih.gov']);
    used.bedside = await launch(kind, { extensionDir: extensionDir(kind), proxyPort: used.proxy.port });
  });
  afterAll(async () => {
    await used.bedside?.close();
    await used.proxy?.close();
    await used.site?.close();
  });

  const own = (site: Site) => ['/demo', '/health', '/favicon.ico'].map((path) => site.url(path));

  test('asks for the test’s own pages and nothing else', async () => {
    const { bedside, site, proxy } = used;
    if (!bedside || !site || !proxy) throw new Error('The browser did not start.');
    const tab = await bedside.open(site.url('/demo'));
    await (await seeMark(tab, 'bone-marrow-edema'))?.click();
    await seeCard(tab, 'A patch inside a bone');
    await openWhole(tab);
    await seeCard(tab, 'Related words');
    const link = await pointInCard(tab, 'Search NHS');
    await tab.page.mouse.move(link.x, link.y, { steps: 4 });
    await tab.page.mouse.down();
    await tab.page.mouse.move(5, 790, { steps: 4 });
    await tab.page.mouse.up();
    await tab.page.keyboard.press('Escape');
    await tab.command('next-mark');
    await seeCard(tab, 'General explanation');
    await tab.page.keyboard.press('Escape');
    const popup = await tab.openPopup();
    await seePopup(popup, 'words on this page');
    await pressInPopup(popup, 'On all sites');
    await noMarks(tab);
    await pressInPopup(popup, 'Switch on');
    await seePopup(popup, 'words on this page');
    await typeInPopup(popup, 'newmonia and flebitis');
    await seePopup(popup, 'phlebitis');
    await pressInPopup(popup, 'phlebitis');
    await seePopup(popup, 'Search MedlinePlus');
    await popup.close();
    const other = await bedside.open(site.url('/health'));
    await seeMark(other, 'biopsy');

    // That the pages are in the record shows that it records.
    expect(proxy.requests).toContain(site.url('/demo'));
    expect(proxy.requests.filter((address) => !own(site).includes(address))).toEqual([]);
  });

  test('asks for one page of the site whose link was pressed, and names nothing but the word', async () => {
    const { bedside, site, proxy } = used;
    if (!bedside || !site || !proxy) throw new Error('The browser did not start.');
    const asked = () => proxy.visits.map(({ address, headers: { referer } }) => [address, referer]);
    proxy.clear();
    const tab = await bedside.open(site.url('/health'));
    await (await seeMark(tab, 'biopsy'))?.click();
    await openWhole(tab);
    await pressInCard(tab, 'Search NHS');
    await until('the page of the NHS', async () => proxy.visits.length > 0);
    const [nhs] = asked();
    expect(nhs).toEqual(['https://www.nhs.uk/search/results?q=biopsy', undefined]);
    await tab.page.bringToFront();
    const popup = await tab.openPopup();
    await typeInPopup(popup, 'flebitis');
    await seePopup(popup, 'phlebitis');
    await pressInPopup(popup, 'phlebitis');
    await leavePopup(popup, 'Search MedlinePlus');
    await until('the page of MedlinePlus', async () => proxy.visits.length > 1);
    await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(asked()).toEqual([
      nhs,
      [
        'https://vsearch.nlm.nih.gov/vivisimo/cgi-bin/query-meta?v%3Aproject=medlineplus&v%3Asources=medlineplus-bundle&query=phlebitis',
        undefined,
      ],
    ]);
    const others = proxy.requests.filter((address) => !own(site).includes(address));
    expect(new Set(others)).toEqual(new Set(['CONNECT www.nhs.uk:443', 'CONNECT vsearch.nlm.nih.gov:443']));
  });
});
