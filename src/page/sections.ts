// Tells which section of the document a place is in: from one heading, or the start of an article, post or feed item, to the next.

const STARTS =
  'h1, h2, h3, h4, h5, h6, [role="heading"], article, [role="article"], [role="feed"] > *, [role="comment"]';

/** The sections of a document. Asked again after the document changed once `forget` was called. */
export class Sections {
  #starts: readonly Element[] | undefined;

  /** Drops what is known of the document's headings. */
  forget(): void {
    this.#starts = undefined;
  }

  /** The element that starts the section of a node, or the document before the first. */
  of(node: Node): Node {
    const document = node.ownerDocument ?? node;
    this.#starts ??= document instanceof Document ? [...document.querySelectorAll(STARTS)] : [];
    const starts = this.#starts;
    // The starts are in document order, so those that stand before the node or around it come first.
    let low = 0;
    for (let high = starts.length; low < high; ) {
      const middle = (low + high) >> 1;
      const position = starts[middle]?.compareDocumentPosition(node) ?? 0;
      const before = Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY;
      if (position & before) low = middle + 1;
      else high = middle;
    }
    return starts[low - 1] ?? document;
  }
}
