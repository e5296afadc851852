// Plural and singular of names: English rules, Latin and Greek endings, and the words that follow neither as data.

/** Words whose plurals no rule below makes, the usual plural first; none where nobody writes one. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  // English
  child: ['children'],
  echo: ['echoes', 'echos'],
  foot: ['feet'],
  louse: ['lice'],
  man: ['men'],
  mouse: ['mice'],
  pancreas: ['pancreases'],
  stomach: ['stomachs'],
  tooth: ['teeth'],
  woman: ['women'],
  // Latin words in -us that do not have -i
  anus: ['anuses'],
  callus: ['calluses'],
  corpus: ['corpora'],
  crus: ['crura'],
  fetus: ['fetuses'],
  foetus: ['foetuses'],
  genus: ['genera'],
  hiatus: ['hiatuses'],
  meatus: ['meatuses'],
  plexus: ['plexuses'],
  sinus: ['sinuses'],
  viscus: ['viscera'],
  // Latin and Greek words in -is that do not have -es, or not alone
  clitoris: ['clitorises'],
  epididymis: ['epididymides'],
  iris: ['irises', 'irides'],
  pelvis: ['pelvises', 'pelves'],
  penis: ['penises'],
  testis: ['testes'],
  // Latin and Greek words that are longer in the plural
  apex: ['apices', 'apexes'],
  appendix: ['appendices', 'appendixes'],
  calyx: ['calyces'],
  cervix: ['cervixes', 'cervices'],
  coccyx: ['coccyges', 'coccyxes'],
  cortex: ['cortices', 'cortexes'],
  femur: ['femurs', 'femora'],
  foramen: ['foramina', 'foramens'],
  hallux: ['halluces'],
  index: ['indices', 'indexes'],
  larynx: ['larynxes', 'larynges'],
  lumen: ['lumens', 'lumina'],
  matrix: ['matrices'],
  phalanx: ['phalanges'],
  pharynx: ['pharynxes', 'pharynges'],
  thorax: ['thoraxes', 'thoraces'],
  varix: ['varices'],
  vertex: ['vertices'],
  // Latin words too short for the rules
  ilium: ['ilia'],
  ovum: ['ova'],
  serum: ['serums', 'sera'],
  // Plurals that have no singular worth matching
  data: [],
  genitalia: [],
};

const SINGULARS: ReadonlyMap<string, string> = new Map(
  Object.entries(IRREGULAR).flatMap(([singular, plurals]) => plurals.map((plural) => [plural, singular])),
);

/** Latin and Greek endings and their plurals, the usual one first. */
const CLASSICAL: readonly (readonly [ending: RegExp, ...plurals: string[]])[] = [
  [/(?<=it)is$/, 'ides'],
  [/(?<=[sx])is$/, 'es'],
  [/(?<=vir)us$/, 'uses'],
  [/(?<=[a-z]{4})um$/, 'a', 'ums'],
  [/(?<=[a-z]{3})us$/, 'i', 'uses'],
  [/(?<=criteri|phenomen|gangli|mitochondri|dendr)on$/, 'a', 'ons'],
  [
    /(?<=ampull|aort|areol|axill|bull|burs|conjunctiv|corne|fistul|ibul|lamin|macul|maxill|medull|papill|papul|patell|petechi|pleur|retin|scapul|stri|tibi|trache|uln|uvul|vertebr)a$/,
    'ae',
    'as',
  ],
  [/(?<=[a-z]{2}om)a$/, 'as', 'ata'],
];

/** The same the other way, for plurals that stand as names more often than their singular does. */
const CLASSICAL_PLURALS: readonly (readonly [ending: RegExp, singular: string])[] = [
  [/(?<=bacteri|cili|diverticul|labi)a$/, 'um'],
  [/(?<=criteri|gangli|mitochondri|phenomen)a$/, 'on'],
  [/(?<=ampull|burs|petechi|stri|vertebr)ae$/, 'a'],
  [/(?<=alveol|bronch|embol|fung|nucle|thromb|vill)i$/, 'us'],
  [/(?<=analy|cri|diagno|metasta|neuro|prosthe|psycho|steno|thrombo)ses$/, 'sis'],
];

/** One of several endings, given as regular expressions parted by spaces. */
const endingIn = (...endings: string[]): RegExp =>
  new RegExp(`(?:${endings.join(' ').replaceAll(' ', '|')})$`);

