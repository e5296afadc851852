// The search: what a frightened reader types finds the entry it means, best first, and what means nothing here finds nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGlossary } from '../../src/glossary/compile.ts';
import { countEdits } from '../../src/glossary/edits.ts';
import { compileNames, type NamedEntry } from '../../src/glossary/names.ts';
import { wordsOf } from '../../src/glossary/reading.ts';
import { createSearch, type Match } from '../../src/glossary/search.ts';
import { soundOf } from '../../src/glossary/sounds.ts';
import { readSources } from '../../tools/glossary-files.ts';

const { entries } = readGlossary(readSources());
const NAMES = compileNames(entries);
const search = createSearch(NAMES);
const termsFor = (query: string, most = 8): string[] => search(query, most).map(({ term }) => term);

/** Terms, each with ways in which people mistype it or its other names. */
const MISSPELLED: Readonly<Record<string, readonly string[]>> = {
  // Letters left out or put in, swapped vowels.
  osteoporosis: ['osteoperosis', 'osteporosis', 'osteoporisis', 'ostioporosis', 'osteoprosis'],
  arthritis: ['artritis', 'arthiritis', 'arthrits', 'arthuritis', 'authritis', 'i have arthritus'],
  'rheumatoid arthritis': ['rhumatoid arthritus', 'rumatoid arthritis', 'rheumatiod arthritis'],
  osteoarthritis: ['osteoartritis', 'osteo arthritus', 'ostioarthritis'],
  osteonecrosis: ['avasculer nekrosis', 'avascular necrosus', 'osteonecrosus', 'asceptic necrosis'],
  'bone marrow edema': ['bonemarow edema', 'bone marrow odema', 'bone marow oedema', 'bonemarrow edeema'],
  hemorrhage: ['haemorrage', 'hemorage', 'hemmorhage', 'hemorrage', 'haemorrhadge'],
  anemia: ['aneamia', 'anemmia', 'animia', 'enemia'],
  leukemia: ['lukemia', 'leukimia', 'leukeamia', 'leucemia', 'lukeemia'],
  hemoglobin: ['hemaglobin', 'hemogloben', 'haemaglobin'],
  ischemia: ['iskemia', 'ischemea', 'ischimia'],
  aneurysm: ['anurism', 'aneurysim', 'anyurism'],
  arrhythmia: ['arythmia', 'arhythmia', 'arrythmia', 'arithmia'],
  angina: ['anjina', 'angena', 'angeena'],
  'heart attack': ['hart attack', 'heartatack', 'heart atack', 'herat attack'],
  hypertension: ['hipertension', 'hypertention', 'high blod pressure', 'hypertesion'],
  cholesterol: ['colesterol', 'cholestrol', 'cholesteral', 'kolesterol'],
  'atrial fibrillation': ['atrial fibrilation', 'a fib', 'artial fibrillation'],
  phlebitis: ['flebitis', 'phlebitus', 'phlebites'],
  sciatica: ['siatica', 'scaitica', 'syatica', 'sciattica', 'psiatica'],
  scoliosis: ['skoliosis', 'scholiosis', 'scoleosis', 'scolliosis'],
  'herniated disc': ['herneated disk', 'harniated disc', 'slippeddisc', 'hernaited disc'],
  'spinal stenosis': ['spinal stinosis', 'spinel stenosis', 'spinalstenosus'],
  spondylitis: ['spondilitis', 'spondylitus', 'spondalitis'],
  'ankylosing spondylitis': ['ankilosing spondilitis', 'ankylosing spondylitus'],
  vertebra: ['vertabra', 'vertibra', 'vertebre'],
  coccyx: ['cocyx', 'coxyx', 'coccix'],
  meniscus: ['miniscus', 'meniscis'],
  'meniscus tear': ['torn miniscus'],
  synovitis: ['sinovitis', 'synovitus', 'cynovitis'],
  bursitis: ['bersitis', 'bursites', 'burcitis'],
  tendinitis: ['tendenitis', 'tendonites', 'tendinitus'],
  gout: ['gowt'],
  'psoriatic arthritis': ['soriatic arthritis', 'psoriatic artheritis'],
  fracture: ['fractur', 'frakture', 'fracutre', 'fractuer'],
  cartilage: ['cartlidge', 'cartiledge', 'cartilege'],
  'rotator cuff': ['rotater cuff', 'rotator cuf', 'rotatorcuff'],
  'carpal tunnel syndrome': ['carpel tunnel', 'carpal tunel', 'carple tunnel'],
  'plantar fasciitis': ['planter fascitis', 'plantar fasciatis', 'planters fasciitis', "plantar's fascitis"],
  biopsy: ['byopsy', 'biospy', 'what is a biopsie', 'biopsey'],
  ultrasound: ['ultra sound', 'ultrasoud', 'ultrasownd'],
  'x-ray': ['xray', 'x ray', 'x rays', 'ex-ray'],
  'CT scan': ['cat scan', 'ctscan', 'ct skan'],
  MRI: ['mri scan', 'magnetic resonence imaging', 'm.r.i.', 'MR I'],
  ibuprofen: ['ibuprofin', 'ibruprofen', 'iburpofen', 'ibuprophen', 'ibuprofun'],
  acetaminophen: ['tylonol', 'acetominophen', 'paracetmol', 'acetaminofen', 'parasetamol'],
  codeine: ['codiene', 'codine', 'codein'],
  morphine: ['morfine', 'morphene', 'mrophine'],
  gabapentin: ['gabapenten', 'gabbapentin', 'gabapentine'],
  prednisone: ['predisone', 'prednizone', 'prednisome'],
  methotrexate: ['methatrexate', 'methotrexat', 'metotrexate'],
  antibiotic: ['antibotics', 'anti biotic', 'antibiodic', 'antybiotic'],
  warfarin: ['warferin', 'wafarin', 'warfarine'],
  anesthesia: ['anasthesia', 'anesthisia', 'anaesthesia', 'anestesia'],
  'physical therapy': ['fizical therapy', 'phsyical therapy', 'physio therapy', 'physicaltherapy'],
  prosthesis: ['prosthisis', 'prothesis', 'prosthesys'],
  tumor: ['tumour', 'tummor', 'tumer', 'toomor'],
  metastasis: ['metastisis', 'metastases', 'matastasis'],
  malignant: ['maligant', 'malignent', 'malignint'],
  inflammation: ['inflamation', 'inflamashun', 'inflammasion'],
  neuropathy: ['nuropathy', 'neuropothy', 'newropathy', 'neropathy'],
  numbness: ['numness', 'numbnes'],
  claustrophobia: ['claustraphobia', 'clostrophobia', 'klaustrophobia'],
  'lymph node': ['limph node', 'lymphnode', 'lymp node'],
  diagnosis: ['diagnosys', 'diagnoses', 'diognosis', 'dyagnosis'],
  idiopathic: ['ideopathic', 'idiopathetic', 'idiopatic'],
  'vitamin D': ['vitimin d', 'vitamine d', 'vit d'],
  // Neighbours on the keyboard.
  sepsis: ['sepais', 'sepsid', 'sepsus'],
  corticosteroid: ['steriod', 'steroird', 'corticosteriods', 'cortico steroid'],
  stroke: ['stroje', 'storke', 'strok'],
  edema: ['oedema', 'edeme', 'odema', 'adema'],
};

