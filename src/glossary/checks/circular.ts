// Whether a first sentence leans on the word it explains: "osteoarthritis: arthritis of the bones" says nothing.
import type { Problem } from '../compile.ts';
import type { PlacedEntry } from '../entry.ts';
import { formsOfName } from '../inflect.ts';
import type { FindExplained } from './explained.ts';
import type { Familiar } from './familiar.ts';
import { problemOf } from './problem.ts';
import { wordsIn } from './words.ts';

/** What remains of a word is its stem: inflect- of inflection, inflects, inflected. */
const ENDING =
  /(?:ally|ation|ization|ional|ions?|ized?|izing|ic|ical|al|ous|ity|ive|able|ed|ing|ly|es|s|y|e|a|us|um|is)$/;
const SHORTEST_STEM = 5;

function stemOf(word: string): string {
  const stem = word.toLowerCase().replace(/'s$/, '').replace(ENDING, '');
  return stem.length >= SHORTEST_STEM ? stem : word.toLowerCase();
}

/** Hard parts that a hard word is made of count as the word itself, from this length on. */
const PART = 5;

const isPartOf = (word: string, term: string): boolean =>
  word.length >= PART && term.length > word.length && term.toLowerCase().endsWith(word.toLowerCase());

/**
 * A first sentence may hold neither its own term nor another hard name of it, and no hard word with the stem of one in the term. A plain name may help: the
 * patella is the kneecap. In a name of several words those that have entries of their own may stand there: rheumatoid arthritis is a kind of arthritis. So may brand names and abbreviations, and the
 * group that a medicine's name ends in: atorvastatin is a statin.
 */
export function checkCircular(
  entries: readonly PlacedEntry[],
  explained: FindExplained,
  familiar: Familiar,
): Problem[] {
  return entries.flatMap((entry) => {
    const isHard = (word: string): boolean =>
      !familiar(word) && !explained(word).some(({ ids }) => !ids.includes(entry.id));
    const terms = formsOfName(entry.term.toLowerCase());
    const brands = [...entry.also, ...entry.abbreviations].filter((name) => /^\p{Lu}/u.test(name));
    const own = explained(entry.short)
      .filter(({ ids }) => ids.includes(entry.id))
      .map(({ start, end }) => entry.short.slice(start, end))
      .filter((name) => !brands.includes(name))
      .find((name) => terms.includes(name.toLowerCase()) || wordsIn(name).some(({ text }) => isHard(text)));
    if (own !== undefined) return [problemOf(entry, `"short" holds the name it explains, "${own}"`)];
    const parts = wordsIn(entry.term).map(({ text }) => text);
    const hard = parts.filter((word) => (parts.length > 1 ? isHard(word) : !familiar(word)));
    const leaning = wordsIn(entry.short).find(
      ({ text }) =>
        !familiar(text) &&
        hard.some(
          (word) => stemOf(text) === stemOf(word) || (entry.kind !== 'medicine' && isPartOf(text, word)),
        ),
    );
    return leaning === undefined
      ? []
      : [problemOf(entry, `"short" leans on its own word: "${leaning.text}"`)];
  });
}
