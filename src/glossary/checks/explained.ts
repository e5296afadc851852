// Where the text of an entry uses words that the glossary explains: the places a card can turn into links.
import { type Form, openIndex, packIndex } from '../../matching/index.ts';
import { findCandidates } from '../../matching/match.ts';
import { surfaceForms } from '../compile.ts';
import type { PlacedEntry } from '../entry.ts';

/** A piece of a text that is a form of entries. */
interface Explained {
  readonly start: number;
  readonly end: number;
  /** The entries it is a form of. */
  readonly ids: readonly string[];
}

/** Finds the forms of entries in a text, in order; none overlap. */
export type FindExplained = (text: string) => readonly Explained[];

/** The forms of all entries, quiet ones too, found as they are on pages. */
export function explainedBy(entries: readonly PlacedEntry[]): FindExplained {
  const forms = entries.flatMap((entry) =>
    surfaceForms(entry).map(
      ({ text, exact }): Form => ({ text, id: entry.id, ...(exact && { exact: text }) }),
    ),
  );
  const index = openIndex(packIndex(forms));
  const known = new Map<string, readonly Explained[]>();
  return (text) => {
    const found =
      known.get(text) ??
      findCandidates(index, text).map(({ start, end, senses }) => ({
        start,
        end,
        ids: senses.map(({ id }) => id),
      }));
    known.set(text, found);
    return found;
  };
}
