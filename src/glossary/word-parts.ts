// The parts that medical words are made of (`glossary/parts.yaml`): osteo- is bone, -itis inflammation.
import * as v from 'valibot';
import type { Source } from './source.ts';
import { readTable, shownText, type Table } from './table.ts';

/** At most this many words say what a part means: it stands on a small chip. */
const MOST_WORDS = 4;

const WordPartSchema = v.strictObject({
  /** As it is written in dictionaries, with a hyphen where the word goes on: `osteo-`, `-itis`. */
  forms: v.pipe(
    v.array(
      v.pipe(
        v.string('must be text'),
        v.regex(/^-?[a-z]+-?$/, 'must be small letters with a hyphen at an end'),
      ),
      'must be a list',
    ),
    v.minLength(1, 'must name at least one form'),
  ),
  means: v.pipe(
    shownText,
    v.check((text) => text.split(/\s+/).length <= MOST_WORDS, `must have ${MOST_WORDS} words at most`),
  ),
});

export type WordPart = v.InferOutput<typeof WordPartSchema>;

/** A part as a card shows it. */
export interface ShownPart {
  /** The form that stands in the word: `arthr-` in "arthritis", `arthro-` in "arthroscopy". */
  readonly form: string;
  readonly means: string;
}

/** Reads `glossary/parts.yaml`. */
export const readParts = (source: Source): Table<WordPart> => readTable(source, WordPartSchema);

/** Whether a form can stand in a word where its hyphens say: at the beginning, at the end, or in the midst. */
const standsIn = (word: string, form: string): boolean => {
  const letters = form.replaceAll('-', '');
  if (form.endsWith('-')) return word.includes(letters) && !(word.endsWith(letters) && word !== letters);
  return word.endsWith(letters);
};

/** The longest form of a part that stands in a term; undefined where none does. */
export function formIn(term: string, { forms }: WordPart): string | undefined {
  const words = term
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/);
  return forms
    .filter((form) => words.some((word) => standsIn(word, form)))
    .reduce<string | undefined>(
      (best, form) => (best !== undefined && best.length >= form.length ? best : form),
      undefined,
    );
}

/** The parts of a term as a card shows them, in the order in which the entry names them. */
export const shownParts = (
  term: string,
  ids: readonly string[],
  parts: ReadonlyMap<string, WordPart>,
): ShownPart[] =>
  ids.flatMap((id) => {
    const part = parts.get(id);
    if (part === undefined) return [];
    return [{ form: formIn(term, part) ?? part.forms[0] ?? id, means: part.means }];
  });
