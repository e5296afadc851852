// Pages in other directions and scripts: right to left, isolated and overridden text, vertical writing, ruby.
import { article, ordinary, type StillPage } from './page.ts';

const P =
  '<p>The MRI of <em>her</em> hip showed bone marrow edema; (osteoporosis) came <b>first</b>, biopsy!</p>';
const ARABIC = 'قال الطبيب إن فحص MRI أظهر edema في <em>العظم</em> (osteoporosis)، ثم biopsy.';
const HEBREW = 'הרופאה אמרה: MRI הראה <b>edema</b> - bone marrow, 3 osteoporosis.';

export const SCRIPTS: readonly StillPage[] = [
  article('right to left', 'body { direction: rtl }', P, { picture: true }),
  article(
    'a right to left part',
    '.s { direction: rtl; text-align: justify; width: 220px }',
    `<div class="s">${P}</div>`,
    { unmarked: { chromium: 0, firefox: 4 }, why: 'Firefox spreads the wide spaces of a narrow line anew.' },
  ),
  article('directions by themselves', '', `<p dir="auto">MRI: ${HEBREW}</p><p dir="auto">${ARABIC}</p>`),
  article(
    'English words in Arabic',
    '',
    `<p dir="rtl">The words are MRI and the edema of it, as in: ${ARABIC} That is what the report says of the hip and of osteoporosis.</p>`,
  ),
  article(
    'English words in Hebrew',
    '',
    `<p dir="rtl">The report of the MRI says in the words of the doctor: ${HEBREW} It is the bone marrow that was meant by it.</p>`,
    { picture: true },
  ),
  article(
    'isolated pieces',
    '.s { unicode-bidi: isolate } .t { unicode-bidi: plaintext }',
    `<p>The <span class="s" dir="rtl">(MRI)!</span> and <bdi>“edema”?</bdi> of it</p><p class="t">${HEBREW} The biopsy was what the doctor said it is.</p>`,
  ),
  article(
    'overridden directions',
    '.s { unicode-bidi: bidi-override; direction: rtl } .t { unicode-bidi: isolate-override; direction: rtl }',
    '<p class="s">The MRI of the hip showed edema and <em>no</em> osteoporosis.</p><p>And <bdo dir="rtl">a biopsy of it</bdo> or <span class="t">bone marrow, 12</span>.</p>',
  ),
  article(
    'every element isolated',
    'p * { unicode-bidi: isolate !important; direction: rtl !important }',
    '<p>The MRI, with edema! And it was <b>“osteoporosis”</b> (biopsy) 1 – 2.</p><p dir="rtl">The words: - MRI 3, edema 4! and (biopsy) of 5.</p>',
  ),
  article(
    'every element overridden',
    '* { unicode-bidi: bidi-override !important; direction: rtl !important }',
    '<p>The MRI, with edema! And it was <b>“osteoporosis”</b> (biopsy) 1 – 2.</p>',
  ),
  article('vertical text', 'body { writing-mode: vertical-rl; height: 500px }', P, { picture: true }),
  article(
    'vertical text from the left',
    '.s { writing-mode: vertical-lr; text-orientation: upright; height: 300px }',
    `<div class="s">${P}</div>`,
  ),
  article(
    'sideways text',
    '.s { writing-mode: sideways-lr; text-orientation: sideways; height: 260px }',
    `<div class="s">${P}</div>`,
  ),
  article(
    'upright digits and letters',
    '.s { writing-mode: vertical-rl; height: 300px } .tcy { text-combine-upright: all }',
    '<div class="s"><p>On <span class="tcy">12</span> an <span class="tcy">MRI</span> of bone marrow <span class="tcy">2 MRI</span> was done</p></div>',
    { unmarked: 3, why: 'Where only a part of what is combined upright is marked, it is no longer one.' },
  ),
  article(
    'vertical text with one paragraph that would grow',
    'main { writing-mode: vertical-rl; height: 400px } em:first-child { padding-top: 250px }',
    `<main><p>The MRI <em>of the left hip</em> was fine, and the rest of it too, as the letter said.</p>${ordinary(0)}${ordinary(1)}</main>`,
    { unmarked: 1, why: 'A mark before the em would move it.' },
  ),
  article(
    'ruby',
    'rt { font-size: 0.5em }',
    '<p>A <ruby>biopsy<rt>BYE-op-see</rt></ruby> and <ruby>bone<rp>(</rp><rt>os</rt><rp>)</rp></ruby> marrow or <ruby>edema<rt>an MRI</rt></ruby> of <em>it</em>.</p>',
  ),
  article(
    'ruby under the line',
    'ruby { ruby-position: under; ruby-align: space-between } p { line-height: 1; width: 200px }',
    '<p>The <ruby>osteoporosis<rt>thin bone</rt></ruby> with <ruby>aseptic necrosis<rt>dead bone, seen in an MRI</rt></ruby> of <em>the hip</em>.</p>',
  ),
];
