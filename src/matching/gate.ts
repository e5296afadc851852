// Decides whether a text is about health at all, and whether it is English. Pure bookkeeping over the text read so far.
//
// The gate opens on evidence, each piece counted once however often it is repeated (POINTS): an unambiguous term that only health texts use (a condition, a
// treatment, a medicine...) counts most; any other unambiguous term and a plain health word ("patient", "surgeon") little, and of the plain words only a few: they
// support a verdict and do not carry it. Plain words of other topics ("players", "leaves", "court") count against it, so that a game with zombies, wounds and a
// clinic stays shut. Words with another sense ("cast", "labor") count
// where their company decides that they are meant medically, and where the text has a term without another sense and two health words as well.
// A text needs some points, more if it is long (a paragraph about a knee in a long page about football does not open it), health words and terms now and then
// all through it, and a term of the first sort or many of the others. "Zip files: how decompression works" has no term at all and stays closed.
// The order in which the blocks were read makes no difference.
import { decideSenses } from './context.ts';
import { type FormIndex, isAmbiguous } from './index.ts';
import { type Candidate, findCandidates } from './match.ts';
import { type TopicWord, topicWord } from './topic-words.ts';
import { HASH, STRIDE, type Words, wordsIn } from './words.ts';

/** What a piece of evidence counts. */
const POINTS = { clinicalTerm: 3, otherTerm: 1, decidedTerm: 1, healthWord: 1, otherTopicWord: -1 } as const;
const MOST_HEALTH_WORDS = 4;
const MOST_OTHER_TOPIC_WORDS = 4;
/** Words decided by their company count only beside so many health words, and more than so many for each word of another topic. */
const HEALTH_WORDS_BESIDE_DECIDED = 2;
const HEALTH_WORDS_FOR_EACH_OTHER = 2;
/** How many points open a text of up to so many words, and one of so many and more; between the two it takes proportionally more. */
const SHORT_TEXT = { words: 60, points: 4 } as const;
const LONG_TEXT = { words: 100, points: 8 } as const;
/** What opens a text without any term that only health texts use: so many terms with so many points, or so many terms that have no other sense. */
const WITHOUT_CLINICAL = { terms: 4, points: 9, unambiguous: 6 } as const;
/** Health words and terms are at least this share of the words of a text that is not short. */
const LEAST_SHARE = 1 / 50;

/** Articles, posts and comments of so many words are judged by themselves; on a page about health so many points keep them open. */
const PART_WORDS = 40;
const POINTS_TO_STAY = 2;

/** How much prose decides, in UTF-16 units: the first 60 KB of a page in document order, less of an article, post or comment. */
const PAGE_READS = 60_000;
const PART_READS = 12_000;

/** What a text turned out to be. */
export interface Verdict {
  readonly english: boolean;
  readonly medical: boolean;
}

const LEAST_WORDS_TO_TELL = 8;

/** A single capital letter that is no word: "Dr E Marlow" is not Italian. */
function isInitial(words: Words, i: number): boolean {
  const first = words.text.charCodeAt(words.start(i));
  return words.end(i) - words.start(i) === 1 && first > 65 && first <= 90 && first !== 73;
}

/** Calls back for each word of a text that tells something. Returns how many words the text has, numbers not counted. */
function forTopicWords(text: string, hear: (found: TopicWord) => void): number {
  const words = wordsIn(text);
  const { table, count } = words;
  for (let at = HASH; at < STRIDE * count; at += STRIDE) {
    const found = topicWord(table[at] ?? 0);
    if (found !== undefined && !isInitial(words, (at - HASH) / STRIDE)) hear(found);
  }
  return count - words.numbers;
}

/**
 * Whether a text reads as English by its function words; undefined when it is too short to tell. Spelling cannot tell: "hepatitis" and "angina" are
 * German and Spanish words too.
 */
export function readsEnglish(text: string): boolean | undefined {
  let [english, foreign] = [0, 0];
  const words = forTopicWords(text, ({ tells }) => {
    if (tells === 'english') english++;
    else if (tells === 'not English') foreign++;
  });
  if (words < LEAST_WORDS_TO_TELL) return undefined;
  if (english === foreign) return english === 0 ? undefined : false;
  return english > foreign;
}

/** What a gate goes by. */
interface Evidence {
  readonly words: number;
  /** Ids of unambiguous terms that only health texts use. */
  readonly clinical: readonly string[];
  /** Ids of other unambiguous terms. */
  readonly other: readonly string[];
  /** Ids of terms that their company decided, where they count. */
  readonly decided: readonly string[];
  readonly healthWords: readonly string[];
  /** Plain words of other topics. */
  readonly otherWords: readonly string[];
  readonly points: number;
  /** How many points the text needs. */
  readonly needed: number;
  /** Health words and unambiguous terms, each time they stand there, as a share of all words. */
  readonly share: number;
}

