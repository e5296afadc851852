// The text of the interface: every message is said somewhere, what is said exists, and every language fits the English.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { browserMessages, LOCALES, parseLocale } from '../messages.ts';

type Message = Awaited<ReturnType<typeof parseLocale>>[number];

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** All code, with the manifest; comments may name keys as they like, for no key is quoted in one. */
const CODE = [
  readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8'),
  ...['src', 'entrypoints']
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
].join('\n');

/** The keys that are said: named in `t()`, or in a table that ends up in one - the groups are not used for other names - or in the manifest. */
function keysIn(code: string, groups: readonly string[]): Set<string> {
  const quoted = new RegExp(`'((?:${groups.join('|')})\\.\\w+)'`, 'g');
  return new Set([
    ...Array.from(code.matchAll(/\bt\(\s*['"`]([^'"`]+)/g), ([, key = '']) => key),
    ...Array.from(code.matchAll(quoted), ([, key = '']) => key),
    ...Array.from(code.matchAll(/__MSG_(\w+?)__/g), ([, name = '']) => name.replace('_', '.')),
  ]);
}

/** The messages of a language, without those that browsers have themselves. */
const load = async (file: string): Promise<Map<string, Message>> =>
  new Map(
    (await parseLocale(file))
      .map((message) => [message.key.join('.'), message] as const)
      .filter(([key]) => !key.startsWith('@@')),
  );

const formsOf = (message: Message): Readonly<Record<string, string>> =>
  message.type === 'plural' ? { ...message.plurals } : { only: message.message };

/** What keeps a language from being used as the English is. */
function faultsOf(messages: ReadonlyMap<string, Message>, english: ReadonlyMap<string, Message>): string[] {
  return [...messages].flatMap(([key, message]) => {
    const faults: string[] = [];
    const original = english.get(key);
    const forms = formsOf(message);
    if (!/^[a-z]+\.[A-Za-z]+$/.test(key)) faults.push(`${key}: browsers take no such name`);
    if (Object.values(forms).some((form) => form.trim() === '' || form.includes(' | ')))
      faults.push(`${key}: empty, or with the sign between forms`);
    if (message.type === 'plural' && !['1,n', '0,1,n'].includes(Object.keys(forms).join()))
      faults.push(`${key}: has not both forms`);
    if (original === undefined) return [...faults, `${key}: is not in the English`];
    if (original.type !== message.type) faults.push(`${key}: has other forms than the English`);
    const named = (of: Message): string => [...of.namedSubstitutions].sort().join();
    if (named(original) !== named(message) || message.substitutions > original.substitutions)
      faults.push(`${key}: has other substitutions than the English`);
    return faults;
  });
}

const FILES = readdirSync(LOCALES);

describe.each(FILES)('%s', (file) => {
  test('says what the English says, with the same substitutions and both forms of plurals', async () => {
    expect(faultsOf(await load(file), await load('en.yml'))).toEqual([]);
  });

  test('knows its direction, and keeps to what browsers and stores show', async () => {
    const messages = await load(file);
    const lengthOf = (key: string): number => formsOf(messages.get(key) as Message).only?.length ?? 0;
    expect(formsOf(messages.get('interface.direction') as Message).only).toMatch(/^(?:ltr|rtl)$/);
    expect(lengthOf('manifest.name')).toBeLessThanOrEqual(45);
    expect(lengthOf('manifest.shortName')).toBeLessThanOrEqual(12);
    expect(lengthOf('manifest.description')).toBeLessThanOrEqual(132);
    expect(lengthOf('badge.off')).toBeLessThanOrEqual(4);
  });
});

describe('the keys', () => {
  test('are all said, and what is said exists', async () => {
    const keys = [...(await load('en.yml')).keys()];
    const groups = [...new Set(keys.map((key) => key.slice(0, key.indexOf('.'))))];
    const said = [...keysIn(CODE, groups)];
    expect(said.sort()).toEqual(keys.sort());
  });

  test('are read in calls, tables and the manifest', () => {
    const code = `t('a.one', 1); t(\n  'a.two'); const T = { x: 'b.three' }; '__MSG_c_four__'; split('d.five'); unset('e')`;
    expect([...keysIn(code, ['a', 'b'])].sort()).toEqual(['a.one', 'a.two', 'b.three', 'c.four']);
  });

  test('become the names that the manifest uses', async () => {
    expect(Object.keys(await browserMessages())).toEqual(
      expect.arrayContaining(['manifest_name', 'kind_bodyPart', 'search_found']),
    );
  });
});

describe('a planted fault is found', () => {
  const simple = (key: string, message: string, named: string[] = []): Message => ({
    ...{ type: 'simple', key: key.split('.'), message, substitutions: 0, namedSubstitutions: named },
  });
  const plural = (plurals: Record<string, string>): Message => ({
    ...{ type: 'plural', key: ['a', 'count'], plurals, substitutions: 1, namedSubstitutions: [] },
  });
  const english = new Map<string, Message>([
    ['a.name', simple('a.name', 'On {site}', ['site'])],
    ['a.count', plural({ 1: '$1 word', n: '$1 words' })],
  ]);
  test.each<[key: string, message: Message, faults: string[]]>([
    ['a.name', simple('a.name', 'Auf {site}', ['site']), []],
    ['a.name', simple('a.name', 'Auf', []), ['a.name: has other substitutions than the English']],
    ['a.name', simple('a.name', ' ', ['site']), ['a.name: empty, or with the sign between forms']],
    ['a.count', plural({ 1: '$1 Wort', n: '$1 Wörter' }), []],
    ['a.count', plural({ n: '$1 Wörter' }), ['a.count: has not both forms']],
    ['a.count', simple('a.count', '$1 Wörter'), ['a.count: has other forms than the English']],
    ['a.more', simple('a.more', 'x'), ['a.more: is not in the English']],
    [
      'a.body-part',
      simple('a.body-part', 'x'),
      ['a.body-part: browsers take no such name', 'a.body-part: is not in the English'],
    ],
  ])('%s %#', (key, message, faults) => {
    expect(faultsOf(new Map([[key, message]]), english)).toEqual(faults);
  });
});
