// Reads the shapes of an SVG drawing as rings of points, in the coordinates of the whole drawing.
import { DOMParser } from 'linkedom';
import { combined, ellipse, type Matrix, moved, type Point, type Ring, UNMOVED } from './geometry.ts';

/** The lines between two points that stand for a curve. */
const STEPS = 8;

const numbersIn = (text: string): number[] =>
  (text.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);

/** The points of a path. Throws at what the drawings do not use: all is absolute, and there are no arcs. */
export function ringsOfPath(path: string): Ring[] {
  const rings: Point[][] = [];
  let ring: Point[] = [];
  for (const [, command = '', rest = ''] of path.matchAll(/([a-df-z])([^a-df-z]*)/gi)) {
    const numbers = numbersIn(rest);
    const points = Array.from(
      { length: numbers.length / 2 },
      (_, i): Point => [numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0],
    );
    switch (command) {
      case 'M':
        ring = points;
        rings.push(ring);
        break;
      case 'L':
        ring.push(...points);
        break;
      case 'C':
        for (let i = 0; i + 2 < points.length; i += 3)
          ring.push(...curve(ring.at(-1), points.slice(i, i + 3)));
        break;
      case 'Z':
      case 'z':
        break;
      default:
        throw new Error(`The path has the command "${command}", which is not read.`);
    }
  }
  return rings;
}

/** Points on a cubic curve, after its first. */
function curve(from: Point | undefined, [first, second, to]: readonly Point[]): Point[] {
  if (!from || !first || !second || !to) throw new Error('A curve of the path lacks points.');
  return Array.from({ length: STEPS }, (_, i): Point => {
    const t = (i + 1) / STEPS;
    const u = 1 - t;
    const at = (axis: 0 | 1): number =>
      u ** 3 * from[axis] + 3 * u * u * t * first[axis] + 3 * u * t * t * second[axis] + t ** 3 * to[axis];
    return [at(0), at(1)];
  });
}

/** The matrix of a `transform` attribute. Throws at what the drawings do not use. */
export function matrixOf(transform: string | null): Matrix {
  if (!transform) return UNMOVED;
  const [, name = '', inside = ''] = /^\s*(\w+)\(([^)]*)\)\s*$/.exec(transform) ?? [];
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbersIn(inside);
  if (name === 'matrix') return [a, b, c, d, e, f];
  if (name === 'translate') return [1, 0, 0, 1, a, b];
  if (name === 'scale') return [a, 0, 0, numbersIn(inside).length > 1 ? b : a, 0, 0];
  throw new Error(`The transform "${transform}" is not read.`);
}

function ringsOfElement(element: Element, outer: Matrix): Ring[] {
  const matrix = combined(outer, matrixOf(element.getAttribute('transform')));
  const number = (name: string): number => Number(element.getAttribute(name) ?? 0);
  const place = (rings: readonly Ring[]): Ring[] =>
    rings.map((ring) => ring.map((point) => moved(matrix, point)));
  switch (element.localName) {
    case 'g':
      return [...element.children].flatMap((child) => ringsOfElement(child, matrix));
    case 'path':
      return place(ringsOfPath(element.getAttribute('d') ?? ''));
    case 'ellipse':
      return place([ellipse(number('cx'), number('cy'), number('rx'), number('ry'))]);
    case 'circle':
      return place([ellipse(number('cx'), number('cy'), number('r'), number('r'))]);
    default:
      // A title, a license mark.
      return [];
  }
}

/** Finds shapes of a drawing by their ids. */
export interface Shapes {
  /** The rings of a shape. Throws where there is none of this id. */
  readonly of: (id: string) => Ring[];
}

/** Reads an SVG drawing. */
export function readShapes(svg: string): Shapes {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const all = new Map<string, Element>();
  for (const element of document.querySelectorAll('[id]')) all.set(element.id, element as unknown as Element);
  return {
    of: (id) => {
      const element = all.get(id);
      if (element === undefined) throw new Error(`The drawing has no shape "${id}".`);
      const around: Matrix[] = [];
      for (let at = element.parentElement; at; at = at.parentElement)
        around.unshift(matrixOf(at.getAttribute('transform')));
      const rings = ringsOfElement(element, around.reduce(combined, UNMOVED));
      if (rings.length === 0) throw new Error(`The shape "${id}" of the drawing is empty.`);
      return rings;
    },
  };
}
