// Drives Chromium through puppeteer: the DevTools protocol reaches the real popup, the worker and the inside of closed shadow roots.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, {
  type Browser,
  type CDPSession,
  type ConsoleMessage,
  type Frame,
  type Page,
  type Target,
} from 'puppeteer-core';
import {
  type Bedside,
  type LaunchOptions,
  noteErrors,
  type Popup,
  programOf,
  type Tab,
  visit,
} from './browser.ts';

/** Chromium's own traffic, switched off, so that what a recording proxy hears is the pages' and the extension's. */
const FLAGS = [
  '--disable-background-networking',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-search-engine-choice-screen',
  // The time server, autofill's server, lists of certificates, hints and casting devices.
  '--disable-features=NetworkTimeServiceQuerying,AutofillServerCommunication,CertificateTransparencyComponentUpdater,OptimizationHints,MediaRouter,Translate',
  // Components are looked for even where updates are disabled; port 9 answers nothing.
  '--disable-component-update',
  '--component-updater=url-source=http://127.0.0.1:9/',
  // The list of signed-in accounts.
  '--allow-browser-signin=false',
  '--gaia-url=http://127.0.0.1:9',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--metrics-recording-only',
  '--no-pings',
];

export async function launchChromium(options: LaunchOptions): Promise<Bedside> {
  const profile = await mkdtemp(join(tmpdir(), 'bedside-chromium-'));
  const errors: string[] = [];
  const note = (where: string) => (message: ConsoleMessage) => {
    if (message.type() === 'error') errors.push(`${where}: ${message.text()}`);
  };
  let id = '';
  let reportClosed = (): void => undefined;
  const closed = new Promise<void>((resolve) => (reportClosed = resolve));
  let restarting = false;
  /** Whether the pages that stand are those that were asked for. */
  let settled = false;

  const start = async (): Promise<Browser> => {
    const browser = await puppeteer.launch({
      executablePath: programOf('chromium'),
      headless: options.headless ?? true,
      pipe: true,
      enableExtensions: true,
      userDataDir: profile,
      defaultViewport: options.headless === false ? null : (options.viewport ?? { width: 1000, height: 800 }),
      // With a window: none but that of the page asked for.
      waitForInitialPage: options.headless !== false,
      args: [
        ...(options.headless === false ? ['--no-startup-window'] : []),
        ...FLAGS,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...(options.dark ? ['--force-dark-mode', '--blink-settings=preferredColorScheme=0'] : []),
        // Chromium leaves loopback out of proxying unless told otherwise.
        ...(options.proxyPort
          ? [
              `--proxy-server=127.0.0.1:${options.proxyPort}`,
              '--proxy-bypass-list=<-loopback>',
              '--ignore-certificate-errors',
            ]
          : []),
      ],
    });
    browser.on('disconnected', () => restarting || reportClosed());
    // With a driver attached Chromium lives on when its last window is closed.
    browser.on('targetdestroyed', () => {
      if (settled && !browser.targets().some((target) => target.type() === 'page')) reportClosed();
    });
    id = await install(browser, options.extensionDir);
    return browser;
  };
  const install = async (browser: Browser, extensionDir: string): Promise<string> => {
    const installed = await browser.installExtension(extensionDir);
    const worker = await workerTarget(browser, installed);
    (await worker.worker())?.on('console', note('background'));
    // The reader is welcomed once: not after a restart.
    if (!options.welcome && !restarting) {
      const welcome = await browser.waitForTarget((target) =>
        target.url().startsWith(`chrome-extension://${installed}/welcome.html`),
      );
      await (await welcome.page())?.close();
    }
    settled = true;
    return installed;
  };
  let browser = await start();

  const newTab = async (): Promise<Tab> => {
    const page = await browser.newPage();
    noteErrors(page, errors);
    if (options.dark) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    if (options.touch)
      await page.setViewport({
        ...(options.viewport ?? { width: 400, height: 800 }),
        hasTouch: true,
        isMobile: true,
      });
    return tabOf(page);
  };

  const openPopup = async (page: Page, of: string): Promise<Popup> => {
    await page.bringToFront();
    const extension = (await browser.extensions()).get(of);
    if (!extension) throw new Error('The extension is not installed.');
    await extension.triggerAction(page);
    const target = await browser.waitForTarget((t) =>
      t.url().startsWith(`chrome-extension://${of}/popup.html`),
    );
    const popup = await target.asPage();
    popup.on('console', note('popup'));
    if (options.dark) await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    return popupOf(popup);
  };

  const tabOf = (page: Page): Tab => ({
    page,
    openPopup: (of = id) => openPopup(page, of),
    command: async (name) => {
      await page.bringToFront();
      const worker = await (await workerTarget(browser, id)).worker();
      // The driver's key presses never reach the browser's shortcuts; the worker hears the command as if they had.
      await worker?.evaluate((command) => {
        (
          globalThis as unknown as { chrome: { commands: { onCommand: { dispatch(name: string): void } } } }
        ).chrome.commands.onCommand.dispatch(command);
      }, name);
    },
    ask: async (selected) => {
      // A press in the menu lets the extension run scripts in the tab, as one on its button does.
      const popup = await openPopup(page, id);
      await popup.close();
      const worker = await (await workerTarget(browser, id)).worker();
      await worker?.evaluate(async (selectionText) => {
        interface Api {
          readonly tabs: { query(what: object): Promise<readonly { readonly url?: string }[]> };
          readonly contextMenus: { readonly onClicked: { dispatch(info: object, tab?: object): void } };
        }
        const { chrome } = globalThis as unknown as { readonly chrome: Api };
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        chrome.contextMenus.onClicked.dispatch({ menuItemId: 'ask', selectionText, frameId: 0 }, tab);
      }, selected);
    },
    inCard: (code, ...args) => inClosedRoot(page.mainFrame(), code.toString(), args),
    inCardOf: (frame, code, ...args) => inClosedRoot(frame, code.toString(), args),
    close: () => page.close(),
  });

  const popupOf = (page: Page): Popup => ({
    evaluate: (code, ...args) => page.evaluate(code as (...args: unknown[]) => unknown, ...args) as never,
    screenshot: async () => {
      const size = await page.evaluate(() => ({
        width: document.body.offsetWidth,
        height: document.body.offsetHeight,
      }));
      return page.screenshot({ clip: { x: 0, y: 0, ...size } });
    },
    close: async () => {
      if (!page.isClosed()) await page.close().catch(() => undefined);
    },
  });

  return {
    kind: 'chromium',
    errors,
    closed,
    open: async (url) => visit(await newTab(), url),
    blank: newTab,
    ownPage: async (name) => {
      const url = `chrome-extension://${id}/${name}.html`;
      if (name === 'welcome') {
        const page = await (await browser.waitForTarget((target) => target.url() === url)).page();
        if (page) return { ...popupOf(page), page };
      }
      const { page } = await visit(await newTab(), url);
      return { ...popupOf(page), page };
    },
    restart: async () => {
      restarting = true;
      await browser.close();
      browser = await start();
      restarting = false;
    },
    update: async () => {
      const before = await workerTarget(browser, id);
      id = await browser.installExtension(options.extensionDir);
      await browser.waitForTarget(
        (target) => target !== before && target.type() === 'service_worker' && target.url().includes(id),
      );
    },
    installAlso: (extensionDir) => install(browser, extensionDir),
    openedPopup: async () => {
      const target = await browser.waitForTarget((t) =>
        t.url().startsWith(`chrome-extension://${id}/popup.html`),
      );
      return popupOf(await target.asPage());
    },
    answerWindow: async () => {
      const target = await browser.waitForTarget((t) =>
        t.url().startsWith(`chrome-extension://${id}/answer.html`),
      );
      return popupOf(await target.asPage());
    },
    inBackground: async (code) => {
      const worker = await (await workerTarget(browser, id)).worker();
      if (!worker) throw new Error('The background worker does not answer.');
      return worker.evaluate(code);
    },
    close: async () => {
      await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function workerTarget(browser: Browser, id: string): Promise<Target> {
  return browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().includes(id));
}

interface DomNode {
  readonly nodeName: string;
  readonly backendNodeId: number;
  readonly shadowRoots?: readonly DomNode[];
}

async function inClosedRoot<T>(frame: Frame, code: string, args: readonly unknown[]): Promise<T | null> {
  const host = await frame.$('bedside-card');
  if (host === null) return null;
  try {
    // A frame of another site has a process and a session of its own, which only the handle knows.
    const { client: cdp } = host as unknown as { client: CDPSession };
    const { node } = (await cdp.send('DOM.describeNode', {
      objectId: host.remoteObject().objectId ?? '',
      depth: 1,
      pierce: true,
    })) as { node: DomNode };
    const root = node.shadowRoots?.[0];
    if (root === undefined) return null;
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: root.backendNodeId });
    const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: `function () { return (${code})(this, ...${JSON.stringify(args)}); }`,
      returnByValue: true,
    });
    if (exceptionDetails)
      throw new Error(`In the card: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return (result.value ?? null) as T | null;
  } finally {
    await host.dispose();
  }
}
