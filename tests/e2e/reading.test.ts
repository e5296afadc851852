// Reading in the built extension: what is marked, what is left alone, and what a page can notice of it.
import { describe, expect, test } from 'vitest';
import { until } from '../../tools/browsers/browser.ts';
import { DEMO, healthPage, KINDS, marksOf, OTHER_PAGE, seeMark, useBedside } from './harness.ts';

const EDITORS = healthPage(`
<input value="osteomyelitis"><textarea>osteomyelitis</textarea><select><option>osteomyelitis</option></select>
<div contenteditable>osteomyelitis <b>osteomyelitis</b></div><div role="textbox" tabindex="0">osteomyelitis</div>
<p>See <code>osteomyelitis</code> <kbd>osteomyelitis</kbd></p><pre>osteomyelitis</pre><svg><text>osteomyelitis</text></svg>
<p aria-hidden="true">osteomyelitis</p><p style="display:none">osteomyelitis</p><p style="visibility:hidden">osteomyelitis</p>
<p id="end">Then scoliosis.</p>`);

const SECTIONS = `<!doctype html><html lang="en"><body><article><h1>Arthritis</h1><p>The patient has arthritis. The arthritis hurts, said the doctor.</p>
<h2>Treatment</h2><p>Treatment of arthritis, and again arthritis.</p></article></body></html>`;

/** Writes down every message, event on document or window, and change of the tree that the page could notice. */
const WATCHFUL = OTHER_PAGE.replace(
  '<head>',
  `<head><script>
  window.noticed = [];
  addEventListener('message', (e) => noticed.push('message ' + JSON.stringify(e.data)));
  for (const target of [Document.prototype, Window.prototype, Element.prototype, EventTarget.prototype]) {
    const dispatch = EventTarget.prototype.dispatchEvent;
    target.dispatchEvent = function (event) { noticed.push('event ' + event.type); return dispatch.call(this, event); };
  }
  new MutationObserver((records) => { for (const r of records) if (document.readyState === 'complete') noticed.push('change ' + r.type + ' ' + r.target.nodeName); })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  window.ownNames = 0;
  window.ownNames = Object.getOwnPropertyNames(window).length;
  </script>`,
);

const pages = {
  '/demo': DEMO,
  '/editors': EDITORS,
  '/sections': SECTIONS,
  '/other': OTHER_PAGE,
  '/watchful': WATCHFUL,
  '/growing': healthPage('<div id="feed"></div>'),
  '/foreign': `<html lang="de"><body><p>Der Patient hat Hepatitis und Angina, und die Osteoporose ist in der MRI nicht zu sehen. Osteomyelitis und Arthritis.</p></body></html>`,
  '/quirks': `<body><p>The patient had a biopsy for osteomyelitis, and the doctor spoke of treatment.</p></body>`,
  '/frame': healthPage(
    `<iframe src="/demo"></iframe><iframe srcdoc="<p>scoliosis</p>"></iframe><iframe></iframe>`,
  ),
  '/frameset': `<html><frameset cols="50%,50%"><frame src="/other"><frame src="/other"></frameset></html>`,
  '/picture.svg': `<svg xmlns="http://www.w3.org/2000/svg"><text y="20">osteoporosis and arthritis of the patient</text></svg>`,
  '/data.xml': `<?xml version="1.0"?><patient><diagnosis>osteoporosis and arthritis</diagnosis></patient>`,
  '/page.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>x</title></head><body><p>The patient had a biopsy for osteomyelitis, and the doctor spoke of treatment.</p></body></html>`,
  '/empty': '',
  '/no-body': `<!doctype html><html lang="en"><head><title>x</title></head><script>document.body?.remove(); addEventListener('load', () => document.body?.remove())</script></html>`,
};

