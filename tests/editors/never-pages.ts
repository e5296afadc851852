// The pages of never-touched.test.ts: what is never marked, by what makes it so. Each holds the word osteomyelitis, which may be marked nowhere on the page.
import katex from 'katex';
import { healthPage } from '../e2e/harness.ts';
import { LAST } from './twins.ts';

const W = 'osteomyelitis';
const P = `<p>They had ${W} there</p>`;

/** Written in by people. */
const WRITTEN: Readonly<Record<string, string>> = {
  contenteditable: `<div contenteditable>${P}</div>`,
  'contenteditable=true': `<p contenteditable="true">${W}</p>`,
  'contenteditable=TRUE': `<p contenteditable="TRUE">${W}</p>`,
  'contenteditable=plaintext-only': `<p contenteditable="plaintext-only">${W}</p>`,
  'contenteditable far above': `<div contenteditable><section><table><tr><td><ul><li><b><i>${W}</i></b></li></ul></td></tr></table></section></div>`,
  'an island in a contenteditable': `<div contenteditable>text <span contenteditable="false">${W}</span></div>`,
  'an inline contenteditable': `<p>Write: <span contenteditable>${W}</span></p>`,
  'role=textbox': `<div role="textbox" tabindex="0">${P}</div>`,
  'role=searchbox': `<div role="searchbox" tabindex="0">${W}</div>`,
  'role=combobox': `<div role="combobox" tabindex="0">${W}</div>`,
  textarea: `<textarea>${W}</textarea>`,
  input: `<input value="${W}"><input type="button" value="${W}">`,
  select: `<select><optgroup label="${W}"><option>${W}</option></optgroup></select>`,
  datalist: `<datalist id="data"><option>${W}</option></datalist>`,
  output: `<output>${W}</output>`,
  'ProseMirror, to be read': `<div class="ProseMirror" contenteditable="false">${P}</div>`,
  'CodeMirror, to be read': `<div class="cm-editor"><div class="cm-scroller"><div class="cm-content" contenteditable="false"><div class="cm-line">${W}</div></div></div></div>`,
  'Quill, to be read': `<div class="ql-container"><div class="ql-editor" contenteditable="false">${P}</div></div>`,
  'Lexical, to be read': `<div data-lexical-editor="true" contenteditable="false">${P}</div>`,
};

/** Not prose. */
const CODE: Readonly<Record<string, string>> = {
  code: `<p>Type <code>${W} <b>${W}</b></code></p>`,
  pre: `<pre>${W} <span>${W}</span></pre>`,
  kbd: `<p>Press <kbd>${W}</kbd></p>`,
  samp: `<p>It prints <samp>${W}</samp></p>`,
  'code in a link': `<p><a href="/other"><code>${W}</code></a></p>`,
  MathML: `<p>So <math><mi>x</mi><mo>=</mo><mtext>${W}</mtext></math></p>`,
  'KaTeX, as HTML and MathML': `<p>So ${katex.renderToString(`x = \\text{${W}}`)}</p>`,
  'KaTeX, in a block': katex.renderToString(`\\text{${W}} = \\frac{\\text{${W}}}{2}`, { displayMode: true }),
  'KaTeX, as HTML': `<p>So ${katex.renderToString(`\\text{${W}}`, { output: 'html' }).replaceAll(' aria-hidden="true"', '')}</p>`,
  'KaTeX, as MathML': `<p>So ${katex.renderToString(`\\text{${W}}`, { output: 'mathml' })}</p>`,
  MathJax: `<p>So <mjx-container><span>${W}</span></mjx-container></p>`,
  'SVG text': `<svg width="300" height="40"><title>${W}</title><text y="20">${W} <tspan>${W}</tspan></text></svg>`,
  'HTML in SVG': `<svg width="300" height="40"><foreignObject width="300" height="40"><p xmlns="http://www.w3.org/1999/xhtml">${W}</p></foreignObject></svg>`,
  script: `<script type="text/plain">${W}</script>`,
  style: `<style>/* ${W} */</style>`,
  template: `<template><p>${W}</p></template>`,
  noscript: `<noscript><p>${W}</p></noscript>`,
  canvas: `<canvas width="10" height="10"><p>${W}</p></canvas>`,
  video: `<video width="10" height="10"><p>${W}</p></video>`,
  object: `<object><p>${W}</p></object>`,
};

