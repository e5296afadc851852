// Where the pictures of cards come from. What runs in a page or panel says so once; where nobody does - in a test, in the gallery - cards have no pictures.
import { createDrawings, type LoadDrawing } from '../glossary/drawings.ts';

let source: LoadDrawing | undefined;

/** Has all cards of this context get their drawings from here; each is asked for once. */
export function provideDrawings(load: LoadDrawing): void {
  source = createDrawings(load);
}

/** Loads a drawing. Rejects where there is none to be had. */
export const loadDrawing: LoadDrawing = async (figure) => {
  if (source === undefined) throw new Error('Nobody provides drawings here.');
  return source(figure);
};
