// Where to read on about a word: the searches of two public health sites, asked for its term and nothing else.

/** The sites by the names used in messages. */
export type ReadingSite = 'medlineplus' | 'nhs';

interface Search {
  /** The site's name, as its readers know it. */
  readonly name: string;
  /** The address to which the site's own search form leads, with all but what is searched for. */
  readonly address: string;
  /** The parameter that takes what is searched for. */
  readonly parameter: string;
}

const SEARCHES: Readonly<Record<ReadingSite, Search>> = {
  medlineplus: {
    name: 'MedlinePlus',
    address:
      'https://vsearch.nlm.nih.gov/vivisimo/cgi-bin/query-meta?v:project=medlineplus&v:sources=medlineplus-bundle',
    parameter: 'query',
  },
  nhs: { name: 'NHS', address: 'https://www.nhs.uk/search/results', parameter: 'q' },
};

/** The sites in the order in which they are offered. */
export const READING_SITES: readonly { readonly site: ReadingSite; readonly name: string }[] = [
  { site: 'medlineplus', name: SEARCHES.medlineplus.name },
  { site: 'nhs', name: SEARCHES.nhs.name },
];

/** The address of a site's search for a term: an absolute https URL. */
export function searchAddress(site: ReadingSite, term: string): string {
  const { address, parameter } = SEARCHES[site];
  const url = new URL(address);
  url.searchParams.set(parameter, term);
  return url.href;
}
