// American and British spelling, both ways: each rule says how a piece of a word is spelled on either side of the Atlantic, and where.

/**
 * A piece of a word in both spellings, and what must stand before and after it, as regular expressions. The surroundings hold in both
 * directions, so a rule that is right one way and wrong the other shows in the tests that go there and back.
 */
type Rule = readonly [before: string, american: string, british: string, after: string];

/** Digraphs of Latin and Greek, which America alone has given up. */
const DIGRAPHS: readonly Rule[] = [
  ['(?<!o|angi)', 'edema', 'oedema', ''],
  ['\\b', 'heme', 'haem', '\\b'],
  ['\\b(?:anti|non|post|micro|pseudo|carboxy|deoxy|oxy|met)?', 'hem', 'haem', '(?=[ao])'],
  ['\\p{L}(?<!acad|boh|pr)', 'emi', 'aemi', '(?=as?\\b)'],
  ['\\p{L}(?<!acad|(?<!s)ch|d|phon|pol|rac|st|tot)', 'emi', 'aemi', '(?=cs?\\b|cally\\b)'],
  ['leuk', 'em', 'aem', '(?=o)'],
  ['\\p{L}(?<!a)', 'esthe', 'aesthe', ''],
  ['orthop', 'ed', 'aed', ''],
  ['', 'pediatr', 'paediatr', ''],
  ['', 'gynec', 'gynaec', ''],
  ['\\p{L}o', 'esophag', '-oesophag', ''],
  ['\\b(?:peri|trans)?', 'esophag', 'oesophag', ''],
  ['\\p{L}o', 'estr', '-oestr', '(?=ogen|adiol|iol\\b|one\\b)'],
  ['\\b(?:anti|ethinyl)?', 'estr', 'oestr', '(?=ogen|adiol|iol\\b|one\\b)'],
  ['rrh', 'e', 'oe', '(?=a(?!e)|ic)'],
  ['pn', 'e', 'oe', '(?=as?\\b|ic)'],
  ['\\bc', 'e', 'oe', '(?=liac)'],
  ['\\b(?:ileo)?c', 'e', 'ae', '(?=cum|cal)'],
  ['\\bc', 'e', 'ae', '(?=sarean)'],
  ['\\bf', 'e', 'ae', '(?=ces|cal)'],
  ['', 'etiolog', 'aetiolog', ''],
  ['\\bn', 'e', 'ae', '(?=v(?:us|i)\\b)'],
  ['\\b(?:ent)?am', 'e', 'oe', '(?=ba|bic|bias)'],
  ['man', 'euver', 'oeuvre', ''],
];

/** Endings, doubled letters and single words, most of which Canada shares with Britain. */
const ENDINGS: readonly Rule[] = [
  ['', 'tumor', 'tumour', '(?=s?\\b)'],
  ['\\b(?:dis)?', 'color', 'colour', '(?=s?\\b|ed\\b|ing\\b|ation|-?blind)'],
  ['\\b', 'labor', 'labour', '(?=s?\\b|ed\\b|ing\\b)'],
  ['', 'behavior', 'behaviour', ''],
  ['\\b(?:fav|flav|hum|od|vap|vig)', 'or', 'our', '(?=s?\\b)'],
  ['', 'fiber', 'fibre', ''],
  ['\\b', 'center', 'centre', '(?=s?\\b)'],
  ['\\b(?:deci|milli)?', 'liter', 'litre', '(?=s?\\b)'],
  ['\\b(?:centi|kilo|milli)', 'meter', 'metre', '(?=s?\\b)'],
  ['\\b(?:calib|goit|theat|tit)', 'er', 're', '(?=s?\\b)'],
  ['(?:canc|chann|couns|fu|lab|lev|mod|trav|tunn)', 'el', 'ell', '(?=ing\\b|ed\\b|[eo]rs?\\b)'],
  ['sign', 'al', 'all', '(?=ing\\b|ed\\b)'],
  ['\\b(?:anti-?)?ag', 'ing', 'eing', '\\b'],
  ['\\b(?:anal|catal|homol)', 'og', 'ogue', '(?=s?\\b)'],
  ['', 'artifact', 'artefact', ''],
  ['\\b', 'program', 'programme', '(?=s?\\b)'],
  ['\\bpracti', 'c', 's', '(?=ed\\b|ing\\b)'],
  ['\\b(?:def|off)en', 's', 'c', '(?=es?\\b)'],
  ['\\blicen', 's', 'c', '(?=es?\\b)'],
  ['', 'sulf', 'sulph', ''],
  ['\\balumin', 'um', 'ium', '\\b'],
  ['\\bm', 'old', 'ould', '(?=s?\\b)'],
  ['\\bpl', 'ow', 'ough', '(?=s?\\b|ed\\b|ing\\b)'],
  ['\\bgr', 'a', 'e', '(?=y\\b)'],
  ['\\b(?:micro|spondylo)?dis', 'k', 'c', '(?=s?\\b|ectom|itis\\b|ogen|ogra)'],
  ['\\bdisten', 't', 's', '(?=ion)'],
];

