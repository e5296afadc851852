// The reader's settings: the only module that touches the browser's storage. Versioned; what cannot be read gives defaults and is kept aside.

import { browser } from '../browser.ts';
import type { Density } from '../matching/density.ts';

/** Everything the reader can choose. */
export interface Settings {
  readonly version: 1;
  readonly enabled: boolean;
  readonly density: Density;
  /** Host names without `www.` on which Bedside is off. */
  readonly offSites: readonly string[];
  /** Host names without `www.` whose pages are marked whatever they are about. */
  readonly alwaysSites: readonly string[];
}

export const DEFAULTS: Settings = {
  version: 1,
  enabled: true,
  density: 'section',
  offSites: [],
  alwaysSites: [],
};

const KEY = 'settings';
/** Where settings that could not be read are kept, for a person who wants to look. */
const ASIDE = 'settings-unreadable';

/** One step from version n (its place in the list) to n + 1. Empty while version 1 is the first. */
type Migration = (old: Record<string, unknown>) => Record<string, unknown>;
const MIGRATIONS: Readonly<Record<number, Migration>> = {
  // Before it had a version, the extension knew one switch.
  0: (old) => ({ ...DEFAULTS, enabled: old.enabled !== false, version: 1 }),
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isHosts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((host) => typeof host === 'string');
const isDensity = (value: unknown): value is Density =>
  value === 'section' || value === 'page' || value === 'all';

/** Reads stored settings of any version. Undefined when they are of no version that is known. Pure. */
export function parseSettings(stored: unknown): Settings | undefined {
  if (!isRecord(stored)) return undefined;
  let current: Record<string, unknown> = stored;
  for (;;) {
    const version = current.version ?? 0;
    if (typeof version !== 'number') return undefined;
    if (version === DEFAULTS.version) break;
    const migrate = MIGRATIONS[version];
    if (!migrate) return undefined;
    current = migrate(current);
  }
  const { enabled, density, offSites, alwaysSites } = current;
  if (typeof enabled !== 'boolean' || !isDensity(density) || !isHosts(offSites) || !isHosts(alwaysSites))
    return undefined;
  return { version: 1, enabled, density, offSites, alwaysSites };
}

async function readSettings(): Promise<Settings> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  if (stored === undefined) return DEFAULTS;
  const settings = parseSettings(stored);
  if (settings) return settings;
  await browser.storage.local.set({ [ASIDE]: stored });
  await browser.storage.local.remove(KEY);
  return DEFAULTS;
}

/** The settings as they stand; defaults where there are none or they cannot be read. Never rejects. */
export async function loadSettings(): Promise<Settings> {
  try {
    return await readSettings();
  } catch {
    // Storage is out of reach (a damaged profile, an extension being updated): read on with the defaults.
    return DEFAULTS;
  }
}

let lastChange: Promise<unknown> = Promise.resolve();

/** Changes settings and stores them; changes made at the same time in one context are done one after the other. Rejects when they cannot be
 * read or stored: what is there is never overwritten unseen. */
export function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const next = lastChange.then(async () => {
    const settings = change(await readSettings());
    await browser.storage.local.set({ [KEY]: settings });
    return settings;
  });
  lastChange = next.catch(() => undefined);
  return next;
}

/** Calls `listener` with the new settings whenever they change in any context, until `signal` aborts. */
export function watchSettings(listener: (settings: Settings) => void, signal?: AbortSignal): void {
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const change = changes[KEY];
    if (area === 'local' && change) listener(parseSettings(change.newValue) ?? DEFAULTS);
  };
  if (signal?.aborted) return;
  browser.storage.onChanged.addListener(heard);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(heard));
}
