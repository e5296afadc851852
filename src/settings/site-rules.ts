// Which sites Bedside works on. Pure.
import type { Settings } from './settings.ts';

/** The name a site goes by in the settings: its host without `www.`; null for addresses without a host, such as files. */
export function siteOf(address: string): string | null {
  try {
    return new URL(address).hostname.replace(/^www\./, '') || null;
  } catch {
    return null;
  }
}

/** How long Bedside rests when that is asked, in ms. */
export const PAUSE = 3_600_000;

/** Whether Bedside rests on all sites. One that would last longer than any is none: the clock was set back. @param now in ms since 1970 */
export const isPaused = (
  settings: Settings,
  now: number,
): settings is Settings & { readonly pausedUntil: number } =>
  settings.pausedUntil !== null && now < settings.pausedUntil && settings.pausedUntil <= now + PAUSE;

/** Whether Bedside is to work on a site. @param now in ms since 1970 */
export const isOn = (settings: Settings, site: string | null, now = Date.now()): boolean =>
  settings.enabled && !isPaused(settings, now) && (site === null || !settings.offSites.includes(site));

/** Whether the site's pages are marked whatever they are about. */
export const isAlways = (settings: Settings, site: string | null): boolean =>
  site !== null && settings.alwaysSites.includes(site);

const withOrWithout = (sites: readonly string[], site: string, listed: boolean): string[] =>
  listed ? [...new Set([...sites, site])].sort() : sites.filter((other) => other !== site);

/** The settings with one site switched on or off. */
export const switchSite = (settings: Settings, site: string, on: boolean): Settings => ({
  ...settings,
  offSites: withOrWithout(settings.offSites, site, !on),
});

/** The settings with one site always marked, or judged by its pages. */
export const switchAlways = (settings: Settings, site: string, always: boolean): Settings => ({
  ...settings,
  alwaysSites: withOrWithout(settings.alwaysSites, site, always),
});
