// Reads the test corpus in tests/accuracy: passages in which braces hold what a careful reader would have marked.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Source } from '../src/glossary/compile.ts';
import { readSources } from './glossary-files.ts';

/** What a passage is; the last two hold nothing to be marked. */
export const PASSAGE_KINDS = ['forum', 'article', 'letter', 'everyday', 'foreign'] as const;

export type PassageKind = (typeof PASSAGE_KINDS)[number];

/** A place that should be marked. */
export interface Expected {
  /** Offsets in UTF-16 units in the text without braces. */
  readonly start: number;
  readonly end: number;
  /** The entry that explains it, where the passage says so. */
  readonly id?: string;
}

/** One passage of the corpus. */
export interface Passage {
  readonly id: string;
  readonly kind: PassageKind;
  /** What the page declares; undefined where it declares nothing. */
  readonly lang?: string;
  /** Without braces and ids. */
  readonly text: string;
  readonly expected: readonly Expected[];
}

const PassageSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words and hyphens')),
  kind: v.picklist(PASSAGE_KINDS),
  lang: v.optional(v.pipe(v.string(), v.nonEmpty('must not be empty'))),
  text: v.pipe(v.string(), v.regex(/\S/, 'must not be empty')),
});

/** Whether nothing is to be marked in passages of a kind. */
export const holdsNothing = (kind: PassageKind): boolean => kind === 'everyday' || kind === 'foreign';

/** Takes `{words}` and `{words|id}` out of a text. */
export function readBraces(annotated: string): { text: string; expected: Expected[]; problems: string[] } {
  const expected: Expected[] = [];
  const problems: string[] = [];
  let text = '';
  for (const { 0: part, index } of annotated.matchAll(/\{[^{}]*\}|[^{}]+|[{}]/g)) {
    if (part === '{' || part === '}') {
      const near = annotated.slice(Math.max(0, index - 15), index + 15).replace(/\s+/g, ' ');
      problems.push(`a brace without its other half near "${near}"`);
    } else if (part.startsWith('{')) {
      const [words = '', id, ...rest] = part.slice(1, -1).split('|');
      if (words === '' || words !== words.trim() || id === '' || rest.length > 0)
        problems.push(`"${part}" must be {words} or {words|id}, without spaces at the ends`);
      const start = text.length;
      text += words;
      expected.push({ start, end: text.length, ...(id && { id }) });
    } else text += part;
  }
  return { text, expected, problems };
}

/** Reads and checks passages. A problem is a line for people: file, passage, what is wrong. */
export function readPassages(
  sources: readonly Source[],
  knownIds: ReadonlySet<string>,
): { passages: Passage[]; problems: string[] } {
  const passages: Passage[] = [];
  const problems: string[] = [];
  const names = new Set<string>();
  for (const { file, text: content } of sources) {
    let raw: unknown;
    try {
      raw = parse(content);
    } catch (error) {
      problems.push(`${file}: ${error instanceof Error ? error.message : error}`);
      continue;
    }
    if (!Array.isArray(raw)) {
      problems.push(`${file}: must be a list of passages`);
      continue;
    }
    raw.forEach((item: unknown, i) => {
      const named = v.safeParse(v.object({ id: v.string() }), item);
      const say = (reason: string): void => {
        problems.push(`${file} ${named.success ? named.output.id : `(passage ${i + 1})`}: ${reason}`);
      };
      const parsed = v.safeParse(PassageSchema, item);
      if (!parsed.success) {
        for (const issue of parsed.issues) say(`"${v.getDotPath(issue) ?? 'passage'}" ${issue.message}`);
        return;
      }
      const { id, kind, lang } = parsed.output;
      const { text, expected, problems: braces } = readBraces(parsed.output.text);
      braces.forEach(say);
      if (names.has(id)) say('another passage has the same id');
      names.add(id);
      if (holdsNothing(kind) && expected.length > 0)
        say(`a passage of kind ${kind} has nothing to be marked`);
      for (const place of expected)
        if (place.id !== undefined && !knownIds.has(place.id)) say(`there is no entry "${place.id}"`);
      passages.push({ id, kind, ...(lang !== undefined && { lang }), text, expected });
    });
  }
  return { passages, problems };
}

/** The files of the corpus. */
export const corpusSources = (): Source[] =>
  readSources(join(fileURLToPath(new URL('..', import.meta.url)), 'tests/accuracy'));
