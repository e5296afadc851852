// Finds the forms that belong to two entries. There a card could explain the wrong thing, so the build stops unless cues decide.
import { readText } from '../matching/text.ts';
import type { PlacedEntry } from './entry.ts';
import type { SurfaceForm } from './inflect.ts';

/** An entry with all the forms it matches. */
interface Owner {
  readonly entry: PlacedEntry;
  readonly forms: readonly SurfaceForm[];
}

interface Owned {
  readonly entry: PlacedEntry;
  readonly form: SurfaceForm;
}

/** What is wrong, and with which entry. */
export interface Clash {
  readonly entry: PlacedEntry;
  readonly reason: string;
}

/** A form as the matcher reads it: "X Ray" is "x-ray". */
const readingOf = (text: string): string => {
  const { codes, length } = readText(text);
  return codes.subarray(0, length).join(' ');
};

/** Two forms matched by case may differ in nothing else ("Ma", "MA"); they are no clash. */
const areApart = (a: SurfaceForm, b: SurfaceForm): boolean => a.exact && b.exact && a.text !== b.text;

const describe = ({ text, name }: SurfaceForm): string =>
  text === name ? `"${text}"` : `"${text}" (made from "${name}")`;

function describeClash(form: SurfaceForm, other: Owned): string {
  const { id, file, line } = other.entry;
  return `the form ${describe(form)} belongs to "${id}" at ${file}:${line} too, as ${describe(other.form)}; both must list the name under "ambiguous"`;
}

/**
 * Every form that two entries share, told of each of the two whose name for it is not under "ambiguous". Made forms count like listed
 * ones, and forms of quiet entries like others.
 */
export function clashesIn(owners: readonly Owner[]): Clash[] {
  const owned = owners.flatMap(({ entry, forms }) => forms.map((form): Owned => ({ entry, form })));
  const clashes: Clash[] = [];
  for (const alike of Map.groupBy(owned, ({ form }) => readingOf(form.text)).values()) {
    const told = new Map<PlacedEntry, Set<PlacedEntry>>();
    for (const { entry, form } of alike) {
      if (form.cues !== undefined) continue;
      const others = told.get(entry) ?? new Set([entry]);
      told.set(entry, others);
      for (const other of alike) {
        if (others.has(other.entry) || areApart(form, other.form)) continue;
        others.add(other.entry);
        clashes.push({ entry, reason: describeClash(form, other) });
      }
    }
  }
  return clashes;
}
