// The glossary's compiler: what a good entry becomes, and how each kind of broken input is told to the person who wrote it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compileIndex,
  compileShards,
  describeProblem,
  readGlossary,
  surfaceForms,
} from '../../src/glossary/compile.ts';
import { entryId, KINDS, type PlacedEntry } from '../../src/glossary/entry.ts';
import { SHARDS, shardOf } from '../../src/glossary/lookup.ts';
import { openIndex } from '../../src/matching/index.ts';
import { findCandidates } from '../../src/matching/match.ts';
import { readSources } from '../../tools/glossary-files.ts';

const FILE = 'glossary/en/bones.yaml';
const SHORT = 'Death of a piece of bone because too little blood reaches it.';
const MORE = `${'word '.repeat(39)}end.`;

/** An entry as YAML: term, kind, short and more on lines 1 to 4, what else is given from line 5. `null` leaves a field out. */
function item(term: string, fields: Readonly<Record<string, string | null>> = {}): string {
  const all = { term, kind: 'condition', short: SHORT, more: MORE, ...fields };
  const lines = Object.entries(all).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]));
  return `- ${lines.join('\n  ')}\n`;
}

const read = (...texts: string[]) =>
  readGlossary(texts.map((text, i) => ({ file: i === 0 ? FILE : `${i}.yaml`, text })));

/** The entries of texts that have no problem. */
function entriesOf(...texts: string[]): readonly PlacedEntry[] {
  const { entries, problems } = read(...texts);
  expect(problems.map(describeProblem)).toEqual([]);
  return entries;
}

const formsOf = (text: string) => entriesOf(text).flatMap(surfaceForms);
const words = (count: number): string => `${'word '.repeat(count - 1)}end.`;

const NONE: readonly string[] = [];
const LISTS = { also: NONE, abbreviations: NONE, forms: NONE, parts: NONE, see: NONE, not: NONE };
const NOTHING_MORE = { ...LISTS, ambiguous: {}, mixup: {}, quiet: false };

describe('a good entry', () => {
  test('keeps what it says and gets what was left out', () => {
    expect(entriesOf(`# A comment\n\n${item('osteonecrosis', { say: 'OSS-tee' })}`)).toEqual([
      {
        ...{ id: 'osteonecrosis', topic: 'bones', file: FILE, line: 3 },
        ...{ term: 'osteonecrosis', kind: 'condition', say: 'OSS-tee', short: SHORT, more: MORE },
        ...NOTHING_MORE,
      },
    ]);
  });

  test.each([
    [8, 30],
    [22, 80],
  ])('may have texts of %i and %i words', (short, more) => {
    expect(entriesOf(item('alpha', { short: words(short), more: words(more) }))).toHaveLength(1);
  });

  test('may name entries of other files', () => {
    const fields = { see: '[beta]', mixup: '{gamma: it is not the same}' };
    expect(entriesOf(item('alpha', fields), item('beta') + item('gamma'))).toHaveLength(3);
  });
});

describe('its forms', () => {
  test('are made from all its names, each once, abbreviations by their letters', () => {
    const forms = formsOf(item('tumor', { also: '[tumour, mass]', abbreviations: '[Tx]', forms: '[mets]' }));
    const texts = forms.map(({ text }) => text).join(' ');
    expect(texts).toBe('tumor tumors tumour tumours mass masses Tx mets');
    expect(forms.filter(({ exact }) => exact)).toEqual([{ text: 'Tx', name: 'Tx', exact: true }]);
  });

  test('of a name in capitals are matched by their letters; of a description and from "forms" have no plurals', () => {
    expect(formsOf(item('MRI')).every(({ exact }) => exact)).toBe(true);
    expect(formsOf(item('benign', { kind: 'description' })).map(({ text }) => text)).toEqual(['benign']);
    expect(formsOf(item('gout', { forms: '[gouty]' })).map(({ text }) => text)).not.toContain('gouties');
  });

  test('carry the cues of the name they come from, and only those', () => {
    const forms = formsOf(item('cast', { also: '[plaster cast]', ambiguous: '{cast: {cues: [fracture]}}' }));
    expect(forms.filter(({ cues }) => cues).map(({ text }) => text)).toEqual(['cast', 'casts']);
  });

  test('of a species have no plural, of a group of germs they do', () => {
    const germ = { kind: 'germ' };
    const species = formsOf(item('Streptococcus pyogenes', germ)).map(({ text }) => text);
    expect(species).toEqual(['Streptococcus pyogenes']);
    expect(formsOf(item('virus', germ)).map(({ text }) => text)).toEqual(['virus', 'viruses']);
  });

  test('hold every name as it is listed, whatever it is', () => {
    const piece = fc.constantFrom(
      "'s",
      '-',
      ' ',
      's',
      'oe',
      'aem',
      'B12',
      'II',
      'ies',
      'is',
      'A',
      'foot',
      'of',
    );
    const name = fc.array(piece, { minLength: 1 }).map((pieces) => `x${pieces.join('')}x`);
    fc.assert(
      fc.property(name, fc.constantFrom('also', 'abbreviations', 'forms'), (n, field) => {
        expect(formsOf(item('alpha', { [field]: JSON.stringify([n]) })).map(({ text }) => text)).toContain(n);
      }),
    );
  });
});

