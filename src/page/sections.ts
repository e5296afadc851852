// Tells which section of the document a place is in: from one heading, or the start of an article, post or feed item, to the next.
import { PARTS } from './parts.ts';
import { isShadowRoot, type Root } from './roots.ts';

/** What a section starts with, as a selector. */
export const STARTS = `h1, h2, h3, h4, h5, h6, [role="heading"], ${PARTS}`;

/** The sections of a document and its shadow trees. Asked again after the document changed once `forget` was called. */
export class Sections {
  readonly #starts = new Map<Root, readonly Element[]>();

  /** Drops what is known of the document's headings. */
  forget(): void {
    this.#starts.clear();
  }

  /** The element that starts the section of a node, or the document before the first. A shadow tree without headings belongs to the section of its host. */
  of(node: Node): Node {
    const root = node.getRootNode();
    const starts = root instanceof Document || isShadowRoot(root) ? this.#startsIn(root) : [];
    // The starts are in document order, so those that stand before the node or around it come first.
    let low = 0;
    for (let high = starts.length; low < high; ) {
      const middle = (low + high) >> 1;
      const position = starts[middle]?.compareDocumentPosition(node) ?? 0;
      const before = Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY;
      if (position & before) low = middle + 1;
      else high = middle;
    }
    return starts[low - 1] ?? (isShadowRoot(root) ? this.of(root.host) : root);
  }

  #startsIn(root: Root): readonly Element[] {
    let starts = this.#starts.get(root);
    if (starts === undefined) {
      starts = [...root.querySelectorAll(STARTS)];
      this.#starts.set(root, starts);
    }
    return starts;
  }
}
