// Abbreviations that a page explains itself: what they stand for there, and where they stand for something else.
import { describe, expect, test } from 'vitest';
import { decideSenses } from '../../src/matching/context.ts';
import { Definitions } from '../../src/matching/definitions.ts';
import { type Form, openIndex, packIndex } from '../../src/matching/index.ts';
import { findCandidates } from '../../src/matching/match.ts';

const abbreviation = (text: string, id: string, cues?: string[]): Form => ({
  text,
  id,
  exact: text,
  small: true,
  ...(cues && { cues, related: [] }),
});
const INDEX = openIndex(
  packIndex([
    { text: 'supraventricular tachycardia', id: 'fast-heart' },
    { text: 'C-reactive protein', id: 'crp' },
    { text: 'range of motion', id: 'motion' },
    { text: 'vein thrombosis', id: 'clot' },
    abbreviation('SVT', 'fast-heart', ['heart']),
    abbreviation('SVTs', 'fast-heart', ['heart']),
    abbreviation('CRP', 'crp'),
    abbreviation('ROM', 'motion', ['joint']),
    abbreviation('RA', 'arthritis', ['joint']),
    abbreviation('RA', 'atrium', ['valve']),
    { text: 'right atrium', id: 'atrium' },
  ]),
);

/** What is marked in blocks of one page, that are learned from first to last. */
function marked(...blocks: string[]): string[] {
  const definitions = new Definitions(INDEX);
  return blocks.flatMap((text) => {
    const candidates = findCandidates(INDEX, text);
    definitions.learn(text, candidates);
    return decideSenses(definitions.apply(text, candidates), text).map(
      ({ start, end, ids }) => `${text.slice(start, end)}=${ids.join('+')}`,
    );
  });
}

describe('an abbreviation that the page explains', () => {
  test.each<[name: string, blocks: string[], marked: string[]]>([
    ['nothing is explained', ['an SVT', 'heart: SVT'], ['SVT=fast-heart']],
    [
      'as the entry does',
      ['supraventricular tachycardia (SVT)', 'an SVT, two SVTs, one svt.'],
      [
        'supraventricular tachycardia=fast-heart',
        'SVT=fast-heart',
        'SVT=fast-heart',
        'SVTs=fast-heart',
        'svt=fast-heart',
      ],
    ],
    [
      'as something else',
      ['A superficial vein thrombosis (SVT) hurts.', 'heart: an SVT, two SVTs'],
      ['vein thrombosis=clot'],
    ],
    [
      'the other way round',
      ['an SVT (superficial vein thrombosis) here', 'heart: SVT'],
      ['vein thrombosis=clot'],
    ],
    [
      'with small words left out',
      ['the range of motion (ROM)', 'a ROM'],
      ['range of motion=motion', 'ROM=motion', 'ROM=motion'],
    ],
    ['with a hyphen', ['C-reactive protein (CRP)'], ['C-reactive protein=crp', 'CRP=crp']],
    [
      'one of two senses',
      ['the right atrium (RA)', 'joint: RA'],
      ['right atrium=atrium', 'RA=atrium', 'RA=atrium'],
    ],
    ['letters inside a word', ['superior venothermia (SVT)', 'heart: SVT'], []],
    ['a single word', ['severtion (SVT) of the heart'], ['SVT=fast-heart']],
    [
      'other words in the brackets',
      ['heart: SVT (see below)', 'heart: SVT'],
      ['SVT=fast-heart', 'SVT=fast-heart'],
    ],
    ['other initials before', ['of the heart (SVT)', 'heart: SVT'], ['SVT=fast-heart', 'SVT=fast-heart']],
    [
      'the words in another sentence',
      ['Superficial. Vein thrombosis (SVT) of the heart'],
      ['Vein thrombosis=clot', 'SVT=fast-heart'],
    ],
    [
      'explained behind',
      ['heart: SVT', 'a superficial vein thrombosis (SVT)'],
      ['SVT=fast-heart', 'vein thrombosis=clot'],
    ],
  ])('%s', (_, blocks, expected) => {
    expect(marked(...blocks)).toEqual(expected);
  });
});
