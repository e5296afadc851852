// The matching semantics as tables: which texts give which matches.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formsOfAbbreviation, formsOfName } from '../../src/glossary/inflect.ts';
import { type Form, openIndex, packIndex } from '../../src/matching/index.ts';
import { findCandidates } from '../../src/matching/match.ts';

const plain = (...names: string[]): Form[] =>
  names.flatMap((name) => formsOfName(name).map((text) => ({ text, id: name.replaceAll(' ', '-') })));
const exact = (name: string): Form[] =>
  formsOfAbbreviation(name).map((text) => ({ text, id: name.toLowerCase(), exact: text }));

const found = (forms: readonly Form[], text: string): string[] =>
  findCandidates(openIndex(packIndex(forms)), text).map(({ start, end }) => text.slice(start, end));

const ENTRIES = [
  ...plain(
    'bone marrow',
    'bone marrow edema',
    'edema',
    'osteoporosis',
    'metastasis',
    'vertebra',
    'tumor',
    'x-ray',
  ),
  ...plain(
    "Crohn's disease",
    "Raynaud's phenomenon",
    'anemia',
    'hemorrhage',
    'fiber',
    'Sjögren syndrome',
    'beta-blocker',
    'vitamin B12',
  ),
  ...plain('range of motion', 'follow-up', 'fluid', 'biopsy', 'anticoagulant', 'carcinoma'),
  ...exact('MRI'),
  ...exact('AIDS'),
  ...exact('HbA1c'),
  ...exact('HLA-B27'),
];

describe('what is found', () => {
  test.each<[name: string, text: string, matches: string[]]>([
    ['the longest form wins', 'The bone marrow edema hurts.', ['bone marrow edema']],
    ['what is left of it matches alone', 'bone marrow, edema', ['bone marrow', 'edema']],
    ['whole words only', 'edemas, edematous, preedema, edema2', ['edemas']],
    ['next to punctuation', '(edema), "edema"; edema/tumor', ['edema', 'edema', 'edema', 'tumor']],
    ['a missing space after a full stop', 'osteoporosis.Edema', ['osteoporosis', 'Edema']],
    ['case is folded', 'OSTEOPOROSIS Osteoporosis', ['OSTEOPOROSIS', 'Osteoporosis']],
    ['plural', 'tumors and x-rays and biopsies', ['tumors', 'x-rays', 'biopsies']],
    ['plural before "of"', 'ranges of motion', ['ranges of motion']],
    ['Latin plural', 'metastases in vertebrae, carcinomata', ['metastases', 'vertebrae', 'carcinomata']],
    [
      'British spelling',
      'oedema, anaemia, haemorrhage, tumours, fibre',
      ['oedema', 'anaemia', 'haemorrhage', 'tumours', 'fibre'],
    ],
    [
      'names with and without s',
      'Crohn’s disease, Crohns disease, Crohn disease',
      ['Crohn’s disease', 'Crohns disease', 'Crohn disease'],
    ],
    ['the possessive of a form', 'the tumor’s edge', ['tumor']],
    ['hyphen, space, nothing', 'X-ray, x ray, xray, X‑ray', ['X-ray', 'x ray', 'xray', 'X‑ray']],
    ['a prefix parted', 'anti-coagulants', ['anti-coagulants']],
    [
      'accents, composed or not, or left out',
      'Sjögren syndrome, Sjo\u0308gren syndrome, Sjogren syndrome',
      ['Sjögren syndrome', 'Sjo\u0308gren syndrome', 'Sjogren syndrome'],
    ],
    ['Greek letters', 'β-blocker, beta blocker', ['β-blocker', 'beta blocker']],
    ['digits', 'vitamin B12, vitamin B1', ['vitamin B12']],
    [
      'soft hyphens and zero-width characters',
      'os\u00adteo\u00adpo\u00adro\u00adsis e\u200bdema',
      ['os\u00adteo\u00adpo\u00adro\u00adsis', 'e\u200bdema'],
    ],
    [
      'no-break spaces and line breaks',
      'bone\u00a0marrow, bone\n  marrow',
      ['bone\u00a0marrow', 'bone\n  marrow'],
    ],
    ['ligatures', 'ﬂuid, ﬁber', ['ﬂuid', 'ﬁber']],
    ['abbreviations by case', 'MRI, MRIs, M.R.I., mri, hba1c, HbA1c', ['MRI', 'MRIs', 'M.R.I', 'HbA1c']],
    [
      'abbreviations with a hyphen or a space',
      'HLA-B27, HLA B27, HLA‑B27, hla-b27',
      ['HLA-B27', 'HLA B27', 'HLA‑B27'],
    ],
    ['AIDS is not aids', 'He aids people with AIDS.', ['AIDS']],
    ['a dash with spaces is a wall', 'bone - marrow, bone — marrow', []],
    ['a comma is a wall', 'bone, marrow', []],
    [
      'nothing in addresses',
      'https://edema.org/bone-marrow www.tumor.com a.tumor@edema.org edema.pdf tumor.co.uk',
      [],
    ],
    ['nothing in handles and tags', '@edema #tumor', []],
    ['letters of any script make a word', 'edemaя яedema', []],
    ['nothing in nothing', '', []],
  ])('%s', (_name, text, matches) => {
    expect(found(ENTRIES, text)).toEqual(matches);
  });
});