describe('misspellings', () => {
  const cases = Object.entries(MISSPELLED).flatMap(([term, all]) =>
    all.map((typed) => [typed, term] as const),
  );

  test.each(cases)('%s: %s', (typed, term) => {
    expect(termsFor(typed, 3)).toContain(term);
  });

  test('nearly all find what is meant first', () => {
    const wrong = cases.filter(([typed, term]) => termsFor(typed)[0] !== term);
    expect(cases.length).toBeGreaterThan(200);
    expect(wrong.length / cases.length, wrong.map(([typed]) => typed).join(', ')).toBeLessThan(0.05);
  });
});

describe('nothing is found for', () => {
  test.each([
    '',
    ' ',
    '?',
    'the',
    'what is the',
    'qwertz',
    'hello there',
    'good evening everybody',
    'people watching television',
    'zq',
    'Привет',
    '骨粗鬆症',
  ])('"%s"', (query) => {
    expect(termsFor(query)).toEqual([]);
  });
});

describe('how it was found', () => {
  test.each<[query: string, name: string, kind: Match['kind']]>([
    ['MRI', 'MRI', 'exact'],
    ['mri', 'MRI', 'exact'],
    ['Bone-Marrow  Edema', 'bone marrow edema', 'exact'],
    ['bonemarrow oedema', 'bone marrow edema', 'exact'],
    ['haemorrhage', 'hemorrhage', 'exact'],
    ['leukæmia', 'leukemia', 'exact'],
    ['Leukémia', 'leukemia', 'exact'],
    ['tumours', 'tumor', 'exact'],
    ['biopsies', 'biopsy', 'exact'],
    ['Pagets disease', "Paget's disease", 'exact'],
    ['Paget’s disease', "Paget's disease", 'exact'],
    ['what is a biopsy?', 'biopsy', 'exact'],
    ['avascular necr', 'avascular necrosis', 'prefix'],
    ['osteop', 'osteoporosis', 'prefix'],
    ['node', 'lymph node', 'within'],
    ['necrosis avascular', 'avascular necrosis', 'within'],
    ['MRI of my knee', 'MRI', 'within'],
    ['edema and edema', 'edema', 'within'],
    ['osteoperosis', 'osteoporosis', 'misspelled'],
    ['osteoper', 'osteoporosis', 'misspelled'],
    ['oxigen thera', 'hyperbaric oxygen therapy', 'misspelled'],
    ['what does osteoperosis look like', 'osteoporosis', 'misspelled'],
    ['iskemia', 'ischemia', 'sounds-alike'],
    ['flebitis', 'phlebitis', 'sounds-alike'],
  ])('%s: %s, %s', (query, name, kind) => {
    const found = search(query, 8);
    expect(found.map((match) => `${match.name}, ${match.kind}`)).toContain(`${name}, ${kind}`);
  });

  test('the term is named where it fits as well as another name', () => {
    expect(search('bone', 8).find(({ id }) => id === 'bone-marrow-edema')?.name).toBe('bone marrow edema');
    expect(search('osseous ed', 8)[0]).toEqual({
      id: 'bone-marrow-edema',
      term: 'bone marrow edema',
      name: 'osseous edema',
      kind: 'prefix',
    });
  });
});

