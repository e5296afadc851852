// Settings as a file: out and back, and what is said of files that cannot be taken over.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenAt } from '../../src/settings/json-place.ts';
import { DEFAULTS, type Settings } from '../../src/settings/settings.ts';
import { fileName, LONGEST, readFile, writeFile } from '../../src/settings/transfer.ts';

const MINE: Settings = {
  ...DEFAULTS,
  ...{ enabled: false, density: 'all', theme: 'dark', markColor: 'blue', siteMode: 'only' },
  ...{ offSites: ['*.example.org', '!forum.example.org'], onSites: ['nhs.uk'], known: ['edema', 'mri'] },
};

/** A file with parts of it replaced. */
const file = (settings: object, around: object = {}): string =>
  JSON.stringify({
    ...JSON.parse(writeFile(MINE)),
    settings: { ...JSON.parse(writeFile(MINE)).settings, ...settings },
    ...around,
  });

describe('a file', () => {
  test('brings back what was written, without the pause', () => {
    expect(readFile(writeFile({ ...MINE, pausedUntil: 1_800_000_000_000 }))).toEqual({
      ok: true,
      settings: MINE,
    });
    expect(writeFile({ ...MINE, pausedUntil: 1_800_000_000_000 })).toBe(writeFile(MINE));
  });

  test('is read whatever its marks and line ends', () => {
    expect(readFile(`\ufeff${writeFile(MINE).replaceAll('\n', '\r\n')}`)).toEqual({
      ok: true,
      settings: MINE,
    });
  });

  test('of an earlier version is brought up to this one', () => {
    const settings = {
      version: 1,
      enabled: true,
      density: 'page',
      offSites: ['b.org', 'a.org', 'a.org'],
      alwaysSites: [],
    };
    expect(readFile(JSON.stringify({ format: 'bedside-settings', formatVersion: 1, settings }))).toEqual({
      ok: true,
      settings: { ...DEFAULTS, density: 'page', offSites: ['a.org', 'b.org'] },
    });
  });

  test('is named after the day', () => {
    expect(fileName(new Date('2026-11-24T03:00:00Z'))).toBe('bedside-settings-2026-11-24.json');
  });

  test.each<[name: string, text: string, fault: object]>([
    ['nothing', '', { kind: 'not-json', line: 1, column: 1 }],
    ['a text', 'Dear diary', { kind: 'not-json', line: 1, column: 1 }],
    ['half a file', writeFile(MINE).slice(0, 60), { kind: 'not-json', line: 4, column: 3 }],
    ['a comma too many', '{\n  "format": "bedside-settings",\n}', { kind: 'not-json', line: 3, column: 1 }],
    ['a list', '[]', { kind: 'not-ours' }],
    ['a number', '3', { kind: 'not-ours' }],
    ['nothing in JSON', 'null', { kind: 'not-ours' }],
    ['another program’s', '{"format":"ublock","settings":{}}', { kind: 'not-ours' }],
    ['too long', ' '.repeat(LONGEST + 1), { kind: 'too-long' }],
    ['a newer shape', file({}, { formatVersion: 2 }), { kind: 'newer' }],
    ['newer settings', file({ version: 3 }), { kind: 'newer' }],
    [
      'no shape',
      file({}, { formatVersion: 'one' }),
      { kind: 'field', path: 'formatVersion', found: '"one"' },
    ],
    ['no settings', file({}, { settings: 5 }), { kind: 'field', path: 'settings', found: '5' }],
    ['no version', file({ version: undefined }), { kind: 'field', path: 'settings.version', found: '' }],
    ['half a version', file({ version: 0.5 }), { kind: 'field', path: 'settings.version', found: '0.5' }],
    [
      'an unknown density',
      file({ density: 'some' }),
      { kind: 'field', path: 'settings.density', found: '"some"' },
    ],
    ['a missing field', file({ theme: undefined }), { kind: 'field', path: 'settings.theme', found: '' }],
    [
      'a list that is none',
      file({ known: 'edema' }),
      { kind: 'field', path: 'settings.known', found: '"edema"' },
    ],
    [
      'a word that is none',
      file({ known: ['edema', 1] }),
      { kind: 'field', path: 'settings.known[1]', found: '1' },
    ],
    [
      'a site that is none',
      file({ offSites: ['a.org', 'Not a site'] }),
      { kind: 'field', path: 'settings.offSites[1]', found: '"Not a site"' },
    ],
    [
      'something long',
      file({ density: 'x'.repeat(1000) }),
      { kind: 'field', path: 'settings.density', found: `"${'x'.repeat(59)}…` },
    ],
  ])('%s is not taken: said why and where', (_name, text, fault) => {
    expect(readFile(text)).toEqual({ ok: false, fault });
  });

  test('of any settings comes back; of anything else nothing is taken, without a throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(readFile(text).ok).toBe(false);
      }),
    );
  });
});

describe('where JSON breaks', () => {
  test.each<[text: string, place: string | null]>([
    ['{"a": 1, "b": [true, false, null, -1.5e+3, "c\\u00e9\\n"]}', null],
    [' [ ] ', null],
    ['"text"', null],
    ['{}', null],
    ['', '1:1'],
    ['  ', '1:3'],
    ['abc', '1:1'],
    ['{"a": 1,\n "b": x}', '2:7'],
    ['{"a": 1,}', '1:9'],
    ['{"a" 1}', '1:6'],
    ['{a: 1}', '1:2'],
    ['{"a": 1', '1:8'],
    ['[1, 2', '1:6'],
    ['[1 2]', '1:4'],
    ['[,]', '1:2'],
    ['[1}', '1:3'],
    ['{"a": "b\nc"}', '1:7'],
    ['{} {}', '1:4'],
    ['01', '1:1'],
    ["{'a': 1}", '1:2'],
    ['{1: 2}', '1:2'],
    ['[TRUE]', '1:2'],
    ['// note\n{}', '1:1'],
  ])('%j: %s', (text, place) => {
    const at = brokenAt(text);
    expect(at && `${at.line}:${at.column}`).toBe(place);
  });

  test('as the browser has it: broken where it throws, whole where it does not', () => {
    const cut = fc.tuple(fc.json(), fc.nat()).map(([json, at]) => json.slice(0, at % (json.length + 1)));
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), cut, fc.string({ unit: fc.constantFrom(...'{}[],:"1 e.-\\un') })),
        (text) => {
          let whole = true;
          try {
            JSON.parse(text);
          } catch {
            whole = false;
          }
          expect(brokenAt(text) === null).toBe(whole);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
