// The browser's extension interface, one promise-based shape in Chromium and Firefox. The only importer of webextension-polyfill.
import browser, { type Runtime, type Tabs } from 'webextension-polyfill';

export { browser, type Runtime, type Tabs };

/** A tab and its window, as far as they are known. */
interface Place {
  readonly id?: number | undefined;
  readonly windowId?: number | undefined;
}

/**
 * Opens an address in a new tab in front, next to another and in its window: what is read in a private window stays there. The site hears of no page that
 * it was opened from, and no page gets hold of the tab.
 */
export async function openBeside(url: string, { id, windowId }: Place = {}): Promise<void> {
  await browser.tabs.create({
    url,
    ...(id !== undefined && { openerTabId: id }),
    ...(windowId !== undefined && { windowId }),
  });
}