describe('forms that are ordinary English', () => {
  const told = (text: string) => read(text).refusals.map(describeProblem);

  test('are left out, and the writer is told where, which, of what and what to do', () => {
    expect(told(`\n${item('foot')}`)).toEqual([
      `${FILE}:2 foot: the form "feet", made from "foot", is left out: it is an ordinary English word; to have it marked, list it under "forms"`,
    ]);
    expect(formsOf(item('foot')).map(({ text }) => text)).toEqual(['foot']);
    expect(read(item('foot')).problems).toEqual([]);
  });

  test('are matched where they are asked for, or guarded by cues', () => {
    for (const fields of [{ forms: '[feet]' }, { ambiguous: '{foot: {cues: [toe]}}' }]) {
      expect(formsOf(item('foot', fields)).map(({ text }) => text)).toEqual(['foot', 'feet']);
      expect(told(item('foot', fields))).toEqual([]);
    }
  });

  test('are not in the index', () => {
    const index = openIndex(compileIndex(entriesOf(item('foot', { also: '[lumps]' }))));
    expect(findCandidates(index, 'foot, feet, lump, lumps').map(({ start }) => start)).toEqual([0, 18]);
  });

  test.each<[name: string, refused: string[]]>([
    ['lumps', ['lump']],
    ['scales', ['scale']],
    ['medium', ['media']],
    ['basis', ['bases']],
    ["Bell's", ['Bells', 'Bell']],
    ["Down's", ['Down']],
    ['re-cover', ['recover']],
    ['pant', ['pants']],
    ['tumours', ['tumour', 'tumor']],
    // More of the same, and as ordinary as the name itself.
    ['bone', []],
    ['symptom', []],
    ['antibiotic', []],
    ['allergy', []],
    // Another spelling of the same.
    ['color', []],
    ['labor', []],
    // Ordinary parts do not make a phrase ordinary.
    ['diabetic foot', []],
    ["Down's syndrome", []],
  ])('of %s: %j', (name, refused) => {
    const quoted = read(item(JSON.stringify(name))).refusals.map(({ reason }) => reason.split('"')[1]);
    expect(quoted).toEqual(refused);
  });

  test('the glossary has none that nobody has looked at', () => {
    expect(readGlossary(readSources()).refusals.map(describeProblem)).toEqual([]);
  });
});

describe('ids', () => {
  test.each<[term: string, sense: string | undefined, id: string]>([
    ['bone marrow edema', undefined, 'bone-marrow-edema'],
    ['discharge', 'from a wound', 'discharge-from-a-wound'],
    ["Crohn's disease", undefined, 'crohns-disease'],
    ['Crohn’s disease', undefined, 'crohns-disease'],
    ['Ménière disease', undefined, 'meniere-disease'],
    ['HLA-B27', undefined, 'hla-b27'],
    ['non-steroidal (pain) drug!', undefined, 'non-steroidal-pain-drug'],
  ])('%s %s: %s', (term, sense, id) => {
    expect(entryId(term, sense)).toBe(id);
  });

  test('are slugs, and slugs of themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (term, sense) => {
        const id = entryId(`a${term}`, sense);
        expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(entryId(id)).toBe(id);
      }),
    );
  });
});

