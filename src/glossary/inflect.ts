// Makes, from the few names an entry lists, all the surface forms that people write: plurals, Latin plurals, British spellings, possessives
// of names, joined and parted compounds. Pure; rules first, exceptions as data.

/** Words whose plural no rule below makes; every plural listed is used. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  foot: ['feet'],
  tooth: ['teeth'],
  child: ['children'],
  man: ['men'],
  woman: ['women'],
  bacteria: ['bacterium'],
  vertebra: ['vertebrae', 'vertebras'],
  bursa: ['bursae', 'bursas'],
  fibula: ['fibulae', 'fibulas'],
  tibia: ['tibiae', 'tibias'],
  patella: ['patellae', 'patellas'],
  aorta: ['aortae', 'aortas'],
  prosthesis: ['prostheses'],
  meniscus: ['menisci', 'meniscuses'],
  embolus: ['emboli'],
  thrombus: ['thrombi'],
  callus: ['calluses', 'calli'],
  humerus: ['humeri'],
  femur: ['femurs', 'femora'],
  foramen: ['foramina'],
  atrium: ['atria', 'atriums'],
  sacrum: ['sacra', 'sacrums'],
  ganglion: ['ganglia', 'ganglions'],
  coccyx: ['coccyges', 'coccyxes'],
  pelvis: ['pelvises', 'pelves'],
  cortex: ['cortices'],
  biopsy: ['biopsies'],
};

/** Endings of words that have no plural worth matching ("anemias" is harmless, "marrows" is a vegetable). */
const UNCOUNTED = /(?:ing|ness|ism|marrow|plasma|care|life|[^aeiou]ics|cartilage|blood)$/;

/** American to British, each tried on every word; the first column is a pattern for the American spelling. */
const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/edema/, 'oedema'],
  [/\bh?emato/, 'haemato'],
  [/\bhemo/, 'haemo'],
  [/\bhema/, 'haema'],
  [/\bhemi(?=c)/, 'haemi'],
  [/\bhemorrh/, 'haemorrh'],
  [/(?<=[a-z])emia(?=$|s$)/, 'aemia'],
  [/(?<=[a-z])(?<!syst|end|pand|epid|acad)emic$/, 'aemic'],
  [/\banemi/, 'anaemi'],
  [/ischem/, 'ischaem'],
  [/anesth/, 'anaesth'],
  [/themia/, 'thaemia'],
  [/orthoped/, 'orthopaed'],
  [/pediatr/, 'paediatr'],
  [/gynec/, 'gynaec'],
  [/esophag/, 'oesophag'],
  [/estrogen/, 'oestrogen'],
  [/diarrhea/, 'diarrhoea'],
  [/fet(?=us|al)/, 'foet'],
  [/apnea/, 'apnoea'],
  [/pnea$/, 'pnoea'],
  [/celiac/, 'coeliac'],
  [/cecum/, 'caecum'],
  [/feces/, 'faeces'],
  [/tumor/, 'tumour'],
  [/fiber/, 'fibre'],
  [/center/, 'centre'],
  [/color/, 'colour'],
  [/labor(?=$|s$)/, 'labour'],
  [/behavior/, 'behaviour'],
  [/sulf/, 'sulph'],
  [/artifact/, 'artefact'],
  [/\baging/, 'ageing'],
  [/lyz(?=e|ing)/, 'lys'],
  [/iz(?=e$|es$|ed$|ing$|ation$|ations$|er$|ers$)/, 'is'],
  [/leukocyt/, 'leucocyt'],
  [/liter$/, 'litre'],
  [/synesth/, 'synaesth'],
  [/etiolog/, 'aetiolog'],
  [/septicemi/, 'septicaemi'],
];

/** Beginnings that people part from the rest, with a hyphen or a space, or join, at will. */
const LOOSE_PREFIX = /^(anti|non|post|pre|intra|micro|multi|over)([a-z]{6,})$/;

/** Words that only look as if they began so. */
const NO_PREFIX = /^(?:antibod|posterior|postur|prednis|pregabalin|pregnan|prescri|present|pressur|prevalen|prevent|multipl)/;

function pluralsOfWord(word: string): readonly string[] {
  const known = IRREGULAR[word];
  if (known) return known;
  if (UNCOUNTED.test(word) || word.length < 3) return [];
  if (/(?:men|women|children|teeth|feet)$/.test(word)) return [];
  if (/itis$/.test(word)) return [word.replace(/is$/, 'ides')];
  if (/[sx]is$/.test(word)) return [word.replace(/is$/, 'es')];
  if (/s$/.test(word)) return /(?:us|ss)$/.test(word) ? [`${word}es`] : [];
  if (/oma$/.test(word)) return [`${word}s`, `${word}ta`];
  if (/[^aeiou]y$/.test(word)) return [word.replace(/y$/, 'ies')];
  if (/(?:x|z|ch|sh)$/.test(word)) return [`${word}es`];
  return [`${word}s`];
}

/** The plurals of a name: of its last word, or of the word before "of" ("range of motion"). */
function plurals(name: string): string[] {
  const of = name.indexOf(' of ');
  const [head, rest] = of > 0 ? [name.slice(0, of), name.slice(of)] : [name, ''];
  const at = Math.max(head.lastIndexOf(' '), head.lastIndexOf('-')) + 1;
  return pluralsOfWord(head.slice(at)).map((plural) => head.slice(0, at) + plural + rest);
}

function british(name: string): string[] {
  const spelled = name
    .split(' ')
    .map((word) => BRITISH.reduce((w, [from, to]) => (w.includes(to) ? w : w.replace(from, to)), word))
    .join(' ');
  return spelled === name ? [] : [spelled];
}

function possessives(name: string): string[] {
  return /'s\b/.test(name) ? [name.replace(/'s\b/g, 's'), name.replace(/'s\b/g, '')] : [];
}

function loosened(name: string): string[] {
  const joined = /[a-z0-9]-[a-z0-9]/.test(name) ? [name.replaceAll('-', '')] : [];
  const parted = name
    .split(' ')
    .map((word) => (NO_PREFIX.test(word) ? word : word.replace(LOOSE_PREFIX, '$1-$2')))
    .join(' ');
  return parted === name ? joined : [...joined, parted];
}

const applyAll = (names: readonly string[], rule: (name: string) => string[]): string[] => [
  ...new Set([...names, ...names.flatMap(rule)]),
];

/**
 * All forms of a name in running text, itself first: `tumor` gives tumor, tumors, tumour, tumours. Case and accents are left to the
 * matcher. `countable` false (adjectives, verbs, names of qualities) makes no plurals.
 */
export function formsOfName(name: string, countable = true): string[] {
  let forms = [name.replace(/’/g, "'")];
  if (countable) forms = applyAll(forms, plurals);
  forms = applyAll(forms, possessives);
  forms = applyAll(forms, british);
  return applyAll(forms, loosened);
}

/** All forms of an abbreviation, matched by case: `MRI` gives MRI, MRIs, M.R.I. */
export function formsOfAbbreviation(abbreviation: string): string[] {
  const forms = [abbreviation];
  if (/[A-Z0-9]$/.test(abbreviation)) forms.push(`${abbreviation}s`);
  if (/^[A-Z]{2,5}$/.test(abbreviation)) forms.push([...abbreviation].join('.'));
  return forms;
}

/** Whether a name is written as an abbreviation, so that its case matters: one word with two capitals or more (MRI, HbA1c). */
export const isAbbreviation = (name: string): boolean =>
  !/[\s-]/.test(name) && (name.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
