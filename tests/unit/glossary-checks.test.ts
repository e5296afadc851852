// The checks of what entries say: a good glossary passes, and each fault planted in it is told, with the entry it stands in.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonOpenings } from '../../src/glossary/checks/distinct.ts';
import { explainedBy } from '../../src/glossary/checks/explained.ts';
import { familiarWith } from '../../src/glossary/checks/familiar.ts';
import { readingGrade } from '../../src/glossary/checks/grade.ts';
import { type Beside, checkTexts } from '../../src/glossary/checks/texts.ts';
import { medianGrade } from '../../src/glossary/checks/wording.ts';
import { sentencesIn, wordsIn } from '../../src/glossary/checks/words.ts';
import { describeProblem, readGlossary } from '../../src/glossary/compile.ts';
import type { PlacedEntry } from '../../src/glossary/entry.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Three good entries: a bone, a joint that leans on nothing, and a swelling. */
const GOOD: Readonly<Record<string, Fields>> = {
  femur: {
    kind: 'body-part',
    short: 'The long, strong bone that runs from the hip down to the knee.',
    more: 'It carries most of the weight when we stand or walk. At its top sits a round ball that turns in the hip. A bad fall can break it, and then it takes months to heal.',
  },
  synovium: {
    kind: 'body-part',
    short: 'The thin skin inside a joint that makes a slippery fluid for it.',
    more: 'The fluid feeds the smooth ends of the bones and lets them glide. In some illnesses the skin grows thick and warm. The joint then swells up and is stiff in the morning.',
    also: ['synovial membrane'],
  },
  edema: {
    kind: 'symptom',
    short: 'Swelling that comes from too much water in some part of the body.',
    more: 'Press a finger on a swollen leg and the mark may stay for a while. It can come from standing all day, from a weak heart or from a medicine. Often the feet swell first.',
  },
};

const BESIDE: Beside = { familiar: { file: 'glossary/familiar.txt', text: '' } };

const entriesWith = (changes: Readonly<Record<string, Fields>>): readonly PlacedEntry[] => {
  const terms = [...new Set([...Object.keys(GOOD), ...Object.keys(changes)])];
  const list = terms.map((term) => ({ term, ...GOOD[term], ...changes[term] }));
  const text = list.map((entry) => `- ${JSON.stringify(entry)}\n`).join('');
  const { entries, problems } = readGlossary([{ file: 'glossary/en/bones.yaml', text }]);
  expect(problems.map(describeProblem)).toEqual([]);
  return entries;
};

const told = (changes: Readonly<Record<string, Fields>>, beside: Partial<Beside> = {}): string[] =>
  checkTexts(entriesWith(changes), { ...BESIDE, ...beside }).map(describeProblem);

const more = (start: string): string =>
  `${start} ${GOOD.femur?.more}`.replace(/ A bad fall.*/, ' A bad fall can break it.');

describe('a good glossary', () => {
  test('passes', () => {
    expect(told({})).toEqual([]);
  });

  test('no check throws, whatever is written', () => {
    const word = fc.constantFrom(
      'bone',
      'edema',
      'L4',
      "Paget's",
      '3.5',
      '-',
      '“oh”',
      '…',
      'naïve',
      '?',
      '.',
    );
    const text = (least: number) =>
      fc.array(word, { minLength: least, maxLength: 22 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text(7), text(22), (short, rest) => {
        const odd = {
          kind: 'symptom',
          short: `${short} a.`,
          more: `${rest} eight more words make it long enough now.`,
        };
        const { entries } = readGlossary([
          { file: 'x.yaml', text: `- ${JSON.stringify({ term: 'odd', ...odd })}\n` },
        ]);
        for (const { reason } of checkTexts(entries, BESIDE)) expect(reason).not.toBe('');
      }),
      { numRuns: 50 },
    );
  });
});

