// Bedside in made-up languages: a copy of the built extension whose English is replaced, so that the browser takes the copy's text for English. What was
// not said by a message shows, for it can be read.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { BrowserKind } from '../../tools/browsers/browser.ts';
import type { SitePage } from '../../tools/browsers/site.ts';
import { extensionDir, useBedside } from './harness.ts';

interface Language {
  readonly name: string;
  /** Of the made-up language: a tag that no browser or glossary has. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** The letters that stand for a to z. */
  readonly letters: string;
}

/** English with accents, and Hebrew letters in no order that would mean anything. */
export const LANGUAGES: readonly Language[] = [
  { name: 'accents', tag: 'en-XA', direction: 'ltr', letters: 'áƀćđéƒǧĥíĵķłḿńóƥʠŕśťúṽẃẋýź' },
  { name: 'right to left', tag: 'he-XB', direction: 'rtl', letters: 'אבגדהוזחטיכלמנסעפצקרשתםןףץ' },
];

/** Every message stands between these, and nothing else does: what is cut off or put together from pieces shows by them. */
export const [OPENING, CLOSING] = ['⟦', '⟧'] as const;

/** What is filled in, which no language translates. */
const FILLED = /(\{\w+\}|\$\d)/;
const BETWEEN_FORMS = ' | ';

/** A form of a message in another language: its letters replaced, and a third longer, as a translation may be. */
function replaced(form: string, { letters }: Language): string {
  const said = form
    .split(FILLED)
    .map((piece, at) =>
      at % 2 === 1
        ? piece
        : piece.replace(/[a-z]/gi, (letter) => letters[letter.toLowerCase().charCodeAt(0) - 97] ?? letter),
    )
    .join('');
  const more = `${letters.slice(0, 4)} `.repeat(form.length).slice(0, Math.ceil(form.length / 3));
  return `${OPENING}${said} ${more.trim()}${CLOSING}`;
}

type Messages = Record<string, { message: string }>;

/** The messages of a language that is made up of these. */
function madeUp(english: Messages, language: Language): Messages {
  const translate = (message: string): string =>
    message
      .split(BETWEEN_FORMS)
      .map((form) => replaced(form, language))
      .join(BETWEEN_FORMS);
  return {
    ...Object.fromEntries(
      Object.entries(english).map(([name, { message }]) => [name, { message: translate(message) }]),
    ),
    interface_language: { message: language.tag },
    interface_direction: { message: language.direction },
  };
}

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