/** Not seen. */
const HIDDEN: Readonly<Record<string, string>> = {
  'aria-hidden': `<p aria-hidden="true">${W}</p>`,
  'aria-hidden above': `<div aria-hidden="true">${P}</div>`,
  'aria-hidden in a line': `<p>Seen <span aria-hidden="true">${W}</span></p>`,
  hidden: `<p hidden>${W}</p>`,
  'hidden=until-found': `<p hidden="until-found">${W}</p>`,
  'hidden, in a line': `<p>Seen <span hidden>${W}</span></p>`,
  'display: none': `<div style="display: none">${P}</div>`,
  'display: none, in a line': `<p>Seen <span style="display: none">${W}</span></p>`,
  'visibility: hidden': `<div style="visibility: hidden">${P}</div>`,
  'visibility: hidden, in a line': `<p>Seen <span style="visibility: hidden">${W}</span></p>`,
  'visibility: collapse': `<table><tr style="visibility: collapse"><td>${W}</td></tr></table>`,
  'content-visibility: hidden': `<div style="content-visibility: hidden">${P}</div>`,
  'a closed details': `<details><summary>More</summary>${P}</details>`,
  'a closed dialog': `<dialog>${P}</dialog>`,
  'a closed popover': `<div popover>${P}</div>`,
  'another language': `<p lang="fr">${W}, et la suite</p>`,
};

export const NEVER = { ...WRITTEN, ...CODE, ...HIDDEN };

/** Text that is there for screen readers, or that only a style makes hard to see: it is marked like any other. */
export const SEEN: Readonly<Record<string, string>> = {
  'for screen readers': `<p>A <span style="position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)">${W}</span></p>`,
  'opacity: 0': `<p style="opacity: 0">${W}</p>`,
  transparent: `<p style="color: transparent">${W}</p>`,
  'font-size: 0': `<p style="font-size: 0">${W}</p>`,
  'off the screen': `<p style="position: absolute; left: -9999px">${W}</p>`,
  inert: `<p inert>${W}</p>`,
  'contenteditable=false alone': `<p contenteditable="false">${W}</p>`,
  'a visible child of what is not': `<div style="visibility: hidden"><p style="visibility: visible">${W}</p></div>`,
  'beside code': `<p>${W}, see <code>a.b</code></p>`,
  'beside a field': `<p><label>${W} <input></label></p>`,
};

const casesOf = (cases: Readonly<Record<string, string>>): string =>
  Object.entries(cases)
    .map(([name, html]) => `<div data-case="${name}">${html}</div>`)
    .join('\n');

export const NEVER_PAGE = healthPage(casesOf(NEVER) + LAST);
export const SEEN_PAGE = healthPage(casesOf(SEEN) + LAST);

/** Editable by CSS alone; only Chromium knows that. */
export const BY_CSS_PAGE = healthPage(
  `<div data-case="block" style="-webkit-user-modify: read-write">${P}</div>
<p data-case="line">Write: <span style="-webkit-user-modify: read-write-plaintext-only">${W}</span></p>
<div data-case="class" class="free">${P}</div>${LAST}`,
  '<style>.free { -webkit-user-modify: read-write }</style>',
);

/** What other extensions put on a page: hosts with a shadow root of their own. */
export const OTHERS_PAGE = healthPage(`${LAST}<script>
  window.roots = ['closed', 'open'].map((mode) => {
    const host = document.createElement(mode + '-helper');
    document.documentElement.append(host);
    const root = host.attachShadow({ mode });
    root.innerHTML = '<div class="toolbar" contenteditable>${W}</div><code>${W}</code>';
    return root;
  });
</script>`);

/** Paragraphs that turn into something never touched after they were marked. */
export const TURNING: Readonly<Record<string, readonly [attribute: string, value: string]>> = {
  contenteditable: ['contenteditable', 'true'],
  'contenteditable=plaintext-only': ['contenteditable', 'plaintext-only'],
  'role=textbox': ['role', 'textbox'],
  'another language': ['lang', 'fr'],
};
export const TURNING_PAGE = healthPage(
  `${Object.keys(TURNING)
    .map((name) => `<div data-case="${name}">${P}</div>`)
    .join('\n')}${LAST}`,
);
