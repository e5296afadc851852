// The welcome page, opened once: its sample has real marks and cards.
import { render } from 'preact';
import { browser } from '../../src/browser.ts';
import { inOurs, t } from '../../src/i18n.ts';
import { CARD } from '../../src/page/blocks.ts';
import { serveSample } from '../../src/panels/sample-card.ts';
import { nextMarkShortcut } from '../../src/panels/shortcuts.ts';
import { Welcome } from '../../src/panels/Welcome.tsx';
import { loadSettings, watchSettings } from '../../src/settings/store.ts';

async function closeTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

async function main(): Promise<void> {
  document.title = t('welcome.title');
  Object.assign(document.documentElement, inOurs());
  const [loaded, shortcut] = await Promise.all([loadSettings(), nextMarkShortcut()]);
  let settings = loaded;
  let tried = false;
  const wearLook = serveSample(() => settings);
  const draw = (): void => {
    document.body.dataset.theme = settings.theme;
    wearLook();
    render(
      <Welcome
        tried={tried}
        shortcut={shortcut}
        onOptions={() => void browser.runtime.openOptionsPage()}
        onDone={() => void closeTab()}
      />,
      document.body,
    );
  };
  // The card stands in the root element, beside the body.
  const watcher = new MutationObserver(() => {
    if (document.querySelector(CARD) === null) return;
    watcher.disconnect();
    tried = true;
    draw();
  });
  watcher.observe(document.documentElement, { childList: true });
  watchSettings((changed) => {
    settings = changed;
    draw();
  });
  draw();
}

void main();
