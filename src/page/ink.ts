// Draws marks; the only importer of mark.js.
//
// mark.js is given the run's text nodes themselves as its contexts, so the text it joins is exactly the run's and nothing has to be excluded. Ranges
// must be ascending and must not overlap: mark.js does not check.
import Mark from 'mark.js';
import { MARK } from './blocks.ts';

/** Where to draw, in UTF-16 units of the run's joined text. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
  /** Unique in the document; a match over several text nodes becomes several elements with the same number. */
  readonly number: number;
}

/** Wraps each range in mark elements and returns them in document order. */
export function draw(nodes: readonly Text[], ranges: readonly Range[]): HTMLElement[] {
  const drawn: HTMLElement[] = [];
  const byStart = new Map(ranges.map((range) => [range.start, range]));
  // Its types speak of elements, its code of nodes: contexts go to document.createNodeIterator, which takes any.
  const contexts = nodes as unknown as readonly HTMLElement[];
  new Mark(contexts).markRanges(
    ranges.map(({ start, end }) => ({ start, length: end - start })),
    {
      element: MARK,
      each: (element, { start }) => {
        const range = byStart.get(start);
        if (range === undefined || !(element instanceof HTMLElement)) return;
        element.removeAttribute('data-markjs');
        element.setAttribute('data-term', range.ids.join(' '));
        element.setAttribute('data-mark', String(range.number));
        drawn.push(element);
      },
    },
  );
  return drawn;
}
