// The card in the built extension: every way to open it, keep it, move in it and close it.
import { describe, expect, test } from 'vitest';
import { until } from '../../tools/browsers/browser.ts';
import {
  DEMO,
  healthPage,
  KINDS,
  noCard,
  pointInCard,
  pressInCard,
  seeCard,
  seeMark,
  useBedside,
} from './harness.ts';

const PAGES = {
  '/demo': DEMO,
  '/tall': healthPage(
    `<p style="margin-top:300px">A biopsy came first.</p><div style="height:3000px"></div>`,
  ),
  '/link': healthPage(
    `<p><a href="/demo#x" id="link">About the biopsy</a></p><button id="button">Osteomyelitis</button>`,
  ),
  '/dialog': healthPage(
    `<dialog id="d"><p>A biopsy takes a sample.</p></dialog><script>d.showModal()</script>`,
  ),
};

describe.each(KINDS)('the card in %s', (kind) => {
  const { bedside, open } = useBedside(kind, PAGES);
  const SHORT = 'A patch inside a bone';

  test('hovering opens it, moving into it keeps it, leaving closes it', async () => {
    const tab = await open('/demo');
    await (await seeMark(tab, 'bone-marrow-edema'))?.hover();
    const text = await seeCard(tab, SHORT);
    expect(text).toContain('bone marrow edema');
    expect(text).toContain('ih-DEE-muh');
    expect(text).toContain('Condition');
    expect(text).toContain('not advice about you');
    const more = await pointInCard(tab, 'More');
    await tab.page.mouse.move(more.x, more.y, { steps: 8 });
    // Longer than the card lingers once it is left.
    await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
    expect(await tab.inCard((root) => root.querySelector('.short')?.textContent ?? '')).toContain(SHORT);
    await tab.page.mouse.move(5, 790, { steps: 4 });
    await noCard(tab);
    await tab.close();
  });

  test('a pointer that only passes opens nothing', async () => {
    const tab = await open('/demo');
    const mark = await seeMark(tab, 'bone-marrow-edema');
    await mark?.hover();
    await tab.page.mouse.move(5, 790);
    await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await tab.page.$('bedside-card')).toBeNull();
    await tab.close();
  });

  test('a click opens and pins it; Esc closes it', async () => {
    const tab = await open('/demo');
    await (await seeMark(tab, 'bone-marrow-edema'))?.click();
    await seeCard(tab, SHORT);
    await tab.page.mouse.move(5, 790, { steps: 4 });
    await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await tab.page.$('bedside-card')).not.toBeNull();
    await tab.page.keyboard.press('Escape');
    await noCard(tab);
    await tab.close();
  });

  test('a click elsewhere closes it', async () => {
    const tab = await open('/demo');
    await (await seeMark(tab, 'bone-marrow-edema'))?.click();
    await seeCard(tab, SHORT);
    await tab.page.mouse.click(900, 780);
    await noCard(tab);
    await tab.close();
  });

  test('More shows more; a related word opens inside; Back returns', async () => {
    const tab = await open('/demo');
    await (await seeMark(tab, 'bone-marrow-edema'))?.click();
    await seeCard(tab, SHORT);
    await pressInCard(tab, 'More');
    await seeCard(tab, 'Related words');
    const related = await tab.inCard((root) => root.querySelector('.links button')?.textContent ?? '');
    await pressInCard(tab, related ?? '');
    await expect.poll(() => tab.inCard((root) => root.querySelector('.term')?.textContent)).toBe(related);
    await pressInCard(tab, 'Back');
    await seeCard(tab, SHORT);
    await tab.close();
  });

  test('scrolling the word away closes it', async () => {
    const tab = await open('/tall');
    await (await seeMark(tab, 'biopsy'))?.click();
    await seeCard(tab, 'biopsy');
    await tab.page.evaluate(() => scrollTo(0, 2000));
    await noCard(tab);
    await tab.close();
  });

  test('the command walks from word to word and takes the focus in; Esc gives it back', async () => {
    const tab = await open('/demo');
    await seeMark(tab, 'bone-marrow-edema');
    await tab.page.$eval('input', (input) => input.focus({ preventScroll: true }));
    await tab.command('next-mark');
    await seeCard(tab, SHORT);
    expect(await tab.inCard((root) => root.activeElement !== null)).toBe(true);
    await tab.command('next-mark');
    await seeCard(tab, 'x-ray');
    await tab.page.keyboard.press('Escape');
    await noCard(tab);
    expect(await tab.page.evaluate(() => document.activeElement?.localName)).toBe('input');
    await tab.close();
  });

  test('on a link or a button a click does only what the page does; hovering opens', async () => {
    const tab = await open('/link');
    await seeMark(tab, 'biopsy');
    await tab.page.evaluate(() => {
      const seen = { clicks: 0, prevented: false };
      Object.assign(globalThis, { seen });
      document.querySelector('#button')?.addEventListener('click', () => seen.clicks++);
      addEventListener('click', (event) => {
        seen.prevented ||= event.defaultPrevented;
      });
    });
    await (await tab.page.waitForSelector('#button bedsideterm'))?.click();
    expect(await tab.page.evaluate('seen')).toEqual({ clicks: 1, prevented: false });
    await (await seeMark(tab, 'biopsy'))?.hover();
    await seeCard(tab, 'biopsy');
    await tab.page.keyboard.press('Escape');
    await Promise.all([tab.page.waitForNavigation(), (await seeMark(tab, 'biopsy'))?.click()]);
    expect(tab.page.url()).toMatch(/\/demo#x$/);
    await tab.close();
  });

  test('inside a modal dialog it opens and can be used', async () => {
    const tab = await open('/dialog');
    await (await tab.page.waitForSelector('dialog bedsideterm[data-term~="biopsy"]'))?.click();
    await seeCard(tab, 'biopsy');
    await pressInCard(tab, 'Close');
    await noCard(tab);
    await tab.close();
  });

  test('an explanation that cannot be loaded says so and can be tried again', async () => {
    const tab = await open('/link');
    await seeMark(tab, 'osteoporosis');
    await bedside().inBackground(() => {
      const broken = self as unknown as { fetch: unknown; realFetch: unknown };
      broken.realFetch = self.fetch.bind(self);
      broken.fetch = () => Promise.reject(new Error('out of reach'));
    });
    await (await seeMark(tab, 'osteoporosis'))?.click();
    await seeCard(tab, 'could not be loaded');
    await bedside().inBackground(() => {
      const mended = self as unknown as { fetch: unknown; realFetch: unknown };
      mended.fetch = mended.realFetch;
    });
    await pressInCard(tab, 'Try again');
    await seeCard(tab, 'osteoporosis');
    expect(await tab.inCard((root) => root.querySelector('.short') !== null)).toBe(true);
    await tab.close();
  });

  test('the page can neither open it nor look into it', async () => {
    const tab = await open('/demo');
    const mark = await seeMark(tab, 'bone-marrow-edema');
    await mark?.evaluate((element) => {
      for (const type of ['pointerover', 'click', 'focusin'])
        element.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
    });
    await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await tab.page.$('bedside-card')).toBeNull();
    await mark?.click();
    await seeCard(tab, SHORT);
    expect(await tab.page.$eval('bedside-card', (host) => [host.shadowRoot, host.textContent])).toEqual([
      null,
      '',
    ]);
    await tab.close();
  });
});

