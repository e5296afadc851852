// Gives marks in shadow trees their look: the document's style sheets do not reach there.
import css from './marks.css?inline';

/** The style sheet of marks, adopted by shadow roots from the first mark in them to `release`. */
export class MarkStyle {
  readonly #sheet = new CSSStyleSheet();
  readonly #adopters = new Set<ShadowRoot>();

  constructor() {
    this.#sheet.replaceSync(css);
  }

  adoptIn(root: ShadowRoot): void {
    if (this.#adopters.has(root)) return;
    this.#adopters.add(root);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
  }

  /** Takes the sheet back everywhere. */
  release(): void {
    for (const root of this.#adopters)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((sheet) => sheet !== this.#sheet);
    this.#adopters.clear();
  }
}
