// Gives marks their look, from the first mark in a document or shadow tree on: a page without marks has nothing of it.
import { type MarkLook, rulesFor } from './look.ts';
import css from './marks.css?inline';
import type { Root } from './roots.ts';

/** The name of the layer in marks.css: a sheet with it is ours, or that of a copy before an update. */
const LAYER = 'bedside';

const isOfBedside = ({ cssRules: [first] }: CSSStyleSheet): boolean =>
  (first as { name?: string } | undefined)?.name === LAYER;

/** The style sheet of marks, adopted by the roots in which marks are drawn, up to `release`. */
export class MarkStyle {
  readonly #sheet = new CSSStyleSheet();
  readonly #adopters = new Set<Root>();

  constructor(look: MarkLook) {
    this.wear(look);
  }

  /** Has all marks look so from now on; nothing is read or drawn anew. */
  wear(look: MarkLook): void {
    this.#sheet.replaceSync(`${css}\n${rulesFor(look)}`);
  }

  /** Sees to it that a root has the sheet: pages may set the list anew. */
  adoptIn(root: Root): void {
    const sheets = [...root.adoptedStyleSheets];
    if (sheets.includes(this.#sheet)) return;
    this.#adopters.add(root);
    root.adoptedStyleSheets = [this.#sheet, ...sheets.filter((sheet) => !isOfBedside(sheet))];
  }

  /** Takes the sheet back everywhere. */
  release(): void {
    for (const root of this.#adopters)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((sheet) => sheet !== this.#sheet);
    this.#adopters.clear();
  }
}
