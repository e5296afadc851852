// The background: hands out explanations, keeps the badge, runs the keyboard command.
import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../src/browser.ts';
import { createLookup } from '../src/glossary/lookup.ts';
import { type Explained, serveBackground, tellPage } from '../src/messages.ts';

/** The badge's colour: the accent of the card, dark enough for white letters. */
const BADGE_COLOR = '#0b6b60';

/** Chromium's name for the toolbar button, or Firefox's in manifest version 2. */
const action = browser.action ?? browser.browserAction;

async function setBadge(tabId: number, count: number | null, more: boolean): Promise<void> {
  const text = count === null ? 'off' : count === 0 ? '' : `${count}${more ? '+' : ''}`;
  try {
    await Promise.all([
      action.setBadgeText({ tabId, text }),
      action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOR }),
    ]);
  } catch {
    // The tab was closed in the meantime.
  }
}

export default defineBackground(() => {
  const lookup = createLookup(async (path) => (await fetch(browser.runtime.getURL(path))).json());
  serveBackground((message, tab) => {
    switch (message.type) {
      case 'explain':
        return lookup(message.id).then(
          (explanation): Explained => ({ ok: true, explanation }),
          (): Explained => ({ ok: false }),
        );
      case 'count':
        return tab === undefined ? undefined : setBadge(tab, message.count, message.more);
    }
  });
  browser.commands.onCommand.addListener(async (command) => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    // A tab without a content script (a browser page) has no next word.
    if (command === 'next-mark' && tab?.id !== undefined)
      await tellPage(tab.id, { type: 'next-mark' }).catch(() => undefined);
  });
});
