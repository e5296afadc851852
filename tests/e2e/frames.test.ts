// Frames in the built extension: those that hold prose are read like pages, ads and trackers are left alone, and a tab is one page for popup, badge and switch.
import type { Frame } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Tab, until } from '../../tools/browsers/browser.ts';
import { badgeOf, healthPage, KINDS, pressInPopup, seePopup, useBedside } from './harness.ts';

const PROSE = `<p>Later that year the doctor ordered a biopsy, and the small sample of bone was looked at under a microscope. The nurse explained that
  the wound would close in a few days, and that the pain would get less with each of them.</p>`;
const ARTICLE = healthPage(PROSE);
/** An article as it stands in an attribute. */
const QUOTED = ARTICLE.replaceAll('"', '&quot;');

const frame = (name: string, attributes: string, style = 'width: 600px; height: 200px'): string =>
  `<div><iframe name="${name}" ${attributes} style="${style}; border: 0"></iframe></div>`;

/** Every frame here ends up with the article in it. `OTHER` is the other name of the site. */
const KINDS_OF_FRAMES: readonly (readonly [name: string, html: string])[] = [
  ['same-origin', frame('same-origin', 'src="/article"')],
  ['cross-origin', frame('cross-origin', 'src="OTHER/article"')],
  ['nested', frame('nested-outer', 'src="OTHER/nesting"', 'width: 700px; height: 400px')],
  ['sandboxed', frame('sandboxed', 'src="/article" sandbox="allow-scripts"')],
  ['srcdoc', frame('srcdoc', `srcdoc="${QUOTED}"`)],
  ['filled', `${frame('filled', '')}<script>frames.filled.document.body.innerHTML = prose</script>`],
  [
    'written',
    `${frame('written', '')}<script>frames.written.document.write(prose); frames.written.document.close()</script>`,
  ],
  [
    'written again',
    `${frame('written again', 'src="/article"')}<script>frames['written again'].addEventListener('load', () =>
      setTimeout(() => { const { document } = frames['written again']; document.open(); document.write(prose); document.close() }, 300))</script>`,
  ],
  ['lazy', frame('lazy', 'src="/article" loading="lazy"')],
  [
    'hidden',
    `${frame('hidden', 'src="/article"', 'width: 600px; height: 200px; display: none')}<script>later(() => (frames.hidden.frameElement.style.display = 'block'))</script>`,
  ],
  [
    'small',
    `${frame('small', 'src="/article"', 'width: 600px; height: 20px')}<script>later(() => (frames.small.frameElement.style.height = '200px'))</script>`,
  ],
  [
    'slow',
    `${frame('slow', 'src="/empty"')}<script>later(() => (frames.slow.document.body.innerHTML = prose))</script>`,
  ],
];

const allFrames = (other: string): string =>
  healthPage(
    `<script>const prose = ${JSON.stringify(ARTICLE)}; const later = (does) => addEventListener('load', () => setTimeout(does, 500))</script>
    ${KINDS_OF_FRAMES.map(([, html]) => html.replaceAll('OTHER', other)).join('\n')}`,
  );

/** Frames as advertisers and trackers use them. */
const ADS = (other: string): string =>
  healthPage(`
    ${frame('rectangle', `src="${other}/ad"`, 'width: 300px; height: 250px')}
    ${frame('banner', `src="${other}/long-ad"`, 'width: 728px; height: 90px')}
    ${frame('pixel', `src="${other}/article"`, 'width: 1px; height: 1px')}
    ${frame('unseen', 'src="/article"', 'display: none')}
    ${frame('own ad', 'src="/ad"', 'width: 300px; height: 250px')}`);

const pages = {
  '/article': ARTICLE,
  '/empty': '<!doctype html><html lang="en"><body></body></html>',
  '/nesting': `<!doctype html><html lang="en"><body>${frame('nested', 'src="/article"')}</body></html>`,
  '/ad':
    '<!doctype html><html lang="en"><body><svg width="280" height="200"></svg><p>Arthritis? Try our biopsy pillow.</p></body></html>',
  '/long-ad': ARTICLE,
};

