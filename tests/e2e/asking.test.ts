// "What does '...' mean?": the context menu on a selection, in the built extension.
import { describe, expect, test } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import {
  healthPage,
  KINDS,
  noCard,
  OTHER_PAGE,
  pressInCard,
  pressInPopup,
  seeCard,
  seeMark,
  seePopup,
  useBedside,
} from './harness.ts';

const other = (body: string): string => OTHER_PAGE.replace('</body>', `${body}</body>`);

/** A PDF file of one word. */
function pdfOf(word: string): string {
  const drawing = `BT /F1 24 Tf 40 120 Td (${word}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let pdf = '%PDF-1.4\n';
  const starts = objects.map((object, i) => {
    const start = pdf.length;
    pdf += `${i + 1} 0 obj${object}endobj\n`;
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${starts.join('')}`;
  return `${pdf}${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${pdf.length}\n%%EOF`;
}

const pages = {
  '/letter.pdf': { body: pdfOf('osteoporosis'), headers: { 'content-type': 'application/pdf' } },
  '/health': healthPage('<p>They found <b id="word">osteoporosis</b>. A biopsy was planned.</p>'),
  '/words': other(
    `<p style="margin-top: 300px">Look: <b id="word">osteoporosis</b>, <b id="slip">osteoperosis</b>, <b id="none">qwertzuiop</b>,
     <b id="phrase">my “severe <i>bone marrow</i> edema”,</b> <b id="senses">discharge</b>.</p>
     <p id="sentence">We went to the river on that day and folded a boat that carried us as far as the mill of the village and back again.</p>
     <p><input id="field" value="osteoporosis" size="20"></p>`,
  ),
  '/little': other(
    '<p>My uncle has <b id="word">osteoporosis</b> and folds one every day and sends it down the river.</p>',
  ),
  '/small': '<!doctype html><p id="word">sepsis</p>',
};

/** Selects the text of an element, or of a field, as a reader would, and asks for it. */
async function ask(tab: Tab, selector: string): Promise<void> {
  const { text, x, y } = await tab.page.$eval(selector, (element) => {
    let text = element.textContent ?? '';
    if (element instanceof HTMLInputElement) {
      element.focus();
      element.select();
      text = element.value;
    } else getSelection()?.selectAllChildren(element);
    const [{ left, top, height } = new DOMRect()] = element.getClientRects();
    return { text, x: left + 8, y: top + height / 2 };
  });
  await tab.ask(text, { x, y });
}

const boxOf = (tab: Tab, selector: string) =>
  tab.page.$eval(selector, (element) => element.getBoundingClientRect().toJSON() as DOMRect);
const cardBox = (tab: Tab) =>
  tab.inCard((root) => root.querySelector('.card')?.getBoundingClientRect().toJSON() as DOMRect);

