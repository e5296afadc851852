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
  stomach: ['stomachs'],
  femur: ['femurs', 'femora'],
  foramen: ['foramina', 'foramens'],
  coccyx: ['coccyges', 'coccyxes'],
  pelvis: ['pelvises', 'pelves'],
  cortex: ['cortices', 'cortexes'],
  virus: ['viruses'],
  fetus: ['fetuses'],
  sinus: ['sinuses'],
  plexus: ['plexuses'],
};

/** Endings of words that have no plural worth matching ("marrows" are vegetables). */
const UNCOUNTED =
  /(?:ness|(?<!organ)ism|(?<!find|stock|cover|swell|bleed|screen)ing|marrow|plasma|care|life|[^aeiou]ics|cartilage|blood|pus|itus)$/;

/** Latin and Greek endings and their plurals, beside the English one where people use both. */
const LATIN: readonly (readonly [ending: RegExp, ...plurals: string[]])[] = [
  [/(?<=itid|it)is$/, 'ides'],
  [/(?<=[sx])is$/, 'es'],
  [/(?<=[a-z]{4})um$/, 'a', 'ums'],
  [/(?<=[a-z]{3})us$/, 'i', 'uses'],
  [/(?<=criteri|phenomen|gangli|mitochondri|dendr)on$/, 'a', 'ons'],
  [/(?<=vertebr|burs|ibul|tibi|patell|aort|pleur|fistul|maxill|axill|papill|ampull|corne)a$/, 'ae', 'as'],
  [/(?<=[a-z]{2}om)a$/, 'as', 'ata'],
];

/** Spellings everybody in Britain uses: a pattern for the American one, and what takes its place. */
const BRITISH: readonly (readonly [american: RegExp, british: string])[] = [
  [/(?<!o)edema/, 'oedema'],
  [/\bhem(?=o|a[^a-z]|at|an|ag)/, 'haem'],
  [/(?<=[a-z])(?<!a|bo)emia(?=$|s$)/, 'aemia'],
  [/(?<=[a-z])(?<!a|syst|end|pand|epid|acad)emic$/, 'aemic'],
  [/(?<=isch|an)emi(?!c)/, 'aemi'],
  [/(?<=[a-z])(?<!a)esthe/, 'aesthe'],
  [/themia/, 'thaemia'],
  [/orthoped/, 'orthopaed'],
  [/pediatr/, 'paediatr'],
  [/gynec/, 'gynaec'],
  [/(?<!o)esophag/, 'oesophag'],
  [/(?<!o)estrogen/, 'oestrogen'],
  [/rrhea/, 'rrhoea'],
  [/pnea(?!l)/, 'pnoea'],
  [/celiac/, 'coeliac'],
  [/cecum/, 'caecum'],
  [/fec(?=es|al)/, 'faec'],
  [/cesarean/, 'caesarean'],
  [/tumor(?!i)/, 'tumour'],
  [/maneuver/, 'manoeuvre'],
  [/fiber/, 'fibre'],
  [/center/, 'centre'],
  [/color(?!ect)/, 'colour'],
  [/\blabor(?=$|s$)/, 'labour'],
  [/behavior/, 'behaviour'],
  [/sulf/, 'sulph'],
  [/artifact/, 'artefact'],
  [/(?<=mod|lab)el(?=ing$|ed$|er$|ers$)/, 'ell'],
  [/\baging/, 'ageing'],
  [/lyz(?=e|ing)/, 'lys'],
  [/(?<=[a-z]{3})iz(?=e$|es$|ed$|ing$|ation$|ations$|er$|ers$)/, 'is'],
  [/liter$/, 'litre'],
  [/etiolog/, 'aetiolog'],
];

/** Spellings that some use beside those. */
const BRITISH_TOO: typeof BRITISH = [
  [/fet(?=us|al)/, 'foet'],
  [/leukocyt/, 'leucocyt'],
];

/** Beginnings that people part from the rest, with a hyphen or a space, or join, at will. */
const LOOSE_PREFIX = /^(anti|non|post|pre|intra|micro|multi|over)([a-z]{5,})$/;

/** Words that only look as if they began so. */
const NO_PREFIX =
  /^(?:antibod|posterior|postur|prednis|pregabalin|pregnan|prescri|present|pressur|prevalen|prevent|multipl)/;

function pluralsOfWord(word: string): readonly string[] {
  const known = IRREGULAR[word];
  if (known) return known;
  if (UNCOUNTED.test(word) || word.length < 3) return [];
  for (const [ending, ...plurals] of LATIN)
    if (ending.test(word)) return plurals.map((plural) => word.replace(ending, plural));
  if (/(?:ss|ens)$/.test(word)) return [`${word}es`];
  if (/(?:s|children|teeth|feet|\b(?:wo)?men)$/.test(word)) return [];
  if (/[^aeiou]y$/.test(word)) return [word.replace(/y$/, 'ies')];
  if (/(?:[^f]fe|lf)$/.test(word)) return [word.replace(/fe?$/, 'ves')];
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

const respell = (name: string, rules: typeof BRITISH): string =>
  name
    .split(' ')
    .map((word) => rules.reduce((spelled, [american, british]) => spelled.replace(american, british), word))
    .join(' ');

function british(name: string): string[] {
  const spelled = respell(name, BRITISH);
  return [spelled, respell(spelled, BRITISH_TOO), respell(name, BRITISH_TOO)];
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
