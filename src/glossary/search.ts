// The search over the glossary's names, for what people type. Pure.
//
// Marks on pages never guess. Here the reader asks, sees which name was found and can say no, so typing slips are forgiven. Every name is
// looked at for every query: a few comparisons rule nearly all of them out, so no index of parts is needed for tens of thousands of names.
import { countEdits } from './edits.ts';
import type { NamedEntry } from './names.ts';
import { singular, wordsOf } from './reading.ts';
import { soundOf } from './sounds.ts';

/**
 * How a name was found. `exact`: it was typed, give or take spaces, hyphens, case, accents, British spelling and plural. `prefix`: it begins so. `within`: its words
 * do, or it stands in what was typed. `misspelled` and `sounds-alike` are guesses.
 */
type MatchKind = 'exact' | 'prefix' | 'within' | 'misspelled' | 'sounds-alike';

/** An entry that was found, once, by the best of its names. */
export interface Match {
  readonly id: string;
  readonly term: string;
  /** The name that fits what was typed. */
  readonly name: string;
  readonly kind: MatchKind;
}

/** Finds what fits best, best first, `most` at most. */
export type Search = (query: string, most: number) => Match[];

/** What is typed beyond this many characters is not looked at: no name is longer. */
const LONGEST = 100;

/** Words that questions are made of. They stand for nothing alone, and around a name they are not part of it, unless it ends in a letter: "hepatitis A". */
const FILLERS: ReadonlySet<string> = new Set(
  'a an the of is are was do does what whats mean means meaning define definition explain about my have has i'.split(
    ' ',
  ),
);

/** Joining words inside a name that people leave out. */
const JOINERS: ReadonlySet<string> = new Set([...FILLERS, 'and', 'in', 'on', 'to', 'for', 'with', 'by']);

/** The letters and digits in a text as a set of 26 and 5 bits. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    letters |= 1 << (code >= 97 ? code - 97 : 26 + (code % 5));
  }
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Slips that are forgiven in a text of this length: none in fewer than 4 letters, where every other word is one slip away. */
const forgiven = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** A text made ready to be compared: a name, or what was typed. */
interface Read {
  readonly words: readonly string[];
  /** The words written as one: lost and added spaces then count nothing. */
  readonly text: string;
  /** Where in `text` each word starts. */
  readonly starts: readonly number[];
  readonly letters: number;
  readonly sound: string;
}

function read(words: readonly string[]): Read {
  const text = words.join('');
  let start = 0;
  const starts = words.map((word) => (start += word.length) - word.length);
  return { words, text, starts, letters: lettersOf(text), sound: soundOf(text) };
}

interface Name extends Read {
  readonly id: string;
  readonly term: string;
  readonly name: string;
  /** Where its entry stands in the list. */
  readonly entry: number;
}

interface Query extends Read {
  /** All that was typed, with the words around the name. */
  readonly all: string;
  /** The singular of what was typed, if it looks like a plural. */
  readonly singular: string;
  /** Its words without those that only join. */
  readonly telling: readonly string[];
  /** Its single letters and numbers, as in "vitamin D" and "type 2": a slip there would be another thing. */
  readonly labels: readonly string[];
}

const queryOf = (words: readonly string[], all: readonly string[]): Query => ({
  ...read(words),
  all: all.join(''),
  singular: singular(words.join('')),
  telling: words.filter((word) => !JOINERS.has(word)),
  labels: words.filter((word) => word.length === 1 || /\d/.test(word)),
});

function readQuery(text: string): Query {
  const all = wordsOf(text.slice(0, LONGEST));
  const first = all.findIndex((word) => !FILLERS.has(word));
  const last = all.findLastIndex((word) => !FILLERS.has(word) || word.length === 1);
  return queryOf(first < 0 ? [] : all.slice(first, last + 1), all);
}

/** The ways to fit, best first, each with what is said of it. */
const WAYS = {
  exact: 'exact',
  /** What was typed is its plural: "CRPS" is a name of its own before it is more than one CRP. */
  plural: 'exact',
  beginning: 'prefix',
  /** A later word of the name begins so. */
  word: 'within',
  /** All that was typed begins words of the name, in any order. */
  words: 'within',
  'one slip': 'misspelled',
  sound: 'sounds-alike',
  'two slips': 'misspelled',
  /** The name stands in what was typed. */
  contained: 'within',
  /** Slips in a beginning, or in one of a later word. */
  'slips in a beginning': 'misspelled',
  'sound of a beginning': 'sounds-alike',
} as const satisfies Readonly<Record<string, MatchKind>>;

type Way = keyof typeof WAYS;
const RANKS = Object.fromEntries(Object.keys(WAYS).map((way, rank) => [way, rank])) as Readonly<
  Record<Way, number>
>;

/** Whether every telling word that was typed begins a word of the name, each another one. */
function wordsFit({ telling }: Query, { words }: Name): boolean {
  const left = [...words];
  return (
    telling.length > 1 &&
    telling.every((typed) => {
      const at = left.findIndex((word) => word.startsWith(typed));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    })
  );
}

