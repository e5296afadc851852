// Shadow trees in the built extension, closed ones above all, which content scripts alone can look into.
import { describe, expect, test } from 'vitest';
import { type Tab, until } from '../../tools/browsers/browser.ts';
import {
  healthPage,
  KINDS,
  noCard,
  pressInPopup,
  seeCard,
  seeMark,
  seePopup,
  useBedside,
} from './harness.ts';

/** Trees with the same line of text, each in a section of its own. The page keeps their roots, by name, in `trees`. */
const TREES = [
  'open div',
  'closed div',
  'open element',
  'closed element',
  'closed in open',
  'closed three deep',
];

const SCRIPT = `<script>
  const trees = {};
  const LINE = '<p>Then came a <b>bio</b>psy.</p>';
  const grow = (host, mode, html) => { const root = host.attachShadow({ mode }); root.innerHTML = html; return root; };
  const element = (name, mode) => customElements.define(name, class extends HTMLElement {
    #internals = this.attachInternals();
    connectedCallback() { trees[this.dataset.name] ??= grow(this, mode, LINE); }
  });
  const host = (name) => document.querySelector('[data-name="' + name + '"]');
</script>`;

const PAGE = healthPage(
  `${SCRIPT}${TREES.map((name) => {
    const tag = name.endsWith('element') ? `x-${name.split(' ')[0]}` : 'div';
    return `<h2>A section</h2><${tag} data-name="${name}"></${tag}>`;
  }).join('')}
  <script>
    trees['open div'] = grow(host('open div'), 'open', LINE);
    trees['closed div'] = grow(host('closed div'), 'closed', LINE);
    element('x-open', 'open');
    element('x-closed', 'closed');
    trees['closed in open'] = grow(grow(host('closed in open'), 'open', '<div></div>').firstChild, 'closed', LINE);
    trees['closed three deep'] = grow(grow(grow(host('closed three deep'), 'closed', '<div></div>').firstChild, 'closed', '<div></div>').firstChild, 'closed', LINE);
    for (const root of Object.values(trees)) { const own = new CSSStyleSheet(); root.adoptedStyleSheets = [own]; root.own = own; }
    const nodes = (root) => { const all = []; for (const walker = document.createTreeWalker(root); walker.nextNode(); ) all.push(walker.currentNode); return all; };
    const before = Object.values(trees).map((root) => [root, root.innerHTML, nodes(root)]);
    const isAsBefore = () => before.every(([root, html, all]) => root.innerHTML === html
      && nodes(root).every((node, i) => node === all[i]) && root.adoptedStyleSheets.length === 1 && root.adoptedStyleSheets[0] === root.own);
  </script>`,
);

const LATE = healthPage(
  `${SCRIPT}<x-late data-name="defined later"></x-late><div data-name="given a tree later"></div>
  <div data-name="given a tree by a press"></div><button id="press">Show</button><h2>More</h2><div data-name="filled later"></div>
  <script>
    trees['filled later'] = grow(host('filled later'), 'closed', '');
    press.onclick = () => { trees['given a tree by a press'] = grow(host('given a tree by a press'), 'closed', '<h2>Press</h2>' + LINE); };
    setTimeout(() => {
      element('x-late', 'closed');
      trees['given a tree later'] = grow(host('given a tree later'), 'closed', '<h2>Later</h2>' + LINE);
      trees['filled later'].innerHTML = '<h2>Filled</h2>' + LINE;
    }, 1000);
  </script>`,
);

const IN_DIALOG = healthPage(
  `${SCRIPT}<div data-name="dialog"></div><script>
    trees.dialog = grow(host('dialog'), 'closed', '<dialog>' + LINE + '</dialog>');
    trees.dialog.firstChild.showModal();
  </script>`,
);