/** How often a page is opened at most until the driver hears all its frames, and how long one may take to answer, in ms. */
const MOST_TRIES = 8;
const ANSWERS_WITHIN = 3000;

/**
 * Whether the driver hears all frames of a page. Of frames in processes of their own puppeteer loses one in ten in Chromium, whatever extension is there: it
 * goes on asking the process that the frame has left. Nothing but opening the page anew helps.
 */
async function allAnswer(tab: Tab): Promise<boolean> {
  const answers = tab.page.frames().map((one) => {
    const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), ANSWERS_WITHIN));
    return Promise.race([one.evaluate(() => true).catch(() => false), late]);
  });
  return (await Promise.all(answers)).every(Boolean);
}

describe.each(KINDS)('frames in %s', (kind) => {
  const { bedside, open, site } = useBedside(kind, pages);

  const other = (): string => site().url('', 'localhost');
  const openPage = async (path: string, html: string, host?: '127.0.0.1' | 'localhost'): Promise<Tab> => {
    site().set(path, html);
    for (let tries = 1; ; tries++) {
      const tab = await open(path, host);
      if (tries === MOST_TRIES || (await allAnswer(tab))) return tab;
      await tab.close();
    }
  };
  const frameOf = (tab: Tab, name: string): Promise<Frame> =>
    until(`the frame "${name}"`, async () => {
      for (const candidate of tab.page.frames()) {
        const found = await candidate.evaluate(() => window.name).catch(() => undefined);
        if (found === name) return candidate;
      }
      return null;
    });
  const marksIn = async (tab: Tab, name: string): Promise<string[]> =>
    (await frameOf(tab, name))
      .$$eval('bedsideterm', (marks) => marks.map((mark) => mark.textContent ?? ''))
      .catch(() => []);
  const seeIn = (tab: Tab, name: string, word = 'biopsy') =>
    until(`"${word}" marked in "${name}"`, async () => (await marksIn(tab, name)).includes(word));

  describe('with prose in them', () => {
    const opened: { tab?: Tab } = {};
    beforeAll(async () => {
      opened.tab = await openPage('/all', allFrames(other()));
    });
    afterAll(() => opened.tab?.close());

    test.each(KINDS_OF_FRAMES)('%s', async (name) => {
      const { tab } = opened;
      if (!tab) throw new Error('The page did not open.');
      if (name === 'lazy') await (await tab.page.$('iframe[name=lazy]'))?.scrollIntoView();
      await seeIn(tab, name);
      expect(await (await frameOf(tab, name)).$eval('body', (body) => body.innerText)).toContain(
        'the doctor ordered a biopsy, and the small sample',
      );
    });
  });

  test('ads and trackers are left alone, and nothing but the stub runs there', async () => {
    // A worker that sleeps does not answer the driver; a page that is read wakes it.
    const waking = await openPage('/waking', healthPage(''));
    await waking.page.waitForSelector('bedsideterm');
    // Whatever is evaluated in a frame begins by asking the background for its page's site.
    await bedside().inBackground(() => {
      interface Sender {
        readonly url?: string;
        readonly frameId?: number;
      }
      interface Api {
        readonly runtime: {
          readonly onMessage: { addListener(hear: (message: unknown, sender: Sender) => void): void };
        };
      }
      const { browser, chrome } = self as unknown as { browser?: Api; chrome: Api };
      const heard: string[] = [];
      Object.assign(self, { heard });
      (browser ?? chrome).runtime.onMessage.addListener((_message, { url, frameId }) => {
        if (frameId !== 0) heard.push(url ?? '');
      });
    });
    const tab = await openPage('/ads', `${ADS(other())}${frame('real', `src="${other()}/article?real"`)}`);
    await seeIn(tab, 'real');
    // Longer than a frame that changes is left in peace before it is looked at again.
    await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1200)));
    for (const name of ['rectangle', 'banner', 'pixel', 'unseen', 'own ad'])
      expect([name, ...(await marksIn(tab, name))]).toEqual([name]);
    const heard = await bedside().inBackground(() => (self as unknown as { heard: string[] }).heard);
    expect([...new Set(heard)]).toEqual([`${other()}/article?real`]);
    await tab.close();
    await waking.close();
  });

  test.each([400, 200])('the card opens in the frame and stays in it, %i pixels high', async (height) => {
    const style = `width: 600px; height: ${height}px`;
    const tab = await openPage('/one', healthPage(frame('one', `src="${other()}/article"`, style)));
    await seeIn(tab, 'one');
    const inside = await frameOf(tab, 'one');
    const card = (text: string) =>
      until(`a card with "${text}"`, () =>
        tab.inCardOf(
          inside,
          (root, wanted) => root.querySelector('.card')?.textContent?.includes(wanted),
          text,
        ),
      );
    await (await inside.$('bedsideterm[data-term~="biopsy"]'))?.click();
    await card('biopsy');
    expect(await tab.page.$('bedside-card')).toBeNull();
    const place = await until('its place', () =>
      inside.$eval('bedside-card', (host) => {
        const { left, top, right, bottom } = host.getBoundingClientRect();
        return top > 0 && { left, top, right, bottom, width: innerWidth, height: innerHeight };
      }),
    );
    expect(place.left).toBeGreaterThanOrEqual(0);
    expect(place.right).toBeLessThanOrEqual(place.width);
    expect(place.bottom).toBeLessThanOrEqual(place.height);
    await tab.page.keyboard.press('Escape');
    await inside.waitForFunction(() => document.querySelector('bedside-card') === null);
    await (await inside.$('bedsideterm[data-term~="osteoporosis"]'))?.hover();
    await card('osteoporosis');
    await tab.close();
  });

  test('popup and badge count the words of frames, shown from the list; a frame that goes counts no more', async () => {
    const page = `<!doctype html><html lang="en"><body><p>The doctor spoke of arthritis, of treatment and of the pain that the patient had.</p>
      <p style="margin-bottom: 3000px">Below is a frame.</p>${frame('one', `src="${other()}/article"`)}</body></html>`;
    const tab = await openPage('/counted', page);
    await seeIn(tab, 'one');
    const inFrame = new Set(
      await (await frameOf(tab, 'one')).$$eval('bedsideterm', (marks) =>
        marks.map((mark) => mark.getAttribute('data-term')),
      ),
    );
    const popup = await tab.openPopup();
    // Arthritis stands in both.
    await seePopup(popup, `${inFrame.size} words on this page`);
    await pressInPopup(popup, 'biopsy');
    const inside = await frameOf(tab, 'one');
    await until('the card in the frame', () =>
      tab.inCardOf(inside, (root) => root.querySelector('.card')?.textContent?.includes('biopsy')),
    );
    const inWindow = await tab.page.$eval('iframe', (element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    });
    expect(inWindow).toBe(true);
    await until('the badge', async () => Number(await badgeOf(bedside())) >= inFrame.size);
    await tab.page.$eval('iframe', (element) => element.remove());
    await until('the badge without the frame', async () => (await badgeOf(bedside())) === '1');
    const again = await tab.openPopup();
    await seePopup(again, '1 word on this page');
    await again.close();
    await tab.close();
  });

  test('the switch of the page’s site rules its frames, whatever their own', async () => {
    const here = await openPage('/ruled', healthPage(frame('one', `src="${other()}/article"`)));
    const there = await openPage(
      '/free',
      healthPage(frame('one', `src="${site().url('/article')}"`)),
      'localhost',
    );
    await seeIn(there, 'one');
    await here.page.bringToFront();
    await seeIn(here, 'one');
    const popup = await here.openPopup();
    await seePopup(popup, 'words on this page');
    await pressInPopup(popup, 'On 127.0.0.1');
    await seePopup(popup, 'off on 127.0.0.1');
    await until('no marks in the frame', async () => (await marksIn(here, 'one')).length === 0);
    expect(await marksIn(there, 'one')).toContain('biopsy');
    await pressInPopup(popup, 'Switch on here');
    await seePopup(popup, 'words on this page');
    await popup.close();
    await seeIn(here, 'one');
    await here.close();
    await there.close();
  });
});
