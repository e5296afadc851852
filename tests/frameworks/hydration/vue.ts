// The leaflet in Vue, on the server and in the page.
import { createSSRApp, nextTick, shallowRef } from 'vue';
import type { Hydrate, Leaflet } from './leaflet.ts';

/** The app, and what sets its leaflet. */
export function appOf(first: Leaflet) {
  const leaflet = shallowRef(first);
  const app = createSSRApp({
    setup: () => ({ leaflet }),
    template:
      '<section><h2>{{ leaflet.title }}</h2><p>Take bisphosphonates for <b>{{ leaflet.why }}</b> daily, and {{ leaflet.what }}.</p>' +
      '<ul><li v-for="step in leaflet.steps" :key="step">{{ step }}</li></ul><p v-if="leaflet.note !== null">{{ leaflet.note }}</p></section>',
  });
  return {
    app,
    set: (next: Leaflet): void => {
      leaflet.value = next;
    },
  };
}

export const hydrate: Hydrate = async (element, first) => {
  const { app, set } = appOf(first);
  app.mount(element);
  return {
    update: async (leaflet) => {
      set(leaflet);
      await nextTick();
    },
    unmount: () => app.unmount(),
  };
};
