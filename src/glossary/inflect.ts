// Makes, from the few names an entry lists, all the surface forms that people write: singular and plural, British spellings, possessives
// of names, joined and parted compounds, numerals. Pure; rules first, exceptions as data. A hyphen reads like a space (text.ts), so no form is made for it.
import { otherNumber } from './plurals.ts';
import { spellings } from './spelling.ts';

/** A surface form of an entry. */
export interface SurfaceForm {
  readonly text: string;
  /** The name it is made from, as the entry lists it. */
  readonly name: string;
  /** Matched by its exact letters. */
  readonly exact: boolean;
  /** The cues of that name, where it is ambiguous. */
  readonly cues?: readonly string[];
  /** Health texts use that name for something else as well. */
  readonly shared?: true;
}

/** What diseases called after people are called beside the name. */
const EPONYM = /^(\p{Lu}\p{Ll}+) (?=(?:contracture|disease|lymphoma|palsy|phenomenon|sarcoma|syndrome)\b)/u;

/** Places and things that diseases are called after; they own nothing. */
const NO_PERSON = /^(?:Bornholm|Ebola|Lassa|Lyme|Marburg|Mediterranean|Minamata|Stockholm|Zika) /;

/** With and without the apostrophe: Crohn's, Crohns, Crohn. Only names of people go without the s ("athlete's foot" is no "athlete foot"). */
function possessives(name: string): string[] {
  if (/'s\b/.test(name)) return [name.replace(/'s\b/g, 's'), name.replace(/(?<=\b\p{Lu}\p{L}*)'s\b/gu, '')];
  if (/s'(?= |$)/.test(name)) return [name.replace(/s'(?= |$)/g, 's'), name.replace(/s'(?= |$)/g, "'s")];
  const [, person] = NO_PERSON.test(name) ? [] : (EPONYM.exec(name) ?? []);
  if (person === undefined) return [];
  const rest = name.slice(person.length);
  return person.endsWith('s')
    ? [`${person}'${rest}`, `${person.slice(0, -1)}'s${rest}`]
    : [`${person}'s${rest}`, `${person}s${rest}`];
}

/** Beginnings that people part from the rest, or join to it, at will. */
const PREFIX =
  'anti|auto|cardio|co|extra|gastro|inter|intra|micro|mini|multi|musculo|neuro|non|over|peri|post|pre|re|sub|trans|ultra|under';

const anyOf = (...places: string[]): RegExp => new RegExp(places.join('|'), 'gu');

/** A hyphen that people also leave out. In other compounds they do not: nobody writes "boneforming". */
const JOINABLE = anyOf(
  `(?<=\\b(?:${PREFIX}))-(?=\\p{Ll})(?!the\\b)`,
  '(?<=\\p{Ll})-(?=(?:back|down|in|off|out|over|through|up)s?\\b)',
  '(?<=\\b(?:health|omega|weight|well|x))-(?=3|6|bearing|being|care|ray)',
  // Letters beside digits and Greek letters: CA-125, 5-HT, beta-2, beta-blocker, TNF-alpha.
  '(?<=\\b\\p{Lu}+)-(?=\\d)|(?<=\\b\\d)-(?=\\p{Lu}+s?\\b)',
  '(?<=\\b(?:alpha|beta|gamma|delta))-(?=\\p{Ll}|\\d)|(?<=\\b\\p{Lu}+)-(?=(?:alpha|beta|gamma)\\b)',
);

/** A beginning that people also part from the rest: free ones before anything, others where that is seen in print. */
const PARTABLE = anyOf(
  '\\b(?:anti|intra|micro|multi|non|post|pre)(?=[a-z]{5}|term\\b)|\\bover(?=[a-z]{4})',
  '\\bauto(?=immun)|\\bcardio(?=pulm|resp|vasc)|\\bco(?=infect|morbid)|\\bextra(?=articular|corporeal|dural)',
  '\\bgastro(?=enter|intest)|\\binter(?=costal|vertebral)|\\bmusculo(?=skeletal)|\\bneuro(?=degen|devel|muscular)',
  '\\bperi(?=menopaus|natal|operative)|\\bsub(?=acute|chondral|clinical|cutaneous|dural)',
  '\\btrans(?=dermal|rectal|vaginal)|\\bultra(?=son|soun)|\\bB(?=1?\\d\\b)',
);

/** Words that only look as if they began so. */
const NO_PREFIX =
  /\b(?:antibod|antici|antidot|antigen|antiqu|intract|microb|microph|microsc|multipl|overall|posteri|postpon|postur|preced|preci|predict|prednis|predom|prefer|pregab|pregn|prejud|prelim|premat|premi|prepa|prepuc|presb|prescri|presen|preserv|press|presum|preten|preval|prevent|previ)/;

const joined = (name: string): string => name.replace(JOINABLE, '');

const parted = (name: string): string =>
  name
    .split(' ')
    .map((word) => (NO_PREFIX.test(word) ? word : word.replace(PARTABLE, '$&-')))
    .join(' ');

const ROMAN = ['0', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII'];

/** Kinds and stages in the other numerals: type 2 and type II, factor VIII and factor 8. */
const NUMBERED = /(?<=\b(?:class|factor|grade|phase|stage|type) )(?:\d+|[IVX]+)(?=[abc]?\b)/;

function numerals(name: string): string {
  return name.replace(NUMBERED, (numeral) => {
    const value = ROMAN.indexOf(numeral);
    return value > 0 ? String(value) : (ROMAN[Number(numeral)] ?? numeral);
  });
}

const applyAll = (names: readonly string[], rule: (name: string) => readonly string[]): string[] => [
  ...new Set([...names, ...names.flatMap(rule)]),
];

/**
 * All forms of a name in running text, itself first: `tumor` gives tumor, tumors, tumour, tumours. Case and accents are left to the
 * matcher. `countable` false (adjectives, verbs, names of qualities) makes no plurals.
 */
export function formsOfName(name: string, countable = true): string[] {
  let forms = [name.replace(/’/g, "'")];
  if (countable) forms = applyAll(forms, otherNumber);
  forms = applyAll(forms, possessives);
  forms = applyAll(forms, spellings);
  forms = applyAll(forms, (form) => [numerals(form)]);
  return applyAll(forms, (form) => [joined(form), parted(form)]);
}

/** All forms of an abbreviation, matched by case: `MRI` gives MRI, MRIs, M.R.I; `CA-125` gives CA125 too. */
export function formsOfAbbreviation(abbreviation: string): string[] {
  const forms = [abbreviation];
  if (/[A-RT-Z]$/.test(abbreviation)) forms.push(`${abbreviation}s`);
  if (/^[A-Z]{2,4}$/.test(abbreviation)) forms.push([...abbreviation].join('.'));
  return applyAll(forms, (form) => [joined(form)]);
}

/** Whether a name is written as an abbreviation, so that its case matters: one word with two capitals or more (MRI, HbA1c). */
export const isAbbreviation = (name: string): boolean =>
  !/[\s-]/.test(name) && (name.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
