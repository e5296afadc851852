// Reads a document as runs of text: what stands together on the page, block by block, without what must never be touched.
import { closestAcross, elementOf, isShadowRoot, type Place } from './roots.ts';

/** Text that stands together: the text nodes of one block between two walls (block edges, `<br>`, islands that are not read). */
export interface Run {
  /** The nearest block-level element round the text; a shadow root, where there is none in it. */
  readonly block: Place;
  readonly nodes: readonly Text[];
  /** The nodes' text, joined with nothing between. */
  readonly text: string;
}

/** How a document is laid out; the browser's own answer on a page, a table of tags outside one. */
export interface Layout {
  /** The computed `display`. */
  display(element: Element): string;
  /** Whether text directly in the element can be seen, and is not being edited. */
  visible(element: Element): boolean;
  /** Whether pieces of text directly in a place that is visible stay together; a flex or grid container makes an item of each, which loses its spaces. */
  keepsTogether(place: Place): boolean;
  /** The shadow root of the element. */
  shadow(element: Element): ShadowRoot | null;
}

/** The names of our own elements; the contract with the outside. */
export const MARK = 'bedsideterm';
export const CARD = 'bedside-card';

/** What does something when pressed: a press on a word in it is the page's. */
export const INTERACTIVE = [
  'a[href], button, summary, label, select, option, [onclick], [draggable="true"]',
  ...['button', 'link', 'tab', 'option', 'menuitem', 'checkbox', 'radio', 'switch', 'treeitem'].map(
    (role) => `[role="${role}"]`,
  ),
].join(', ');

/** What is never read and never marked. Links and buttons are: they are marked, and keep doing what they did. */
const UNTOUCHED = [
  'script, style, noscript, template, head, title',
  'input, textarea, select, option, datalist, output',
  '[contenteditable]:not([contenteditable="false" i]), [role="textbox" i], [role="searchbox" i], [role="combobox" i]',
  'code, pre, kbd, samp, tt, math, svg, canvas, audio, video, object, embed, iframe, frame, frameset',
  '[aria-hidden="true" i], [hidden]',
  // Editors that are only shown, not written in, and formulas: scripts keep account of every node in them.
  '.ProseMirror, .cm-editor, .CodeMirror, .ql-container, [data-lexical-editor], .monaco-editor, .ace_editor',
  '.katex, mjx-container, .MathJax',
  CARD,
].join(', ');

/** The attributes by which an element becomes one that is never touched, or English, or is so no more. */
export const TELLING_ATTRIBUTES: readonly string[] = [
  'contenteditable',
  'role',
  'aria-hidden',
  'hidden',
  'lang',
];

/** Elements that stand in the line like a character: what is left and right of them is no one phrase. */
const WALLS = new Set(['br', 'hr', 'img', 'picture', 'meter', 'progress']);

/** Whether a computed `display` keeps an element in the line it stands in. */
export const isInline = (display: string): boolean =>
  display === 'inline' || display === 'contents' || display === 'ruby';

const isElement = (node: Node): node is Element => node.nodeType === 1;
const isText = (node: Node): node is Text => node.nodeType === 3;

/** Whether the element or one around it is never touched. */
export const isUntouched = (element: Element): boolean => closestAcross(element, UNTOUCHED) !== null;

/** Whether the nearest declared language is English or none is declared. */
export function inEnglish(element: Element | null): boolean {
  const lang = (element && closestAcross(element, '[lang]'))?.getAttribute('lang')?.trim() ?? '';
  return lang === '' || /^en\b/i.test(lang);
}

/** The nearest place round a node (itself included) that is a block of its own; null for what stands outside the document's elements. */
export function blockOf(node: Node, layout: Layout): Place | null {
  let place: Node | null = isText(node) ? node.parentNode : node;
  while (place && isElement(place) && isInline(layout.display(place))) {
    const parent: Node | null = place.parentNode;
    if (parent === null || !(isElement(parent) || isShadowRoot(parent))) break;
    place = parent;
  }
  return place && (isElement(place) || isShadowRoot(place)) ? place : null;
}

function hasText(place: Place): boolean {
  for (let child = place.firstChild; child; child = child.nextSibling)
    if (isText(child) && /\S/.test(child.data)) return true;
  return false;
}

/**
 * The blocks that hold text in a place (itself included) and in the shadow trees there, in the order of their first text, each once. The list of
 * elements is taken at the first step, so the document may change between steps; what has left it by then is passed over. A step may yield undefined:
 * nothing found, but a moment to pause.
 * @param first an element in the place to begin at; what stands before it comes last
 */
export function* blocksIn(root: Place, layout: Layout, first?: Element): Generator<Place | undefined> {
  const seen = new Set<Place>();
  const places = [root, ...root.querySelectorAll('*')];
  const at = first ? Math.max(0, places.indexOf(first)) : 0;
  for (const place of [...places.slice(at), ...places.slice(0, at)]) {
    const block = hasText(place) && place.isConnected ? blockOf(place, layout) : null;
    if (block === null) yield undefined;
    else if (!seen.has(block) && !isUntouched(elementOf(place))) {
      seen.add(block);
      yield block;
    }
    const shadow = isElement(place) ? layout.shadow(place) : null;
    if (shadow && !isUntouched(shadow.host)) yield* blocksIn(shadow, layout);
  }
}

/**
 * The runs of a block's own lines, in order: its text and that of the inline elements in it, without the blocks in it.
 * @param onHidden called for what is not read because it cannot be seen: the block, or inline elements in it
 */
export function runsOf(block: Place, layout: Layout, onHidden?: (element: Element) => void): Run[] {
  const runs: Run[] = [];
  let nodes: Text[] = [];
  const wall = (): void => {
    const text = nodes.map(({ data }) => data).join('');
    if (/\S/.test(text)) runs.push({ block, nodes, text });
    nodes = [];
  };
  const isSeen = (element: Element): boolean => {
    const seen = layout.visible(element);
    if (!seen) onHidden?.(element);
    return seen;
  };
  const walk = (parent: Place, readable: boolean): void => {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (isText(child)) {
        if (readable) nodes.push(child);
        else wall();
      } else if (isElement(child)) {
        const display = layout.display(child);
        if (!isInline(display) || WALLS.has(child.localName) || child.matches(UNTOUCHED)) wall();
        else {
          // Round and in an element with a tree of its own may stand text that is not among its children.
          const isHost = layout.shadow(child) !== null;
          if (isHost) wall();
          const together = display === 'inline' && !isHost;
          walk(child, isSeen(child) && (together || layout.keepsTogether(child)));
          if (isHost) wall();
        }
      }
    }
  };
  const element = elementOf(block);
  if (!isUntouched(element)) walk(block, isSeen(element) && layout.keepsTogether(block));
  wall();
  return runs;
}