/** A gate that is fed the blocks of one text, then asked. */
export interface Gate {
  /** Takes in one block, with the forms found in it; ignored once it is full. */
  read(text: string, candidates?: readonly Candidate[]): void;
  /** Whether enough was read that more would change nothing. */
  readonly full: boolean;
  /** How many distinct unambiguous terms were met. */
  readonly found: number;
  readonly evidence: Evidence;
  verdict(): Verdict;
  /** The verdict on an article, post or comment, by the verdict on its page: a short one is what the page is, and one on a page about health may say little of it. */
  isPartOpen(pageIsOpen: boolean): boolean;
}

/** A gate for one text: a page, or a part of one. */
export function createGate(index: FormIndex, of: 'page' | 'part' = 'page'): Gate {
  const most = of === 'page' ? PAGE_READS : PART_READS;
  let units = 0;
  let words = 0;
  let healthOccurrences = 0;
  let english = 0;
  let foreign = 0;
  const clinical = new Set<string>();
  const other = new Set<string>();
  /** Blocks with words whose company has to decide, and what it decided once somebody asked. */
  let undecided: (readonly [candidates: readonly Candidate[], text: string])[] = [];
  const decided = new Set<string>();
  const health = new Set<string>();
  const elsewhere = new Set<string>();
  /** Ids of the terms that their company decides and nothing else; none where such do not count. */
  const idsDecided = (): string[] => {
    const counts =
      clinical.size + other.size > 0 &&
      health.size >= HEALTH_WORDS_BESIDE_DECIDED &&
      health.size > HEALTH_WORDS_FOR_EACH_OTHER * elsewhere.size;
    if (!counts) return [];
    for (const [candidates, text] of undecided)
      for (const { ids } of decideSenses(candidates, text)) for (const id of ids) decided.add(id);
    undecided = [];
    return [...decided].filter((id) => !clinical.has(id) && !other.has(id));
  };
  const evidenceWith = (ids: readonly string[]): Evidence => ({
    words,
    clinical: [...clinical],
    other: [...other],
    decided: ids,
    healthWords: [...health],
    otherWords: [...elsewhere],
    points:
      clinical.size * POINTS.clinicalTerm +
      other.size * POINTS.otherTerm +
      ids.length * POINTS.decidedTerm +
      Math.min(health.size, MOST_HEALTH_WORDS) * POINTS.healthWord +
      Math.min(elsewhere.size, MOST_OTHER_TOPIC_WORDS) * POINTS.otherTopicWord,
    needed: pointsNeeded(words),
    share: words === 0 ? 0 : healthOccurrences / words,
  });
  return {
    get full() {
      return units >= most;
    },
    get found() {
      return clinical.size + other.size;
    },
    read(text, candidates = findCandidates(index, text)) {
      if (units >= most) return;
      units += text.length;
      words += forTopicWords(text, ({ word, tells }) => {
        if (tells === 'english') english++;
        else if (tells === 'not English') foreign++;
        else if (tells === 'other topic') elsewhere.add(word);
        else {
          health.add(word);
          healthOccurrences++;
        }
      });
      for (const { senses, small } of candidates) {
        if (small) continue;
        for (const sense of senses) {
          if (isAmbiguous(sense)) continue;
          (sense.clinical ? clinical : other).add(sense.id);
          healthOccurrences++;
        }
      }
      if (candidates.some(({ senses, small }) => small || senses.some(isAmbiguous)))
        undecided.push([candidates, text]);
    },
    get evidence() {
      return evidenceWith(idsDecided());
    },
    verdict() {
      // A text too short to have function words is given the benefit of the doubt.
      const isEnglish = english > foreign || english + foreign === 0;
      // What company decides is asked only where the rest does not do: it costs most, and adds to it.
      const medical = isEnglish && (isOfHealth(evidenceWith([])) || isOfHealth(this.evidence));
      return { english: isEnglish, medical };
    },
    isPartOpen(pageIsOpen) {
      if (words < PART_WORDS) return pageIsOpen;
      const { english: isEnglish, medical } = this.verdict();
      return medical || (pageIsOpen && isEnglish && this.evidence.points >= POINTS_TO_STAY);
    },
  };
}

function pointsNeeded(words: number): number {
  const length = (words - SHORT_TEXT.words) / (LONG_TEXT.words - SHORT_TEXT.words);
  return SHORT_TEXT.points + Math.min(Math.max(length, 0), 1) * (LONG_TEXT.points - SHORT_TEXT.points);
}

function isOfHealth({ words, clinical, other, decided, points, needed, share }: Evidence): boolean {
  const terms = clinical.length + other.length + decided.length;
  const ofHealth =
    clinical.length > 0 ||
    other.length >= WITHOUT_CLINICAL.unambiguous ||
    (terms >= WITHOUT_CLINICAL.terms && points >= WITHOUT_CLINICAL.points);
  return ofHealth && points >= needed && (words <= SHORT_TEXT.words || share >= LEAST_SHARE);
}
