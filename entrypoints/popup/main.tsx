// The toolbar popup: finds out about its tab, wires the switches to settings and page.
import { render } from 'preact';
import { browser, openBeside, type Tabs } from '../../src/browser.ts';
import { edition } from '../../src/card/wiring.ts';
import { CONTENT_SCRIPTS } from '../../src/glossary/delivery.ts';
import { createFinder } from '../../src/glossary/finder.ts';
import { createLookup, type Lookup } from '../../src/glossary/lookup.ts';
import { NAMES_PATH } from '../../src/glossary/names.ts';
import { searchAddress } from '../../src/glossary/read-on.ts';
import { inOurs, t } from '../../src/i18n.ts';
import { askStatus, showMark, tellTab } from '../../src/messages.ts';
import { Popup } from '../../src/panels/Popup.tsx';
import {
  type Contact,
  type FoundWord,
  inOrderOf,
  isUnfinished,
  mergeStatuses,
  type PopupState,
  type PopupWord,
  popupState,
  unreadable,
} from '../../src/panels/popup-state.ts';
import { PauseClock } from '../../src/settings/pause-clock.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { isOn, isSiteOn, PAUSE, siteOf, switchAlways, switchSite } from '../../src/settings/site-rules.ts';
import { changeSettings, loadSettings, watchSettings } from '../../src/settings/store.ts';

/** How long after its answer a page that is not all read yet is asked again, in ms. */
const ASK_AGAIN = 150;

/** How long a page may be silent before that is said, in ms. */
const BUSY_AFTER = 3000;

/** The tab the popup was opened on, or the one named by `?tab=ID`: a popup opened as a tab of its own would find itself. */
async function findTab(): Promise<Tabs.Tab | undefined> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) return browser.tabs.get(Number(named));
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

async function nameWords(words: readonly FoundWord[], lookup: Lookup): Promise<PopupWord[]> {
  return Promise.all(
    words.map(async ({ ids, spots }) => {
      const entries = await Promise.all(ids.map(lookup));
      const terms = entries.map(({ term }) => term);
      return { key: ids.join(' '), terms, short: entries[0]?.short ?? '', spots };
    }),
  );
}

async function contact(tabId: number, lookup: Lookup): Promise<Contact> {
  try {
    const { status, words } = mergeStatuses(await askStatus(tabId));
    return { kind: 'status', status, words: await nameWords(words, lookup) };
  } catch {
    // No content script answers; a look at the page itself tells why.
  }
  // It runs when the page is there.
  const { status, url } = await browser.tabs.get(tabId);
  if (status === 'loading') return { kind: 'status', status: { kind: 'reading' }, words: [] };
  try {
    const [look] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => document.querySelector('bedsideterm, bedside-card') !== null,
    });
    return { kind: 'silent', leftovers: look?.result === true };
  } catch {
    return { kind: 'forbidden', isWeb: /^https?:/.test(url ?? '') };
  }
}

async function startIn(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [...CONTENT_SCRIPTS] });
}

async function main(): Promise<void> {
  document.title = t('popup.title');
  Object.assign(document.documentElement, inOurs());
  const fetchOwn = async (path: string) => (await fetch(browser.runtime.getURL(path))).json();
  const lookup = createLookup(fetchOwn);
  const find = createFinder(() => fetchOwn(NAMES_PATH), lookup);
  const [tab, firstSettings] = await Promise.all([findTab(), loadSettings()]);
  const filesAllowed = await browser.extension.isAllowedFileSchemeAccess();
  const site = tab?.url === undefined ? null : siteOf(tab.url);
  const blocked = unreadable(tab?.url, filesAllowed);
  let settings: Settings = firstSettings;
  let state: PopupState = { kind: 'loading' };
  let error: string | null = null;
  let asking = 0;
  let isSilent = false;

  const draw = (): void => {
    render(
      <Popup
        state={state}
        site={site}
        enabled={settings.enabled}
        siteOn={isSiteOn(settings, site)}
        density={settings.density}
        error={error}
        onEnabled={(enabled) => change((old) => ({ ...old, enabled }))}
        onSite={(on) => site !== null && change((old) => switchSite(old, site, on))}
        onDensity={(density) => change((old) => ({ ...old, density }))}
        onPause={(paused) => change((old) => ({ ...old, pausedUntil: paused ? Date.now() + PAUSE : null }))}
        onShow={(spot) =>
          act(
            (id) => showMark(id, spot),
            () => window.close(),
          )
        }
        onMarkAnyway={(always) => {
          if (always && site !== null) change((old) => switchAlways(old, site, true));
          else act((id) => tellTab(id, { type: 'mark-anyway' }), look);
        }}
        onStart={() => act(startIn, look)}
        edition={edition()}
        find={find}
        explain={lookup}
        onOptions={() => void browser.runtime.openOptionsPage().then(() => window.close())}
        onReadOn={({ term }, site) =>
          void openBeside(searchAddress(site, term), tab).then(() => window.close())
        }
      />,
      document.body,
    );
  };
  const show = (next: PopupState): void => {
    state = next.kind === 'loading' && isSilent ? { ...next, busy: true } : next;
    draw();
  };
  const fail = (message: string): void => {
    error = message;
    draw();
  };
  const look = (): void => {
    void ask(++asking);
  };
  const ask = async (turn: number): Promise<void> => {
    const on = isOn(settings, site);
    const found: Contact =
      on && tab?.id !== undefined ? await contact(tab.id, lookup) : { kind: 'forbidden' };
    if (turn !== asking) return;
    show(inOrderOf(state, popupState(settings, on, blocked, found)));
    if (isUnfinished(state)) setTimeout(() => turn === asking && look(), ASK_AGAIN);
  };
  const pause = new PauseClock(look);
  const change = (how: (old: Settings) => Settings): void => {
    error = null;
    changeSettings(how).catch(() => fail(t('popup.notSaved')));
  };
  const act = (what: (tabId: number) => Promise<void>, then: () => void): void => {
    error = null;
    if (tab?.id === undefined) return;
    what(tab.id).then(then, () => fail(t('popup.noAnswer')));
  };

  watchSettings((changed) => {
    settings = changed;
    document.body.dataset.theme = settings.theme;
    draw();
    look();
    pause.hear(settings);
  });
  document.body.dataset.theme = settings.theme;
  draw();
  look();
  pause.hear(settings);
  setTimeout(() => {
    isSilent = true;
    show(state);
  }, BUSY_AFTER);
}

void main();
