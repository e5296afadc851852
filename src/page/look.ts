// How marks look, as the reader chose: the declarations that stand behind those of marks.css in the sheet of marks.
//
// What is behind a word nobody can ask - a photo, a gradient, another layer -, but its own color says much: the text can be read there. So a line takes the
// lightness of its text, and another hue: where the text has 4.5:1 the line has 3:1, on any background (tests/dom/mark-look.test.ts). Only the ends of the scale
// are drawn in, as far as that allows, for black and white have no hue. A wash goes the other way: it is light behind dark text and dark
// behind light text, so that the text is read no worse; between, where it cannot be known which, there is none.
import type { MarkColor, MarkStyle } from '../settings/settings.ts';

export interface MarkLook {
  readonly style: MarkStyle;
  readonly color: MarkColor;
}

/** Chroma and hue in OKLCH; more chroma than a lightness can have in sRGB is as much as it can have. */
const TONES: Readonly<Record<Exclude<MarkColor, 'text'>, string>> = {
  green: '0.13 165',
  blue: '0.2 262',
  orange: '0.15 50',
};

/** Where a text color is neither light nor dark, as lightness. */
const MIDDLE = 0.58;

const lineColor = (color: MarkColor): string =>
  color === 'text' ? 'currentcolor' : `oklch(from currentcolor clamp(0.26, l, 0.93) ${TONES[color]} / 1)`;

function washColor(color: MarkColor): string {
  const lightness = `clamp(0.27, (${MIDDLE} - l) * 1000, 0.92)`;
  const tone = color === 'text' ? '0 0' : TONES[color].replace(/^\S+/, '0.07');
  const share = `clamp(0, max(l - ${MIDDLE}, ${MIDDLE} - l) * 4 - 0.3, 0.65)`;
  return `oklch(from currentcolor calc(${lightness}) ${tone} / calc(${share}))`;
}

/** The sheet's rules for one look. */
export function rulesFor({ style, color }: MarkLook): string {
  const line = style === 'dotted' ? 'dotted' : 'solid';
  const thickness = style === 'dotted' ? 'max(2px, 0.1em)' : 'max(1px, 0.08em)';
  const wash =
    style === 'soft'
      ? `background-color: ${washColor(color)} !important; border-radius: 0.15em !important;`
      : '';
  return `@layer bedside {
  bedsideterm {
    text-decoration: underline ${line} ${lineColor(color)} !important;
    text-decoration-thickness: ${thickness} !important;
    text-underline-offset: 0.18em !important;
    ${wash}
  }
  @media (prefers-contrast: more) {
    bedsideterm {
      text-decoration-color: currentcolor !important;
      text-decoration-thickness: max(2px, 0.12em) !important;
    }
  }
  @media (forced-colors: active) {
    bedsideterm { background: none !important; text-decoration-color: currentcolor !important; }
  }
  @media print {
    bedsideterm { text-decoration: none !important; background: none !important; }
  }
}`;
}
