// What the search in the popup shows, as one pure reducer. Nothing of it is kept when the popup closes.
import type { Finding } from '../glossary/finder.ts';
import type { Explanation } from '../glossary/lookup.ts';

export interface SearchState {
  /** As it stands in the field. */
  readonly query: string;
  /** What was found last and for what; it stays until what is found for the next query takes its place. */
  readonly answer: { readonly query: string; readonly findings: readonly Finding[] } | null;
  /** The glossary could not be read. */
  readonly failed: boolean;
  /** The explanations that were opened, one from the other: the last is shown, Back shows the one before. */
  readonly trail: readonly Explanation[];
}

export type SearchEvent =
  | { readonly type: 'typed'; readonly query: string }
  | { readonly type: 'found'; readonly query: string; readonly findings: readonly Finding[] }
  | { readonly type: 'failed' }
  | { readonly type: 'opened'; readonly explanation: Explanation }
  /** One step back: from an explanation to the one before or to the list, from the list to the empty field. */
  | { readonly type: 'back' };

export const EMPTY: SearchState = { query: '', answer: null, failed: false, trail: [] };

/** The next state. Events that mean nothing in a state leave it as it is. */
export function reduce(state: SearchState, event: SearchEvent): SearchState {
  switch (event.type) {
    case 'typed':
      return event.query.trim() === ''
        ? { ...EMPTY, query: event.query }
        : { ...state, query: event.query, failed: false, trail: [] };
    case 'found': {
      const { query, findings } = event;
      return query === state.query && query.trim() !== ''
        ? { ...state, answer: { query, findings }, failed: false }
        : state;
    }
    case 'failed':
      return { ...state, failed: true };
    case 'opened':
      return state.query === ''
        ? state
        : { ...state, failed: false, trail: [...state.trail, event.explanation] };
    case 'back':
      return state.trail.length > 0 ? { ...state, trail: state.trail.slice(0, -1) } : EMPTY;
  }
}

/** The explanation on show. */
export const shown = ({ trail }: SearchState): Explanation | undefined => trail.at(-1);
