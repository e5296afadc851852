// Little-endian numbers of one to three bytes, in the parts of the packed index.

/** Bytes in the making. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  get length(): number {
    return this.#bytes.length;
  }

  /** Appends a number of `width` bytes. Throws a RangeError where it needs more. */
  put(value: number, width = 1): void {
    if (value < 0 || value >= 256 ** width)
      throw new RangeError(`The glossary index has outgrown its layout: ${value} in ${width} byte(s).`);
    for (let i = 0; i < width; i++) this.#bytes.push((value >>> (8 * i)) & 255);
  }

  putAll(values: Iterable<number>): void {
    for (const value of values) this.put(value);
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** The number of two bytes at a place. Nothing past the end is ever asked for: what is packed is whole. */
export const read16 = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

/** The number of three bytes at a place. */
export const read24 = (bytes: Uint8Array, at: number): number =>
  read16(bytes, at) | ((bytes[at + 2] ?? 0) << 16);
