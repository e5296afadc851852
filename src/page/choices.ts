// What the reader chose of the marks on a page. All of it takes effect at once, on the marks that stand too.
import type { Match } from '../matching/context.ts';
import type { Level } from '../settings/settings.ts';
import type { MarkLook } from './look.ts';

export interface Choices {
  readonly look: MarkLook;
  /** Ids of the entries that the reader knows. */
  readonly known: ReadonlySet<string>;
  readonly level: Level;
  /** Whether marks are reached by Tab and told to screen readers. */
  readonly tabStops: boolean;
}

/** What a mark stands for, as far as choices ask. */
export type Meaning = Pick<Match, 'ids' | 'common'>;

/** Whether a word is to be marked: not one that the reader knows in all senses that it may have here, nor, where only harder words are wanted, a common one. */
export const isWanted = ({ known, level }: Choices, { ids, common }: Meaning): boolean =>
  !(level === 'harder' && common) && !ids.every((id) => known.has(id));

/** Whether words that were not marked may be wanted now. */
export const mayWantMore = (before: Choices, now: Choices): boolean =>
  (before.level === 'harder' && now.level !== 'harder') || [...before.known].some((id) => !now.known.has(id));
