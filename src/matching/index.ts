// The packed index of all forms: built once by the compiler, read by the content script as it lies, without parsing.
//
// Layout, little-endian 32-bit words: [magic, trie words, root, bytes of the tail], then the trie, then the tail as UTF-8 JSON.
// The trie holds the forms in matching codes (text.ts). A node is a run of edges, each one word: bits 0-5 the code, bit 6 set on the
// last edge of the node, bits 7-31 the position of the node it leads to; an END edge leads to a form's record instead. The naive
// version is a Map of forms; this one costs nothing to load, and a word that starts no form is left after one or two steps.
// The tail is parsed at the first match, so a page without health words never pays for it.
import { END, readText } from './text.ts';

const MAGIC = 0xbed51de1;
const LAST = 64;
const SHIFT = 7;

/** What one form stands for in one entry. */
export interface Sense {
  readonly id: string;
  /** Lower-case words that stand near the form when it has this sense; absent where the form has no other. */
  readonly cues?: readonly string[];
  /** Ids of the entry's related entries: their company speaks for this sense too. */
  readonly related?: readonly string[];
  /** The exact letters asked for, where case matters. */
  readonly exact?: string;
  /** Whether the entry names something only health texts speak of: a condition, a treatment, a medicine... The gate counts these. */
  readonly clinical?: true;
}

/** The tail: each thing once, named elsewhere by its place in its list. */
interface Tail {
  /** Id, 1 if clinical, ids of the related entries parted by spaces where a form of the entry has cues. */
  readonly entries: readonly (readonly [id: string, clinical: 0 | 1, related: string])[];
  /** Lists of cue words, parted by spaces. */
  readonly cues: readonly string[];
  /** The entry, the list of cues or -1, and the exact letters or ''. */
  readonly senses: readonly (readonly [entry: number, cues: number, exact: string])[];
  /** For each form its senses, likelier first. */
  readonly records: readonly (readonly number[])[];
}

/** A form to be packed. Forms that read alike are merged, their senses kept in order. */
export interface Form extends Sense {
  readonly text: string;
}

interface TrieNode {
  readonly edges: Map<number, TrieNode>;
}

const newNode = (): TrieNode => ({ edges: new Map() });

/** A list of distinct values: `put` gives a value's place, the same for values that are written alike. */
function intern<T>(): { readonly all: T[]; put(value: T): number } {
  const all: T[] = [];
  const places = new Map<string, number>();
  return {
    all,
    put(value) {
      const key = JSON.stringify(value);
      const at = places.get(key) ?? all.push(value) - 1;
      places.set(key, at);
      return at;
    },
  };
}

/** Packs forms into an index. The same forms in the same order give the same bytes. */
export function packIndex(forms: readonly Form[]): Uint8Array {
  const root = newNode();
  const sensesAt = new Map<TrieNode, number[]>();
  const entries = intern<Tail['entries'][number]>();
  const cueLists = intern<string>();
  const senses = intern<Tail['senses'][number]>();
  const records = intern<number[]>();
  for (const { text, ...sense } of forms) {
    const { codes, length } = readText(text);
    let node = root;
    for (let i = 0; i < length; i++) {
      const code = codes[i] ?? END;
      let next = node.edges.get(code);
      if (next === undefined) node.edges.set(code, (next = newNode()));
      node = next;
    }
    const entry = entries.put([sense.id, sense.clinical ? 1 : 0, sense.related?.join(' ') ?? '']);
    const at = senses.put([entry, sense.cues ? cueLists.put(sense.cues.join(' ')) : -1, sense.exact ?? '']);
    const here = sensesAt.get(node);
    if (here === undefined) sensesAt.set(node, [at]);
    else if (!here.includes(at)) here.push(at);
  }
  const trie: number[] = [];
  const laidOut = new Map<string, number>();
  // Nodes with the same edges are one: "tumor" and "tumour" share their ends.
  const layOut = (node: TrieNode): number => {
    const targets = [...node.edges]
      .sort(([a], [b]) => a - b)
      .map(([code, child]) => [code, layOut(child)] as const);
    const own = sensesAt.get(node);
    const edges = own ? [[END, records.put(own)] as const, ...targets] : targets;
    const key = edges.join(';');
    const twin = laidOut.get(key);
    if (twin !== undefined) return twin;
    const at = trie.length;
    laidOut.set(key, at);
    edges.forEach(([code, target], i) => {
      trie.push(((target << SHIFT) | (i === edges.length - 1 ? LAST : 0) | code) >>> 0);
    });
    return at;
  };
  const rootAt = layOut(root);
  const tail: Tail = { entries: entries.all, cues: cueLists.all, senses: senses.all, records: records.all };
  const tailBytes = new TextEncoder().encode(JSON.stringify(tail));
  const bytes = new Uint8Array(16 + trie.length * 4 + tailBytes.length);
  const view = new DataView(bytes.buffer);
  for (const [i, word] of [MAGIC, trie.length, rootAt, tailBytes.length, ...trie].entries())
    view.setUint32(i * 4, word, true);
  bytes.set(tailBytes, 16 + trie.length * 4);
  return bytes;
}

/** An index opened for matching. */
export interface FormIndex {
  /** The node where every form starts. */
  readonly root: number;
  /** The node or record behind `code` in `node`, or -1. With END: the record of the form that ends at `node`. */
  step(node: number, code: number): number;
  /** What a form stands for, likelier sense first. */
  senses(record: number): readonly Sense[];
}

/** Opens packed bytes. Throws a RangeError if they are no index or are cut short. */
export function openIndex(bytes: Uint8Array): FormIndex {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 16 || view.getUint32(0, true) !== MAGIC)
    throw new RangeError('The glossary index is damaged: wrong first bytes.');
  const words = view.getUint32(4, true);
  const root = view.getUint32(8, true);
  const tailBytes = view.getUint32(12, true);
  if (bytes.length !== 16 + words * 4 + tailBytes)
    throw new RangeError('The glossary index is damaged: wrong length.');
  let tail: Tail | undefined;
  const known = new Map<number, readonly Sense[]>();
  return {
    root,
    step(node, code) {
      for (let at = 16 + node * 4; ; at += 4) {
        const edge = view.getUint32(at, true);
        if ((edge & 63) === code) return edge >>> SHIFT;
        if (edge & LAST) return -1;
      }
    },
    senses(record) {
      let senses = known.get(record);
      if (senses === undefined) {
        tail ??= JSON.parse(new TextDecoder().decode(bytes.subarray(16 + words * 4))) as Tail;
        senses = unpack(tail, record);
        known.set(record, senses);
      }
      return senses;
    },
  };
}

function unpack({ entries, cues, senses, records }: Tail, record: number): Sense[] {
  return (records[record] ?? []).flatMap((at): Sense[] => {
    const [entryAt, cuesAt, exact] = senses[at] ?? [-1, -1, ''];
    const entry = entries[entryAt];
    if (entry === undefined) return [];
    const [id, clinical, related] = entry;
    return [
      {
        id,
        ...(clinical === 1 && { clinical: true }),
        ...(cuesAt >= 0 && {
          cues: cues[cuesAt]?.split(' ') ?? [],
          related: related.split(' ').filter(Boolean),
        }),
        ...(exact !== '' && { exact }),
      },
    ];
  });
}
