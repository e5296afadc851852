// What explanations take from the files that all entries share: the parts of their words, and their places in the body.
import type { Entry } from './entry.ts';
import type { Explanation } from './lookup.ts';
import { type Place, whereOf } from './places.ts';
import { shownParts, type WordPart } from './word-parts.ts';

/** `glossary/parts.yaml` and `glossary/places.yaml`. */
export interface Shared {
  readonly parts: ReadonlyMap<string, WordPart>;
  readonly places: ReadonlyMap<string, Place>;
}

export const NOTHING_SHARED: Shared = { parts: new Map(), places: new Map() };

/** What a card shows of an entry's word parts and place; ids that name nothing are passed over. */
export function sharedWith(
  { term, parts, where }: Pick<Entry, 'term' | 'parts' | 'where'>,
  shared: Shared,
): Pick<Explanation, 'parts' | 'where'> {
  const shown = shownParts(term, parts, shared.parts);
  const place = where === undefined ? undefined : shared.places.get(where);
  return {
    ...(shown.length > 0 && { parts: shown }),
    ...(where !== undefined && place && { where: whereOf(where, place) }),
  };
}
