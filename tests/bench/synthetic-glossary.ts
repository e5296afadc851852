// A glossary of any size for benchmarks: names put together from Greek and Latin stems as real ones are, the same for the same seed. It means nothing;
// what counts is that it weighs on index and matcher as a real one would: shared stems and endings, phrases, eponyms, abbreviations, ambiguous words.
import { surfaceForms } from '../../src/glossary/compile.ts';
import { entryId, type Kind, type PlacedEntry } from '../../src/glossary/entry.ts';
import { randomOf } from '../frameworks/random.ts';

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

const PREFIXES = list(
  'hyper hypo poly oligo peri endo epi sub supra inter intra para pseudo pan hemi brady tachy dys neo micro macro auto anti post pre',
);
const STEMS = list(`
  aden angi arteri arthr blephar bronchi cardi cephal cerebr cervic chol cholecyst chondr col colp cost crani cyst cyt dactyl dent derm
  duoden embol encephal enter esophag fibr gastr gingiv gloss glomerul gynec hem hemat hepat hist hyster ile immun kerat lapar laryng
  leuk lip lymph mamm mast mening metr my myel nas nephr neur ocul odont onych oophor ophthalm orchi orth oste ot pancreat path
  pharyng phleb pleur pneum poster proct prostat psych pulm pyel pylor ren retin rhin salping sarc scler sial sigmoid sinus splen
  spondyl stern stomat synov tars ten thel thorac thromb thym thyr toxic trache trich tympan ureter urethr ur uter vascul ven
  vertebr viscer`);
const ENDINGS: readonly (readonly [ending: string, kind: Kind])[] = [
  ...list(
    'itis osis oma opathy algia emia uria odynia omegaly orrhea orrhagia ostenosis oplegia otrophy',
  ).map((ending) => [ending, 'condition'] as const),
  ...list('ectomy otomy ostomy oplasty orrhaphy odesis ocentesis oscopy ogram').map(
    (ending) => [ending, 'procedure'] as const,
  ),
  ...list('oblast ocyte ogen olysin oid').map((ending) => [ending, 'substance'] as const),
];
const ADJECTIVES = list('al ic ous oid ary ogenic otic');
const MANNERS = list(`
  acute chronic primary secondary congenital acquired idiopathic benign malignant recurrent focal diffuse bilateral proximal distal
  juvenile familial postoperative subclinical`);
const NOUNS = list(`
  syndrome disease disorder fracture lesion deficiency insufficiency failure infection resection biopsy reflex tumor edema hemorrhage
  stenosis dystrophy fibrosis necrosis culture nerve artery duct gland test block therapy index`);
const NAMES_START = list(
  'Ab Bern Cast Dor Eck Fal Gar Hol Ist Jon Kar Lind Mar Nor Ost Pet Quin Ros Sand Tor Ulm Vog Wen Yar Zim',
);
const NAMES_END = list('berg man dorf well ini ova sky ton feld aux ier stad wick son der');
const CUES = list(
  'surgery bone blood scan heart skin nerve lung dose fever biopsy joint vein tumor graft valve swelling',
);

/** How many entries make a glossary of the largest size that Bedside is built for; they have about 60,000 forms. */
export const LARGE = 10_000;

/** So many entries, complete and without a form that belongs to two of them. */
export function syntheticEntries(count: number, seed = 1): PlacedEntry[] {
  const { below, oneIn, pick } = randomOf(seed);
  const compound = (): readonly [name: string, kind: Kind] => {
    const [ending, kind] = pick(ENDINGS);
    const stems = oneIn(2) ? pick(STEMS) : `${pick(STEMS)}o${pick(STEMS)}`;
    return [`${oneIn(3) ? pick(PREFIXES) : ''}${stems}${ending}`, kind];
  };
  const adjective = (): string => `${oneIn(4) ? pick(PREFIXES) : ''}${pick(STEMS)}${pick(ADJECTIVES)}`;
  const eponym = (): string => `${pick(NAMES_START)}${pick(NAMES_END)}`;
  const name = (): readonly [name: string, kind: Kind] => {
    const [word, kind] = compound();
    switch (below(6)) {
      case 0:
      case 1:
        return [word, kind];
      case 2:
        return [`${adjective()} ${pick(NOUNS)}`, 'condition'];
      case 3:
        return [`${pick(MANNERS)} ${word}`, kind];
      case 4:
        return [`${adjective()} ${adjective()} ${pick(NOUNS)}`, 'body-part'];
      default:
        return [`${eponym()}'s ${pick(NOUNS)}`, 'condition'];
    }
  };
  const taken = new Set<string>();
  const entries: PlacedEntry[] = [];
  while (entries.length < count) {
    const [term, kind] = name();
    const isPhrase = term.includes(' ');
    const initials = list(term)
      .map((word) => word[0]?.toUpperCase())
      .join('');
    const ambiguous = oneIn(10) ? { [term]: { cues: [pick(CUES), pick(CUES), pick(CUES), pick(CUES)] } } : {};
    const entry: PlacedEntry = {
      ...{
        id: entryId(term),
        term,
        kind,
        ambiguous,
        topic: 'synthetic',
        file: 'synthetic.yaml',
        line: entries.length + 1,
      },
      short: 'A thing that was made up so that there is something to measure.',
      more: 'It has no meaning. '.repeat(10).trim(),
      also: [...(oneIn(2) ? [name()[0]] : []), ...(oneIn(4) ? [name()[0]] : [])],
      abbreviations: isPhrase && oneIn(2) ? [`${initials}${pick(list('A B C D E F G H'))}`] : [],
      ...{ forms: [], parts: [], mixup: {}, quiet: false },
      see: entries.length > 0 && oneIn(2) ? [pick(entries).id] : [],
    };
    const forms = surfaceForms(entry).map(({ text }) => text.toLowerCase());
    if (taken.has(entry.id) || forms.some((form) => taken.has(form))) continue;
    for (const form of [entry.id, ...forms]) taken.add(form);
    entries.push(entry);
  }
  return entries;
}
