// Tells whether marks moved anything: structural selectors of the page (`em:first-child`, `* + *`) can, for a mark is an element.
import { MARK } from './blocks.ts';
import { elementOf, type Place } from './roots.ts';

/** How many elements of a block are looked at. */
const LOOKED_AT = 100;
/** Differences below this, in CSS pixels, are rounding. */
const ROUNDING = 0.05;

/** A block's size and where its own elements stand in it, in CSS pixels. Where the block itself stands is left out: what is above it may have grown. */
export type Boxes = readonly number[];

/** Reads the boxes of a block as they are drawn now. */
export function boxesOf(block: Place): Boxes {
  const { left, top, width, height } = elementOf(block).getBoundingClientRect();
  const boxes = [left, width, height];
  const inside = block.querySelectorAll(`:not(${MARK})`);
  for (let i = 0; i < Math.min(inside.length, LOOKED_AT); i++) {
    const box = inside[i]?.getBoundingClientRect();
    if (box) boxes.push(box.left - left, box.top - top, box.width, box.height);
  }
  return boxes;
}

/** Whether two readings of a block show the same. */
export const sameBoxes = (a: Boxes, b: Boxes): boolean =>
  a.length === b.length && a.every((value, i) => Math.abs(value - (b[i] ?? 0)) < ROUNDING);
