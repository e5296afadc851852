// What the options page shows beside the settings themselves: what was done last and can be taken back, what went wrong, and its lists. Pure.
import type { NamedEntry } from '../glossary/names.ts';
import type { Settings } from '../settings/settings.ts';
import { inOrder, type PatternFault, readPattern } from '../settings/site-patterns.ts';
import type { TransferFault } from '../settings/transfer.ts';

/** What was done that can be taken back. */
export type Done =
  | { readonly kind: 'reset' | 'imported' }
  /** Words are marked again: their ids. */
  | { readonly kind: 'put-back'; readonly ids: readonly string[] }
  | { readonly kind: 'site-removed'; readonly site: string };

export type OptionsNotice =
  | { readonly kind: 'done'; readonly done: Done; readonly undo: (settings: Settings) => Settings }
  | { readonly kind: 'undone' }
  | { readonly kind: 'not-saved' }
  | { readonly kind: 'not-imported'; readonly fault: TransferFault | { readonly kind: 'unreadable' } };

/** The settings that are lists of sites. */
export type SiteList = 'offSites' | 'onSites' | 'alwaysSites';

export type Typed =
  | { readonly kind: 'nothing' }
  /** It can be added, as this. */
  | { readonly kind: 'site'; readonly pattern: string }
  /** It is on the list already. */
  | { readonly kind: 'listed'; readonly pattern: string }
  | { readonly kind: 'fault'; readonly fault: Exclude<PatternFault, 'empty'> };

/** What is made of what is typed into the field of a list of sites. */
export function typedSite(typed: string, list: readonly string[]): Typed {
  const read = readPattern(typed);
  if (read.ok) return { kind: list.includes(read.pattern) ? 'listed' : 'site', pattern: read.pattern };
  return read.fault === 'empty' ? { kind: 'nothing' } : { kind: 'fault', fault: read.fault };
}

/** The settings with one more site on a list. An exception for it, made by the popup's switch, goes. */
export const withSite = (settings: Settings, list: SiteList, pattern: string): Settings => ({
  ...settings,
  [list]: inOrder([...settings[list].filter((entry) => entry !== `!${pattern}`), pattern]),
});

/** A word that the reader knows. Without a term its entry is not in this glossary any more. */
export interface KnownWord {
  readonly id: string;
  readonly term: string | undefined;
}

/** The terms of entries by id, once the glossary's names are read. */
export const termsOf = (names: readonly NamedEntry[]): ReadonlyMap<string, string> =>
  new Map(names.map(([id, term]) => [id, term]));

/** The known words in the order of the alphabet, those of which all parts of what is typed are found. */
export function knownWords(
  known: readonly string[],
  terms: ReadonlyMap<string, string>,
  query: string,
): KnownWord[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  const label = ({ id, term }: KnownWord): string => (term ?? id).toLowerCase();
  return known
    .map((id): KnownWord => ({ id, term: terms.get(id) }))
    .filter((word) => wanted.every((part) => label(word).includes(part) || word.id.includes(part)))
    .sort((a, b) => label(a).localeCompare(label(b), 'en'));
}

/** The settings with words marked again. */
export const putBack = (settings: Settings, ids: readonly string[]): Settings => ({
  ...settings,
  known: settings.known.filter((id) => !ids.includes(id)),
});

/** The settings with words known again. */
export const know = (settings: Settings, ids: readonly string[]): Settings => ({
  ...settings,
  known: [...new Set([...settings.known, ...ids])],
});
