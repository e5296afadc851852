// How many of a word's places are marked: calm is a feature.
import type { Match } from './context.ts';

/** First time in each section (the default), first time on the page, or every time. */
export const DENSITIES = ['section', 'page', 'all'] as const;
export type Density = (typeof DENSITIES)[number];

/**
 * Keeps the matches whose word is not yet marked where it counts.
 * @param taken the ids already marked in the section or on the page; the ids kept are added to it. Not looked at for `all`.
 */
export function keepFirst(matches: readonly Match[], density: Density, taken: Set<string>): Match[] {
  if (density === 'all') return [...matches];
  return matches.filter(({ ids }) => {
    const key = ids.join(' ');
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  });
}
