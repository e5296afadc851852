// Adds the stub of a new entry, which the checks refuse until it is written.
import { appendFileSync } from 'node:fs';
import { stringify } from 'yaml';

/** What is added for a term. No check lets "TODO" pass as a kind, and no text is so short. */
export const stubOf = (term: string): string => `
- term: ${stringify(term).trimEnd()}
  kind: TODO
  short: TODO
  more: >
    TODO
  see: []
`;

/** Adds a stub at the end of a file of the glossary. */
export const addStub = (path: string, term: string): void => appendFileSync(path, stubOf(term));
