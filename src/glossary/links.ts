// The words of an explanation that have explanations of their own: links inside the card. Worked out at build time. Pure.
import { type FormIndex, isAmbiguous } from '../matching/index.ts';
import { type Candidate, findCandidates } from '../matching/match.ts';

/** A stretch of a text, in UTF-16 units, and the entry that it leads to. */
export type Link = readonly [start: number, end: number, id: string];

/** The entry that a candidate surely stands for: a word with several senses leads nowhere, for a link must not guess. */
function meant({ senses: [sense, ...others], small }: Candidate): string | undefined {
  return sense && others.length === 0 && !small && !isAmbiguous(sense) ? sense.id : undefined;
}

/**
 * The links of the texts of one entry, each in the order of its text. Every entry is led to once, where it is met first; the entry itself never.
 * @param own the id of the entry
 */
export function linksIn(index: FormIndex, own: string, texts: readonly string[]): Link[][] {
  const led = new Set([own]);
  return texts.map((text) =>
    findCandidates(index, text).flatMap((candidate): Link[] => {
      const id = meant(candidate);
      if (id === undefined || led.has(id)) return [];
      led.add(id);
      return [[candidate.start, candidate.end, id]];
    }),
  );
}
