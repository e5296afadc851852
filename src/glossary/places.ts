// The places in the body that a card can show (`glossary/places.yaml`).
import * as v from 'valibot';
import { FIGURES, type Where } from './drawings.ts';
import type { Source } from './source.ts';
import { readTable, shownText, type Table } from './table.ts';

/** What can be seen of a figure at once; `tools/drawings/views.ts` says what each is. */
const VIEWS = [
  ...(['whole', 'head', 'chest', 'belly', 'pelvis', 'trunk', 'upper', 'arms', 'legs', 'feet'] as const),
  ...(['brain-outside', 'brain-inside', 'brain-above'] as const),
] as const;

export type View = (typeof VIEWS)[number];

const PlaceSchema = v.pipe(
  v.strictObject({
    at: shownText,
    figure: v.optional(v.picklist(FIGURES, `must be one of ${FIGURES.join(', ')}`), 'body'),
    /** Ids of shapes in the drawing. */
    shapes: v.optional(v.array(v.string('must be text'), 'must be a list'), []),
    /** Ellipses of our own, for what the drawing lacks: x and y of the middle, half the width, half the height, and by how many degrees it is turned. */
    areas: v.optional(
      v.array(
        v.pipe(
          v.array(v.number('must be numbers'), 'must be numbers'),
          v.minLength(4, 'must be four numbers or five'),
          v.maxLength(5, 'must be four numbers or five'),
        ),
        'must be a list',
      ),
      [],
    ),
    /** Whether each area is also on the other side of the body. */
    both: v.optional(v.literal(true, 'must be true or be left out')),
    /** Unless told, the closest that holds the place. */
    view: v.optional(v.picklist(VIEWS, `must be one of ${VIEWS.join(', ')}`)),
  }),
  v.check(({ shapes, areas }) => shapes.length + areas.length > 0, 'needs "shapes" or "areas"'),
);

export type Place = v.InferOutput<typeof PlaceSchema>;

/** Reads `glossary/places.yaml`. */
export const readPlaces = (source: Source): Table<Place> => readTable(source, PlaceSchema);

/** What a card is told of a place. */
export const whereOf = (id: string, { figure, at }: Place): Where => ({
  place: id,
  figure,
  at,
  ...(/\b(?:left|right)\b/i.test(at) && { sided: true }),
});
