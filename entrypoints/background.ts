// The background: hands out explanations, keeps the toolbar button, runs the keyboard command, and carries messages between a page and its frames.
import { defineBackground } from 'wxt/utils/define-background';
import { browser, openBeside } from '../src/browser.ts';
import { createDrawings, drawingPath } from '../src/glossary/drawings.ts';
import { createFinder } from '../src/glossary/finder.ts';
import { createLookup } from '../src/glossary/lookup.ts';
import { NAMES_PATH } from '../src/glossary/names.ts';
import { searchAddress } from '../src/glossary/read-on.ts';
import {
  askPageForSite,
  type Count,
  type Drawn,
  type Explained,
  type Sender,
  serveBackground,
  tellPage,
  tellTab,
} from '../src/messages.ts';
import { serveMenu } from './ask/menu.ts';
import { serveButton, showCount } from './toolbar/button.ts';
import { welcomeOnInstall } from './welcome/installed.ts';

/** A page's count is shown, that of a frame told to its page, which adds it. */
const hearCount = (sender: Sender, count: Count): Promise<unknown> | undefined => {
  if (sender === undefined) return undefined;
  // The page may have gone, or have no content script.
  if (sender.frame !== 0) return tellPage(sender.tab, sender.frame, count).catch(() => undefined);
  return showCount(sender.tab, count);
};

export default defineBackground(() => {
  welcomeOnInstall();
  serveButton();
  const fetchOwn = async (path: string) => (await fetch(browser.runtime.getURL(path))).json();
  const lookup = createLookup(fetchOwn);
  const drawings = createDrawings((figure) => fetchOwn(drawingPath(figure)));
  const question = serveMenu(createFinder(() => fetchOwn(NAMES_PATH), lookup));
  serveBackground((message, sender) => {
    switch (message.type) {
      case 'explain':
        return lookup(message.id).then(
          (explanation): Explained => ({ ok: true, explanation }),
          (): Explained => ({ ok: false }),
        );
      case 'drawing':
        return drawings(message.figure).then(
          (drawing): Drawn => ({ ok: true, drawing }),
          (): Drawn => ({ ok: false }),
        );
      case 'read-on':
        return (
          sender &&
          lookup(message.id).then(({ term }) =>
            openBeside(searchAddress(message.site, term), { id: sender.tab, windowId: sender.window }),
          )
        );
      case 'question':
        return question();
      case 'search-on':
        return (
          sender &&
          openBeside(searchAddress(message.site, message.text), { id: sender.tab, windowId: sender.window })
        );
      case 'count':
        return hearCount(sender, message);
      case 'site':
        return sender && askPageForSite(sender.tab).catch(() => null);
    }
  });
  browser.commands.onCommand.addListener(async (command) => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    // A tab without a content script (a browser page) has no next word.
    if ((command === 'next-mark' || command === 'previous-mark') && tab?.id !== undefined)
      await tellTab(tab.id, { type: command }).catch(() => undefined);
  });
});
