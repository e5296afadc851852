// The measure itself: does it count right on passages made up for it, does it say what is wrong in a file, and is the corpus what it claims to be?
import { describe, expect, test } from 'vitest';
import { readGlossary } from '../../src/glossary/compile.ts';
import { type Form, openIndex, packIndex } from '../../src/matching/index.ts';
import { corpusSources, type PassageKind, readBraces, readPassages } from '../../tools/accuracy-corpus.ts';
import { measure } from '../../tools/accuracy-counts.ts';
import { describeAccuracy } from '../../tools/accuracy-report.ts';
import { readSources } from '../../tools/glossary-files.ts';

const FORMS: readonly Form[] = [
  { text: 'alphitis', id: 'alphitis', clinical: true },
  { text: 'betitis', id: 'betitis', clinical: true },
  { text: 'deltoid', id: 'deltoid' },
  { text: 'cast', id: 'cast', cues: ['plaster'] },
];
const INDEX = openIndex(packIndex(FORMS));
const IDS = new Set(FORMS.map(({ id }) => id));

/** Reads one file of passages, which must be without fault. */
function passagesOf(text: string) {
  const { passages, problems } = readPassages([{ file: 'made-up.yaml', text }], IDS);
  expect(problems).toEqual([]);
  return passages;
}

const THREE = `
- id: pairs
  kind: forum
  lang: en-GB
  text: |
    The {alphitis} and the {betitis|betitis} of a patient.

    The {deltoid band} and the {cast} hang, not the deltoid.
- id: too-little
  kind: letter
  text: This is {alphitis}.
- id: a-novel
  kind: everyday
  lang: en
  text: The alphitis and the betitis of a doctor were the talk of the town.
`;

describe('counting', () => {
  test('three passages', () => {
    const accuracy = measure(INDEX, passagesOf(THREE));
    expect(accuracy.kinds).toEqual({
      forum: { passages: 1, expected: 4, found: 4, right: 2, precision: 0.5, recall: 0.5 },
      letter: { passages: 1, expected: 1, found: 0, right: 0, precision: null, recall: 0 },
      everyday: { passages: 1, expected: 0, found: 2, right: 0, precision: 0, recall: null },
    });
    expect(accuracy.all).toEqual({
      passages: 3,
      expected: 5,
      found: 6,
      right: 2,
      precision: 0.3333,
      recall: 0.4,
    });
    expect(accuracy.wrongVerdicts).toEqual([
      { passage: 'too-little', kind: 'letter', medical: false },
      { passage: 'a-novel', kind: 'everyday', medical: true },
    ]);
    expect(accuracy.marksWhereNone).toBe(2);
  });

  test('every miss and every false mark is told with its words, its place and why', () => {
    const { misses, falseMarks } = measure(INDEX, passagesOf(THREE));
    expect(misses).toEqual([
      {
        passage: 'pairs',
        kind: 'forum',
        words: 'deltoid band',
        before: 'he betitis of a patient. The ',
        after: ' and the cast hang, not the de',
        why: 'marked "deltoid" as deltoid',
      },
      expect.objectContaining({ words: 'cast', why: 'left out by its company: "cast" as cast' }),
      expect.objectContaining({ passage: 'too-little', words: 'alphitis', why: 'the gate is closed' }),
    ]);
    expect(falseMarks.map(({ passage, words, why }) => [passage, words, why])).toEqual([
      ['pairs', 'deltoid', 'deltoid'],
      ['pairs', 'deltoid', 'deltoid'],
      ['a-novel', 'alphitis', 'alphitis'],
      ['a-novel', 'betitis', 'betitis'],
    ]);
  });

  test.each<[name: string, head: string, text: string, right: number, misses: string[], falseMarks: number]>([
    ['all right', '', 'The {alphitis} and {betitis} of a patient.', 2, [], 0],
    [
      'another entry is meant',
      '',
      'The {alphitis|cast} and {betitis}.',
      1,
      ['marked "alphitis" as alphitis'],
      1,
    ],
    [
      'a slip in the word',
      '',
      'My {alfitis} is {betitis}.',
      0,
      ['the gate is closed', 'the gate is closed'],
      0,
    ],
    ['no form', '', 'The {alphitis}, {betitis} and {gammitis}.', 2, ['no form of the glossary'], 0],
    ['a plaster cast', '', 'The {alphitis}, the {betitis} and a plaster {cast}.', 3, [], 0],
    [
      'another language is declared',
      'lang: de',
      'The {alphitis} and betitis of a patient.',
      0,
      ['the page declares another language'],
      0,
    ],
    ['English is declared', 'lang: EN-us', 'The {alphitis} and {betitis} of a patient.', 2, [], 0],
    [
      'a block in another language',
      '',
      'The {alphitis} and the {betitis} of a patient, and of the doctor, are the talk of the town.\n\n    Die {betitis} ist nicht die Folge von dem, was der Arzt verordnet.',
      2,
      ['the block does not read as English'],
      0,
    ],
  ])('%s', (_name, head, text, right, misses, falseMarks) => {
    const accuracy = measure(
      INDEX,
      passagesOf(`- id: one\n  kind: article\n  ${head}\n  text: |\n    ${text}\n`),
    );
    expect(accuracy.all.right).toBe(right);
    expect(accuracy.misses.map(({ why }) => why)).toEqual(misses);
    expect(accuracy.falseMarks).toHaveLength(falseMarks);
  });

  test('of two senses the first shown has to be right', () => {
    const twice = openIndex(
      packIndex([
        ...FORMS,
        ...['likely', 'rare'].map((id): Form => ({ text: 'gammitis', id, clinical: true })),
      ]),
    );
    const text = 'The alphitis and betitis of a patient: gammitis.';
    const place = { start: 39, end: 47 };
    const rightIf = (id: string): number =>
      measure(twice, [{ id: 'one', kind: 'article', text, expected: [{ ...place, id }] }]).all.right;
    expect([rightIf('likely'), rightIf('rare')]).toEqual([1, 0]);
  });

  test('the report for people', () => {
    const lines = describeAccuracy(measure(INDEX, passagesOf(THREE))).split('\n');
    expect(lines.map((line) => line.replace(/ {2,}/g, ' ').trim())).toEqual([
      'passages expected found right precision recall',
      'forum 1 4 4 2 0.5000 0.5000',
      'letter 1 1 0 0 - 0.0000',
      'everyday 1 0 2 0 0.0000 -',
      'all 3 5 6 2 0.3333 0.4000',
      '',
      '2 wrong verdicts of the gate',
      'too-little (letter): closed',
      'a-novel (everyday): open',
      '',
      '2 marks in everyday and foreign passages',
      '',
      '3 misses',
      'pairs: he betitis of a patient. The [deltoid band] and the cast hang, not the de (marked "deltoid" as deltoid)',
      'pairs: nt. The deltoid band and the [cast] hang, not the deltoid. (left out by its company: "cast" as cast)',
      'too-little: This is [alphitis]. (the gate is closed)',
      '',
      '4 false marks',
      'pairs: he betitis of a patient. The [deltoid] band and the cast hang, not t (deltoid)',
      'pairs: nd and the cast hang, not the [deltoid]. (deltoid)',
      'a-novel: The [alphitis] and the betitis of a doctor w (alphitis)',
      'a-novel: The alphitis and the [betitis] of a doctor were the talk of (betitis)',
    ]);
  });
});

