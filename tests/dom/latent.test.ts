// Text that is hidden at first: nothing of it is marked until it is shown, in whatever way a page shows it, and then all of it is.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { LATE, markedByCase, pageOf, tree } from './cases.ts';
import { BROWSERS, type Lab, startLab } from './lab.ts';

/** What is marked before and after something is shown. */
type Showing = readonly [name: string, html: string, before: readonly string[], after: readonly string[]];

const EDEMA = 'The bone <b>marrow</b> edema.';
const ONE = ['bone marrow edema'];

/** A button that does something to the `.panel` beside it. */
const button = (does: string): string =>
  `<button class="show" onclick="const panel = this.parentElement.querySelector('.panel'); ${does}">Show</button>`;

const STYLES = `<style>.off, .box:not(:checked) ~ .panel, .a:not(:checked) ~ .of-a, .b:not(:checked) ~ .of-b, .far:not(:target) { display: none }
  .faint { visibility: hidden } .flat { content-visibility: hidden }</style>`;

/** Each is shown by a press on its `.show`; a modal dialog comes last, for it covers the rest. */
const PRESSED: readonly Showing[] = [
  ['details', `<details><summary class="show">More</summary>${EDEMA}</details>`, [], ONE],
  [
    'open details in details',
    `<details><summary class="show">More</summary><details open><summary>Yet more</summary><p>${EDEMA}</p></details></details>`,
    [],
    ONE,
  ],
  [
    'one of the details of a name',
    `<details name="x" open><summary>First</summary><p>The MRI.</p></details><details name="x"><summary class="show">Second</summary><p>${EDEMA}</p></details>`,
    ['MRI'],
    ['MRI', ...ONE],
  ],
  ['a class', `${button(`panel.className = ''`)}<p class="panel off">${EDEMA}</p>`, [], ONE],
  [
    'a class further out',
    `${button(`panel.className = ''`)}<div class="panel off"><div><p>${EDEMA}</p></div><p>The MRI.</p></div>`,
    [],
    [...ONE, 'MRI'],
  ],
  ['the attribute hidden', `${button('panel.hidden = false')}<p class="panel" hidden>${EDEMA}</p>`, [], ONE],
  [
    'hidden until found',
    `${button(`panel.removeAttribute('hidden')`)}<div class="panel" hidden="until-found"><p>${EDEMA}</p></div>`,
    [],
    ONE,
  ],
  [
    'aria-hidden and a style',
    `${button(`panel.style.display = ''; panel.setAttribute('aria-hidden', 'false')`)}<p class="panel" aria-hidden="true" style="display: none">${EDEMA}</p>`,
    [],
    ONE,
  ],
  [
    'an inline style',
    `${button(`panel.style.display = 'block'`)}<p class="panel" style="display: none">${EDEMA}</p>`,
    [],
    ONE,
  ],
  ['visibility', `${button(`panel.className = ''`)}<p class="panel faint">${EDEMA}</p>`, [], ONE],
  [
    'content-visibility',
    `${button(`panel.className = ''`)}<div class="panel flat"><p>${EDEMA}</p></div>`,
    [],
    ONE,
  ],
  [
    'a checked box',
    `<input type="checkbox" class="box" id="box"><label class="show" for="box">More</label><div class="panel"><p>${EDEMA}</p></div>`,
    [],
    ONE,
  ],
  [
    'tabs of radio buttons',
    `<input type="radio" name="t" class="a" checked><input type="radio" name="t" class="b" id="b"><label class="show" for="b">B</label>
    <p class="of-a">The MRI.</p><p class="of-b">${EDEMA}</p>`,
    ['MRI'],
    ['MRI', ...ONE],
  ],
  [
    'the target of a link',
    `<a class="show" href="#far">More</a><p class="far" id="far">${EDEMA}</p>`,
    [],
    ONE,
  ],
  [
    'the rest of a line',
    `${button(`panel.className = ''`)}<p>The MRI, the bone<span class="panel off"> marrow edema</span>.</p>`,
    ['MRI'],
    ['MRI', ...ONE],
  ],
  [
    'some time after the press',
    `${button(`setTimeout(() => (panel.className = ''), 400)`)}<p class="panel off">${EDEMA}</p>`,
    [],
    ONE,
  ],
  ['a dialog', `${button('panel.show()')}<dialog class="panel"><p>${EDEMA}</p></dialog>`, [], ONE],
  [
    'a popover',
    `<button class="show" popovertarget="pop">Show</button><div id="pop" popover="manual"><p>${EDEMA}</p></div>`,
    [],
    ONE,
  ],
  ['a modal dialog', `${button('panel.showModal()')}<dialog class="panel"><p>${EDEMA}</p></dialog>`, [], ONE],
];