/** Words that have no plural worth matching: "marrows" are vegetables, "magnesia" is another substance than magnesium. */
const UNCOUNTED = endingIn(
  // Qualities, states, activities, sciences
  'ness (?<!organ)ism (?<!bleed|cover|find|screen|stock|swell)ing care life (?<!x)tension [^aeiou]ics',
  'efficacy fertility mortality obesity puberty (?:appar|fl|st)atus',
  // Diseases and processes
  'asthma cirrhosis delirium dropsy endometriosis gout hydrocephalus ileus lethargy lumbago lupus nystagmus pertussis',
  'podagra polio pox reflux sarcoidosis sciatica sclerosis sepsis tetanus tuberculosis vertigo',
  'emesis genesis iasis itus matosis phylaxis poiesis porosis smus (?<!meta)stasis uresis',
  // Stuff: elements, medicines, the rest
  '(?:alumin|bar|calc|chrom|gadolin|lith|magnes|potass|selen|sod|titan)ium phosphorus limus tropium psyllium',
  'blood botulinum cartilage cholesterol marrow mucus plasma \\bpus water',
  // What only describes, as in "T1-weighted" and "venous"
  '-[a-z]+ed ous partum',
);

/** Words in -s that are no plurals, or plurals that are not many of one: nobody has a "measle", and a "shingle" is another thing. */
const NO_SINGULAR = endingIn(
  '[^aeiou]ics [ious]s [bcf]eps aries ascites bends diabetes feces faeces herpes hives lens measles menses monas mumps',
  'news pancreas piles pons rabies rickets scabies series shingles species yaws',
);

/** Second words of Latin names, whose plural would change both. */
const LATIN_SECOND = endingIn(
  '\\s(?:areata|arteriosus|asthmaticus|bifida|cava|corneum|deformans|equina|erythematosus|excavatum|externa|gravis)',
  '\\s(?:insipidus|interna|magnum|media|mellitus|nigricans|ovale|pectoris|pedis|planus|previa|pulposus|rigidus)',
  '\\s(?:sclerosus|valgus|varus)',
);

/** Diseases called after people are not counted: nobody has two "Paget's diseases". */
const EPONYMOUS = /^\p{Lu}\S+'s? (?:disease|esophagus|oesophagus|palsy|phenomenon|syndrome)\b/u;

/** A name's last word before one of these carries its number: ranges of motion. */
const PREPOSITION = / (?:caused by|due to|for|from|in|into|of|on|to|with|within) /;

function pluralsOfWord(word: string): readonly string[] {
  if (UNCOUNTED.test(word) || (word.length < 3 && word !== 'up') || /\d/.test(word)) return [];
  for (const [ending, ...plurals] of CLASSICAL)
    if (ending.test(word)) return plurals.map((plural) => word.replace(ending, plural));
  if (/(?:ss|ens)$/.test(word)) return [`${word}es`];
  if (/s$/.test(word)) return [];
  if (/[^aeiou]y$/.test(word)) return [word.replace(/y$/, 'ies')];
  if (/(?:[^f]fe|lf)$/.test(word)) return [word.replace(/fe?$/, 'ves')];
  if (/(?:x|z|ch|sh)$/.test(word)) return [`${word}es`];
  return [`${word}s`];
}

/** The singular of a plural; undefined of what is none. */
function singularOfWord(word: string): string | undefined {
  const known = SINGULARS.get(word);
  if (known !== undefined) return known;
  for (const [ending, singular] of CLASSICAL_PLURALS)
    if (ending.test(word)) return word.replace(ending, singular);
  if (!/[a-z]s$/.test(word) || word.length < 5 || NO_SINGULAR.test(word)) return undefined;
  return word.replace(/(?<=[^aeiou])ies$/, 'y').replace(/(?<=[^ae]us|ss|x|[^a]ch|sh)es$|s$/, '');
}

function otherNumberOfWord(word: string): readonly string[] {
  // Of people and trademarks there is more than one only where that is an -s more: "Dopplers".
  if (/^\p{Lu}/u.test(word)) return /[a-rtvw]$/.test(word) ? [`${word}s`] : [];
  const known = IRREGULAR[word];
  if (known) return known;
  const singular = singularOfWord(word);
  return singular === undefined ? pluralsOfWord(word) : [singular];
}

/**
 * The plurals of a name, or its singular where the name is a plural; none where nobody would write one. The word that changes is the
 * last, or the one before a preposition. Of several plurals ("stomas", "stomata") phrases have only the usual one, and of plurals
 * in -itides only those of groups of diseases.
 */
export function otherNumber(name: string): string[] {
  const at = name.search(PREPOSITION);
  const [head, rest] = at > 0 ? [name.slice(0, at), name.slice(at)] : [name, ''];
  if (/ and \S+$/.test(head) || LATIN_SECOND.test(head) || EPONYMOUS.test(head) || UNCOUNTED.test(head))
    return [];
  const start = Math.max(head.lastIndexOf(' '), head.lastIndexOf('-')) + 1;
  const words = otherNumberOfWord(head.slice(start));
  const written = name.includes(' ')
    ? words.slice(0, 1).filter((word) => !/(?<!arthr|vascul)itides$/.test(word))
    : words;
  return written.map((word) => head.slice(0, start) + word + rest);
}
