// Drives Firefox through WebDriver BiDi. What BiDi cannot reach - the toolbar popup, the background page, shortcuts - is done in the browser's own window,
// whose scripts `--remote-allow-system-access` opens to the driver.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import {
  type Bedside,
  type LaunchOptions,
  noteErrors,
  type Popup,
  programOf,
  type Tab,
  until,
  visit,
} from './browser.ts';
import {
  type Answer,
  closeOwnTab,
  closePopup,
  closeTabView,
  hasTabView,
  isOwnTabLoaded,
  openOwnTab,
  popupIsLoaded,
  pressInMenu,
  runCommand,
  runInFrame,
  showPopup,
  takePicture,
} from './firefox-window.ts';

/** Firefox's own traffic, switched off: captive portal, connectivity, remote settings, safe browsing, updates, telemetry, new tab page. */
const QUIET: Readonly<Record<string, string | number | boolean>> = {
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.prefetch-next': false,
  'network.dns.disablePrefetch': true,
  'network.trr.mode': 5,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.search.update': false,
  'browser.region.update.enabled': false,
  'browser.region.network.url': '',
  'browser.newtabpage.enabled': false,
  'browser.newtabpage.activity-stream.feeds.system.topstories': false,
  'browser.startup.page': 0,
  'browser.startup.homepage': 'about:blank',
  'browser.topsites.contile.enabled': false,
  'app.update.auto': false,
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.server': '',
  'extensions.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.blocklist.enabled': false,
  'media.gmp-manager.url': '',
  'media.gmp-manager.updateEnabled': false,
  'dom.push.connection.enabled': false,
  'signon.management.page.breach-alerts.enabled': false,
};