/** Where the parts of the marks in a tree are, in the window. */
const marksIn = (tab: Tab, name: string): Promise<{ text: string; x: number; y: number }[]> =>
  tab.page.evaluate(
    `[...(trees[${JSON.stringify(name)}]?.querySelectorAll('bedsideterm') ?? [])].map((mark) => {
      const { left, top, width, height } = mark.getBoundingClientRect();
      return { text: mark.textContent, x: left + width / 2, y: top + height / 2 };
    })`,
  ) as never;

/** Waits for the mark in a tree, and scrolls there. */
const seeIn = async (tab: Tab, name: string): Promise<{ text: string; x: number; y: number }> => {
  await until(`a mark in the tree "${name}"`, async () => (await marksIn(tab, name)).length > 0);
  await tab.page.evaluate(
    `trees[${JSON.stringify(name)}].querySelector('p').scrollIntoView({ block: 'center' })`,
  );
  const marks = await marksIn(tab, name);
  expect(marks.map(({ text }) => text)).toEqual(['bio', 'psy']);
  return marks[1] as (typeof marks)[1];
};

describe.each(KINDS)('shadow trees in %s', (kind) => {
  const { open } = useBedside(kind, { '/trees': PAGE, '/late': LATE, '/dialog': IN_DIALOG });

  test('words in trees of every kind are marked, and their cards open by pointing and by a press', async () => {
    const tab = await open('/trees');
    for (const name of TREES) {
      const { x, y } = await seeIn(tab, name);
      await tab.page.mouse.move(x, y);
      await seeCard(tab, 'biopsy');
      await tab.page.mouse.move(5, 790);
      await noCard(tab);
      await tab.page.mouse.click(x, y);
      await seeCard(tab, 'biopsy');
      await tab.page.keyboard.press('Escape');
      await noCard(tab);
    }
    await tab.close();
  });

  test('marks there are underlined', async () => {
    const tab = await open('/trees');
    for (const name of TREES) {
      await seeIn(tab, name);
      const looks = `getComputedStyle(trees[${JSON.stringify(name)}].querySelector('bedsideterm'))`;
      expect(await tab.page.evaluate(`${looks}.textDecorationLine + ' ' + ${looks}.display`)).toBe(
        'underline inline',
      );
    }
    await tab.close();
  });

  test('trees that come later, and text that comes later', async () => {
    const tab = await open('/late');
    await seeMark(tab, 'osteoporosis');
    await tab.page.click('#press');
    for (const name of ['given a tree by a press', 'defined later', 'given a tree later', 'filled later'])
      await seeIn(tab, name);
    await tab.close();
  });

  test('the popup lists and shows them; off leaves the very nodes and sheets', async () => {
    const tab = await open('/trees');
    for (const name of TREES) await seeIn(tab, name);
    const popup = await tab.openPopup();
    await seePopup(popup, 'biopsy');
    await tab.page.evaluate('scrollTo(0, 0)');
    await pressInPopup(popup, 'biopsy');
    await seeCard(tab, 'biopsy');
    const again = await tab.openPopup();
    await seePopup(again, 'words on this page');
    expect(await tab.page.evaluate('isAsBefore()')).toBe(false);
    await pressInPopup(again, 'On all sites');
    await seePopup(again, 'Bedside is off');
    await until('the trees as they were', () => tab.page.evaluate('isAsBefore()') as Promise<boolean>);
    await noCard(tab);
    await pressInPopup(again, 'Switch on');
    await seePopup(again, 'words on this page');
    await again.close();
    await tab.page.bringToFront();
    for (const name of TREES) await seeIn(tab, name);
    await tab.close();
  });

  test('in a modal dialog of a closed tree the card opens in the dialog', async () => {
    const tab = await open('/dialog');
    const { x, y } = await seeIn(tab, 'dialog');
    await tab.page.mouse.click(x, y);
    await until(
      'the card in the dialog',
      () =>
        tab.page.evaluate(
          `trees.dialog.querySelector('dialog > bedside-card:popover-open') !== null`,
        ) as Promise<boolean>,
    );
    await tab.close();
  });
});
