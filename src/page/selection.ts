// Keeps what the reader has selected while text nodes are cut into pieces or joined again.

/** A boundary of a selection: a node and an offset in it, as in a DOM range. */
export type Point = readonly [node: Node, offset: number];

/**
 * Makes a change to text nodes and puts the selection back over the same characters.
 * @param before where a boundary is, told so that it survives the change; null for boundaries the change does not touch
 * @param after the boundary again, once the change was made
 */
export function keepingSelection<Place>(
  document: Document,
  before: (...point: Point) => Place | null,
  after: (place: Place) => Point,
  change: () => void,
): void {
  const selection = document.getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
  const anchor = anchorNode ? before(anchorNode, anchorOffset ?? 0) : null;
  const focus = focusNode ? before(focusNode, focusOffset ?? 0) : null;
  change();
  if (!selection || (anchor === null && focus === null)) return;
  // A boundary the change did not touch was kept right by the browser: it is asked only now, for children before it may have come or gone.
  const [from, to]: (Point | null)[] = [
    anchor === null ? selection.anchorNode && [selection.anchorNode, selection.anchorOffset] : after(anchor),
    focus === null ? selection.focusNode && [selection.focusNode, selection.focusOffset] : after(focus),
  ];
  if (from && to) selection.setBaseAndExtent(...from, ...to);
}