describe('a planted fault is told', () => {
  const at = (line: number, entry: string, reason: RegExp | string) =>
    expect.stringMatching(
      new RegExp(
        `^glossary/en/bones\\.yaml:${line} ${entry}: .*${typeof reason === 'string' ? reason : reason.source}`,
      ),
    );

  test.each<[fault: string, changes: Record<string, Fields>, line: number, entry: string, reason: RegExp]>([
    [
      'a word nobody explains',
      { femur: { more: more('Its condyle is wide.') } },
      1,
      'femur',
      /"condyle" is neither plain English nor explained/,
    ],
    [
      'jargon that films speak of',
      { femur: { more: more('It has a respiratory side.') } },
      1,
      'femur',
      /"respiratory" is neither/,
    ],
    [
      'an open word in a mixup',
      { edema: { mixup: { femur: 'that is an osseous thing' } } },
      3,
      'edema',
      /"osseous" is neither/,
    ],
    [
      'two hard words in the first sentence',
      {
        femur: { short: 'The long bone that shows an osteophyte when the synovium of the knee is ill.' },
        osteophyte: {
          ...GOOD.edema,
          short: 'A small point of new growth at the edge of a worn part.',
          more: 'It comes with the years and with wear. Most people never feel it at all. One that pushes on a nerve can hurt, and then it may be cut off so that the nerve has room.',
        },
      },
      1,
      'femur',
      /"short" holds 2 hard words \(osteophyte, synovium\)/,
    ],
    [
      'the term in its own sentence',
      { femur: { short: 'The femur is the long bone from the hip to the knee.' } },
      1,
      'femur',
      /"short" holds the name it explains, "femur"/,
    ],
    [
      'another hard name of it',
      { synovium: { short: 'A synovial membrane is the thin skin inside a joint.' } },
      2,
      'synovium',
      /"short" holds the name it explains, "synovial membrane"/,
    ],
    [
      'the stem of the term',
      { synovium: { short: 'The synovial skin inside a joint that makes a slippery fluid for it.' } },
      2,
      'synovium',
      /"short" leans on its own word: "synovial"/,
    ],
    [
      'the end of the term',
      {
        lymphedema: {
          kind: 'symptom',
          short: 'A kind of edema that comes when body water cannot drain away.',
          more: more('Arms may feel full.'),
        },
      },
      4,
      'lymphedema',
      /leans on its own word: "edema"/,
    ],
    [
      'a shared sentence',
      { edema: { more: more('It swells.') } },
      3,
      'edema',
      /shares the sentence "it carries most.*" with "femur"/,
    ],
    [
      'first sentences that differ in names',
      {
        femur: { short: 'A part of the body that may show edema after a bad fall.' },
        synovium: { short: 'A part of the body that may show femurs after a bad fall.' },
      },
      2,
      'synovium',
      /"short" differs from that of "femur" in nothing but names/,
    ],
    [
      'British spelling',
      { femur: { more: more('Its colour is white.') } },
      1,
      'femur',
      /"colour" is British: "color"/,
    ],
    [
      'British spelling in the term',
      { tumour: { ...GOOD.edema, short: 'A lump of cells that grow where they should not.' } },
      4,
      'tumour',
      /"tumour" is British: "tumor"/,
    ],
    [
      'two sentences in front',
      { femur: { short: 'The long bone of the leg. It runs from hip to knee.' } },
      1,
      'femur',
      /"short" must be one sentence/,
    ],
    [
      'five sentences after it',
      { femur: { more: more('It is long. It is strong.') } },
      1,
      'femur',
      /"more" has 5 sentences: 2 to 4/,
    ],
    ['advice', { femur: { more: more('You should rest it.') } }, 1, 'femur', /"You should" advises/],
    ['a dose', { femur: { more: more('Take 20 mg now.') } }, 1, 'femur', /"20 mg" advises/],
    [
      'hard to read',
      {
        femur: {
          more: `${'Extraordinarily complicated considerations, understandably, '.repeat(7)}end it all. It heals.`,
        },
      },
      1,
      'femur',
      /reading grade \d+\.\d: 8 at most/,
    ],
    ['a word part that is not known', { femur: { parts: ['femor'] } }, 1, 'femur', /"parts" names "femor"/],
    ['a place that is not known', { femur: { where: 'thigh' } }, 1, 'femur', /"where" names "thigh"/],
  ])('%s', (_fault, changes, line, entry, reason) => {
    expect(told(changes)).toContainEqual(at(line, entry, reason));
  });

  test('most entries are too hard, though none is by far', () => {
    const hard = {
      more: `${'Understandably, in the beginning of every difficult summer, many families remember the mountain. '.repeat(3)}`.trim(),
    };
    const entries = entriesWith({ femur: hard, synovium: hard, edema: hard });
    const median = medianGrade(entries, explainedBy(entries));
    expect(median).toBeGreaterThan(6.5);
    expect(checkTexts(entries, BESIDE).map(describeProblem)).toContain(
      `glossary/en:1 (all): half of the entries are above reading grade ${median.toFixed(1)}: 6.5 at most`,
    );
  });
});

