// What the popup shows for a query: the words of the page that fit it, and below them what else the glossary has. Pure.
import type { Finding } from '../glossary/finder.ts';
import type { PopupWord } from './popup-state.ts';
import type { SearchState } from './search-state.ts';

/** A text of fewer letters is still being typed: that nothing begins so is not worth saying. */
const WORTH_SAYING = 3;

/** What is said of the answer, and read out. */
export type Summary =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'none'; readonly query: string }
  /** What was found is not what was asked for, but much like it. */
  | { readonly kind: 'guess'; readonly query: string }
  | { readonly kind: 'found'; readonly count: number };

export interface Results {
  /** In the order of the page. */
  readonly page: readonly PopupWord[];
  /** What is not on the page, best first. */
  readonly glossary: readonly Finding[];
  readonly summary: Summary;
}

/** A text without accents, case and hyphens, with a space before each of its words. */
const plain = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s-]+/)
    .join(' ')}`.trimEnd();

/** The ids of the entries that a word of the page stands for. */
const idsOf = ({ key }: PopupWord): string[] => key.split(' ');

/** The words of a page and of the glossary that fit what is typed. A word of the page fits when a word of its name begins so, or when the search found its entry. */
export function resultsOf(words: readonly PopupWord[], { query, answer, failed }: SearchState): Results {
  const wanted = plain(query);
  if (wanted === '') return { page: [], glossary: [], summary: { kind: 'nothing' } };
  const isNamed = ({ terms }: PopupWord): boolean => terms.some((term) => plain(term).includes(wanted));
  // An answer to another query still stands below, but says nothing of this one's words on the page.
  const found = new Set(answer?.query === query ? answer.findings.map(({ id }) => id) : []);
  const page = words.filter((word) => isNamed(word) || idsOf(word).some((id) => found.has(id)));
  const listed = new Set(page.flatMap(idsOf));
  const glossary = answer?.findings.filter(({ id }) => !listed.has(id)) ?? [];
  const summarize = (): Summary => {
    if (failed) return { kind: 'failed' };
    if (answer === null) return { kind: 'nothing' };
    const asked = answer.query.trim();
    const [best] = answer.findings;
    const count = page.length + glossary.length;
    if (count === 0)
      return asked.length < WORTH_SAYING ? { kind: 'nothing' } : { kind: 'none', query: asked };
    const isGuess = best?.kind === 'misspelled' || best?.kind === 'sounds-alike';
    return isGuess && !page.some(isNamed) ? { kind: 'guess', query: asked } : { kind: 'found', count };
  };
  return { page, glossary, summary: summarize() };
}
