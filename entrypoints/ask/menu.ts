// The context menu's item on selected text, in the background: finds the answer and has it shown beside the text, or where no page can be reached in a window of its own.
import { browser } from '../../src/browser.ts';
import { type Answer, answerTo } from '../../src/glossary/answer.ts';
import type { Find } from '../../src/glossary/finder.ts';
import { t } from '../../src/i18n.ts';
import type { Answered } from '../../src/messages.ts';

const ITEM = 'ask';
/** The script that opens the card. It is not there before it is wanted: a page on which Bedside is off, or that is too small to be read, has nothing of it. */
const SCRIPT = '/ask.js';
const WINDOW = { url: '/answer.html', type: 'popup', width: 420, height: 560 } as const;

/**
 * Puts the item into the menu and hears of it.
 * @returns gives the answer to what was asked last, to whoever shows it
 */
export function serveMenu(find: Find): () => Promise<Answered> {
  let answer: (() => Promise<Answer>) | undefined;
  // Firefox for Android has no such menu.
  const menus: typeof browser.contextMenus | undefined = browser.contextMenus;
  menus?.create({ id: ITEM, title: t('menu.ask'), contexts: ['selection'] }, () => {
    // Chromium keeps the item while the worker sleeps, and says that it is there already; unasked, the browser would complain.
    void browser.runtime.lastError;
  });
  menus?.onClicked.addListener(async ({ menuItemId, selectionText, frameId }, tab) => {
    if (menuItemId !== ITEM || selectionText === undefined) return;
    const found = answerTo(selectionText, find);
    found.catch(() => undefined);
    let isFirst = true;
    // Asked again after a failure, it is looked for again.
    answer = () => {
      if (!isFirst) return answerTo(selectionText, find);
      isFirst = false;
      return found;
    };
    try {
      await browser.scripting.executeScript({
        target: { tabId: tab?.id ?? -1, frameIds: [frameId ?? 0] },
        files: [SCRIPT],
      });
    } catch {
      // A page of the browser, a store, Firefox's viewer for PDF files: there the menu tells what is selected, and no script may run.
      await browser.windows.create(WINDOW);
    }
  });
  return async () => {
    try {
      return { ok: true, answer: (await answer?.()) ?? null };
    } catch {
      return { ok: false };
    }
  };
}
