// Turns page text into the small alphabet that forms are matched in.
//
// A reader does not see the difference between "oedème" composed or not, a soft hyphen inside a word, a no-break space or a ligature, so matching must not
// either. Text is read from left to right into codes of six bits, and only as far as it is asked for: most words are known to start no form by the hash of
// their codes alone.
//
// A character's class says what it reads as: a code, or one of the values above them. Classes stand in a table over all UTF-16 units, so that a character
// costs one look; it has ASCII from the start, and the others once they have been met.
import { HASH_LIMIT, hashOn } from './filter.ts';

/** White space, or a hyphen between two word characters. Runs of it are one code. Code 0 is left unused. */
const GAP = 1;
const A = 2;
const ZERO = 28;
/** A letter that no form contains: part of a word, equal to nothing in the index. */
const OTHER_LETTER = 38;
const APOSTROPHE = 39;
const DOT = 40;
const SLASH = 41;
const PLUS = 42;
const AMPERSAND = 43;
const PERCENT = 44;
/** Anything else. Nothing matches across it. */
const WALL = 63;

/** Reads as several codes, the first and last of them part of a word: a ligature, a Greek letter, "½". */
const SPELLED_OUT = 251;
/** Becomes a gap between word characters and a wall elsewhere. */
const HYPHEN = 252;
/** Half of a pair. */
const SURROGATE = 253;
/** A combining mark, or the second half of a pair of surrogates: part of the character before it. */
const MARK = 254;
/** Soft hyphens and zero-width characters: skipped. */
const INVISIBLE = 255;

/** Whether a code or class is part of a word by itself: a letter or a digit of any script. */
const isWord = (code: number): boolean => code >= A && code <= OTHER_LETTER;
const startsWord = (found: number): boolean => isWord(found) || found === SPELLED_OUT;

const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  π: 'pi',
  σ: 'sigma',
  ω: 'omega',
};
const SPELLED: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
};
const PUNCTUATION: Readonly<Record<string, number>> = {
  "'": APOSTROPHE,
  '.': DOT,
  '/': SLASH,
  '+': PLUS,
  '&': AMPERSAND,
  '%': PERCENT,
  '-': HYPHEN,
};

/** The class of every UTF-16 unit, 0 where it has not been met yet. */
const classes = new Uint8Array(0x10000);
classes.fill(WALL, 0, 128);
for (let c = 0; c < 26; c++) classes[97 + c] = classes[65 + c] = A + c;
for (let d = 0; d < 10; d++) classes[48 + d] = ZERO + d;
for (const c of [9, 10, 12, 13, 32]) classes[c] = GAP;
for (const [char, code] of Object.entries(PUNCTUATION)) classes[char.charCodeAt(0)] = code;
classes.fill(SURROGATE, 0xd800, 0xe000);

/** What characters read as that are several codes, or beyond the basic plane. */
const spelledOut = new Map<number, readonly number[]>();

function codesOf(char: string): readonly number[] {
  if (/[\u00ad\u200b-\u200f\u2060\ufeff]/.test(char)) return [INVISIBLE];
  if (/\p{M}/u.test(char)) return [MARK];
  if (/\p{Z}/u.test(char)) return [GAP];
  if (/[\u2010-\u2013\u2212]/.test(char)) return [HYPHEN];
  if (/[’ʼ‘′]/.test(char)) return [APOSTROPHE];
  const plain = char.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const codes: number[] = [];
  for (const part of plain) {
    for (const letter of GREEK[part] ?? SPELLED[part] ?? part) {
      const ascii = letter.charCodeAt(0);
      if (ascii < 128) codes.push(classes[ascii] ?? WALL);
      else codes.push(/[\p{L}\p{N}]/u.test(letter) ? OTHER_LETTER : WALL);
    }
  }
  if (codes.length === 0) return [MARK];
  // "⑴" begins and ends with a wall, so nothing can match into it; all the letters of another script are one to us.
  if (!isWord(codes[0] ?? WALL) || !isWord(codes.at(-1) ?? WALL)) return codes.length === 1 ? codes : [WALL];
  return codes.every((code) => code === OTHER_LETTER) ? [OTHER_LETTER] : codes;
}

/** The class of the character at a place, where the table does not know it. The first half of a pair reads as the whole. */
function classify(text: string, at: number): number {
  const point = text.codePointAt(at) ?? 0;
  const isSecondHalf = point >= 0xdc00 && point < 0xe000 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
  if (isSecondHalf) return MARK;
  const codes = spelledOut.get(point) ?? codesOf(String.fromCodePoint(point));
  const found = codes.length > 1 ? SPELLED_OUT : (codes[0] ?? WALL);
  if (codes.length > 1 || point > 0xffff) spelledOut.set(point, codes);
  if (classes[point] === 0) classes[point] = found;
  return found;
}

