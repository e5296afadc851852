// Pages that forbid, forge or break: marks and card work all the same, and the page gets nothing but what it could have without them.
import { describe, expect, test } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import {
  healthPage,
  KINDS,
  marksOf,
  openWhole,
  seeCard,
  seeMark,
  useBedside,
} from './harness.ts';

const STRICT =
  "default-src 'none'; img-src 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Everything that a script could use to draw, heal and show is broken before any other script runs. */
const BREAKS = `<script>
  const broken = () => { throw new Error('broken by the page'); };
  const methods = {
    Array: ['push', 'map', 'filter', 'flatMap', 'forEach', 'some', 'every', 'includes', 'sort', 'at'],
    Element: ['remove', 'attachShadow', 'closest', 'append', 'before', 'after', 'replaceWith', 'matches'],
    Node: ['appendChild', 'insertBefore', 'removeChild', 'replaceChild', 'contains', 'getRootNode', 'normalize'],
    Document: ['createElement', 'createTreeWalker', 'createNodeIterator', 'createTextNode'],
    Text: ['splitText'], Map: ['get', 'set', 'has'], WeakMap: ['get', 'set'], Set: ['add', 'has'],
    EventTarget: ['addEventListener'], MutationObserver: ['observe', 'takeRecords'], HTMLElement: ['showPopover'],
  };
  for (const [name, list] of Object.entries(methods))
    for (const method of list) globalThis[name].prototype[method] = broken;
  for (const name of ['Map', 'WeakMap', 'Set', 'MutationObserver', 'IntersectionObserver', 'requestIdleCallback', 'queueMicrotask'])
    globalThis[name] = broken;
  // Not JSON.stringify: the driver of Firefox needs it.
  JSON.parse = broken;
  Object.defineProperty(globalThis, 'customElements', { value: null });
</script>`;

/** Takes the name of the card's host for an element of its own, and keeps whatever can be had. */
const TAKES_NAME = `<script>
  const got = globalThis.got = [];
  customElements.define('bedside-card', class extends HTMLElement {
    constructor() {
      super();
      const internals = this.attachInternals();
      got.push(internals.shadowRoot);
      try { got.push(this.attachShadow({ mode: 'open' })); } catch { got.push(null); }
      got.push(internals.shadowRoot);
    }
    connectedCallback() { got.push(this.shadowRoot, this.innerHTML || null); }
  });
</script>`;

const FORGED =
  '<p id="forged">A <bedsideterm data-term="arthritis" data-mark="1">forged</bedsideterm> word.</p>';

const PAGES = {
  '/strict': {
    body: healthPage(
      '<p>A biopsy was planned.</p><div><template shadowrootmode="open"><p>Osteomyelitis</p></template></div>',
    ),
    headers: { 'content-security-policy': STRICT },
  },
  '/broken': healthPage('<p id="text">A biopsy was planned.</p>', BREAKS),
  '/named': healthPage('<p>A biopsy was planned.</p>', TAKES_NAME),
  '/forged': healthPage(FORGED),
  '/health': healthPage('<p id="p">A biopsy was planned.</p>'),
  '/styled': healthPage(
    '<p>A biopsy was planned.</p>',
    `<style>
      bedside-card, bedside-card::before { --paper: red !important; --ink: red !important; --bedside-x: 900px !important; --bedside-y: 700px !important;
        display: none !important; opacity: 0 !important; transform: scale(9) !important; color: red !important; animation: spin 1s infinite !important; zoom: 3 !important }
      bedside-card::part(card) { display: none !important }
      @keyframes spin { to { opacity: 0; inset: 0 } }
    </style>`,
  ),
  '/removes': healthPage(
    '<p>A biopsy was planned.</p>',
    `<script>new MutationObserver(() => document.querySelector('bedside-card')?.remove())
      .observe(document, { subtree: true, childList: true })</script>`,
  ),
  '/removes-at-once': healthPage(
    '<p>A biopsy was planned.</p>',
    `<script>customElements.define('bedside-card', class extends HTMLElement { connectedCallback() { this.remove(); } })</script>`,
  ),
};

/** Long enough for a card to open on a word that is pointed at. */
const wait = (tab: Tab, ms = 600) =>
  tab.page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), ms);