/** A temporary add-on keeps its storage and its internal address through a restart. */
const KEEP = {
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

interface BidiConnection {
  send(method: string, params: unknown): Promise<{ result: unknown }>;
}

export async function launchFirefox(options: LaunchOptions): Promise<Bedside> {
  const profile = await mkdtemp(join(tmpdir(), 'bedside-firefox-'));
  const errors: string[] = [];
  let id = '';
  let inWindow: <T>(code: (...args: never[]) => T | Promise<T>, ...args: unknown[]) => Promise<T>;
  let reportClosed = (): void => undefined;
  const closed = new Promise<void>((resolve) => (reportClosed = resolve));
  let restarting = false;

  const start = async (): Promise<Browser> => {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: programOf('firefox'),
      headless: options.headless ?? true,
      userDataDir: profile,
      defaultViewport: options.headless === false ? null : (options.viewport ?? { width: 1000, height: 800 }),
      args: ['--remote-allow-system-access'],
      acceptInsecureCerts: options.proxyPort !== undefined,
      // Without it a release build ignores the preference that points remote settings elsewhere.
      env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
      extraPrefsFirefox: {
        ...QUIET,
        ...KEEP,
        'layout.css.prefers-color-scheme.content-override': options.dark ? 0 : 1,
        'ui.systemUsesDarkTheme': options.dark ? 1 : 0,
        ...(options.proxyPort && {
          'network.proxy.type': 1,
          'network.proxy.http': '127.0.0.1',
          'network.proxy.http_port': options.proxyPort,
          'network.proxy.ssl': '127.0.0.1',
          'network.proxy.ssl_port': options.proxyPort,
          'network.proxy.allow_hijacking_localhost': true,
          'network.proxy.no_proxies_on': '',
          // Otherwise a refused request is tried again directly, past the record.
          'network.proxy.failover_direct': false,
        }),
      },
    });
    browser.on('disconnected', () => restarting || reportClosed());
    inWindow = await browserWindow(browser);
    id = await install(browser, options.extensionDir);
    return browser;
  };
  const install = async (browser: Browser, extensionDir: string): Promise<string> => {
    const installed = await browser.installExtension(extensionDir);
    // The reader is welcomed once: not after a restart.
    if (!options.welcome && !restarting)
      await until('the welcome page', () => inWindow(closeOwnTab, installed, 'welcome.html'));
    return installed;
  };
  let browser = await start();

  /** Runs code in an extension page that BiDi does not list: the background page, or the popup. */
  const inExtensionPage = async <T>(
    which: 'background' | 'popup' | 'tab',
    code: (...args: never[]) => T | Promise<T>,
    args: readonly unknown[],
  ): Promise<T> => {
    const answer: Answer = await inWindow(runInFrame, id, which, code.toString(), JSON.stringify(args));
    if (answer.error !== undefined) throw new Error(`In the ${which}: ${answer.error}`);
    return JSON.parse(answer.ok ?? 'null') as T;
  };

  const popup: Popup = {
    evaluate: (code, ...args) => inExtensionPage('popup', code, args),
    screenshot: async () => {
      const png: string = await inWindow(takePicture);
      return Buffer.from(png.slice(png.indexOf(',') + 1), 'base64');
    },
    close: () => inWindow(closePopup),
  };

  const tabOf = (page: Page): Tab => ({
    page,
    openPopup: async (of = id) => {
      await page.bringToFront();
      await inWindow(showPopup, of);
      await until('the popup', () => inWindow(popupIsLoaded));
      return popup;
    },
    command: async (name) => {
      await page.bringToFront();
      await inWindow(runCommand, id, name);
    },
    ask: async (selected, at) => {
      await page.bringToFront();
      await page.mouse.click(at.x, at.y, { button: 'right' });
      const label = await until('the context menu', () => inWindow(pressInMenu));
      if (!label.includes(selected.trim().slice(0, 8))) throw new Error(`The context menu said “${label}”.`);
    },
    inCard: (code, ...args) => inClosedRoot(browser, page.mainFrame(), code.toString(), args),
    inCardOf: (frame, code, ...args) => inClosedRoot(browser, frame, code.toString(), args),
    close: () => page.close(),
  });

  const newTab = async (): Promise<Tab> => {
    const page = await browser.newPage();
    noteErrors(page, errors);
    return tabOf(page);
  };

  return {
    kind: 'firefox',
    errors,
    closed,
    open: async (url) => visit(await newTab(), url),
    blank: newTab,
    ownPage: async (name) => {
      const file = `${name}.html`;
      if (name !== 'welcome') await inWindow(openOwnTab, id, file);
      await until(`the page ${file}`, () => inWindow(isOwnTabLoaded, id, file));
      return {
        page: null,
        evaluate: (code, ...args) => inExtensionPage('tab', code, args),
        screenshot: () => Promise.reject(new Error('There are no pictures of it.')),
        close: async () => {
          await inWindow(closeOwnTab, id, file);
        },
      };
    },
    restart: async () => {
      restarting = true;
      await browser.close();
      browser = await start();
      restarting = false;
    },
    update: async () => {
      id = await browser.installExtension(options.extensionDir);
    },
    installAlso: (extensionDir) => install(browser, extensionDir),
    openedPopup: async () => {
      await until('the popup', () => inWindow(popupIsLoaded));
      return popup;
    },
    answerWindow: async () => {
      const isThere = await until('the answer', () => inWindow(hasTabView, id));
      if (!isThere) throw new Error('There is no answer.');
      return {
        evaluate: (code, ...args) => inExtensionPage('tab', code, args),
        screenshot: () => Promise.reject(new Error('There are no pictures of it.')),
        close: () => inWindow(closeTabView, id),
      };
    },
    inBackground: (code) => inExtensionPage('background', code, []),
    close: async () => {
      await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const connectionOf = (browser: Browser): BidiConnection =>
  (browser as unknown as { connection: BidiConnection }).connection;

/** A way to run code in the browser's own window. The code must be closed in itself; arguments and result are JSON. */
async function browserWindow(browser: Browser) {
  const connection = connectionOf(browser);
  const { result: tree } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = (tree as { contexts: readonly { context: string }[] }).contexts[0]?.context;
  if (context === undefined)
    throw new Error('Firefox shows no window of its own; was it started with --remote-allow-system-access?');
  return async <T>(code: (...args: never[]) => T | Promise<T>, ...args: unknown[]): Promise<T> => {
    const { result } = await connection.send('script.callFunction', {
      target: { context },
      functionDeclaration: `async (args) => JSON.stringify((await (${code.toString()})(...JSON.parse(args))) ?? null)`,
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
      awaitPromise: true,
    });
    const answer = result as {
      type: string;
      exceptionDetails?: { text: string };
      result?: { value: string };
    };
    if (answer.type === 'exception') throw new Error(`In Firefox's window: ${answer.exceptionDetails?.text}`);
    return JSON.parse(answer.result?.value ?? 'null') as T;
  };
}

async function inClosedRoot<T>(
  browser: Browser,
  frame: Frame,
  code: string,
  args: readonly unknown[],
): Promise<T | null> {
  const handle = await frame.$('bedside-card');
  if (handle === null) return null;
  try {
    // BiDi hands out closed roots with the value of their host; puppeteer does not pass them on.
    const inner = handle as unknown as {
      remoteValue(): { sharedId?: string; value?: { shadowRoot?: { sharedId?: string } } };
      frame: { _id: string };
    };
    const shared = inner.remoteValue().value?.shadowRoot?.sharedId;
    if (shared === undefined) return null;
    const { result } = await connectionOf(browser).send('script.callFunction', {
      target: { context: inner.frame._id },
      functionDeclaration: `(root) => JSON.stringify((${code})(root, ...${JSON.stringify(args)}) ?? null)`,
      arguments: [{ sharedId: shared }],
      awaitPromise: true,
    });
    const answer = result as {
      type: string;
      exceptionDetails?: { text: string };
      result?: { value: string };
    };
    if (answer.type === 'exception') throw new Error(`In the card: ${answer.exceptionDetails?.text}`);
    return JSON.parse(answer.result?.value ?? 'null') as T | null;
  } finally {
    await handle.dispose();
  }
}
