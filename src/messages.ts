// The few messages between the extension's contexts, and how each is sent. A tab has a content script in its page (frame 0) and one in each frame worth reading.
import { browser, type Runtime } from './browser.ts';
import type { Answer } from './glossary/answer.ts';
import type { Drawing, Figure } from './glossary/drawings.ts';
import type { Explanation } from './glossary/lookup.ts';
import type { ReadingSite } from './glossary/read-on.ts';

/** The page itself among the frames of its tab. */
const PAGE = 0;

/** Where a mark stands: its number is unique in its frame. */
export interface Spot {
  readonly frame: number;
  readonly mark: number;
}

/** A marked word of a document. */
interface ListedWord {
  readonly ids: readonly string[];
  /** Numbers of its marks, in document order. */
  readonly marks: readonly number[];
}

/** What a content script makes of its document. */
export type DocumentStatus =
  | { readonly kind: 'off' }
  | { readonly kind: 'reading' }
  /** The words marked so far; `more` when reading goes on. */
  | { readonly kind: 'open'; readonly words: readonly ListedWord[]; readonly more: boolean }
  | { readonly kind: 'closed'; readonly found: number }
  | { readonly kind: 'foreign' };

/** What a content script tells when asked for its status: the page's also tells which frames have counted words. */
export interface PageReport {
  readonly status: DocumentStatus;
  readonly frames: readonly number[];
}

/** How many words a document has; `more` when reading goes on. Null: Bedside is off there. */
export interface Count {
  readonly count: number | null;
  readonly more: boolean;
}

/** To the background: from content scripts and extension pages. */
export type ToBackground =
  | { readonly type: 'explain'; readonly id: string }
  | { readonly type: 'drawing'; readonly figure: Figure }
  /** The reader pressed a link to a site's search for the term of an entry. It names both and no address, so that no page can ever have another opened. */
  | { readonly type: 'read-on'; readonly id: string; readonly site: ReadingSite }
  /** What is the answer to what the reader has asked by the context menu? */
  | { readonly type: 'question' }
  /** The reader pressed a link to a site's search for a text that has no entry. */
  | { readonly type: 'search-on'; readonly text: string; readonly site: ReadingSite }
  /** From a page: for the badge. From a frame: to be told to its page. */
  | ({ readonly type: 'count' } & Count)
  /** From a frame: which site is its page of? */
  | { readonly type: 'site' };

/** To a content script: from the popup or the background. */
export type ToPage =
  | { readonly type: 'status' }
  | { readonly type: 'show'; readonly mark: number }
  | { readonly type: 'next-mark' }
  | { readonly type: 'previous-mark' }
  | { readonly type: 'mark-anyway' }
  | { readonly type: 'site' }
  | ({ readonly type: 'frame-count'; readonly frame: number } & Count);

/** An answer that may be a failure: errors do not survive message passing alike in both browsers. */
export type Explained = { readonly ok: true; readonly explanation: Explanation } | { readonly ok: false };

export type Answered = { readonly ok: true; readonly answer: Answer | null } | { readonly ok: false };
export type Drawn = { readonly ok: true; readonly drawing: Drawing } | { readonly ok: false };

/** The answer of a page to the question of its site. */
export interface SiteAnswer {
  readonly site: string | null;
}

/** Asks the background for an explanation. Rejects when it cannot be had. */
export async function askExplanation(id: string): Promise<Explanation> {
  const message: ToBackground = { type: 'explain', id };
  const answer: Explained | undefined = await browser.runtime.sendMessage(message);
  if (!answer?.ok) throw new Error(`No explanation for "${id}" could be loaded.`);
  return answer.explanation;
}

/** Asks the background for a drawing of the body. Rejects when it cannot be had. */
export async function askDrawing(figure: Figure): Promise<Drawing> {
  const message: ToBackground = { type: 'drawing', figure };
  const answer: Drawn | undefined = await browser.runtime.sendMessage(message);
  if (!answer?.ok) throw new Error(`The drawing "${figure}" could not be loaded.`);
  return answer.drawing;
}

/** Has a site's search for the term of an entry opened in a new tab. A background that is just being updated opens nothing. */
export async function askToReadOn(id: string, site: ReadingSite): Promise<void> {
  const message: ToBackground = { type: 'read-on', id, site };
  await browser.runtime.sendMessage(message).catch(() => undefined);
}