describe('the order', () => {
  const searchIn = (...names: string[]) => {
    const find = createSearch(names.map((name): NamedEntry => [name, name]));
    return (query: string, most = 99) => find(query, most).map(({ name }) => name);
  };

  test('exact, beginning, beginning of a word, any order, one slip, sound, two slips, contained, unfinished with slips', () => {
    const ranked = ['psoriasis', 'psoriasis pill', 'nail psoriasis'];
    expect(searchIn(...ranked.toReversed())('psoriasis')).toEqual(ranked);
    const guessed = ['nebrosys', 'nekrozis', 'nebrosis', 'necrosym of bone'];
    expect(searchIn(...guessed.toReversed())('necrosys')).toEqual(guessed);
    expect(searchIn('bone', 'edema bone', 'bone edemas', 'bone edema')('bone edema')).toEqual([
      'bone edema',
      'bone edemas',
      'edema bone',
      'bone',
    ]);
  });

  test('what less has to be typed of comes first, then what stands earlier', () => {
    expect(searchIn('arteriosclerosis', 'artery')('art')).toEqual(['artery', 'arteriosclerosis']);
    expect(searchIn('graft one', 'graft two')('graft')).toEqual(['graft one', 'graft two']);
    const rare = Array.from({ length: 30 }, (_, i) => `drug ${i}`);
    expect(searchIn('osteoporosis', ...rare, 'osteotomy')('osteo')[0]).toBe('osteoporosis');
  });

  test('the first letter is seldom mistaken', () => {
    expect(searchIn('mastritas', 'gastritus')('gastritas')).toEqual(['gastritus', 'mastritas']);
    expect(searchIn('gastritis diet')('nastriti')).toEqual([]);
  });

  test('a beginning of few sounds is no guess', () => {
    expect(searchIn('diuretic')('diarea')).toEqual([]);
    expect(searchIn('pneumonia')('newmon')).toEqual(['pneumonia']);
  });

  test('a guess gives way to what is there as it was typed', () => {
    const find = searchIn('hypertension', 'hypotension', 'hypertension pill');
    expect(find('hypertension')).toEqual(['hypertension', 'hypertension pill']);
    expect(find('hypeotension')).toEqual(expect.arrayContaining(['hypotension', 'hypertension']));
  });

  test('short words have to be right, and so have single letters and numbers', () => {
    const find = searchIn('pus', 'gout', 'vitamin D', 'type 2 diabetes', 'osteotomy');
    expect(find('pas')).toEqual([]);
    expect(find('goat')).toEqual(['gout']);
    expect(find('bost')).toEqual([]);
    expect(find('osteotumi')).toEqual(['osteotomy']);
    expect(find('vitamin E')).toEqual([]);
    expect(find('vitamim D')).toEqual(['vitamin D']);
    expect(find('type 1 diabetes')).toEqual([]);
    expect(find('tipe 2 diabetes')).toEqual(['type 2 diabetes']);
  });

  test('a name as it was typed comes before one of which that is the plural', () => {
    const find = searchIn('CRP', 'CRPS');
    expect(find('CRPS')[0]).toBe('CRPS');
    expect(find('what are CRPs')[0]).toBe('CRPS');
    expect(searchIn('CRP')('CRPs')).toEqual(['CRP']);
    expect(searchIn('vitamin', 'multivitamins')('vitamins')[0]).toBe('vitamin');
  });

  test('a name may end in a letter that is a word as well', () => {
    const find = searchIn('vitamin', 'vitamin A', 'hepatitis', 'hepatitis A', 'edema');
    expect(find('vitamin A')[0]).toBe('vitamin A');
    expect(find('what is hepatitis a')[0]).toBe('hepatitis A');
    expect(find('vitamin')[0]).toBe('vitamin');
    expect(find('what is a edema')[0]).toBe('edema');
    expect(find('a')).toEqual([]);
  });

  test('no more than asked for, each entry once', () => {
    expect(search('bone', 3)).toHaveLength(3);
    const ids = search('bone', 999).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('properties', () => {
  const spelled = (name: string): string => wordsOf(name).join('');
  const all = NAMES.flatMap(([id, ...names]) => names.map((name) => ({ id, name })));

  test('every name of every entry finds it first, or another entry of the same name', () => {
    // Of a very large glossary a part has to do: each name is compared with all.
    const part = all.filter((_, i) => i % Math.ceil(all.length / 4000) === 0);
    const lost = part.filter(({ id, name }) => {
      const [first] = search(name, 1);
      return first === undefined || (first.id !== id && spelled(first.name) !== spelled(name));
    });
    expect(lost).toEqual([]);
  });

  test('a name is found while it is typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.nat(), ({ id, name }, cut) => {
        const typed = name.slice(0, Math.max(4, cut % name.length));
        // The British "oe" reads as "e", half of it or it alone as other letters: with one letter more the name is there.
        if (/[ao]e?$/i.test(typed) && /[ao]e/i.test(name.slice(typed.length - 2, typed.length + 1))) return;
        const ids = search(typed, NAMES.length).map((match) => match.id);
        // "symptom-free", as far as "symptom-", is another word.
        if (search(typed, 1)[0]?.kind !== 'exact') expect(ids).toContain(id);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  test('with one slip, a name of 6 letters or more is among the first five', () => {
    const slip = fc.record({
      named: fc.constantFrom(...all.filter(({ name }) => spelled(name).length >= 6)),
      at: fc.nat(),
      letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
      how: fc.constantFrom('left out', 'put in', 'another', 'changed places'),
    });
    const slips = fc.sample(slip, { seed: 6, numRuns: 2000 });
    const missed = slips.flatMap(({ named: { id, name }, at, letter, how }) => {
      const i = at % (name.length - 1);
      const [before, one, two, after] = [name.slice(0, i), name[i], name[i + 1], name.slice(i + 2)];
      const typed = {
        'left out': before + two + after,
        'put in': before + letter + one + two + after,
        another: before + letter + two + after,
        'changed places': before + two + one + after,
      }[how];
      return search(typed, 5).some((match) => match.id === id) ? [] : [`${typed} (${name})`];
    });
    console.info(`${slips.length - missed.length} of ${slips.length} names with one slip were found`);
    expect(missed.length / slips.length, missed.join(', ')).toBeLessThan(0.05);
  }, 60_000);

  test('anything may be typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (query) => {
        expect(search(query, 8).length).toBeLessThanOrEqual(8);
      }),
    );
  });
});

describe('slips', () => {
  test.each<[typed: string, name: string, whole: number, beginning: number]>([
    ['edema', 'edema', 0, 0],
    ['edma', 'edema', 1, 1],
    ['edeema', 'edema', 1, 1],
    ['edena', 'edema', 1, 1],
    ['eedma', 'edema', 1, 1],
    ['eemda', 'edema', 2, 2],
    ['dema', 'edema', 1, 1],
    ['deema', 'edema', 1, 1],
    ['edem', 'edema', 1, 0],
    ['ostoep', 'osteoporosis', 3, 1],
    ['', 'edema', 3, 0],
    ['edema', '', 3, 3],
    ['gout', 'edema', 3, 3],
  ])('%s, %s: %d, %d', (typed, name, whole, beginning) => {
    expect(countEdits(typed, name, 2)).toEqual({ whole, beginning });
    expect(countEdits(typed, `the${name}`, 2, 3)).toEqual({ whole, beginning });
  });

  test('are counted as the full table counts them', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (typed, name, most) => {
        const table = fullTable(typed, name);
        const last = table[typed.length] ?? [];
        expect(countEdits(typed, name, most)).toEqual({
          whole: Math.min(most + 1, last[name.length] ?? 0),
          beginning: Math.min(most + 1, ...last),
        });
      }),
      { numRuns: 2000 },
    );
  });
});