/** Whether the name stands in what was typed, from the start of a word to the end of one. Two letters may be any word. */
const isContained = ({ text, starts }: Query, name: Name): boolean =>
  name.text.length > 2 &&
  name.text.length < text.length &&
  starts.some((start) => {
    const end = start + name.text.length;
    return text.startsWith(name.text, start) && (end === text.length || starts.includes(end));
  });

/** How a name fits as it was typed, without a slip. */
function plainWay(query: Query, name: Name): Way | undefined {
  const { text, all } = query;
  if (name.text === text || name.text === all) return 'exact';
  if (name.text === query.singular) return 'plural';
  if (text !== '' && (query.letters & ~name.letters) === 0) {
    if (name.text.startsWith(text)) return 'beginning';
    if (name.starts.some((start) => name.text.startsWith(text, start))) return 'word';
    if (wordsFit(query, name)) return 'words';
  }
  return isContained(query, name) ? 'contained' : undefined;
}

/** A beginning of fewer sounds is one of too many names. */
const LEAST_SOUNDS = 5;

/** Whether so few slips could lead to the name at all: each brings in and takes away one letter at most. */
const mayBeWhole = ({ text, letters }: Query, name: Name, most: number): boolean =>
  Math.abs(text.length - name.text.length) <= most &&
  countBits(letters & ~name.letters) <= most &&
  countBits(name.letters & ~letters) <= most;

/** How a name may be meant although it was typed otherwise. */
function guessedWay(query: Query, name: Name): Way | undefined {
  const { text, sound } = query;
  const most = forgiven(text.length);
  if (most === 0 || !query.labels.every((label) => name.words.includes(label))) return undefined;
  if (sound === name.sound) return countEdits(text, name.text, 1).whole === 1 ? 'one slip' : 'sound';
  if (mayBeWhole(query, name, most)) {
    const { whole } = countEdits(text, name.text, most);
    if (whole <= most) return whole === 1 ? 'one slip' : 'two slips';
  }
  // What is still being typed has to be longer for a slip to be seen, and its first letter is taken for right.
  const inBeginning = forgiven(text.length - 2);
  const begins = (start: number): boolean => {
    const allowed = start === 0 ? inBeginning : 1;
    return name.text[start] === text[0] && countEdits(text, name.text, allowed, start).beginning <= allowed;
  };
  if (inBeginning > 0 && name.starts.some(begins)) return 'slips in a beginning';
  return sound.length >= LEAST_SOUNDS && name.sound.startsWith(sound) ? 'sound of a beginning' : undefined;
}

/** What a difference in the first letter weighs: people seldom mistake that one, save where it is silent. */
const OTHER_START = 3;

/** Better is less. The way decides; then how many letters are too many or too few, where each doubling of the entry's rank weighs a letter. */
function score(way: Way, query: Query, name: Name): number {
  const otherStart = query.sound[0] === name.sound[0] ? 0 : OTHER_START;
  const far = Math.abs(name.text.length - query.text.length) + Math.log2(1 + name.entry) + otherStart;
  return RANKS[way] * 1000 + far;
}

/** A word of a longer text has to be as long as this to be taken for a misspelled name: everyday words are one slip away from shorter ones. */
const LEAST_WORD = 6;

/** Makes the search for a list of names. Where names fit equally well, the entry that stands earlier in the list is the first. */
export function createSearch(entries: readonly NamedEntry[]): Search {
  const names = entries
    .flatMap(([id, term, ...others], entry) =>
      [term, ...others].map((name): Name => ({ ...read(wordsOf(name)), id, term, name, entry })),
    )
    .filter(({ text }) => text !== '');
  return (text, most) => {
    const best = new Map<number, { readonly name: Name; readonly way: Way; readonly score: number }>();
    const look = (query: Query, wayOf: (query: Query, name: Name) => Way | undefined): void => {
      for (const name of names) {
        const way = wayOf(query, name);
        if (way === undefined) continue;
        const known = best.get(name.entry);
        const found = score(way, query, name);
        if (known && known.score <= found) continue;
        // Where the term fits in the same way, the reader need not hear of another name.
        const keepTerm = known?.way === way && known.name.name === name.term;
        best.set(name.entry, { name: keepTerm ? known.name : name, way, score: found });
      }
    };
    const query = readQuery(text);
    look(query, plainWay);
    // What is there as it was typed needs no guessing.
    if (![...best.values()].some(({ way }) => WAYS[way] === 'exact')) look(query, guessedWay);
    if (best.size === 0 && query.words.length > 1)
      for (const word of query.telling.filter(({ length }) => length >= LEAST_WORD))
        look({ ...queryOf([word], [word]), labels: query.labels }, guessedWay);
    return [...best.values()]
      .sort((a, b) => a.score - b.score)
      .slice(0, most)
      .map(({ name: { id, term, name }, way }) => ({ id, term, name, kind: WAYS[way] }));
  };
}
