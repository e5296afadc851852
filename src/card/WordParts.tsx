// What a word is made of, in small chips: "osteo- bone", "arthr- joint", "-itis inflammation".
import type { ShownPart } from '../glossary/word-parts.ts';
import { IN_ENGLISH, t } from '../i18n.ts';

/** The parts of an entry's term; nothing where none are known. */
export function WordParts({ parts = [] }: { readonly parts: readonly ShownPart[] | undefined }) {
  if (parts.length === 0) return null;
  return (
    <div class="word-parts">
      <span class="label">{t('entry.parts')}</span>
      <dl class="chips" {...IN_ENGLISH}>
        {parts.map(({ form, means }) => (
          <div class="chip" key={form}>
            <dt>{form}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
