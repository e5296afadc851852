// Makes the small drawings of the cards from those in `glossary/drawings/`: the outline, and the places that `glossary/places.yaml` names.
import { type Drawing, FIGURES, type Figure, type PlaceShape } from '../../src/glossary/drawings.ts';
import type { Place } from '../../src/glossary/places.ts';
import {
  type Box,
  boxOf,
  ellipse,
  GRID,
  holds,
  type Point,
  pathOf,
  type Ring,
  simplified,
} from './geometry.ts';
import { readShapes, type Shapes } from './svg-shapes.ts';
import { viewsOf } from './views.ts';

/** A file of `glossary/drawings/` and which of its shapes are the outline. */
interface Origin {
  readonly file: string;
  readonly outline: readonly string[];
}

/** The lines of the female outline, one by one; the breasts are two of them. */
const LINES = ['3584', '3586', '3588', '3590', '3592', '3596', '3598', '3600', '3602', '3604', '3606'].concat(
  ['3610', '3612', '3614', '3616', '3618', '3624'],
);
const BREASTS = ['3594', '3608'];
const paths = (numbers: readonly string[]): string[] => numbers.map((number) => `path${number}`);

const ORIGINS: Readonly<Record<Figure, Origin>> = {
  // Nobody in particular: the female drawing without its breasts.
  body: { file: 'homo_sapiens.female.svg', outline: paths(LINES) },
  female: { file: 'homo_sapiens.female.svg', outline: paths([...LINES, ...BREASTS]) },
  male: { file: 'homo_sapiens.male.svg', outline: ['human_male_outline'] },
  brain: {
    file: 'homo_sapiens.brain.svg',
    outline: ['top_right_outline', 'bottom_left_outline', 'bottom_right_outline'],
  },
};

/** What is closer than this to a simpler line is not seen, in units of the drawing: a person is 195 tall. */
const TOLERANCE = 0.12;
/** A part of a place that fills less than this share of the picture's width and height gets a ring round it. */
const SMALL = 0.085;
/** The ring's radius, as a share of the picture's height. */
const RING = 0.08;

const within = (view: Box, rings: readonly Ring[]): Ring[] =>
  rings.filter((ring) => holds(view, boxOf([ring])));

const center = ({ x, y, width, height }: Box): readonly [number, number] => [x + width / 2, y + height / 2];

/** Rings round the parts of a place where all of them are small; parts that are near each other share one. */
function ringsRound(rings: readonly Ring[], view: Box): Ring[] {
  const groups: Ring[][] = [];
  for (const ring of rings) {
    const [x, y] = center(boxOf([ring]));
    const near = groups.find((group) => {
      const [groupX, groupY] = center(boxOf(group));
      return Math.hypot(groupX - x, groupY - y) < view.height * RING * 2;
    });
    if (near) near.push(ring);
    else groups.push([ring]);
  }
  const boxes = groups.map(boxOf);
  if (boxes.some(({ width, height }) => width > view.width * SMALL || height > view.height * SMALL))
    return [];
  return boxes.map((box) => ellipse(...center(box), view.height * RING, view.height * RING));
}

const small = (rings: readonly Ring[]): Ring[] =>
  rings.map((ring) => simplified(ring, TOLERANCE)).filter((ring) => ring.length > 0);

/** The middle of a person, which is where the two sides mirror each other. */
const MIDDLE: Readonly<Record<Figure, number>> = { body: 52.7, female: 52.7, male: 53, brain: 0 };

function areasOf({ areas, both, figure }: Place): Ring[] {
  const rings = areas.map(([x = 0, y = 0, halfWidth = 0, halfHeight = 0, degrees = 0]) =>
    ellipse(x, y, halfWidth, halfHeight, degrees),
  );
  if (!both) return rings;
  // A mirrored ring runs the other way round; turned back, it does not cut a hole where it lies on another.
  return [
    ...rings,
    ...rings.map((ring) => ring.map(([x, y]): Point => [2 * MIDDLE[figure] - x, y]).reverse()),
  ];
}

/** A place on its drawing. Throws where it is not to be found there, or not in its view. */
function shapeOf(place: Place, shapes: Shapes): PlaceShape {
  const organ = place.shapes.flatMap((id) => shapes.of(id));
  const area = areasOf(place);
  const views = viewsOf(place.figure);
  const all = boxOf([...organ, ...area]);
  const view = place.view ? views[place.view] : Object.values(views).find((box) => holds(box, all));
  if (view === undefined) throw new Error(`It has no such view${place.view ? ` as "${place.view}"` : ''}.`);
  // The brain is drawn from several sides: what is seen from another is left out.
  const [seenOrgan, seenArea] = [organ, area].map((rings) => small(within(view, rings)));
  const seen = [...(seenOrgan ?? []), ...(seenArea ?? [])];
  if (seen.length === 0) throw new Error('Nothing of it is seen in its view.');
  const written = (rings: readonly Ring[] | undefined): string | undefined =>
    rings && rings.length > 0 ? pathOf(rings) : undefined;
  const paths = { organ: written(seenOrgan), area: written(seenArea), ring: written(ringsRound(seen, view)) };
  return {
    view: [view.x, view.y, view.width, view.height].map((n) => Math.round(n * GRID)).join(' '),
    ...(paths.organ && { organ: paths.organ }),
    ...(paths.area && { area: paths.area }),
    ...(paths.ring && { ring: paths.ring }),
  };
}

/**
 * The drawings with all places.
 * @param readSvg a file of `glossary/drawings/`
 */
export function compileDrawings(
  places: ReadonlyMap<string, Place>,
  readSvg: (file: string) => string,
): Record<Figure, Drawing> {
  const shapesOf = new Map<string, Shapes>();
  const compiled = FIGURES.map((figure): [Figure, Drawing] => {
    const { file, outline } = ORIGINS[figure];
    const shapes = shapesOf.get(file) ?? readShapes(readSvg(file));
    shapesOf.set(file, shapes);
    const own = [...places].filter(([, place]) => place.figure === figure);
    return [
      figure,
      {
        outline: pathOf(small(outline.flatMap((id) => shapes.of(id)))),
        places: Object.fromEntries(
          own.map(([id, place]) => {
            try {
              return [id, shapeOf(place, shapes)];
            } catch (error) {
              throw new Error(
                `glossary/places.yaml ${id}: ${error instanceof Error ? error.message : error}`,
              );
            }
          }),
        ),
      },
    ];
  });
  return Object.fromEntries(compiled) as Record<Figure, Drawing>;
}
