// A sorted list of strings in few bytes, of which any one can be read without the others: ids, cue words, exact letters.
//
// A string is written as how many bytes it shares with the one before it, how many it adds, and those (UTF-8). Every sixteenth is written in full and
// found through a table of offsets, so at most sixteen are looked at to read one. Sorted ids share half of what they are.
import { ByteWriter, read24 } from './bytes.ts';

const BLOCK = 16;

/** Packs strings, which must be sorted by UTF-16 units and distinct. Throws a RangeError where one is longer than 255 bytes. */
export function packTexts(texts: readonly string[]): Uint8Array {
  const encoder = new TextEncoder();
  const offsets = new ByteWriter();
  const body = new ByteWriter();
  const bodyAt = 3 * Math.ceil(texts.length / BLOCK);
  let before = new Uint8Array();
  texts.forEach((text, i) => {
    const bytes = encoder.encode(text);
    let shared = 0;
    if (i % BLOCK === 0) offsets.put(bodyAt + body.length, 3);
    else while (shared < bytes.length && bytes[shared] === before[shared]) shared++;
    body.put(shared);
    body.put(bytes.length - shared);
    body.putAll(bytes.subarray(shared));
    before = bytes;
  });
  const all = new ByteWriter();
  all.putAll(offsets.done());
  all.putAll(body.done());
  return all.done();
}

const decoder = new TextDecoder();
/** The string being read: 255 bytes shared with the one before, at most, and as many added. */
const bytes = new Uint8Array(2 * 255);

/** The string at a place of the packed list. */
export function textAt(packed: Uint8Array, place: number): string {
  let length = 0;
  let at = read24(packed, 3 * Math.floor(place / BLOCK));
  for (let left = place % BLOCK; left >= 0; left--) {
    length = packed[at++] ?? 0;
    for (let added = packed[at++] ?? 0; added > 0; added--) bytes[length++] = packed[at++] ?? 0;
  }
  const read = bytes.subarray(0, length);
  // For the few characters of a name this is several times faster than the decoder, which what is not ASCII needs.
  return read.every((byte) => byte < 128) ? String.fromCharCode(...read) : decoder.decode(read);
}
