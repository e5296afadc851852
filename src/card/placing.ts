// Where the card stands: beside its word, on one side of it, and within the window.
import {
  computePosition,
  flip,
  hide,
  inline,
  offset,
  type ReferenceElement,
  shift,
  size,
  type VirtualElement,
} from '@floating-ui/dom';
import { MARK } from '../page/blocks.ts';

/** Gap between word and card, and least distance from the edge of the window, in CSS pixels. */
const GAP = 6;
const EDGE = 8;
/** The least height of a card, in CSS pixels: two lines and its edges. Where neither side of the word has that, the card covers it. */
const LEAST = 72;
/** With this much room, in CSS pixels, a card that grows stays where it is and scrolls inside: it does not jump from under the pointer to the other side. */
const ENOUGH = 240;

export type Side = 'top' | 'bottom';

/** What a card is to stand beside: all lines of it are left free. */
export interface Beside extends VirtualElement {
  readonly contextElement: Element;
  readonly getClientRects: () => DOMRect[];
}

/** Whether a line of text follows another without a gap: not in the next column, nor in a copy elsewhere. */
const follows = (line: DOMRect, before: DOMRect): boolean =>
  line.top < before.bottom + before.height && line.bottom > before.top - before.height;

function around(lines: readonly DOMRect[]): DOMRect {
  const left = Math.min(...lines.map((line) => line.left));
  const top = Math.min(...lines.map((line) => line.top));
  const right = Math.max(...lines.map((line) => line.right));
  const bottom = Math.max(...lines.map((line) => line.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

/** The whole word that a mark element begins: its other pieces, where inline tags part them, and its other lines too. */
export function wholeWord(mark: HTMLElement): Beside {
  const getClientRects = (): DOMRect[] => {
    const root = mark.getRootNode() as Document | ShadowRoot;
    const pieces = root.querySelectorAll(`${MARK}[data-mark="${Number(mark.dataset.mark)}"]`);
    const all = [mark, ...[...pieces].filter((piece) => piece !== mark)].flatMap((piece) => [
      ...piece.getClientRects(),
    ]);
    const lines: DOMRect[] = [];
    for (const line of all) {
      const before = lines.at(-1);
      if (before === undefined || follows(line, before)) lines.push(line);
    }
    return lines;
  };
  return {
    contextElement: mark,
    getClientRects,
    getBoundingClientRect: () => {
      const lines = getClientRects();
      return lines.length > 0 ? around(lines) : mark.getBoundingClientRect();
    },
  };
}

/** A place in the window, in CSS pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly side: Side;
  /** The most that the card's height may be. */
  readonly room: number;
}

/**
 * Finds the place of a card beside a word; null where the word is not in sight.
 * @param kept the side on which the card stands already
 */
export async function placeBeside(
  word: ReferenceElement,
  host: HTMLElement,
  kept: Side | null,
): Promise<Place | null> {
  const { top, bottom } = word.getBoundingClientRect();
  const has = { top: top - GAP - EDGE, bottom: innerHeight - bottom - GAP - EDGE };
  const stays = kept !== null && has[kept] >= Math.min(ENOUGH, Math.max(has.top, has.bottom));
  let room = 0;
  const { x, y, placement, middlewareData } = await computePosition(word, host, {
    strategy: 'fixed',
    placement: stays && kept === 'top' ? 'top-start' : 'bottom-start',
    middleware: [
      inline(),
      offset(GAP),
      !stays && flip({ padding: EDGE }),
      shift({ padding: EDGE }),
      size({
        padding: EDGE,
        apply: ({ availableHeight }) => {
          room = Math.max(LEAST, Math.floor(availableHeight));
        },
      }),
      hide(),
    ],
  });
  if (middlewareData.hide?.referenceHidden) return null;
  const side = placement.startsWith('top') ? 'top' : 'bottom';
  // The place was found for the card's full height: with less it begins lower above the word.
  const height = Math.min(host.offsetHeight, room);
  const beside = side === 'top' ? y + host.offsetHeight - height : y;
  // Where there is no room on either side of the word - in a low frame - it covers the word rather than leave the window.
  const lowest = Math.max(EDGE, innerHeight - EDGE - height);
  return { x: Math.round(x), y: Math.round(Math.max(EDGE, Math.min(beside, lowest))), side, room };
}
