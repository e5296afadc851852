// Pages that spy: what can be learned of an open card, and of Bedside itself where there are no health words, is nothing but what docs/ARCHITECTURE.md says.
import { describe, expect, test } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import { healthPage, KINDS, noCard, OTHER_PAGE, seeCard, seeMark, useBedside } from './harness.ts';

/** Everything that a page can hear or see of a change to itself is written down. */
const LISTENS = `<script>
  const heard = globalThis.heard = [];
  new MutationObserver((records) => heard.push(...records.map(({ type, target }) => type + ' ' + target.nodeName)))
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) { heard.push('dispatched ' + event.type); return dispatchEvent.call(this, event); };
  for (const name of ['message', 'focusin', 'selectionchange', 'scroll', 'resize', 'error', 'securitypolicyviolation'])
    addEventListener(name, () => heard.push('event ' + name), true);
</script>`;

const PAGES = {
  '/health': healthPage('<p id="p">A biopsy was planned.</p>'),
  '/other-named': OTHER_PAGE.replace(
    '</body>',
    '<p id="named">A <bedsideterm>word</bedsideterm> <bedside-card></bedside-card></p></body>',
  ),
  '/other': OTHER_PAGE.replace('<head>', `<head>${LISTENS}`),
};

const wait = (tab: Tab, ms: number) =>
  tab.page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), ms);

describe.each(KINDS)('spying pages in %s', (kind) => {
  const { open } = useBedside(kind, PAGES);
  const SHORT = 'biopsy';

  test('a page that looks for the card’s text by every way there is finds its host and no more', async () => {
    const tab = await open('/health');
    // Firefox hands out nodes of closed trees by some ways of its own, as docs/ARCHITECTURE.md says.
    const inFirefox = kind === 'firefox';
    await tab.page.evaluate((firefox) => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const keys = [
        'target',
        'relatedTarget',
        ...(firefox ? [] : ['explicitOriginalTarget', 'originalTarget']),
      ];
      const note = (what: unknown, where = 'node'): void => {
        if (what instanceof Node && what.getRootNode() instanceof ShadowRoot)
          seen.push(`${where}: ${what.nodeName}`);
      };
      for (const type of [
        'pointerdown',
        'pointermove',
        'click',
        'selectstart',
        'focusin',
        'copy',
        'contextmenu',
      ])
        addEventListener(
          type,
          (event) => {
            for (const target of event.composedPath()) note(target, `${type} path`);
            for (const key of keys)
              note((event as unknown as Record<string, unknown>)[key], `${type} ${key}`);
          },
          true,
        );
      new MutationObserver((records) => {
        for (const { target, addedNodes } of records)
          for (const node of [target, ...addedNodes]) note(node, 'record');
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    }, inFirefox);
    await (await seeMark(tab, 'biopsy'))?.click();
    await seeCard(tab, SHORT);
    const line = await tab.inCard((root) => {
      const short = root.querySelector('.short');
      const { left = 0, top = 0 } = short?.getBoundingClientRect() ?? {};
      return { left, top, text: short?.textContent ?? '' };
    });
    if (!line) throw new Error('no card');
    const { mouse, keyboard } = tab.page;
    await mouse.move(line.left + 4, line.top + 8);
    await mouse.down();
    await mouse.move(line.left + 150, line.top + 8, { steps: 4 });
    await mouse.up();
    await keyboard.down('Control');
    await keyboard.press('c');
    await keyboard.up('Control');
    const found = await tab.page.evaluate(
      ({ left, top, text, inFirefox }) => {
        const host = document.querySelector<HTMLElement>('bedside-card');
        const selection = getSelection();
        const x = left + 20;
        const y = top + 8;
        const attempt = (get: () => unknown): unknown => {
          try {
            return get();
          } catch {
            return 'refused';
          }
        };
        const isInside = (node: unknown): boolean =>
          node instanceof Node && node.getRootNode() instanceof ShadowRoot;
        const nodes = [
          ...document.elementsFromPoint(x, y),
          document.activeElement,
          ...(inFirefox
            ? []
            : [
                attempt(() => document.caretPositionFromPoint(x, y)?.offsetNode),
                selection?.anchorNode,
                selection?.focusNode,
                attempt(() => selection?.getRangeAt(0).commonAncestorContainer),
              ]),
          attempt(() => selection?.getComposedRanges?.({ shadowRoots: [] })[0]?.startContainer),
          ...document.getAnimations().map(({ effect }) => (effect as KeyframeEffect).target),
          ...performance.getEntries().map((entry) => (entry as { target?: unknown }).target),
        ];
        const texts = [
          selection?.toString(),
          host?.innerText,
          host?.textContent,
          host?.outerHTML,
          document.documentElement.innerText,
          document.documentElement.textContent,
          attempt(() => host?.getHTML({ serializableShadowRoots: true, shadowRoots: [] })),
        ];
        const piece = text.slice(0, 12);
        return {
          root: host?.shadowRoot,
          internals: attempt(() => host?.attachInternals()),
          inside: nodes.flatMap((node, i) => (isInside(node) ? i : [])),
          texts: texts.filter((got) => typeof got === 'string' && got.includes(piece)),
          seen: (window as unknown as { seen: string[] }).seen,
        };
      },
      { ...line, inFirefox },
    );
    expect(found).toEqual({ root: null, internals: 'refused', inside: [], texts: [], seen: [] });
    await tab.page.keyboard.press('Escape');
    await noCard(tab);
    await tab.close();
  });

  test('a page without health words hears nothing', async () => {
    const tab = await open('/other');
    await wait(tab, 1500);
    await tab.page.mouse.move(100, 100);
    await tab.page.mouse.move(120, 110);
    const got = await tab.page.evaluate(() => {
      const { heard } = globalThis as unknown as { heard: string[] };
      // What the parser itself adds while the page loads.
      return {
        heard: heard.filter((what) => !/^childList (?:HTML|HEAD|BODY|TITLE|H1|P)$/.test(what)),
        sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
        requests: performance.getEntriesByType('resource').filter(({ name }) => !/^http/.test(name)).length,
        named: document.documentElement.outerHTML.includes('bedside'),
      };
    });
    expect(got).toEqual({ heard: [], sheets: [0, 0], requests: 0, named: false });
    await tab.close();
  });

  test('a page without health words cannot tell by elements of our names', async () => {
    const tab = await open('/other');
    const got = await tab.page.evaluate(async () => {
      const [mark, card, plain] = ['bedsideterm', 'bedside-card', 'plainterm'].map((name) => {
        const element = document.createElement(name);
        element.append('word');
        return document.body.appendChild(element);
      });
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const look = (element?: Element) =>
        element && [getComputedStyle(element).textDecorationLine, getComputedStyle(element).pointerEvents];
      return { mark: look(mark), plain: look(plain), there: [mark?.isConnected, card?.isConnected] };
    });
    expect(got).toEqual({ mark: got.plain, plain: got.plain, there: [true, true] });
    await tab.close();
  });

  test('a page without health words that has elements of our names from the start keeps them', async () => {
    const tab = await open('/other-named');
    await wait(tab, 1000);
    expect(await tab.page.$eval('#named', (p) => p.innerHTML)).toBe(
      'A <bedsideterm>word</bedsideterm> <bedside-card></bedside-card>',
    );
    await tab.close();
  });
});
