// Reads the glossary's files from disk for the build and the command line.
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REVIEWS_HEAD } from '../src/glossary/checks/reviews.ts';
import type { Beside } from '../src/glossary/checks/texts.ts';
import type { Problem, Source } from '../src/glossary/compile.ts';
import { readPlaces } from '../src/glossary/places.ts';
import type { Shared } from '../src/glossary/shared.ts';
import { readParts } from '../src/glossary/word-parts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the entries are. */
export const ENTRIES = join(root, 'glossary/en');

/** All YAML files of a folder (`glossary/en` unless told), in the order of their names, with their paths as the project sees them. */
export function readSources(folder = ENTRIES): Source[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const path = join(folder, name);
      return { file: relative(root, path), text: readFileSync(path, 'utf8') };
    });
}

/** A file of `glossary/`, undefined where there is none. */
function readBesideEntries(name: string): Source | undefined {
  const file = `glossary/${name}`;
  const path = join(root, file);
  return existsSync(path) ? { file, text: readFileSync(path, 'utf8') } : undefined;
}

/** What stands beside the entries in `glossary/`. */
export function readBeside(): Beside {
  const parts = readBesideEntries('parts.yaml');
  const places = readBesideEntries('places.yaml');
  return {
    familiar: readBesideEntries('familiar.txt') ?? { file: 'glossary/familiar.txt', text: '' },
    ...(parts && { parts }),
    ...(places && { places }),
  };
}

/** What all entries share, and what is wrong with it. */
export interface ReadShared extends Shared {
  readonly problems: readonly Problem[];
}

/** The word parts and the places in the body. */
export function readShared(): ReadShared {
  const { parts, places } = readBeside();
  const readPart = parts && readParts(parts);
  const readPlace = places && readPlaces(places);
  return {
    parts: readPart?.rows ?? new Map(),
    places: readPlace?.rows ?? new Map(),
    problems: [...(readPart?.problems ?? []), ...(readPlace?.problems ?? [])],
  };
}

/** A drawing of `glossary/drawings/`, as SVG. */
export const readDrawing = (file: string): string =>
  readFileSync(join(root, 'glossary/drawings', file), 'utf8');

/** The words that have no entry for a reason; none where there is no such file. */
export const readSkippedFile = (): Source =>
  readBesideEntries('skipped.tsv') ?? { file: 'glossary/skipped.tsv', text: 'headword\treason\n' };

const REVIEWS = 'reviews.tsv';

/** Who read what; no rows where there is no such file. */
export const readReviewsFile = (): Source =>
  readBesideEntries(REVIEWS) ?? { file: `glossary/${REVIEWS}`, text: REVIEWS_HEAD };

/** Adds rows to `glossary/reviews.tsv`. */
export function addReviews(rows: readonly string[]): void {
  const path = join(root, 'glossary', REVIEWS);
  if (!existsSync(path)) writeFileSync(path, REVIEWS_HEAD);
  appendFileSync(path, rows.join(''));
}