describe.each(KINDS)('reading in %s', (kind) => {
  const { open, bedside, site } = useBedside(kind, pages);

  test('the demo article’s words are marked', async () => {
    const tab = await open('/demo');
    await seeMark(tab, 'hip-replacement');
    const marks = await marksOf(tab);
    for (const word of [
      'Bone marrow edema',
      'MRI',
      'Osteoporosis',
      'core decompression',
      'iloprost',
      'pulmonary hypertension',
      'unremarkable',
    ])
      expect.soft(marks).toContain(word);
    await tab.close();
  });

  test('once in each section', async () => {
    const tab = await open('/sections');
    await until('the last mark', async () => (await marksOf(tab)).length >= 2);
    expect((await marksOf(tab)).filter((word) => /arthritis/i.test(word))).toEqual([
      'Arthritis',
      'arthritis',
    ]);
    await tab.close();
  });

  test('a mark carries what the contract says and nothing else', async () => {
    const tab = await open('/sections');
    await seeMark(tab, 'arthritis');
    const [mark] = await tab.page.$$eval('bedsideterm', (marks) =>
      marks.map((element) => [
        element.localName,
        ...element.getAttributeNames().sort(),
        element.getAttribute('data-term'),
        /^\d+$/.test(element.getAttribute('data-mark') ?? ''),
      ]),
    );
    expect(mark).toEqual(['bedsideterm', 'data-mark', 'data-term', 'arthritis', true]);
    await tab.close();
  });

  test('nothing that is written in, and no code or hidden text, is marked', async () => {
    const tab = await open('/editors');
    await seeMark(tab, 'scoliosis');
    expect(await marksOf(tab)).not.toContain('osteomyelitis');
    expect(
      await tab.page.$$eval('input, textarea', (fields) =>
        fields.map((field) => (field as HTMLInputElement).value),
      ),
    ).toEqual(['osteomyelitis', 'osteomyelitis']);
    await tab.close();
  });

  test('words added later are marked, and a phrase across tags is one match', async () => {
    const tab = await open('/growing');
    await seeMark(tab, 'osteoporosis');
    await tab.page.evaluate(() => {
      const post = document.createElement('p');
      post.innerHTML = 'Later came a word about aseptic <b>necrosis</b> of the hip.';
      document.querySelector('#feed')?.append(post);
    });
    await seeMark(tab, 'osteonecrosis');
    const marks = await tab.page.$$eval('bedsideterm[data-term="osteonecrosis"]', (parts) =>
      parts.map((part) => [part.textContent, part.getAttribute('data-mark')]),
    );
    expect(marks.map(([text]) => text)).toEqual(['aseptic ', 'necrosis']);
    expect(new Set(marks.map(([, number]) => number)).size).toBe(1);
    await tab.close();
  });

  test('a page without health words hears and finds nothing', async () => {
    const tab = await open('/watchful');
    // The popup's answer proves that the page was read to its end.
    const popup = await tab.openPopup();
    await until('the verdict', () =>
      popup.evaluate(() => document.body.innerText.includes('does not look like a health page')),
    );
    await popup.close();
    expect(await tab.page.evaluate('noticed')).toEqual([]);
    expect(await tab.page.evaluate('Object.getOwnPropertyNames(window).length - ownNames')).toBe(0);
    expect(
      await tab.page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .map(({ localName }) => localName)
          .filter((name) => name.startsWith('bedside')),
      ),
    ).toEqual([]);
    expect(
      await tab.page.evaluate(() => [
        document.adoptedStyleSheets.length,
        document.documentElement.getAttributeNames().join(),
      ]),
    ).toEqual([0, 'lang']);
    await tab.close();
  });

  test('a page in another language is left alone', async () => {
    const tab = await open('/foreign');
    const popup = await tab.openPopup();
    await until('the verdict', () =>
      popup.evaluate(() => document.body.innerText.includes('not in English')),
    );
    await popup.close();
    expect(await marksOf(tab)).toEqual([]);
    await tab.close();
  });

  test('a quirks page and XHTML are read', async () => {
    for (const page of ['/quirks', '/page.xhtml']) {
      const tab = await open(page);
      await seeMark(tab, 'osteomyelitis');
      await tab.close();
    }
  });

  // That no console shows an error is looked at when the suite ends.
  test.each(['/frame', '/frameset', '/picture.svg', '/data.xml', '/empty', '/no-body'])(
    'nothing breaks on %s',
    async (page) => {
      const tab = await open(page);
      if (page === '/frame') await seeMark(tab, 'osteoporosis');
      expect(await tab.page.evaluate(() => document.querySelector('bedside-card'))).toBeNull();
      await tab.close();
    },
  );

  test('a page of 100,000 nodes is read to its end', async () => {
    const rows = Array.from({ length: 25_000 }, (_, i) => `<p>Patient ${i} had <b>pain</b> again</p>`).join(
      '',
    );
    site().set('/huge', healthPage(`${rows}<p>And last of all osteomyelitis.</p>`));
    const tab = await bedside().open(site().url('/huge'));
    await tab.page.waitForSelector('bedsideterm[data-term~="osteomyelitis"]', { timeout: 60_000 });
    await tab.close();
  }, 90_000);
});
