// All checks of what entries say, one after the other. compile.ts has checked their shape.
import type { Problem, Source } from '../compile.ts';
import type { PlacedEntry } from '../entry.ts';
import { checkCircular } from './circular.ts';
import { checkClosure, checkOwnWords } from './closure.ts';
import { checkDistinct } from './distinct.ts';
import { explainedBy } from './explained.ts';
import { familiarWith } from './familiar.ts';
import { checkLinks } from './links.ts';
import { checkMedian, checkWording } from './wording.ts';

/** What stands beside the entries. */
export interface Beside {
  /** `glossary/familiar.txt`: plain words that the public lists lack, one a line. */
  readonly familiar: Source;
  /** `glossary/parts.yaml`, `glossary/places.yaml`. */
  readonly parts?: Source;
  readonly places?: Source;
}

/** What is wrong with the texts of entries, file by file and line by line. */
export function checkTexts(entries: readonly PlacedEntry[], beside: Beside): Problem[] {
  const words = beside.familiar.text.split(/\r?\n/).filter(Boolean);
  const explained = explainedBy(entries);
  const familiar = familiarWith(words);
  const own = { file: beside.familiar.file, words };
  const problems = [
    ...checkWording(entries, explained),
    ...checkMedian(entries, explained),
    ...checkClosure(entries, explained, familiar),
    ...checkOwnWords(own, entries),
    ...checkCircular(entries, explained, familiar),
    ...checkDistinct(entries, explained),
    ...checkLinks(entries, beside.parts, beside.places),
  ];
  return problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}
