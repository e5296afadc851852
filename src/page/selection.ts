// Keeps what the reader has selected while text nodes are cut into pieces or joined again.

import { isShadowRoot } from './roots.ts';

/** A boundary of a selection: a node and an offset in it, as in a DOM range. */
export type Point = readonly [node: Node, offset: number];

/** Where a selection begins and ends, also in shadow trees: without being given these a selection tells only of their hosts. */
function boundaries(
  selection: Selection,
  shadows: readonly ShadowRoot[],
): [anchor: Point, focus: Point] | null {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (!anchorNode || !focusNode) return null;
  if (shadows.length === 0)
    return [
      [anchorNode, anchorOffset],
      [focusNode, focusOffset],
    ];
  // Firefox has it from version 142; before that a selection in a shadow tree may collapse.
  const [range] = selection.getComposedRanges?.({ shadowRoots: [...shadows] }) ?? [];
  if (range === undefined) return null;
  const start: Point = [range.startContainer, range.startOffset];
  const end: Point = [range.endContainer, range.endOffset];
  return selection.direction === 'backward' ? [end, start] : [start, end];
}

/**
 * Makes a change to text nodes and puts the selection back over the same characters.
 * @param nodes the text nodes that are changed
 * @param before where a boundary is, told so that it survives the change; null for boundaries the change does not touch
 * @param after the boundary again, once the change was made
 */
export function keepingSelection<Place>(
  nodes: readonly Node[],
  before: (...point: Point) => Place | null,
  after: (place: Place) => Point,
  change: () => void,
): void {
  const selection = nodes[0]?.ownerDocument?.getSelection();
  const shadows = [...new Set(nodes.map((node) => node.getRootNode()))].filter(isShadowRoot);
  const points = selection ? boundaries(selection, shadows) : null;
  const anchor = points && before(...points[0]);
  const focus = points && before(...points[1]);
  change();
  if (!selection || (anchor === null && focus === null)) return;
  // A boundary the change did not touch was kept right by the browser: it is asked only now, for children before it may have come or gone.
  const now = boundaries(selection, shadows);
  const from = anchor === null ? now?.[0] : after(anchor);
  const to = focus === null ? now?.[1] : after(focus);
  if (from && to) selection.setBaseAndExtent(...from, ...to);
}