describe.each(KINDS)('asking in %s', (kind) => {
  const { open, bedside } = useBedside(kind, pages);

  test('in a PDF the same is said, beside it or in a window of its own', async () => {
    const tab = await open('/letter.pdf');
    const at = { x: 0, y: 0 };
    // Firefox's viewer is a page; Chromium's is in a process that the driver does not reach.
    if (kind === 'firefox') {
      await tab.page.waitForSelector('.textLayer span');
      const { left, top } = await tab.page.$eval('.textLayer span', (text) => {
        getSelection()?.selectAllChildren(text);
        return text.getBoundingClientRect().toJSON() as DOMRect;
      });
      Object.assign(at, { x: left + 10, y: top + 10 });
    }
    await tab.ask('osteoporosis', at);
    if (kind === 'chromium') await seeCard(tab, 'grown thin');
    else {
      const answer = await bedside().answerWindow();
      await seePopup(answer, 'grown thin');
      await answer.close();
    }
    await tab.close();
  });

  test.runIf(kind === 'chromium')('on a page of the browser a window of its own answers', async () => {
    const tab = await bedside().blank();
    await tab.page.goto('chrome://version');
    await tab.ask('osteoporosis', { x: 0, y: 0 });
    const answer = await bedside().answerWindow();
    await seePopup(answer, 'grown thin');
    await pressInPopup(answer, 'More');
    await seePopup(answer, 'Search MedlinePlus');
    // Addresses are kept in the browser's history.
    expect(await answer.evaluate(() => location.search + location.hash)).toBe('');
    await answer.close();
    await tab.close();
  });

  test('a selected word is explained beside it, on a page that is not marked', async () => {
    const tab = await open('/little');
    await ask(tab, '#word');
    const text = await seeCard(tab, 'grown thin');
    expect(text).toMatch(/osteoporosis[\s\S]*not advice about you/);
    const [word, card] = [await boxOf(tab, '#word'), await cardBox(tab)];
    expect(card && card.top - word.bottom).toBeGreaterThanOrEqual(0);
    expect(card && card.top - word.bottom).toBeLessThan(20);
    expect(await tab.page.$('bedsideterm')).toBeNull();
    await tab.page.keyboard.press('Escape');
    await noCard(tab);
    await tab.close();
  });

  test('the answer is that of what was selected: a slip, a phrase, all senses, nothing', async () => {
    const tab = await open('/words');
    await ask(tab, '#slip');
    expect(await seeCard(tab, 'grown thin')).toMatch(
      /Nothing is called “osteoperosis” here\. Did you mean:\s*osteoporosis/,
    );
    await ask(tab, '#phrase');
    await seeCard(tab, 'bone marrow edema');
    await ask(tab, '#senses');
    expect(await seeCard(tab, 'hospital')).toContain('more than one meaning');
    await ask(tab, '#none');
    const unknown = await seeCard(tab, 'is not in this glossary');
    expect(unknown).toMatch(/“qwertzuiop” is not in this glossary[\s\S]*Search MedlinePlus[\s\S]*Search NHS/);
    await ask(tab, '#sentence');
    await seeCard(tab, 'Select a word or two');
    await tab.close();
  });

  test('a word in a field is explained beside the field, and the focus goes back there', async () => {
    const tab = await open('/words');
    await ask(tab, '#field');
    await seeCard(tab, 'grown thin');
    const [field, card] = [await boxOf(tab, '#field'), await cardBox(tab)];
    expect(card && (card.top >= field.bottom || card.bottom <= field.top)).toBe(true);
    await pressInCard(tab, 'Close');
    await noCard(tab);
    await tab.page.waitForFunction(() => document.activeElement?.id === 'field');
    await tab.close();
  });

  test('on a marked page it is the page’s own card: one at a time', async () => {
    const tab = await open('/health');
    const mark = await seeMark(tab, 'biopsy');
    await ask(tab, '#word');
    await seeCard(tab, 'grown thin');
    await mark?.evaluate((element) => getSelection()?.collapse(element, 0));
    await mark?.click();
    await seeCard(tab, 'biopsy');
    expect(await tab.page.$$eval('bedside-card', ({ length }) => length)).toBe(1);
    await ask(tab, '#word');
    await seeCard(tab, 'grown thin');
    expect(await tab.page.$$eval('bedside-card', ({ length }) => length)).toBe(1);
    await tab.close();
  });

  test('it answers where Bedside is off and where a page is too small to be read', async () => {
    const tab = await open('/small');
    await ask(tab, '#word');
    await seeCard(tab, 'infection');
    await tab.close();
    const off = await open('/health');
    await seeMark(off, 'biopsy');
    const popup = await off.openPopup();
    await pressInPopup(popup, 'On all sites');
    await seePopup(popup, 'Bedside is off');
    await popup.close();
    await off.page.waitForFunction(() => document.querySelector('bedsideterm') === null);
    await ask(off, '#word');
    await seeCard(off, 'grown thin');
    const again = await off.openPopup();
    await pressInPopup(again, 'Switch on');
    await again.close();
    await seeMark(off, 'biopsy');
    await off.close();
  });
});