describe('braces', () => {
  test('are taken out, and leave their places', () => {
    const { text, expected, problems } = readBraces('Her {bone marrow}, {MS|multiple-sclerosis}.');
    expect({ text, problems }).toEqual({ text: 'Her bone marrow, MS.', problems: [] });
    expect(expected.map(({ start, end, id }) => [text.slice(start, end), id])).toEqual([
      ['bone marrow', undefined],
      ['MS', 'multiple-sclerosis'],
    ]);
  });
});

describe('a fault in a file is told', () => {
  const good = '- id: x\n  kind: article\n  text: The {alphitis}.\n';
  test.each<[name: string, text: string, problem: string]>([
    ['no list', 'id: x', 'must be a list of passages'],
    ['no YAML', '- id: [x', 'Flow sequence'],
    ['no id', good.replace('id: x', 'name: x'), '(passage 1): "id"'],
    [
      'an id with spaces',
      good.replace('id: x', 'id: an x'),
      'an x: "id" must be lower-case words and hyphens',
    ],
    ['an unknown kind', good.replace('article', 'poem'), 'x: "kind"'],
    ['an unknown field', `${good}  language: en\n`, 'x: "language"'],
    ['no text', good.replace('The {alphitis}.', '" "'), 'x: "text" must not be empty'],
    [
      'a brace never closed',
      good.replace('}', ''),
      'x: a brace without its other half near "The {alphitis."',
    ],
    [
      'a brace never opened',
      good.replace('{', ''),
      'x: a brace without its other half near "The alphitis}."',
    ],
    ['braces in braces', good.replace('{', '{{'), 'x: a brace without its other half'],
    ['empty braces', good.replace('alphitis', ''), 'x: "{}" must be'],
    ['a space at the end', good.replace('}', ' }'), 'x: "{alphitis }" must be'],
    ['an empty id', good.replace('}', '|}'), 'x: "{alphitis|}" must be'],
    ['two ids', good.replace('}', '|cast|cast}'), 'x: "{alphitis|cast|cast}" must be'],
    ['an unknown entry', good.replace('}', '|zetitis}'), 'x: there is no entry "zetitis"'],
    [
      'an everyday passage with marks',
      good.replace('article', 'everyday'),
      'x: a passage of kind everyday has',
    ],
    ['a foreign passage with marks', good.replace('article', 'foreign'), 'x: a passage of kind foreign has'],
    ['the same id twice', good + good, 'x: another passage has the same id'],
  ])('%s', (_name, text, problem) => {
    const { problems } = readPassages([{ file: 'made-up.yaml', text }], IDS);
    expect(problems[0]).toContain('made-up.yaml');
    expect(problems[0]).toContain(problem);
  });

  test('and nothing else is', () => {
    expect(readPassages([{ file: 'made-up.yaml', text: good }], IDS).problems).toEqual([]);
  });
});

describe('the corpus', () => {
  const ids = new Set(readGlossary(readSources()).entries.map(({ id }) => id));
  const { passages, problems } = readPassages(corpusSources(), ids);

  test('is without fault', () => {
    expect(problems).toEqual([]);
  });

  test.each<[kind: PassageKind, least: number]>([
    ['forum', 26],
    ['article', 20],
    ['letter', 20],
    ['everyday', 64],
    ['foreign', 12],
  ])('%s: at least %i passages', (kind, least) => {
    expect(passages.filter((passage) => passage.kind === kind).length).toBeGreaterThanOrEqual(least);
  });

  test.each([
    ['german', 'de'],
    ['spanish', 'es'],
    ['french', 'fr'],
    ['italian', 'it'],
  ])('%s: with the right language declared, with English, and with none', (language, code) => {
    const declared = passages
      .filter(({ id, kind }) => kind === 'foreign' && id.startsWith(`${language}-`))
      .map(({ lang }) => lang?.slice(0, 2));
    expect(new Set(declared)).toEqual(new Set([code, 'en', undefined]));
  });
});
