// Counts how well marking does on passages of which it is known what should be marked.
import { parseHTML } from 'linkedom';
import type { Match } from '../src/matching/context.ts';
import { readsEnglish } from '../src/matching/gate.ts';
import type { FormIndex } from '../src/matching/index.ts';
import { findCandidates } from '../src/matching/match.ts';
import { inEnglish } from '../src/page/blocks.ts';
import {
  type Expected,
  holdsNothing,
  PASSAGE_KINDS,
  type Passage,
  type PassageKind,
} from './accuracy-corpus.ts';
import { scanBlocks, type TextBlock } from './scan-blocks.ts';
import { blocksOfText } from './scan-files.ts';

/** What was counted in the passages of one kind, or in all. */
export interface Tally {
  readonly passages: number;
  readonly expected: number;
  /** How many marks were made. */
  readonly found: number;
  /** How many of them stand exactly where a mark is expected, and explain what is meant there. */
  readonly right: number;
  /** Null where nothing was found. */
  readonly precision: number | null;
  /** Null where nothing is expected. */
  readonly recall: number | null;
}

/** A place where marking and expectation differ. */
export interface Disagreement {
  readonly passage: string;
  readonly kind: PassageKind;
  /** The words, with 30 characters before and after. */
  readonly words: string;
  readonly before: string;
  readonly after: string;
  /** For a miss, why there is no such mark; for a false mark, the entry it would explain. */
  readonly why: string;
}

export interface Accuracy {
  readonly kinds: Readonly<Partial<Record<PassageKind, Tally>>>;
  readonly all: Tally;
  /** Passages about health that were not read, others that were. */
  readonly wrongVerdicts: readonly {
    readonly passage: string;
    readonly kind: PassageKind;
    readonly medical: boolean;
  }[];
  /** How many marks were made in passages that hold nothing to be marked. */
  readonly marksWhereNone: number;
  readonly misses: readonly Disagreement[];
  readonly falseMarks: readonly Disagreement[];
}

const CONTEXT = 30;

/** Whether a page that declares this language is read at all: asked of the rule that pages are read by. */
function declaresEnglish(lang: string | undefined): boolean {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  if (lang !== undefined) document.documentElement.setAttribute('lang', lang);
  return inEnglish(document.body);
}

/** The share of right ones, to four places, so that two runs can be compared as text. */
const share = (right: number, of: number): number | null =>
  of === 0 ? null : Math.round((right / of) * 10_000) / 10_000;

type Counts = Pick<Tally, 'passages' | 'expected' | 'found' | 'right'>;

function tally(counted: readonly Counts[]): Tally {
  const sum = (key: keyof Counts): number => counted.reduce((total, counts) => total + counts[key], 0);
  const [expected, found, right] = [sum('expected'), sum('found'), sum('right')];
  return {
    passages: sum('passages'),
    expected,
    found,
    right,
    precision: share(right, found),
    recall: share(right, expected),
  };
}

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** Of several senses the card shows the likelier first; that is the one that has to be right. */
const isRight = (match: Match, place: Expected): boolean =>
  match.start === place.start &&
  match.end === place.end &&
  (place.id === undefined || match.ids[0] === place.id);

function measurePassage(index: FormIndex, { id, kind, lang, text, expected }: Passage) {
  const english = declaresEnglish(lang);
  const blocks: TextBlock[] = blocksOfText(text).map((block) => ({ ...block, english }));
  const { medical, matches } = scanBlocks(index, blocks, 'all');

  /** Why a place is not marked as it should be. */
  const whyMissed = (place: Expected): string => {
    if (!english) return 'the page declares another language';
    if (!medical) return 'the gate is closed';
    const instead = matches.find((match) => overlap(match, place));
    if (instead) return `marked "${text.slice(instead.start, instead.end)}" as ${instead.ids.join(' ')}`;
    const block = blocks.find((one) =>
      overlap({ start: one.start, end: one.start + one.text.length }, place),
    );
    if (!block || readsEnglish(block.text) === false) return 'the block does not read as English';
    const candidate = findCandidates(index, block.text)
      .map((one) => ({ ...one, start: one.start + block.start, end: one.end + block.start }))
      .find((one) => overlap(one, place));
    if (!candidate) return 'no form of the glossary';
    const ids = candidate.senses.map((sense) => sense.id).join(' ');
    return `left out by its company: "${text.slice(candidate.start, candidate.end)}" as ${ids}`;
  };

  const shown = ({ start, end }: { start: number; end: number }, why: string): Disagreement => {
    const slice = (from: number, to: number): string =>
      text.slice(Math.max(0, from), to).replace(/\s+/g, ' ');
    return {
      passage: id,
      kind,
      words: slice(start, end),
      before: slice(start - CONTEXT, start),
      after: slice(end, end + CONTEXT),
      why,
    };
  };

  const missed = expected.filter((place) => !matches.some((match) => isRight(match, place)));
  const wrong = matches.filter((match) => !expected.some((place) => isRight(match, place)));
  return {
    id,
    kind,
    medical,
    counts: {
      passages: 1,
      expected: expected.length,
      found: matches.length,
      right: matches.length - wrong.length,
    },
    misses: missed.map((place) => shown(place, whyMissed(place))),
    falseMarks: wrong.map((match) => shown(match, match.ids.join(' '))),
  };
}

/** Reads every passage as `npm run scan` does, every place marked, and compares. */
export function measure(index: FormIndex, passages: readonly Passage[]): Accuracy {
  const measured = passages.map((passage) => measurePassage(index, passage));
  const ofKind = (kind: PassageKind) => measured.filter((one) => one.kind === kind);
  return {
    kinds: Object.fromEntries(
      PASSAGE_KINDS.filter((kind) => ofKind(kind).length > 0).map((kind) => [
        kind,
        tally(ofKind(kind).map(({ counts }) => counts)),
      ]),
    ),
    all: tally(measured.map(({ counts }) => counts)),
    wrongVerdicts: measured
      .filter(({ kind, medical }) => medical === holdsNothing(kind))
      .map(({ id, kind, medical }) => ({ passage: id, kind, medical })),
    marksWhereNone: measured
      .filter(({ kind }) => holdsNothing(kind))
      .reduce((sum, { counts }) => sum + counts.found, 0),
    misses: measured.flatMap(({ misses }) => misses),
    falseMarks: measured.flatMap(({ falseMarks }) => falseMarks),
  };
}
