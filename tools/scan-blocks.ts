// Scans blocks of text the way a page is read: gate first, then block after block.
import { decideSenses, type Match } from '../src/matching/context.ts';
import { Definitions } from '../src/matching/definitions.ts';
import { type Density, keepFirst } from '../src/matching/density.ts';
import { createGate, type Gate, readsEnglish } from '../src/matching/gate.ts';
import type { FormIndex } from '../src/matching/index.ts';
import { findCandidates } from '../src/matching/match.ts';

/** One block of a text. */
export interface TextBlock {
  /** Where the block starts in the whole text, in UTF-16 units. */
  readonly start: number;
  readonly text: string;
  /** The number of its section. */
  readonly section: number;
  /** Whether its declared language is English or none is declared. */
  readonly english: boolean;
  /** The number of the article, post or comment it is in, if any. */
  readonly part?: number;
}

/** Reads blocks into the gate of their page and of the part each is in, and tells which blocks are to be marked. */
export function judgeBlocks(
  index: FormIndex,
  blocks: readonly TextBlock[],
): { gate: Gate; isOpen: (block: TextBlock) => boolean } {
  const gate = createGate(index);
  const parts = new Map<number, Gate>();
  /** Parts that begin behind what decides about the page. */
  const late = new Set<number>();
  for (const { english, text, part } of blocks) {
    if (!english) continue;
    if (part !== undefined && gate.full && !parts.has(part)) late.add(part);
    gate.read(text);
    if (part === undefined) continue;
    const own = parts.get(part) ?? createGate(index, 'part');
    parts.set(part, own);
    own.read(text);
  }
  const { medical } = gate.verdict();
  const open = new Set([...parts.keys()].filter((part) => parts.get(part)?.isPartOpen(medical)));
  const isRead = medical || [...open].some((part) => !late.has(part));
  return {
    gate,
    isOpen: ({ english, part }) => english && isRead && (part === undefined ? medical : open.has(part)),
  };
}

/** Whether anything of the blocks is about health, and the matches in what is, at their places in the whole text. */
export function scanBlocks(
  index: FormIndex,
  blocks: readonly TextBlock[],
  density: Density,
): { medical: boolean; matches: Match[] } {
  const { isOpen } = judgeBlocks(index, blocks);
  const ours = blocks.filter(isOpen);
  const taken = new Map<number, Set<string>>();
  const definitions = new Definitions(index);
  for (const { text } of ours) definitions.learn(text, findCandidates(index, text));
  let before = '';
  const matches = ours.flatMap(({ start, text, section }) => {
    const around = before;
    before = text;
    if (readsEnglish(text) === false) return [];
    const place = density === 'section' ? section : 0;
    const here = taken.get(place) ?? new Set();
    taken.set(place, here);
    const candidates = definitions.apply(text, findCandidates(index, text));
    return keepFirst(decideSenses(candidates, text, around), density, here).map((match) => ({
      ...match,
      start: match.start + start,
      end: match.end + start,
    }));
  });
  return { medical: ours.length > 0, matches };
}