describe('what is no fault', () => {
  test.each<[what: string, changes: Record<string, Fields>]>([
    [
      'a plain name of it',
      {
        femur: {
          also: ['thigh bone'],
          short: 'The thigh bone, long and strong, from the hip down to the knee.',
        },
      },
    ],
    [
      'a word of a longer term that has an entry',
      {
        'femoral edema': {
          kind: 'symptom',
          short: 'A kind of edema in the long bone above the knee.',
          more: 'The bone holds too much water and hurts when one walks or stands. A scan can show it as a bright cloud. Rest and time bring it down in most people who have it.',
        },
      },
    ],
    [
      'the disc of the spine',
      {
        disc: {
          ...GOOD.edema,
          short: 'The cushion that lies between two bones of the back.',
          more: 'It has a tough ring and a soft heart. Each lets the back bend a little and turn. With the years some of them dry out and grow flat and stiff as old rubber, which hurts few people.',
        },
      },
    ],
    [
      'a brand name of a medicine, its group, and a second word that everyone has heard of',
      {
        femastatin: {
          kind: 'medicine',
          also: ['Xyzal'],
          short: 'A statin, sold as Xyzal, that makes the body take up less insulin.',
          more: 'It is swallowed once a day at any hour. Some people who take it feel sore in the arms and legs. Blood tests show after a few weeks how much it has done.',
        },
        statin: {
          kind: 'medicine',
          short: 'One of a group of pills that keep the blood clear of fat.',
          more: 'They slow the making of fat where most of it is made. Many people with a sick heart take one every day for years. They came from a mold that grows on rice.',
        },
        insulin: {
          kind: 'substance',
          short: 'A messenger in the blood that lets sugar into the cells of the body.',
          more: 'Without it sugar stays in the blood and the body starves in the midst of plenty. People whose body makes none take it under the skin each day. It was found a century ago.',
        },
      },
    ],
    [
      'the one sentence that may stand anywhere',
      {
        femur: { more: more('This needs emergency care.') },
        synovium: { more: `${GOOD.synovium?.more} This needs emergency care.` },
      },
    ],
    [
      'a word of a quiet entry',
      {
        osseous: {
          kind: 'description',
          quiet: true,
          short: 'Made of the same hard stuff that holds the body up.',
          more: 'It is said of parts that feel hard to the touch and show white on a film. Doctors use it in what they write for each other. It is no illness at all.',
        },
        femur: { more: more('It is osseous.') },
      },
    ],
  ])('%s', (_what, changes) => {
    expect(told(changes)).toEqual([]);
  });

  test.each([
    ['a list', '- id: femor\n- id: thigh'],
    ['a map', 'femor: bone\nthigh: {name: Thigh}'],
  ])('parts and places that are known, in %s', (_shape, text) => {
    const file = { file: 'glossary/parts.yaml', text };
    expect(told({ femur: { parts: ['femor'], where: 'thigh' } }, { parts: file, places: file })).toEqual([]);
  });
});

