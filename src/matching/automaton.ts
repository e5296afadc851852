// The forms themselves, as an automaton that is read as it lies: from codes, one at a time, to the record of the form they spell.
//
// From the naive version to this one, which takes 4.6 bytes for each of the 61,000 forms of tests/bench/synthetic-glossary.ts:
// - A Map of strings is built anew on every page.
// - A trie: shared beginnings. Its ends do not share, for every form leads to a record of its own.
// - So the record is put where the way is first certain ("tumo-" can be nothing but a tumor). What follows is then only a question of yes or no, and
//   equal rests are one: thousands of names end alike ("-itis", a plural or not).
// - Most nodes have one edge, and most of those lead to a node that nothing else leads to: it stands right behind, and the edge is one byte.
//
// Layout. A node is known by the place of its first byte:
//   00cccccc            one edge, code c, to the node behind
//   01cccccc            the same, and a form ends here
//   10ewwnnn            n + 2 edges (7: the number is in the next byte); a form ends here if e; then the codes, then how far back from here each target
//                       lies, in w bytes each
//   LEAF                no edge, and a form ends here
//   RECORD rr           from here on the record is certain; the node stands behind
//   JUMP + hh, ll, ll   the node stands at that place
// Where a form ends before the record is certain, the record (2 bytes) follows the first byte or, where the number of edges has its own, that.
import { ByteWriter, read16, read24 } from './bytes.ts';

const ENDS = 0x40;
const BRANCH = 0x80;
const BRANCH_ENDS = 0x20;
const WIDTH_SHIFT = 3;
const LEAF = 0xc0;
const RECORD = 0xc1;
const JUMP = 0xd0;
const JUMP_BYTES = 3;
/** How many edges fit into a branch's first byte. */
const FEW = 8;

/** What a step of a walk returns where it ends no form, and where there is no way on. Records are numbers from 0. */
export const NO_FORM = -1;
export const NO_WAY = -2;

/** A form in matching codes, one UTF-16 unit for each, with its record: a number below 65,536. */
export interface CodedForm {
  readonly codes: string;
  readonly record: number;
}

interface Node {
  readonly id: number;
  /** The record, where it becomes certain here. */
  readonly record: number | undefined;
  /** Whether a form ends here: its record, or true where that is certain already. */
  readonly ends: number | boolean;
  readonly edges: readonly (readonly [code: number, target: Node])[];
  /** Bytes of the node and all behind it where they are so few that a copy costs no more than a jump; else Infinity. */
  readonly size: number;
  place: number | undefined;
}

/** The nodes of forms, which are sorted by codes and distinct; equal rests are one node. */
function nodesOf(forms: readonly CodedForm[]): Node {
  const twins = new Map<string, Node>();
  let id = 0;
  /** The node of the forms from `from` to `to`, which have `depth` codes in common. */
  const nodeOf = (from: number, to: number, depth: number, isCertain: boolean): Node => {
    const first = forms[from];
    const becomesCertain =
      !isCertain && forms.slice(from, to).every(({ record }) => record === first?.record);
    const certain = isCertain || becomesCertain;
    const endsHere = first?.codes.length === depth;
    const edges: [number, Node][] = [];
    for (let at = endsHere ? from + 1 : from; at < to; ) {
      const code = forms[at]?.codes.charCodeAt(depth) ?? 0;
      let next = at + 1;
      while (next < to && forms[next]?.codes.charCodeAt(depth) === code) next++;
      edges.push([code, nodeOf(at, next, depth + 1, certain)]);
      at = next;
    }
    const record = becomesCertain ? first?.record : undefined;
    const ends = endsHere && (certain || (first?.record ?? 0));
    const key = [record, ends, ...edges.map(([code, target]) => `${code}:${target.id}`)].join();
    const twin = twins.get(key);
    if (twin) return twin;
    const [only] = edges;
    const behind = only === undefined ? 0 : edges.length === 1 ? only[1].size : Infinity;
    const isShort = certain && !becomesCertain && behind < JUMP_BYTES;
    const node = { id: id++, record, ends, edges, size: isShort ? 1 + behind : Infinity, place: undefined };
    twins.set(key, node);
    return node;
  };
  return nodeOf(0, forms.length, 0, false);
}

