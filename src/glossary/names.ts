// The names that the search looks through: one small file of the built extension, without the explanations.
import type { PlacedEntry } from './entry.ts';

/** An entry's id and all it is called, its term first. */
export type NamedEntry = readonly [id: string, term: string, ...others: string[]];

/** The path of the names inside the built extension. */
export const NAMES_PATH = 'glossary/names.json';

/**
 * The names of all entries as their writers gave them: the search itself forgives plurals and spellings. Entries that many others point to come first: what much
 * leads to is what people most likely mean.
 */
export function compileNames(entries: readonly PlacedEntry[]): NamedEntry[] {
  const pointers = new Map<string, number>();
  for (const { see, mixup } of entries)
    for (const id of [...see, ...Object.keys(mixup)]) pointers.set(id, (pointers.get(id) ?? 0) + 1);
  const byPointers = [...entries].sort((a, b) => (pointers.get(b.id) ?? 0) - (pointers.get(a.id) ?? 0));
  return byPointers.map(({ id, term, also, abbreviations, forms }) => [
    id,
    term,
    ...also,
    ...abbreviations,
    ...forms,
  ]);
}
