// Bedside in made-up languages: a copy of the built extension whose English is replaced, so that the browser takes the copy's text for English.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { BrowserKind } from '../../tools/browsers/browser.ts';
import type { SitePage } from '../../tools/browsers/site.ts';
import { BETWEEN_FORMS, FILLED, type Language, type Messages, madeUp } from '../languages.ts';
import { extensionDir, useBedside } from './harness.ts';

/** Starts browser and site for the tests of one `describe`, with Bedside in a made-up language. */
export function useMadeUp(kind: BrowserKind, language: Language, pages: Readonly<Record<string, SitePage>>) {
  const options = { extensionDir: '' };
  let messages: Messages = {};
  beforeAll(() => {
    options.extensionDir = mkdtempSync(join(tmpdir(), 'bedside-made-up-'));
    cpSync(extensionDir(kind), options.extensionDir, { recursive: true });
    const file = join(options.extensionDir, '_locales', 'en', 'messages.json');
    messages = madeUp(JSON.parse(readFileSync(file, 'utf8')), language);
    writeFileSync(file, JSON.stringify(messages));
  });
  // What is registered first is done last: the browser has been closed by then.
  afterAll(() => rmSync(options.extensionDir, { recursive: true, force: true }));
  return {
    ...useBedside(kind, pages, options),
    /** A whole message in the made-up language; of several forms the last. */
    said: (name: string): string => messages[name]?.message.split(BETWEEN_FORMS).at(-1) ?? '',
    /** The longest part of a message in which nothing is filled in. */
    partOf: (name: string): string =>
      (messages[name]?.message.split(BETWEEN_FORMS).at(-1) ?? '')
        .split(FILLED)
        .map((piece) => piece.trim())
        .reduce((longest, piece) => (piece.length > longest.length ? piece : longest)),
  };
}
