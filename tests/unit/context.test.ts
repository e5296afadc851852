// Which of the words with several senses are meant medically, and why.
import { describe, expect, test } from 'vitest';
import { decideSenses, explainSenses, type Reason } from '../../src/matching/context.ts';
import { type Form, openIndex, packIndex } from '../../src/matching/index.ts';
import { findCandidates } from '../../src/matching/match.ts';

const FORMS: Form[] = [
  ...['alphitis', 'betitis', 'gammitis', 'deltoid'].map((text): Form => ({ text, id: text })),
  { text: 'cast', id: 'cast', cues: ['plaster', 'wrist'], related: ['deltoid'] },
  { text: 'drain', id: 'drain', cues: ['tube'] },
  { text: 'cold', id: 'cold', cues: ['sneeze'], related: ['betitis'], needsCue: true },
  { text: 'plate', id: 'plate', cues: ['screw'] },
  { text: 'stress test', id: 'stress-test', cues: ['treadmill'] },
  { text: 'MRI', id: 'mri', exact: 'MRI', small: true },
  {
    text: 'RA',
    id: 'rheumatoid-arthritis',
    exact: 'RA',
    small: true,
    cues: ['joint', 'methotrexate'],
    related: [],
  },
  { text: 'RA', id: 'right-atrium', exact: 'RA', cues: ['valve'], related: [] },
];
const INDEX = openIndex(packIndex(FORMS));

const meant = (text: string, around?: string): string[] =>
  decideSenses(findCandidates(INDEX, text), text, around)
    .map(({ start, end, ids }) => `${text.slice(start, end)}=${ids.join('+')}`)
    .filter((match) => !/^(?:alph|bet|gamm)itis|^deltoid/.test(match));

const words = (count: number): string => ' went'.repeat(count);

describe('a word with another sense', () => {
  test.each<[name: string, text: string, meant: string[]]>([
    ['nothing near', 'the cast of the film', []],
    ['a cue', 'the plaster cast', ['cast=cast']],
    ['a cue behind it', 'the cast is of plaster', ['cast=cast']],
    ['a plural of a cue', 'two plasters, one cast', ['cast=cast']],
    ['a cue 20 words away', `plaster${words(19)} cast`, ['cast=cast']],
    ['a cue 21 words away', `plaster${words(20)} cast`, []],
    ['a related term', 'the deltoid and the cast', ['cast=cast']],
    ['a term and a health word', 'the alphitis, the surgeon and the cast', ['cast=cast']],
    ['two terms', 'alphitis, betitis and the cast', ['cast=cast']],
    ['one term', 'alphitis of the cast', []],
    ['one term, twice', 'alphitis and alphitis of the cast', []],
    ['health words alone', 'the doctor, the nurse and the patient saw the cast', []],
    ['a health word, singular and plural, counts once', 'patient, patients: the cast', []],
    ['a term 20 words away', `alphitis surgeon${words(18)} cast`, ['cast=cast']],
    ['a term 21 words away', `alphitis${words(20)} cast, said the surgeon`, []],
    ['a phrase needs one term', 'a stress test for alphitis', ['stress test=stress-test']],
    ['a phrase with health words alone', 'the doctor had a stress test', []],
    ['an abbreviation needs two', 'alphitis with RA, said the surgeon', []],
    ['an abbreviation among two', 'alphitis, betitis, RA', ['RA=rheumatoid-arthritis+right-atrium']],
    ['the nearer cue decides', 'RA of the joint, not of the valve', ['RA=rheumatoid-arthritis']],
    ['equally near cues: both, likelier first', 'valve RA joint', ['RA=rheumatoid-arthritis+right-atrium']],
    ['a decided word is company', 'alphitis, a drain with a tube, a plate', ['drain=drain', 'plate=plate']],
    ['an abbreviation in small letters, nothing near', 'got my mri', []],
    ['in the company of a term and a health word', 'my mri, my alphitis, my doctor', ['mri=mri']],
    ['of a health word only', 'my mri, my doctor', []],
    ['beside a cue', 'ra in a joint', ['ra=rheumatoid-arthritis']],
    ['two small letters in company', 'my ra, my alphitis, my betitis, my doctor', []],
    ['an everyday word in company', 'alphitis, gammitis, the doctor is cold', []],
    ['an everyday word beside a cue', 'a sneeze, a cold', ['cold=cold']],
    ['an everyday word beside a related term', 'betitis from a cold', ['cold=cold']],
    ['undecided words do not vouch for each other', 'the cast, the drain and the plate', []],
    [
      'what was decided by a decided word is no company',
      `betitis, surgeon${words(16)} drain${words(16)} plate${words(16)} cast, surgeon`,
      ['drain=drain', 'plate=plate'],
    ],
  ])('%s: %s', (_name, text, matches) => {
    expect(meant(text)).toEqual(matches);
  });

  test('what stands before a short block speaks for it', () => {
    expect(meant('a cast', 'Plaster it is:')).toEqual(['cast=cast']);
    expect(meant('a cast', 'The film:')).toEqual([]);
  });

  test('thousands of words in one block', () => {
    const text = 'a plaster cast, alphitis and a drain of the deltoid. '.repeat(5000);
    expect(meant(text)).toHaveLength(10_000);
  });
});

test.each<[text: string, around: string, reasons: Reason[]]>([
  ['alphitis', '', [{ kind: 'sure' }]],
  ['plaster cast', '', [{ kind: 'cue', cue: 'plaster', away: 1 }]],
  ['deltoid cast', '', [{ kind: 'sure' }, { kind: 'related', id: 'deltoid' }]],
  ['alphitis cast, surgeons', '', [{ kind: 'sure' }, { kind: 'company', company: ['alphitis', 'surgeon'] }]],
  ['a cast', 'plasters', [{ kind: 'before', cue: 'plaster' }]],
  ['alphitis cast', '', [{ kind: 'sure' }, { kind: 'alone', company: ['alphitis'] }]],
  [
    'RA valve',
    '',
    [
      { kind: 'alone', company: [] },
      { kind: 'cue', cue: 'valve', away: 1 },
    ],
  ],
])('why: %s', (text, around, reasons) => {
  const decisions = explainSenses(findCandidates(INDEX, text), text, around);
  expect(decisions.flatMap((decision) => decision.reasons)).toEqual(reasons);
});
