// The ways to find forms in text that are measured against one another, each from what a page would be given to what it finds.
import AhoCorasick from 'modern-ahocorasick';
import { openIndex } from '../../src/matching/index.ts';
import { findCandidates } from '../../src/matching/match.ts';

/** What a matcher starts from: ours from packed bytes, the others from a list. */
export interface Glossary {
  readonly packed: Uint8Array;
  /** All surface forms, distinct. */
  readonly forms: readonly string[];
}

/** Counts the matches in a block of text. */
type Count = (text: string) => number;

// The others know less: no letters that count, no accents, hyphens or addresses, and modern-ahocorasick no whole words. That favors them.
export const MATCHERS = {
  Bedside: ({ packed }: Glossary): Count => {
    const index = openIndex(packed);
    return (text) => findCandidates(index, text).length;
  },
  'modern-ahocorasick': ({ forms }: Glossary): Count => {
    const matcher = new AhoCorasick(forms.map((form) => form.toLowerCase()));
    return (text) => matcher.search(text.toLowerCase(), { strategy: 'leftmost-longest' }).length;
  },
  'RegExp alternation': ({ forms }: Glossary): Count => {
    const longestFirst = forms.toSorted((a, b) => b.length - a.length);
    const escaped = longestFirst.map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
    return (text) => text.match(pattern)?.length ?? 0;
  },
} as const;

export type MatcherName = keyof typeof MATCHERS;
