// The card as a sheet at the edge of a small screen that is touched: the word stays in sight beside it.

/** Where the card is a sheet; card.css says the same. */
const SHEET = '(pointer: coarse) and (max-width: 600px)';
/** Least distance between word and sheet, in CSS pixels. */
const EDGE = 8;
/** The least part of the window's height that a sheet below its word may have; else it stands at the upper edge. */
const LEAST = 0.3;

/** Whether the card is a sheet in this window. */
export const isSheet = (): boolean => matchMedia(SHEET).matches;

interface Word {
  readonly contextElement: Element;
  readonly getBoundingClientRect: () => Pick<DOMRect, 'top' | 'bottom'>;
}

const scrolls = (element: Element): boolean =>
  element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY);

/** Scrolls what is round an element, the innermost first and each only as far as the element stays in it, until `hidden` is nothing or all has been tried. */
function scrollUp(element: Element, hidden: () => number): void {
  const page = element.ownerDocument.scrollingElement;
  for (let at: Element | null = element; at && hidden() > 0; ) {
    if (at !== page && scrolls(at)) {
      const above = element.getBoundingClientRect().top - at.getBoundingClientRect().top;
      at.scrollBy({ top: Math.max(0, Math.min(hidden(), above)), behavior: 'instant' });
    }
    const root = at.getRootNode();
    at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  if (hidden() > 0) page?.scrollBy({ top: hidden(), behavior: 'instant' });
}

/** Keeps one sheet beside its word. */
export class Sheet {
  #size = '';

  /** To be called whenever something has moved or has another size. False when the reader has scrolled the word away. */
  place({ contextElement, getBoundingClientRect }: Word, host: HTMLElement): boolean {
    const hidden = (): number => getBoundingClientRect().bottom + EDGE - (innerHeight - host.offsetHeight);
    // The page is moved when the sheet has become higher or the window lower, not when the reader scrolls.
    const size = `${host.offsetHeight} of ${innerHeight}`;
    if (size === this.#size) {
      const word = getBoundingClientRect();
      const sheet = host.getBoundingClientRect();
      return sheet.top > 0
        ? word.bottom > 0 && word.top < sheet.top
        : word.bottom > sheet.bottom && word.top < innerHeight;
    }
    const set = (name: string, value: string): void => host.style.setProperty(name, value, 'important');
    set('--bedside-sheet-top', 'auto');
    set('--bedside-sheet-bottom', '0');
    host.style.removeProperty('--bedside-sheet');
    scrollUp(contextElement, hidden);
    if (hidden() > 0) {
      // The page ends here.
      const { top, bottom } = getBoundingClientRect();
      const below = innerHeight - bottom - EDGE;
      const isBelow = below >= innerHeight * LEAST;
      if (!isBelow) {
        set('--bedside-sheet-top', '0');
        set('--bedside-sheet-bottom', 'auto');
      }
      set('--bedside-sheet', `${Math.floor(isBelow ? below : top - EDGE)}px`);
    }
    this.#size = `${host.offsetHeight} of ${innerHeight}`;
    return true;
  }
}
