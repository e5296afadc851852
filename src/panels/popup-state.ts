// What the toolbar popup says: every state of a tab as one discriminated union, worked out from what is known of it. Pure.
import type { DocumentStatus, Spot } from '../messages.ts';
import type { Settings } from '../settings/settings.ts';
import { isPaused } from '../settings/site-rules.ts';

/** A marked word with its name, or with several where the text does not decide what is meant. */
export interface PopupWord {
  /** The ids of its entries. Two words may have the same terms. */
  readonly key: string;
  readonly terms: readonly string[];
  readonly short: string;
  /** Where it is marked, in document order. */
  readonly spots: readonly Spot[];
}

/** Why a page cannot be read, each with a sentence of its own in src/locales. */
export type Unreadable = 'closed' | 'browser-page' | 'store' | 'pdf' | 'file';

export type PopupState =
  /** `busy` when the page has not answered for some seconds. */
  | { readonly kind: 'loading'; readonly busy?: true }
  /** Off everywhere. */
  | { readonly kind: 'off' }
  /** At rest on all sites, until then: in ms since 1970. */
  | { readonly kind: 'paused'; readonly until: number }
  /** Off on this site. */
  | { readonly kind: 'off-here' }
  /** The words found; `more` when reading goes on. */
  | { readonly kind: 'words'; readonly words: readonly PopupWord[]; readonly more: boolean }
  /** A health page, but none of its words are in the glossary. */
  | { readonly kind: 'no-words' }
  /** Not about health; `found` words of the glossary stand on it all the same. */
  | { readonly kind: 'not-health'; readonly found: number }
  | { readonly kind: 'not-english' }
  | { readonly kind: 'unreadable'; readonly why: Unreadable }
  /** The tab was open before Bedside came. */
  | { readonly kind: 'not-started' }
  /** The tab still has marks of the copy before an update. */
  | { readonly kind: 'outdated' };

/** What the popup could find out about its tab's page. */
export type Contact =
  | { readonly kind: 'status'; readonly status: DocumentStatus; readonly words: readonly PopupWord[] }
  /** No content script answers; `leftovers` when marks of another copy stand on the page. */
  | { readonly kind: 'silent'; readonly leftovers: boolean }
  /** Extensions may not look into the page; `isWeb` where its address is one that they mostly may. */
  | { readonly kind: 'forbidden'; readonly isWeb?: boolean };

/** A word that is marked on a page or in its frames, before it has a name. */
export interface FoundWord {
  readonly ids: readonly string[];
  /** Where it is marked, in document order; what stands in frames comes last. */
  readonly spots: readonly Spot[];
}

/** What a page and its frames make of it together: their statuses by frame, the page's first. As long as one is being read, there may be more. */
export function mergeStatuses(statuses: ReadonlyMap<number, DocumentStatus>): {
  status: DocumentStatus;
  words: FoundWord[];
} {
  const words = new Map<string, { ids: readonly string[]; spots: Spot[] }>();
  const all = [...statuses.values()];
  const [page = { kind: 'off' }] = all;
  const open = all.find((one) => one.kind === 'open');
  const reading = all.find((one) => one.kind === 'reading');
  const more = reading !== undefined || all.some((one) => one.kind === 'open' && one.more);
  for (const [frame, one] of statuses) {
    if (one.kind !== 'open') continue;
    for (const { ids, marks } of one.words) {
      const word = words.get(ids.join(' ')) ?? { ids, spots: [] };
      words.set(ids.join(' '), word);
      word.spots.push(...marks.map((mark) => ({ frame, mark })));
    }
  }
  return { status: open ? { ...open, more } : (reading ?? page), words: [...words.values()] };
}

/** Why extensions cannot read an address, as far as the address tells. */
export function unreadable(address: string | undefined, filesAllowed: boolean): Unreadable | undefined {
  if (address === undefined || address === '') return undefined;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return 'browser-page';
  }
  if (url.protocol === 'file:' && !filesAllowed) return 'file';
  if (/\.pdf$/i.test(url.pathname)) return 'pdf';
  if (!/^(?:https?|file|blob|data):$/.test(url.protocol)) return 'browser-page';
  const store = /^(?:chromewebstore\.google\.com|addons\.mozilla\.org|microsoftedge\.microsoft\.com)$/;
  return store.test(url.hostname) || address.startsWith('https://chrome.google.com/webstore')
    ? 'store'
    : undefined;
}

/**
 * The state to show.
 * @param on whether Bedside is on for the tab's site
 * @param now in ms since 1970
 */
export function popupState(
  settings: Settings,
  on: boolean,
  blocked: Unreadable | undefined,
  contact: Contact,
  now = Date.now(),
): PopupState {
  if (!settings.enabled) return { kind: 'off' };
  if (isPaused(settings, now)) return { kind: 'paused', until: settings.pausedUntil };
  // What answers can be read, whatever its address looks like.
  if (blocked !== undefined && contact.kind !== 'status') return { kind: 'unreadable', why: blocked };
  if (!on) return { kind: 'off-here' };
  if (contact.kind === 'forbidden')
    return { kind: 'unreadable', why: contact.isWeb ? 'closed' : 'browser-page' };
  if (contact.kind === 'silent') return { kind: contact.leftovers ? 'outdated' : 'not-started' };
  const { status, words } = contact;
  switch (status.kind) {
    // The page has not heard yet that it was switched on, or is being read.
    case 'off':
    case 'reading':
      return { kind: 'loading' };
    case 'closed':
      return { kind: 'not-health', found: status.found };
    case 'foreign':
      return { kind: 'not-english' };
    case 'open':
      if (words.length > 0) return { kind: 'words', words, more: status.more };
      return { kind: status.more ? 'loading' : 'no-words' };
  }
}

/** Whether the page has to be asked again, because it has not said all yet. */
export const isUnfinished = (state: PopupState): boolean =>
  state.kind === 'loading' || (state.kind === 'words' && state.more);

/** The state to show after another: words that are listed already stay where they are, and what was found since comes after them, for the reader may be in the middle of the list. */
export function inOrderOf(shown: PopupState, next: PopupState): PopupState {
  if (shown.kind !== 'words' || next.kind !== 'words') return next;
  const found = new Map(next.words.map((word) => [word.key, word]));
  const kept = shown.words.flatMap(({ key }) => found.get(key) ?? []);
  const words = new Map([...kept, ...next.words].map((word) => [word.key, word]));
  return { ...next, words: [...words.values()] };
}
