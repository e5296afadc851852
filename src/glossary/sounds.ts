// How a medical word sounds, roughly: two spellings that an English speaker would read out alike get the same key. Pure.
//
// Known keys fit badly. Soundex looks at four letters; Metaphone and Double Metaphone drop every vowel but the first, so that "diarrhea"
// sounds like "tear" and "door". Here a run of vowels is one sound whose place counts, and the Greek beginnings and endings that
// medicine is full of are read as they are said.

/** Letters and what they sound like, one rule after the other. Capitals are sounds that later rules leave alone: `S` is sh or zh. */
const SOUNDS: readonly (readonly [letters: RegExp, sound: string])[] = [
  // Silent first letters: pneumonia, knee, gnathic, mnemonic; psoriasis, sciatica; ptosis; wrist; xeroma.
  [/^[pkgm]n/, 'n'],
  [/^(?:ps|sc(?=[eiy]))/, 's'],
  [/^pt/, 't'],
  [/^wr/, 'r'],
  [/^x/, 's'],
  // injection, tension, commission, physician.
  [/(?!^)(?:ss|[tsc])(?=i[aou])/g, 'S'],
  [/sch(?=[lmnw])|sh/g, 'S'],
  [/ph/g, 'f'],
  [/ch|ck|cq|qu/g, 'k'],
  [/s?c(?=[eiy])/g, 's'],
  [/d?g(?=[eiy])|dg/g, 'j'],
  [/gh(?=t|$)/g, ''],
  [/x/g, 'ks'],
  [/[cq]/g, 'k'],
  [/z/g, 's'],
  // h is heard only in front, w only before a vowel, the last e not at all.
  [/(?!^)h/g, ''],
  [/w(?![aeiou])/g, 'u'],
  [/(?<=[^aeiouy])e$/, ''],
  [/[aeiouy]+/g, 'A'],
  [/(.)\1+/g, '$1'],
];

/** The key of a word, or of words written as one, in lower-case letters: `newmonia` and `pneumonia` both give `nAmAnA`. */
export function soundOf(text: string): string {
  let sound = text;
  for (const [letters, heard] of SOUNDS) sound = sound.replace(letters, heard);
  return sound;
}
