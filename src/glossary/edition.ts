// Which state of the glossary is in this build.

/** The day of the newest reading of an entry, as YYYY-MM-DD: set by the build from glossary/reviews.tsv. Empty outside a build. */
export const EDITION: string = import.meta.env?.BEDSIDE_EDITION ?? '';
