// The small alphabet that pages and forms are matched in, and what each character reads as.
//
// A reader does not see the difference between "oedème" composed or not, a soft hyphen inside a word, a no-break space or a ligature, so matching must not
// either: text is read into codes of six bits. A character's class says what it reads as: a code, or one of the values above them. Classes stand in a table
// over all UTF-16 units, so that a character costs one look; it has ASCII and English typography from the start, and the others once they have been met.

/** White space, or a hyphen between two word characters. Runs of it are one code. Code 0 is left unused. */
export const GAP = 1;
/** The first letter; the others follow, then the ten digits. */
export const A = 2;
export const ZERO = 28;
/** A letter that no form contains: part of a word, equal to nothing in the index. */
export const OTHER_LETTER = 38;
export const APOSTROPHE = 39;
const DOT = 40;
const SLASH = 41;
export const PLUS = 42;
const AMPERSAND = 43;
const PERCENT = 44;
/** Anything else. Nothing matches across it. */
export const WALL = 63;

/** Reads as several codes, the first and last of them part of a word: a ligature, a Greek letter, "½". */
export const SPELLED_OUT = 251;
/** Becomes a gap between word characters and a wall elsewhere. */
export const HYPHEN = 252;
/** Half of a pair. */
const SURROGATE = 253;
/** A combining mark, or the second half of a pair of surrogates: part of the character before it. */
export const MARK = 254;
/** Soft hyphens and zero-width characters: skipped. */
const INVISIBLE = 255;

/** Whether a code or class is part of a word by itself: a letter or a digit of any script. */
export const isWord = (code: number): boolean => code >= A && code <= OTHER_LETTER;
/** Whether a class is that of a character a word can start with. */
export const startsWord = (found: number): boolean => isWord(found) || found === SPELLED_OUT;

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
export const classes = new Uint8Array(0x10000);
classes.fill(WALL, 0, 128);
for (let c = 0; c < 26; c++) classes[97 + c] = classes[65 + c] = A + c;
for (let d = 0; d < 10; d++) classes[48 + d] = ZERO + d;
for (const c of [9, 10, 12, 13, 32, 0xa0]) classes[c] = GAP;
for (const [char, code] of Object.entries(PUNCTUATION)) classes[char.charCodeAt(0)] = code;
// The typography of English pages, so that most of them need none of the tests of `codesOf`: the first use of each costs the engine milliseconds.
classes.fill(HYPHEN, 0x2010, 0x2014);
classes.fill(WALL, 0x2014, 0x2017);
classes.fill(APOSTROPHE, 0x2018, 0x201a);
classes.fill(WALL, 0x201a, 0x2024);
for (const c of [0xa9, 0xab, 0xb0, 0xb7, 0xbb]) classes[c] = WALL;
classes.fill(SURROGATE, 0xd800, 0xe000);

/** What characters read as that are several codes, or beyond the basic plane. */
const spelledOut = new Map<number, readonly number[]>();

/** The codes that the character at a place reads as, where its class is SPELLED_OUT. */
export const codesAt = (text: string, at: number): readonly number[] =>
  spelledOut.get(text.codePointAt(at) ?? 0) ?? [];

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

/** The class of the character at a place. */
export function classAt(text: string, at: number): number {
  const known = classes[text.charCodeAt(at)] ?? WALL;
  return known === 0 || known === SURROGATE ? classify(text, at) : known;
}
