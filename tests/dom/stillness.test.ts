// Marks move nothing: pages whose style sheets would make room for an element of ours are left unmarked there, and only there.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type Lab, startLab } from './lab.ts';

const FLOW = '<p id="x">The <em>old</em> MRI and <em>then</em> osteoporosis came.</p>';

describe.each(BROWSERS)('stillness in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  /** In the page: marks it; which elements' boxes are not what they were, and what is marked. */
  const mark = () => {
    const boxes = () =>
      [...document.querySelectorAll('body, body *:not(bedsideterm)')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { name: element.localName, box: [x, y, width, height] };
      });
    const before = boxes();
    const reader = window.lab.readerOf();
    reader.start();
    reader.finish();
    const moved = boxes().flatMap(({ name, box }, i) => {
      const was = before[i]?.box ?? [];
      // Chromium rounds the width of each piece of text to 1/64 of a pixel.
      return box.every((value, k) => Math.abs(value - (was[k] ?? 0)) < 0.05)
        ? []
        : [`${name}: ${was} to ${box}`];
    });
    return { moved, marks: window.lab.marked() };
  };

  test.each<[name: string, css: string, html: string, marks: string[]]>([
    ['nothing special', '', FLOW, ['MRI', 'osteoporosis']],
    ['a first child moved', 'em:first-child { margin-left: 40px }', '<p>MRI <em>old</em> one</p>', []],
    ['a second child moved', 'em:nth-child(2) { margin-left: 40px }', FLOW, []],
    ['space between siblings', 'p > * + * { margin-left: 30px }', FLOW, ['MRI', 'osteoporosis']],
    [
      'space before a sibling of any',
      'p > * + em { margin-left: 30px }',
      '<p>The MRI and <em>then</em>.</p>',
      [],
    ],
    [
      'an only child',
      'em:only-child { display: inline-block; padding: 9px }',
      '<p>An MRI, <em>that</em> is</p>',
      [],
    ],
    ['the last of its kind', 'em:last-of-type { padding: 3px }', FLOW, ['MRI', 'osteoporosis']],
    ['every element made a block', '* { display: block }', '<p>The MRI of the day</p>', ['MRI']],
    [
      'every element padded',
      'p * { padding: 5px !important; border: 2px solid }',
      '<p>The MRI of the day</p>',
      ['MRI'],
    ],
    [
      'big letters in spans and marks',
      'mark, span, bedsideterm { font-size: 40px !important }',
      '<p>The MRI.</p>',
      ['MRI'],
    ],
    [
      'a letter first',
      'p::first-letter { font-size: 40px; float: left }',
      '<p>MRI of the hip and osteoporosis.</p>',
      ['MRI', 'osteoporosis'],
    ],
    [
      'justified',
      'p { text-align: justify; width: 120px; hyphens: auto }',
      '<p>The MRI of the bone marrow and the osteoporosis of it all.</p>',
      ['MRI', 'bone marrow', 'osteoporosis'],
    ],
    ['letters apart', 'p { letter-spacing: 4px; word-spacing: 9px }', FLOW, ['MRI', 'osteoporosis']],
    [
      'lines kept',
      'p { white-space: pre-wrap }',
      '<p>The MRI\n of   the\nbone  marrow</p>',
      ['MRI', 'bone  marrow'],
    ],
    [
      'columns',
      'div { columns: 3 }',
      `<div>${FLOW.repeat(6)}</div>`,
      Array.from({ length: 6 }, () => ['MRI', 'osteoporosis']).flat(),
    ],
    ['a flex container', 'p { display: flex; gap: 1em }', `<p>The MRI <em>came</em></p>${FLOW}`, []],
    [
      'a grid',
      'div { display: grid }',
      '<div>The MRI <b>came</b><p>with osteoporosis</p></div>',
      ['osteoporosis'],
    ],
    ['what has marks coloured', 'p:has(bedsideterm) em { margin: 20px }', FLOW, []],
    ['right to left', 'body { direction: rtl }', FLOW, ['MRI', 'osteoporosis']],
    ['upright', 'body { writing-mode: vertical-rl }', FLOW, ['MRI', 'osteoporosis']],
    ['not defined hidden', ':not(:defined) { display: none }', FLOW, ['MRI', 'osteoporosis']],
  ])('%s', async (_name, css, html, marks) => {
    await lab.open(`<html lang="en"><head><style>${css}</style></head><body>${html}</body></html>`);
    await lab.page.addStyleTag({
      content: 'bedsideterm { all: unset !important; text-decoration: underline dotted !important }',
    });
    expect(await lab.run(mark)).toEqual({ moved: [], marks });
  });
});
