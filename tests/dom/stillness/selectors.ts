// Pages whose rules look at where an element stands among others: a mark is an element too.
import { article, ordinary, type StillPage } from './page.ts';

const FLOW = '<p>The <em>old</em> MRI and <em>then</em> osteoporosis came.</p>';
const PLAIN = '<p>An MRI showed bone marrow edema.</p>';
const MOVES = 'The rule would make room for a mark, or take it from the em: the paragraph is left alone.';

const moving = (name: string, css: string, special: string, unmarked: number): StillPage =>
  article(name, css, special, { unmarked, why: MOVES });

export const SELECTORS: readonly StillPage[] = [
  moving('a first child moved', 'em:first-child { margin-left: 40px }', '<p>MRI <em>old</em> one</p>', 1),
  moving('a second child moved', 'em:nth-child(2) { margin-left: 40px }', FLOW, 2),
  article('space between siblings', 'p > * + * { margin-left: 30px }', FLOW),
  moving(
    'space before a sibling of any',
    'p > * + em { margin-left: 30px }',
    '<p>The MRI and <em>then</em>.</p>',
    1,
  ),
  moving(
    'an only child',
    'em:only-child { display: inline-block; padding: 9px }',
    '<p>An MRI, <em>that</em> is</p>',
    1,
  ),
  moving(
    'a last child',
    'em:last-child { padding-right: 1em }',
    '<p>It is <em>an</em> osteoporosis, she said.</p>',
    1,
  ),
  article('the last of its kind', 'em:last-of-type { padding: 3px }', FLOW),
  article(
    'the only one of its kind',
    'b:only-of-type { padding: 0 5px }',
    '<p>An MRI <b>or</b> a biopsy of <em>bone marrow</em></p>',
  ),
  moving('an odd child', 'em:nth-child(odd of em, bedsideterm) { padding-left: 12px }', FLOW, 2),
  article('an odd em', 'em:nth-child(odd of em) { padding-left: 12px }', FLOW),
  moving(
    'the second from the end',
    'em:nth-last-child(2) { letter-spacing: 3px }',
    '<p>An <em>early</em> MRI of <em>it</em>, edema.</p>',
    2,
  ),
  article(
    'stacked blocks',
    '* + * { margin-top: 1.5em } .stack > * + * { margin-top: 2em }',
    `<div class="stack">${FLOW}${PLAIN}<ul><li>Edema <b>or</b> <i>both</i><li>A biopsy</ul></div>`,
    { picture: true },
  ),
  article(
    'first paragraphs',
    'p:first-child { font-size: 1.2em } h1 + p { font-weight: bold } p + p { text-indent: 2em }',
    `<div>${FLOW}${PLAIN}</div>`,
  ),
  moving('what has marks in it', 'p:has(bedsideterm) em { margin: 20px }', FLOW, 2),
  moving(
    'what has an element in it',
    '.s p:has(> *) { padding-left: 3em }',
    `<div class="s"><p>An MRI was done.</p>${FLOW}</div>`,
    1,
  ),
  moving(
    'space above what has an element in it',
    '.s p:has(*) { margin-top: 50px }',
    `<div class="s"><p>See here.</p><p>An MRI was done.</p>${FLOW}</div>`,
    1,
  ),
  moving(
    'space below what has no elements',
    '.s:not(:has(p > *)) + p { margin-top: 70px }',
    `<div class="s"><p>An MRI was done.</p></div>${ordinary(2)}`,
    1,
  ),
  moving(
    'a larger container round what has an only child',
    'section:has(> p > :only-child) { border-top: 30px solid silver }',
    '<section><p>An MRI was done.</p><p>And that was all there was to say of it.</p></section>',
    1,
  ),
  article(
    'empty elements',
    ':empty:not(img, br) { display: none } p:not(:empty) { padding: 1px } b:empty + em { margin: 9px }',
    '<p>An <b>MRI</b><em> of</em> <b></b> it</p><p></p>',
  ),
  moving(
    'children whatever they are',
    'p > :first-child:not(bedsideterm) { margin-left: 25px }',
    '<p>A biopsy <b>of</b> it</p>',
    1,
  ),
  article(
    'children of a paragraph',
    'p > * { padding: 5px; border: 2px solid } p * { margin: 4px; font-size: 2em }',
    `${PLAIN}<p>The MRI <em>of</em> today</p>`,
  ),
  article(
    'children of a paragraph by force',
    'p > * { padding: 5px !important } p * { border: 2px solid !important; font-size: 2em !important }',
    `${PLAIN}<p>The MRI <em>of</em> today</p>`,
  ),
  article(
    'all but a few',
    ':not(html):not(head):not(body):not(p):not(a):not(em):not(h1) { display: block; padding: 9px }',
    `${PLAIN}${FLOW}`,
  ),
  article(
    'all but a few by force',
    'body :not(p):not(a):not(em):not(h1) { display: block !important; padding: 9px !important }',
    `${PLAIN}${FLOW}`,
  ),
  article(
    'is and not by force',
    ':is(:not(html, head, head *, body, p, em, h1)) { letter-spacing: 5px !important; margin: 0 6px !important }',
    `${PLAIN}${FLOW}`,
  ),
  article(
    'where and is',
    ':where(p, li) :where(*) { padding: 7px } :is(p, li) > :is(*, b) { margin: 3px }',
    `${PLAIN}<p>The MRI <em>of</em> today</p>`,
  ),
  article('what is not defined', ':not(:defined) { display: none !important }', FLOW, { picture: true }),
  article(
    'named by the page',
    'bedsideterm { padding: 8px; display: inline-block } bedsideterm + em { margin-left: 0 }',
    FLOW,
  ),
  article(
    'named by the page by force',
    'p bedsideterm { padding: 8px !important; display: block !important }',
    `${PLAIN}${FLOW}`,
  ),
  article(
    'terms of its own',
    '[data-term] { padding: 6px } [data-mark] { font-size: 2em }',
    `${FLOW}<p>A <span data-term="x">biopsy</span> is <span data-mark="1">a term</span>.</p>`,
  ),
  article(
    'terms of its own by force',
    '[data-term] { padding: 6px !important } [data-mark] { display: inline-block !important }',
    `${PLAIN}<p>A <span data-term="x">biopsy</span> is <span data-mark="1">a term</span>.</p>`,
  ),
  article(
    'marks and spans by force',
    'mark, span, bedsideterm { font-size: 40px !important }',
    `${PLAIN}<p>The <span>MRI</span> of <mark>edema</mark></p>`,
  ),
  article(
    'counted elements',
    'body { counter-reset: all } * { counter-increment: all } .s::after { content: " (" counter(all) " elements)" }',
    `${FLOW}<p class="s">Aseptic necrosis</p>`,
    { picture: true },
  ),
  moving(
    'counted children',
    '.s { counter-reset: kids } .s > :not(em) { counter-increment: kids 111111 !important } .s::after { content: counter(kids) } .s { float: left; clear: left }',
    '<p class="s">An MRI <em>and</em> </p><p style="clear: left">That is all.</p>',
    0,
  ),
  article(
    'a word before every element',
    '.s ::before { content: "* " } .s ::after { content: " <" }',
    '<p class="s">The MRI of the <em>day</em> showed edema.</p><p class="s">A biopsy was not done.</p>',
    { picture: true },
  ),
  article(
    'a box before every element',
    '*::before { content: ""; display: inline-block; width: 5px } ',
    `${PLAIN}${FLOW}`,
  ),
  article(
    'box sizing and inheritance',
    '*, *::before, *::after { box-sizing: border-box; margin: 0; padding: 0; font: inherit; vertical-align: baseline }',
    `${PLAIN}${FLOW}`,
  ),
];
