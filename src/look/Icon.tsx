// One icon, drawn in the color of the text beside it. The set is Lucide's; icons.ts names those that are kept.
import type { IconNode } from 'lucide';
import { createElement } from 'preact';

/** An icon of Lucide's grid of 24 by 24, as tall as a line's letters. It says nothing to screen readers: what stands beside it does. */
export function Icon({ of }: { readonly of: IconNode }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {of.map(([tag, attributes]) =>
        createElement(tag, { ...attributes, key: Object.values(attributes).join() }),
      )}
    </svg>
  );
}
