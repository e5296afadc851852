// What the faces show in the gallery: explanations, words and findings as the glossary has them, and some that are longer than any of its own.
import type { Drawing } from '../../src/glossary/drawings.ts';
import type { Finding } from '../../src/glossary/finder.ts';
import type { Explanation } from '../../src/glossary/lookup.ts';
import type { PopupWord } from '../../src/panels/popup-state.ts';

export const EDEMA: Explanation = {
  id: 'edema',
  term: 'edema',
  kind: 'symptom',
  say: 'ih-DEE-muh',
  short: 'Swelling from fluid that collects between the cells of the body.',
  more: 'It is seen most in feet, ankles and legs; a finger pressed into it may leave a dent. The causes range from a long day on the feet to trouble of the heart, liver or kidneys. One leg that swells all of a sudden should be seen by a doctor the same day.',
  also: ['oedema', 'fluid retention'],
  see: [
    { id: 'ascites', term: 'ascites' },
    { id: 'lymphedema', term: 'lymphedema' },
    { id: 'heart-failure', term: 'heart failure' },
  ],
  mixup: [{ id: 'eczema', term: 'eczema', difference: 'an itchy rash' }],
  links: {
    short: [[46, 51, 'cell']],
    more: [
      [25, 31, 'ankle'],
      [133, 153, 'heart-disease'],
    ],
  },
};

export const APPENDICITIS: Explanation = {
  ...EDEMA,
  id: 'appendicitis',
  term: 'appendicitis',
  say: 'uh-pen-dih-SY-tis',
  links: { short: [], more: [] },
  parts: [
    { form: 'appendic-', means: 'appendix' },
    { form: '-itis', means: 'inflammation' },
  ],
  where: { place: 'appendix', figure: 'body', at: 'Lower right of the belly', sided: true },
};

/** A drawing as small as can be: a trunk with something in it. */
export const DRAWING: Drawing = {
  outline: 'M100 0l400 0 0 20-400 0zM120 20l20 480 320 0 20-480-20 0-20 460-280 0-20-460z',
  places: {
    appendix: {
      view: '0 0 600 600',
      organ: 'M240 330l20 0 10 60-30 0z',
      ring: 'M200 360l50-60 60 60-60 60z',
    },
  },
};

export const DISCHARGE_OF_A_WOUND: Explanation = {
  ...EDEMA,
  id: 'discharge-from-a-wound',
  term: 'discharge',
  sense: 'from a wound',
  say: 'DIS-charj',
  short: 'Fluid that comes out of a wound, an opening of the body or a sore place.',
  links: { ...EDEMA.links, short: [[26, 31, 'wound']] },
  also: [],
  mixup: [],
};

export const DISCHARGE_FROM_HOSPITAL: Explanation = {
  ...DISCHARGE_OF_A_WOUND,
  id: 'discharge-from-hospital',
  kind: 'process',
  sense: 'from hospital',
  short: 'Leaving the hospital, with the papers and plans for what comes after.',
  links: { ...EDEMA.links, short: [] },
};

const LONGEST = 'pneumonoultramicroscopicsilicovolcanoconiosispathologicalities';

export const LONG_WORD: Explanation = {
  ...EDEMA,
  id: 'long-word',
  term: LONGEST,
  say: 'noo-muh-noh-UL-truh-my-kruh-SKOP-ik-SIL-ih-koh-vol-KAY-noh-koh-nee-OH-sis',
  also: [`${LONGEST} of the lungs`, LONGEST],
  see: [{ id: 'other', term: LONGEST }],
  mixup: [{ id: 'other', term: LONGEST, difference: 'a word as long as this one' }],
};

const word = (term: string, short: string): PopupWord => ({
  key: term,
  terms: [term],
  short,
  spots: [{ frame: 0, mark: 1 }],
});

export const WORDS: readonly PopupWord[] = [
  word('edema', EDEMA.short),
  word('MRI', 'A scan that makes pictures of the inside of the body with strong magnets.'),
  { ...word('discharge', DISCHARGE_OF_A_WOUND.short), terms: ['discharge', 'hospital discharge'] },
  word(LONGEST, 'A long word for a disease of the lungs from fine dust.'),
  word('biopsy', 'A small piece of the body taken out to be looked at under a microscope.'),
];

export const MANY_WORDS: readonly PopupWord[] = Array.from({ length: 300 }, (_, i) =>
  word(`word ${i + 1}`, EDEMA.short),
);

export const FINDINGS: readonly Finding[] = [EDEMA, DISCHARGE_OF_A_WOUND, DISCHARGE_FROM_HOSPITAL].map(
  ({ id, term, sense, short }) => ({
    id,
    term,
    name: term,
    kind: 'exact',
    short,
    ...(sense !== undefined && { sense }),
  }),
);
