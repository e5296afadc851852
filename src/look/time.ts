// Times as the reader's clock shows them. Pure.

/** A time of day, by the customs of the browser's language. @param ms since 1970 */
export const timeOf = (ms: number): string =>
  new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' }).format(ms);
