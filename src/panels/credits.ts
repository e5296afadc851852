// Whose work is in the built extension: the libraries that its scripts are made of, with their licenses.
export interface Credit {
  readonly name: string;
  readonly license: string;
}

export const CREDITS: readonly Credit[] = [
  { name: 'mark.js', license: 'MIT' },
  { name: 'Preact', license: 'MIT' },
  { name: 'Floating UI', license: 'MIT' },
  { name: 'Lucide', license: 'ISC' },
  { name: 'WXT', license: 'MIT' },
  { name: 'webextension-polyfill', license: 'MPL-2.0' },
];

/** The drawings of the body in cards. */
export const DRAWINGS: Credit = { name: 'Expression Atlas (EMBL-EBI)', license: 'CC BY 4.0' };
