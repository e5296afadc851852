// The words that the reader knows: to search, and to have marked again. A long list is shown a part at a time.
import { useMemo, useState } from 'preact/hooks';
import { Sentence } from '../../card/Sentence.tsx';
import { IN_ENGLISH, t } from '../../i18n.ts';
import { knownWords } from '../options-state.ts';
import { Group } from './controls.tsx';

interface KnownProps {
  readonly known: readonly string[];
  readonly terms: ReadonlyMap<string, string>;
  readonly onPutBack: (ids: readonly string[]) => void;
}

/** How many words are listed at first, and each time that more are wanted. */
const AT_ONCE = 100;

export function KnownGroup({ known, terms, onPutBack }: KnownProps) {
  const [query, setQuery] = useState('');
  const [length, setLength] = useState(AT_ONCE);
  const words = useMemo(() => knownWords(known, terms, query), [known, terms, query]);
  const rest = Math.min(words.length - length, AT_ONCE);
  return (
    <Group id="known" title={t('known.title')}>
      <p role="status">{t('known.count', known.length)}</p>
      {known.length > 0 && (
        <>
          <label class="search">
            <span>{t('known.search')}</span>
            <input
              type="search"
              value={query}
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => {
                setQuery(event.currentTarget.value);
                setLength(AT_ONCE);
              }}
            />
          </label>
          {words.length === 0 && (
            <p class="hint">
              <Sentence
                text={t('known.noneLike', { query: '{query}' })}
                parts={{ query: <bdi>{query}</bdi> }}
              />
            </p>
          )}
          <ul class="entries">
            {words.slice(0, length).map(({ id, term }) => (
              <li key={id}>
                <span>
                  <span {...IN_ENGLISH}>{term ?? id}</span>
                  {term === undefined && terms.size > 0 && <span class="hint">{t('known.gone')}</span>}
                </span>
                <button
                  type="button"
                  class="plain"
                  aria-label={t('known.putBackTerm', { term: term ?? id })}
                  onClick={() => onPutBack([id])}
                >
                  {t('known.putBack')}
                </button>
              </li>
            ))}
          </ul>
          {rest > 0 && (
            <button type="button" class="plain" onClick={() => setLength(length + AT_ONCE)}>
              {t('known.moreWords', rest)}
            </button>
          )}
          {query === '' && known.length > 1 && (
            <button type="button" class="plain" onClick={() => onPutBack(known)}>
              {t('known.putBackAll')}
            </button>
          )}
        </>
      )}
    </Group>
  );
}
