// npm start: opens a browser with the extension on the demo article, or on the files and addresses named. Without a display, or with --headless, it prints
// the words found and writes pictures instead.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Bedside, type BrowserKind, type Tab, until } from '../browsers/browser.ts';
import { launch } from '../browsers/launch.ts';
import { type Site, startSite } from '../browsers/site.ts';

const USAGE = `npm start                    opens the demo article in Chromium with Bedside in it
npm start -- FILE|URL...     opens these pages instead
  --headless                 no window: print the words found and write pictures to .demo/
  --browser firefox          in Firefox
  --dark                     in dark colors`;

const root = fileURLToPath(new URL('../..', import.meta.url));
const pictures = join(root, '.demo');
const demoArticle = fileURLToPath(new URL('./article.html', import.meta.url));

interface Options {
  readonly kind: BrowserKind;
  readonly headless: boolean;
  readonly dark: boolean;
  readonly pages: readonly string[];
}

/** Null when help is asked for. */
function readOptions(): Options | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      headless: { type: 'boolean', default: false },
      dark: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      browser: { type: 'string', default: 'chromium' },
    },
  });
  const { browser } = values;
  if (values.help) return null;
  if (browser !== 'chromium' && browser !== 'firefox')
    throw new Error(`--browser must be chromium or firefox, not ${browser}.`);
  for (const page of positionals)
    if (!isAddress(page) && !existsSync(page))
      throw new Error(`${page} is no file, and no address that starts with http.`);
  const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return { kind: browser, headless: values.headless || !display, dark: values.dark, pages: positionals };
}

const isAddress = (page: string): boolean => /^https?:\/\//.test(page);

/** Files are served on loopback: extensions may read files only where their user allowed it. */
function addressOf(page: string, site: Site): string {
  if (isAddress(page)) return page;
  const path = `/${basename(page)}`;
  site.set(path, readFileSync(resolve(page), 'utf8'));
  return site.url(encodeURI(path));
}

/** Waits until the page is judged and read, and returns the popup's word list as text; the popup stays open. */
async function readPopup(tab: Tab) {
  const popup = await tab.openPopup();
  const words = await until('the popup to answer', () =>
    popup.evaluate(() => {
      const says = document.querySelector('section')?.innerText ?? '';
      if (says === '' || says.includes('Reading the page')) return null;
      const listed = [...document.querySelectorAll('.words .word')].map((word) => word.textContent ?? '');
      return listed.length > 0 ? listed : [says];
    }),
  );
  return { popup, words };
}

async function take(tab: Tab, name: string): Promise<string[]> {
  const files: string[] = [];
  const write = (what: string, picture: Uint8Array): void => {
    const file = join(pictures, `${name}-${what}.png`);
    writeFileSync(file, picture);
    files.push(file);
  };
  const { popup, words } = await readPopup(tab);
  console.log(words.map((word) => `  ${word}`).join('\n'));
  write('popup', await popup.screenshot());
  await popup.close();
  write('page', await tab.page.screenshot());
  if ((await tab.page.$('bedsideterm')) !== null) {
    await tab.command('next-mark');
    await until('the card', () => tab.inCard((card) => card.querySelector('.short') !== null));
    write('card', await tab.page.screenshot());
  }
  return files;
}

async function main(): Promise<number> {
  let options: Options | null;
  try {
    options = readOptions();
    if (options === null) {
      console.log(USAGE);
      return 0;
    }
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return 2;
  }
  const { kind, headless, dark } = options;
  const folder = kind === 'chromium' ? 'chrome-mv3' : 'firefox-mv2';
  const built = spawnSync('wxt', ['build', ...(kind === 'firefox' ? ['-b', 'firefox'] : [])], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (built.status !== 0) {
    console.error(`The extension could not be built:\n${built.stdout}${built.stderr}`);
    return 1;
  }
  const site = await startSite();
  let bedside: Bedside | undefined;
  try {
    bedside = await launch(kind, { extensionDir: join(root, '.output', folder), headless, dark });
    mkdirSync(pictures, { recursive: true });
    for (const page of options.pages.length > 0 ? options.pages : [demoArticle]) {
      const tab = await bedside.open(addressOf(page, site));
      if (!headless) continue;
      console.log(`${page} in ${kind}:`);
      const files = await take(
        tab,
        `${basename(page).replace(/\W+/g, '-') || 'page'}-${kind}${dark ? '-dark' : ''}`,
      );
      console.log(`Pictures: ${files.join(', ')}`);
    }
    if (!headless) {
      console.log('Bedside is in the browser that just opened. Close its window to end.');
      await bedside.closed;
    }
  } finally {
    await bedside?.close();
    await site.close();
  }
  return 0;
}

process.exitCode = await main();
