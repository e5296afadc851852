// What the Firefox driver runs in the browser's own window. Each function is sent there as source and must be closed in itself; the window's globals are in
// no type library.

/** What came of running code in an extension page. */
export interface Answer {
  readonly ok?: string;
  readonly error?: string;
}

interface PopupBrowser extends Element {
  readonly browsingContext: {
    readonly currentWindowGlobal: {
      drawSnapshot(rect: null, scale: number, color: string): Promise<ImageBitmap>;
    };
  };
  readonly currentURI?: { readonly spec: string };
  readonly messageManager: {
    addMessageListener(name: string, listener: (message: { data: Answer }) => void): void;
    removeMessageListener(name: string, listener: (message: { data: Answer }) => void): void;
    loadFrameScript(url: string, later: boolean): void;
  };
}
interface ExtensionView {
  readonly viewType: string;
  readonly xulBrowser: PopupBrowser;
}
declare const WebExtensionPolicy: {
  getByID(id: string): {
    getURL(path: string): string;
    readonly extension: {
      readonly views: Iterable<ExtensionView>;
      readonly manifest: {
        readonly commands: Readonly<Record<string, { readonly suggested_key: { readonly default: string } }>>;
      };
    };
  };
};
declare const ChromeUtils: {
  importESModule(url: string): {
    ExtensionParent: {
      apiManager: {
        global: {
          browserActionFor(extension: unknown): { openPopup(window: Window, press: boolean): Promise<void> };
        };
      };
    };
  };
};

export async function showPopup(id: string): Promise<void> {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const action = ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID(id).extension);
  await action.openPopup(window, false);
}

export function popupIsLoaded(): boolean {
  const browser = document.querySelector<PopupBrowser>('.webextension-popup-browser');
  return (
    browser?.currentURI?.spec.includes('popup.html') === true && browser.getBoundingClientRect().height > 0
  );
}

export function closePopup(): void {
  const panel = document.querySelector('.webextension-popup-browser')?.closest('panel') as
    | (Element & { hidePopup(): void })
    | null
    | undefined;
  panel?.hidePopup();
}

export async function takePicture(): Promise<string> {
  const browser = document.querySelector<PopupBrowser>('.webextension-popup-browser');
  if (!browser) throw new Error('no popup is open');
  const picture = await browser.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  return canvas.toDataURL();
}

/** Whether a page of the extension is open in a tab or a window of its own. */
export function hasTabView(id: string): boolean {
  const views = [...WebExtensionPolicy.getByID(id).extension.views];
  return views.some(({ viewType }) => viewType === 'tab');
}

/** Closes the window of that page. */
export function closeTabView(id: string): void {
  const views = [...WebExtensionPolicy.getByID(id).extension.views];
  const view = views.find(({ viewType }) => viewType === 'tab');
  view?.xulBrowser.ownerDocument.defaultView?.close();
}

interface TabbedBrowser {
  readonly tabs: readonly { readonly linkedBrowser: PopupBrowser }[];
  selectedTab: unknown;
  addTrustedTab(url: string): unknown;
  removeTab(tab: unknown): void;
}
declare const gBrowser: TabbedBrowser;

/** Closes the tab of a page of the extension, once it is there; tells whether it was. */
export function closeOwnTab(id: string, name: string): boolean {
  const url = WebExtensionPolicy.getByID(id).getURL(name);
  const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI?.spec === url);
  if (tab) gBrowser.removeTab(tab);
  return tab !== undefined;
}

/** Opens a page of the extension in a tab in front. */
export function openOwnTab(id: string, name: string): void {
  const url = WebExtensionPolicy.getByID(id).getURL(name);
  gBrowser.selectedTab = gBrowser.addTrustedTab(url);
}

/** Whether such a tab is there and drawn. */
export function isOwnTabLoaded(id: string, name: string): boolean {
  const policy = WebExtensionPolicy.getByID(id);
  const url = policy.getURL(name);
  return [...policy.extension.views].some(
    ({ viewType, xulBrowser }) => viewType === 'tab' && xulBrowser.currentURI?.spec === url,
  );
}

export function runCommand(id: string, name: string): void {
  // Its keys do not tell their commands.
  const shortcut = WebExtensionPolicy.getByID(id).extension.manifest.commands[name]?.suggested_key.default;
  const keys = [...document.querySelectorAll('keyset[id^="ext-keyset-id"] > key')];
  const key = keys.find((candidate) => candidate.getAttribute('key') === shortcut?.at(-1));
  if (!key) throw new Error(`there is no key for the command ${name}`);
  key.dispatchEvent(new Event('command', { bubbles: true }));
}

/** Presses the extension's item in the open context menu and gives its label; null as long as there is none. */
export function pressInMenu(): string | null {
  interface Menu extends Element {
    readonly state: string;
    activateItem(item: Element): void;
  }
  const menu = document.querySelector<Menu>('#contentAreaContextMenu');
  const item = menu?.querySelector('menuitem[id*="-menuitem-"]');
  if (menu?.state !== 'open' || !item) return null;
  const label = item.getAttribute('label');
  menu.activateItem(item);
  return label;
}

/** Runs source code in an extension page: a frame script there evaluates it in a sandbox over the page's window. */
export async function runInFrame(
  id: string,
  which: 'background' | 'popup' | 'tab',
  source: string,
  args: string,
): Promise<Answer> {
  const views = [...WebExtensionPolicy.getByID(id).extension.views];
  const browser =
    which === 'popup'
      ? document.querySelector<PopupBrowser>('.webextension-popup-browser')
      : views.find((view) => view.viewType === which)?.xulBrowser;
  if (!browser) return { error: 'it is not there' };
  const token = `bedside:${Math.random()}`;
  const call = `(async () => JSON.stringify((await (${source})(...${args})) ?? null))()`;
  const frameScript = `(async () => {
    let answer;
    try {
      const box = Components.utils.Sandbox(content, { sandboxPrototype: content, wantXrays: false, sameZoneAs: content });
      answer = { ok: await Components.utils.evalInSandbox(${JSON.stringify(call)}, box, 'latest', 'driver', 1) };
    } catch (error) {
      answer = { error: String(error) };
    }
    sendAsyncMessage(${JSON.stringify(token)}, answer);
  })()`;
  return new Promise((resolve) => {
    const heard = ({ data }: { data: Answer }): void => {
      browser.messageManager.removeMessageListener(token, heard);
      resolve(data);
    };
    browser.messageManager.addMessageListener(token, heard);
    browser.messageManager.loadFrameScript(
      `data:application/javascript;charset=utf-8,${encodeURIComponent(frameScript)}`,
      false,
    );
  });
}
