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

const lettersOf = (form: string): string => form.replaceAll('-', '');

/** Whether a form stands where its hyphens say: `osteo-` before something else, `-itis` at the end. */
function fits(word: string, form: string): boolean {
  const letters = lettersOf(form);
  return form.endsWith('-') ? word.slice(0, -1).includes(letters) : word.endsWith(letters);
}

const wordsOf = (term: string): string[] =>
  term
    .normalize('NFKD')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[^a-z]/g, ''));

/** Of a part's forms that one to show: which stands in the term, and best right before what follows; the longest of these. */
function formIn(term: string, forms: readonly string[], next: string): string | undefined {
  const words = wordsOf(term);
  const holding = (inside: (word: string, form: string) => boolean): string | undefined =>
    forms.filter((form) => words.some((word) => inside(word, form))).sort((a, b) => b.length - a.length)[0];
  return (
    holding((word, form) => fits(word, form) && word.includes(lettersOf(form) + lettersOf(next))) ??
    holding(fits) ??
    // "adenoids", "sarcoidosis"
    holding((word, form) => word.includes(lettersOf(form)))
  );
}

/** The parts of a term as a card shows them, in the order in which the entry names them. Ids that name nothing are passed over. */
export function shownParts(
  term: string,
  ids: readonly string[],
  parts: ReadonlyMap<string, WordPart>,
): ShownPart[] {
  const shown: ShownPart[] = [];
  for (const id of ids.toReversed()) {
    const part = parts.get(id);
    const form = part && (formIn(term, part.forms, shown[0]?.form ?? '') ?? part.forms[0]);
    if (part && form !== undefined) shown.unshift({ form, means: part.means });
  }
  return shown;
}
