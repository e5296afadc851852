// Whatever is edited on a marked page - in the editors people meet, or in a page's own elements - is typed, undone, copied and sent as without Bedside.
import { describe, expect, test } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import { scriptOf } from '../editors/bundle.ts';
import { DESIGN, editorPage, FIELDS, OWN, WAY_NAMES } from '../editors/editor-pages.ts';
import { clickOn, control, LAST, paste, pointAt, pointNowhere, useTwins } from '../editors/twins.ts';
import { healthPage, KINDS, seeMark } from './harness.ts';

const EDITORS = ['codemirror', 'tiptap', 'quill', 'lexical'] as const;

const PAGES = {
  '/sent': healthPage(LAST),
  '/own': OWN,
  '/design': DESIGN,
  '/fields': FIELDS,
  ...Object.fromEntries(
    await Promise.all(
      EDITORS.map(async (name) => [`/${name}`, editorPage(await scriptOf(`${name}.ts`))] as const),
    ),
  ),
};

const inPage = <T>(tab: Tab, code: string): Promise<T> => tab.page.evaluate(code) as Promise<T>;

/** An editor's document as the editor knows it. */
const modelOf = (tab: Tab, which: 'main' | 'reader' | 'late'): Promise<string> =>
  inPage(tab, `JSON.stringify(editors.${which}.model())`);

/** Has the page write something elsewhere; once that is marked, all that was written before has been looked at. */
async function letItBeRead(tab: Tab): Promise<void> {
  const marked = await inPage<boolean>(tab, 'document.querySelector("#last bedsideterm") !== null');
  await inPage(tab, 'document.querySelector("#other").firstChild.data = "Then osteonecrosis."');
  if (marked) await seeMark(tab, 'osteonecrosis');
}

/** Editors hear of a moved selection a moment later. */
const selectionIsHeard = (tab: Tab) =>
  tab.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

/** Has the form submitted, and returns what the site was sent. */
async function sentBy(tab: Tab, submit: () => Promise<unknown>): Promise<string | null> {
  await Promise.all([tab.page.waitForNavigation(), submit()]);
  return new URL(tab.page.url()).searchParams.get('sent');
}

/** Submits by a script: Firefox submits nothing in design mode. */
const submitted = (tab: Tab) =>
  sentBy(tab, () => inPage(tab, 'document.designMode = "off"; form.requestSubmit()'));

/** Puts the caret into a word of a paragraph. */
async function caretIn(tab: Tab, selector: string, word: string, count = 1): Promise<void> {
  const { x, y } = await pointAt(tab, selector, word);
  await tab.page.mouse.click(x, y, { count });
}

