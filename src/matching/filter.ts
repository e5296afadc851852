// Tells most words apart from those that start a form, at the price of one look at two bits: a Bloom filter of the forms' first words.
//
// Without it every word would walk the automaton, and prose would take twice as long. It errs on one side: a word that starts a form always passes; of the others about one in twenty does, and the automaton finds that out.

/** All the bits of a hash, so few that every step on the way is a small integer to the engine, compiled or not. */
export const HASH_LIMIT = 2 ** 25 - 1;
/** Bits for each word, at least; up to twice as many, for the size is a power of two. */
const BITS_A_WORD = 6;

/** The hash of a word one code longer; that of nothing is 0. */
export const hashOn = (hash: number, code: number): number => ((hash << 5) - hash + code) & HASH_LIMIT;

// Multipliers with their bits well spread (the golden ratio's, and a prime of xxHash).
const firstBit = (hash: number, shift: number): number => Math.imul(hash, 0x9e3779b1) >>> shift;
const secondBit = (hash: number, shift: number): number => Math.imul(hash, 0x85ebca77) >>> shift;

/** The filter's bits for words given by their hashes. */
export function packFilter(hashes: ReadonlySet<number>): Uint8Array {
  const size = Math.max(3, Math.ceil(Math.log2(hashes.size * BITS_A_WORD + 1)));
  const bits = new Uint8Array(2 ** (size - 3));
  for (const hash of hashes)
    for (const bit of [firstBit(hash, 32 - size), secondBit(hash, 32 - size)])
      bits[bit >>> 3] = (bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
  return bits;
}

/** The filter over packed bits. */
export class WordFilter {
  readonly #bits: Uint8Array;
  readonly #shift: number;

  constructor(bits: Uint8Array) {
    this.#bits = bits;
    // The bits are a power of two in number; as many low bits of a product are dropped as leave one of them.
    this.#shift = Math.clz32(bits.length * 8 - 1);
  }

  /** Whether a word may be one of those packed; false is certain. */
  mayHold(hash: number): boolean {
    return this.#has(firstBit(hash, this.#shift)) && this.#has(secondBit(hash, this.#shift));
  }

  #has(bit: number): boolean {
    return (((this.#bits[bit >>> 3] ?? 0) >>> (bit & 7)) & 1) === 1;
  }
}
