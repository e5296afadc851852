// The interface's messages as the build makes them of src/locales, for tests.
import { fileURLToPath } from 'node:url';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { type Language, madeUp } from './languages.ts';

export const LOCALES = fileURLToPath(new URL('../src/locales/', import.meta.url));

/** The messages of a file of src/locales: keys, substitutions and forms. */
export const parseLocale = (file: string): ReturnType<typeof parseMessagesFile> =>
  parseMessagesFile(`${LOCALES}${file}`);

/** What a browser reads: the messages in English, by the names they have there. */
export async function browserMessages(): Promise<Readonly<Record<string, string>>> {
  const messages = generateChromeMessages(await parseLocale('en.yml'));
  return Object.fromEntries(Object.entries(messages).map(([name, { message }]) => [name, message]));
}

/** The same in a made-up language. */
export async function madeUpMessages(language: Language): Promise<Readonly<Record<string, string>>> {
  const messages = madeUp(generateChromeMessages(await parseLocale('en.yml')), language);
  return Object.fromEntries(Object.entries(messages).map(([name, { message }]) => [name, message]));
}
