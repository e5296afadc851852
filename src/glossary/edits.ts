// How many typing slips lie between what was typed and a name. Pure.

/** The fewest slips, or more than was asked for. */
export interface Edits {
  /** To the whole name. */
  readonly whole: number;
  /** To some beginning of it, as while one still types. */
  readonly beginning: number;
}

/** Three rows of the table, used again for every pair: the search measures thousands for one key press. */
let [beforeLast, last, row] = [new Uint8Array(256), new Uint8Array(256), new Uint8Array(256)];

/**
 * Counts letters left out, put in, taken for another, and neighbours that changed places: the optimal string alignment distance
 * (Damerau 1964, in the restricted form in which no piece is edited twice). A count above `most` says no more than that; only cells
 * within `most` of the diagonal are filled. What is typed has 200 letters at most.
 * @param from where in the text of the name to begin
 */
export function countEdits(typed: string, name: string, most: number, from = 0): Edits {
  const tooMany = most + 1;
  const length = name.length - from;
  const columns = Math.min(length, typed.length + most);
  for (let j = 0; j <= columns; j++) last[j] = Math.min(j, tooMany);
  for (let i = 1; i <= typed.length; i++) {
    const a = typed.charCodeAt(i - 1);
    const first = Math.max(1, i - most);
    const end = Math.min(columns, i + most);
    row[first - 1] = first === 1 ? Math.min(i, tooMany) : tooMany;
    let least = row[first - 1] ?? tooMany;
    for (let j = first; j <= end; j++) {
      const b = name.charCodeAt(from + j - 1);
      let cell = Math.min(
        (j < i + most ? (last[j] ?? 0) : most) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (a === b ? 0 : 1),
        tooMany,
      );
      if (i > 1 && j > 1 && a === name.charCodeAt(from + j - 2) && b === typed.charCodeAt(i - 2))
        cell = Math.min(cell, (beforeLast[j - 2] ?? 0) + 1);
      row[j] = cell;
      if (cell < least) least = cell;
    }
    if (least > most) return { whole: tooMany, beginning: tooMany };
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  let beginning = tooMany;
  const end = Math.min(columns, typed.length + most);
  for (let j = Math.max(0, typed.length - most); j <= end; j++)
    beginning = Math.min(beginning, last[j] ?? tooMany);
  const reached = length <= columns && length >= typed.length - most;
  return { whole: reached ? (last[length] ?? tooMany) : tooMany, beginning };
}