/** Asks for the answer to what the reader has asked by the context menu; null when there is none, for nothing was asked. Rejects when it cannot be had. */
export async function askAnswer(): Promise<Answer | null> {
  const message: ToBackground = { type: 'question' };
  const answered: Answered | undefined = await browser.runtime.sendMessage(message);
  if (!answered?.ok) throw new Error('The glossary could not be asked.');
  return answered.answer;
}

/** Has a site's search for a text opened in a new tab. */
export async function askToSearchOn(text: string, site: ReadingSite): Promise<void> {
  const message: ToBackground = { type: 'search-on', text, site };
  await browser.runtime.sendMessage(message).catch(() => undefined);
}

/** Tells how many words a document has. A background that is just being updated is no concern of the page's. */
export async function tellCount(count: Count): Promise<void> {
  const message: ToBackground = { type: 'count', ...count };
  await browser.runtime.sendMessage(message).catch(() => undefined);
}

/** Asks, from a frame, which site its page is of; undefined as long as no content script runs in the page. */
export async function askSite(): Promise<SiteAnswer | undefined> {
  const message: ToBackground = { type: 'site' };
  const answer = await browser.runtime
    .sendMessage<ToBackground, SiteAnswer | null>(message)
    .catch(() => null);
  return answer ?? undefined;
}

/**
 * Asks the content scripts of a tab for their status: that of the page, then those of its frames, by the number of each. Rejects when there is none in
 * the page.
 */
export async function askStatus(tab: number): Promise<Map<number, DocumentStatus>> {
  const { status, frames }: PageReport = await send(tab, { type: 'status' }, PAGE);
  const statuses = new Map([[PAGE, status]]);
  const answers = frames.map(async (frame) => {
    // A frame that has gone does not answer.
    const answer = await send<PageReport>(tab, { type: 'status' }, frame).catch(() => undefined);
    if (answer) statuses.set(frame, answer.status);
  });
  await Promise.all(answers);
  return statuses;
}

/** Opens the card of a mark. Rejects when its frame is not there. */
export const showMark = (tab: number, { frame, mark }: Spot): Promise<void> =>
  send(tab, { type: 'show', mark }, frame);

/** Tells all content scripts of a tab to do something. Rejects when there is none. */
export const tellTab = (
  tab: number,
  message: Extract<ToPage, { type: 'next-mark' | 'previous-mark' | 'mark-anyway' }>,
): Promise<void> => send(tab, message);

/** Passes on to a page what one of its frames has counted. */
export const tellPage = (tab: number, frame: number, { count, more }: Count): Promise<void> =>
  send(tab, { type: 'frame-count', frame, count, more }, PAGE);

/** Asks a page for its site, for one of its frames. Rejects as long as no content script runs in the page. */
export const askPageForSite = (tab: number): Promise<SiteAnswer> => send(tab, { type: 'site' }, PAGE);

const send = <Answer>(tab: number, message: ToPage, frameId?: number): Promise<Answer> =>
  browser.tabs.sendMessage(tab, message, frameId === undefined ? {} : { frameId });

const fromUs = (sender: Runtime.MessageSender): boolean => sender.id === browser.runtime.id;

/** Who sent a message to the background: a content script in a tab, or nobody in particular. */
export type Sender =
  | { readonly tab: number; readonly window: number | undefined; readonly frame: number }
  | undefined;

/** Answers messages to the background. */
export function serveBackground(
  answer: (message: ToBackground, sender: Sender) => Promise<unknown> | undefined,
): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, { tab, frameId, ...sender }: Runtime.MessageSender) =>
      fromUs(sender)
        ? answer(
            message as ToBackground,
            tab?.id === undefined ? undefined : { tab: tab.id, window: tab.windowId, frame: frameId ?? PAGE },
          )
        : undefined,
  );
}

/** Answers messages to this document's content script until `signal` aborts. */
export function servePage(
  answer: (message: ToPage) => Promise<unknown> | undefined,
  signal: AbortSignal,
): void {
  const heard = (message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined =>
    fromUs(sender) ? answer(message as ToPage) : undefined;
  browser.runtime.onMessage.addListener(heard);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(heard));
}