/** A script that does something to the `.panel` beside it, a while after the page has loaded. */
const timer = (does: string): string =>
  `<script>{ const panel = document.currentScript.parentElement.querySelector('.panel'); addEventListener('load', () => setTimeout(() => { ${does} }, 600)) }</script>`;

const TIMED: readonly Showing[] = [
  ['a class', `<p class="panel off">The edema.</p>${timer(`panel.className = ''`)}`, [], ['edema']],
  [
    'the attribute hidden',
    `<p class="panel" hidden>The edema.</p>${timer('panel.hidden = false')}`,
    [],
    ['edema'],
  ],
  [
    'visibility',
    `<p class="panel" style="visibility: hidden">The edema.</p>${timer(`panel.style = ''`)}`,
    [],
    ['edema'],
  ],
  [
    'a style sheet that goes',
    `<style class="panel">i { display: none }</style><i>The edema.</i>${timer('panel.remove()')}`,
    [],
    ['edema'],
  ],
];

/** Without timers what is hidden is not looked at again now and then: only what is heard counts. */
const NO_TIMERS =
  '<script>const soon = window.setTimeout; window.setTimeout = (run, ms = 0) => (ms > 0 ? 0 : soon(run))</script>';

/** Each is shown by what a script does to its host or in the tree. */
const IN_TREES: readonly (readonly [name: string, html: string, show: (host: Element) => void])[] = [
  [
    'a panel in a tree',
    `<div class="host">${tree('<p style="display: none">The edema.</p>')}</div>`,
    (host) => host.shadowRoot?.querySelector('p')?.removeAttribute('style'),
  ],
  [
    'text directly in the tree of a hidden host',
    `<div class="host" style="display: none">${tree('The edema.')}</div>`,
    (host) => host.removeAttribute('style'),
  ],
  [
    'an element that a slot takes only now',
    `<div class="host">${tree('<slot name="a"></slot>')}<p slot="b">The edema.</p></div>`,
    (host) => host.shadowRoot?.querySelector('slot')?.setAttribute('name', 'b'),
  ],
  [
    'an element in a hidden slot',
    `<div class="host">${tree('<div style="display: none"><slot></slot></div>')}<p>The edema.</p></div>`,
    (host) => host.shadowRoot?.querySelector('div')?.removeAttribute('style'),
  ],
  [
    'the text of a slot that is emptied',
    `<div class="host">${tree('<slot>The edema.</slot>')}<p>Nothing.</p></div>`,
    (host) => host.querySelector('p')?.remove(),
  ],
];