function classAt(text: string, at: number): number {
  const known = classes[text.charCodeAt(at)] ?? WALL;
  return known === 0 || known === SURROGATE ? classify(text, at) : known;
}

/** The words of a text, one after the other, with what it takes to know at a glance that a word starts no form. */
export class Words {
  readonly #text: string;
  /** Offset of the word's first character. */
  start = 0;
  /** Offset behind its last, marks and invisible characters included. */
  end = 0;
  /** The hash of the word's codes (filter.ts), or -1 for one with a character that reads as several. */
  hash = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Goes on to the next word that starts at `end` or after it; false where there is none. */
  next(): boolean {
    const text = this.#text;
    const { length } = text;
    let at = this.end;
    let found = WALL;
    for (; at < length; at++) {
      found = classAt(text, at);
      if (startsWord(found)) break;
    }
    this.start = at;
    let hash = 0;
    let isPlain = true;
    for (; at < length; at++) {
      // Most of a page goes by here before the engine has compiled anything, when every call costs more than the work: so the common case makes none.
      found = classes[text.charCodeAt(at)] ?? WALL;
      if (found >= A && found <= OTHER_LETTER) {
        hash = ((hash << 5) - hash + found) & HASH_LIMIT;
        continue;
      }
      found = classAt(text, at);
      if (isWord(found)) hash = hashOn(hash, found);
      else if (found === SPELLED_OUT) isPlain = false;
      else if (found < MARK) break;
    }
    this.end = at;
    this.hash = isPlain ? hash : -1;
    return this.start < length;
  }
}

/**
 * Reads a text from a place on in matching codes, one at a time: case and accents folded, ligatures and Greek letters spelled out, soft hyphens and
 * zero-width characters skipped, every run of white space one GAP. A hyphen between word characters is a GAP ("X-ray" reads like "X ray"), any other is a
 * WALL; so are an apostrophe, dot, slash or plus that is not between word characters. One is enough for any number of texts.
 */
export class Reading {
  #text = '';
  #at = 0;
  #isInWord = false;
  /** What is left of a character that reads as several codes. */
  #rest: readonly number[] = [];
  #restAt = 0;
  /** Offset behind the character that was read last. */
  end = 0;

  /** Begins anew at a place in a text. */
  begin(text: string, at: number): void {
    this.#text = text;
    this.#at = this.end = at;
    this.#isInWord = false;
    this.#rest = [];
  }

  /** The next code, -1 where the text is over. */
  next(): number {
    if (this.#restAt < this.#rest.length) return this.#rest[this.#restAt++] ?? WALL;
    let found = this.#take();
    while (found >= MARK) found = this.#take();
    if (isWord(found)) {
      this.#isInWord = true;
      return found;
    }
    if (found === SPELLED_OUT) {
      this.#isInWord = true;
      this.#rest = spelledOut.get(this.#text.codePointAt(this.#at - 1) ?? 0) ?? [];
      this.#restAt = 1;
      return this.#rest[0] ?? WALL;
    }
    const isInside = this.#isInWord && startsWord(this.#ahead());
    this.#isInWord = false;
    if (found === GAP) while (this.#ahead() === GAP) this.#take();
    if (found === HYPHEN) return isInside ? GAP : WALL;
    return found >= APOSTROPHE && found <= PLUS && !isInside ? WALL : found;
  }

  /** Whether the word goes on behind the code that was read last. If not, `end` is behind its combining marks. */
  goesOn(): boolean {
    return this.#isInWord && (this.#restAt < this.#rest.length || startsWord(this.#ahead()));
  }

  /** The class of the next character that is not passed over, -1 at the end. */
  #ahead(): number {
    const { length } = this.#text;
    for (; this.#at < length; this.#at++) {
      const found = classAt(this.#text, this.#at);
      if (found < MARK) return found;
      if (found === MARK) this.end = this.#at + 1;
    }
    return -1;
  }

  #take(): number {
    if (this.#at >= this.#text.length) return -1;
    const found = classAt(this.#text, this.#at++);
    this.end = this.#at;
    return found;
  }
}

/** A whole text in matching codes. */
export function readText(text: string): { readonly codes: Uint8Array; readonly length: number } {
  const reading = new Reading();
  const codes: number[] = [];
  reading.begin(text, 0);
  for (let code = reading.next(); code >= 0; code = reading.next()) codes.push(code);
  return { codes: Uint8Array.from(codes), length: codes.length };
}

/** The hash of a form's first word, as `Words` tells it. */
export function firstWordHash(codes: Uint8Array): number {
  let hash = 0;
  for (const code of codes) {
    if (!isWord(code)) break;
    hash = hashOn(hash, code);
  }
  return hash;
}
