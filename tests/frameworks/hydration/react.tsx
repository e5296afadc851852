/** @jsxImportSource react */
// The leaflet in React, on the server and in the page.
import { type ReactNode, useLayoutEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';
import type { Hydrate, Leaflet } from './leaflet.ts';

interface Props {
  readonly leaflet: Leaflet;
  readonly onShown?: () => void;
}

export function Page({ leaflet: { title, what, why, steps, note }, onShown }: Props): ReactNode {
  useLayoutEffect(() => onShown?.());
  return (
    <section>
      <h2>{title}</h2>
      <p>
        Take bisphosphonates for <b>{why}</b> daily, and {what}.
      </p>
      <ul>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      {note !== null && <p>{note}</p>}
    </section>
  );
}

export const hydrate: Hydrate = async (element, first) => {
  const root = await new Promise<ReturnType<typeof hydrateRoot>>((resolve) => {
    const made = hydrateRoot(element, <Page leaflet={first} onShown={() => resolve(made)} />, {
      onRecoverableError: () => undefined,
    });
  });
  return {
    update: (leaflet) => new Promise((resolve) => root.render(<Page leaflet={leaflet} onShown={resolve} />)),
    unmount: () => root.unmount(),
  };
};
