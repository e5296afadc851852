// Which sites Bedside works on. Pure.
import type { Settings } from './settings.ts';
import { isListed, plainHost, withOrWithout } from './site-patterns.ts';

/** The name a site goes by in the settings: its host without `www.`; null for addresses without a host, such as files. */
export function siteOf(address: string): string | null {
  try {
    return plainHost(new URL(address).hostname) || null;
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

/** Whether a site is one on which Bedside works, as long as it is not off altogether. What has no site cannot be listed. */
export const isSiteOn = (settings: Settings, site: string | null): boolean =>
  site === null ||
  (settings.siteMode === 'only' ? isListed(settings.onSites, site) : !isListed(settings.offSites, site));

/** Whether Bedside is to work on a site. @param now in ms since 1970 */
export const isOn = (settings: Settings, site: string | null, now = Date.now()): boolean =>
  settings.enabled && !isPaused(settings, now) && isSiteOn(settings, site);

/** Whether the site's pages are marked whatever they are about. */
export const isAlways = (settings: Settings, site: string | null): boolean =>
  site !== null && isListed(settings.alwaysSites, site);

/** The settings with one site switched on or off, in the list that counts at the time. */
export const switchSite = (settings: Settings, site: string, on: boolean): Settings =>
  settings.siteMode === 'only'
    ? { ...settings, onSites: withOrWithout(settings.onSites, site, on) }
    : { ...settings, offSites: withOrWithout(settings.offSites, site, !on) };

/** The settings with one site always marked, or judged by its pages. */
export const switchAlways = (settings: Settings, site: string, always: boolean): Settings => ({
  ...settings,
  alwaysSites: withOrWithout(settings.alwaysSites, site, always),
});
