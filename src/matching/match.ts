// Finds the glossary's forms in a text.
//
// The semantics, which the tables in tests/unit/match.test.ts hold:
// - Leftmost-longest: the first place where any form starts wins, and there the longest form; matches never overlap. "Bone marrow edema" is one
//   match, not "bone marrow" and then "edema".
// - Whole words: a form starts and ends where a word does, a word being letters and digits of any script with their combining marks.
//   "MRI" is not in "MRIs" unless the plural is a form; "edema" is in "osteoporosis.Edema" and in "edema's".
// - Case, accents, ligatures, soft hyphens, kinds of white space and a hyphen for a space make no difference (text.ts), except that a form
//   with `exact` letters wants those letters: "AIDS" is not "aids". Where the longest form fails on its letters the next shorter one counts.
// - Nothing is found inside web addresses, e-mail addresses, @handles, #tags and file names.
// - Offsets are UTF-16 units into the given text and slice out what the page holds: the first to the last character of the form, soft hyphens
//   in between included.
import type { FormIndex, Sense } from './index.ts';
import { Reading, Words } from './text.ts';

/** A place where a form stands, before context has said which of its senses is meant, if any. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** At least one, likelier first. */
  readonly senses: readonly Sense[];
}

const ADDRESS =
  /\b[a-z][a-z0-9+.-]*:\/\/\S+|\bwww\.\S+|[^\s@]+@[^\s@]+\.[^\s@]+|(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_-]+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|info|co|io|uk|eu|pdf|html?|php|docx?|xlsx?|pptx?|txt|csv|json|xml|zip|jpe?g|png|gif|svg|webp|mp[34]|dcm)\b(?:\/\S*)?/giu;

/** What every address has; most blocks of text do not. */
const MAY_HOLD_ADDRESS = /[@#]|:\/\/|\w\.\w/;

/** The letters of a text where case matters and nothing else does. */
const lettersOf = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[’ʼ‘]/g, "'")
    .replace(/[\s\u2010-\u2013-]+/g, ' ');

/** Whether a stretch of text has the letters of a form in their case. The first letter alone tells most: "as" is no "AS". */
const isSpelled = (exact: string, text: string, from: number, to: number): boolean =>
  exact.charCodeAt(0) === text.charCodeAt(from) && lettersOf(exact) === lettersOf(text.slice(from, to));

const reading = new Reading();

/** Whether one of the senses, at least, wants no other letters than those between two offsets. */
function fits(senses: readonly Sense[], text: string, from: number, to: number): boolean {
  for (const { exact } of senses) if (exact === undefined || isSpelled(exact, text, from, to)) return true;
  return false;
}

/** The longest form that starts with the word at an offset. */
function longestAt({ walk, senses }: FormIndex, text: string, from: number): Candidate | undefined {
  let best: readonly Sense[] | undefined;
  let end = from;
  reading.begin(text, from);
  walk.begin();
  for (let code = reading.next(); code >= 0 && walk.step(code); code = reading.next()) {
    const { record } = walk;
    if (record < 0 || reading.goesOn()) continue;
    const meant = senses(record);
    if (fits(meant, text, from, reading.end)) [best, end] = [meant, reading.end];
  }
  if (!best) return undefined;
  const spelled = best.filter(({ exact }) => exact === undefined || isSpelled(exact, text, from, end));
  return { start: from, end, senses: spelled };
}

/** All matches of the index's forms in one block of text, in order, none overlapping. */
export function findCandidates(index: FormIndex, text: string): Candidate[] {
  const found: Candidate[] = [];
  let addresses: (readonly [number, number])[] | undefined;
  const inAddress = ({ start, end }: Candidate): boolean => {
    addresses ??= !MAY_HOLD_ADDRESS.test(text)
      ? []
      : Array.from(text.matchAll(ADDRESS), (m) => [m.index, m.index + m[0].length] as const);
    return addresses.some(([from, to]) => start < to && end > from);
  };
  const words = new Words(text);
  while (words.next()) {
    if (!index.mayStart(words.hash)) continue;
    const best = longestAt(index, text, words.start);
    if (!best || inAddress(best)) continue;
    found.push(best);
    words.end = best.end;
  }
  return found;
}
