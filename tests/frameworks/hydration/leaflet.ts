// What the apps that hydrate show: a leaflet, whose HTML comes from a server first.

/** The state of a leaflet. */
export interface Leaflet {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly steps: readonly string[];
  readonly note: string | null;
}

/** The HTML of a leaflet, without comments. */
export const htmlOf = ({ title, what, why, steps, note }: Leaflet): string =>
  `<section><h2>${title}</h2><p>Take bisphosphonates for <b>${why}</b> daily, and ${what}.</p>` +
  `<ul>${steps.map((step) => `<li>${step}</li>`).join('')}</ul>${note === null ? '' : `<p>${note}</p>`}</section>`;

/** A leaflet that has been hydrated. */
export interface Hydrated {
  /** Shows another leaflet; settles in a microtask once it is in the document. */
  update(leaflet: Leaflet): Promise<void>;
  unmount(): void;
}

/** Hydrates what stands in an element; settles in a microtask once that is done. */
export type Hydrate = (element: HTMLElement, leaflet: Leaflet) => Promise<Hydrated>;
