// npm run icons: renders the drawings in assets/icon into the pictures of public/icon, in Chromium. Run it after a drawing was changed; the pictures are kept.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Page } from 'puppeteer-core';
import { programOf } from './browsers/browser.ts';

const pathOf = (inProject: string): string => fileURLToPath(new URL(`../${inProject}`, import.meta.url));

/** The drawings, the sizes each is needed in, and how its pictures are named: the first is the extension's own icon, the others only stand in the toolbar. */
const DRAWINGS = [
  { drawing: 'on', sizes: [16, 32, 48, 96, 128], nameOf: (size: number) => `${size}` },
  ...['off', 'off-here', 'paused'].map((drawing) => ({
    drawing,
    sizes: [16, 32, 48],
    nameOf: (size: number) => `${drawing}-${size}`,
  })),
];

/** A drawing of so many pixels a side, as PNG. */
async function render(page: Page, svg: string, size: number): Promise<Uint8Array> {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
  return page.screenshot({ omitBackground: true });
}

const browser = await puppeteer.launch({
  executablePath: programOf('chromium'),
  headless: true,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  for (const { drawing, sizes, nameOf } of DRAWINGS) {
    const svg = readFileSync(pathOf(`assets/icon/${drawing}.svg`), 'utf8');
    for (const size of sizes)
      writeFileSync(pathOf(`public/icon/${nameOf(size)}.png`), await render(page, svg, size));
  }
} finally {
  await browser.close();
}
