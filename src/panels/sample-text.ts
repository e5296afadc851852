// The text on which choices and the first steps are tried out, with its words, and which of them are marked. Pure: a sample needs no index.
import { type Density, keepFirst } from '../matching/density.ts';
import type { Settings } from '../settings/settings.ts';

/** A piece of text; with an id a word that the glossary explains, `common` where many people know it. */
interface Piece {
  readonly text: string;
  readonly id?: string;
  readonly common?: boolean;
}

export interface SampleSection {
  readonly heading: string;
  readonly pieces: readonly Piece[];
}

const edema: Piece = { text: 'edema', id: 'edema' };
const fever: Piece = { text: 'fever', id: 'fever', common: true };

/** Two sections of a letter, with words that come again. */
export const LETTER: readonly SampleSection[] = [
  {
    heading: 'What the scan showed',
    pieces: [
      { text: 'The ' },
      { text: 'MRI', id: 'mri' },
      { text: ' shows ' },
      { text: 'osteoporosis', id: 'osteoporosis' },
      { text: ' and some ' },
      edema,
      { text: ' near the hip. Rest often makes ' },
      edema,
      { text: ' smaller. There was no ' },
      fever,
      { text: '.' },
    ],
  },
  {
    heading: 'What comes next',
    pieces: [
      { text: 'If the ' },
      edema,
      { text: ' grows or the ' },
      fever,
      { text: ' comes back, a ' },
      { text: 'biopsy', id: 'biopsy', common: true },
      { text: ' may help.' },
    ],
  },
];

/** One sentence, for a first try. */
export const FIRST_TRY: readonly SampleSection[] = [
  {
    heading: '',
    pieces: [
      { text: 'The scan shows ' },
      { text: 'osteoporosis', id: 'osteoporosis' },
      { text: ' and some ' },
      edema,
      { text: ' near the hip, so they plan a ' },
      { text: 'biopsy', id: 'biopsy', common: true },
      { text: '.' },
    ],
  },
];

type Choice = Pick<Settings, 'density' | 'level' | 'known'>;

/** The numbers of the pieces to mark, by section: what the reader's choices would mark on a page with this text. */
export function markedIn(sections: readonly SampleSection[], choice: Choice): ReadonlySet<number>[] {
  const onPage = new Set<string>();
  return sections.map(({ pieces }) => {
    const taken = choice.density === 'page' ? onPage : new Set<string>();
    return new Set(
      pieces.flatMap((piece, at) =>
        isWanted(piece, choice) && isFirst(piece, choice.density, taken) ? [at] : [],
      ),
    );
  });
}

const isWanted = ({ id, common }: Piece, { level, known }: Choice): boolean =>
  id !== undefined && !known.includes(id) && !(level === 'harder' && common === true);

const isFirst = ({ id = '', text }: Piece, density: Density, taken: Set<string>): boolean =>
  keepFirst([{ start: 0, end: text.length, ids: [id] }], density, taken).length > 0;
