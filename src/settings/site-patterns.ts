// How sites are named in lists: `example.org` is that host, `*.example.org` is it with all below it, `!example.org` is an exception. Pure.

/** Why something that was typed names no site. */
export type PatternFault =
  | 'empty'
  /** An address of another kind: a file, a page of the browser. */
  | 'scheme'
  /** A star where it means nothing. */
  | 'wildcard'
  /** One word without an ending: most likely half a name. */
  | 'no-ending'
  | 'no-site';

export type ReadPattern =
  | { readonly ok: true; readonly pattern: string }
  | { readonly ok: false; readonly fault: PatternFault };

const PARTS = /^(?<scheme>[a-z][a-z\d+.-]*:(?:\/\/)?(?!\d))?(?<any>\*\.)?(?<rest>.*)$/i;
/** What may stand in a host's name once the browser has normalised it; the second kind is an IPv6 address. */
const HOST = /^(?:[a-z\d_-]{1,63}(?:\.[a-z\d_-]{1,63})*|\[[\da-f:.]+\])$/;
const ADDRESS = /^(?:\d+(?:\.\d+){3}|\[.*\])$/;

const fail = (fault: PatternFault): ReadPattern => ({ ok: false, fault });

/** A host as it goes by in the settings: without `www.` and the dot that may end it. */
export const plainHost = (hostname: string): string => hostname.replace(/\.$/, '').replace(/^www\./, '');

/**
 * Reads what a person typed or pasted: a host, a pattern, or the address of a page, whose host it is then. Upper case, `www.`, ports and letters outside ASCII
 * come out as pages' hosts do.
 */
export function readPattern(typed: string): ReadPattern {
  const text = typed.trim();
  if (text === '') return fail('empty');
  const { scheme = '', any = '', rest = '' } = PARTS.exec(text)?.groups ?? {};
  if (scheme !== '' && !/^https?:\/\/$/i.test(scheme)) return fail('scheme');
  const named = rest.split(/[/?#]/, 1)[0] ?? '';
  if (named.includes('*')) return fail('wildcard');
  let url: URL;
  try {
    url = new URL(`http://${named}`);
  } catch {
    return fail('no-site');
  }
  const host = plainHost(url.hostname);
  if (!HOST.test(host) || host.length > 253) return fail('no-site');
  if (ADDRESS.test(host)) {
    if (any !== '') return fail('wildcard');
    // Browsers take a plain number for an address: 12 for 0.0.0.12.
    return named.includes(host) ? { ok: true, pattern: host } : fail('no-site');
  }
  const isWhole = host.includes('.') || any !== '' || scheme !== '' || host === 'localhost';
  return isWhole ? { ok: true, pattern: any + host } : fail('no-ending');
}

/** Whether an entry of a list is as `readPattern` would have it, or an exception of that kind. */
export function isPattern(entry: string): boolean {
  const plain = entry.replace(/^!/, '');
  const read = readPattern(plain);
  // A host without a dot is taken where it came with a scheme, so it is read with one here.
  const again = read.ok ? read : readPattern(`http://${plain}`);
  return again.ok && again.pattern === plain && !(entry.startsWith('!') && plain.startsWith('*'));
}

const covers = (pattern: string, site: string): boolean =>
  pattern.startsWith('*.') ? site === pattern.slice(2) || site.endsWith(pattern.slice(1)) : site === pattern;

/** Whether a list names a site. An exception to it beats any pattern. */
export const isListed = (list: readonly string[], site: string): boolean =>
  !list.includes(`!${site}`) && list.some((pattern) => covers(pattern, site));

/** The list in order, each once: exceptions stand behind the hosts and patterns. */
export const inOrder = (list: readonly string[]): string[] =>
  [...new Set(list)].sort((a, b) => keyOf(a).localeCompare(keyOf(b), 'en'));

/** Hosts of one site stand together: they are compared from their ends. */
const keyOf = (entry: string): string =>
  `${entry
    .replace(/^(?:!|\*\.)/, '')
    .split('.')
    .reverse()
    .join('.')} ${entry}`;

/** The list without an entry, and without the exceptions that are none then. */
export function withoutEntry(list: readonly string[], entry: string): string[] {
  const others = list.filter((other) => other !== entry);
  const patterns = others.filter((other) => !other.startsWith('!'));
  return others.filter((other) => !other.startsWith('!') || isListed(patterns, other.slice(1)));
}

/** The list with one site in it or not, whatever patterns it has. */
export function withOrWithout(list: readonly string[], site: string, listed: boolean): string[] {
  const others = list.filter((entry) => entry !== site && entry !== `!${site}`);
  if (isListed(others, site) === listed) return inOrder(others);
  return inOrder([...others, listed ? site : `!${site}`]);
}
