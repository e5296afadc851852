// Points and rings of a drawing: moved, cut down to what can be seen, and written as an SVG path.

export type Point = readonly [x: number, y: number];

/** A closed line. */
export type Ring = readonly Point[];

/** An SVG matrix: a c e over b d f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const UNMOVED: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export const combined = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export const moved = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** A box round points: its corner, width and height. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box round rings. Throws where there are none. */
export function boxOf(rings: readonly Ring[]): Box {
  const points = rings.flat();
  if (points.length === 0) throw new Error('There is nothing to put a box round.');
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Whether a box lies in another. */
export const holds = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

/** The distance of a point from a line between two others. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** An open line without the points that lie closer than `tolerance` to what is left (Ramer, Douglas and Peucker). */
function thinned(line: readonly Point[], tolerance: number): Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || line.length < 3) return [...line];
  let farthest = 0;
  let most = 0;
  line.forEach((point, i) => {
    const off = distance(point, first, last);
    if (off > most) [farthest, most] = [i, off];
  });
  if (most <= tolerance) return [first, last];
  return [
    ...thinned(line.slice(0, farthest + 1), tolerance).slice(0, -1),
    ...thinned(line.slice(farthest), tolerance),
  ];
}

/** A ring with as few points as a tolerance allows; none where nothing is left of it. */
export function simplified(ring: Ring, tolerance: number): Ring {
  const start = ring[0];
  if (start === undefined) return [];
  // Cut in two at the point that is farthest from the first: a closed line has no ends to begin with.
  const far = ring.reduce(
    (best, point, i) => {
      const off = Math.hypot(point[0] - start[0], point[1] - start[1]);
      return off > best.off ? { off, i } : best;
    },
    { off: 0, i: 0 },
  );
  if (far.off <= tolerance) return [];
  const there = thinned(ring.slice(0, far.i + 1), tolerance);
  const back = thinned([...ring.slice(far.i), start], tolerance);
  const points = [...there.slice(0, -1), ...back.slice(0, -1)];
  return points.length < 3 ? [] : points;
}

/** How many steps of the grid make one unit of the drawing: all points are put on it. */
export const GRID = 10;

/** Rings as an SVG path in steps of the grid, each point told by its way from the one before. */
export function pathOf(rings: readonly Ring[]): string {
  return rings
    .map((ring) => {
      const steps = ring.map(([x, y]) => [Math.round(x * GRID), Math.round(y * GRID)] as const);
      const ways = steps.map(([x, y], i) => {
        const [fromX, fromY] = i === 0 ? [0, 0] : (steps[i - 1] ?? [0, 0]);
        return [x - fromX, y - fromY] as const;
      });
      const written = ways.filter(([x, y], i) => i === 0 || x !== 0 || y !== 0);
      const numbers = written.flat().map((n, i) => (i === 0 || n < 0 ? `${n}` : ` ${n}`));
      // The first point is told from the corner of the drawing; what follows "M" is then relative by "l".
      return `M${numbers.slice(0, 2).join('')}l${numbers.slice(2).join('').trimStart()}z`;
    })
    .join('');
}

/** How many points stand for an ellipse. */
const CORNERS = 24;

/** An ellipse as a ring, turned clockwise by some degrees. */
export function ellipse(x: number, y: number, halfWidth: number, halfHeight: number, degrees = 0): Ring {
  const turn = (degrees * Math.PI) / 180;
  return Array.from({ length: CORNERS }, (_, i): Point => {
    const angle = (2 * Math.PI * i) / CORNERS;
    const [across, down] = [halfWidth * Math.cos(angle), halfHeight * Math.sin(angle)];
    return [
      x + across * Math.cos(turn) - down * Math.sin(turn),
      y + across * Math.sin(turn) + down * Math.cos(turn),
    ];
  });
}
