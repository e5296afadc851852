// Walks a document across the edges of its shadow trees, closed ones included.

/** What can be observed and searched by itself. */
export type Root = Document | ShadowRoot;

/** What a line of text can stand in: an element, or a shadow root that holds text directly. */
export type Place = Element | ShadowRoot;

/** Chromium's way into closed roots; only content scripts have it. */
interface ChromeDom {
  openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null;
}

const chromeDom = (globalThis as { chrome?: { dom?: ChromeDom } }).chrome?.dom;

/** Elements that may have a shadow root, beside custom ones (DOM standard, attachShadow). */
const HOSTS = /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

export const isShadowRoot = (node: Node | null): node is ShadowRoot =>
  node?.nodeType === 11 && (node as { host?: Element }).host !== undefined;

/** The element a place is in the tree of elements: itself, or the host of a shadow root. */
export const elementOf = (place: Place): Element => (isShadowRoot(place) ? place.host : place);

/** The host of the shadow tree that a node is in; null in the document's own. */
export function hostOf(node: Node): Element | null {
  const root = node.getRootNode();
  return isShadowRoot(root) ? root.host : null;
}

/** The nearest element that matches, itself included, also outside the shadow trees it is in. */
export function closestAcross(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; at = hostOf(at)) {
    const found = at.closest(selector);
    if (found) return found;
  }
  return null;
}

/** Whether a node is in the document's body, directly or in shadow trees there. What stands beside the body belongs to other extensions. */
export function isInBody(node: Node): boolean {
  const host = hostOf(node);
  if (host) return isInBody(host);
  return node.isConnected && node.ownerDocument?.body?.contains(node) === true;
}

/** Whether a node stands in an element (itself included), directly or in shadow trees there. */
export function containsAcross(element: Element, node: Node): boolean {
  for (let at: Node | null = node; at; at = hostOf(at)) if (element.contains(at)) return true;
  return false;
}

/**
 * Whether an element may be given a shadow root that can be found. Closed ones of ordinary elements are looked for only in empty elements: asking costs
 * more than all else that is done with an element.
 */
export const mayHost = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement &&
  (element.localName.includes('-') || (element.firstChild === null && HOSTS.test(element.localName)));

/** The shadow root of an element, open or closed. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  if (!mayHost(element)) return null;
  // Firefox's way into closed roots.
  const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
  return openOrClosedShadowRoot ?? chromeDom?.openOrClosedShadowRoot(element) ?? null;
}

/** The elements that match in a document and in the shadow trees given, in the order in which a reader meets them. */
export function queryAcross(document: Document, shadows: Iterable<ShadowRoot>, selector: string): Element[] {
  const inside = new Map<Root, ShadowRoot[]>();
  for (const shadow of shadows) {
    const outer = shadow.host.getRootNode() as Root;
    inside.set(outer, [...(inside.get(outer) ?? []), shadow]);
  }
  const inRoot = (root: Root): Element[] => {
    const found = [...root.querySelectorAll(selector)];
    const nested = inside.get(root);
    if (nested === undefined) return found;
    const shadowAt = new Map(nested.map((shadow) => [shadow.host, shadow]));
    return [...found, ...shadowAt.keys()].sort(byPosition).flatMap((element) => {
      const shadow = shadowAt.get(element);
      return shadow ? inRoot(shadow) : [element];
    });
  };
  return inRoot(document);
}

const byPosition = (a: Element, b: Element): number =>
  a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

/** The node, and the hosts of the shadow trees that it is in, from the inside out. */
function outward(node: Node): Node[] {
  const way = [node];
  for (let host = hostOf(node); host; host = hostOf(host)) way.push(host);
  return way;
}

/** Whether a node stands before another in reading order (negative), behind it (positive) or is the same, across shadow trees; what is in an element stands behind it. */
export function compareAcross(a: Node, b: Node): number {
  const [around, others] = [outward(a), outward(b)];
  for (const [depth, at] of around.entries()) {
    const other = others.findIndex((candidate) => candidate.getRootNode() === at.getRootNode());
    const there = others[other];
    if (there === undefined) continue;
    if (at === there) return depth - other;
    return at.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
  return 0;
}
