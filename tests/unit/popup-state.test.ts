// What the popup says of a tab: every state, and which one wins where several would do.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentStatus } from '../../src/messages.ts';
import {
  type Contact,
  inOrderOf,
  isUnfinished,
  mergeStatuses,
  type PopupState,
  type PopupWord,
  popupState,
  type Unreadable,
  unreadable,
} from '../../src/panels/popup-state.ts';
import { DEFAULTS, type Settings } from '../../src/settings/settings.ts';

const ON: Settings = DEFAULTS;
const OFF: Settings = { ...ON, enabled: false };
const EDEMA: PopupWord = {
  key: 'edema',
  terms: ['edema'],
  short: 'Swelling.',
  spots: [{ frame: 0, mark: 1 }],
};
const LISTED = [{ ids: ['edema'], marks: [1] }];

const page = (status: DocumentStatus, words: readonly PopupWord[] = []): Contact => ({
  kind: 'status',
  status,
  words,
});
const OPEN = page({ kind: 'open', words: LISTED, more: false }, [EDEMA]);
const FORBIDDEN: Contact = { kind: 'forbidden' };
const KEPT_OUT: Contact = { kind: 'forbidden', isWeb: true };
const SILENT: Contact = { kind: 'silent', leftovers: false };
const LEFTOVERS: Contact = { kind: 'silent', leftovers: true };

describe('the state of a tab', () => {
  test.each<[name: string, contact: Contact, state: PopupState]>([
    ['words', OPEN, { kind: 'words', words: [EDEMA], more: false }],
    [
      'words, and more to be read',
      page({ kind: 'open', words: LISTED, more: true }, [EDEMA]),
      { kind: 'words', words: [EDEMA], more: true },
    ],
    ['a health page without words', page({ kind: 'open', words: [], more: false }), { kind: 'no-words' }],
    [
      'a health page without words so far',
      page({ kind: 'open', words: [], more: true }),
      { kind: 'loading' },
    ],
    ['not about health', page({ kind: 'closed', found: 2 }), { kind: 'not-health', found: 2 }],
    ['not about health, no words', page({ kind: 'closed', found: 0 }), { kind: 'not-health', found: 0 }],
    ['not in English', page({ kind: 'foreign' }), { kind: 'not-english' }],
    ['being read', page({ kind: 'reading' }), { kind: 'loading' }],
    ['just switched on', page({ kind: 'off' }), { kind: 'loading' }],
    ['not started', SILENT, { kind: 'not-started' }],
    ['left by an update', LEFTOVERS, { kind: 'outdated' }],
    ['an ordinary page that keeps us out', KEPT_OUT, { kind: 'unreadable', why: 'closed' }],
    ['not to be looked into', FORBIDDEN, { kind: 'unreadable', why: 'browser-page' }],
  ])('%s', (_name, contact, state) => {
    expect(popupState(ON, true, undefined, contact)).toEqual(state);
  });

  test.each<
    [name: string, settings: Settings, on: boolean, blocked: Unreadable | undefined, state: PopupState]
  >([
    ['off everywhere before all', OFF, false, 'pdf', { kind: 'off' }],
    ['off everywhere, the site on', OFF, true, undefined, { kind: 'off' }],
    ['what cannot be read before off here', ON, false, 'store', { kind: 'unreadable', why: 'store' }],
    ['off here', ON, false, undefined, { kind: 'off-here' }],
    ['what cannot be read', ON, true, 'file', { kind: 'unreadable', why: 'file' }],
  ])('%s', (_name, settings, on, blocked, state) => {
    expect(popupState(settings, on, blocked, FORBIDDEN)).toEqual(state);
  });

  test('off is off, whatever the page last said', () => {
    expect(popupState(OFF, false, undefined, OPEN)).toEqual({ kind: 'off' });
    expect(popupState(ON, false, undefined, OPEN)).toEqual({ kind: 'off-here' });
  });

  test('a rest comes after off and before all that the page says, and ends by the clock', () => {
    const resting: Settings = { ...ON, pausedUntil: 5000 };
    const at = (now: number, settings = resting) => popupState(settings, true, 'pdf', OPEN, now).kind;
    expect(popupState(resting, false, 'store', FORBIDDEN, 4000)).toEqual({ kind: 'paused', until: 5000 });
    expect(at(4999)).toBe('paused');
    expect(at(5000)).toBe('words');
    expect(at(4000, { ...resting, enabled: false })).toBe('off');
  });

  test('the address tells more than a look that was refused', () => {
    expect(popupState(ON, true, 'store', FORBIDDEN)).toEqual({ kind: 'unreadable', why: 'store' });
    expect(popupState(ON, true, 'pdf', SILENT)).toEqual({ kind: 'unreadable', why: 'pdf' });
  });

  // https://en.wikipedia.org/wiki/File:Report.pdf is an ordinary page about a PDF.
  test('a page that answers can be read, whatever its address looks like', () => {
    expect(popupState(ON, true, 'pdf', OPEN)).toEqual({ kind: 'words', words: [EDEMA], more: false });
  });

  test('there is one whatever comes, and words are never listed while it is off', () => {
    const blocked = fc.constantFrom<(Unreadable | undefined)[]>(
      undefined,
      'browser-page',
      'store',
      'pdf',
      'file',
    );
    const contact = fc.constantFrom(OPEN, FORBIDDEN, SILENT, LEFTOVERS, page({ kind: 'foreign' }));
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), blocked, contact, (enabled, on, why, met) => {
        const { kind } = popupState({ ...ON, enabled }, on, why, met);
        expect(kind === 'off').toBe(!enabled);
        if (!enabled || !on) expect(['off', 'off-here', 'unreadable']).toContain(kind);
      }),
    );
  });
});

