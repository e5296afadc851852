// The words of a page in the popup: how many, which, and each with its short sentence; a press goes to the first place of a word.
import { Either } from '../card/Sentence.tsx';
import { IN_ENGLISH, t } from '../i18n.ts';
import { DENSITIES, type Density } from '../matching/density.ts';
import type { Spot } from '../messages.ts';
import type { PopupWord } from './popup-state.ts';

const DENSITY_NAMES = {
  section: 'density.section',
  page: 'density.page',
  all: 'density.all',
} as const satisfies Readonly<Record<Density, string>>;

interface WordsProps {
  readonly words: readonly PopupWord[];
  readonly onShow: (spot: Spot) => void;
}

/** The words alone. */
export const Words = ({ words, onShow }: WordsProps) => (
  <ul class="words">
    {words.map(({ key, terms, short, spots }) => (
      <li key={key}>
        <button type="button" onClick={() => spots[0] && onShow(spots[0])}>
          <span class="word" dir={IN_ENGLISH.dir}>
            <Either terms={terms} />
          </span>
          <span class="short" {...IN_ENGLISH}>
            {short}
          </span>
        </button>
      </li>
    ))}
  </ul>
);

interface WordListProps extends WordsProps {
  /** Whether the page is still being read. */
  readonly more: boolean;
  readonly density: Density;
  readonly onDensity: (density: Density) => void;
}

/** All words of the page, and how many of their places are marked. */
export function WordList({ words, more, density, onShow, onDensity }: WordListProps) {
  return (
    <>
      <h2>
        {more ? t('popup.wordsSoFar', words.length) : t('popup.words', words.length)}{' '}
        {more && <span class="reading-on">{t('popup.readingOn')}</span>}
      </h2>
      <Words words={words} onShow={onShow} />
      <label class="density">
        <span>{t('density.label')}</span>
        <select
          value={density}
          onChange={({ currentTarget: { selectedIndex } }) => {
            const chosen = DENSITIES[selectedIndex];
            if (chosen) onDensity(chosen);
          }}
        >
          {DENSITIES.map((one) => (
            <option key={one} value={one}>
              {t(DENSITY_NAMES[one])}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
