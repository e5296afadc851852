// What can be seen of a figure at once, in the coordinates of the drawings: the closer the better, as long as one sees where it is.
import type { Figure } from '../../src/glossary/drawings.ts';
import type { View } from '../../src/glossary/places.ts';
import type { Box } from './geometry.ts';

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

/** Of the female drawing; the male one is as large and stands the same. */
const PERSON = {
  head: box(36.5, -1.5, 32.5, 40),
  chest: box(24, 24, 57.5, 54),
  belly: box(27, 51, 51.5, 53),
  pelvis: box(27, 70, 51.5, 53),
  feet: box(27, 145, 51.5, 52),
  trunk: box(21, 20, 63.5, 84),
  arms: box(-1, 22, 107.5, 84),
  upper: box(10, -2, 85.5, 107),
  legs: box(27, 94, 51.5, 102),
  whole: box(-1, -1.5, 108, 198),
} as const satisfies Partial<Record<View, Box>>;

/** Four drawings of one brain on one sheet. */
const BRAIN = {
  'brain-outside': box(76, 66, 67, 55),
  'brain-inside': box(-1, 66, 69, 55),
  'brain-above': box(80, -1, 60, 62),
} as const satisfies Partial<Record<View, Box>>;

/** The views of a figure, the closest first. */
export const viewsOf = (figure: Figure): Readonly<Partial<Record<View, Box>>> =>
  figure === 'brain' ? BRAIN : PERSON;
