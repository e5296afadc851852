// What the reader of a page has selected stays selected when marks come and when they go.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type Lab, startLab } from './lab.ts';

describe.each(BROWSERS)('the selection in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  type Select = (from: (text: string) => [Node, number], p: Element) => [Node, number, Node, number];
  const SELECTIONS: [name: string, select: Select][] = [
    ['before the first mark', (at) => [...at('he'), ...at('e MRI')]],
    ['over a mark', (at) => [...at('The'), ...at(' of')]],
    ['over a mark, backwards', (at) => [...at(' of'), ...at('The')]],
    ['a mark exactly', (at) => [...at('MRI'), ...at(' of')]],
    ['inside a mark', (at) => [...at('RI of'), ...at('I of')]],
    ['from mark to mark', (at) => [...at('RI of'), ...at('ow.')]],
    ['from paragraph to paragraph', (at) => [...at('RI of'), ...at('porosis')]],
    ['after the last mark', (at) => [...at(' it.'), ...at('it.')]],
    ['a caret in a mark', (at) => [...at('RI of'), ...at('RI of')]],
    ['a whole paragraph', (_at, p) => [p, 0, p, p.childNodes.length]],
    ['a whole paragraph, by a triple click', (at, p) => [...at('The'), p.nextElementSibling ?? p, 0]],
    [
      'the content of a mark, by its element',
      (_at, p) => {
        const mark = document.querySelector('bedsideterm') ?? p;
        return [mark, 0, mark, mark.childNodes.length];
      },
    ],
    ['from text to the end of the paragraph', (at, p) => [...at('The'), p, p.childNodes.length]],
    ['from the end of the paragraph to text', (at, p) => [p, p.childNodes.length, ...at('The')]],
    ['from the start of the page to text', (at) => [document.body, 0, ...at('RI of')]],
    ['everything', () => [document.body, 0, document.body, document.body.childNodes.length]],
  ];

  /** In the page: selects, lets `change` happen, and tells the selection before and after, in characters of the page. */
  const throughChange = async (whenMarked: boolean, select: Select) => {
    const reader = window.lab.readerOf();
    const turn = async (on: boolean): Promise<void> => {
      if (!on) reader.stop();
      if (on) reader.start();
      if (on) await reader.finish();
    };
    if (whenMarked) await turn(true);
    const text = document.body.textContent ?? '';
    const placeOf = (piece: string): [Node, number] => {
      let left = text.indexOf(piece);
      for (const node of window.lab.nodesIn(document.body)) {
        if (!(node instanceof Text)) continue;
        if (left < node.data.length) return [node, left];
        left -= node.data.length;
      }
      return [document.body, 0];
    };
    const selection = document.getSelection();
    selection?.setBaseAndExtent(...select(placeOf, document.querySelector('p') ?? document.body));
    const tell = () => {
      const offset = (node: Node | null | undefined, at = 0): number => {
        const range = document.createRange();
        range.setStart(document.body, 0);
        if (node) range.setEnd(node, at);
        return range.toString().length;
      };
      return {
        anchor: offset(selection?.anchorNode, selection?.anchorOffset),
        focus: offset(selection?.focusNode, selection?.focusOffset),
      };
    };
    const before = tell();
    await turn(!whenMarked);
    await null;
    return { before, after: tell(), marks: window.lab.marked().length };
  };
  const HTML = '<p>The MRI of the <b>bone</b> marrow.</p><p>Osteoporosis: see it.</p>';

  test.each(SELECTIONS)('when it stops: %s', async (_name, select) => {
    await lab.open(HTML);
    const { before, after, marks } = await lab.run(throughChange, true, select);
    expect(marks).toBe(0);
    expect(after).toEqual(before);
  });

  test.each(SELECTIONS)('when it marks: %s', async (_name, select) => {
    await lab.open(HTML);
    const { before, after, marks } = await lab.run(throughChange, false, select);
    expect(marks).toBe(3);
    expect(after).toEqual(before);
  });
});
