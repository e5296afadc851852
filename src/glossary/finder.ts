// The search with what it needs: reads the names when it is first used, and gives each entry found its sentence.
import type { Lookup } from './lookup.ts';
import type { NamedEntry } from './names.ts';
import { createSearch, type Match, type Search } from './search.ts';

/** How many entries are shown for one query: what can be seen at a glance. */
const MOST = 8;

/** An entry that was found, with what a list says of it. */
export interface Finding extends Match {
  readonly sense?: string;
  readonly short: string;
}

/** Finds what fits a query, best first. An empty query finds nothing, but reads the names. Rejects when names or explanations cannot be read. */
export type Find = (query: string) => Promise<readonly Finding[]>;

/** @param fetchNames reads the names; called at the first query, and again after a failure. */
export function createFinder(fetchNames: () => Promise<readonly NamedEntry[]>, lookup: Lookup): Find {
  let search: Promise<Search> | undefined;
  return async (query) => {
    if (search === undefined) {
      search = fetchNames().then(createSearch);
      search.catch(() => (search = undefined));
    }
    const matches = (await search)(query, MOST);
    return Promise.all(
      matches.map(async (match): Promise<Finding> => {
        const { sense, short } = await lookup(match.id);
        return { ...match, ...(sense !== undefined && { sense }), short };
      }),
    );
  };
}
