// What a card stands beside: the element of a mark, or a text that the reader has selected.
import type { VirtualElement } from '@floating-ui/dom';

/** A selected text. Its element says in which part of the page it is, and when it has gone. */
export interface SelectionAnchor extends VirtualElement {
  readonly contextElement: Element;
}

export type Anchor = HTMLElement | SelectionAnchor;

/** How far below the upper edge a card stands that is beside nothing, in CSS pixels. */
const TOP = 16;

/** The element of the page that an anchor is, or is in. */
export const elementAt = (anchor: Anchor): Element =>
  anchor instanceof Element ? anchor : anchor.contextElement;

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

/**
 * Where the reader has selected text, as it stands when it is asked: the lines of the selection; else the field or the shadow tree in which they are; else, as
 * in a viewer whose text is no text of the page, the upper edge of the window.
 */
export function anchorAtSelection(document: Document): SelectionAnchor {
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
  const element = range && elementOf(range.commonAncestorContainer);
  if (range && element && !range.collapsed && range.getClientRects().length > 0)
    return {
      contextElement: element,
      getBoundingClientRect: () => range.getBoundingClientRect(),
      getClientRects: () => [...range.getClientRects()],
    };
  const { activeElement, body, documentElement } = document;
  const around = [activeElement, element].find(
    (candidate) => candidate && candidate !== body && candidate !== documentElement,
  );
  if (around) return { contextElement: around, getBoundingClientRect: () => around.getBoundingClientRect() };
  return {
    contextElement: documentElement,
    getBoundingClientRect: () => new DOMRect(documentElement.clientWidth / 2, TOP, 0, 0),
  };
}
