// Sentences of the interface that have elements in them: a word of the glossary, a site's name, what the reader has typed.
import type { ComponentChildren } from 'preact';
import { IN_ENGLISH, t } from '../i18n.ts';

interface SentenceProps {
  /** Where the part named `x` belongs, `{x}` stands. */
  readonly text: string;
  readonly parts: Readonly<Record<string, ComponentChildren>>;
}

/** A sentence with its parts in the places that its language has for them. */
export const Sentence = ({ text, parts }: SentenceProps) => (
  <>{text.split(/\{(\w+)\}/).map((piece, at) => (at % 2 === 0 ? piece : parts[piece]))}</>
);

/** The names of entries of which any may be meant; each is English, what stands between them is not. */
export function Either({ terms: [first, ...others] }: { readonly terms: readonly string[] }) {
  const english = (term: string | undefined) => <span {...IN_ENGLISH}>{term}</span>;
  return others.reduce(
    (one, other) => (
      <Sentence
        text={t('interface.either', { one: '{one}', other: '{other}' })}
        parts={{ one, other: english(other) }}
      />
    ),
    english(first),
  );
}
