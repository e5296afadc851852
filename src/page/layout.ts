// How a live page is laid out, as its browser computes it.
import type { Layout } from './blocks.ts';

/** The element whose box an element is drawn in: itself, unless it has none of its own. */
function boxOf(element: Element): Element {
  let box = element;
  while (box.parentElement && getComputedStyle(box).display === 'contents') box = box.parentElement;
  return box;
}

/** The layout of the document that the elements are in. */
export const liveLayout: Layout = {
  display: (element) => getComputedStyle(element).display,
  visible: (element) => {
    const { visibility, contentVisibility } = getComputedStyle(element);
    const closed = element.localName === 'details' && !element.hasAttribute('open');
    return (
      visibility === 'visible' &&
      contentVisibility !== 'hidden' &&
      !closed &&
      boxOf(element).checkVisibility()
    );
  },
};
