// The settings: reading what is stored, of any age and in any state, changing it and hearing of changes; and the rules for sites.
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULTS, parseSettings, type Settings } from '../../src/settings/settings.ts';
import {
  isAlways,
  isOn,
  isPaused,
  PAUSE,
  siteOf,
  switchAlways,
  switchSite,
} from '../../src/settings/site-rules.ts';
import { changeSettings, loadSettings, watchSettings } from '../../src/settings/store.ts';

type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;
type Heard = (changes: Changes, area: string) => void;

/** The browser's storage, in memory: copies what it is given, answers later, tells its listeners. */
const storage = vi.hoisted(() => {
  const data = new Map<string, unknown>();
  const listeners = new Set<Heard>();
  /** Calls that reject, each as often as it is listed. */
  const failing: string[] = [];
  const call = async (name: string): Promise<void> => {
    await Promise.resolve();
    const at = failing.indexOf(name);
    if (at >= 0) throw new Error(`storage.${failing.splice(at, 1)[0]} is out of order`);
  };
  const tell = (changes: Changes, area = 'local'): void => {
    for (const listener of [...listeners]) listener(changes, area);
  };
  const put = (key: string, newValue: unknown): void => {
    data.set(key, structuredClone(newValue));
    tell({ [key]: { newValue: structuredClone(newValue) } });
  };
  const local = {
    async get(key: string) {
      await call('get');
      return data.has(key) ? { [key]: structuredClone(data.get(key)) } : {};
    },
    async set(items: Record<string, unknown>) {
      await call('set');
      for (const [key, value] of Object.entries(items)) put(key, value);
    },
    async remove(key: string) {
      await call('remove');
      if (data.delete(key)) tell({ [key]: {} });
    },
  };
  const onChanged = {
    addListener: (listener: Heard) => listeners.add(listener),
    removeListener: (listener: Heard) => listeners.delete(listener),
  };
  return { data, listeners, failing, tell, put, browser: { storage: { local, onChanged } } };
});

vi.mock('../../src/browser.ts', () => ({ browser: storage.browser }));

beforeEach(() => {
  storage.data.clear();
  storage.listeners.clear();
  storage.failing.length = 0;
});

const MINE: Settings = {
  ...DEFAULTS,
  ...{ enabled: false, density: 'all', theme: 'dark', pausedUntil: 1_800_000_000_000 },
  ...{ offSites: ['example.org'], alwaysSites: ['nhs.uk'], known: ['edema'] },
};
/** Stored values that are of no version that is known, or not whole. */
const UNREADABLE: [name: string, stored: unknown][] = [
  ['nothing', null],
  ['a text', 'on'],
  ['a list', [MINE]],
  ['a newer version', { ...MINE, version: 3 }],
  ['a version before all', { ...MINE, version: -1 }],
  ['half a version', { ...MINE, version: 0.5 }],
  ['a version in words', { ...MINE, version: '0' }],
  ['no switch', { ...MINE, enabled: 'yes' }],
  ['an unknown density', { ...MINE, density: 'some' }],
  ['sites that are no list', { ...MINE, offSites: 'example.org' }],
  ['a site that is no text', { ...MINE, alwaysSites: ['nhs.uk', 1] }],
  ['a pause without an end', { ...MINE, pausedUntil: Number.POSITIVE_INFINITY }],
  ['an unknown theme', { ...MINE, theme: 'pink' }],
  ['a missing field', { version: 2, enabled: true, density: 'all', offSites: [] }],
  ['an old version with a field gone wrong', { version: 1, enabled: 1, density: 'all', offSites: [] }],
];

describe('what is stored is read', () => {
  test.each<[name: string, stored: unknown, settings: Settings]>([
    ['as it was written', MINE, MINE],
    ['what is none of ours is dropped', { ...MINE, colour: 'red' }, MINE],
    ['before versions, off', { enabled: false }, { ...DEFAULTS, enabled: false }],
    ['before versions, unsaid', {}, DEFAULTS],
    ['version 0', { version: 0, enabled: false }, { ...DEFAULTS, enabled: false }],
    [
      'version 1',
      { version: 1, enabled: true, density: 'page', offSites: ['a.org'], alwaysSites: ['b.org'] },
      { ...DEFAULTS, density: 'page', offSites: ['a.org'], alwaysSites: ['b.org'] },
    ],
  ])('%s', (_name, stored, settings) => {
    expect(parseSettings(stored)).toEqual(settings);
  });

  test.each(UNREADABLE)('not %s', (_name, stored) => {
    expect(parseSettings(stored)).toBeUndefined();
  });

  test('whatever it is, without a throw, and what is read is read alike again', () => {
    const near = fc.record({
      version: fc.constantFrom(0, 1, 2, 3, '1'),
      enabled: fc.anything(),
      density: fc.anything(),
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), near), (stored) => {
        const settings = parseSettings(stored);
        if (settings) expect(parseSettings(settings)).toEqual(settings);
      }),
    );
  });
});

