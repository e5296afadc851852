// What the tests ask of every editor. Each editor's script sets `window.openEditor`.

export interface OpenOptions {
  readonly editable: boolean;
  /** What stands in it at first, as plain text of one paragraph. */
  readonly text: string;
}

export interface Editor {
  /** The document as the editor itself knows it, as JSON. */
  model(): unknown;
  /** What a page would send. */
  html(): string;
  setEditable(editable: boolean): void;
  /** Puts the caret behind the last letter. */
  focusEnd(): void;
}

declare global {
  interface Window {
    openEditor(root: HTMLElement, options: OpenOptions): Editor;
  }
}
