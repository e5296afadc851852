// What the options page works out by itself: what is typed into a list of sites, the list of known words, and what the sample marks.
import { describe, expect, test } from 'vitest';
import { readGlossary } from '../../src/glossary/compile.ts';
import { isCommon } from '../../src/glossary/ordinary.ts';
import { know, knownWords, putBack, termsOf, typedSite, withSite } from '../../src/panels/options-state.ts';
import { FIRST_TRY, LETTER, markedIn } from '../../src/panels/sample-text.ts';
import { DEFAULTS, type Settings } from '../../src/settings/settings.ts';
import { readSources } from '../../tools/glossary-files.ts';

describe('a site that is typed', () => {
  test.each<[typed: string, made: object]>([
    ['', { kind: 'nothing' }],
    ['nhs', { kind: 'fault', fault: 'no-ending' }],
    ['a.org', { kind: 'listed', pattern: 'a.org' }],
    ['WWW.A.org/x', { kind: 'listed', pattern: 'a.org' }],
    ['b.org', { kind: 'site', pattern: 'b.org' }],
  ])('%j', (typed, made) => {
    expect(typedSite(typed, ['a.org'])).toEqual(made);
  });

  test('goes onto its list, in order, and its exception goes', () => {
    const before: Settings = { ...DEFAULTS, offSites: ['*.b.org', '!a.b.org'] };
    expect(withSite(before, 'offSites', 'a.b.org')).toEqual({ ...before, offSites: ['*.b.org', 'a.b.org'] });
    expect(withSite(before, 'onSites', 'a.org').offSites).toBe(before.offSites);
  });
});

describe('known words', () => {
  const terms = termsOf([
    ['edema', 'edema', 'oedema'],
    ['bone-marrow-edema', 'bone marrow edema'],
    ['mri', 'MRI'],
  ]);
  const known = ['mri', 'gone-word', 'edema', 'bone-marrow-edema'];
  test.each<[query: string, ids: string[]]>([
    ['', ['bone-marrow-edema', 'edema', 'gone-word', 'mri']],
    ['EDEMA', ['bone-marrow-edema', 'edema']],
    ['edema bone', ['bone-marrow-edema']],
    ['gone', ['gone-word']],
    ['x', []],
  ])('like %j', (query, ids) => {
    expect(knownWords(known, terms, query).map(({ id }) => id)).toEqual(ids);
  });

  test('are put back, and known again', () => {
    const before: Settings = { ...DEFAULTS, known };
    const after = putBack(before, ['mri', 'edema']);
    expect(after.known).toEqual(['gone-word', 'bone-marrow-edema']);
    expect(new Set(know(after, ['mri', 'edema', 'mri']).known)).toEqual(new Set(known));
    expect(know(after, ['mri', 'mri']).known).toHaveLength(3);
  });
});

describe('the sample', () => {
  const marked = (choice: Partial<Settings>): string =>
    markedIn(LETTER, { ...DEFAULTS, ...choice })
      .map((numbers, at) => [...numbers].map((number) => LETTER[at]?.pieces[number]?.text).join(' '))
      .join(' | ');
  test.each<[choice: Partial<Settings>, marks: string]>([
    [{}, 'MRI osteoporosis edema fever | edema fever biopsy'],
    [{ density: 'page' }, 'MRI osteoporosis edema fever | biopsy'],
    [{ density: 'all' }, 'MRI osteoporosis edema edema fever | edema fever biopsy'],
    [{ level: 'harder' }, 'MRI osteoporosis edema | edema'],
    [{ known: ['edema', 'biopsy'] }, 'MRI osteoporosis fever | fever'],
  ])('%j', (choice, marks) => {
    expect(marked(choice)).toBe(marks);
  });

  test('has words that the glossary has, each as common as it says', () => {
    const { entries } = readGlossary(readSources());
    for (const { id, text, common } of [...LETTER, ...FIRST_TRY].flatMap(({ pieces }) => pieces)) {
      if (id === undefined) continue;
      expect(entries.map((entry) => entry.id)).toContain(id);
      expect({ text, common: isCommon(text) }).toEqual({ text, common: common === true });
    }
  });
});
