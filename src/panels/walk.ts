// Keys in the popup's lists: arrows walk through the field and the words below it, Home and End go to the ends, and Tab passes a list as one stop.

const stopsIn = (within: HTMLElement): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>('input, .words button')].filter((stop) => stop.checkVisibility());

/** Where a key leads from one of so many stops, the first of which is the field; undefined where it is not ours. In the field Home and End go to its text's ends. */
export function leadsTo(key: string, at: number, stops: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, stops - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return at > 0 ? 1 : undefined;
    case 'End':
      return at > 0 ? stops - 1 : undefined;
    default:
      return undefined;
  }
}

/** Goes where a key leads; says whether it led anywhere. */
export function walk(within: HTMLElement, key: string): boolean {
  const stops = stopsIn(within);
  const at = stops.findIndex((stop) => stop.contains(document.activeElement));
  const next = leadsTo(key, at, stops.length);
  if (next === undefined) return false;
  stops[next]?.focus();
  return true;
}

/** Leaves Tab one word of each list: the one with the focus, or that which had it last, or the first. Lists are drawn with words that Tab passes. */
export function keepOneStop(within: HTMLElement): void {
  for (const list of within.querySelectorAll('.words')) {
    const [first, ...others] = list.querySelectorAll<HTMLElement>('button[tabindex="0"]');
    const focused = document.activeElement?.closest<HTMLElement>('button') ?? null;
    const stop =
      (list.contains(focused) ? focused : first) ?? list.querySelector<HTMLElement>('button') ?? undefined;
    for (const other of [first, ...others]) if (other && other !== stop) other.tabIndex = -1;
    if (stop) stop.tabIndex = 0;
  }
}
