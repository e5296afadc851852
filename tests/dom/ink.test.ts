// Ink and ledger on a page that stands still: any ranges are drawn as asked, and taken back node for node.
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Range } from '../../src/page/ink.ts';
import { BROWSERS, type Lab, startLab } from './lab.ts';

/** A made-up page: text, an element with children, or a comment. */
type Sketch = string | null | readonly [tag: string, children: readonly Sketch[]];

/** In the page: draws ranges on every run as `cuts` says (so much left out, so much marked, and over again), and restores. */
function drawAndRestore(sketches: readonly Sketch[], cuts: readonly number[]) {
  const { draw, Ledger, nodesIn, runsIn } = window.lab;
  const make = (sketch: Sketch): Node => {
    if (sketch === null) return document.createComment('');
    if (typeof sketch === 'string') return document.createTextNode(sketch);
    const element = document.createElement(sketch[0]);
    element.append(...sketch[1].map(make));
    return element;
  };
  document.body.replaceChildren(...sketches.map(make));
  const clone = document.body.cloneNode(true);
  const before = nodesIn(document.body);
  const textBefore = document.body.textContent ?? '';

  const wanted = new Array<string>(textBefore.length).fill('');
  const startOf = new Map<Node, number>();
  let length = 0;
  for (const node of before) {
    startOf.set(node, length);
    if (node instanceof Text) length += node.data.length;
  }
  const ledger = new Ledger();
  let number = 0;
  let severalElements = false;
  for (const { block, nodes, text } of runsIn(document.body)) {
    const places = nodes.flatMap((node) =>
      Array.from({ length: node.data.length }, (_, i) => (startOf.get(node) ?? 0) + i),
    );
    const ranges: Range[] = [];
    for (let at = 0, i = 0; at < text.length; i += 2) {
      const start = at + (cuts[i % cuts.length] ?? 0);
      const end = Math.min(text.length, start + 1 + (cuts[(i + 1) % cuts.length] ?? 0));
      // No form begins or ends with white space.
      if (/^\S(.*\S)?$/s.test(text.slice(start, end))) {
        ranges.push({ start, end, ids: ['one', `t${++number}`], number });
        for (const place of places.slice(start, end)) wanted[place] = `${number}: one t${number}`;
      }
      at = end;
    }
    const cut = (): void => {
      const marks = draw(nodes, ranges);
      severalElements ||= marks.length > ranges.length;
    };
    ledger.record([{ nodes, block, cut }]);
  }
  const got = nodesIn(document.body).flatMap((node) => {
    const mark = node.parentElement?.closest('bedsideterm');
    const label = mark ? `${mark.getAttribute('data-mark')}: ${mark.getAttribute('data-term')}` : '';
    return node instanceof Text ? Array.from({ length: node.data.length }, () => label) : [];
  });
  const marks = [...document.querySelectorAll('bedsideterm')];
  const drawn = {
    text: document.body.textContent === textBefore,
    ranges: JSON.stringify(got) === JSON.stringify(wanted),
    owned: marks.every((mark) => ledger.owns(mark)),
    plainMarks: marks.every(
      (mark) => mark.attributes.length === 2 && mark.children.length === 0 && mark.textContent !== '',
    ),
  };
  ledger.restoreAll();
  const after = nodesIn(document.body);
  const restored = {
    equal: document.body.isEqualNode(clone),
    sameNodes: after.length === before.length && after.every((node, i) => node === before[i]),
    ledgerEmpty: ledger.restoreAll().length === 0,
  };
  return { drawn, restored, severalElements, number };
}

const sketch = fc.letrec<{ children: Sketch[]; sketch: Sketch }>((tie) => ({
  children: fc.array(tie('sketch'), { maxLength: 5 }),
  sketch: fc.oneof(
    { depthSize: 'small' },
    { weight: 5, arbitrary: fc.stringMatching(/^[ab é🦴\n\u00ad]{0,9}$/u) },
    { weight: 1, arbitrary: fc.constantFrom('', ' ', null) },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constantFrom('b', 'i', 'span', 'a', 'p', 'div', 'br', 'code'), tie('children')),
    },
  ),
})).children;

describe.each(BROWSERS)('ink in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
    await lab.open('');
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  test('any ranges are drawn as asked and taken back node for node', async () => {
    let ranges = 0;
    let overSeveral = 0;
    await fc.assert(
      fc.asyncProperty(
        sketch,
        fc.array(fc.nat(6), { minLength: 1, maxLength: 9 }),
        async (sketches, cuts) => {
          const { drawn, restored, severalElements, number } = await lab.run(drawAndRestore, sketches, cuts);
          ranges += number;
          overSeveral += Number(severalElements);
          expect(drawn).toEqual({ text: true, ranges: true, owned: true, plainMarks: true });
          expect(restored).toEqual({ equal: true, sameNodes: true, ledgerEmpty: true });
        },
      ),
      { numRuns: 200 },
    );
    expect(ranges).toBeGreaterThan(100);
    expect(overSeveral).toBeGreaterThan(10);
  });
});
