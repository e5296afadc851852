// What the popup's search shows: answers that come late, and the way back.
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/glossary/finder.ts';
import type { Explanation } from '../../src/glossary/lookup.ts';
import { EMPTY, reduce, type SearchEvent, type SearchState, shown } from '../../src/panels/search-state.ts';

const after = (...events: SearchEvent[]): SearchState => events.reduce(reduce, EMPTY);
const typed = (query: string): SearchEvent => ({ type: 'typed', query });
const finding = (term: string, kind: Finding['kind'] = 'exact'): Finding => ({
  ...{ id: term, term, name: term, kind, short: `What ${term} is.` },
});
const found = (query: string, ...findings: Finding[]): SearchEvent => ({ type: 'found', query, findings });
const opened = (term: string): SearchEvent => ({ type: 'opened', explanation: explanation(term) });
const explanation = (term: string): Explanation => ({
  ...{ id: term, term, kind: 'condition', short: `What ${term} is.`, more: 'More.' },
  ...{ also: [], see: [], mixup: [], links: { short: [], more: [] } },
});
const BACK: SearchEvent = { type: 'back' };

const terms = ({ answer }: SearchState): string[] | undefined => answer?.findings.map(({ term }) => term);

describe('answers', () => {
  test('the last stays until that to the next query comes', () => {
    const before = after(typed('ede'), found('ede', finding('edema')), typed('gou'));
    expect(terms(before)).toEqual(['edema']);
    expect(terms(reduce(before, found('gou', finding('gout'))))).toEqual(['gout']);
  });

  test('one that comes late is not shown', () => {
    expect(terms(after(typed('ede'), typed('gou'), found('ede', finding('edema'))))).toBeUndefined();
    expect(after(typed('ede'), typed(''), found('ede', finding('edema')))).toEqual(EMPTY);
    expect(terms(after(typed(' '), found(' ', finding('edema'))))).toBeUndefined();
  });

  test('an empty field shows nothing', () => {
    const { answer, query } = after(typed('ede'), found('ede', finding('edema')), typed(' '));
    expect({ answer, query }).toEqual({ answer: null, query: ' ' });
  });

  test('a failure is forgotten when it works again', () => {
    const failed = after(typed('ede'), { type: 'failed' });
    expect(failed.failed).toBe(true);
    expect(reduce(failed, typed('edem')).failed).toBe(false);
    expect(reduce(failed, found('ede', finding('edema'))).failed).toBe(false);
    expect(reduce(failed, opened('edema')).failed).toBe(false);
  });
});

describe('the way back', () => {
  const deep = after(typed('ede'), found('ede', finding('edema')), opened('edema'), opened('gout'));

  test('leads through the explanations to the list, and then to the empty field', () => {
    expect(shown(deep)?.term).toBe('gout');
    const one = reduce(deep, BACK);
    expect(shown(one)?.term).toBe('edema');
    const list = reduce(one, BACK);
    expect(shown(list)).toBeUndefined();
    expect({ query: list.query, terms: terms(list) }).toEqual({ query: 'ede', terms: ['edema'] });
    expect(reduce(list, BACK)).toEqual(EMPTY);
  });

  test('another query leaves them', () => {
    expect(shown(reduce(deep, typed('go')))).toBeUndefined();
  });

  test('an explanation that comes after the field was cleared is not shown', () => {
    expect(shown(after(typed('ede'), BACK, opened('edema')))).toBeUndefined();
  });
});
