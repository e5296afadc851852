// Text in dialogs, popovers and fullscreen elements, on pages that go on as the reader scrolls or navigates, and in tabs that come back or come early.
import { describe, expect, test } from 'vitest';
import { type Tab, until } from '../../tools/browsers/browser.ts';
import {
  badgeOf,
  healthPage,
  KINDS,
  marksOf,
  noCard,
  noMarks,
  OTHER_PAGE,
  openWhole,
  pressInPopup,
  seeCard,
  seeMark,
  seePopup,
  useBedside,
} from './harness.ts';

const LINE = '<p>Then came a biopsy of the bone.</p>';
const ARTICLE = `<h1>Osteoporosis</h1><p>The MRI of the patient showed osteoporosis, and the doctor spoke of treatment for the pain.</p>${LINE}`;

/** Notes whether there were marks before the page was shown. */
const EARLY = `<script>
  const early = [];
  const note = () => early.push([document.visibilityState, document.prerendering === true, document.querySelectorAll('bedsideterm').length]);
  new MutationObserver(note).observe(document, { childList: true, subtree: true });
  document.addEventListener('visibilitychange', note);
  const restored = [];
  addEventListener('pageshow', ({ persisted }) => restored.push(persisted));
</script>`;

const pages = {
  '/dialogs': healthPage(`
    <button id="modal" onclick="d.showModal()">Modal</button><dialog id="d">${LINE}</dialog><h2>A section</h2>
    <button id="plain" onclick="e.show()">Plain</button><dialog id="e" style="position: static">${LINE}</dialog>`),
  '/popovers': healthPage(`
    <button popovertarget="auto">Auto</button><div id="auto" popover>${LINE}<h2>A section</h2></div><h2>A section</h2>
    <button popovertarget="manual">Manual</button><div id="manual" popover="manual">${LINE}</div>`),
  '/fullscreen': healthPage(
    `<div id="box">${LINE}</div><button id="full" onclick="box.requestFullscreen()">Full</button>`,
  ),
  '/feed': healthPage(`<main style="min-height: 1200px"></main><script>
    let posts = 0;
    addEventListener('scroll', () => {
      if (scrollY + innerHeight > document.body.scrollHeight - 50 && posts++ < 8)
        document.querySelector('main').insertAdjacentHTML('beforeend', '<article style="height: 1500px"><p>Post ' + posts + ' is about a <i>biopsy</i>.</p></article>');
    });</script>`),
  '/app': OTHER_PAGE.replace(
    '<body>',
    `<body><script>
    const article = ${JSON.stringify(ARTICLE)};
    const other = ${JSON.stringify(OTHER_PAGE.replace(/^.*<body>|<\/body>.*$/gs, ''))};
    const render = () => { document.querySelector('main').innerHTML = /article/.test(location) ? article : other; };
    addEventListener('popstate', render);
    addEventListener('hashchange', render);
    const go = (to) => { history.pushState(null, '', to); render(); };
    </script><main>`,
  ).replace('</body>', '</main></body>'),
  '/article': healthPage(LINE, EARLY),
  '/next': OTHER_PAGE,
  '/rules': OTHER_PAGE.replace(
    '</body>',
    `<script type="speculationrules">{"prerender": [{"urls": ["/article"], "eagerness": "immediate"}]}</script><a href="/article">Read on</a></body>`,
  ),
};