describe('abbreviations in small letters', () => {
  const forms: Form[] = [
    { text: 'MRI', id: 'mri', exact: 'MRI', small: true },
    { text: 'MRIs', id: 'mri', exact: 'MRIs', small: true },
    { text: 'HbA1c', id: 'hba1c', exact: 'HbA1c', small: true },
    { text: 'AIDS', id: 'aids', exact: 'AIDS' },
    { text: 'US', id: 'ultrasound', exact: 'US' },
    { text: 'us', id: 'nobody' },
  ];
  test.each<[name: string, text: string, found: string[]]>([
    ['in a text in small letters', 'got my mri back', ['mri=mri small']],
    ['where one sentence begins so', 'I saw him. the mri is fine.', ['mri=mri small']],
    ['after a line break', 'Hello\nthe mri is fine', ['mri=mri small']],
    ['not in a text that is written with care', 'The mri of the town', []],
    ['a plural', 'two mris so far', ['mris=mri small']],
    ['with figures', 'my hba1c is up', ['hba1c=hba1c small']],
    ['in capitals it needs nothing', 'got my MRI back', ['MRI=mri']],
    ['neither small nor as it should be', 'got my Mri back', []],
    ['a word of its own', 'he aids us', ['us=nobody']],
  ])('%s: %s', (_name, text, matches) => {
    const candidates = findCandidates(openIndex(packIndex(forms)), text);
    expect(
      candidates.map(
        ({ start, end, senses, small }) =>
          `${text.slice(start, end)}=${senses.map(({ id }) => id).join('+')}${small ? ' small' : ''}`,
      ),
    ).toEqual(matches);
  });
});

test.each<[name: string, text: string, found: string[]]>([
  ['holds a form at its end', 'the cell phone', []],
  ['holds a form further on', 'an electric shock', []],
  ['beside the form itself', 'a cell in a cell phone', ['cell']],
  ['half of it', 'an electric cell', ['cell']],
  ['as far as a longer form goes', 'the cell phone disease', ['cell phone disease']],
  ['before a form of another entry', 'a low-dose CT', ['CT']],
  ['that starts with a form of another entry', 'the chest cavity', ['chest']],
  ['that ends inside a form of another entry', 'a low-dose CT scan', ['CT scan']],
  ['that ends inside another one', 'a low-dose CT cell phone dose', ['CT', 'dose']],
  ['that two entries list', 'a cast iron', []],
  ['that begins a longer one of another entry', 'a chest cavity CT', ['CT']],
  ['around a shorter one', 'an iron cell phone iron', []],
  ['as far as it goes', 'an electric shock and a shock', ['shock']],
])('a phrase in which an entry is not meant %s: %s', (_name, text, matches) => {
  const not = (id: string, ...phrases: string[]): Form[] =>
    phrases.map((phrase) => ({ text: phrase, id, not: true }));
  const forms = [
    ...plain(
      'cell',
      'shock',
      'cell phone disease',
      'dose',
      'CT',
      'CT scan',
      'chest',
      'cavity',
      'cast',
      'iron',
    ),
    ...not('cell', 'cell phone', 'CT cell'),
    ...not('shock', 'electric shock'),
    ...not('dose', 'low-dose CT'),
    ...not('cavity', 'chest cavity'),
    ...not('chest', 'chest cavity CT'),
    ...not('cast', 'cast iron'),
    ...not('iron', 'cast iron', 'iron cell phone iron'),
  ];
  expect(found(forms, text)).toEqual(matches);
});

describe('properties', () => {
  const names = fc.constantFrom('bone marrow', 'edema', 'MRI', 'tumor', 'x-ray', 'Sjögren syndrome');
  const noise = fc.string({ unit: 'grapheme', maxLength: 8 });
  const text = fc
    .array(fc.oneof(names, noise, fc.constantFrom(' ', '\u00ad', '\u0301', '🦴', '\n', '. ')), {
      maxLength: 20,
    })
    .map((parts) => parts.join(''));
  const index = openIndex(packIndex(ENTRIES));

  test('matches are in order, apart, not empty, inside the text', () => {
    fc.assert(
      fc.property(text, (sample) => {
        let last = 0;
        for (const { start, end } of findCandidates(index, sample)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(sample.length);
      }),
    );
  });

  test('what is sliced out reads as one of the forms', () => {
    const forms = new Set(ENTRIES.map((form) => fold(form.text)));
    fc.assert(
      fc.property(text, (sample) => {
        for (const { start, end } of findCandidates(index, sample))
          expect(forms).toContain(fold(sample.slice(start, end)));
      }),
    );
  });

  test('an unrelated entry changes no match of others', () => {
    const more = openIndex(packIndex([...ENTRIES, ...plain('zyzzyva')]));
    fc.assert(
      fc.property(text, (sample) => {
        expect(findCandidates(more, sample)).toEqual(findCandidates(index, sample));
      }),
    );
  });
});

/** Reads as the matcher reads, told another way: for comparison only. */
function fold(sample: string): string {
  return sample
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .toLowerCase()
    .replace(/β/g, 'beta')
    .replace(/[’ʼ]/g, "'")
    .replace(/[\s\u2010-\u2013-]+/g, ' ');
}
