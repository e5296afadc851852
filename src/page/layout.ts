// How a live page is laid out, as its browser computes it.
import type { Layout } from './blocks.ts';

/** The layout of the document that the elements are in. */
export const liveLayout: Layout = {
  display: (element) => getComputedStyle(element).display,
  visible: (element) => element.checkVisibility({ visibilityProperty: true }),
};
