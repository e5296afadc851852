// The card as it is mounted, in plain browsers: the links to read on.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CardMount } from '../../src/card/mount.tsx';
import type { Explanation } from '../../src/glossary/lookup.ts';
import { browserMessages } from '../messages.ts';
import { BROWSERS, type Lab, startLab } from './lab.ts';

/** What the page has: the card's class, and what the card would have done. */
interface CardWindow {
  readonly Mount: typeof CardMount;
  readonly wanted: string[];
  readonly root: ShadowRoot;
}

const GASTRITIS: Explanation = {
  ...{ id: 'gastritis', term: 'gastritis', kind: 'condition', short: 'An inflamed stomach lining.' },
  ...{
    more: 'It hurts.',
    also: [],
    mixup: [],
    links: { short: [], more: [] },
    see: [{ id: 'ulcer', term: 'ulcer' }],
  },
};
const LONG: Explanation = { ...GASTRITIS, id: 'long', term: 'pneumonoultramicroscopic'.repeat(5) };

const LINKS = '[role="link"]';

/** The card's modules as one script that sets `Mount`. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'esnext',
      lib: {
        entry: fileURLToPath(new URL('../../src/card/mount.tsx', import.meta.url)),
        formats: ['iife'],
        name: 'card',
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('Vite built nothing.');
  return `${output.output[0].code}\nwindow.Mount = card.CardMount;`;
}

describe.each(BROWSERS)('the card in %s', (kind) => {
  let lab: Lab;
  let script: string;
  let messages: Readonly<Record<string, string>>;
  beforeAll(async () => {
    [lab, script, messages] = await Promise.all([startLab(kind), bundle(), browserMessages()]);
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  /** Opens the card of an entry, with all of it shown, beside the word of a page. */
  const show = async (entry: Explanation, page = '<p>A <b id="word">word</b>.</p>'): Promise<void> => {
    await lab.open(page);
    // A plain page has no messages of an extension.
    await lab.run((messages: Readonly<Record<string, string>>) => {
      const i18n = { getMessage: (name: string): string => messages[name] ?? '' };
      Object.assign(window, { chrome: { i18n } });
    }, messages);
    await lab.page.evaluate(script);
    await lab.run((entry: Explanation) => {
      const { Mount } = window as unknown as CardWindow;
      const wanted: string[] = [];
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) {
        const root = attach.call(this, init);
        Object.assign(window, { root, mode: init.mode });
        return root;
      };
      Object.assign(window, { wanted });
      const ids = [entry.id];
      const mount = new Mount(document, {
        edition: { version: '1.2.3', glossary: '2026-11-24' },
        send: ({ type }) => wanted.push(type),
        onReadOn: ({ id }, site) => wanted.push(`${id} on ${site}`),
        onSearch: (text, site) => wanted.push(`“${text}” on ${site}`),
      });
      mount.show(
        {
          ...{ kind: 'open', word: { mark: 1, ids }, pinned: true, focused: true, leaving: false },
          ...{
            next: null,
            more: true,
            known: null,
            trail: [{ ids, content: { kind: 'ready', entries: [entry] } }],
          },
        },
        document.querySelector('#word') as HTMLElement,
        { theme: 'system', textSize: 'normal' },
      );
    }, entry);
    // Its place is found in a promise.
    await lab.page.waitForFunction(() =>
      document.querySelector<HTMLElement>('bedside-card')?.style.getPropertyValue('--bedside-x'),
    );
  };
  const wanted = (): Promise<string[]> => lab.run(() => (window as unknown as CardWindow).wanted);
  /** The middle of the link of this number. */
  const place = (link: number): Promise<{ x: number; y: number }> =>
    lab.run(
      (links: string, link: number) => {
        const box = (window as unknown as CardWindow).root
          .querySelectorAll(links)
          [link]?.getBoundingClientRect();
        if (!box) throw new Error('no such link');
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      },
      LINKS,
      link,
    );

  test.each([GASTRITIS, LONG])('offers the searches by name: $id', async (entry) => {
    await show(entry);
    const links = await lab.run(
      (links: string) =>
        [...(window as unknown as CardWindow).root.querySelectorAll(links)].map((link) => [
          link.textContent,
          link.getAttribute('aria-label'),
        ]),
      LINKS,
    );
    expect(links).toEqual([
      ['Search MedlinePlus ↗', `Search MedlinePlus for ${entry.term} (opens a new tab)`],
      ['Search NHS ↗', `Search NHS for ${entry.term} (opens a new tab)`],
    ]);
  });

  test('has no address that a browser or a page’s rules could load before a press', async () => {
    await show(GASTRITIS);
    const found = await lab.run(() => {
      const { root } = window as unknown as CardWindow;
      return [root.innerHTML.includes('Search NHS'), root.querySelector('a, area, link, form') !== null];
    });
    expect(found).toEqual([true, false]);
    expect(await lab.run(() => (window as unknown as CardWindow).root.innerHTML)).not.toMatch(
      /\b(?:href|src|action|ping)=|https?:|\.gov|\.uk/,
    );
  });

  test('a press alone opens one: not pointing, not holding, not the focus', async () => {
    await show(GASTRITIS);
    const [medlineplus, nhs] = [await place(0), await place(1)];
    const { mouse } = lab.page;
    await mouse.move(medlineplus.x, medlineplus.y, { steps: 4 });
    await mouse.down();
    await mouse.move(5, 700, { steps: 4 });
    await mouse.up();
    await lab.run((links: string) => {
      for (const link of (window as unknown as CardWindow).root.querySelectorAll<HTMLElement>(links))
        link.focus();
    }, LINKS);
    expect(await wanted()).toEqual([]);
    await mouse.click(medlineplus.x, medlineplus.y);
    await mouse.click(nhs.x, nhs.y);
    expect(await wanted()).toEqual(['gastritis on medlineplus', 'gastritis on nhs']);
  });

  test('what a script presses stays shut', async () => {
    await show(GASTRITIS);
    await lab.run((links: string) => {
      const { root } = window as unknown as CardWindow;
      for (const link of root.querySelectorAll<HTMLElement>(links)) {
        link.click();
        for (const bubbles of [true, false])
          link.dispatchEvent(new PointerEvent('click', { bubbles, composed: true, cancelable: true }));
      }
      document.querySelector<HTMLElement>('bedside-card')?.click();
    }, LINKS);
    expect(await wanted()).toEqual([]);
  });

  test('Tab reaches them, the focus shows, Enter opens', async () => {
    await show(GASTRITIS);
    const focused = (): Promise<string[]> =>
      lab.run(() => {
        const at = (window as unknown as CardWindow).root.activeElement;
        const { outlineStyle, outlineWidth } = at ? getComputedStyle(at) : new CSSStyleDeclaration();
        return [at?.textContent ?? '', outlineStyle, outlineWidth];
      });
    for (let presses = 0; presses < 6 && !(await focused())[0]?.startsWith('Search'); presses++)
      await lab.page.keyboard.press('Tab');
    expect(await focused()).toEqual(['Search MedlinePlus ↗', 'solid', '2px']);
    await lab.page.keyboard.press('Enter');
    await lab.page.keyboard.press('Tab');
    expect(await focused()).toEqual(['Search NHS ↗', 'solid', '2px']);
    await lab.page.keyboard.press('Enter');
    expect(await wanted()).toEqual(['gastritis on medlineplus', 'gastritis on nhs']);
  });

  test.each([
    ['wide', 1000, '<p>A <b id="word">word</b>.</p>'],
    ['narrow', 320, '<p>A <b id="word">word</b>.</p>'],
    [
      'from right to left',
      320,
      '<html dir="rtl" lang="ar"><body><p>A <b id="word">word</b>.</p></body></html>',
    ],
  ])('%s: as tall as the other links, within the card and the window', async (_name, width, page) => {
    await lab.page.setViewport({ width, height: 800 });
    for (const entry of [GASTRITIS, LONG]) {
      await show(entry, page);
      const boxes = await lab.run((links: string) => {
        const { root } = window as unknown as CardWindow;
        const boxOf = (element: Element | null | undefined): DOMRect =>
          element?.getBoundingClientRect() ?? new DOMRect();
        const card = root.querySelector('.card');
        const inner = boxOf(card);
        const other = boxOf(root.querySelector('.links .link'));
        const found = [...root.querySelectorAll(links)].map(boxOf);
        return {
          heights: found.map(({ height }) => height >= Math.max(24, other.height)),
          within: found.every(({ left, right }) => left >= inner.left && right <= inner.right),
          inWindow: inner.left >= 0 && inner.right <= innerWidth,
          scrolls: (card?.scrollWidth ?? 1) > (card?.clientWidth ?? 0),
        };
      }, LINKS);
      expect(boxes).toEqual({ heights: [true, true], within: true, inWindow: true, scrolls: false });
    }
    await lab.page.setViewport({ width: 1000, height: 800 });
  });
});
