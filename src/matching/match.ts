// Finds the glossary's forms in a text.
//
// The semantics, which the tables in tests/unit/match.test.ts hold:
// - Leftmost-longest: the first place where any form starts wins, and there the longest form; matches never overlap. "Bone marrow edema" is one
//   match, not "bone marrow" and then "edema".
// - Whole words: a form starts and ends where a word does, a word being letters and digits of any script with their combining marks.
//   "MRI" is not in "MRIs" unless the plural is a form; "edema" is in "osteoporosis.Edema" and in "edema's".
// - Case, accents, ligatures, soft hyphens, kinds of white space and a hyphen for a space make no difference (text.ts), except that a form
//   with `exact` letters wants those letters: "AIDS" is not "aids". Where the longest form fails on its letters the next shorter one counts.
// - In a text that begins sentences with small letters, as hurried people do, some exact forms may stand in small: "the mri". Company has to confirm them.
// - A phrase that an entry says it is not meant in holds no form of that entry: "cell phone" holds no cell. Forms of others it may hold: "low-dose CT" holds
//   no dose and a CT.
// - Nothing is found inside web addresses, e-mail addresses, @handles, #tags and file names.
// - Offsets are UTF-16 units into the given text and slice out what the page holds: the first to the last character of the form, soft hyphens
//   in between included.
import { NO_FORM, NO_WAY } from './automaton.ts';
import type { FormIndex, Sense } from './index.ts';
import { Reading } from './text.ts';
import { wordsIn } from './words.ts';

/** A place where a form stands, before context has said which of its senses is meant, if any. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** At least one, likelier first. */
  readonly senses: readonly Sense[];
  /** Written in small letters where the form has capitals. */
  readonly small?: true;
}

// Each alternative begins where nothing before could belong to it, so that a long text without white space is gone through once, not once for each of its
// characters.
const ADDRESS =
  /(?<![a-z0-9+.-])[a-z0-9+.-]+:\/\/\S+|\bwww\.\S+|(?<![^\s@])[^\s@]+@[^\s@]+\.[^\s@]+|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|info|co|io|uk|eu|pdf|html?|php|docx?|xlsx?|pptx?|txt|csv|json|xml|zip|jpe?g|png|gif|svg|webp|mp[34]|dcm)\b(?:\/\S*)?/gi;
/** Made when it is needed: to read \p costs the engine more than most pages do, and hardly a page has one of these beside a form. */
const handles = (): RegExp => /(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_-]+/gu;

/** What every address has; most texts have not. */
const MAY_HOLD_ADDRESS = /[@#]|:\/\/|\w\.\w/;

type Stretch = readonly [from: number, to: number];

/** Where addresses stand in a text. */
function addressesIn(text: string): readonly Stretch[] {
  if (!MAY_HOLD_ADDRESS.test(text)) return [];
  return [ADDRESS, handles()].flatMap((kind) =>
    Array.from(text.matchAll(kind), ({ 0: address, index }): Stretch => [index, index + address.length]),
  );
}

/** The letters of a text where case matters and nothing else does. */
const lettersOf = (text: string): string => (PLAIN.test(text) ? text : withoutTypography(text));

const PLAIN = /^[a-z0-9]*$/i;
const withoutTypography = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[’ʼ‘]/g, "'")
    .replace(/[\s\u2010-\u2013-]+/g, ' ');

/** Whether a stretch of text has the letters of a form in their case. The first letter alone tells most: "as" is no "AS". */
function isSpelled(exact: string, text: string, from: number, to: number): boolean {
  if (exact.charCodeAt(0) !== text.charCodeAt(from)) return false;
  const letters = text.slice(from, to);
  return letters === exact || lettersOf(letters) === lettersOf(exact);
}

/** A sentence that begins with a small letter. */
const SMALL_START = /(?:^|[.!?…]\s+|\n)["'(]*[a-z]/;

/** Whether a stretch of text has the letters of a form, all of them small. */
const isSmall = (exact: string, text: string, from: number, to: number): boolean =>
  lettersOf(exact).toLowerCase() === lettersOf(text.slice(from, to));

/** What a form stands for as it is written between two offsets: its senses that want these letters or any; without such the ones that may be small. */
function sensesFor(
  senses: readonly Sense[],
  text: string,
  from: number,
  to: number,
): Pick<Candidate, 'senses' | 'small'> {
  const spelled = senses.filter(({ exact }) => exact === undefined || isSpelled(exact, text, from, to));
  if (spelled.length > 0) return { senses: spelled };
  return {
    senses: senses.filter(
      ({ exact, small }) => exact !== undefined && small && isSmall(exact, text, from, to),
    ),
    small: true,
  };
}

const reading = new Reading();

/** Whether one of the senses, at least, wants no other letters than those between two offsets. */
function fits(senses: readonly Sense[], text: string, from: number, to: number): boolean {
  for (const { exact, small } of senses)
    if (exact === undefined || isSpelled(exact, text, from, to) || (small && isSmall(exact, text, from, to)))
      return true;
  return false;
}

/** A phrase in which some entries are not meant. */
interface Phrase {
  readonly end: number;
  /** Ids of those entries. */
  readonly not: readonly string[];
}

const isPhrase = ({ senses }: Candidate): boolean => senses.some(({ not }) => not);

/** The longest form that starts with the word at an offset, of those that may be meant in the phrases around it. */
function longestAt(
  { walk, senses }: FormIndex,
  text: string,
  from: number,
  phrases: readonly Phrase[],
): Candidate | undefined {
  let best: readonly Sense[] | undefined;
  let end = from;
  reading.begin(text, from);
  walk.begin();
  for (let code = reading.next(); code >= 0; code = reading.next()) {
    const record = walk.step(code);
    if (record === NO_WAY) break;
    if (record === NO_FORM || reading.goesOn()) continue;
    const known = senses(record);
    const meant =
      phrases.length === 0 ? known : known.filter(({ id }) => !phrases.some(({ not }) => not.includes(id)));
    if (fits(meant, text, from, reading.end)) [best, end] = [meant, reading.end];
  }
  if (!best) return undefined;
  return { start: from, end, ...sensesFor(best, text, from, end) };
}

/** All matches of the index's forms in one block of text, in order, none overlapping. */
export function findCandidates(index: FormIndex, text: string): Candidate[] {
  const found: Candidate[] = [];
  const words = wordsIn(text);
  const { beginnings } = index;
  let addresses: readonly Stretch[] | undefined;
  let phrases: readonly Phrase[] = [];
  let from = 0;
  for (let i = beginnings.next(words, 0); i >= 0; i = beginnings.next(words, i + 1)) {
    const start = words.start(i);
    if (start < from) continue;
    if (phrases.length > 0) phrases = phrases.filter(({ end }) => end > start);
    let best = longestAt(index, text, start, phrases);
    while (best && isPhrase(best)) {
      phrases = [...phrases, { end: best.end, not: best.senses.map(({ id }) => id) }];
      best = longestAt(index, text, start, phrases);
    }
    if (!best) continue;
    const { end } = best;
    addresses ??= addressesIn(text);
    if (addresses.some(([from, to]) => start < to && end > from) || (best.small && !SMALL_START.test(text)))
      continue;
    from = best.end;
    found.push(best);
  }
  return found;
}
