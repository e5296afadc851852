// How a live page is laid out, as its browser computes it.
import type { Layout } from './blocks.ts';
import { hostOf, isShadowRoot, type Place, shadowRootOf } from './roots.ts';

/** The element that another is drawn in: the slot it is put into, its parent, or the host of its tree. */
const flatParent = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? hostOf(element);

/** The element whose box an element is drawn in: itself, unless it has none of its own. */
function boxOf(element: Element): Element {
  let box = element;
  while (getComputedStyle(box).display === 'contents') {
    const parent = flatParent(box);
    if (parent === null) break;
    box = parent;
  }
  return box;
}

/** Where text directly in a place is drawn: in its box, or in that of the slot it is put into; null where a script puts it, or nothing does. */
function boxOfText(place: Place): Element | null {
  if (isShadowRoot(place)) return boxOf(place.host);
  const shadow = shadowRootOf(place);
  if (shadow === null) return boxOf(place);
  if (shadow.slotAssignment === 'manual') return null;
  const slot = shadow.querySelector('slot:not([name]), slot[name=""]');
  return slot && boxOf(slot);
}

/** The layout of the document that the elements are in. */
export const liveLayout: Layout = {
  display: (element) => getComputedStyle(element).display,
  visible: (element) => {
    const style = getComputedStyle(element);
    const closed = element.localName === 'details' && !element.hasAttribute('open');
    // Written in by its attribute or by designMode; by a style, which only Chromium knows.
    const edited =
      (element instanceof HTMLElement && element.isContentEditable) ||
      style.getPropertyValue('-webkit-user-modify').includes('write');
    // What stands in a slot is shown only while nothing is put into it.
    const replaced = element instanceof HTMLSlotElement && element.assignedNodes().length > 0;
    const hidden = style.visibility !== 'visible' || style.contentVisibility === 'hidden';
    if (hidden || closed || edited || replaced) return false;
    return (style.display === 'contents' ? boxOf(element) : element).checkVisibility();
  },
  keepsTogether: (place) => {
    const box = boxOfText(place);
    if (box === null || (box !== place && !box.checkVisibility())) return false;
    return !/flex|grid/.test(getComputedStyle(box).display);
  },
  shadow: shadowRootOf,
};

/** Where in the window, from its top, an element that stands there is looked for. */
const LOOKED_FOR_AT = [0.1, 0.3, 0.5, 0.7, 0.9];

/** The first element of those on screen that begin there or not far above; undefined where the window shows the top of the page. */
export function firstOnScreen(document: Document): Element | undefined {
  if (scrollY < innerHeight) return undefined;
  return LOOKED_FOR_AT.map((at) => document.elementFromPoint(innerWidth / 2, innerHeight * at))
    .filter((element) => element !== null)
    .find((element) => element.getBoundingClientRect().top > -innerHeight);
}
