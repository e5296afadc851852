// Cuts a text into words, once for all who ask: the matcher, the gate and the company a word keeps.
//
// Most of a page goes by here before the engine has compiled anything, so nothing is made for a word but three numbers, the last of them a hash by which
// it is known at a glance that it starts no form and speaks of no subject.
import {
  A,
  classAt,
  classes,
  isWord,
  MARK,
  OTHER_LETTER,
  SPELLED_OUT,
  startsWord,
  WALL,
  ZERO,
} from './alphabet.ts';

/** All the bits of a hash, so few that every step on the way is a small integer to the engine, compiled or not. */
const HASH_LIMIT = 2 ** 25 - 1;
/** The hash of a word with a character that reads as several. */
export const UNKNOWN = -1;

/** The hash of a word one code longer; that of nothing is 0. */
const hashOn = (hash: number, code: number): number => ((hash << 5) - hash + code) & HASH_LIMIT;

/** The hash of two words that follow each other. */
export const hashOfTwo = (first: number, second: number): number =>
  (Math.imul(first, 0x85ebca77) ^ second) & HASH_LIMIT;

/** How many numbers the table has for a word, and which of them is its hash. */
export const STRIDE = 3;
export const HASH = 2;

/** The words of one text, by their numbers from 0: letters and digits of any script, with their combining marks and invisible characters. */
export class Words {
  readonly text: string;
  /** Start, end and hash of each word, one word after the other; what goes through them all does so without a call for each. */
  readonly table: Int32Array;
  readonly count: number;
  /** How many begin with a digit. */
  readonly numbers: number;

  constructor(text: string) {
    this.text = text;
    const { length } = text;
    const found = new Int32Array(STRIDE * ((length + 1) >> 1));
    let next = 0;
    let numbers = 0;
    for (let at = 0; at < length; at++) {
      let kind = classes[text.charCodeAt(at)] ?? WALL;
      if (kind < A || kind > OTHER_LETTER) {
        // What is known and no letter is passed over without a call, which costs more than the work.
        if (kind !== 0 && kind < SPELLED_OUT) continue;
        kind = classAt(text, at);
        if (!startsWord(kind)) continue;
      }
      if (kind >= ZERO && kind < ZERO + 10) numbers++;
      found[next] = at;
      let hash = 0;
      let isPlain = true;
      for (; at < length; at++) {
        kind = classes[text.charCodeAt(at)] ?? WALL;
        if (kind >= A && kind <= OTHER_LETTER) {
          hash = ((hash << 5) - hash + kind) & HASH_LIMIT;
          continue;
        }
        if (kind !== 0 && kind < SPELLED_OUT) break;
        kind = classAt(text, at);
        if (isWord(kind)) hash = hashOn(hash, kind);
        else if (kind === SPELLED_OUT) isPlain = false;
        else if (kind < MARK) break;
      }
      found[next + 1] = at;
      found[next + HASH] = isPlain ? hash : UNKNOWN;
      next += STRIDE;
    }
    this.table = found;
    this.count = next / STRIDE;
    this.numbers = numbers;
  }

  /** Offset of a word's first character. */
  start(i: number): number {
    return this.table[STRIDE * i] ?? this.text.length;
  }

  /** Offset behind a word's last character. */
  end(i: number): number {
    return this.table[STRIDE * i + 1] ?? this.text.length;
  }

  /** The hash of a word's codes, or UNKNOWN. */
  hash(i: number): number {
    return this.table[STRIDE * i + HASH] ?? UNKNOWN;
  }

  /** A word in small letters; nothing, where there is none of that number. */
  word(i: number): string {
    return i < 0 || i >= this.count ? '' : this.text.slice(this.start(i), this.end(i)).toLowerCase();
  }

  /** The first word that starts at an offset or behind it; `count` where none does. */
  firstFrom(offset: number): number {
    let low = 0;
    for (let high = this.count; low < high; ) {
      const middle = (low + high) >> 1;
      if (this.start(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

let last = new Words('');

/** The words of a text. Whoever asks for the same text again, one after the other, is given the same. */
export function wordsIn(text: string): Words {
  if (last.text !== text) last = new Words(text);
  return last;
}

/** The hashes of the words in a form's codes, one UTF-16 unit for each, as those of a text that reads so. */
export function hashesOf(codes: string): number[] {
  const hashes: number[] = [];
  let hash = 0;
  let isInWord = false;
  for (let at = 0; at <= codes.length; at++) {
    const code = at < codes.length ? codes.charCodeAt(at) : WALL;
    if (isWord(code)) hash = hashOn(hash, code);
    else if (isInWord) {
      hashes.push(hash);
      hash = 0;
    }
    isInWord = isWord(code);
  }
  return hashes;
}