describe('a problem names file, line, entry and reason', () => {
  const told = (line: number, entry: string, pattern: RegExp): unknown => {
    const reason: unknown = expect.stringMatching(pattern);
    return { file: FILE, line, entry, reason };
  };

  // The faulty entry starts on line 5; what is not one of the four usual fields stands on line 9.
  test.each<[name: string, fields: Record<string, string | null>, line: number, reason: RegExp]>([
    ['a missing field', { short: null }, 5, /^"short" is missing$/],
    ['an empty text', { say: '""' }, 9, /^"say" must not be empty$/],
    ['markup', { say: 'a <b>' }, 9, /^"say" must be plain text/],
    ['an unknown kind', { kind: 'disease' }, 6, /^"kind" must be one of condition, symptom/],
    ['an unknown key', { synonyms: '[b]' }, 9, /^"synonyms" is no field of an entry$/],
    ['an unknown key further in', { ambiguous: '{beta: {cues: [a], near: 1}}' }, 9, /near/],
    ['no list', { also: 'gamma' }, 9, /^"also" must be a list$/],
    ['a list of the wrong', { also: '[b, 3]' }, 9, /^"also.1" must be text$/],
    ['no id', { see: '[Bone Marrow]' }, 9, /^"see.0" must be an id/],
    ['no cues', { ambiguous: '{beta: {cues: []}}' }, 9, /must name at least one cue word$/],
    ['a cue of two words', { ambiguous: '{beta: {cues: [a b]}}' }, 9, /must be one lower-case word$/],
    ['no switch', { quiet: 'maybe' }, 9, /^"quiet" must be true or false$/],
    ['a short text too short', { short: words(7) }, 7, /^"short" must have 8 to 22 words$/],
    ['a short text too long', { short: words(23) }, 7, /^"short" must have 8 to 22 words$/],
    ['a short text without an end', { short: SHORT.slice(0, -1) }, 7, /ends in a full stop$/],
    ['a longer text too short', { more: words(29) }, 8, /^"more" must have 30 to 80 words$/],
    ['a longer text too long', { more: words(81) }, 8, /^"more" must have 30 to 80 words$/],
    ['a dead "see"', { see: '[alpha, gamma]' }, 5, /^"see" names "gamma", and there is no such entry$/],
    ['a "see" that names itself', { see: '[beta]' }, 5, /^"see" names the entry itself$/],
    ['a dead "mixup"', { mixup: '{gamma: other}' }, 5, /^"mixup" names "gamma", and there is no such entry$/],
    [
      'a phrase without a form of it',
      { not: '[cell phone]' },
      5,
      /^"not" names "cell phone", which holds no form/,
    ],
    ['a phrase that is a form', { not: '[alpha]' }, 5, /^"not" names "alpha", which is a form of "alpha"/],
    ['no form of it', { ambiguous: '{c: {cues: [a]}}' }, 5, /^"ambiguous" names "c", which is no form/],
  ])('%s', (_name, fields, line, reason) => {
    expect(read(item('alpha') + item('beta', fields)).problems).toEqual([told(line, 'beta', reason)]);
  });

  test.each<[name: string, text: string, line: number, entry: string, reason: RegExp]>([
    ['a missing term', item('', { term: null }), 5, '(item 2)', /^"term" is missing$/],
    ['a term that is a number', item('12'), 5, '(item 2)', /^"term" must be text$/],
    ['text for an entry', '- beta\n', 5, '(item 2)', /^must be an entry with a term$/],
    ['a list for an entry', '- [beta]\n', 5, '(item 2)', /^must be an entry with a term$/],
    ['broken YAML', item('beta', { say: '[a' }), 10, '(file)', /flow|sequence|\]/i],
    ['a key written twice', item('beta', { sense: 'a\n  term: b' }), 10, '(file)', /unique/],
  ])('%s', (_name, text, line, entry, reason) => {
    expect(read(item('alpha') + text).problems).toEqual([told(line, entry, reason)]);
  });

  test('an alias of nothing', () => {
    const { problems } = read(item('alpha', { also: '*gamma' }));
    expect(problems).toMatchObject([{ file: FILE, line: 5, reason: expect.stringMatching(/alias/i) }]);
  });

  test.each([
    ['a map', 'term: beta'],
    ['a text', 'beta'],
    ['a comment', '# beta'],
  ])('a file that holds %s', (_name, text) => {
    expect(read(text).problems).toEqual([told(1, '(file)', /^must be a list of entries$/)]);
  });

  test('all faults of an entry are told', () => {
    const { problems } = read(item('beta', { kind: 'x', short: words(3), more: null }));
    expect(problems).toEqual([told(2, 'beta', /kind/), told(3, 'beta', /short/), told(1, 'beta', /more/)]);
  });

  test('a broken file takes nothing from the others', () => {
    const { problems, entries } = read('- [', item('alpha'));
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set([FILE]));
    expect(entries).toMatchObject([{ id: 'alpha', file: '1.yaml', topic: '1' }]);
  });

  test('in one line for people', () => {
    const problem = { file: FILE, line: 12, entry: 'vertebra', reason: '"short" is missing' };
    expect(describeProblem(problem)).toBe('glossary/en/bones.yaml:12 vertebra: "short" is missing');
  });

  test('whatever stands in the file, and nothing is thrown', () => {
    const piece = fc.constantFrom('- ', 'term', ': ', 'kind', '\n', '  ', ...'[]{}"#|!&');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 }))), (pieces) => {
        for (const { line, entry, reason } of read(item('alpha') + pieces.join('')).problems) {
          expect(line).toBeGreaterThan(0);
          expect(entry).not.toBe('');
          expect(reason).not.toBe('');
        }
      }),
    );
  });
});

