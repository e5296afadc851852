// Finds explanations: which shard holds an entry, and a reader of shards that fetches each once.
import type { Where } from './drawings.ts';
import type { Kind } from './entry.ts';
import type { Link } from './links.ts';
import type { ShownPart } from './word-parts.ts';

/** A link to another entry, with the word to show. */
interface Related {
  readonly id: string;
  readonly term: string;
}

/** What a card shows of an entry. Shards are JSON objects of these by id. */
export interface Explanation {
  readonly id: string;
  readonly term: string;
  readonly sense?: string;
  readonly kind: Kind;
  readonly say?: string;
  readonly short: string;
  readonly more: string;
  readonly also: readonly string[];
  readonly see: readonly Related[];
  readonly mixup: readonly (Related & { readonly difference: string })[];
  /** The words of `short` and of `more` that have entries of their own. */
  readonly links: { readonly short: readonly Link[]; readonly more: readonly Link[] };
  readonly parts?: readonly ShownPart[];
  readonly where?: Where;
}

export type Shard = Readonly<Record<string, Explanation>>;

/** How many shards the glossary is cut into: a card then loads some tens of kilobytes, not the whole. */
export const SHARDS = 16;

/** The shard that holds an entry: 0 to SHARDS - 1. FNV-1a over the id, so that it needs no table. */
export function shardOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % SHARDS;
}

/** The path of a shard inside the built extension. */
export const shardPath = (shard: number): string => `glossary/${shard}.json`;

/** Looks up one entry. Rejects when its shard cannot be read or has no such entry. */
export type Lookup = (id: string) => Promise<Explanation>;

/**
 * A lookup over shards.
 * @param fetchShard reads one shard by its path; called once for each, and again after a failure.
 */
export function createLookup(fetchShard: (path: string) => Promise<Shard>): Lookup {
  const shards = new Map<number, Promise<Shard>>();
  return async (id) => {
    const number = shardOf(id);
    let shard = shards.get(number);
    if (shard === undefined) {
      shard = fetchShard(shardPath(number));
      shards.set(number, shard);
      shard.catch(() => shards.delete(number));
    }
    const entries = await shard;
    const entry = Object.hasOwn(entries, id) ? entries[id] : undefined;
    if (entry === undefined) throw new Error(`The glossary has no entry "${id}".`);
    return entry;
  };
}