describe('loading', () => {
  test('gives the defaults where there is nothing, and stores nothing', async () => {
    expect(await loadSettings()).toEqual(DEFAULTS);
    expect(storage.data.size).toBe(0);
  });

  test('gives what is stored', async () => {
    storage.put('settings', MINE);
    expect(await loadSettings()).toEqual(MINE);
  });

  test.each(UNREADABLE)('keeps %s aside and goes on with the defaults', async (_name, stored) => {
    storage.put('settings', stored);
    expect(await loadSettings()).toEqual(DEFAULTS);
    expect([...storage.data]).toEqual([['settings-unreadable', stored]]);
    expect(await loadSettings()).toEqual(DEFAULTS);
    expect([...storage.data]).toEqual([['settings-unreadable', stored]]);
  });

  test.each(['get', 'set', 'remove'])(
    'survives a storage that cannot %s, and loses nothing',
    async (name) => {
      storage.put('settings', 'unreadable');
      storage.failing.push(name);
      expect(await loadSettings()).toEqual(DEFAULTS);
      expect(storage.data.get('settings')).toBe('unreadable');
    },
  );
});

describe('changing', () => {
  const addSite = (site: string) => (old: Settings) => ({ ...old, offSites: [...old.offSites, site] });

  test('stores and gives the new settings', async () => {
    expect(await changeSettings((old) => ({ ...old, density: 'page' }))).toEqual({
      ...DEFAULTS,
      density: 'page',
    });
    expect(await loadSettings()).toEqual({ ...DEFAULTS, density: 'page' });
  });

  test('starts from what another context has stored', async () => {
    storage.put('settings', MINE);
    expect(await changeSettings(addSite('b.org'))).toEqual({ ...MINE, offSites: ['example.org', 'b.org'] });
  });

  test('at the same time loses none', async () => {
    await Promise.all(['a.org', 'b.org', 'c.org'].map((site) => changeSettings(addSite(site))));
    expect((await loadSettings()).offSites).toEqual(['a.org', 'b.org', 'c.org']);
  });

  test('rejects when it cannot be stored; the next goes on', async () => {
    storage.failing.push('set');
    const results = await Promise.allSettled(['a.org', 'b.org'].map((site) => changeSettings(addSite(site))));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect((await loadSettings()).offSites).toEqual(['b.org']);
  });

  test('rejects when the change itself fails; the next goes on', async () => {
    const failing = changeSettings(() => {
      throw new Error('not so');
    });
    await expect(failing).rejects.toThrow('not so');
    expect(storage.data.size).toBe(0);
    expect((await changeSettings(addSite('a.org'))).offSites).toEqual(['a.org']);
  });

  test('never puts defaults over settings that could not be read for a moment', async () => {
    storage.put('settings', MINE);
    storage.failing.push('get');
    await changeSettings((old) => ({ ...old, density: 'page' })).catch(() => undefined);
    expect(storage.data.get('settings')).toMatchObject({
      offSites: MINE.offSites,
      alwaysSites: MINE.alwaysSites,
    });
  });
});

describe('watching', () => {
  /** What a listener hears while `act` runs. */
  async function heard(act: () => unknown, signal?: AbortSignal): Promise<Settings[]> {
    const all: Settings[] = [];
    watchSettings((settings) => all.push(settings), signal);
    await act();
    return all;
  }
  const set = (newValue: unknown, area?: string): void => storage.tell({ settings: { newValue } }, area);

  test('hears changes', async () => {
    const change = () => changeSettings((old) => ({ ...old, enabled: false }));
    expect(await heard(change)).toEqual([{ ...DEFAULTS, enabled: false }]);
  });

  test.each<[name: string, value: unknown, settings: Settings]>([
    ['older settings', { enabled: false }, { ...DEFAULTS, enabled: false }],
    ['what cannot be read', 'on', DEFAULTS],
    ['settings that are gone', undefined, DEFAULTS],
  ])('hears %s as they would be loaded', async (_name, value, settings) => {
    expect(await heard(() => set(value))).toEqual([settings]);
  });

  test('does not hear other keys and other areas', async () => {
    expect(await heard(() => storage.put('known', ['edema']))).toEqual([]);
    expect(await heard(() => set(MINE, 'sync'))).toEqual([]);
  });

  test('hears nothing after the signal, and leaves no listener', async () => {
    const stop = new AbortController();
    const act = (): void => {
      set(MINE);
      stop.abort();
      set(DEFAULTS);
    };
    expect(await heard(act, stop.signal)).toEqual([MINE]);
    expect(storage.listeners.size).toBe(0);
  });

  test('hears nothing when the signal came before', async () => {
    expect(await heard(() => set(MINE), AbortSignal.abort())).toEqual([]);
    expect(storage.listeners.size).toBe(0);
  });
});

