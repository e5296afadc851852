// Where settings are kept: the browser's storage for extensions. What cannot be read gives defaults and is kept aside.
import { browser } from '../browser.ts';
import { DEFAULTS, parseSettings, type Settings } from './settings.ts';

const KEY = 'settings';
/** Where settings that could not be read are kept, for a person who wants to look. */
const ASIDE = 'settings-unreadable';

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

/** Where it is kept that the reader was welcomed. */
const WELCOMED = 'welcomed';

/** Whether the reader was not welcomed yet; from then on it is so. Where that cannot be kept nobody is welcomed, rather than each time anew. */
export async function isFirstTime(): Promise<boolean> {
  try {
    const { [WELCOMED]: welcomed } = await browser.storage.local.get(WELCOMED);
    if (welcomed === true) return false;
    await browser.storage.local.set({ [WELCOMED]: true });
    return true;
  } catch {
    return false;
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
