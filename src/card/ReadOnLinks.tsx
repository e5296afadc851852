// Links to the searches of health sites for one text, each named by its site.
import { READING_SITES, type ReadingSite } from '../glossary/read-on.ts';
import { t } from '../i18n.ts';
import { Sentence } from './Sentence.tsx';

interface ReadOnLinksProps {
  /** What the sites are asked for. */
  readonly term: string;
  readonly onPress: (site: ReadingSite) => void;
}

/** The links, with a word above them. */
export function ReadOnLinks({ term, onPress }: ReadOnLinksProps) {
  return (
    <div>
      <span class="label">{t('entry.readOn')}</span>
      <ul class="links">
        {READING_SITES.map(({ site, name }) => (
          <li key={site}>
            {/* biome-ignore lint/a11y/useSemanticElements: browsers look up the names of sites that a page's <a> elements lead to, and a page can have
                such addresses loaded by its speculation rules, in closed shadow trees too: the address is made only when this is pressed. */}
            <button
              type="button"
              role="link"
              class="link"
              aria-label={t('entry.searchFor', { site: name, term })}
              onClick={() => onPress(site)}
            >
              <Sentence text={t('entry.search', { site: '{site}' })} parts={{ site: <bdi>{name}</bdi> }} />{' '}
              <span class="arrow" aria-hidden="true">
                ↗
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
