// Reads names and what is typed alike: letters and digits only, one spelling for British and American ones. Pure.
//
// spelling.ts knows how whole words are spelled on either side. What is typed may be half a word or a misspelled one, so pieces are read alike
// wherever they stand: it is no matter that some of it is no spelling at all, as names are read so too.
/** British spellings, or pieces of them, and what they are read as; both sides of a comparison are read so. */
const SPELLINGS: readonly (readonly [written: RegExp, read: string])[] = [
  [/(h|p|gyn|f|c)ae(?=m|d|c|sa)/, '$1e'],
  [/ae(?=mi|sth|tio)/, 'e'],
  [/oe(?=dem|de?$|soph|so?p?$|str|st$)/, 'e'],
  [/(rrh|pn|man|f|c)oe(?=[uat]|li|$)/, '$1e'],
  [/vre$/, 'ver'],
  [/(cent|lit|met|tit|goit|fib|calib|theat)re$/, '$1er'],
  [/(tum|col|lab|behavi)our/, '$1or'],
  [/sulph/, 'sulf'],
  [/leuc/, 'leuk'],
  [/disk/, 'disc'],
  [/artef/, 'artif'],
  [/(?<=[iy])z/, 's'],
];
/** What a word has in it that any of them changes. */
const RESPELLED = /ae|oe|our|re$|sulph|leuc|disk|artef|[iy]z/;

const readSpelling = (word: string): string =>
  RESPELLED.test(word)
    ? SPELLINGS.reduce((spelled, [written, read]) => spelled.replace(written, read), word)
    : word;

/** The words of a text in lower-case letters and digits, each in its American spelling. */
export function wordsOf(text: string): string[] {
  const plain = /^[ -~]*$/.test(text)
    ? text
    : text
        .normalize('NFKD')
        .replace(/[æœ]/gi, (ligature) => (/æ/i.test(ligature) ? 'ae' : 'oe'))
        .replace(/[\u2010-\u2015]/g, '-')
        .replace(/[^ -~\s]/g, '');
  const words = plain
    .toLowerCase()
    .replaceAll("'", '')
    .match(/[a-z0-9]+/g);
  return words?.map(readSpelling) ?? [];
}

/** A text whose last word looks like a plural, with that word for one of them; any other as it is. */
export const singular = (text: string): string =>
  text.length < 4 || /(?:ss|us|is)$/.test(text)
    ? text
    : text.replace(/ies$/, 'y').replace(/(?<=x|ch|sh|ss)es$|s$/, '');
