// Tells most words apart from those that start a form, at the price of a few bits: two Bloom filters, which err on one side.
//
// The first knows the first words of all forms. It lets a third of ordinary prose pass: "on", "the back", "all" start forms too ("on call", "back pain", "ALL").
// The second knows the first two words of each form (of a form of one word, that), and whether it wants a capital letter. What passes both nearly always
// starts a form, and the automaton finds out about the rest.
import { HASH, hashOfTwo, STRIDE, UNKNOWN, type Words } from './words.ts';

/** Bits for each hash, at least; up to twice as many, for the size is a power of two. */
const FIRST_WORD_BITS = 6;
const BEGINNING_BITS = 8;

// Multipliers with their bits well spread (the golden ratio's, and a prime of xxHash).
const firstBit = (hash: number, shift: number): number => Math.imul(hash, 0x9e3779b1) >>> shift;
const secondBit = (hash: number, shift: number): number => Math.imul(hash, 0x85ebca77) >>> shift;

/** A Bloom filter over packed bits. */
export class BloomFilter {
  readonly #bits: Uint8Array;
  readonly #shift: number;

  constructor(bits: Uint8Array) {
    this.#bits = bits;
    // The bits are a power of two in number; as many low bits of a product are dropped as leave one of them.
    this.#shift = Math.clz32(bits.length * 8 - 1);
  }

  /** The bits of a filter of some hashes. */
  static pack(hashes: ReadonlySet<number>, bitsEach: number): Uint8Array {
    const size = Math.max(3, Math.ceil(Math.log2(hashes.size * bitsEach + 1)));
    const bits = new Uint8Array(2 ** (size - 3));
    for (const hash of hashes)
      for (const bit of [firstBit(hash, 32 - size), secondBit(hash, 32 - size)])
        bits[bit >>> 3] = (bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
    return bits;
  }

  /** Whether a hash may be one of those packed; false is certain. */
  mayHold(hash: number): boolean {
    const bits = this.#bits;
    const first = firstBit(hash, this.#shift);
    if ((((bits[first >>> 3] ?? 0) >>> (first & 7)) & 1) === 0) return false;
    const second = secondBit(hash, this.#shift);
    return (((bits[second >>> 3] ?? 0) >>> (second & 7)) & 1) === 1;
  }
}

/** Sets the hashes of beginnings that want a capital letter apart from the others. */
const CAPITAL = 0x155_5555;
const isCapital = (unit: number): boolean => unit >= 65 && unit <= 90;

/** How a form begins. */
export interface Beginning {
  /** The hashes of its words. */
  readonly hashes: readonly number[];
  /** Whether it is meant only where it starts with a capital letter, A to Z. */
  readonly wantsCapital: boolean;
}

/** The bits of the two filters of some forms. */
export function packBeginnings(
  forms: Iterable<Beginning>,
): readonly [firstWords: Uint8Array, beginnings: Uint8Array] {
  const firstWords = new Set<number>();
  const beginnings = new Set<number>();
  for (const { hashes, wantsCapital } of forms) {
    const [first = 0, second] = hashes;
    firstWords.add(first);
    beginnings.add((second === undefined ? first : hashOfTwo(first, second)) ^ (wantsCapital ? CAPITAL : 0));
  }
  return [BloomFilter.pack(firstWords, FIRST_WORD_BITS), BloomFilter.pack(beginnings, BEGINNING_BITS)];
}

/** Tells which words may start a form. */
export class Beginnings {
  readonly #firstWords: BloomFilter;
  readonly #beginnings: BloomFilter;

  /** @param firstWords and @param beginnings what `packBeginnings` made */
  constructor(firstWords: Uint8Array, beginnings: Uint8Array) {
    this.#firstWords = new BloomFilter(firstWords);
    this.#beginnings = new BloomFilter(beginnings);
  }

  /** The first word of a text, from number `from` on, with which a form may start; -1 where there is none. What is passed over is certain. */
  next(words: Words, from: number): number {
    const { table, count } = words;
    for (let i = from, at = STRIDE * from + HASH; i < count; i++, at += STRIDE)
      if (this.#firstWords.mayHold(table[at] ?? 0) ? this.#mayStart(words, i) : table[at] === UNKNOWN)
        return i;
    return -1;
  }

  #mayStart(words: Words, i: number): boolean {
    const first = words.hash(i);
    const second = i + 1 < words.count ? words.hash(i + 1) : first;
    if (second === UNKNOWN || this.#beginnings.mayHold(first)) return true;
    const both = hashOfTwo(first, second);
    if (this.#beginnings.mayHold(both)) return true;
    if (!isCapital(words.text.charCodeAt(words.start(i)))) return false;
    return this.#beginnings.mayHold(first ^ CAPITAL) || this.#beginnings.mayHold(both ^ CAPITAL);
  }
}