/** Packs forms, which must be sorted by codes and distinct. The last three bytes say where to begin. */
export function packAutomaton(forms: readonly CodedForm[]): Uint8Array {
  const out = new ByteWriter();
  const putBranch = ({ ends, edges }: Node): void => {
    const at = out.length;
    const distances = edges.map(([, target]) => at - (target.place ?? 0));
    const farthest = Math.max(...distances);
    const width = farthest < 0x100 ? 1 : farthest < 0x10000 ? 2 : 3;
    const isFew = edges.length <= FEW;
    const count = isFew ? edges.length - 2 : FEW - 1;
    out.put(BRANCH | (ends === false ? 0 : BRANCH_ENDS) | (width << WIDTH_SHIFT) | count);
    if (!isFew) out.put(edges.length);
    if (typeof ends === 'number') out.put(ends, 2);
    for (const [code] of edges) out.put(code);
    for (const distance of distances) out.put(distance, width);
  };
  /** Lays out a node with what stands right behind it. */
  const place = (first: Node): void => {
    const row = [first];
    let [last, target] = [first, first.edges[0]?.[1]];
    while (last.edges.length === 1 && target && (target.place === undefined || target.size < JUMP_BYTES)) {
      row.push(target);
      [last, target] = [target, target.edges[0]?.[1]];
    }
    if (last.edges.length > 1)
      for (const [, branch] of last.edges) if (branch.place === undefined) place(branch);
    for (const node of row) {
      const { record, ends, edges } = node;
      node.place = out.length;
      if (record !== undefined) {
        out.put(RECORD);
        out.put(record, 2);
      }
      const [only] = edges;
      if (only === undefined) out.put(LEAF);
      else if (edges.length > 1) putBranch(node);
      else {
        out.put((ends === false ? 0 : ENDS) | only[0]);
        if (typeof ends === 'number') out.put(ends, 2);
      }
    }
    if (last.edges.length === 1 && target?.place !== undefined) {
      out.put(JUMP + (target.place >>> 16));
      out.put(target.place & 0xffff, 2);
    }
  };
  const root = nodesOf(forms);
  place(root);
  out.put(root.place ?? 0, 3);
  return out.done();
}

/** A walk through the automaton, code by code. One is enough for any number of texts, one after the other. */
export class Walk {
  readonly #bytes: Uint8Array;
  readonly #root: number;
  #at = 0;
  /** The record, once it is certain; before that -1. */
  #record = -1;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#root = read24(bytes, bytes.length - 3);
  }

  /** Back to where every form begins. */
  begin(): void {
    this.#record = -1;
    this.#goTo(this.#root);
  }

  /** Goes on by one code. Returns the record of the form that ends there, NO_FORM where none does, and NO_WAY where no form goes on like this: the walk is over then. */
  step(code: number): number {
    const bytes = this.#bytes;
    const at = this.#at;
    const head = bytes[at] ?? 0;
    if (head < BRANCH) {
      if ((head & 63) !== code) return NO_WAY;
      this.#goTo(head & ENDS && this.#record < 0 ? at + 3 : at + 1);
    } else {
      if (head >= LEAF) return NO_WAY;
      let first = at + 1;
      let count = (head & (FEW - 1)) + 2;
      if (count > FEW) count = bytes[first++] ?? 0;
      if (head & BRANCH_ENDS && this.#record < 0) first += 2;
      let edge = 0;
      while (bytes[first + edge] !== code) if (++edge === count) return NO_WAY;
      const width = (head >>> WIDTH_SHIFT) & 3;
      const target = first + count + width * edge;
      let distance = bytes[target] ?? 0;
      if (width > 1) distance |= (bytes[target + 1] ?? 0) << 8;
      if (width > 2) distance |= (bytes[target + 2] ?? 0) << 16;
      this.#goTo(at - distance);
    }
    const now = bytes[this.#at] ?? 0;
    const ends = now < BRANCH ? now & ENDS : now === LEAF || now & BRANCH_ENDS;
    if (!ends) return NO_FORM;
    if (this.#record >= 0) return this.#record;
    const hasNumber = now >= BRANCH && (now & (FEW - 1)) === FEW - 1;
    return read16(bytes, this.#at + (hasNumber ? 2 : 1));
  }

  #goTo(place: number): void {
    const bytes = this.#bytes;
    let at = place;
    for (let head = bytes[at] ?? 0; head > LEAF; head = bytes[at] ?? 0) {
      if (head === RECORD) {
        this.#record = read16(bytes, at + 1);
        at += 3;
      } else at = ((head - JUMP) << 16) | read16(bytes, at + 1);
    }
    this.#at = at;
  }
}
