// How hard a text is to read: the Flesch-Kincaid grade, in years of American school.
import { syllable } from 'syllable';
import type { FindExplained } from './explained.ts';
import { sentencesIn, wordsIn } from './words.ts';

/** What a word that the glossary explains counts for at most. */
const EXPLAINED_SYLLABLES = 2;

/**
 * 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975). Words that are a form of an entry count two syllables at most: no writer
 * can help their length, and the card explains them. A text without words has grade 0.
 */
export function readingGrade(text: string, explained: FindExplained): number {
  const words = wordsIn(text);
  if (words.length === 0) return 0;
  const links = explained(text);
  const syllables = words.reduce((sum, word) => {
    const count = syllable(word.text);
    const linked = links.some(({ start, end }) => word.start >= start && word.start < end);
    return sum + (linked ? Math.min(count, EXPLAINED_SYLLABLES) : count);
  }, 0);
  return 0.39 * (words.length / sentencesIn(text).length) + 11.8 * (syllables / words.length) - 15.59;
}
