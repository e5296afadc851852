// Reads a document as runs of text: what stands together on the page, block by block, without what must never be touched.

/** Text that stands together: the text nodes of one block between two walls (block edges, `<br>`, islands that are not read). */
export interface Run {
  /** The nearest block-level element round the text. */
  readonly block: Element;
  readonly nodes: readonly Text[];
  /** The nodes' text, joined with nothing between. */
  readonly text: string;
}

/** How a document is laid out; the browser's own answer on a page, a table of tags outside one. */
export interface Layout {
  /** The computed `display`. */
  display(element: Element): string;
  /** Whether text directly in the element can be seen. */
  visible(element: Element): boolean;
}

/** The names of our own elements; the contract with the outside. */
export const MARK = 'bedsideterm';
export const CARD = 'bedside-card';

/** What is never read and never marked. Links and buttons are: they are marked, and keep doing what they did. */
const UNTOUCHED = [
  'script, style, noscript, template, head, title',
  'input, textarea, select, option, datalist, output',
  '[contenteditable]:not([contenteditable="false" i]), [role="textbox" i], [role="searchbox" i], [role="combobox" i]',
  'code, pre, kbd, samp, tt, math, svg, canvas, audio, video, object, embed, iframe, frame, frameset',
  '[aria-hidden="true" i], [hidden]',
  `${MARK}, ${CARD}`,
].join(', ');

/** Elements that stand in the line like a character: what is left and right of them is no one phrase. */
const WALLS = new Set(['br', 'hr', 'img', 'picture', 'meter', 'progress']);

/** Whether a computed `display` keeps an element in the line it stands in. */
export const isInline = (display: string): boolean =>
  display === 'inline' || display === 'contents' || display === 'ruby';

const FLEX_OR_GRID = /flex|grid/;

const isElement = (node: Node): node is Element => node.nodeType === 1;
const isText = (node: Node): node is Text => node.nodeType === 3;

/** Whether the element or one around it is never touched. */
export const isUntouched = (element: Element): boolean => element.closest(UNTOUCHED) !== null;

/** Whether the nearest declared language is English or none is declared. */
export function inEnglish(element: Element | null): boolean {
  const lang = element?.closest('[lang]')?.getAttribute('lang')?.trim() ?? '';
  return lang === '' || /^en\b/i.test(lang);
}

/** The nearest element round a node (itself included) that is a block of its own; null for what stands outside the document's elements. */
export function blockOf(node: Node, layout: Layout): Element | null {
  let element = isElement(node) ? node : node.parentElement;
  while (element?.parentElement && isInline(layout.display(element))) element = element.parentElement;
  return element;
}

function hasText(element: Element): boolean {
  for (let child = element.firstChild; child; child = child.nextSibling)
    if (isText(child) && /\S/.test(child.data)) return true;
  return false;
}

/**
 * The blocks that hold text in an element (itself included), in the order of their first text, each once. The list of elements is taken at the first
 * step, so the document may change between steps; what has left it by then is passed over. A step may yield undefined: nothing found, but a moment
 * to pause.
 */
export function* blocksIn(root: Element, layout: Layout): Generator<Element | undefined> {
  const seen = new Set<Element>();
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (!hasText(element) || !element.isConnected) {
      yield undefined;
      continue;
    }
    const block = blockOf(element, layout);
    if (block === null || seen.has(block)) continue;
    seen.add(block);
    if (!isUntouched(element)) yield block;
  }
}

/** The runs of a block's own lines, in order: its text and that of the inline elements in it, without the blocks in it. */
export function runsOf(block: Element, layout: Layout): Run[] {
  const runs: Run[] = [];
  let nodes: Text[] = [];
  const wall = (): void => {
    const text = nodes.map(({ data }) => data).join('');
    if (/\S/.test(text)) runs.push({ block, nodes, text });
    nodes = [];
  };
  const walk = (parent: Element, readable: boolean): void => {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (isText(child)) {
        if (readable) nodes.push(child);
        else wall();
      } else if (isElement(child)) {
        const display = layout.display(child);
        if (!isInline(display) || WALLS.has(child.localName) || child.matches(UNTOUCHED)) wall();
        else walk(child, layout.visible(child) && (readable || display !== 'contents'));
      }
    }
  };
  // Each piece of text directly in a flex or grid container would become an item of its own and lose its spaces.
  if (!isUntouched(block)) walk(block, layout.visible(block) && !FLEX_OR_GRID.test(layout.display(block)));
  wall();
  return runs;
}
