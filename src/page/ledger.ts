// Remembers how every marked text node was, so that the page can be put back exactly, and heals it when the page changes under the marks.
//
// mark.js cuts a text node T into T (which keeps its identity and becomes the head), mark elements and tails. Frameworks hold on to T: they will write
// it, move it or remove it, and know nothing of what stands behind it. The ledger keeps T's whole text and the nodes that follow it, its parts:
// - T was written: the page's new value stands, the parts go. If parts were written or removed too, what is left of them is the page's now.
// - T was removed, or moved, or something was put between T and its parts, or a part with text was lost: the parts go, T gets its whole text back.
// - The text of a part was written (a translator walks the text nodes): T gets what is there now, joined.
// - The page called normalize(), which takes out empty text nodes and joins neighbours, T among them. To tell this from a framework that removes T, the last
//   part is always an empty text node, which only normalize() takes along. What stands stays, in T or in the text that T was joined to.
// - T or a part was divided by the page (split, a word of it wrapped, something put between), its text the same, or a
//   part was replaced by something else: the page's pieces stay, our marks are unwrapped.
// In each case the entry is dropped and its block reported, to be read again. The repair runs in the observer's microtask, before anything is painted.
// Nothing here ever calls normalize() itself: it would remove text nodes that a framework holds.
import { MARK } from './blocks.ts';
import type { Place } from './roots.ts';
import { keepingSelection, type Point } from './selection.ts';

interface Part {
  /** A mark element, or a tail. */
  readonly node: ChildNode;
  /** The text it holds; anything else was written by the page. */
  readonly text: string;
  /** The text node inside, when it is a mark: pages may unwrap marks, and then it stands among the parts. */
  readonly inner: ChildNode | null;
}

interface Entry {
  readonly node: Text;
  /** The text before it was cut. */
  readonly whole: string;
  /** What `node` holds now; anything else was written by the page. */
  readonly head: string;
  /** What stands right behind `node`, in order. */
  readonly parts: readonly Part[];
  /** Numbers of the marks among the parts. */
  readonly numbers: readonly number[];
  readonly block: Place;
  /** When it was cut, as performance.now(). */
  readonly drawnAt: number;
}

/** A run that is about to be cut. */
export interface Cut {
  readonly nodes: readonly Text[];
  readonly block: Place;
  readonly cut: () => unknown;
}

/** What a change or a restore took away. */
export interface Loss {
  readonly block: Place;
  readonly numbers: readonly number[];
  /** When its marks were drawn, as performance.now(). */
  readonly drawnAt: number;
}

/** What the page did to a text: wrote it, put something in the place of a part - a translator, a voice that follows the words -, or something near it. */
type Touch = 'written' | 'replaced' | 'near';

const isMark = (node: Node): node is HTMLElement =>
  node.nodeType === 1 && (node as Element).localName === MARK;

const textOf = ({ node }: Part): string => node.textContent ?? '';

/** The record of everything that was cut. One for each document. */
export class Ledger {
  readonly #entries = new Map<Text, Entry>();
  /** Which entry a node belongs to, T and its parts alike. */
  readonly #owners = new WeakMap<Node, Entry>();
  readonly #byBlock = new Map<Place, Set<Entry>>();
  /** The parents of all text nodes that were ever cut. */
  readonly #parents = new WeakSet<Node>();

  /** Lets each `cut` cut the text nodes of a run, and enters what became of them. The reader's selection is kept. */
  record(runs: readonly Cut[]): void {
    const whole = new Map(
      runs.flatMap(({ nodes }) => nodes.map((node): [Node, string] => [node, node.data])),
    );
    keepingSelection<Point>(
      [...whole.keys()],
      (node, offset) => (whole.has(node) ? [node, offset] : null),
      ([node, offset]) => this.#pointIn(node, offset),
      () => {
        for (const { nodes, block, cut } of runs) {
          const next = nodes.map((node) => node.nextSibling);
          cut();
          for (const [i, node] of nodes.entries()) {
            const before = whole.get(node) ?? '';
            if (node.data !== before) this.#enter(node, before, next[i] ?? null, block);
          }
        }
      },
    );
  }