describe.each(KINDS)('what the card offers in %s', (kind) => {
  const { bedside, open } = useBedside(kind, PAGES);

  /** What the browser has stored of the reader's choices. */
  const settings = () =>
    bedside().inBackground(async () => {
      interface Api {
        readonly storage: {
          readonly local: { get(key: string): Promise<{ settings?: { more?: boolean; known?: string[] } }> };
        };
      }
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      return (await (browser ?? chrome).storage.local.get('settings')).settings ?? {};
    });

  test('"More" is remembered', async () => {
    const tab = await open('/demo');
    await (await seeMark(tab, 'bone-marrow-edema'))?.click();
    await pressInCard(tab, 'More');
    await seeCard(tab, 'Less');
    await until('the choice', async () => (await settings()).more === true);
    await tab.close();
    const next = await open('/demo');
    await (await seeMark(next, 'bone-marrow-edema'))?.click();
    await seeCard(next, 'Less');
    await pressInCard(next, 'Less');
    await seeCard(next, 'More');
    await until('the choice', async () => (await settings()).more === false);
    await next.close();
  });

  test('words in its text lead to their explanations, and the way back is shown', async () => {
    const tab = await open('/demo');
    await (await seeMark(tab, 'bone-marrow-edema'))?.click();
    await seeCard(tab, 'A patch inside a bone');
    const [first] =
      (await tab.inCard((root) =>
        [...root.querySelectorAll('.short .inline')].map(({ textContent }) => textContent ?? ''),
      )) ?? [];
    expect(first).toBeTruthy();
    await pressInCard(tab, first ?? '');
    await seeCard(tab, 'Back');
    const trail = await tab.inCard((root) =>
      [...root.querySelectorAll('.trail li')].map(({ textContent }) => textContent),
    );
    expect(trail).toEqual(['bone marrow edema']);
    await pressInCard(tab, 'bone marrow edema');
    await seeCard(tab, 'A patch inside a bone');
    await tab.close();
  });

  test('a word that the reader knows is kept in mind, and that can be undone', async () => {
    const tab = await open('/demo');
    await (await seeMark(tab, 'bone-marrow-edema'))?.click();
    await pressInCard(tab, 'More');
    await pressInCard(tab, 'I know this word');
    await seeCard(tab, 'is not marked any more');
    await until('the word', async () => (await settings()).known?.includes('bone-marrow-edema'));
    await pressInCard(tab, 'Undo');
    await until('no word', async () => (await settings()).known?.length === 0);
    expect(await seeCard(tab, 'I know this word')).not.toContain('is not marked any more');
    await pressInCard(tab, 'Less');
    await seeCard(tab, 'More');
    await tab.close();
  });

  test('a report names the entry and the glossary, and not the page', async () => {
    const tab = await open('/demo');
    await (await seeMark(tab, 'bone-marrow-edema'))?.click();
    await pressInCard(tab, 'More');
    await pressInCard(tab, 'Something wrong?');
    await seeCard(tab, 'Copy the report');
    const report = await tab.inCard((root) => root.querySelector('pre')?.textContent ?? '');
    expect(report).toMatch(
      /^Bedside \d+\.\d+\.\d+, glossary of 20\d\d-\d\d-\d\d: “bone-marrow-edema” says “/,
    );
    expect(report).not.toMatch(/127\.0\.0\.1|localhost|http/);
    await pressInCard(tab, 'Copy the report');
    await seeCard(tab, 'Copied.');
    await pressInCard(tab, 'Less');
    await seeCard(tab, 'More');
    await tab.close();
  });

  test('its word and sentence are told politely, in a place that was there before', async () => {
    const tab = await open('/demo');
    await (await seeMark(tab, 'bone-marrow-edema'))?.click();
    await seeCard(tab, 'A patch inside a bone');
    const spoken = await tab.inCard((root) => {
      const place = root.querySelector('.spoken');
      return [place?.getAttribute('role'), place?.textContent];
    });
    expect(spoken?.[0]).toBe('status');
    expect(spoken?.[1]).toMatch(/^bone marrow edema: A patch inside a bone/);
    await tab.close();
  });
});

describe.each(KINDS)('touch in %s', (kind) => {
  const { open } = useBedside(kind, PAGES, { touch: true });

  test('a tap opens the card, a tap elsewhere closes it', async () => {
    const tab = await open('/demo');
    const mark = await seeMark(tab, 'bone-marrow-edema');
    await mark?.tap();
    await seeCard(tab, 'A patch inside a bone');
    const { right } = (await tab.inCard((root) => ({
      right: root.querySelector('.card')?.getBoundingClientRect().right ?? 0,
    }))) ?? { right: Infinity };
    expect(right).toBeLessThanOrEqual(await tab.page.evaluate(() => innerWidth));
    await tab.page.touchscreen.tap(10, 10);
    await noCard(tab);
    await tab.close();
  });
});