describe('sites', () => {
  test.each<[address: string, site: string | null]>([
    ['https://www.nhs.uk/conditions/', 'nhs.uk'],
    ['https://nhs.uk', 'nhs.uk'],
    ['http://WWW.NHS.UK:8080/?a=b#c', 'nhs.uk'],
    ['https://awww.example.org', 'awww.example.org'],
    ['https://de.www.example.org', 'de.www.example.org'],
    ['https://reader:secret@example.org/', 'example.org'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['http://127.0.0.1:3000/', '127.0.0.1'],
    ['http://[::1]/', '[::1]'],
    ['file:///home/reader/letter.html', null],
    ['about:blank', null],
    ['data:text/html,edema', null],
    ['', null],
  ])('%s is %s', (address, site) => {
    expect(siteOf(address)).toBe(site);
  });

  test.each<[name: string, settings: Partial<Settings>, site: string | null, on: boolean]>([
    ['on everywhere', {}, 'example.org', true],
    ['on where there is no site', {}, null, true],
    ['off everywhere', { enabled: false }, 'example.org', false],
    ['off where there is no site', { enabled: false }, null, false],
    ['off here', { offSites: ['a.org', 'example.org'] }, 'example.org', false],
    ['off elsewhere', { offSites: ['a.org'] }, 'example.org', true],
    ['off on a part', { offSites: ['forum.example.org'] }, 'example.org', true],
    ['always marked, but off', { offSites: ['a.org'], alwaysSites: ['a.org'] }, 'a.org', false],
  ])('%s', (_name, settings, site, on) => {
    expect(isOn({ ...DEFAULTS, ...settings }, site)).toBe(on);
  });

  test.each<[name: string, pausedUntil: number | null, now: number, rests: boolean]>([
    ['no rest', null, 0, false],
    ['begun now', 10_000_000, 10_000_000 - PAUSE, true],
    ['its last moment', 10_000_000, 9_999_999, true],
    ['over', 10_000_000, 10_000_000, false],
    ['long over, as after a night asleep', 10_000_000, 90_000_000, false],
    ['the clock was set back: no rest lasts so long', 10_000_000, 9_999_999 - PAUSE, false],
  ])('a rest: %s', (_name, pausedUntil, now, rests) => {
    const resting: Settings = { ...DEFAULTS, pausedUntil };
    expect(isPaused(resting, now)).toBe(rests);
    expect(isOn(resting, 'example.org', now)).toBe(!rests);
    expect(isOn(resting, null, now)).toBe(!rests);
    expect(isOn({ ...resting, enabled: false }, 'example.org', now)).toBe(false);
  });

  test('always marked is what is listed', () => {
    expect(['nhs.uk', 'example.org', null].map((site) => isAlways(MINE, site))).toEqual([true, false, false]);
  });

  const host = fc.constantFrom('a.org', 'b.org', 'c.org', 'd.org');
  const hosts = fc.uniqueArray(host).map((list) => list.sort());
  const settings = fc
    .record({ enabled: fc.boolean(), offSites: hosts, alwaysSites: hosts })
    .map((some): Settings => ({ ...DEFAULTS, ...some }));

  test('a switch does what it says, once, in order, and nothing else', () => {
    fc.assert(
      fc.property(settings, host, host, fc.boolean(), (before, site, other, on) => {
        const copy = structuredClone(before);
        const switched = switchSite(before, site, on);
        expect(isOn(switched, site)).toBe(before.enabled && on);
        expect(switched).toEqual({ ...before, offSites: [...new Set(switched.offSites)].sort() });
        const always = switchAlways(before, site, on);
        expect(isAlways(always, site)).toBe(on);
        expect(always).toEqual({ ...before, alwaysSites: [...new Set(always.alwaysSites)].sort() });
        if (other !== site) {
          expect(isOn(switched, other)).toBe(isOn(before, other));
          expect(isAlways(always, other)).toBe(isAlways(before, other));
        }
        expect(before).toEqual(copy);
      }),
    );
  });
});
