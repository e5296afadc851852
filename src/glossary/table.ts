// Reads a file of `glossary/` that is a map by id, such as `parts.yaml`, and says what is wrong with it, line by line.
import * as v from 'valibot';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Problem, Source } from './source.ts';

/** What a file holds, by id, and what is wrong with it. */
export interface Table<Row> {
  readonly rows: ReadonlyMap<string, Row>;
  readonly problems: readonly Problem[];
}

/** Text as it is shown: not empty, and no markup. */
export const shownText = v.pipe(
  v.string('must be text'),
  v.trim(),
  v.nonEmpty('must not be empty'),
  v.check((text) => !/[<>]/.test(text), 'must be plain text, without < or >'),
);

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads a map of rows that each fit a schema. Rows with a fault are left out. */
export function readTable<Row>({ file, text }: Source, schema: v.GenericSchema<unknown, Row>): Table<Row> {
  const rows = new Map<string, Row>();
  const problems: Problem[] = [];
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const say = (at: number, entry: string, reason: string): void => {
    problems.push({ file, line: lines.linePos(at).line, entry, reason });
  };
  for (const { pos, message } of document.errors) say(pos[0], '(file)', message.split('\n')[0] ?? message);
  if (problems.length > 0) return { rows, problems };
  if (!isMap(document.contents)) {
    say(0, '(file)', 'must be a map by id');
    return { rows, problems };
  }
  for (const { key, value } of document.contents.items) {
    const at = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
    const id = isScalar(key) ? String(key.value) : '';
    if (!ID.test(id)) say(at, id, 'must be an id such as bone-marrow');
    const parsed = v.safeParse(schema, isMap(value) ? value.toJS(document) : value);
    if (parsed.success) rows.set(id, parsed.output);
    else
      for (const { path, message } of parsed.issues)
        say(at, id, `${(path ?? []).map(({ key: step }) => `"${String(step)}" `).join('')}${message}`);
  }
  return { rows, problems };
}