/** -ise and -yse, which many British journals and the World Health Organization do not write. */
const ISE: readonly Rule[] = [
  [
    // In the first group words with an -ise or -size of their own, in the second (cap)size.
    '\\p{L}{3}(?<![aouvw]|(?<!i)c|pr|prom|prem|dem|surm|chem|desp|franch|merchand|parad|treat|pert|advert|chast|pen)(?<!\\b(?:cap|down|full|king|life|mid|out|over|plus|re|super|under)s)',
    'iz',
    'is',
    '(?=e[drs]?\\b|ers\\b|ing\\b|ations?\\b)',
  ],
  ['\\p{L}l', 'yz', 'ys', '(?=e[dr]?\\b|ers\\b|ing\\b)'],
];

/** Spellings that a part of Britain uses, beside the American ones. */
const ALSO_BRITISH: readonly Rule[] = [
  ['\\bf', 'e', 'oe', '(?=t(?:al|us|uses)\\b)'],
  ['\\bleu', 'k', 'c', '(?=o(?:cyt|pen|plak|rrh))'],
  ['\\bhom', 'e', 'oe', '(?=opath)'],
];

type Replacement = readonly [pattern: RegExp, by: string];

const toBritish = ([before, american, british, after]: Rule): Replacement => [
  new RegExp(`(?<=${before})${american}${after}`, 'gu'),
  british,
];

const toAmerican = ([before, american, british, after]: Rule): Replacement => [
  new RegExp(`(?<=${before})${british}${after}`, 'gu'),
  american,
];

/** Spells names word by word. The same words come again and again in a glossary, so each is worked out once. */
function speller(replacements: readonly Replacement[]): (name: string) => string {
  const known = new Map<string, string>();
  const spell = (word: string): string => {
    // Names of people, places and trademarks are spelled alike everywhere.
    if (/^\p{Lu}/u.test(word)) return word;
    return replacements.reduce((spelled, [pattern, by]) => spelled.replace(pattern, by), word);
  };
  return (name) =>
    name.replace(/\S+/g, (word) => {
      const spelled = known.get(word) ?? spell(word);
      known.set(word, spelled);
      return spelled;
    });
}

/** A name as it is spelled in America. */
export const american = speller([...DIGRAPHS, ...ENDINGS, ...ISE, ...ALSO_BRITISH].map(toAmerican));

/** The customs of places that are not America. */
const CUSTOMS = [
  [...DIGRAPHS, ...ENDINGS, ...ISE],
  [...DIGRAPHS, ...ENDINGS, ...ISE, ...ALSO_BRITISH],
  [...DIGRAPHS, ...ENDINGS],
  ENDINGS,
].map((rules) => speller(rules.map(toBritish)));

/**
 * All spellings of a name, itself first: `fetal hemoglobin` gives fetal hemoglobin, fetal haemoglobin, foetal haemoglobin. A name is
 * spelled by one custom throughout; only what Britain spells in two ways is mixed.
 */
export function spellings(name: string): string[] {
  const plain = american(name);
  return [...new Set([name, plain, ...CUSTOMS.map((spell) => spell(plain))])];
}
