// Looking up explanations: each shard is fetched once, again after a failure, and what is not there rejects.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  createLookup,
  type Explanation,
  SHARDS,
  type Shard,
  shardOf,
  shardPath,
} from '../../src/glossary/lookup.ts';

const explanation = (id: string): Explanation => ({
  ...{ id, term: id, kind: 'condition', short: `What ${id} is.`, more: 'More.' },
  ...{ also: [], see: [], mixup: [], links: { short: [], more: [] } },
});

/** Shards that hold the given ids, as a function that counts its calls. */
function shelves(ids: readonly string[]) {
  return vi.fn(async (path: string): Promise<Shard> => {
    const here = ids.filter((id) => shardPath(shardOf(id)) === path);
    return Object.fromEntries(here.map((id) => [id, explanation(id)]));
  });
}

/** An id in the same shard as another. */
function neighbourOf(id: string): string {
  for (let i = 0; ; i++) if (shardOf(`neighbour-${i}`) === shardOf(id)) return `neighbour-${i}`;
}

/** An id in another shard. */
function strangerTo(id: string): string {
  for (let i = 0; ; i++) if (shardOf(`stranger-${i}`) !== shardOf(id)) return `stranger-${i}`;
}

describe('shards', () => {
  test('any id has one of them, and a path', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(Array.from({ length: SHARDS }, (_, i) => i)).toContain(shardOf(id));
        expect(shardOf(`${id}`)).toBe(shardOf(id));
        expect(shardPath(shardOf(id))).toMatch(/^glossary\/\d+\.json$/);
      }),
    );
  });

  test('none is empty or more than half as full again as the others', () => {
    const counts = Array.from({ length: SHARDS }, () => 0);
    for (let i = 0; i < SHARDS * 100; i++) {
      const shard = shardOf(`entry-${i}`);
      counts[shard] = (counts[shard] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(50);
    expect(Math.max(...counts)).toBeLessThan(150);
  });
});

describe('a lookup', () => {
  const near = neighbourOf('edema');
  const far = strangerTo('edema');

  test('finds what a shard holds', async () => {
    const lookup = createLookup(shelves(['edema', far]));
    expect(await lookup('edema')).toEqual(explanation('edema'));
    expect(await lookup(far)).toEqual(explanation(far));
  });

  test('fetches nothing before it is asked', () => {
    const fetchShard = shelves(['edema']);
    createLookup(fetchShard);
    expect(fetchShard).not.toHaveBeenCalled();
  });

  test('fetches a shard once, however often and however fast it is asked', async () => {
    const fetchShard = shelves(['edema', near]);
    const lookup = createLookup(fetchShard);
    await Promise.all([lookup('edema'), lookup('edema'), lookup(near)]);
    await lookup('edema');
    expect(fetchShard.mock.calls).toEqual([[shardPath(shardOf('edema'))]]);
  });

  test('fetches each shard by its own path', async () => {
    const fetchShard = shelves(['edema', far]);
    const lookup = createLookup(fetchShard);
    await lookup('edema');
    await lookup(far);
    expect(fetchShard.mock.calls).toEqual([[shardPath(shardOf('edema'))], [shardPath(shardOf(far))]]);
  });

  test('rejects all who wait when the fetch fails, and fetches again for the next', async () => {
    const fetchShard = shelves(['edema', near]).mockRejectedValueOnce(new Error('asleep'));
    const lookup = createLookup(fetchShard);
    const both = await Promise.allSettled([lookup('edema'), lookup(near)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(fetchShard).toHaveBeenCalledTimes(1);
    expect(await lookup('edema')).toEqual(explanation('edema'));
    expect(await lookup(near)).toEqual(explanation(near));
    expect(fetchShard).toHaveBeenCalledTimes(2);
  });

  test('rejects with the reason when the fetch throws at once', async () => {
    const lookup = createLookup(() => {
      throw new Error('no such interface');
    });
    await expect(lookup('edema')).rejects.toThrow('no such interface');
  });

  test('one broken shard leaves the others in reach', async () => {
    const whole = shelves(['edema', far]);
    const broken = shardPath(shardOf('edema'));
    const lookup = createLookup((path) =>
      path === broken ? Promise.reject(new Error('gone')) : whole(path),
    );
    await expect(lookup('edema')).rejects.toThrow('gone');
    expect(await lookup(far)).toEqual(explanation(far));
  });

  test('rejects an unknown id by its name and does not fetch the shard again', async () => {
    const fetchShard = shelves(['edema']);
    const lookup = createLookup(fetchShard);
    await expect(lookup(near)).rejects.toThrow(`no entry "${near}"`);
    await expect(lookup(near)).rejects.toThrow(near);
    expect(fetchShard).toHaveBeenCalledTimes(1);
    expect(await lookup('edema')).toEqual(explanation('edema'));
  });

  // Ids come from the page's DOM: a page can write any into a mark.
  test.each(['constructor', 'toString', '__proto__', ''])(
    'rejects "%s", which no shard lists',
    async (id) => {
      await expect(createLookup(shelves(['edema']))(id)).rejects.toThrow('no entry');
    },
  );
});
