// The toolbar button: which of its pictures belongs to which state. Pure.

/** What Bedside does on the page in front, as far as the button shows it. */
export type ToolbarState =
  | { readonly kind: 'on' }
  | { readonly kind: 'off' }
  | { readonly kind: 'off-here' }
  /** At rest on all sites, until then: in ms since 1970. */
  | { readonly kind: 'paused'; readonly until: number };

/** Those of a toolbar on screens of one, two and three pixels to the CSS pixel. */
const SIZES = [16, 32, 48] as const;

/** The pictures of a state in public/icon, by their sizes. */
export const picturesOf = ({ kind }: ToolbarState): Record<number, string> =>
  Object.fromEntries(SIZES.map((size) => [size, `/icon/${kind === 'on' ? '' : `${kind}-`}${size}.png`]));
