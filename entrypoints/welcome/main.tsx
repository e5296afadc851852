// The welcome page. Its sample is read by the very code that reads pages, and opens the very card.
import { render } from 'preact';
import { browser } from '../../src/browser.ts';
import { inOurs, t } from '../../src/i18n.ts';
import { Welcome } from '../../src/panels/Welcome.tsx';
import { loadSettings } from '../../src/settings/store.ts';
import { start } from '../page/start.ts';

async function close(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

async function main(): Promise<void> {
  document.title = t('welcome.title');
  Object.assign(document.documentElement, inOurs());
  document.body.dataset.theme = (await loadSettings()).theme;
  render(
    <Welcome onOptions={() => void browser.runtime.openOptionsPage()} onDone={() => void close()} />,
    document.body,
  );
  await start({ always: true });
}

void main();
