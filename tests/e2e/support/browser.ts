// One face for two browsers: the end-to-end tests are written once against these interfaces and run in Chromium and in Firefox.
// Everything a test does with the extension itself (popup, command, card, background) goes through here; pages are plain puppeteer pages.
import type { Page, Viewport } from 'puppeteer-core';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';

export type BrowserKind = 'chromium' | 'firefox';

/** A function that is sent as source: it sees its arguments (JSON) and the globals where it runs, nothing of the file it is written in. */
export type Sent<A extends unknown[], T> = (...args: A) => T | Promise<T>;

export interface LaunchOptions {
  /** The unpacked extension: `.output/chrome-mv3` or `.output/firefox-mv2`. */
  extensionDir: string;
  /** Sends all traffic, loopback included, through an HTTP proxy on this port of 127.0.0.1 (see proxy.ts). */
  proxyPort?: number;
  /** `prefers-color-scheme: dark` in pages, popup and extension pages, from the first paint on. */
  dark?: boolean;
  /** Default true. False needs a display. */
  headless?: boolean;
  /** Of every tab; default 1280 x 800. `hasTouch`, `isMobile` are Chromium's only. */
  viewport?: Viewport;
  /** Further Firefox preferences; they win over the driver's own. Chromium ignores them. */
  firefoxPrefs?: Record<string, string | number | boolean>;
}

/** One running browser with the extension in it. */
export interface Bedside {
  readonly kind: BrowserKind;
  /** The id of the extension: the host of its pages' addresses in Chromium, the gecko id in Firefox. */
  readonly extensionId: string;
  /** The address of one of the extension's own pages. Only Chromium can `open` it; in Firefox the driver cannot look into such a tab. */
  extensionUrl(path: string): string;
  /** Opens a new tab, brings it to the front and waits for its load event. */
  open(url: string): Promise<Tab>;
  /** Quits and starts again with the same profile and the extension under the same id; its storage is kept. Tabs are gone. */
  restart(): Promise<void>;
  /** Installs the extension again under the open tabs, as an update would: Chromium leaves the old content scripts orphaned, Firefox ends them and starts new ones. */
  reloadExtension(): Promise<void>;
  /** Runs `fn` in the service worker or background page, which is woken where it slept. */
  background<A extends unknown[], T>(fn: Sent<A, T>, ...args: A): Promise<T>;
  /** Stops the service worker or event page, as the browser does when it was idle. The next event starts it again. */
  sleepBackground(): Promise<void>;
  /**
   * Every console error and uncaught exception since the start (restarts included), in pages, content scripts, popup and background, each as `[where] text`.
   * They arrive on their own: one that was raised a few milliseconds ago may not be there yet. Failed page loads (404 and the like) are left out.
   */
  errors(): string[];
  /** Quits and removes the profile. Safe to call twice. */
  close(): Promise<void>;
}

export interface Tab {
  readonly page: Page;
  /** Brings the tab to the front and opens the extension's real toolbar popup on it; resolves when the popup's document has loaded. */
  openPopup(): Promise<Popup>;
  /** Brings the tab to the front and runs the extension's command `name` (manifest `commands`) on it. Chromium grants no activeTab permission by this road, a real key does. */
  command(name: string): Promise<void>;
  /** Runs `fn` with the closed root of the first `<bedside-card>` of the tab (frames included); null where there is no such element or it has no root. */
  inCard<A extends unknown[], T>(fn: Sent<[root: ShadowRoot, ...args: A], T>, ...args: A): Promise<T | null>;
  /** The centre of the first box of an element in the card, in CSS pixels of the viewport, for page.mouse and page.touchscreen; null where nothing is drawn. */
  cardPoint(selector: string): Promise<{ x: number; y: number } | null>;
  close(): Promise<void>;
}

export interface Popup {
  /** Runs `fn` in the popup's document. */
  evaluate<A extends unknown[], T>(fn: Sent<A, T>, ...args: A): Promise<T>;
  /** Asks `fn` in the popup's document until the answer is truthy; after 10 s it fails and tells the popup's text. */
  waitFor<A extends unknown[]>(fn: Sent<A, unknown>, ...args: A): Promise<void>;
  /** Writes a PNG of what the popup shows. */
  screenshot(path: string): Promise<void>;
  /** False once the popup is gone, whoever closed it. */
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

/** Starts a browser with a profile of its own and installs the extension in it. */
export function launch(kind: BrowserKind, options: LaunchOptions): Promise<Bedside> {
  return kind === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