describe.each(KINDS)('editing in %s', (kind) => {
  const { same } = useTwins(kind, PAGES);

  test.each(EDITORS)('%s', async (name) => {
    const { main, read, late, cameIn, sent } = await same(`/${name}`, async (tab) => {
      const { keyboard } = tab.page;
      const readOnly = await tab.page.$eval('#reader', (root) => root.innerHTML);

      await inPage(tab, 'editors.main.focusEnd()');
      await keyboard.type(' of arthritis');
      await keyboard.press('Enter');
      await keyboard.type('hepatitis');
      const typed = await modelOf(tab, 'main');
      await control(tab, 'z');
      const undone = await modelOf(tab, 'main');
      await control(tab, 'Z');
      const redone = await modelOf(tab, 'main');
      await control(tab, 'a');
      await selectionIsHeard(tab);
      await control(tab, 'c');
      await control(tab, 'End');
      await selectionIsHeard(tab);
      const pasted = [await paste(tab), await modelOf(tab, 'main')];

      await inPage(tab, 'editors.reader.setEditable(true)');
      await inPage(tab, 'editors.reader.focusEnd()');
      await keyboard.type(' or edema');
      const opened = await modelOf(tab, 'reader');

      await tab.page.click('#edit');
      await inPage(tab, 'editors.late.focusEnd()');
      await keyboard.type(' or edema');
      const over = await modelOf(tab, 'late');

      await letItBeRead(tab);
      return {
        main: { typed, undone, redone, pasted, rested: await modelOf(tab, 'main') },
        read: { readOnly, opened, rested: await modelOf(tab, 'reader') },
        late: { over, rested: await modelOf(tab, 'late') },
        cameIn: await inPage(tab, 'cameIn'),
        sent: await sentBy(tab, () => tab.page.click('#send')),
      };
    });
    expect(main.typed).toContain('osteoporosis of arthritis');
    expect(main.undone).not.toBe(main.typed);
    expect(main.redone).toBe(main.typed);
    expect(JSON.stringify(main.pasted)).toContain('osteoporosis of arthritis');
    expect(read.readOnly).toContain('arthritis');
    expect(read.opened).toContain('arthritis or edema');
    expect(late.over).toContain('or edema');
    expect(cameIn).toBe(0);
    expect(sent?.match(/hepatitis/g)?.length).toBeGreaterThanOrEqual(3);
    expect(sent?.match(/ or edema/g)).toHaveLength(2);
  });

  test('marked paragraphs made editable', async () => {
    const { ways, sent } = await same('/own', async (tab) => {
      const came: Record<string, { marks: number; held: string[] }> = {};
      for (const way of WAY_NAMES) {
        await tab.page.click(`#edit-${way}`);
        const marks = await tab.page.$$eval(`#${way} bedsideterm`, (found) => found.length);
        await caretIn(tab, `#${way}`, 'marrow');
        await tab.page.keyboard.type('xy');
        came[way] = { marks, held: await inPage<string[]>(tab, 'held.splice(0)') };
      }
      return { ways: came, sent: await submitted(tab) };
    });
    for (const [way, { marks, held }] of Object.entries(ways)) {
      expect(marks, way).toBe(0);
      expect(held.at(-1), way).toMatch(/^input: .*They found bone m.*xy.* edema and <b>/);
    }
    expect(sent?.match(/xy/g)).toHaveLength(WAY_NAMES.length);
  });

  test('a marked page put in design mode', async () => {
    const { held, sent } = await same('/design', async (tab) => {
      await tab.page.click('#edit');
      await caretIn(tab, '#post', 'marrow');
      await tab.page.keyboard.type('xy');
      await tab.page.keyboard.press('Backspace');
      return { held: await inPage<string[]>(tab, 'held'), sent: await submitted(tab) };
    });
    expect(held).toHaveLength(3);
    expect(sent).toMatch(/They found bone m.*x.* edema and <b>/);
  });

  test.each([
    ['/own', '#edit-attribute', '#attribute'],
    ['/design', '#edit', '#post'],
  ])('a command of the toolbar, first of all, on %s', async (page, edit, post) => {
    const held = await same(page, async (tab) => {
      await tab.page.click(edit);
      await caretIn(tab, post, 'marrow', 2);
      await tab.page.click('#bold');
      return inPage<string[]>(tab, 'held');
    });
    expect(held.at(-1)).toMatch(/^bold: .*bone <b>marrow<\/b> edema/);
  });

  test('editing done, the text is what was written', async () => {
    const text = await same('/own', async (tab) => {
      await tab.page.click('#edit-property');
      await clickOn(tab, '#property', 'early');
      await tab.page.keyboard.press('Home');
      await tab.page.keyboard.type('Arthritis? ');
      await tab.page.click('#done');
      return tab.page.$eval('#property', (section) => section.textContent);
    });
    expect(text).toBe('Arthritis? They found bone marrow edema and osteomyelitis early.');
  });

  test('fields, and a frame in design mode', async () => {
    const values = await same('/fields', async (tab) => {
      for (const field of ['input', 'textarea']) {
        await tab.page.focus(field);
        await tab.page.keyboard.press('End');
        await tab.page.keyboard.type(' or edema');
      }
      await tab.page.click('#frame');
      await tab.page.keyboard.press('End');
      await tab.page.keyboard.type(' or edema');
      await pointNowhere(tab);
      return tab.page.evaluate(() => [
        document.querySelector('input')?.value,
        document.querySelector('textarea')?.value,
        document.querySelector('iframe')?.contentDocument?.body.innerHTML,
      ]);
    });
    expect(values).toEqual([
      'osteomyelitis or edema',
      'hepatitis or edema',
      expect.stringMatching(/^osteomyelitis or edema/),
    ]);
  });
});
