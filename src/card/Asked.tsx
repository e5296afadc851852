// What the card says to a question that has no entry for its answer.
import type { ReadingSite } from '../glossary/read-on.ts';
import { t } from '../i18n.ts';
import { ReadOnLinks } from './ReadOnLinks.tsx';
import { Sentence } from './Sentence.tsx';

/** A text of the page is wanted at a site's search, in a new tab. */
export type Search = (text: string, site: ReadingSite) => void;

interface UnknownProps {
  readonly text: string;
  readonly onSearch: Search;
}

/** The glossary has nothing like the text. */
export function Unknown({ text, onSearch }: UnknownProps) {
  return (
    <section class="entry">
      <p class="note" role="status">
        <Sentence text={t('asked.unknown', { text: '{text}' })} parts={{ text: <bdi>{text}</bdi> }} />
      </p>
      <ReadOnLinks term={text} onPress={(site) => onSearch(text, site)} />
    </section>
  );
}

/** It cannot be told which word is meant. */
export const Unclear = () => (
  <p class="note" role="status">
    {t('asked.unclear')}
  </p>
);

/** Above the explanation of what the text may be meant for. */
export const Guess = ({ text }: { readonly text: string }) => (
  <p class="note">
    <Sentence text={t('search.guess', { query: '{query}' })} parts={{ query: <bdi>{text}</bdi> }} />
  </p>
);
