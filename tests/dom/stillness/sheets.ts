// Pages whose sheets speak to every element: `*` with and without force, layers, transitions, animations, print and narrow windows.
import { article, ordinary, type StillPage } from './page.ts';

const TEXT =
  '<p>The MRI <em>of the day</em> showed <b>bone marrow</b> with edema.</p><p>No biopsy was done.</p>';
const PLAIN = '<p>An MRI showed bone marrow edema, and no biopsy was done.</p>';

const every = (name: string, rules: string, special = TEXT, more: Partial<StillPage> = {}): StillPage =>
  article(`every element ${name}`, `body * { ${rules} }`, special, more);

export const SHEETS: readonly StillPage[] = [
  article('every element a block', '* { display: block }', TEXT, { picture: true }),
  article('every element a block by force', 'body, body * { display: block !important }', TEXT),
  article('everything a block by force', '* { display: block !important }', TEXT),
  article('everything reverted', '* { all: revert }', TEXT),
  article('everything initial', 'p, p * { all: initial }', `<div>${TEXT}</div>`),
  every('absolute by force', 'position: absolute !important'),
  every('relative', 'position: relative !important; top: 2px !important'),
  every('floating', 'float: left', `<div>${TEXT}</div>`),
  every('floating by force', 'float: left !important'),
  every('padded by force', 'margin: 3px !important; padding: 5px !important; border: 1px solid !important'),
  every('large by force', 'font-size: 40px !important'),
  every('in another font by force', 'font: 15px/1.7 monospace !important'),
  every('raised by force', 'vertical-align: super !important; line-height: 2 !important'),
  every(
    'spaced by force',
    'letter-spacing: 2px !important; word-spacing: 5px !important; text-indent: 3px !important',
  ),
  every('kept together by force', 'white-space: nowrap !important'),
  every('contained by force', 'contain: content !important; content-visibility: auto !important'),
  every('hidden on print', 'break-inside: avoid', TEXT),
  every('zoomed by force', 'zoom: 1.2 !important'),
  every('turned by force', 'transform: rotate(1deg) !important; display: inline-block !important'),
  article(
    'one layer by force',
    '@layer reset { p > * { display: inline-block !important; padding: 0 8px !important } }',
    `${PLAIN}${ordinary(3)}`,
  ),
  article(
    'letters apart in a layer by force',
    '@layer type { p * { letter-spacing: 3px !important } }',
    '<p>An MRI shows <em>more</em> than this.</p><p>See the edema here.</p>',
  ),
  article(
    'layers',
    '@layer base, page; @layer page { p > * { padding: 6px } } @layer base { * { margin: 4px } }',
    TEXT,
  ),
  article(
    'nested rules and scopes',
    '@scope (p) { :scope > * { padding: 6px } } article { & p { & > * { margin: 5px } } }',
    `<article>${TEXT}</article>`,
  ),
  every('in transition', 'transition: all 1s', TEXT, { picture: true }),
  every('animated', 'animation: grow 1s infinite alternate', PLAIN),
  article(
    'every element grown by an animation',
    '@keyframes grow { from { padding: 0 10px; font-size: 20px } to { padding: 0 10px; font-size: 20px } } p * { animation: grow 1s infinite paused !important }',
    PLAIN,
  ),
  article(
    'print sheet',
    '@media print { p > * { padding: 4px } nav { display: none } a::after { content: " (" attr(href) ")" } body { font: 10pt serif; columns: 2 } }',
    `<nav>The MRI page</nav>${TEXT}<p><a href="#edema">Bone marrow edema</a></p>`,
  ),
  article(
    'a print sheet that counts children',
    '@media print { em:first-child { margin-left: 60px } }',
    '<p>An MRI <em>shows</em> it.</p>',
    { why: 'On the screen nothing moves; on paper a mark before the em would move it.' },
  ),
  article(
    'a narrow sheet that counts children',
    '@media (max-width: 500px) { em:first-child { display: block; margin: 1em } p > :nth-child(2) { padding: 9px } }',
    '<p>An MRI <em>shows</em> it <b>well</b>.</p>',
    { why: 'In a wide window nothing moves; in a narrow one a mark before the em would move it.' },
  ),
  article(
    'a wide sheet that counts children',
    '@media (min-width: 600px) { em:first-child { padding-left: 30px } }',
    '<p>An MRI <em>shows</em> it.</p>',
    { unmarked: 1, why: 'In a wide window a mark before the em would move it.' },
  ),
  article(
    'a narrow sheet',
    '@media (max-width: 500px) { p { columns: 2; text-align: justify; font-size: 12px } p > * { padding: 3px } }',
    TEXT,
    { drift: { chromium: 0, firefox: 2 }, why: 'Firefox spreads the spaces of a line anew for its pieces.' },
  ),
  article(
    'a first child in transition',
    '* { transition: all 2s linear } em:first-child { padding-left: 90px }',
    '<p>An MRI <em>shows</em> it.</p>',
    { unmarked: 1, why: 'A mark before the em would move it, though slowly.' },
  ),
  article(
    'a hundred elements and one more',
    '.last em:first-child, b:nth-child(103) { padding: 0 20px }',
    `<p>${'<i>so</i> '.repeat(50)}and an MRI ${'<i>so</i> '.repeat(52)}<b>here</b> now</p>`,
    { unmarked: 1, why: 'A mark before the b would take its number from it.' },
  ),
];

/** Pages on which a rule comes to apply only after they were marked: one that counts children then cannot be held, as docs/ARCHITECTURE.md says. */
export const LATER: readonly StillPage[] = [
  article(
    'a plain rule on hover',
    'p:hover { letter-spacing: 2px } p:hover > * { padding: 4px }',
    '<p id="x">An MRI <em>shows</em> it.</p>',
    {
      later: { kind: 'hover', selector: '#x' },
    },
  ),
  article(
    'a plain rule on focus',
    'p:focus-within > * { font-size: 30px }',
    '<p>An MRI <a id="x" href="#x">shows</a> <b>it</b>.</p>',
    {
      later: { kind: 'focus', selector: '#x' },
    },
  ),
  article(
    'a plain class set later',
    '.compact p { text-indent: 2em; line-height: 2 } .compact em { padding: 4px }',
    `<div id="x">${TEXT}</div>`,
    {
      later: { kind: 'class', selector: '#x', name: 'compact' },
    },
  ),
];
