// Pages whose layout is special: flex, grid, tables, columns, floats, positions, containers.
import { article, ordinary, type StillPage } from './page.ts';

const PARA =
  '<p>In <em>early</em> osteoporosis an MRI shows <b>bone marrow edema</b>, and a biopsy is <i>rarely</i> done.</p>';

/** A picture of a given size, without anything to load. */
const picture = (width: number, height: number): string =>
  `<img alt="" width="${width}" height="${height}" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==">`;

/** Containers whose own text is left alone: each piece of it would become an item. */
const ITEMS = 'Text directly in a flex or grid container is left alone.';

export const LAYOUTS: readonly StillPage[] = [
  article('plain prose', '', PARA, { picture: true }),
  article(
    'a flex row of cards',
    '.row { display: flex; gap: 1em }',
    `<div class="row">${PARA}${PARA}</div>`,
    {
      picture: true,
    },
  ),
  article(
    'text directly in flex',
    '.note { display: flex; gap: 1em; align-items: center }',
    '<div class="note">The MRI <em>of the hip</em> showed edema.</div>',
    { unmarked: 2, why: ITEMS },
  ),
  article(
    'flex items that grow',
    '.row { display: flex } .row > * { flex: 1 1 auto } .row > :first-child { flex-grow: 2 }',
    `<div class="row"><p>An MRI</p><p>A longer text on bone marrow and aseptic necrosis</p>${ordinary(2)}</div>`,
  ),
  article(
    'an inline flex badge',
    '.badge { display: inline-flex; gap: 4px; padding: 2px 6px; border: 1px solid }',
    '<p>Ask for <span class="badge">MRI <b>today</b></span> when osteoporosis <b>was</b> found.</p>',
    { unmarked: 1, why: ITEMS },
  ),
  article(
    'inline blocks',
    '.box { display: inline-block; width: 12em; vertical-align: top; padding: 4px }',
    '<p>Two boxes: <span class="box">osteoporosis and <em>edema</em></span> <span class="box">a biopsy of bone marrow</span>.</p>',
  ),
  article(
    'text directly in a grid',
    '.grid { display: grid; grid-template-columns: 1fr 2fr }',
    `<div class="grid">The MRI <b>came</b>${ordinary(3)}</div>`,
    { unmarked: 1, why: ITEMS },
  ),
  article(
    'a grid with areas and gaps',
    '.grid { display: grid; grid: "a b" auto "c c" auto / auto 1fr; gap: 1em 2em } .grid :nth-child(3) { grid-area: c }',
    `<div class="grid"><p>Bone marrow</p>${PARA}<p>Aseptic necrosis in <em>both</em> hips.</p></div>`,
  ),
  article(
    'a subgrid',
    '.grid { display: grid; grid-template-columns: auto 1fr auto } .grid > div { grid-column: 1 / -1; display: grid; grid-template-columns: subgrid }',
    '<div class="grid"><div><p>MRI</p><p>shows <em>edema</em> early</p><p>often</p></div><div><p>Biopsy of bone marrow</p><p>is rare</p><p>in <b>osteoporosis</b></p></div></div>',
  ),
  article(
    'display contents',
    '.row { display: flex; gap: 8px } .row > section, .row > section > p { display: contents }',
    '<div class="row"><section><p>The MRI <b>was</b> fine.</p></section></div><p><span style="display: contents">Osteoporosis <em>and</em> edema</span> again.</p>',
    { unmarked: 1, why: ITEMS },
  ),
  article(
    'columns',
    '.columns { columns: 3 12em; column-gap: 2em }',
    `<div class="columns">${PARA.repeat(6)}</div>`,
    {
      unmarked: { chromium: 0, firefox: 24 },
      why: 'Firefox balances columns anew whenever something in them changes: nothing is marked there.',
      picture: true,
    },
  ),
  article(
    'columns with a span and unbroken parts',
    '.columns { columns: 2 } .columns h2 { column-span: all } .columns p { break-inside: avoid } .columns img { float: right }',
    `<div class="columns">${PARA.repeat(3)}<h2>Edema <em>and</em> after</h2>${picture(80, 60)}${PARA.repeat(3)}</div>`,
    {
      unmarked: { chromium: 0, firefox: 25 },
      why: 'Firefox balances columns anew whenever something in them changes: nothing is marked there.',
    },
  ),
  article(
    'columns with one paragraph that would grow',
    '.columns { columns: 3; column-fill: auto; height: 160px } .tight em:first-child { margin-left: 200px; padding-left: 200px }',
    `<div class="columns"><p class="tight">The MRI <em>of the left hip</em> was fine.</p>${ordinary(0)}${ordinary(1)}${ordinary(2)}${ordinary(3)}</div>`,
    { unmarked: 1, why: 'A mark before the em would move it.' },
  ),
  article(
    'floats',
    '.left { float: left; width: 9em; margin: 0 1em 1em 0 } .right { float: right }',
    `<div class="left">Aseptic necrosis <b>in short</b></div>${PARA}<p><img class="right" alt="" width="60" height="90">An MRI beside a picture, bone marrow edema round it.</p>`,
  ),
  article(
    'a shape outside',
    '.moon { float: left; width: 120px; height: 120px; shape-outside: circle(50%); clip-path: circle(50%); background: silver }',
    `<div class="moon"></div>${PARA}${PARA}`,
    { picture: true },
  ),
  article(
    'an inline float',
    '.tip { float: right; width: 8em; border: 1px solid }',
    '<p>The biopsy <span class="tip">edema is water in bone marrow</span> was not <em>needed</em> after the MRI.</p>',
  ),
  article(
    'sticky and absolute',
    'h2 { position: sticky; top: 0 } .lead { position: relative } .lead > span { position: absolute; inset: 50% auto auto 30% }',
    `<h2>On osteoporosis</h2><p class="lead">Bone marrow <em>edema</em> <span>An MRI <b>here</b></span></p>${PARA}`,
  ),
  article(
    'shrunk to fit',
    '.fit { width: fit-content; border: 1px solid } .max { width: max-content } .min { width: min-content }',
    '<p class="fit">The MRI <b>was</b> fine.</p><p class="max">Bone marrow edema <em>or</em> osteoporosis</p><p class="min">Aseptic necrosis <em>or</em> edema</p>',
    { picture: true },
  ),
  article(
    'shrunk to fit beside one that would grow',
    '.row { display: flex } .row > * { flex: none; width: fit-content; max-width: 45% } .bad em:first-child { padding: 0 30px }',
    `<div class="row"><p class="bad">An MRI <em>then</em> a</p>${ordinary(1)}</div>`,
    { unmarked: 1, why: 'A mark before the em would move it.' },
  ),
  article(
    'a table laid out by its text',
    'td, th { border: 1px solid; padding: 4px } td:first-child { font-weight: bold } tr:nth-child(odd) { background: #eee }',
    '<table><caption>What an MRI <em>shows</em></caption><tr><th>Finding<th>Meaning<tr><td>Bone marrow edema<td>water in <b>bone marrow</b><tr><td>Aseptic necrosis<td>dead bone, <em>seldom</em> osteoporosis</table>',
    { picture: true },
  ),
  article(
    'a fixed table',
    'table { table-layout: fixed; width: 300px } td { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }',
    '<table><tr><td>Osteoporosis and bisphosphonates<td>aseptic necrosis <b>of</b> bone marrow</table>',
  ),
  article(
    'a table with one cell that would grow',
    'td em:first-child { padding-left: 60px }',
    `<table><tr><td>An MRI <em>at last</em></td><td data-ordinary>Osteoporosis is common, and edema goes.</td></tr><tr><td data-ordinary>No biopsy is planned here.</td><td>-</td></tr></table>`,
    { unmarked: 1, why: 'A mark before the em would move it.' },
  ),
  article(
    'display table',
    '.t { display: table } .t > p { display: table-cell } .t > p + p { padding-left: 2em }',
    `<div class="t">${PARA}${PARA}</div>`,
  ),
  article(
    'container queries',
    '.box { container-type: inline-size; width: 50% } @container (max-width: 400px) { em:first-child { padding: 0 9px } }',
    `<div class="box"><p>The MRI <em>of today</em> shows edema.</p>${ordinary(3)}</div>`,
    {
      why: 'At this width nothing moves; where the container is narrow, a mark before the em would move it.',
    },
  ),
  article(
    'containers that count children',
    '.box { container-type: inline-size } @container (min-width: 10px) { .box em:only-child { display: block } }',
    `<div class="box"><p>An MRI <em>alone</em> shows edema.</p>${ordinary(4)}</div>`,
    { unmarked: 2, why: 'The em would be no only child beside a mark.' },
  ),
  article(
    'content visibility',
    'section { content-visibility: auto; contain-intrinsic-size: auto 200px }',
    `<section>${PARA}</section><section style="margin-top: 2000px">${PARA}</section>`,
  ),
  article(
    'zoom',
    '.big { zoom: 1.37 } .small { zoom: 0.63 }',
    `<div class="big">${PARA}</div><div class="small">${PARA}</div>`,
  ),
  article(
    'transforms',
    '.turned { transform: rotate(3deg) scale(1.1); will-change: transform } .turned em { display: inline-block; transform: skew(4deg) }',
    `<div class="turned">${PARA}</div>`,
    { picture: true },
  ),
  article(
    'clamped lines',
    '.clamp { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; width: 200px }',
    `<div class="clamp">Bone marrow edema is seen on an MRI in <em>many</em> people with osteoporosis; aseptic necrosis is something else.</div>`,
  ),
  article(
    'an ellipsis',
    '.cut { width: 180px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }',
    '<p class="cut">The MRI showed bone marrow edema in <em>both</em> hips and osteoporosis too.</p>',
    { picture: true },
  ),
  article(
    'an opened details',
    'details { border: 1px solid; padding: 4px } summary { list-style: none }',
    '<details open><summary>What is <b>osteoporosis</b>?</summary><p>Thin bone; an MRI <em>may</em> show edema.</p></details><details><summary>And a biopsy?</summary>Not seen.</details>',
  ),
  article(
    'a field set and a figure',
    'fieldset { min-width: 0 } figure { display: table } figcaption { display: table-caption; caption-side: bottom }',
    `<fieldset><legend>About <b>bone marrow</b></legend><label>Have you had an MRI? <input type="checkbox"></label></fieldset><figure>${picture(120, 60)}<figcaption>Bone marrow edema <em>at left</em>, aseptic necrosis at right</figcaption></figure>`,
  ),
  article(
    'lists',
    'ul { list-style-position: inside } ol { counter-reset: step; list-style: none } ol > li { counter-increment: step } ol > li::before { content: counter(step) ". " }',
    '<ul><li>MRI <em>first</em><li>then a <b>biopsy</b></ul><ol><li>Osteoporosis<li>Bone marrow edema <i>or</i> aseptic necrosis</ol><dl><dt>Edema<dd>Water <em>in</em> bone marrow.</dl>',
    { picture: true },
  ),
];
