// What a glossary entry is: its type, its schema, its id. Everything else about the glossary builds on this.
import * as v from 'valibot';

/** The kinds of thing an entry can be; each has its label on the card. */
export const KINDS = [
  'condition',
  'symptom',
  'body-part',
  'process',
  'test',
  'procedure',
  'treatment',
  'medicine',
  'germ',
  'substance',
  'measurement',
  'device',
  'person',
  'place',
  'description',
] as const;

export type Kind = (typeof KINDS)[number];

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;

const line = v.pipe(
  v.string('must be text'),
  v.trim(),
  v.nonEmpty('must not be empty'),
  v.check((text) => !/[<>]/.test(text), 'must be plain text, without < or >'),
);

/** One sentence of 8 to 22 words, as the writers' guide asks. */
const shortText = v.pipe(
  line,
  v.check((text) => words(text) >= 8 && words(text) <= 22, 'must have 8 to 22 words'),
  v.check((text) => /[.]$/.test(text), 'must be one sentence that ends in a full stop'),
);

const moreText = v.pipe(
  line,
  v.check((text) => words(text) >= 30 && words(text) <= 80, 'must have 30 to 80 words'),
);

const id = v.pipe(
  v.string('must be an id'),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be an id such as bone-marrow'),
);

const list = v.optional(v.array(line, 'must be a list'), []);

/** The schema of one entry as written in `glossary/en/*.yaml`. */
export const EntrySchema = v.strictObject({
  term: line,
  sense: v.optional(line),
  kind: v.picklist(KINDS, `must be one of ${KINDS.join(', ')}`),
  say: v.optional(line),
  short: shortText,
  more: moreText,
  also: list,
  abbreviations: list,
  forms: list,
  ambiguous: v.optional(
    v.record(
      v.string(),
      v.strictObject({
        cues: v.pipe(
          v.array(v.pipe(line, v.regex(/^[\p{Ll}\d'-]+$/u, 'must be one lower-case word')), 'must be a list'),
          v.minLength(1, 'must name at least one cue word'),
        ),
        /** Health texts use the form for something else as well: other health words near it say nothing. */
        shared: v.optional(v.literal(true, 'must be true or be left out')),
      }),
    ),
    {},
  ),
  parts: v.optional(v.array(id, 'must be a list of ids'), []),
  where: v.optional(id),
  see: v.optional(v.array(id, 'must be a list of ids'), []),
  mixup: v.optional(v.record(id, line), {}),
  not: list,
  quiet: v.optional(v.boolean('must be true or false'), false),
});

/** An entry after the schema has filled in what was left out. */
export type Entry = v.InferOutput<typeof EntrySchema>;

/** An entry with what the compiler knows of it beyond its own text. */
export interface PlacedEntry extends Entry {
  /** The slug of its term and sense; unique in the glossary. */
  readonly id: string;
  /** The name of its file without ending: `bones-joints`. */
  readonly topic: string;
  readonly file: string;
  /** 1-based line where the entry starts in its file. */
  readonly line: number;
}

/**
 * The id of an entry: lower-case ASCII letters and digits joined by single hyphens, made from the term and, where two entries
 * share a term, the sense: `discharge` + `from a wound` is `discharge-from-a-wound`. Apostrophes vanish, accents are dropped.
 */
export function entryId(term: string, sense?: string): string {
  return (sense === undefined ? term : `${term} ${sense}`)
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