describe.each(KINDS)('hostile pages in %s', (kind) => {
  const { open } = useBedside(kind, PAGES);
  const SHORT = 'biopsy';

  /** Opens the card of the biopsy by a click. */
  const openCard = async (path: string): Promise<Tab> => {
    const tab = await open(path);
    await (await seeMark(tab, 'biopsy'))?.click();
    await seeCard(tab, SHORT);
    return tab;
  };

  test('a strict policy with trusted types: marks and card have their look, in shadow trees too', async () => {
    const tab = await open('/strict');
    const mark = await seeMark(tab, 'biopsy');
    const lines = await tab.page.evaluate(() => {
      const inShadow = document.querySelector('div')?.shadowRoot?.querySelector('bedsideterm');
      return [document.querySelector('bedsideterm'), inShadow].map(
        (mark) => mark && getComputedStyle(mark).textDecorationStyle,
      );
    });
    expect(lines).toEqual(['dotted', 'dotted']);
    await mark?.click();
    await seeCard(tab, SHORT);
    expect(
      await tab.inCard((root) => {
        const card = root.querySelector('.card');
        return card && getComputedStyle(card).borderTopLeftRadius;
      }),
    ).toBe('12px');
    await openWhole(tab);
    await seeCard(tab, 'Less');
    await tab.close();
  });

  test('a page that breaks what scripts are built on: marked, explained, healed and restored', async () => {
    const tab = await open('/broken');
    await (await seeMark(tab, 'biopsy'))?.click();
    await seeCard(tab, SHORT);
    await openWhole(tab);
    await seeCard(tab, 'Less');
    await tab.page.keyboard.press('Escape');
    const healed = await tab.page.evaluate(async () => {
      const p = document.querySelector('#text');
      if (p?.firstChild) p.firstChild.nodeValue = 'Osteomyelitis it is.';
      await null;
      return p?.innerHTML;
    });
    expect(healed).toBe('Osteomyelitis it is.');
    await seeMark(tab, 'osteomyelitis');
    await tab.close();
  });

  test('a page that takes the name of the card gets no root of it and no internals', async () => {
    const tab = await openCard('/named');
    expect(await tab.page.evaluate('globalThis.got')).toEqual([null, null, null, null, null]);
    expect(await tab.page.$eval('bedside-card', (host) => host.shadowRoot)).toBeNull();
    await tab.close();
  });

  test('events that a page makes up open, keep and close nothing', async () => {
    const tab = await open('/health');
    await seeMark(tab, 'biopsy');
    const forge = () =>
      tab.page.evaluate(() => {
        const mark = document.querySelector('#p bedsideterm');
        const { left = 0, top = 0 } = mark?.getBoundingClientRect() ?? {};
        const at = { bubbles: true, composed: true, cancelable: true, clientX: left + 2, clientY: top + 2 };
        for (const target of [mark, mark?.parentElement, document, window, document.documentElement]) {
          for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup', 'pointerleave'])
            target?.dispatchEvent(new PointerEvent(type, { ...at, pointerType: 'mouse' }));
          for (const type of ['mouseover', 'mousemove', 'click'])
            target?.dispatchEvent(new MouseEvent(type, at));
          for (const key of ['Enter', 'Escape', 'N'])
            target?.dispatchEvent(new KeyboardEvent('keydown', { ...at, key, altKey: true, shiftKey: true }));
          for (const type of [
            'copy',
            'beforeprint',
            'beforeinput',
            'toggle',
            'scrollend',
            'pageshow',
            'focusin',
          ])
            target?.dispatchEvent(new Event(type, at));
        }
        for (const type of ['status', 'show', 'next-mark', 'mark-anyway', 'frame-count']) {
          postMessage({ type, mark: 1, frame: 0, count: 1, more: false }, '*');
          document.dispatchEvent(new CustomEvent(type, { detail: { mark: 1 } }));
        }
        document.dispatchEvent(new CustomEvent('wxt:content-script-started', { detail: {} }));
        const { chrome, browser } = globalThis as { chrome?: { runtime?: object }; browser?: object };
        return [typeof chrome?.runtime, typeof browser];
      });
    const marks = await marksOf(tab);
    expect(await forge()).toEqual(['undefined', 'undefined']);
    await wait(tab);
    expect(await tab.page.$('bedside-card')).toBeNull();
    expect(await marksOf(tab)).toEqual(marks);

    await (await seeMark(tab, 'biopsy'))?.click();
    await seeCard(tab, SHORT);
    await forge();
    await wait(tab);
    expect(await tab.page.$('bedside-card')).not.toBeNull();
    await tab.close();
  });

  test('marks that a page made up, before or after ours, open nothing and are no marks', async () => {
    const tab = await open('/forged');
    await seeMark(tab, 'osteoporosis');
    await tab.page.evaluate((html) => {
      document.body.insertAdjacentHTML('beforeend', html.replace('forged"', 'later"'));
      const alone = document.createElement('bedsideterm');
      alone.dataset.term = 'arthritis';
      alone.dataset.mark = '1';
      alone.textContent = 'alone';
      document.querySelector('#later')?.append(alone);
    }, FORGED);
    for (const id of ['forged', 'later']) {
      await tab.page.mouse.move(500, 700);
      await tab.page.locator(`#${id}`).hover();
      await tab.page.locator(`#${id}`).click();
      await wait(tab);
      expect(await tab.page.$('bedside-card')).toBeNull();
    }
    expect(await marksOf(tab)).not.toContain('forged');
    expect(await tab.page.$eval('#later', (p) => p.innerHTML)).toBe('A forged word.alone');
    await tab.close();
  });

  test('a page that takes the card away: none is shown, nothing breaks, the next is taken too', async () => {
    for (const path of ['/removes', '/removes-at-once']) {
      const tab = await open(path);
      for (let i = 0; i < 2; i++) {
        await (await seeMark(tab, 'biopsy'))?.click();
        await wait(tab);
        expect(await tab.page.$('bedside-card')).toBeNull();
        await tab.page.mouse.click(900, 780);
      }
      await tab.close();
    }
  });

  test('the styles of a page reach neither the card nor its place', async () => {
    const look = (tab: Tab) =>
      tab.inCard((root) => {
        const card = root.querySelector('.card');
        if (!card) return null;
        for (const animation of card.getAnimations()) animation.finish();
        const { left, top, width, height } = card.getBoundingClientRect();
        const { color, backgroundColor, opacity, display } = getComputedStyle(card);
        const host = getComputedStyle(root.host);
        return {
          ...{ left, top, width, height, color, backgroundColor, opacity, display },
          host: [host.opacity, host.transform, host.display, host.animationName, host.zoom],
        };
      });
    const plain = await openCard('/health');
    const expected = await look(plain);
    await plain.close();
    const tab = await openCard('/styled');
    expect(await look(tab)).toEqual(expected);
    await tab.close();
  });
});
