// The addresses of the searches: the term alone goes into them, and comes out as it was.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { READING_SITES, type ReadingSite, searchAddress } from '../../src/glossary/read-on.ts';

const MEDLINEPLUS =
  'https://vsearch.nlm.nih.gov/vivisimo/cgi-bin/query-meta?v%3Aproject=medlineplus&v%3Asources=medlineplus-bundle&query=';
const NHS = 'https://www.nhs.uk/search/results?q=';

const PARAMETERS: Readonly<Record<ReadingSite, string>> = { medlineplus: 'query', nhs: 'q' };

test.each<[term: string, asked: string]>([
  ['gastritis', 'gastritis'],
  ['bone marrow edema', 'bone+marrow+edema'],
  ["Crohn's disease", 'Crohn%27s+disease'],
  ['Ménière’s disease', 'M%C3%A9ni%C3%A8re%E2%80%99s+disease'],
  ['β-blocker', '%CE%B2-blocker'],
  ['T4 & T3 + TSH = #1?', 'T4+%26+T3+%2B+TSH+%3D+%231%3F'],
  ['q=x&v:project=other', 'q%3Dx%26v%3Aproject%3Dother'],
  ['../../../x', '..%2F..%2F..%2Fx'],
  ['', ''],
])('%j', (term, asked) => {
  expect(searchAddress('medlineplus', term)).toBe(MEDLINEPLUS + asked);
  expect(searchAddress('nhs', term)).toBe(NHS + asked);
});

describe.each(READING_SITES)('$name', ({ site }) => {
  test('any term comes out as it went in, and nothing else of the address depends on it', () => {
    const parameter = PARAMETERS[site];
    const emptied = (address: string): string => {
      const url = new URL(address);
      url.searchParams.set(parameter, '');
      return url.href;
    };
    const terms = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(terms, (term) => {
        const address = searchAddress(site, term);
        expect(new URL(address).searchParams.getAll(parameter)).toEqual([term.toWellFormed()]);
        expect(emptied(address)).toBe(searchAddress(site, ''));
        expect(new URL(address).hash).toBe('');
      }),
    );
  });
});