describe('entries together', () => {
  const ache = { also: '[ache]' };
  const sayingSo = { ...ache, ambiguous: '{ache: {cues: [bone]}}' };
  const CLASH =
    /^the form "([^"]+)".* belongs to "([^"]+)" at .+:\d+ too, as ".+; both must list the name under "ambiguous"$/;

  const ANEMIAS = ['anaemia', 'anaemias', 'anemia', 'anemias']
    .flatMap((form) => [`alpha ${form} beta`, `beta ${form} alpha`])
    .sort();

  test.each<[name: string, alpha: Record<string, string>, beta: Record<string, string>, told: string[]]>([
    ['both say so', sayingSo, sayingSo, []],
    ['neither', ache, ache, ['alpha ache beta', 'alpha aches beta', 'beta ache alpha', 'beta aches alpha']],
    ['only one', sayingSo, ache, ['beta ache alpha', 'beta aches alpha']],
    ['one is quiet', { ...ache, quiet: 'true' }, sayingSo, ['alpha ache beta', 'alpha aches beta']],
    [
      'made',
      { forms: '[edema]' },
      { forms: '[oedema]' },
      ['alpha edema beta', 'alpha oedema beta', 'beta edema alpha', 'beta oedema alpha'],
    ],
    ['read alike', { forms: '[x-ray]' }, { forms: '[X Ray]' }, ['alpha x-ray beta', 'beta X Ray alpha']],
    ['by letters and not', { abbreviations: '[Ae]' }, { forms: '[ae]' }, ['alpha Ae beta', 'beta ae alpha']],
    ['by letters that differ', { abbreviations: '[Ma]' }, { abbreviations: '[ma]' }, []],
    ['twice in one entry', { also: '[ache, Ache]', forms: '[aches]' }, {}, []],
    // A second form that reads the same, of an entry whose first is apart from the other's.
    [
      'by letters too',
      { abbreviations: '[MA]', forms: '[ma]' },
      { abbreviations: '[Ma]' },
      ['alpha ma beta', 'beta Ma alpha'],
    ],
    ['spelled both ways', { also: '[anemia]' }, { also: '[anaemias]' }, ANEMIAS],
    [
      'plural and singular',
      { also: '[bursae]' },
      { also: '[bursa]' },
      ['alpha bursa beta', 'alpha bursae beta', 'beta bursa alpha', 'beta bursae alpha'],
    ],
    [
      'plural and verb',
      { also: '[analysis]' },
      { forms: '[analyses]' },
      ['alpha analyses beta', 'beta analyses alpha'],
    ],
    ['joined', { forms: '[flare-up]' }, { forms: '[flareup]' }, ['alpha flareup beta', 'beta flareup alpha']],
    [
      'parted',
      { forms: '[nonunion]' },
      { forms: '[non union]' },
      ['alpha non-union beta', 'beta non union alpha'],
    ],
    [
      'possessive',
      { also: '[Paget disease]' },
      { forms: '[Pagets disease]' },
      [
        "alpha Paget's disease beta",
        'alpha Pagets disease beta',
        "beta Paget's disease alpha",
        'beta Pagets disease alpha',
      ],
    ],
    [
      'numerals',
      { forms: '[type 2]' },
      { forms: '[type II]' },
      ['alpha type 2 beta', 'alpha type II beta', 'beta type 2 alpha', 'beta type II alpha'],
    ],
    [
      'refused',
      { also: '[foot]' },
      { also: '[feet]', ambiguous: '{feet: {cues: [toe]}}' },
      ['alpha foot beta'],
    ],
  ])('a shared form: %s', (_name, alpha, beta, told) => {
    const { problems } = read(item('alpha', alpha), item('beta', beta));
    const clashes = problems.map(({ entry, reason }) => {
      const [, form, other] = CLASH.exec(reason) ?? [];
      return `${entry} ${form} ${other}`;
    });
    expect(clashes.sort()).toEqual(told);
  });

  test('a clash of made forms names both entries, both places and both names', () => {
    const { problems } = read(
      item('alpha', { also: '[edema]' }),
      `\n\n${item('beta', { forms: '[oedema]' })}`,
    );
    const told = (at: string, form: string, other: string, as: string) =>
      `${at}: the form ${form} belongs to ${other} too, as ${as}; both must list the name under "ambiguous"`;
    expect(problems.map(describeProblem)).toEqual([
      told(`${FILE}:1 alpha`, '"edema"', '"beta" at 1.yaml:3', '"edema" (made from "oedema")'),
      told('1.yaml:3 beta', '"edema" (made from "oedema")', `"alpha" at ${FILE}:1`, '"edema"'),
      told(`${FILE}:1 alpha`, '"oedema" (made from "edema")', '"beta" at 1.yaml:3', '"oedema"'),
      told('1.yaml:3 beta', '"oedema"', `"alpha" at ${FILE}:1`, '"oedema" (made from "edema")'),
    ]);
  });

  test('a form of three entries is told of each pair', () => {
    const { problems } = read(item('alpha', ache), item('beta', ache), item('gamma', sayingSo));
    const pairs = problems.map(
      ({ entry, reason }) => `${entry} ${reason.split('"')[1]} ${CLASH.exec(reason)?.[2]}`,
    );
    expect(pairs.filter((pair) => pair.includes('ache ')).sort()).toEqual([
      'alpha ache beta',
      'alpha ache gamma',
      'beta ache alpha',
      'beta ache gamma',
    ]);
  });

  test('the same id twice', () => {
    const { problems } = read(item('bone graft'), `\n${item('bone-graft')}`);
    const reason = `has the same id as the entry at ${FILE}:1; give both a "sense"`;
    expect(problems).toContainEqual({ file: '1.yaml', line: 2, entry: 'bone-graft', reason });
  });

  test('the same term in two senses', () => {
    const ambiguous = '{pus: {cues: [wound]}}';
    const texts = ['wound', 'ear'].map((sense) => item('pus', { sense, ambiguous }));
    const ids = entriesOf(...texts).map(({ id }) => id);
    expect(ids).toEqual(['pus-wound', 'pus-ear']);
  });
});

