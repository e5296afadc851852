// What both browsers can do with the extension in them, for the demo and the end-to-end tests. launch.ts starts one.
import type { Frame, Page } from 'puppeteer-core';

export type BrowserKind = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** The folder of the built extension. */
  readonly extensionDir: string;
  /** All traffic, that to loopback included, goes through an HTTP proxy on this port of 127.0.0.1, which may stand in for sites: any certificate is believed. */
  readonly proxyPort?: number;
  readonly dark?: boolean;
  /** Default true. */
  readonly headless?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Leaves the page open that welcomes a new reader; otherwise it is closed, for it would stand in front. */
  readonly welcome?: boolean;
  /** A touch screen instead of a mouse, where the browser can pretend. */
  readonly touch?: boolean;
}

/** A running browser with the extension in it. */
export interface Bedside {
  readonly kind: BrowserKind;
  /** Opens an address in a new tab in front; resolves once it has loaded. */
  open(url: string): Promise<Tab>;
  /** Opens an empty tab in front, for what has to be set up before a page loads. */
  blank(): Promise<Tab>;
  /** Opens a page of the extension in a new tab in front, or finds it where the extension has opened it itself. */
  ownPage(name: 'options' | 'welcome'): Promise<OwnPage>;
  /** Quits and starts again with the same profile: the extension keeps its id and its storage. */
  restart(): Promise<void>;
  /** Installs the extension anew under the open tabs, as an update does. */
  update(): Promise<void>;
  /** Installs one more extension beside Bedside - a second copy of it, for one - until `close`; gives its id. */
  installAlso(extensionDir: string): Promise<string>;
  /** Waits for the toolbar popup that something else than the driver has opened. */
  openedPopup(): Promise<Popup>;
  /** Waits for the window that answers a question where no card can stand. */
  answerWindow(): Promise<Popup>;
  /** Runs code in the background page or worker. */
  inBackground<T>(code: () => T | Promise<T>): Promise<T>;
  /** Every console error and uncaught exception so far that the browser reports for pages, popup and background. */
  readonly errors: readonly string[];
  /** Resolves when the browser was closed by its user. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

export interface Tab {
  readonly page: Page;
  /** Opens the extension's real toolbar popup on this tab, or that of a second copy by its id. */
  openPopup(id?: string): Promise<Popup>;
  /** Runs one of the extension's keyboard commands by its name in the manifest. */
  command(name: string): Promise<void>;
  /**
   * Asks by the context menu what the selected text means. Chromium's menus cannot be driven: the worker hears of a press as if there had been one.
   * @param at a point on the text, in the window's CSS pixels
   */
  ask(selected: string, at: { readonly x: number; readonly y: number }): Promise<void>;
  /** Runs code in the card's closed shadow root; null when there is no card. The code must be closed in itself; arguments and result are JSON. */
  inCard<T, Args extends readonly unknown[]>(
    code: (root: ShadowRoot, ...args: Args) => T,
    ...args: Args
  ): Promise<T | null>;
  /** The same in the card of one of its frames. */
  inCardOf<T, Args extends readonly unknown[]>(
    frame: Frame,
    code: (root: ShadowRoot, ...args: Args) => T,
    ...args: Args
  ): Promise<T | null>;
  close(): Promise<void>;
}

export interface Popup {
  /** Runs code in the popup's document. The code must be closed in itself; arguments and result are JSON. */
  evaluate<T>(code: (...args: never[]) => T | Promise<T>, ...args: unknown[]): Promise<T>;
  /** A picture of the popup as PNG. */
  screenshot(): Promise<Uint8Array>;
  /** Closes it, if it has not closed itself. */
  close(): Promise<void>;
}

/** A page of the extension in a tab. */
export interface OwnPage extends Popup {
  /** To be driven by mouse and keys; null in Firefox, which lets nobody. */
  readonly page: Page | null;
}

/** How long anything is waited for, in ms. */
const PATIENCE = 15_000;

/** Asks again until `look` gives something, and returns it. Throws with `what` and the last answer when it takes too long. */
export async function until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end)
      throw new Error(`Waited ${PATIENCE / 1000} s for ${what}; last answer: ${String(found)}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** The path of a browser's program from its variable, set by tools/setup.mjs. Throws when it is not set. */
export function programOf(kind: BrowserKind): string {
  const variable = kind === 'chromium' ? 'CHROME_PATH' : 'FIREFOX_PATH';
  const path = process.env[variable];
  if (!path)
    throw new Error(`Set ${variable} to the program of ${kind}, or start this by npm, which finds it.`);
  return path;
}

/** Keeps a page's console errors and uncaught exceptions in a list. */
export function noteErrors(page: Page, errors: string[]): void {
  page.on('console', (message) => message.type() === 'error' && errors.push(`page: ${message.text()}`));
  page.on('pageerror', (error) =>
    errors.push(`page: ${error instanceof Error ? error.message : String(error)}`),
  );
}

/** Opens an address in a tab and brings it to the front. */
export async function visit(tab: Tab, url: string): Promise<Tab> {
  await tab.page.goto(url, { waitUntil: 'load' });
  await tab.page.bringToFront();
  return tab;
}
