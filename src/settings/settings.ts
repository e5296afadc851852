// What the reader can choose: its type, its defaults, and how stored settings of any age are read. Pure; store.ts keeps them.
import { DENSITIES, type Density } from '../matching/density.ts';

/** When a card opens: this long after the pointer came to rest on a word, or on a press only. */
const OPENINGS = ['quick', 'normal', 'slow', 'press'] as const;
export type Opening = (typeof OPENINGS)[number];

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const TEXT_SIZES = ['normal', 'large', 'larger'] as const;
type TextSize = (typeof TEXT_SIZES)[number];

export const MARK_STYLES = ['dotted', 'solid', 'soft'] as const;
/** How a marked word looks: a dotted line, a solid one, or a soft background. */
export type MarkStyle = (typeof MARK_STYLES)[number];

export const MARK_COLORS = ['green', 'blue', 'orange', 'text'] as const;
/** The color of marks; `text` is that of the text itself. */
export type MarkColor = (typeof MARK_COLORS)[number];

const LEVELS = ['all', 'harder'] as const;
/** Which words are marked: every one the glossary has, or only those that are rare in everyday English. */
export type Level = (typeof LEVELS)[number];

const SITE_MODES = ['all-but', 'only'] as const;
/** Where Bedside works: on all sites but `offSites`, or only on `onSites`. */
type SiteMode = (typeof SITE_MODES)[number];

/** Everything the reader can choose. */
export interface Settings {
  readonly version: 2;
  readonly enabled: boolean;
  /** Until when Bedside rests on all sites, in ms since 1970; null where it does not. */
  readonly pausedUntil: number | null;
  readonly density: Density;
  readonly level: Level;
  readonly opening: Opening;
  readonly theme: Theme;
  /** Of the card. */
  readonly textSize: TextSize;
  readonly markStyle: MarkStyle;
  readonly markColor: MarkColor;
  /** Whether cards open whole. */
  readonly more: boolean;
  /** Whether marked words are reached by Tab and told to screen readers. */
  readonly tabStops: boolean;
  readonly siteMode: SiteMode;
  /** Host names without `www.`, patterns and exceptions (site-patterns.ts) of the sites on which Bedside is off while `siteMode` is `all-but`. */
  readonly offSites: readonly string[];
  /** The same, on which alone it is on while `siteMode` is `only`. */
  readonly onSites: readonly string[];
  /** The same, of those whose pages are marked whatever they are about. */
  readonly alwaysSites: readonly string[];
  /** Ids of the entries that the reader knows: their words are not marked. */
  readonly known: readonly string[];
}

export const DEFAULTS: Settings = {
  version: 2,
  enabled: true,
  pausedUntil: null,
  density: 'section',
  level: 'all',
  opening: 'normal',
  theme: 'system',
  textSize: 'normal',
  markStyle: 'dotted',
  markColor: 'green',
  more: false,
  tabStops: false,
  siteMode: 'all-but',
  offSites: [],
  onSites: [],
  alwaysSites: [],
  known: [],
};

/** One step from version n (its place in the list) to n + 1. */
type Migration = (old: Record<string, unknown>) => Record<string, unknown>;
const MIGRATIONS: Readonly<Record<number, Migration>> = {
  // Before it had a version, the extension knew one switch.
  0: (old) => ({
    enabled: old.enabled !== false,
    density: 'section',
    offSites: [],
    alwaysSites: [],
    version: 1,
  }),
  // Version 1 knew four fields; all others are new.
  1: (old) => ({ ...DEFAULTS, ...old, version: 2 }),
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');
const isOneOf =
  <T>(values: readonly T[]) =>
  (value: unknown): value is T =>
    values.includes(value as T);

/** What each field may hold. */
const FIELDS: { readonly [K in keyof Settings]: (value: unknown) => value is Settings[K] } = {
  version: isOneOf([DEFAULTS.version]),
  enabled: isBoolean,
  pausedUntil: (value): value is number | null => value === null || Number.isFinite(value),
  density: isOneOf(DENSITIES),
  level: isOneOf(LEVELS),
  opening: isOneOf(OPENINGS),
  theme: isOneOf(THEMES),
  textSize: isOneOf(TEXT_SIZES),
  markStyle: isOneOf(MARK_STYLES),
  markColor: isOneOf(MARK_COLORS),
  more: isBoolean,
  tabStops: isBoolean,
  siteMode: isOneOf(SITE_MODES),
  offSites: isTexts,
  onSites: isTexts,
  alwaysSites: isTexts,
  known: isTexts,
};

/** Why something is not settings: not even an object, of a version that is not known, or with a field that holds what it cannot. */
type Fault =
  | { readonly kind: 'shape' }
  | { readonly kind: 'version' }
  | { readonly kind: 'field'; readonly field: keyof Settings };

export type ReadSettings =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly fault: Fault };

const fail = (fault: Fault): ReadSettings => ({ ok: false, fault });

/** Reads settings of any version, and says what keeps others from being read. Fields that no version has are dropped. Pure. */
export function readSettings(stored: unknown): ReadSettings {
  if (!isRecord(stored)) return fail({ kind: 'shape' });
  let current: Record<string, unknown> = stored;
  for (;;) {
    const version = current.version ?? 0;
    if (typeof version !== 'number') return fail({ kind: 'version' });
    if (version === DEFAULTS.version) break;
    const migrate = MIGRATIONS[version];
    if (!migrate) return fail({ kind: 'version' });
    current = migrate(current);
  }
  const names = Object.keys(FIELDS) as (keyof Settings)[];
  const field = names.find((name) => !FIELDS[name](current[name]));
  if (field !== undefined) return fail({ kind: 'field', field });
  const settings = Object.fromEntries(names.map((name) => [name, current[name]]));
  return { ok: true, settings: settings as unknown as Settings };
}

/** Reads stored settings of any version. Undefined when they cannot be read. Pure. */
export function parseSettings(stored: unknown): Settings | undefined {
  const read = readSettings(stored);
  return read.ok ? read.settings : undefined;
}