describe('what is compiled', () => {
  const related = { see: '[alpha]', mixup: '{gamma: other}' };
  const ambiguous = '{cast: {cues: [plaster]}}';
  const entries = entriesOf(
    item('alpha', { abbreviations: '[AL]', also: '[first]', see: '[beta-second]' }),
    item('beta', { sense: 'second', say: 'BAY-tuh', ...related }) +
      item('gamma', { quiet: 'true', kind: 'body-part' }),
    item('cast', { kind: 'device', see: '[alpha]', ambiguous }),
  );
  const meant = (text: string) => {
    const index = openIndex(compileIndex(entries));
    return findCandidates(index, text).flatMap(({ senses }) => senses);
  };

  test('the index knows every form but those of quiet entries', () => {
    const ids = meant('Alpha, first, AL, al, beta, gamma, gammas, casts').map(({ id }) => id);
    expect(ids).toEqual(['alpha', 'alpha', 'alpha', 'beta-second', 'cast']);
  });

  test('senses carry what decides: letters, cues with company, whether only health texts speak of it', () => {
    expect(meant('AL beta cast')).toMatchObject([
      { id: 'alpha', clinical: true, exact: 'AL', small: true },
      { id: 'beta-second', clinical: true, common: true },
      { id: 'cast', cues: ['plaster'], related: ['alpha'] },
    ]);
  });

  test('an abbreviation that reads as a word is not taken for it in small letters', () => {
    const index = openIndex(
      compileIndex(entriesOf(item('pet scan', { abbreviations: '[PET, PETT, STIR]' }))),
    );
    const small = findCandidates(index, 'a pet, a pett, a stir').map(({ start, end }) => [start, end]);
    expect(small).toEqual([[9, 13]]);
  });

  test('forms of an everyday word with another sense are known as such', () => {
    const text = item('cold', {
      ambiguous: '{cold: {cues: [sneeze]}}',
      also: '[head cold]',
      kind: 'symptom',
    });
    const index = openIndex(compileIndex(entriesOf(text)));
    const found = findCandidates(index, 'a cold, colds, a head cold').map(
      ({ senses }) => senses[0]?.needsCue,
    );
    expect(found).toEqual([true, true, undefined]);
  });

  test('a form that health texts use for something else as well needs a cue, be it an abbreviation', () => {
    const text = item('delta', {
      ambiguous: '{DEL: {cues: [river], shared: true}, DLT: {cues: [river]}}',
      abbreviations: '[DEL, DLT]',
    });
    const index = openIndex(compileIndex(entriesOf(text)));
    const found = findCandidates(index, 'DEL, DLT').map(({ senses }) => senses[0]?.needsCue);
    expect(found).toEqual([true, undefined]);
  });

  test('a phrase that means something else stands for nothing, one or more of it', () => {
    const index = openIndex(compileIndex(entriesOf(item('cell', { not: '[cell phone]' }))));
    const found = findCandidates(index, 'cell phones, a cell-phone, a cell').map(({ start }) => start);
    expect(found).toEqual([29]);
  });

  test.each([...KINDS])('whether a %s is clinical', (kind) => {
    const clinical = ['condition', 'symptom', 'procedure', 'treatment', 'medicine'].includes(kind);
    const index = openIndex(compileIndex(entriesOf(item('deltoma', { kind }))));
    const [found] = findCandidates(index, 'deltoma');
    expect(found?.senses).toEqual([clinical ? { id: 'deltoma', clinical } : { id: 'deltoma' }]);
  });

  test.each<[name: string, entry: string, text: string, common: (boolean | undefined)[]]>([
    ['a rare word', item('dyspnea'), 'dyspnea', [undefined]],
    ['a common one', item('asthma'), 'Asthma', [true]],
    ['one that is common as a plural', item('antibiotic'), 'antibiotic, antibiotics', [true, true]],
    ['in British spelling', item('tumor'), 'tumour, tumors', [true, true]],
    [
      'other names of what has a common name',
      item('asthma', { also: '[reactive airways]' }),
      'reactive airways',
      [true],
    ],
    [
      'a common name of what has a rare one',
      item('epistaxis', { also: '[nosebleed, insulin]' }),
      'epistaxis, insulin',
      [undefined, true],
    ],
    ['a phrase of common words', item('heart attack'), 'heart attack', [undefined]],
    [
      'an abbreviation that reads as a word',
      item('deltoma', { abbreviations: '[ASTHMA]' }),
      'ASTHMA',
      [undefined],
    ],
    [
      'a word whose common sense is another',
      item('insulin', { ambiguous: '{insulin: {cues: [x]}}', also: '[deltoma]' }),
      'insulin, deltoma',
      [undefined, undefined],
    ],
  ])('whether a form is common English: %s', (_name, entry, text, common) => {
    const found = findCandidates(openIndex(compileIndex(entriesOf(entry))), text);
    expect(found.map(({ senses }) => senses[0]?.common)).toEqual(common);
  });

  test('the same files give the same bytes', () => {
    const text = item('alpha', { also: '[first, tumor]' }) + item('beta', related) + item('gamma');
    expect(compileIndex(entriesOf(text))).toEqual(compileIndex(entriesOf(text)));
    expect(compileShards(entriesOf(text))).toEqual(compileShards(entriesOf(text)));
  });

  test('every entry is in one shard, its own, quiet ones too', () => {
    const files = Array.from({ length: 200 }, (_, i) => item(`x${i}`, { quiet: `${i % 2 === 0}` }));
    const many = entriesOf(...files);
    const shards = compileShards(many);
    expect(shards).toHaveLength(SHARDS);
    const places = shards.flatMap((shard, i) => Object.keys(shard).map((id) => [id, i] as const));
    expect(places.sort()).toEqual(many.map(({ id }) => [id, shardOf(id)] as const).sort());
  });

  test('an explanation holds what a card shows, links with their terms', () => {
    const shards = Object.fromEntries(compileShards(entries).flatMap((shard) => Object.entries(shard)));
    const see = [{ id: 'beta-second', term: 'beta' }];
    expect(shards.alpha).toMatchObject({ id: 'alpha', also: ['first', 'AL'], see, mixup: [] });
    expect(shards['beta-second']).toEqual({
      ...{ id: 'beta-second', term: 'beta', sense: 'second', say: 'BAY-tuh' },
      ...{ kind: 'condition', short: SHORT, more: MORE },
      also: [],
      links: { short: [], more: [] },
      see: [{ id: 'alpha', term: 'alpha' }],
      mixup: [{ id: 'gamma', term: 'gamma', difference: 'other' }],
    });
  });
});
