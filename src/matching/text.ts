// Turns page text into the small alphabet that forms are matched in, and remembers where each character came from.
//
// A reader does not see the difference between "oedème" composed or not, a soft hyphen inside a word, a no-break space or a ligature,
// so matching must not either. Text is read once, left to right, into codes of six bits; `start` and `end` lead from each code back
// to the text, so that a match can always be sliced out of what the page really holds.

/** End of a form in the index; never occurs in text. */
export const END = 0;
/** White space, or a hyphen between two word characters. Runs of it are one code. */
const GAP = 1;
const A = 2;
const ZERO = 28;
const APOSTROPHE = 38;
const DOT = 39;
const SLASH = 40;
const PLUS = 41;
const AMPERSAND = 42;
const PERCENT = 43;
/** A letter that no form contains: part of a word, equal to nothing in the index. */
const OTHER_LETTER = 62;
/** Anything else. Nothing matches across it. */
export const WALL = 63;

/** A text in matching codes. The three arrays run in parallel and are valid up to `length`. */
export interface Coded {
  readonly codes: Uint8Array;
  /** Offset in UTF-16 units where the character behind a code starts. */
  readonly start: Uint32Array;
  /** Offset just behind it, combining marks included. */
  readonly end: Uint32Array;
  readonly length: number;
}

/** Whether a code is part of a word: a letter or a digit of any script. */
export const isWordCode = (code: number): boolean =>
  (code >= A && code < APOSTROPHE) || code === OTHER_LETTER;

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
};

// Classes of source characters; what GAP_HYPHEN, APOSTROPHE and DOT become depends on their neighbours.
const INVISIBLE = 255;
const MARK = 254;
const HYPHEN = 253;

const asciiClass = new Uint8Array(128).fill(WALL);
for (let c = 0; c < 26; c++) asciiClass[97 + c] = asciiClass[65 + c] = A + c;
for (let d = 0; d < 10; d++) asciiClass[48 + d] = ZERO + d;
for (const c of [9, 10, 12, 13, 32]) asciiClass[c] = GAP;
for (const [char, code] of Object.entries(PUNCTUATION)) asciiClass[char.charCodeAt(0)] = code;
asciiClass['-'.charCodeAt(0)] = HYPHEN;

const beyondAscii = new Map<string, readonly number[]>();

function classify(char: string): readonly number[] {
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
      if (ascii < 128) codes.push(asciiClass[ascii] ?? WALL);
      else codes.push(/[\p{L}\p{N}]/u.test(letter) ? OTHER_LETTER : WALL);
    }
  }
  return codes;
}

function classesOf(char: string): readonly number[] {
  let known = beyondAscii.get(char);
  if (known === undefined) beyondAscii.set(char, (known = classify(char)));
  return known;
}

/** Whether code `i` has a word character on both sides. */
function insideWord(codes: Uint8Array, i: number, length: number): boolean {
  return i > 0 && i + 1 < length && isWordCode(codes[i - 1] ?? WALL) && isWordCode(codes[i + 1] ?? WALL);
}

/**
 * Reads a text into matching codes: case and accents folded, ligatures and Greek letters spelled out, soft hyphens and zero-width
 * characters skipped, every run of white space one GAP. A hyphen between word characters is a GAP ("X-ray" reads like "X ray"), any
 * other is a WALL; so are an apostrophe, dot, slash or plus that is not between word characters.
 */
export function readText(text: string): Coded {
  // One character gives at most its NFKD expansion; 18 is the longest in Unicode (U+FDFA), so ASCII text needs no second look.
  let codes = new Uint8Array(text.length + 32);
  let start = new Uint32Array(text.length + 32);
  let end = new Uint32Array(text.length + 32);
  let n = 0;
  const put = (code: number, from: number, to: number): void => {
    if (n === codes.length) {
      const wider = codes.length * 2;
      const [c, s, e] = [codes, start, end];
      (codes = new Uint8Array(wider)).set(c);
      (start = new Uint32Array(wider)).set(s);
      (end = new Uint32Array(wider)).set(e);
    }
    if (code === GAP && n > 0 && codes[n - 1] === GAP) {
      end[n - 1] = to;
      return;
    }
    codes[n] = code;
    start[n] = from;
    end[n++] = to;
  };
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i);
    if (unit < 128) {
      put(asciiClass[unit] ?? WALL, i, ++i);
      continue;
    }
    const char = String.fromCodePoint(text.codePointAt(i) ?? 0);
    const from = i;
    i += char.length;
    for (const code of classesOf(char)) {
      if (code === MARK) {
        if (n > 0) end[n - 1] = i;
      } else if (code !== INVISIBLE) put(code, from, i);
    }
  }
  for (let i = 0; i < n; i++) {
    const code = codes[i] ?? WALL;
    if (code === HYPHEN) codes[i] = insideWord(codes, i, n) ? GAP : WALL;
    else if (code >= APOSTROPHE && code <= PLUS && !insideWord(codes, i, n)) codes[i] = WALL;
  }
  return { codes, start, end, length: n };
}
