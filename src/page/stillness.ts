// Tells whether marks moved anything: a mark is an element, and structural selectors of the page (`em:first-child`, `* + *`, `:has()`) can make room for it.
import type { Range as MarkRange } from './ink.ts';
import { elementOf, hostOf, type Place } from './roots.ts';

/** How many elements of a block are looked at. */
const LOOKED_AT = 1000;
/** Differences of boxes below this, in CSS pixels, are rounding: Chromium rounds the width of each piece of text to 1/64, and each mark makes two more. */
const ROUNDING = 0.2;
const ROUNDING_OF_A_MARK = 2 / 64;
/** Scroll sizes are whole numbers: what is a hair's breadth wider may be one more. */
const ROUNDING_OF_SIZES = 2;
/** Text may stand this much elsewhere, in CSS pixels: Firefox spreads the spaces of a justified line anew for its pieces. */
const DRIFT = 2;

/** What is to be marked in one run of text. */
export interface Drawing {
  readonly block: Place;
  readonly nodes: readonly Text[];
  readonly ranges: readonly MarkRange[];
}

type Boxes = readonly number[];

const near = (a: Boxes, b: Boxes, within: number): boolean =>
  a.length === b.length && a.every((value, i) => Math.abs(value - (b[i] ?? 0)) < within);

/** A block's size and where its elements stand in it. Where the block itself stands is left out: what is above it may have grown. */
function boxesIn(block: Place, isOurs: (element: Element) => boolean): Boxes {
  const { left, top, width, height } = elementOf(block).getBoundingClientRect();
  const boxes = [left, width, height];
  let seen = 0;
  for (const element of block.querySelectorAll('*')) {
    if (isOurs(element)) continue;
    if (++seen > LOOKED_AT) break;
    const box = element.getBoundingClientRect();
    boxes.push(box.left - left, box.top - top, box.width, box.height);
  }
  return boxes;
}

/** Where blocks stand in the document, and the height of its body. */
function placesOf(document: Document, blocks: readonly Place[]): Boxes {
  const boxes = [document.body?.getBoundingClientRect().height ?? 0];
  for (const block of blocks) {
    const { left, top } = elementOf(block).getBoundingClientRect();
    boxes.push(left, top);
  }
  return boxes;
}

const sizeOf = ({ documentElement }: Document): Boxes => [
  documentElement.scrollWidth,
  documentElement.scrollHeight,
];

/** The stretches of lines that some boxes of text make up, as they stand in its block; cut or not, a stretch is one. */
function stretchesOf(rects: readonly DOMRect[], block: Place): Boxes {
  const { left, top } = elementOf(block).getBoundingClientRect();
  const stretches: [left: number, top: number, right: number, bottom: number][] = [];
  for (const rect of rects) {
    if (rect.width === 0 || rect.height === 0) continue;
    const last = stretches.at(-1);
    if (last && Math.abs(last[1] + top - rect.top) < DRIFT) {
      last[0] = Math.min(last[0], rect.left - left);
      last[2] = Math.max(last[2], rect.right - left);
    } else stretches.push([rect.left - left, rect.top - top, rect.right - left, rect.bottom - top]);
  }
  return stretches.flat();
}

/** One for all: a browser keeps every range up to date as long as it is there, at each change of the page. */
const range = new Range();

/** The boxes that a match is drawn in, before its text nodes are cut. */
function rectsOf({ nodes }: Drawing, { start, end }: MarkRange): DOMRect[] {
  const rects: DOMRect[] = [];
  let at = 0;
  for (const node of nodes) {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, node.length)];
    at += node.length;
    if (from >= to) continue;
    range.setStart(node, from);
    range.setEnd(node, to);
    rects.push(...range.getClientRects());
  }
  return rects;
}

/** The boxes that what is in a mark is drawn in. */
function rectsIn(mark: Element): DOMRect[] {
  range.selectNodeContents(mark);
  return [...range.getClientRects()];
}

const IN_FIREFOX = CSS.supports('-moz-appearance: none');

/**
 * Whether drawing anything in a block moves it for good, so that it must not even be tried: Firefox balances columns anew whenever something in them
 * changes, and not as before when that is taken back.
 */
export function isUnsteady(block: Place): boolean {
  if (!IN_FIREFOX) return false;
  for (let at: Element | null = elementOf(block); at; at = at.parentElement ?? hostOf(at)) {
    const { columnCount, columnWidth, columnFill } = getComputedStyle(at);
    if ((columnCount !== 'auto' || columnWidth !== 'auto') && columnFill !== 'auto') return true;
  }
  return false;
}

const numberOf = (mark: Element): number => Number(mark.getAttribute('data-mark'));

/** How a page looked where marks are about to be drawn. */
export class Stillness {
  readonly #document: Document;
  readonly #isOurs: (element: Element) => boolean;
  readonly #boxes: ReadonlyMap<Place, Boxes>;
  readonly #size: Boxes;
  readonly #places: Boxes;
  readonly #texts: ReadonlyMap<number, { readonly block: Place; readonly stretches: Boxes }>;
  readonly #animations: ReadonlySet<Animation>;

  /** @param isOurs whether an element is a mark */
  constructor(document: Document, drawings: readonly Drawing[], isOurs: (element: Element) => boolean) {
    this.#document = document;
    this.#isOurs = isOurs;
    this.#animations = new Set(document.getAnimations());
    this.#boxes = new Map(drawings.map(({ block }) => [block, boxesIn(block, isOurs)]));
    this.#size = sizeOf(document);
    this.#places = placesOf(document, [...this.#boxes.keys()]);
    this.#texts = new Map(
      drawings.flatMap((drawing) =>
        drawing.ranges.map((range) => {
          const { block } = drawing;
          return [range.number, { block, stretches: stretchesOf(rectsOf(drawing, range), block) }] as const;
        }),
      ),
    );
  }

  /** The blocks in which something stands elsewhere now or has begun to move; all of them, if only something outside them does. */
  moved(marks: readonly Element[]): Set<Place> {
    const moved = new Set<Place>();
    for (const [block, boxes] of this.#boxes) {
      const drawn = marks.filter((mark) => block.contains(mark)).length;
      if (!near(boxes, boxesIn(block, this.#isOurs), ROUNDING + drawn * ROUNDING_OF_A_MARK)) moved.add(block);
    }
    const pieces = Map.groupBy(marks, numberOf);
    for (const [number, { block, stretches }] of this.#texts) {
      const now = stretchesOf((pieces.get(number) ?? []).flatMap(rectsIn), block);
      if (!near(stretches, now, DRIFT)) moved.add(block);
    }
    for (const animation of this.#document.getAnimations()) {
      if (this.#animations.has(animation)) continue;
      const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
      for (const block of this.#boxes.keys()) if (target && block.contains(target)) moved.add(block);
    }
    // Nothing of the page is held on to.
    range.setStart(this.#document, 0);
    range.collapse(true);
    const blocks = [...this.#boxes.keys()];
    const still =
      near(this.#places, placesOf(this.#document, blocks), ROUNDING) &&
      near(this.#size, sizeOf(this.#document), ROUNDING_OF_SIZES);
    return moved.size > 0 || still ? moved : new Set(blocks);
  }
}
