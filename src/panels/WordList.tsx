// Words of a page in the popup, each with its short sentence; a press goes to the first place of a word.
import { Either } from '../card/Sentence.tsx';
import { IN_ENGLISH } from '../i18n.ts';
import type { Spot } from '../messages.ts';
import type { PopupWord } from './popup-state.ts';

interface WordsProps {
  readonly words: readonly PopupWord[];
  readonly onShow: (spot: Spot) => void;
}

/** The list. Tab passes its words; the search, which holds all lists, leaves it one (walk.ts). */
export const Words = ({ words, onShow }: WordsProps) => (
  <ul class="words">
    {words.map(({ key, terms, short, spots }) => (
      <li key={key}>
        <button type="button" tabIndex={-1} onClick={() => spots[0] && onShow(spots[0])}>
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