/** The whole table of optimal string alignment, by its recurrence. */
function fullTable(typed: string, name: string): number[][] {
  const table: number[][] = [];
  const at = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= typed.length; i++) {
    const row: number[] = (table[i] = []);
    for (let j = 0; j <= name.length; j++) {
      const swapped = i > 1 && j > 1 && typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1];
      row[j] = Math.min(
        i === 0 && j === 0 ? 0 : Number.POSITIVE_INFINITY,
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (typed[i - 1] === name[j - 1] ? 0 : 1),
        swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return table;
}

describe('sounds', () => {
  test.each([
    ['newmonia', 'pneumonia'],
    ['soriasis', 'psoriasis'],
    ['fizical', 'physical'],
    ['rumatism', 'rheumatism'],
    ['zerostomia', 'xerostomia'],
    ['tosis', 'ptosis'],
    ['nee', 'knee'],
    ['siatica', 'sciatica'],
    ['iskemia', 'ischemia'],
    ['hemorage', 'hemorrhage'],
    ['injekshun', 'injection'],
    ['skoliosis', 'scoliosis'],
    ['astma', 'asthma'],
    ['diarea', 'diarrhea'],
    ['alergy', 'allergy'],
    ['cronic', 'chronic'],
    ['tendonitis', 'tendinitis'],
    ['larinx', 'larynx'],
    ['sistem', 'system'],
  ])('%s like %s', (typed, word) => {
    expect(soundOf(typed)).toBe(soundOf(word));
  });

  test.each([
    ['diarrhea', 'door'],
    ['diarrhea', 'tear'],
    ['edema', 'atom'],
    ['lumbar', 'lumber jack'],
    ['renal', 'venal'],
    ['hand', 'and'],
  ])('%s unlike %s', (one, other) => {
    expect(soundOf(one)).not.toBe(soundOf(other));
  });
});

describe('the names of the built extension', () => {
  test('every entry is there, with its term first', () => {
    expect(NAMES.map(([id]) => id).toSorted()).toEqual(entries.map(({ id }) => id).toSorted());
    for (const [id, term, ...others] of NAMES) {
      const entry = entries.find((one) => one.id === id);
      expect(term).toBe(entry?.term);
      expect(others).toEqual(expect.arrayContaining(entry?.abbreviations ?? []));
    }
  });

  test('what more entries point to comes first', () => {
    const pointers = (id: string): number =>
      entries.reduce(
        (n, { see, mixup }) => n + see.filter((one) => one === id).length + (id in mixup ? 1 : 0),
        0,
      );
    const counts = NAMES.map(([id]) => pointers(id));
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(counts[0]).toBeGreaterThan(3);
  });
});
