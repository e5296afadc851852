// Starts a browser with the extension in it.
import type { Bedside, BrowserKind, LaunchOptions } from './browser.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';

/** Starts a browser with the extension. CHROME_PATH and FIREFOX_PATH name the programs. */
export const launch = (kind: BrowserKind, options: LaunchOptions): Promise<Bedside> =>
  kind === 'chromium' ? launchChromium(options) : launchFirefox(options);
