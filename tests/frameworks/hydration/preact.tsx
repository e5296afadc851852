/** @jsxImportSource preact */
// The leaflet in Preact, in the page.
import { hydrate as hydrateIn, render } from 'preact';
import type { Hydrate, Leaflet } from './leaflet.ts';

const Page = ({ leaflet: { title, what, why, steps, note } }: { leaflet: Leaflet }) => (
  <section>
    <h2>{title}</h2>
    <p>
      Take bisphosphonates for <b>{why}</b>
      {` daily, and ${what}.`}
    </p>
    <ul>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ul>
    {note !== null && <p>{note}</p>}
  </section>
);

export const hydrate: Hydrate = async (element, first) => {
  hydrateIn(<Page leaflet={first} />, element);
  return {
    update: async (leaflet) => render(<Page leaflet={leaflet} />, element),
    unmount: () => render(null, element),
  };
};
