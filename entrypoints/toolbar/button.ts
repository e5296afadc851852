// Keeps the toolbar button: its picture and what is said of it on every tab, its badge on those that are read.
import { browser } from '../../src/browser.ts';
import { t } from '../../src/i18n.ts';
import { timeOf } from '../../src/look/time.ts';
import { picturesOf, type ToolbarState } from '../../src/look/toolbar.ts';
import type { Count } from '../../src/messages.ts';
import { isPaused } from '../../src/settings/site-rules.ts';
import { loadSettings, watchSettings } from '../../src/settings/store.ts';

/** The badge's colour: the accent of the card, dark enough for white letters. */
const BADGE_COLOR = '#0b6b60';

/** The alarm at the end of a rest. A timer would end with the worker, which sleeps after half a minute. */
const END_OF_PAUSE = 'end-of-pause';

/** Chromium's name for the toolbar button, or Firefox's in manifest version 2. */
const action = browser.action ?? browser.browserAction;

function titleOf(state: ToolbarState): string {
  switch (state.kind) {
    case 'on':
      return t('manifest.shortName');
    case 'off':
      return t('toolbar.off');
    case 'off-here':
      return t('toolbar.offHere');
    case 'paused':
      return t('toolbar.paused', { time: timeOf(state.until) });
  }
}

/** Shows a state on one tab, or on all that have none of their own. What is shown already is left alone, so that nothing flickers: the title tells what that is. */
async function show(state: ToolbarState, where: { readonly tabId?: number }): Promise<void> {
  const title = titleOf(state);
  if ((await action.getTitle(where)) === title) return;
  await action.setIcon({ ...where, path: picturesOf(state) });
  await action.setTitle({ ...where, title });
}

/** What is so on all sites. */
async function everywhere(): Promise<ToolbarState> {
  const settings = await loadSettings();
  if (!settings.enabled) return { kind: 'off' };
  return isPaused(settings, Date.now()) ? { kind: 'paused', until: settings.pausedUntil } : { kind: 'on' };
}

/** Shows what is so on all sites, and again when a rest ends. */
async function refresh(): Promise<void> {
  const state = await everywhere();
  await show(state, {});
  if (state.kind === 'paused') browser.alarms.create(END_OF_PAUSE, { when: state.until });
  else await browser.alarms.clear(END_OF_PAUSE);
}

/** What is done one after the other: of two changes the later must be shown last. */
let last: Promise<unknown> = Promise.resolve();
const inTurn = (what: () => Promise<unknown>): Promise<unknown> =>
  // The tab was closed in the meantime; nothing is left to be shown.
  (last = last.then(what).catch(() => undefined));

/** Keeps the button right on all tabs from now on. */
export function serveButton(): void {
  const again = () => void inTurn(refresh);
  watchSettings(again);
  browser.alarms.onAlarm.addListener(({ name }) => name === END_OF_PAUSE && again());
  again();
}

/** Shows on a page's tab how many words it has, or why none is marked there. */
export const showCount = (tabId: number, { count, more }: Count): Promise<unknown> =>
  inTurn(async () => {
    const global = await everywhere();
    // A page knows that it is off; why is the settings' matter.
    const state: ToolbarState =
      count !== null ? { kind: 'on' } : global.kind === 'on' ? { kind: 'off-here' } : global;
    const text = count !== null ? (count === 0 ? '' : `${count}${more ? '+' : ''}`) : badgeOf(state);
    await Promise.all([
      action.setBadgeText({ tabId, text }),
      action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOR }),
      show(state, { tabId }),
    ]);
  });

/** A rest has its picture; until when does not fit on a badge, and is in the title. */
const badgeOf = ({ kind }: ToolbarState): string => (kind === 'paused' ? '' : t('badge.off'));
