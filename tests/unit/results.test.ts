// What the popup finds for a query on the page and in the glossary, and what it says of it.
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/glossary/finder.ts';
import type { PopupWord } from '../../src/panels/popup-state.ts';
import { resultsOf, type Summary } from '../../src/panels/results.ts';
import { EMPTY, reduce, type SearchEvent, type SearchState } from '../../src/panels/search-state.ts';

const after = (...events: SearchEvent[]): SearchState => events.reduce(reduce, EMPTY);
const typed = (query: string): SearchEvent => ({ type: 'typed', query });
const found = (query: string, ...findings: Finding[]): SearchEvent => ({ type: 'found', query, findings });
const finding = (term: string, kind: Finding['kind'] = 'exact'): Finding => ({
  ...{ id: term, term, name: term, kind, short: `What ${term} is.` },
});
const slug = (term: string): string => term.replace(/ /g, '-');
const word = (...terms: string[]): PopupWord => ({
  ...{ key: terms.map(slug).join(' '), terms, short: '', spots: [{ frame: 0, mark: 1 }] },
});

const PAGE = [
  word('fracture'),
  word('bone-marrow edema'),
  word('Sjögren'),
  word('cold', 'COPD'),
  word('MRI'),
];

describe('what is found', () => {
  test.each<[query: string, findings: Finding[], page: string[], glossary: string[]]>([
    ['', [], [], []],
    [' ', [], [], []],
    ['frac', [], ['fracture'], []],
    ['FRAC ', [], ['fracture'], []],
    // Not in the middle of a word: "ra" is no fracture.
    ['ra', [], [], []],
    ['edema', [finding('edema')], ['bone-marrow-edema'], ['edema']],
    ['bone marrow', [], ['bone-marrow-edema'], []],
    ['sjogren', [], ['Sjögren'], []],
    // One of its senses is asked for.
    ['copd', [finding('COPD')], ['cold COPD'], []],
    // By another name, or misspelled: what the search found stands on the page.
    ['magnetic', [finding('MRI')], ['MRI'], []],
    [
      'fraktur',
      [finding('fracture', 'misspelled'), finding('fraction', 'misspelled')],
      ['fracture'],
      ['fraction'],
    ],
    ['m', [finding('MRI'), finding('mole')], ['bone-marrow-edema', 'MRI'], ['mole']],
  ])('%j', (query, findings, page, glossary) => {
    const results = resultsOf(PAGE, after(typed(query), found(query, ...findings)));
    expect(results.page.map(({ key }) => key)).toEqual(page);
    expect(results.glossary.map(({ id }) => id)).toEqual(glossary);
  });

  test('at once on the page, and an older answer says nothing of it', () => {
    const { page, glossary } = resultsOf(
      PAGE,
      after(typed('magnetic'), found('magnetic', finding('MRI')), typed('frac')),
    );
    expect(page.map(({ key }) => key)).toEqual(['fracture']);
    expect(glossary.map(({ id }) => id)).toEqual(['MRI']);
  });
});

describe('what is said', () => {
  test.each<[query: string, findings: Finding[], said: Summary]>([
    ['edema', [finding('edema')], { kind: 'found', count: 2 }],
    ['gout', [finding('gout'), finding('gouty', 'misspelled')], { kind: 'found', count: 2 }],
    ['edemma ', [finding('oedema', 'misspelled')], { kind: 'guess', query: 'edemma' }],
    ['iskemia', [finding('ischemia', 'sounds-alike')], { kind: 'guess', query: 'iskemia' }],
    ['fraktur', [finding('fracture', 'misspelled')], { kind: 'guess', query: 'fraktur' }],
    // A word of the page is called so: no guess is needed.
    ['sjogren', [finding('sojourn', 'misspelled')], { kind: 'found', count: 2 }],
    ['frac', [], { kind: 'found', count: 1 }],
    ['qwertz', [], { kind: 'none', query: 'qwertz' }],
    ['qw', [], { kind: 'nothing' }],
  ])('%s', (query, findings, said) => {
    expect(resultsOf(PAGE, after(typed(query), found(query, ...findings))).summary).toEqual(said);
  });

  test('nothing, before there is an answer; and a failure', () => {
    expect(resultsOf(PAGE, EMPTY).summary).toEqual({ kind: 'nothing' });
    expect(resultsOf(PAGE, after(typed('edema'))).summary).toEqual({ kind: 'nothing' });
    expect(resultsOf(PAGE, after(typed('edema'), { type: 'failed' })).summary).toEqual({ kind: 'failed' });
  });
});
