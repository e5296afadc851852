// The browser's page on which shortcuts are changed.
import { browser } from '../browser.ts';

/** Only there does Chromium let them be changed; pages may not link to it, extensions may open it. */
const CHROMIUM_PAGE = 'chrome://extensions/shortcuts';

interface NewerCommands {
  /** Firefox, from 137 on. */
  readonly openShortcutSettings?: () => Promise<void>;
}

/** What opens that page; null where it cannot be opened. */
export function openShortcuts(): (() => void) | null {
  const { openShortcutSettings } = browser.commands as NewerCommands;
  if (openShortcutSettings) return () => void openShortcutSettings.call(browser.commands);
  const isChromium = browser.runtime.getURL('').startsWith('chrome-extension:');
  return isChromium ? () => void browser.tabs.create({ url: CHROMIUM_PAGE }) : null;
}

/** The shortcut for the next marked word, as the browser writes it; undefined where there is none. */
export async function nextMarkShortcut(): Promise<string | undefined> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === 'next-mark')?.shortcut || undefined;
}
