// How a check says what is wrong with an entry.
import type { Problem } from '../compile.ts';
import type { PlacedEntry } from '../entry.ts';

export const problemOf = ({ file, line, id }: PlacedEntry, reason: string): Problem => ({
  file,
  line,
  entry: id,
  reason,
});
