// How the keyboard moves in the card.

/** What Tab reaches, in its order. */
const stopsIn = (root: ShadowRoot): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('button, [tabindex="0"]')].filter((stop) => stop.checkVisibility());

/**
 * Goes from the last button to the first and back: behind the card is the end of the page, far from its word. Esc is the way out, and closes the card alone,
 * not a dialog round it.
 */
export function keepFocus(root: ShadowRoot, event: KeyboardEvent): void {
  if (event.key === 'Escape') event.preventDefault();
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = stopsIn(root);
  const [first, last] = [stops[0], stops.at(-1)];
  const at = root.activeElement;
  const beyond = event.shiftKey ? at === first || !stops.some((stop) => stop === at) : at === last;
  if (!beyond) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