describe.each(KINDS)('hidden text in %s', (kind) => {
  const { bedside, site, open } = useBedside(kind, pages);
  const seeIn = (tab: Tab, selector: string) =>
    tab.page.waitForSelector(`${selector} bedsideterm[data-term~="biopsy"]`, { visible: true });
  const holds = (tab: Tab, selector: string): Promise<boolean> =>
    tab.page.evaluate((wanted) => document.querySelector(wanted) !== null, selector);

  test.each([
    ['modal', 'd'],
    ['plain', 'e'],
  ])(
    'in a %s dialog the card opens and can be used; Esc in it closes the card alone, then it does to the dialog what it would do',
    async (button, id) => {
      const tab = await open('/dialogs');
      await tab.page.click(`#${button}`);
      await (await seeIn(tab, `#${id}`))?.hover();
      await seeCard(tab, 'biopsy');
      expect(await holds(tab, '#d > bedside-card')).toBe(button === 'modal');
      await openWhole(tab);
      await seeCard(tab, 'Less');
      expect(await holds(tab, `#${id}[open]`)).toBe(true);
      await tab.page.keyboard.press('Escape');
      await noCard(tab);
      expect(await holds(tab, `#${id}[open]`)).toBe(true);
      await tab.page.keyboard.press('Escape');
      // A modal dialog closes at Esc; another one does not.
      expect(await holds(tab, `#${id}[open]`)).toBe(button === 'plain');
      await tab.close();
    },
  );

  test.each(['auto', 'manual'])('in a popover of the kind %s, which stays open', async (id) => {
    const tab = await open('/popovers');
    expect(await holds(tab, '[popover] bedsideterm')).toBe(false);
    await tab.page.click(`[popovertarget=${id}]`);
    await (await seeIn(tab, `#${id}`))?.click();
    await seeCard(tab, 'biopsy');
    await openWhole(tab);
    await seeCard(tab, 'Less');
    expect(await holds(tab, `#${id}:popover-open`)).toBe(true);
    await tab.close();
  });

  test('in a fullscreen element', async () => {
    const tab = await open('/fullscreen');
    await seeIn(tab, '#box');
    await tab.page.click('#full');
    await tab.page.waitForFunction(() => document.fullscreenElement !== null);
    await (await seeIn(tab, '#box'))?.click();
    await seeCard(tab, 'biopsy');
    expect(await holds(tab, '#box > bedside-card')).toBe(true);
    await openWhole(tab);
    await seeCard(tab, 'Less');
    await tab.page.evaluate(() => document.exitFullscreen());
    await tab.page.waitForFunction(() => document.fullscreenElement === null);
    await tab.close();
  });

  test('what comes as the reader scrolls', async () => {
    const tab = await open('/feed');
    for (let post = 1; post <= 4; post++) {
      await tab.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await seeIn(tab, `article:nth-child(${post})`);
    }
    expect(await tab.page.$eval('article', (article) => article.innerText)).toBe('Post 1 is about a biopsy.');
    await tab.close();
  });

  test.each(['/article', '#article'])('an app that goes on to %s and back', async (to) => {
    const tab = await open('/app');
    const go = (where: string) => tab.page.evaluate(`go(${JSON.stringify(where)})`);
    const badge = (text: string) =>
      until(`the badge "${text}"`, async () => (await badgeOf(bedside())) === text);
    await badge('');
    await go(to);
    await seeMark(tab, 'biopsy');
    const count = new Set(
      await tab.page.$$eval('bedsideterm', (marks) => marks.map((mark) => mark.getAttribute('data-term'))),
    ).size;
    await badge(String(count));
    await tab.page.evaluate(() => history.back());
    await noMarks(tab);
    await badge('');
    await tab.page.evaluate(() => history.forward());
    await seeMark(tab, 'biopsy');
    expect(await tab.page.$eval('main', (main) => main.textContent)).toContain(
      'Then came a biopsy of the bone.',
    );
    await tab.close();
  });

  test('back from the cache: switched off meanwhile, its marks go; switched on, they come', async () => {
    const tab = await open('/article');
    await seeMark(tab, 'biopsy');
    // By the page's own means: the driver's waits for a load that does not come from the cache.
    const at = (path: string) => tab.page.waitForFunction((wanted) => location.pathname === wanted, {}, path);
    const back = async () => {
      await tab.page.evaluate(() => history.back());
      await at('/article');
    };
    const away = async () => {
      await tab.page.evaluate(() => location.assign('/next'));
      await at('/next');
    };
    const restored = (): Promise<unknown> => tab.page.evaluate('restored.at(-1)');
    const badge = (is: (text: string | undefined) => boolean) =>
      until('the badge', async () => is(await badgeOf(bedside())));
    await badge((text) => Number(text) > 0);

    await away();
    await badge((text) => text === '');
    await back();
    expect(await restored()).toBe(true);
    await badge((text) => Number(text) > 0);
    await seeMark(tab, 'biopsy');

    await away();
    const popup = await tab.openPopup();
    await pressInPopup(popup, 'On all sites');
    await seePopup(popup, 'Bedside is off');
    await popup.close();
    await back();
    expect(await restored()).toBe(true);
    await noMarks(tab);
    await badge((text) => text === 'off');

    await away();
    const again = await tab.openPopup();
    await pressInPopup(again, 'Switch on');
    await seePopup(again, 'does not look like a health page');
    await again.close();
    await back();
    expect(await restored()).toBe(true);
    await seeMark(tab, 'biopsy');
    await badge((text) => Number(text) > 0);
    await tab.close();
  });

  test('a tab opened in the background is read once it is looked at', async () => {
    const [behind, front] = [await bedside().blank(), await bedside().blank()];
    await front.page.bringToFront();
    await behind.page.goto(site().url('/article'));
    expect(await behind.page.evaluate(() => document.visibilityState)).toBe('hidden');
    await behind.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await marksOf(behind)).toEqual([]);
    await behind.page.bringToFront();
    await seeMark(behind, 'biopsy');
    await front.close();
    await behind.close();
  });

  if (kind === 'chromium')
    test('a page rendered in advance is read once it is shown', async () => {
      const tab = await open('/rules');
      await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 800)));
      await tab.page.click('a');
      // The page that comes in front is another one: what is asked of the first while it goes has no answer.
      await until('the article', () =>
        tab.page.evaluate(() => location.pathname === '/article').catch(() => false),
      );
      const activated = await tab.page.evaluate(
        () =>
          (performance.getEntriesByType('navigation')[0] as unknown as { activationStart: number })
            .activationStart,
      );
      expect(activated).toBeGreaterThan(0);
      await seeMark(tab, 'biopsy');
      const early = (await tab.page.evaluate('early')) as [
        state: string,
        prerendering: boolean,
        marks: number,
      ][];
      expect(early.some(([, prerendering]) => prerendering)).toBe(true);
      expect(early.filter(([, prerendering, marks]) => prerendering && marks > 0)).toEqual([]);
      await tab.close();
    });
});
