// Remembers how every marked text node was, so that the page can be put back exactly, and heals it when the page changes under the marks.
//
// mark.js cuts a text node T into T (which keeps its identity and becomes the head), mark elements and tails. Frameworks hold on to T: they will write
// it, move it or remove it, and know nothing of what stands behind it. The ledger keeps T's whole text and the nodes that follow it, its parts:
// - T was written: the page's new value stands, the parts go.
// - T was removed, or moved, or something was put between T and its parts, or a part was lost: the parts go, T gets its whole text back.
// - The text of a part was written (a translator walks the text nodes): T gets what is there now, joined.
// In each case the entry is dropped and its block reported, to be read again. The repair runs in the observer's microtask, before anything is painted.
// Nothing here ever calls normalize(), which would remove text nodes that a framework holds.
import { MARK } from './blocks.ts';

interface Entry {
  readonly node: Text;
  /** The text before it was cut. */
  readonly whole: string;
  /** What `node` holds now; anything else was written by the page. */
  readonly head: string;
  /** What stands right behind `node`, in order: mark elements and tails, with the text each holds. */
  readonly parts: readonly { readonly node: ChildNode; readonly text: string }[];
  /** Numbers of the marks among the parts. */
  readonly numbers: readonly number[];
  readonly block: Element;
}

/** Text nodes just before they are cut. */
export type Snapshot = readonly {
  readonly node: Text;
  readonly whole: string;
  readonly next: ChildNode | null;
}[];

/** What a change or a restore took away. */
export interface Loss {
  readonly block: Element;
  readonly numbers: readonly number[];
}

const isMark = (node: Node): node is HTMLElement =>
  node.nodeType === 1 && (node as Element).localName === MARK;

/** Keeps the reader's selection through `change`, which collapses a text node's parts into `node`: setting its data would collapse a live one. */
function keepingSelection(node: Text, parts: Entry['parts'], change: () => void): void {
  const selection = node.ownerDocument.getSelection();
  if (!selection || selection.rangeCount === 0) {
    change();
    return;
  }
  const offsetIn = (container: Node | null, offset: number): number | null => {
    if (container === node) return offset;
    let before = node.data.length;
    for (const part of parts) {
      if (part.node === container && isMark(part.node)) return before + (offset > 0 ? part.text.length : 0);
      if (part.node === container || (container && part.node.contains(container))) return before + offset;
      before += part.text.length;
    }
    return null;
  };
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const anchor = offsetIn(anchorNode, anchorOffset);
  const focus = offsetIn(focusNode, focusOffset);
  change();
  if ((anchor === null && focus === null) || !anchorNode || !focusNode) return;
  const clamp = (offset: number): number => Math.min(offset, node.data.length);
  selection.setBaseAndExtent(
    anchor === null ? anchorNode : node,
    anchor === null ? anchorOffset : clamp(anchor),
    focus === null ? focusNode : node,
    focus === null ? focusOffset : clamp(focus),
  );
}

/** The record of everything that was cut. One for each document. */
export class Ledger {
  readonly #entries = new Map<Text, Entry>();
  /** Which entry a node belongs to, T and its parts alike. */
  readonly #owners = new WeakMap<Node, Entry>();

  get size(): number {
    return this.#entries.size;
  }

  /** Remembers the nodes of a run before they are cut. */
  snapshot(nodes: readonly Text[]): Snapshot {
    return nodes.map((node) => ({ node, whole: node.data, next: node.nextSibling }));
  }

  /** Reads off what was cut since the snapshot and enters it. */
  enter(snapshot: Snapshot, block: Element): void {
    for (const { node, whole, next } of snapshot) {
      if (node.data === whole) continue;
      const parts: { node: ChildNode; text: string }[] = [];
      const numbers: number[] = [];
      for (let part = node.nextSibling; part && part !== next; part = part.nextSibling) {
        parts.push({ node: part, text: part.textContent ?? '' });
        if (isMark(part)) numbers.push(Number(part.dataset.mark));
      }
      const entry: Entry = { node, whole, head: node.data, parts, numbers, block };
      this.#entries.set(node, entry);
      this.#owners.set(node, entry);
      for (const part of parts) this.#owners.set(part.node, entry);
    }
  }

  /** Whether a mark element was drawn here and still stands; a clone of one was not. */
  owns(mark: Element): boolean {
    return this.#owners.has(mark);
  }

  /** Heals what the page changed. The records must not hold changes of our own. */
  repair(records: readonly MutationRecord[]): Loss[] {
    const touched = new Map<Entry, 'changed' | 'written'>();
    const touch = (node: Node | null): void => {
      const entry =
        node && (this.#owners.get(node) ?? (node.parentNode && this.#owners.get(node.parentNode)));
      if (entry && this.#entries.get(entry.node) === entry && !touched.has(entry))
        touched.set(entry, 'changed');
    };
    const touchInside = (node: Node): void => {
      touch(node);
      if (node.nodeType === 1) for (const mark of (node as Element).querySelectorAll(MARK)) touch(mark);
    };
    for (const { type, target, removedNodes, previousSibling, nextSibling } of records) {
      touch(target);
      if (type === 'characterData') {
        const entry = this.#owners.get(target);
        if (entry?.node === target && touched.has(entry)) touched.set(entry, 'written');
        continue;
      }
      touch(previousSibling);
      touch(nextSibling);
      for (const removed of removedNodes)
        if (!removed.isConnected) touchInside(removed);
        else touch(removed);
    }
    return [...touched].flatMap(([entry, how]) => {
      const intact = this.#intact(entry);
      if (how === 'changed' && intact && entry.node.isConnected) return [];
      const partsNow = entry.parts.map(({ node }) => node.textContent ?? '');
      const partWritten = entry.parts.some(({ text }, i) => text !== partsNow[i]);
      let text = entry.whole;
      if (how === 'written') text = entry.node.data;
      else if (partWritten && intact) text = entry.node.data + partsNow.join('');
      return [this.#drop(entry, text)];
    });
  }

  /** Puts every text node back as it was. */
  restoreAll(): Loss[] {
    return [...this.#entries.values()].map((entry) => this.#drop(entry, entry.whole));
  }

  /** Puts back the text nodes of one block. */
  restoreBlock(block: Element): Loss[] {
    return [...this.#entries.values()]
      .filter((entry) => entry.block === block)
      .map((entry) => this.#drop(entry, entry.whole));
  }

  /** Whether the parts still follow their text node, in order and without anything between. */
  #intact({ node, parts }: Entry): boolean {
    let at: ChildNode | null = node;
    return parts.every((part) => (at = at?.nextSibling ?? null) === part.node);
  }

  #drop(entry: Entry, text: string): Loss {
    const { node, parts, numbers, block } = entry;
    keepingSelection(node, parts, () => {
      if (node.data !== text) node.data = text;
      for (const part of parts) {
        part.node.remove();
        this.#owners.delete(part.node);
      }
    });
    this.#owners.delete(node);
    this.#entries.delete(node);
    return { block, numbers };
  }
}
