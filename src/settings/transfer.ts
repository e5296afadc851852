// All settings as one file, to be kept or taken to another browser, and the way back. Pure.
import { brokenAt } from './json-place.ts';
import { DEFAULTS, readSettings, type Settings } from './settings.ts';
import { inOrder, isPattern } from './site-patterns.ts';

/** What the file says it is, so that no other is taken for it. */
const FORMAT = 'bedside-settings';
/** The version of the file's own shape; that of the settings in it is their own. */
const FORMAT_VERSION = 1;
/** More than any reader's lists: a file that was picked by mistake is not read to its end. In characters. */
export const LONGEST = 2_000_000;

/** Why a file cannot be taken over, and where in it. */
export type TransferFault =
  | { readonly kind: 'too-long' }
  /** Not JSON from here on; line and column from 1. */
  | { readonly kind: 'not-json'; readonly line: number; readonly column: number }
  /** JSON, but of something else. */
  | { readonly kind: 'not-ours' }
  /** Made by a later version of Bedside. */
  | { readonly kind: 'newer' }
  /** `settings.density`, `settings.offSites[2]`: holds what it cannot. `found` is what stands there, as JSON. */
  | { readonly kind: 'field'; readonly path: string; readonly found: string };

export type ReadFile =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly fault: TransferFault };

/** The settings that are lists of sites. */
const SITE_LISTS = ['offSites', 'onSites', 'alwaysSites'] as const;
/** How much of a wrong value is shown. */
const SHOWN = 60;

const fail = (fault: TransferFault): ReadFile => ({ ok: false, fault });

/** The file's text. A pause is not in it: it is of the moment. */
export function writeFile({ pausedUntil: _, ...settings }: Settings): string {
  return `${JSON.stringify({ format: FORMAT, formatVersion: FORMAT_VERSION, settings }, null, 2)}\n`;
}

/** The file's name, with the day on which it is made. */
export const fileName = (day: Date): string => `${FORMAT}-${day.toISOString().slice(0, 10)}.json`;

/** Reads a file: settings that hold what they may, or what is wrong with the first thing that is, and where. Settings made by an earlier version are brought up to this one. */
export function readFile(text: string): ReadFile {
  if (text.length > LONGEST) return fail({ kind: 'too-long' });
  // Some editors put a byte order mark in front.
  const json = text.replace(/^\ufeff/, '');
  let file: unknown;
  try {
    file = JSON.parse(json);
  } catch {
    return fail({ kind: 'not-json', ...(brokenAt(json) ?? { line: 1, column: 1 }) });
  }
  if (typeof file !== 'object' || file === null) return fail({ kind: 'not-ours' });
  const { format, formatVersion, settings: within } = file as Record<string, unknown>;
  if (format !== FORMAT) return fail({ kind: 'not-ours' });
  if (formatVersion !== FORMAT_VERSION)
    return typeof formatVersion === 'number' && formatVersion > FORMAT_VERSION
      ? fail({ kind: 'newer' })
      : wrong('formatVersion', formatVersion);
  if (typeof within !== 'object' || within === null) return wrong('settings', within);
  const stated = within as Record<string, unknown>;
  if (stated.version === undefined) return wrong('settings.version', undefined);
  const read = readSettings({ ...stated, pausedUntil: null });
  if (read.ok) return checkLists(read.settings);
  const { fault } = read;
  if (fault.kind === 'shape') return wrong('settings', within);
  if (fault.kind === 'version')
    return typeof stated.version === 'number' && stated.version > DEFAULTS.version
      ? fail({ kind: 'newer' })
      : wrong('settings.version', stated.version);
  return wrong(...placeIn(fault.field, stated[fault.field]));
}

const wrong = (path: string, value: unknown): ReadFile => {
  const json = JSON.stringify(value) ?? '';
  const found = json.length > SHOWN ? `${json.slice(0, SHOWN)}…` : json;
  return fail({ kind: 'field', path, found });
};

/** The path of a field with a fault: of the first thing in it that is no text, where it is a list that may hold texts only. */
function placeIn(field: string, value: unknown): [path: string, value: unknown] {
  const at = Array.isArray(value) ? value.findIndex((one) => typeof one !== 'string') : -1;
  return at < 0 || !Array.isArray(value)
    ? [`settings.${field}`, value]
    : [`settings.${field}[${at}]`, value[at]];
}

/** Site names have to be such as pages' hosts are compared with; lists are put in order, each entry once. */
function checkLists(settings: Settings): ReadFile {
  for (const name of SITE_LISTS) {
    const at = settings[name].findIndex((entry) => !isPattern(entry));
    if (at >= 0) return wrong(`settings.${name}[${at}]`, settings[name][at]);
  }
  const lists = Object.fromEntries(SITE_LISTS.map((name) => [name, inOrder(settings[name])]));
  return { ok: true, settings: { ...settings, ...lists, known: [...new Set(settings.known)] } };
}