describe('the own list of plain words', () => {
  const own = (...words: string[]) => ({
    familiar: { file: 'glossary/familiar.txt', text: words.join('\n') },
  });
  const brisk = { femur: { more: more('It is not brisk, nor does it seep.') } };

  test('makes words and their inflections plain', () => {
    expect(told(brisk, own('brisk', 'seep'))).toEqual([]);
    expect(told({ femur: { more: more('It seeped.') } }, own('seep'))).toEqual([]);
    expect(told(brisk)).toHaveLength(2);
  });

  test.each<[fault: string, words: string[], line: number, reason: string]>([
    ['plain anyway', ['brisk', 'hand', 'seep'], 2, 'hand: is plain without this list'],
    ['used by no entry', ['brisk', 'seep', 'sparse'], 3, 'sparse: is used by no entry'],
    [
      'explained by an entry',
      ['brisk', 'edema', 'seep'],
      2,
      'edema: is explained by an entry, so it is not plain',
    ],
    ['out of order', ['seep', 'brisk'], 2, 'brisk: must not stand after "seep"'],
    ['twice', ['brisk', 'seep', 'seep'], 3, 'seep: must not stand after "seep"'],
    ['two words', ['brisk', 'in vain', 'seep'], 2, 'in vain: must be one word in small letters'],
  ])('%s', (_fault, words, line, reason) => {
    expect(told(brisk, own(...words))).toEqual([`glossary/familiar.txt:${line} ${reason}`]);
  });
});

describe('plain words', () => {
  const familiar = familiarWith([]);
  test.each([
    'bone',
    'Bones',
    "doctor's",
    'stopped',
    'carries',
    'knives',
    'gently',
    'happiest',
    'lying',
    'thinness',
    'simply',
    'untreated',
    'watery',
    'greenish',
    'breathlessness',
  ])('%s is plain', (word) => expect(familiar(word)).toBe(true));
  test.each(['osteoblast', 'cardiac', 'acutely', 'arteries', 'ischemic', 'dimer', 'palsy', 'ovary', 'xyz'])(
    '%s is not',
    (word) => expect(familiar(word)).toBe(false),
  );
});

describe('words and sentences', () => {
  test.each<[text: string, words: string[]]>([
    ['Paget’s L4 x-ray, 20 naïve.', ["Paget's", 'x', 'ray', 'naïve']],
    ['well-known C1-C7 and/or', ['well', 'known', 'and', 'or']],
    ['', []],
  ])('%j', (text, words) => expect(wordsIn(text).map((word) => word.text)).toEqual(words));

  test.each<[text: string, count: number]>([
    ['One. Two? “Three!” 4 more.', 4],
    ['About 3.5 times, e.g. here, of 2.', 1],
    ['', 0],
  ])('%j has %i sentences', (text, count) => expect(sentencesIn(text)).toHaveLength(count));
});

describe('the reading grade', () => {
  const explained = explainedBy(entriesWith({}));
  test('is that of the formula', () => {
    // 6 words, 1 sentence, 6 syllables.
    expect(readingGrade('The cat sat on the mat.', explained)).toBeCloseTo(0.39 * 6 + 11.8 - 15.59);
  });
  test('counts an explained word as two syllables at most', () => {
    // "synovium" has four by itself.
    expect(readingGrade('The synovium swells.', explained)).toBeCloseTo(0.39 * 3 + 11.8 * (4 / 3) - 15.59);
    expect(readingGrade('The ammonium swells.', explained)).toBeGreaterThan(
      readingGrade('The synovium swells.', explained),
    );
  });
  test('of nothing is 0', () => expect(readingGrade('', explained)).toBe(0));
});

test('the commonest openings come first', () => {
  const entries = entriesWith({
    edema: { short: 'The long, strong swelling that water leaves in a leg or an arm.' },
  });
  expect(commonOpenings(entries, 2)).toEqual([
    ['The long strong', 2],
    ['The thin skin', 1],
  ]);
});
