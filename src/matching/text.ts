// Reads text in matching codes (alphabet.ts), from any place on and only as far as it is asked for.
import {
  A,
  APOSTROPHE,
  classAt,
  classes,
  codesAt,
  GAP,
  HYPHEN,
  isWord,
  MARK,
  OTHER_LETTER,
  PLUS,
  SPELLED_OUT,
  startsWord,
  WALL,
} from './alphabet.ts';

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
    // Most characters are plain letters: they are read without a call.
    const kind = classes[this.#text.charCodeAt(this.#at)] ?? WALL;
    if (kind >= A && kind <= OTHER_LETTER && this.#restAt >= this.#rest.length) {
      this.end = ++this.#at;
      this.#isInWord = true;
      return kind;
    }
    if (this.#restAt < this.#rest.length) return this.#rest[this.#restAt++] ?? WALL;
    let found = this.#take();
    while (found >= MARK) found = this.#take();
    if (isWord(found)) {
      this.#isInWord = true;
      return found;
    }
    if (found === SPELLED_OUT) {
      this.#isInWord = true;
      this.#rest = codesAt(this.#text, this.#at - 1);
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
