// What a page of the stillness tests is, and the English prose its paragraphs are made of.
import type { BrowserKind } from '../../../tools/browsers/browser.ts';

/** A number for both browsers, or one for each. */
export type Count = number | Readonly<Record<BrowserKind, number>>;

/** What happens to a page after it was marked. The boxes must then be those of the unmarked page after the same. */
export type Later =
  | { readonly kind: 'hover'; readonly selector: string }
  | { readonly kind: 'focus'; readonly selector: string }
  | { readonly kind: 'class'; readonly selector: string; readonly name: string };

/** A page whose style sheet or structure might make room for a mark. */
export interface StillPage {
  readonly name: string;
  readonly css: string;
  /** The body. Paragraphs with `data-ordinary` have nothing special about them: every word in them is to be marked. */
  readonly html: string;
  readonly lang?: string;
  /** How many of the page's words are left unmarked in a wide window, none unless told, and why. */
  readonly unmarked?: Count;
  readonly why?: string;
  /** How far letters may stand elsewhere within their line, in CSS pixels, and `why`. */
  readonly drift?: Count;
  readonly later?: Later;
  /** Whether its picture is compared too. */
  readonly picture?: true;
}

const ORDINARY = [
  'The clinic explains osteoporosis to everyone who asks, and an MRI is done when the hip still hurts.',
  'A biopsy is rarely needed. Most people with bone marrow edema are seen again after three months of rest.',
  'Bisphosphonates are taken with a glass of water, and aseptic necrosis is looked for when pain comes back.',
  'Her doctor said that the edema would go, that the bone marrow looked well, and that no biopsy was planned.',
  'After the second MRI the nurse went through the words with him: osteoporosis, edema, aseptic necrosis.',
];

/** A paragraph with nothing special about it; each number has its own words. */
export const ordinary = (n: number): string => `<p data-ordinary>${ORDINARY[n % ORDINARY.length]}</p>`;

/** A page with a heading and ordinary paragraphs before and after what is special. */
export const article = (
  name: string,
  css: string,
  special: string,
  more: Omit<StillPage, 'name' | 'css' | 'html'> = {},
): StillPage => ({
  name,
  css,
  html: `<h1>Notes on ${name}</h1>${ordinary(name.length)}${special}${ordinary(name.length + 1)}`,
  ...more,
});