describe.each(BROWSERS)('hidden text in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  const byCase = (): Promise<Record<string, string[]>> => lab.run((list) => list(), markedByCase);
  /** Opens a page and marks what it shows; what is marked. */
  const begin = async (html: string, always = true): Promise<Record<string, string[]>> => {
    // Where the last page left the pointer, something may show by it.
    await lab.page.mouse.move(990, 790);
    await lab.open(`${STYLES}${html}`);
    return lab.run(
      async (list, choice) => {
        const reader = window.lab.readerOf({ always: choice });
        reader.start();
        await reader.finish();
        return list();
      },
      markedByCase,
      always,
    );
  };

  describe('shown by a press', () => {
    let first: Record<string, string[]>;
    beforeAll(async () => {
      first = await begin(pageOf(PRESSED));
      for (const [name] of PRESSED) await lab.page.click(`[data-case="${name}"] .show`);
    });
    test.each(PRESSED)('%s', async (name, _html, before, after) => {
      expect(first[name]).toEqual(before);
      await expect.poll(async () => (await byCase())[name], LATE).toEqual(after);
    });
  });

  describe('shown by a timer', () => {
    let first: Record<string, string[]>;
    beforeAll(async () => {
      first = await begin(pageOf(TIMED));
    });
    test.each(TIMED)('%s', async (name, _html, before, after) => {
      expect(first[name]).toEqual(before);
      await expect.poll(async () => (await byCase())[name], LATE).toEqual(after);
    });
  });

  test.each(IN_TREES)('shown in a shadow tree: %s', async (_name, html, show) => {
    expect(await begin(html)).toEqual({ '': [] });
    await lab.run((how) => {
      const host = document.querySelector('.host');
      if (host) how(host);
    }, show);
    await expect.poll(byCase, LATE).toEqual({ '': ['edema'] });
  });

  test('shown by the pointer over something, without a script', async () => {
    const style = '<style>#menu p { display: none } #menu:hover p { display: block }</style>';
    expect(await begin(`${NO_TIMERS}${style}<div id="menu">Menu<p>The edema.</p></div>`)).toEqual({ '': [] });
    await lab.page.hover('#menu');
    await expect.poll(byCase, LATE).toEqual({ '': ['edema'] });
  });

  test('shown by the focus in something, without a script', async () => {
    const style = '<style>p { display: none } input:focus ~ p { display: block }</style>';
    expect(await begin(`${NO_TIMERS}${style}<input id="field"><p>The edema.</p>`)).toEqual({ '': [] });
    await lab.page.focus('#field');
    await expect.poll(byCase, LATE).toEqual({ '': ['edema'] });
  });

  test('what is hidden again keeps its marks', async () => {
    expect(await begin('<p id="a">The edema.</p><p hidden>The MRI.</p>')).toEqual({ '': ['edema'] });
    await lab.run(() => {
      document.querySelector('#a')?.setAttribute('hidden', '');
      document.body.append('A biopsy.');
    });
    await expect.poll(byCase, LATE).toEqual({ '': ['edema', 'biopsy'] });
  });

  test('what is hidden again keeps its marks when the page goes to another address and is read anew', async () => {
    expect(await begin('<p id="a">The edema.</p><p>The MRI.</p>')).toEqual({ '': ['edema', 'MRI'] });
    await lab.run(() => {
      document.querySelector<HTMLElement>('#a')?.style.setProperty('display', 'none');
      location.hash = 'elsewhere';
      document.body.append('A biopsy.');
    });
    await expect.poll(byCase, LATE).toEqual({ '': ['edema', 'MRI', 'biopsy'] });
  });

  test('what is written and added while it is hidden', async () => {
    expect(
      await begin('<div id="panel" style="display: none"><p>Nothing yet.</p></div><p>The MRI.</p>'),
    ).toEqual({ '': ['MRI'] });
    const unseen = await lab.run(async (list) => {
      const text = document.querySelector('#panel p')?.firstChild;
      if (text) text.nodeValue = 'The edema.';
      document.querySelector('#panel')?.insertAdjacentHTML('beforeend', '<p>A biopsy.</p>');
      await window.lab.idle();
      return list();
    }, markedByCase);
    expect(unseen).toEqual({ '': ['MRI'] });
    await lab.run(() => document.querySelector('#panel')?.removeAttribute('style'));
    await expect.poll(byCase, LATE).toEqual({ '': ['edema', 'biopsy', 'MRI'] });
  });

  test('a page that hides all of itself until it is ready is judged when it shows', async () => {
    const page = `<div id="page" style="display: none"><p>Osteoporosis is a disease of the bones. The doctor gave the patient a bisphosphonate for the pain.</p></div>`;
    expect(await begin(page, false)).toEqual({ '': [] });
    await lab.run(() => document.querySelector('#page')?.removeAttribute('style'));
    await expect.poll(byCase, LATE).toEqual({ '': ['Osteoporosis', 'bisphosphonate'] });
  });
});
