// A plain browser page on which every face can be shown in every state, without the extension.
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { build } from 'vite';
import { startSite } from '../browsers/site.ts';

/** What the page has as `window.stage`. */
type StageInPage = typeof import('./faces.tsx');

/** A page of faces. */
export interface Stage {
  readonly page: Page;
  readonly names: readonly string[];
  /** Shows one state of a face, alone. */
  show(name: string): Promise<void>;
  close(): Promise<void>;
}

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

let bundled: Promise<string> | undefined;

function bundle(): Promise<string> {
  bundled ??= build({
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      target: 'esnext',
      lib: { entry: pathOf('./faces.tsx'), formats: ['iife'], name: 'stage' },
    },
  }).then((built) => {
    const [output] = Array.isArray(built) ? built : [built];
    if (output === undefined || !('output' in output)) throw new Error('Vite built nothing.');
    return `${output.output[0].code}\nwindow.stage = stage;`;
  });
  return bundled;
}

/**
 * Opens a page of faces in a browser.
 * @param messages the text of the interface, by the names that browsers give it
 */
export async function openStage(
  browser: Browser,
  messages: Readonly<Record<string, string>>,
): Promise<Stage> {
  const [code, site] = await Promise.all([bundle(), startSite()]);
  const { interface_language: lang = 'en', interface_direction: dir = 'ltr' } = messages;
  site.set(
    '/',
    `<!doctype html><html lang="${lang}" dir="${dir}"><head><title>Faces</title><meta name="color-scheme" content="light dark"></head><body><script>
      const messages = ${JSON.stringify(messages)};
      window.chrome = { i18n: { getMessage: (name, filled = []) =>
        (messages[name] ?? '').replace(/\\$(\\d)/g, (_, n) => [filled].flat()[n - 1] ?? '') } };
    </script></body></html>`,
  );
  const page = await browser.newPage();
  await page.goto(site.url('/'));
  await page.evaluate(code);
  const names = await page.evaluate(() => (window as unknown as { stage: StageInPage }).stage.names());
  return {
    page,
    names,
    show: (name) =>
      page.evaluate((asked) => (window as unknown as { stage: StageInPage }).stage.show(asked), name),
    close: async () => {
      await page.close();
      await site.close();
    },
  };
}
