// Pages whose letters are set in a special way: white space, first letters, hyphens, kerning, decorations, sizes.
import { article, type StillPage } from './page.ts';

const TEXT =
  'The MRI of <em>her</em> hip showed bone marrow edema; with osteoporosis <b>and</b> bisphosphonates aseptic necrosis is rare.';
const P = `<p>${TEXT}</p>`;

const styled = (
  name: string,
  rule: string,
  text = TEXT,
  more: Omit<StillPage, 'name' | 'css' | 'html'> = {},
): StillPage => article(name, `.s { ${rule} }`, `<p class="s">${text}</p>`, more);

export const TYPOGRAPHY: readonly StillPage[] = [
  styled('justified text', 'text-align: justify; width: 190px; hyphens: auto', TEXT, {
    picture: true,
    unmarked: { chromium: 0, firefox: 5 },
    why: 'Firefox spreads the wide spaces of a short line anew.',
  }),
  styled('a justified last line', 'text-align: justify; text-align-last: justify; width: 260px', TEXT, {
    unmarked: { chromium: 0, firefox: 5 },
    why: 'Firefox spreads the wide spaces of a short line anew.',
  }),
  styled('balanced text', 'text-wrap: balance; width: 420px', TEXT, { picture: true }),
  styled('pretty text', 'text-wrap: pretty; width: 230px'),
  styled('hyphens in narrow columns', 'hyphens: auto; width: 70px; border: 1px solid'),
  styled('words broken anywhere', 'overflow-wrap: anywhere; word-break: break-all; width: 90px', TEXT, {
    picture: true,
  }),
  styled('words kept whole', 'word-break: keep-all; overflow-wrap: normal; width: 40px'),
  styled('letters and words apart', 'letter-spacing: 4px; word-spacing: 9px; width: 500px', TEXT, {
    picture: true,
  }),
  styled('letters drawn together', 'letter-spacing: -1.3px; word-spacing: -2px'),
  styled('indented and hanging lines', 'text-indent: 3em hanging; width: 300px'),
  styled(
    'lines kept',
    'white-space: pre-wrap; tab-size: 7',
    'The MRI\n\tof the\tbone  marrow\n\n   showed <em>no</em>  edema.\t',
  ),
  styled(
    'lines kept without wrapping',
    'white-space: pre',
    'Osteoporosis\tand\n   an <em>early</em> biopsy  \n MRI  ',
  ),
  styled('only breaks kept', 'white-space: pre-line', 'Bone marrow   edema \n and <em> an</em>   MRI\n'),
  styled(
    'spaces broken',
    'white-space: break-spaces; width: 110px',
    'An MRI     of the      hip   and <em>an   </em>  edema    .',
  ),
  styled('no wrapping', 'white-space: nowrap; width: 120px; overflow: auto'),
  article(
    'a large first letter',
    'p::first-letter { font-size: 3em; float: left; line-height: 0.8; padding-right: 4px }',
    '<p>MRI of the hip and <em>then</em> osteoporosis.</p><p>“Edema” is a word for water in bone marrow.</p>',
    {
      picture: true,
      unmarked: 2,
      why: 'The large letter is the quote and the E: with a mark between them, the quote alone.',
    },
  ),
  article(
    'a first letter in the line',
    'p::first-letter { font-size: 2em; color: #555; text-transform: uppercase }',
    '<p>osteoporosis is common.</p><p><b>Biopsy</b> means a small sample.</p><p>(edema) and MRI</p>',
    {
      unmarked: 2,
      why: 'The first letter is the bracket and the e: with a mark between them, the bracket alone.',
    },
  ),
  article(
    'an initial letter',
    'p::first-letter { initial-letter: 3; margin-right: 6px }',
    `<p>Osteoporosis is common in later life. ${TEXT}</p>`,
  ),
  article(
    'a first line',
    'p::first-line { font-size: 1.5em; font-variant: small-caps; letter-spacing: 1px }',
    P,
    {
      picture: true,
    },
  ),
  article(
    'a dropped capital',
    '.drop { float: left; font-size: 3em; line-height: 1 }',
    '<p><span class="drop">M</span>RI and edema: what <em>she</em> learned of bone marrow.</p>',
    { unmarked: 1, why: 'A floating letter is no part of the word after it.' },
  ),
  styled('capitals', 'text-transform: uppercase; letter-spacing: 0.08em'),
  styled(
    'capitalized words',
    'text-transform: capitalize',
    'the osteoporosis, the “edema”, an “MRI”, pre-biopsy bone marrow, ‘MRI’ and <em>aseptic</em> necrosis',
    {
      unmarked: { chromium: 7, firefox: 0 },
      why: 'A piece that begins with a mark loses its capital in Chromium.',
    },
  ),
  article(
    'a capitalized first word',
    '.s { text-transform: capitalize }',
    '<p class="s">osteoporosis and edema</p><p class="s">the <b>biopsy</b> of it</p>',
    {
      unmarked: { chromium: 3, firefox: 0 },
      why: 'A piece that begins with a mark loses its capital in Chromium.',
    },
  ),
  styled('small capitals', 'font-variant: small-caps', TEXT, { picture: true }),
  styled(
    'kerning at the edge',
    'font: 40px "DejaVu Serif", serif; font-kerning: normal; text-rendering: geometricPrecision; width: max-content',
    'They try a biopsy, then a biopsy. To the MRI’s left “edema” was what they saw of “osteoporosis”, <em>if</em> (edema) it was.',
    { picture: true },
  ),
  styled(
    'kerning across pieces of a word',
    'font: 36px "Liberation Serif", serif; width: max-content',
    'The b<b>io</b>psy was for an e<em>de</em>ma: oste<u>opo</u>rosis and the bone <em>marrow</em> edema of it.',
  ),
  styled(
    'ligatures',
    'font: 32px "DejaVu Sans", sans-serif; font-variant-ligatures: common-ligatures discretionary-ligatures; width: max-content',
    'fi ff ffi office/MRI/office, affirmed osteoporosis-fit first biopsy fl',
    { picture: true },
  ),
  styled(
    'font features',
    'font-feature-settings: "liga" 0, "kern" 0, "smcp" 1; font-variant-numeric: tabular-nums',
  ),
  styled('tiny text', 'font-size: 3px; line-height: 1'),
  styled('huge text', 'font-size: 120px; line-height: 0.9; width: 900px; overflow: hidden'),
  styled('fractional sizes', 'font-size: 13.37px; line-height: 1.333; width: 333.33px; zoom: 1.1'),
  styled('lines nearer than letters', 'line-height: 0.2'),
  styled('no line height', 'line-height: 0; font-size: 20px'),
  article(
    'raised and lowered text',
    'sup { vertical-align: super; font-size: 0.7em } .up { vertical-align: 6px } .top { vertical-align: top; font-size: 2em }',
    '<p>Osteoporosis<sup>1, MRI</sup> and <sub>edema</sub> or <span class="up">a biopsy</span> or <span class="top">bone marrow</span>.</p>',
  ),
  article(
    'links and decorations',
    'a { text-decoration: underline wavy 3px; text-underline-offset: 6px } del { text-decoration: line-through double }',
    '<p><a href="#x">An MRI <b>of bone marrow</b></a>, <del>a biopsy</del>, <u>some <em>osteoporosis</em></u></p>',
  ),
  styled('emphasis marks', 'text-emphasis: dot; line-height: 1.2'),
  styled('a reflection', '-webkit-box-reflect: below 4px linear-gradient(transparent, white)'),
  styled('blending and filters', 'mix-blend-mode: multiply; filter: blur(0.4px) contrast(1.2); opacity: 0.9'),
  article(
    'a selection colour',
    '::selection { font-size: 40px; background: gold } ::target-text { color: red }',
    P,
  ),
  article(
    'breaks within words',
    '.s { width: 60px }',
    '<p class="s">osteo<wbr>porosis and osteo&shy;porosis, bone&nbsp;marrow or bone<br>marrow, bi&ZeroWidthSpace;opsy</p>',
    { unmarked: 1, why: 'A word with a zero-width space in it is not known.' },
  ),
  article(
    'pictures in the line',
    'svg { height: 1em; vertical-align: -0.1em } .icon::before { content: "\\2192"; margin-right: 4px }',
    '<p>An <svg viewBox="0 0 9 9" width="16"><circle r="4" cx="4" cy="4"/><text>MRI</text></svg> MRI <span class="icon">of edema</span> <img alt="" width="20" height="20"> osteoporosis</p>',
    { unmarked: 1, why: 'Text in a drawing is left alone.' },
  ),
  article('underlined on hover only', 'p em { border-bottom: 1px solid } p:focus-within em { border: 0 }', P),
];
