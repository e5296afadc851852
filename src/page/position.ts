// Where the reader is on the page, for going on from there: what was explained last, a selection, the focus - as far as it is on screen.
import { CARD } from './blocks.ts';
import type { Way } from './places.ts';
import { shadowRootOf } from './roots.ts';

const isOnScreen = ({ top, bottom, left, right }: DOMRect): boolean =>
  bottom >= 0 && top <= innerHeight && right >= 0 && left <= innerWidth;

function boxOf(node: Node): DOMRect | null {
  if (node instanceof Element) return node.getBoundingClientRect();
  const range = new Range();
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
}

/** The node if it can be seen. The whole page is no place in it. */
function placeAt(node: Node | null): Node | undefined {
  if (!node?.isConnected || node === document.body || node === document.documentElement) return undefined;
  const box = boxOf(node);
  return box && isOnScreen(box) ? node : undefined;
}

/** What has the focus, also in shadow trees. */
function focused(): Element | null {
  let at = document.activeElement;
  if (at?.localName === CARD) return null;
  for (let inner = at; inner; inner = (at && shadowRootOf(at)?.activeElement) ?? null) at = inner;
  return at;
}

/** What tells whether the reader has been elsewhere since. */
const traceOf = (): readonly unknown[] => {
  const { focusNode = null, focusOffset = 0 } = document.getSelection() ?? {};
  return [focused(), focusNode, focusOffset];
};

/** The reader's place on one page. */
export class Position {
  #explained: { readonly mark: number; readonly trace: readonly unknown[] } | undefined;

  /** A mark's card is about to be opened. */
  note(mark: number): void {
    const inCard = document.activeElement?.localName === CARD;
    // From card to card: the reader will come back to where the first was opened.
    this.#explained = { mark, trace: (inCard && this.#explained?.trace) || traceOf() };
  }

  /**
   * A mark or a node from which to go on; undefined where nothing tells more than what is on screen.
   * @param markAt the element of a mark, while it is there
   */
  from(way: Way, markAt: (mark: number) => Element | null): number | Node | undefined {
    const { mark, trace } = this.#explained ?? {};
    const now = traceOf();
    const stayed = trace?.every((part, i) => part === now[i]) ?? false;
    if (mark !== undefined && stayed && placeAt(markAt(mark))) return mark;
    const selection = document.getSelection();
    const caret = placeAt(selection?.focusNode ?? null);
    if (selection && !selection.isCollapsed && selection.rangeCount > 0 && caret) {
      const { startContainer, endContainer } = selection.getRangeAt(0);
      return way === 'next' ? endContainer : startContainer;
    }
    return placeAt(focused()) ?? caret;
  }
}
