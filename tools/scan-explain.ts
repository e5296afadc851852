// Says for each candidate in a text why it was kept or left out, in words for people who write entries and rules.
import { explainSenses, type Reason } from '../src/matching/context.ts';
import { Definitions } from '../src/matching/definitions.ts';
import { readsEnglish } from '../src/matching/gate.ts';
import type { FormIndex } from '../src/matching/index.ts';
import { findCandidates } from '../src/matching/match.ts';
import { judgeBlocks, type TextBlock } from './scan-blocks.ts';

function sentenceFor(reason: Reason): string {
  switch (reason.kind) {
    case 'sure':
      return 'has no other sense';
    case 'cue':
      return `"${reason.cue}" stands ${reason.away} ${reason.away === 1 ? 'word' : 'words'} away`;
    case 'related':
      return `"${reason.id}" stands near`;
    case 'company':
      return `in the company of ${reason.company.join(', ')}`;
    case 'before':
      return `"${reason.cue}" stands in the block before`;
    case 'alone':
      return reason.company.length > 0
        ? `only ${reason.company.join(', ')} near, and no cue`
        : 'no cue and no company near';
  }
}

const list = (ids: readonly string[]): string => (ids.length > 0 ? ids.join(', ') : 'none');

/** Lines that tell the gate's evidence and verdict, then every candidate with what was decided. */
export function explainBlocks(index: FormIndex, text: string, blocks: readonly TextBlock[]): string[] {
  const { gate, isOpen } = judgeBlocks(index, blocks);
  const { words, clinical, other, decided, healthWords, otherWords, points, needed, share } = gate.evidence;
  const { english, medical } = gate.verdict();
  const lines = [
    `gate ${medical ? 'open' : 'closed'}: ${points} points of ${needed} in ${words} words, ${(100 * share).toFixed(1)} % of them of health${english ? '' : '; not English'}`,
    `  terms only health texts use: ${list(clinical)}`,
    `  other terms: ${list(other)}`,
    `  decided by company: ${list(decided)}`,
    `  health words: ${list(healthWords)}`,
    `  words of other topics: ${list(otherWords)}`,
  ];
  const definitions = new Definitions(index);
  for (const { text: block } of blocks) definitions.learn(block, findCandidates(index, block));
  let before = '';
  for (const one of blocks) {
    const { start, text: block, english: inEnglish } = one;
    if (!inEnglish) continue;
    if (!isOpen(one) && medical) lines.push(`  the part at ${start} is not about health`);
    const around = before;
    before = block;
    if (readsEnglish(block) === false) {
      lines.push(`  the block at ${start} does not read as English`);
      continue;
    }
    const found = findCandidates(index, block);
    const candidates = definitions.apply(block, found);
    for (const { start: from, end } of found)
      if (!candidates.some((candidate) => candidate.start === from))
        lines.push(
          `  ${String(from + start).padStart(6)}  ${block.slice(from, end)}: left out (the text says that it stands for something else)`,
        );
    for (const { candidate, ids, reasons } of explainSenses(candidates, block, around)) {
      const at = candidate.start + start;
      const word = text.slice(at, candidate.end + start).replace(/\s+/g, ' ');
      const why = candidate.senses.map(({ id }, i) => {
        const reason = reasons[i];
        return `${id}: ${reason ? sentenceFor(reason) : ''}`;
      });
      const verdict = ids.length > 0 ? `kept as ${ids.join(' ')}` : 'left out';
      lines.push(`  ${String(at).padStart(6)}  ${word}: ${verdict} (${why.join('; ')})`);
    }
  }
  return lines;
}