describe('addresses that cannot be read', () => {
  test.each<[address: string | undefined, why: Unreadable | undefined]>([
    [undefined, undefined],
    ['', undefined],
    ['https://www.nhs.uk/conditions/', undefined],
    ['http://localhost:8080/', undefined],
    ['data:text/html,edema', undefined],
    ['blob:https://example.org/5f1c', undefined],
    ['https://example.org/?file=letter.pdf', undefined],
    ['https://example.org/letter.pdf/notes', undefined],
    ['https://example.org/letter.pdf', 'pdf'],
    ['https://example.org/LETTER.PDF?page=2#top', 'pdf'],
    ['chrome://extensions/', 'browser-page'],
    ['edge://settings', 'browser-page'],
    ['about:blank', 'browser-page'],
    ['about:addons', 'browser-page'],
    ['chrome-extension://abc/popup.html', 'browser-page'],
    ['moz-extension://abc/popup.html', 'browser-page'],
    ['view-source:https://www.nhs.uk/', 'browser-page'],
    ['devtools://devtools/bundled/', 'browser-page'],
    ['no address', 'browser-page'],
    ['https://chromewebstore.google.com/detail/bedside/abc', 'store'],
    ['https://chrome.google.com/webstore/detail/abc', 'store'],
    ['https://addons.mozilla.org/en-US/firefox/', 'store'],
    ['https://microsoftedge.microsoft.com/addons/', 'store'],
    ['https://chrome.google.com/', undefined],
    ['https://support.mozilla.org/', undefined],
    ['https://my-addons.mozilla.org/', undefined],
    ['https://addons.mozilla.org.example.org/', undefined],
    ['https://example.org/https://chrome.google.com/webstore', undefined],
  ])('%s: %s', (address, why) => {
    expect(unreadable(address, false)).toBe(why);
    expect(unreadable(address, true)).toBe(why);
  });

  test.each<[address: string, allowed: boolean, why: Unreadable | undefined]>([
    ['file:///home/reader/letter.html', false, 'file'],
    ['file:///home/reader/letter.html', true, undefined],
    ['file:///home/reader/letter.pdf', false, 'file'],
    ['file:///home/reader/letter.pdf', true, 'pdf'],
  ])('%s, files allowed: %s', (address, allowed, why) => {
    expect(unreadable(address, allowed)).toBe(why);
  });
});

