// Reads tables of text: tab-separated, the first row names the columns. Pure.
import type { Problem, Source } from '../compile.ts';

/** A row by its columns; what a short row leaves out is empty. */
export interface Row {
  /** 1-based. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

interface Table {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

/** Empty lines are passed over. @param columns that must be there; others are read too */
export function readTable({ file, text }: Source, columns: readonly string[]): Table {
  const [head = '', ...lines] = text.split(/\r?\n/);
  const names = head.split('\t').map((name) => name.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0)
    return {
      rows: [],
      problems: [{ file, line: 1, entry: '(file)', reason: `has no column "${missing.join('", "')}"` }],
    };
  const rows = lines.flatMap((line, i): Row[] => {
    if (line.trim() === '') return [];
    const cells = line.split('\t');
    return [
      { line: i + 2, cells: Object.fromEntries(names.map((name, k) => [name, cells[k]?.trim() ?? ''])) },
    ];
  });
  return { rows, problems: [] };
}
