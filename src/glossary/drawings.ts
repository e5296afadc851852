// The drawings that show where in the body something is: what they are when built, and a reader that fetches each once.

/** The figures there are. `body` is the one that is drawn where it does not matter whose body it is. */
export const FIGURES = ['body', 'female', 'male', 'brain'] as const;

export type Figure = (typeof FIGURES)[number];

/** Where in the body: on which drawing, and in words. */
export interface Where {
  readonly place: string;
  readonly figure: Figure;
  /** In words: "Lower right of the belly". */
  readonly at: string;
  /** The words name a side, and the figure faces the reader: what is on its right is on the left of the picture. */
  readonly sided?: true;
}

/** A place on its drawing. */
export interface PlaceShape {
  /** An SVG path of what is drawn as it is shaped. */
  readonly organ?: string;
  /** An SVG path of a region that has no shape of its own in the drawing. */
  readonly area?: string;
  /** What is seen of the drawing: an SVG view box. */
  readonly view: string;
  /** Around what is too small to be seen at once: an SVG path of rings. */
  readonly ring?: string;
}

/** A drawing: the outline that all its places share. */
export interface Drawing {
  readonly outline: string;
  readonly places: Readonly<Record<string, PlaceShape>>;
}

/** Loads a drawing; may reject. */
export type LoadDrawing = (figure: Figure) => Promise<Drawing>;

/** The path of a drawing inside the built extension. */
export const drawingPath = (figure: Figure): string => `glossary/drawing-${figure}.json`;

/** A loader that asks for each drawing once, and again after a failure. */
export function createDrawings(fetchDrawing: LoadDrawing): LoadDrawing {
  const drawings = new Map<Figure, Promise<Drawing>>();
  return (figure) => {
    const known = drawings.get(figure);
    if (known !== undefined) return known;
    const drawing = fetchDrawing(figure);
    drawings.set(figure, drawing);
    drawing.catch(() => drawings.delete(figure));
    return drawing;
  };
}
