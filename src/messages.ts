// The few messages between the extension's contexts, and how each is sent.
import { browser, type Runtime } from './browser.ts';
import type { Explanation } from './glossary/lookup.ts';

/** A marked word as the popup lists it. */
export interface ListedWord {
  readonly ids: readonly string[];
  /** Numbers of its marks, in document order. */
  readonly marks: readonly number[];
}

/** What a tab's content script makes of its page. */
export type PageStatus =
  | { readonly kind: 'off' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'open'; readonly words: readonly ListedWord[] }
  | { readonly kind: 'closed'; readonly found: number }
  | { readonly kind: 'foreign' };

/** To the background: from content scripts and extension pages. */
export type ToBackground =
  | { readonly type: 'explain'; readonly id: string }
  /** How many words the sender's page has; `more` when reading goes on. Null: Bedside is off there. */
  | { readonly type: 'count'; readonly count: number | null; readonly more: boolean };

/** To a tab's content script: from the popup or the background. */
export type ToPage =
  | { readonly type: 'status' }
  | { readonly type: 'show'; readonly mark: number }
  | { readonly type: 'next-mark' }
  | { readonly type: 'mark-anyway' };

/** An answer that may be a failure: errors do not survive message passing alike in both browsers. */
export type Explained = { readonly ok: true; readonly explanation: Explanation } | { readonly ok: false };

/** Asks the background for an explanation. Rejects when it cannot be had. */
export async function askExplanation(id: string): Promise<Explanation> {
  const message: ToBackground = { type: 'explain', id };
  const answer: Explained | undefined = await browser.runtime.sendMessage(message);
  if (!answer?.ok) throw new Error(`No explanation for "${id}" could be loaded.`);
  return answer.explanation;
}

/** Tells the background how many words the page has, for the badge. A background that is just being updated is no concern of the page's. */
export async function tellCount(count: number | null, more: boolean): Promise<void> {
  const message: ToBackground = { type: 'count', count, more };
  await browser.runtime.sendMessage(message).catch(() => undefined);
}

/** Asks a tab's content script for its status. Rejects when there is none. */
export const askStatus = (tab: number): Promise<PageStatus> => send(tab, { type: 'status' });

/** Tells a tab's content script to do something. Rejects when there is none. */
export const tellPage = (tab: number, message: Exclude<ToPage, { type: 'status' }>): Promise<void> =>
  send(tab, message);

const send = <Answer>(tab: number, message: ToPage): Promise<Answer> =>
  browser.tabs.sendMessage(tab, message, { frameId: 0 });

const fromUs = (sender: Runtime.MessageSender): boolean => sender.id === browser.runtime.id;

/** Answers messages to the background, given the sender's tab where it has one. */
export function serveBackground(
  answer: (message: ToBackground, tab: number | undefined) => Promise<unknown> | undefined,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    fromUs(sender) ? answer(message as ToBackground, sender.tab?.id) : undefined,
  );
}

/** Answers messages to this tab's content script until `signal` aborts. */
export function servePage(
  answer: (message: ToPage) => Promise<unknown> | undefined,
  signal: AbortSignal,
): void {
  const heard = (message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined =>
    fromUs(sender) ? answer(message as ToPage) : undefined;
  browser.runtime.onMessage.addListener(heard);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(heard));
}