describe('a page and its frames together', () => {
  const open = (...words: [id: string, ...marks: number[]][]): DocumentStatus => ({
    kind: 'open',
    words: words.map(([id, ...marks]) => ({ ids: [id], marks })),
    more: false,
  });
  const MORE: DocumentStatus = { kind: 'open', words: [], more: true };
  const CLOSED: DocumentStatus = { kind: 'closed', found: 0 };
  const READING: DocumentStatus = { kind: 'reading' };

  test('words of the page come first, each once, with all its places', () => {
    const { status, words } = mergeStatuses(
      new Map([
        [0, open(['edema', 1, 3], ['mri', 2])],
        [7, open(['gout', 1], ['edema', 2])],
      ]),
    );
    expect(status.kind).toBe('open');
    expect(words).toEqual([
      {
        ids: ['edema'],
        spots: [
          { frame: 0, mark: 1 },
          { frame: 0, mark: 3 },
          { frame: 7, mark: 2 },
        ],
      },
      { ids: ['mri'], spots: [{ frame: 0, mark: 2 }] },
      { ids: ['gout'], spots: [{ frame: 7, mark: 1 }] },
    ]);
  });

  test.each<[name: string, page: DocumentStatus, frame: DocumentStatus, kind: DocumentStatus['kind']]>([
    ['a frame about health in a page that is not', CLOSED, open(['gout', 1]), 'open'],
    ['a page about health with a frame that is not', open(['gout', 1]), CLOSED, 'open'],
    ['both about something else', CLOSED, { kind: 'foreign' }, 'closed'],
    ['a page still being read', READING, CLOSED, 'reading'],
    ['a frame still being read, in a page that is not about health', CLOSED, READING, 'reading'],
    ['a frame still being read, in a page that is not English', { kind: 'foreign' }, READING, 'reading'],
    ['a page about health with a frame still being read', open(), READING, 'open'],
    ['a page that is off', { kind: 'off' }, { kind: 'off' }, 'off'],
  ])('%s', (_name, page, frame, kind) => {
    const statuses = new Map([
      [0, page],
      [3, frame],
    ]);
    expect(mergeStatuses(statuses).status.kind).toBe(kind);
  });

  test.each<[name: string, page: DocumentStatus, frame: DocumentStatus, more: boolean]>([
    ['both are', open(), open(), false],
    ['the page is not', MORE, open(), true],
    ['the frame is not', open(), MORE, true],
    ['the frame is not, in a page about something else', CLOSED, MORE, true],
    ['it is not known yet what the frame is about', open(), READING, true],
    ['it is not known yet what the page is about', READING, open(), true],
    ['all that is about health is', open(), CLOSED, false],
  ])('whether all is read: %s', (_name, page, frame, more) => {
    const statuses = new Map([
      [0, page],
      [3, frame],
    ]);
    expect(mergeStatuses(statuses).status).toMatchObject({ kind: 'open', more });
  });

  test('nothing at all', () => {
    expect(mergeStatuses(new Map())).toEqual({ status: { kind: 'off' }, words: [] });
  });
});

describe('asked again', () => {
  const word = (key: string, mark = 1): PopupWord => ({ ...EDEMA, key, spots: [{ frame: 0, mark }] });
  const words = (more: boolean, ...list: PopupWord[]): PopupState => ({ kind: 'words', words: list, more });

  test.each<[state: PopupState, unfinished: boolean]>([
    [{ kind: 'loading' }, true],
    [words(true, EDEMA), true],
    [words(false, EDEMA), false],
    [{ kind: 'no-words' }, false],
    [{ kind: 'not-started' }, false],
  ])('%o: %s', (state, unfinished) => {
    expect(isUnfinished(state)).toBe(unfinished);
  });

  test('what is listed keeps its place, what is new comes after it, what has gone goes', () => {
    const shown = words(true, word('mri'), word('edema'), word('gout'));
    const next = words(false, word('biopsy', 1), word('gout', 2), word('mri', 3), word('ache', 4));
    expect(inOrderOf(shown, next)).toEqual(
      words(false, word('mri', 3), word('gout', 2), word('biopsy', 1), word('ache', 4)),
    );
  });

  test('two words with the same label are two', () => {
    const both = words(false, word('aspiration-of-fluid'), word('aspiration-into-the-lungs'));
    expect(inOrderOf(words(true, word('aspiration-into-the-lungs')), both)).toEqual(
      words(false, word('aspiration-into-the-lungs'), word('aspiration-of-fluid')),
    );
  });

  test.each<[name: string, shown: PopupState, next: PopupState]>([
    ['the first words', { kind: 'loading' }, words(true, word('mri'), word('edema'))],
    ['no words any more', words(false, word('mri')), { kind: 'off' }],
  ])('%s are shown as they are', (_name, shown, next) => {
    expect(inOrderOf(shown, next)).toEqual(next);
  });
});