  #enter(node: Text, whole: string, next: ChildNode | null, block: Place): void {
    // mark.js leaves an empty tail only where the text ends with a mark.
    const last = next ? next.previousSibling : node.parentNode?.lastChild;
    if (last?.textContent !== '') node.parentNode?.insertBefore(new Text(''), next);
    const parts: Part[] = [];
    for (let part = node.nextSibling; part && part !== next; part = part.nextSibling)
      parts.push({ node: part, text: part.textContent ?? '', inner: part.firstChild });
    const numbers = parts.flatMap(({ node: part }) => (isMark(part) ? Number(part.dataset.mark) : []));
    const entry: Entry = { node, whole, head: node.data, parts, numbers, block, drawnAt: performance.now() };
    this.#entries.set(node, entry);
    this.#owners.set(node, entry);
    if (node.parentNode) this.#parents.add(node.parentNode);
    const others = this.#byBlock.get(block);
    if (others) others.add(entry);
    else this.#byBlock.set(block, new Set([entry]));
    for (const part of parts) {
      this.#owners.set(part.node, entry);
      if (part.inner) this.#owners.set(part.inner, entry);
    }
  }

  /** Where an offset in the whole text of a node stands among its pieces. */
  #pointIn(node: Node, offset: number): Point {
    const entry = this.#entries.get(node as Text);
    let left = offset;
    for (const piece of entry
      ? [entry.node, ...entry.parts.map(({ node: part, inner }) => inner ?? part)]
      : []) {
      const { length } = piece.textContent ?? '';
      if (left <= length) return [piece, left];
      left -= length;
    }
    return [node, offset];
  }

  /** Whether a mark element was drawn here and still stands; a clone of one was not. */
  owns(mark: Element): boolean {
    return this.#owners.has(mark);
  }

  /** Heals what the page changed. The records must not hold changes of our own. */
  repair(records: readonly MutationRecord[]): Loss[] {
    if (this.#entries.size === 0) return [];
    const touched = new Map<Entry, Touch>();
    const touch = (node: Node | null, kind: Touch = 'near'): void => {
      const entry =
        node && (this.#owners.get(node) ?? (node.parentNode && this.#owners.get(node.parentNode)));
      if (!entry || this.#entries.get(entry.node) !== entry) return;
      if (kind !== 'near' || !touched.has(entry)) touched.set(entry, kind);
    };
    for (const record of records) {
      const { target } = record;
      if (record.type === 'characterData') {
        touch(target, this.#owners.get(target)?.node === target ? 'written' : 'near');
        continue;
      }
      // Among the children of an element in which nothing is cut only whole subtrees can matter that go. Each look at a record costs: no more than need be.
      const near = this.#parents.has(target) || this.#owners.has(target);
      if (near) for (const node of [target, record.previousSibling, record.nextSibling]) touch(node);
      const { removedNodes } = record;
      const replaces = near && removedNodes.length === 1 && record.addedNodes.length > 0;
      for (const removed of removedNodes) {
        if (removed.nodeType === 1 && !removed.isConnected)
          for (const mark of (removed as Element).querySelectorAll(MARK)) touch(mark);
        if (!near) continue;
        const isPart = this.#owners.get(removed)?.node !== removed && removed.textContent !== '';
        touch(removed, replaces && isPart && removed.nodeType === 3 ? 'replaced' : 'near');
      }
    }
    if (touched.size === 0) return [];
    return this.#joining([...touched.keys()], () =>
      [...touched].flatMap(([entry, kind]) =>
        this.#entries.get(entry.node) === entry ? this.#heal(entry, kind) : [],
      ),
    );
  }

  #heal(entry: Entry, kind: Touch): Loss[] {
    const { node, whole, head, parts } = entry;
    if (kind === 'replaced' || this.#wasDivided(entry)) return [this.#release(entry, parts)];
    if (kind === 'written') {
      // Who writes T and one of its parts as well has taken what it found for its own: a translator, a framework that hydrates.
      const touched = parts.some((part) => !part.node.isConnected || textOf(part) !== part.text);
      const left = parts.filter(({ node: part }) => part.isConnected && part.parentNode === node.parentNode);
      return [touched && left.length > 0 ? this.#release(entry, left) : this.#drop(entry, node.data)];
    }
    const intact = this.#stand(node, parts);
    const same = parts.every((part) => textOf(part) === part.text);
    if (intact && same && node.isConnected) return [];
    // Where only empty pieces went, what stands is what the page wants to show.
    const parent = parts[0]?.node.parentNode;
    const rest = parts.filter(({ node: part, text }) => text !== '' || part.parentNode === parent);
    const first = rest[0]?.node;
    if (!node.isConnected && first?.isConnected && !parts.at(-1)?.node.isConnected) {
      const joinedTo = first.previousSibling;
      if (head === '') first.before(node);
      else if (joinedTo instanceof Text) joinedTo.data += rest.map(textOf).join('');
    }
    return [this.#drop(entry, this.#stand(node, rest) ? node.data + rest.map(textOf).join('') : whole)];
  }

  /**
   * Whether the page cut pieces, wrapped them (it highlights a word) or put something between them, and the text is still what it was: then its pieces
   * stay, and only our marks go.
   */
  #wasDivided({ node, whole, head, parts }: Entry): boolean {
    const { parentNode } = node;
    const last = parts.at(-1)?.node;
    const same = parts.every((part) => textOf(part) === part.text && part.node.parentNode === parentNode);
    if ((node.data === head && same) || last?.parentNode !== parentNode) return false;
    // The text with what the page wrapped, and without what it put between.
    let [wrapped, parted] = [node.data, node.data];
    let pieces = 0;
    for (let at: ChildNode | null = node; at && at !== last; pieces++) {
      at = at.nextSibling;
      const text = at?.textContent ?? '';
      wrapped += text;
      if (at instanceof Text || (at && this.#owners.has(at))) parted += text;
    }
    return pieces >= parts.length && (wrapped === whole || parted === whole);
  }

  /** Puts every text node back as it was. */
  restoreAll(): Loss[] {
    return this.#restore([...this.#entries.values()]);
  }

  /** Puts back the text nodes of one block. */
  restoreBlock(block: Place): Loss[] {
    return this.#restore([...(this.#byBlock.get(block) ?? [])]);
  }

  /** Puts back the text nodes that `isMeant` says, asked of each and of its parts. */
  restoreWhere(isMeant: (piece: Node) => boolean): Loss[] {
    return this.#restore(
      [...this.#entries.values()].filter(({ node, parts }) =>
        [node, ...parts.map((part) => part.node)].some((piece) => isMeant(piece)),
      ),
    );
  }

  /** Takes single marks away; their texts stay as pieces among the others, so that nothing else is drawn anew. */
  unwrap(isMeant: (mark: HTMLElement) => boolean): void {
    const isUnwrapped = ({ node }: Part): boolean => isMark(node) && isMeant(node);
    const entries = [...this.#entries.values()].filter(({ parts }) => parts.some(isUnwrapped));
    // Where no other mark is left there is no need for pieces.
    const isBare = ({ parts }: Entry): boolean =>
      parts.every((part) => !isMark(part.node) || isUnwrapped(part));
    this.#restore(entries.filter(isBare));
    const cut = entries.filter((entry) => this.#entries.get(entry.node) === entry);
    const [texts, kept] = [new Map<Node, Node>(), new Set<Node>()];
    for (const part of cut.flatMap(({ parts }) => parts)) {
      if (!part.inner || !isUnwrapped(part)) continue;
      texts.set(part.node, part.inner);
      kept.add(part.inner);
    }
    keepingSelection<Point>(
      [...kept],
      (node, offset) => {
        const text = texts.get(node);
        if (text) return [text, offset > 0 ? (text.textContent?.length ?? 0) : 0];
        return kept.has(node) ? [node, offset] : null;
      },
      (point) => point,
      () => {
        for (const entry of cut) this.#unwrapIn(entry, isUnwrapped);
      },
    );
  }

  #unwrapIn(entry: Entry, isUnwrapped: (part: Part) => boolean): void {
    const parts = entry.parts.map((part): Part => {
      if (!part.inner || !isUnwrapped(part)) return part;
      part.node.replaceWith(part.inner);
      this.#owners.delete(part.node);
      return { node: part.inner, text: part.text, inner: null };
    });
    const numbers = parts.flatMap(({ node: part }) => (isMark(part) ? Number(part.dataset.mark) : []));
    const now: Entry = { ...entry, parts, numbers };
    this.#entries.set(entry.node, now);
    for (const piece of [entry.node, ...parts.flatMap(({ node, inner }) => [node, inner])])
      if (piece) this.#owners.set(piece, now);
    const inBlock = this.#byBlock.get(entry.block);
    inBlock?.delete(entry);
    inBlock?.add(now);
  }

  /** Whether a block has anything cut. */
  has(block: Place): boolean {
    return this.#byBlock.has(block);
  }

  #restore(entries: readonly Entry[]): Loss[] {
    return this.#joining(entries, () => entries.map((entry) => this.#drop(entry, entry.whole)));
  }

  /** Whether the parts still follow their text node, in order and without anything between. */
  #stand(node: Text, parts: readonly Part[]): boolean {
    let at: ChildNode | null = node;
    return parts.every((part) => (at = at?.nextSibling ?? null) === part.node);
  }

  /** Where a place in a text node or its parts is in the node's text, once the parts are gone; null if they stay. */
  #placeOf(container: Node, offset: number, among: ReadonlySet<Entry>): [Text, number] | null {
    const entry =
      this.#owners.get(container) ?? (container.parentNode && this.#owners.get(container.parentNode));
    if (!entry || !among.has(entry)) return null;
    const { node, parts } = entry;
    if (container === node) return [node, offset];
    let before = node.data.length;
    for (const part of parts) {
      if (part.node === container && isMark(container))
        return [node, before + (offset > 0 ? part.text.length : 0)];
      if (part.node.contains(container)) return [node, before + offset];
      before += part.text.length;
    }
    return null;
  }

  /** Joins pieces again; the reader's selection is kept. */
  #joining(entries: readonly Entry[], join: () => Loss[]): Loss[] {
    let losses: Loss[] = [];
    const joined = new Set(entries);
    keepingSelection<[Text, number]>(
      entries.map(({ node }) => node),
      (node, offset) => this.#placeOf(node, offset, joined),
      ([node, offset]) => [node, Math.min(offset, node.data.length)],
      () => {
        losses = join();
      },
    );
    return losses;
  }

  #drop(entry: Entry, text: string): Loss {
    const { node, parts } = entry;
    if (node.data !== text) node.data = text;
    for (const part of parts) {
      part.node.remove();
      if (part.inner && !part.node.contains(part.inner)) part.inner.remove();
    }
    return this.#forget(entry);
  }

  /** Leaves pieces to the page as they stand; only what is ours goes. */
  #release(entry: Entry, pieces: readonly Part[]): Loss {
    for (const { node, text } of pieces) {
      if (isMark(node)) node.replaceWith(...node.childNodes);
      else if (text === '' && node.textContent === '') node.remove();
    }
    return this.#forget(entry);
  }

  #forget(entry: Entry): Loss {
    const { node, parts, numbers, block, drawnAt } = entry;
    for (const part of [node, ...parts.flatMap((part) => [part.node, part.inner])])
      if (part) this.#owners.delete(part);
    this.#entries.delete(node);
    const others = this.#byBlock.get(block);
    others?.delete(entry);
    if (others?.size === 0) this.#byBlock.delete(block);
    return { block, numbers, drawnAt };
  }
}
