// What is read, and how a fault in it is told.

/** One file of `glossary/`. */
export interface Source {
  /** As it should appear in messages: `glossary/en/spine.yaml`. */
  readonly file: string;
  readonly text: string;
}

/** A fault that stops the build. */
export interface Problem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** The entry's id, or its term or place where it has no id yet. */
  readonly entry: string;
  readonly reason: string;
}
