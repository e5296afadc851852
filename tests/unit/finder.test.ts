// The finder: names are read when they are first needed and once, again after a failure, and every finding has its sentence.
import { describe, expect, test, vi } from 'vitest';
import { createFinder } from '../../src/glossary/finder.ts';
import type { Explanation, Lookup } from '../../src/glossary/lookup.ts';
import type { NamedEntry } from '../../src/glossary/names.ts';

const NAMES: readonly NamedEntry[] = [
  ['edema', 'edema', 'dropsy'],
  ['discharge-from-a-wound', 'discharge'],
  ...Array.from({ length: 20 }, (_, i): NamedEntry => [`graft-${i}`, `graft ${i}`]),
];

const lookup: Lookup = async (id) => {
  const sense = id === 'discharge-from-a-wound' ? 'from a wound' : undefined;
  const explanation: Explanation = {
    ...{ id, term: id, kind: 'condition', short: `What ${id} is.`, more: 'More.' },
    ...{ also: [], see: [], mixup: [], links: { short: [], more: [] }, ...(sense && { sense }) },
  };
  return explanation;
};

const reader = () => vi.fn(async () => NAMES);

describe('the finder', () => {
  test('gives what was found its sense and its sentence', async () => {
    const find = createFinder(reader(), lookup);
    expect(await find('dropsie')).toEqual([
      { id: 'edema', term: 'edema', name: 'dropsy', kind: 'sounds-alike', short: 'What edema is.' },
    ]);
    expect(await find('discharge')).toMatchObject([{ sense: 'from a wound' }]);
  });

  test('reads the names at the first query, and once', async () => {
    const fetchNames = reader();
    const find = createFinder(fetchNames, lookup);
    expect(fetchNames).not.toHaveBeenCalled();
    expect(await find('')).toEqual([]);
    await Promise.all([find('edema'), find('edem')]);
    expect(fetchNames).toHaveBeenCalledTimes(1);
  });

  test('reads them again after a failure', async () => {
    const fetchNames = reader().mockRejectedValueOnce(new Error('gone'));
    const find = createFinder(fetchNames, lookup);
    await expect(find('edema')).rejects.toThrow('gone');
    expect(await find('edema')).toHaveLength(1);
  });

  test('rejects when a sentence cannot be read', async () => {
    const find = createFinder(reader(), () => Promise.reject(new Error('no shard')));
    await expect(find('edema')).rejects.toThrow('no shard');
    expect(await find('qwertz')).toEqual([]);
  });

  test('gives no more than can be seen at a glance', async () => {
    expect((await createFinder(reader(), lookup)('graft')).map(({ term }) => term)).toEqual(
      Array.from({ length: 8 }, (_, i) => `graft ${i}`),
    );
  });
});
