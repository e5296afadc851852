// Opens the welcome page, once, when Bedside has been installed.
import { browser } from '../../src/browser.ts';
import { isFirstTime } from '../../src/settings/store.ts';

/** To be called when the background starts. */
export function welcomeOnInstall(): void {
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason === 'install' && (await isFirstTime()))
      await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
}
