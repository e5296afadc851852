// Decides whether a text is about health at all, and whether it is English. Pure bookkeeping over the text read so far.
//
// The gate opens on evidence, each piece counted once however often it is repeated: 3 for an unambiguous term that only health texts use (a
// condition, a treatment, a medicine...), 1 for any other unambiguous term, 1 for a plain health word ("patient", "surgeon"), of which four count at most: they
// support a verdict and do not carry it, so that a game with zombies, wounds and a clinic stays shut. It takes at least one term of the first sort; 4 points in a text under 60 words, 8 in a longer one; and in a longer one also that health words and terms are at least one word in
// 50, so that one paragraph about a knee in a long page about football does not open it. "Zip files: how decompression works" has no term of
// the first sort and stays closed. The order in which the text was read makes no difference.
import type { FormIndex } from './index.ts';
import { findCandidates } from './match.ts';

const POINTS = { clinicalTerm: 3, otherTerm: 1, healthWord: 1 } as const;
const MOST_HEALTH_WORDS = 4;
const SHORT_TEXT_WORDS = 60;
const POINTS_FOR_SHORT_TEXT = 4;
const POINTS_FOR_LONG_TEXT = 8;
const LEAST_SHARE = 1 / 50;

/** How much prose decides, in UTF-16 units: the first 60 KB in document order. */
export const GATE_READS = 60_000;

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const HEALTH_WORDS = set(`
  ache aches aching ailment ailments bleed bleeding blood bone bones brain cancer care chest clinic clinical clinician cure cured diagnosed disease
  diseases doctor doctors dose doses drug drugs emergency fever health healthcare healing heart hip hospital hospitals hurts illness illnesses injection
  injections injured injuries injury joint joints kidney kidneys knee knees liver lung lungs medical medication medications medicine medicines muscle
  muscles nurse nurses operation pain painful pains painkiller painkillers patient patients physician physicians pill pills pregnancy pregnant
  prescribe prescribed prescription scan scans shoulder sick sore spine stomach surgeon surgeons surgery surgical swelling swollen symptom symptoms
  tablets therapies therapist therapy treat treated treating treatment treatments vaccine virus weakness wound wrist`);

const ENGLISH = set(`
  the of and to in is are was were be been for with that this it its on by as at from or not have has had can may will which their they you your my i we
  he she his her our when what if but also an more than who how do does did there these those after before about into over between because while`);
const NOT_ENGLISH = set(`
  der die das und ist nicht ein eine einen mit für von zu auf dem den des sich auch bei wird werden oder el la los las de del que y en un una es por con para
  se su le les et est une dans pour sur avec au aux du qui il lo gli della di che e per non sono nel alla al het een van op dat niet zijn voor och att som
  på av är`);

/** What a text turned out to be. */
export interface Verdict {
  readonly english: boolean;
  readonly medical: boolean;
}

const LEAST_WORDS_TO_TELL = 8;

/** The words of a text in small letters. Initials are none: "Dr E Marlow" is not Italian. */
const wordsOf = (text: string): string[] =>
  (text.match(/\p{L}+/gu) ?? []).filter((word) => !/^[B-HJ-Z]$/.test(word)).map((word) => word.toLowerCase());

/**
 * Whether a text reads as English by its function words; undefined when it is too short to tell. Spelling cannot tell: "hepatitis" and "angina" are
 * German and Spanish words too.
 */
export function readsEnglish(text: string): boolean | undefined {
  const words = wordsOf(text);
  if (words.length < LEAST_WORDS_TO_TELL) return undefined;
  const [ours, others] = [ENGLISH, NOT_ENGLISH].map((kind) => words.filter((word) => kind.has(word)).length);
  if (ours === others) return ours === 0 ? undefined : false;
  return (ours ?? 0) > (others ?? 0);
}

/** A gate that is fed the blocks of one text, then asked. */
export interface Gate {
  /** Takes in one block; ignored once GATE_READS is reached. */
  read(text: string): void;
  /** Whether enough was read that more would change nothing. */
  readonly full: boolean;
  /** How many distinct unambiguous terms were met. */
  readonly found: number;
  verdict(): Verdict;
}

/** Opens a gate for one text. */
export function createGate(index: FormIndex): Gate {
  let units = 0;
  let words = 0;
  let healthOccurrences = 0;
  let english = 0;
  let foreign = 0;
  const clinical = new Set<string>();
  const other = new Set<string>();
  const health = new Set<string>();
  return {
    get full() {
      return units >= GATE_READS;
    },
    get found() {
      return clinical.size + other.size;
    },
    read(text) {
      if (units >= GATE_READS) return;
      units += text.length;
      const read = wordsOf(text);
      words += read.length;
      for (const word of read) {
        if (ENGLISH.has(word)) english++;
        if (NOT_ENGLISH.has(word)) foreign++;
        if (!HEALTH_WORDS.has(word)) continue;
        health.add(word);
        healthOccurrences++;
      }
      for (const { senses } of findCandidates(index, text)) {
        for (const { id, cues, clinical: isClinical } of senses) {
          if (cues !== undefined) continue;
          (isClinical ? clinical : other).add(id);
          healthOccurrences++;
        }
      }
    },
    verdict() {
      const points =
        clinical.size * POINTS.clinicalTerm +
        other.size * POINTS.otherTerm +
        Math.min(health.size, MOST_HEALTH_WORDS) * POINTS.healthWord;
      const short = words < SHORT_TEXT_WORDS;
      const enough = points >= (short ? POINTS_FOR_SHORT_TEXT : POINTS_FOR_LONG_TEXT);
      const dense = short || healthOccurrences >= words * LEAST_SHARE;
      // A text too short to have function words is given the benefit of the doubt.
      const isEnglish = english > foreign || english + foreign === 0;
      return { english: isEnglish, medical: isEnglish && clinical.size > 0 && enough && dense };
    },
  };
}
