// npm run gallery: takes a picture of every state of every face in every look and both browsers, lays them out on one page, .gallery/index.html, and says
// which have changed since the last run.
//   --browser chromium|firefox (both)   --face PART   --look PART (of their names: the others stay as they are)
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import puppeteer, { type Browser } from 'puppeteer-core';
import { LANGUAGES } from '../../tests/languages.ts';
import { browserMessages, madeUpMessages } from '../../tests/messages.ts';
import { type BrowserKind, programOf } from '../browsers/browser.ts';
import { firefoxPreferences, LOOKS, type Look, takeLook } from './looks.ts';
import { type Change, galleryPage, type Picture } from './page.ts';
import { openStage } from './stage.ts';

const FOLDER = fileURLToPath(new URL('../../.gallery/', import.meta.url));
const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];

const fileOf = (face: string, look: string, kind: BrowserKind): string =>
  `${[face, look, kind].join(' - ').replace(/[^\w -]/g, '')}.png`;

const start = (kind: BrowserKind, look: Look): Promise<Browser> =>
  puppeteer.launch({
    browser: kind === 'chromium' ? 'chrome' : 'firefox',
    executablePath: programOf(kind),
    headless: true,
    args: kind === 'chromium' && process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    ...(kind === 'firefox' && { extraPrefsFirefox: firefoxPreferences(look) }),
  });

function changeOf(file: string, bytes: Uint8Array): Change {
  if (!existsSync(join(FOLDER, file))) return 'new';
  return readFileSync(join(FOLDER, file)).equals(bytes) ? 'same' : 'changed';
}

/** Takes the pictures of one look in one browser, and keeps them. */
async function take(kind: BrowserKind, look: Look, wanted: (face: string) => boolean): Promise<Picture[]> {
  const language = LANGUAGES.find(({ direction }) => direction === 'rtl');
  const messages = await (look.rightToLeft && language ? madeUpMessages(language) : browserMessages());
  const browser = await start(kind, look);
  try {
    const stage = await openStage(browser, messages);
    const { page } = stage;
    await page.setViewport({
      width: look.width,
      height: look.height,
      deviceScaleFactor: look.scale ?? 1,
    });
    if (kind === 'chromium') await takeLook(page, look);
    const pictures: Picture[] = [];
    for (const face of stage.names.filter(wanted)) {
      await stage.show(face);
      const bytes = await page.screenshot({ fullPage: true });
      const file = fileOf(face, look.name, kind);
      pictures.push({ face, look: look.name, browser: kind, file, change: changeOf(file, bytes) });
      writeFileSync(join(FOLDER, file), bytes);
    }
    await stage.close();
    return pictures;
  } finally {
    await browser.close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      browser: { type: 'string' },
      face: { type: 'string', default: '' },
      look: { type: 'string', default: '' },
    },
  });
  const kinds = KINDS.filter((kind) => values.browser === undefined || kind === values.browser);
  const looks = LOOKS.filter(({ name }) => name.includes(values.look));
  if (kinds.length === 0) throw new Error(`--browser must be chromium or firefox, not ${values.browser}.`);
  if (looks.length === 0)
    throw new Error(`No look is called "${values.look}": ${LOOKS.map(({ name }) => name).join(', ')}.`);
  mkdirSync(FOLDER, { recursive: true });
  const before = readdirSync(FOLDER).filter((file) => file.endsWith('.png'));
  const pictures: Picture[] = [];
  for (const kind of kinds)
    for (const look of looks)
      if (kind === 'chromium' || !look.chromiumOnly)
        pictures.push(...(await take(kind, look, (face) => face.includes(values.face))));

  const isWhole = values.browser === undefined && values.face === '' && values.look === '';
  const gone = isWhole ? before.filter((file) => !pictures.some((picture) => picture.file === file)) : [];
  for (const file of gone) rmSync(join(FOLDER, file));
  writeFileSync(join(FOLDER, 'index.html'), galleryPage(pictures));

  const count = (change: Change): number => pictures.filter((picture) => picture.change === change).length;
  for (const { file, change } of pictures) if (change !== 'same') console.log(`${change}: ${file}`);
  for (const file of gone) console.log(`gone: ${file}`);
  console.log(
    `${pictures.length} pictures: ${count('same')} as before, ${count('changed')} changed, ${count('new')} new, ${gone.length} gone. Look at them: ${join(FOLDER, 'index.html')}`,
  );
}

await main();
