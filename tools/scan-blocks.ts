// Scans blocks of text the way a page is read: gate first, then block after block.
import { decideSenses, type Match } from '../src/matching/context.ts';
import { type Density, keepFirst } from '../src/matching/density.ts';
import { createGate, readsEnglish } from '../src/matching/gate.ts';
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
}

/** The gate's verdict on the blocks, and the matches in them at their places in the whole text. */
export function scanBlocks(
  index: FormIndex,
  blocks: readonly TextBlock[],
  density: Density,
): { medical: boolean; matches: Match[] } {
  const gate = createGate(index);
  const ours = blocks.filter(({ english }) => english);
  for (const { text } of ours) gate.read(text);
  const { medical } = gate.verdict();
  if (!medical) return { medical, matches: [] };
  const taken = new Map<number, Set<string>>();
  let before = '';
  const matches = ours.flatMap(({ start, text, section }) => {
    const around = before;
    before = text;
    if (readsEnglish(text) === false) return [];
    const place = density === 'section' ? section : 0;
    const here = taken.get(place) ?? new Set();
    taken.set(place, here);
    return keepFirst(decideSenses(findCandidates(index, text), text, around), density, here).map((match) => ({
      ...match,
      start: match.start + start,
      end: match.end + start,
    }));
  });
  return { medical, matches };
}
