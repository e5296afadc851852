// Whether what an entry says of its word parts and its place in the body is known.
import { parse } from 'yaml';
import type { Problem, Source } from '../compile.ts';
import type { PlacedEntry } from '../entry.ts';
import { problemOf } from './problem.ts';

/** The ids of a file such as `glossary/parts.yaml`: the keys of a map, or the `id` of each item of a list. Throws when it is no YAML. */
function idsOf({ text }: Source): ReadonlySet<string> {
  const root: unknown = parse(text);
  if (Array.isArray(root))
    return new Set(
      root.flatMap((item: unknown) =>
        typeof item === 'object' && item !== null && 'id' in item ? [String(item.id)] : [],
      ),
    );
  return new Set(typeof root === 'object' && root !== null ? Object.keys(root) : []);
}

/** `parts` and `where` that name nothing. Without a file nothing resolves. */
export function checkLinks(
  entries: readonly PlacedEntry[],
  parts: Source | undefined,
  places: Source | undefined,
): Problem[] {
  const known = { parts: parts && idsOf(parts), where: places && idsOf(places) };
  return entries.flatMap((entry) => [
    ...entry.parts
      .filter((id) => !known.parts?.has(id))
      .map((id) => problemOf(entry, `"parts" names "${id}", which is not in glossary/parts.yaml`)),
    ...(entry.where === undefined || known.where?.has(entry.where)
      ? []
      : [problemOf(entry, `"where" names "${entry.where}", which is not in glossary/places.yaml`)]),
  ]);
}
