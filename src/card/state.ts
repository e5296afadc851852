// What the card shows, as one pure reducer: events in, the next state out. Timers and loading are effects of a state (controller.ts), never of an event.
import type { Answer } from '../glossary/answer.ts';
import type { Explanation } from '../glossary/lookup.ts';

/** How long the pointer rests on a word before its card opens, in ms, by default: long enough not to flicker when the pointer only passes (Wikipedia's previews use the same order). */
const DWELL = 350;
/** How long the card stays after pointer and focus have left it and its word, in ms: time to cross the gap between them. */
const LINGER = 300;

/** What is known of the entries on show. */
type Content =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly entries: readonly Explanation[] }
  | { readonly kind: 'failed' }
  /** The reader asked for a text, and the glossary has no answer. */
  | Exclude<Answer, { kind: 'found' }>;

/** One page of the card: the ids it explains (several where the text does not decide between senses; none as long as a question is not answered). */
export interface View {
  readonly ids: readonly string[];
  readonly content: Content;
  /** What the reader asked for, where this is only a guess at it. */
  readonly guess?: string;
}

/** Stands for the number of a mark where the card was opened for a selected text. */
export const ASKED = 0;

/** A word whose card is wanted. */
export interface Word {
  readonly mark: number;
  readonly ids: readonly string[];
}

interface Open {
  readonly kind: 'open';
  readonly word: Word;
  /** Opened by a press or a key: it stays when the pointer leaves. */
  readonly pinned: boolean;
  /** Opened by a key: focus goes in, and back on close. */
  readonly focused: boolean;
  /** The pointer has left word and card; it closes after LINGER, unless the pointer is on its way across to the card. */
  readonly leaving: boolean;
  /** Another word the pointer rests on meanwhile; its card takes over after DWELL. */
  readonly next: Word | null;
  readonly more: boolean;
  /** The entry that the reader said to know last: its word is no longer marked, and that can be undone. */
  readonly known: string | null;
  /** What is shown is the last; Back shows the one before. At least one. */
  readonly trail: readonly [...View[], View];
}

export type CardState =
  | { readonly kind: 'closed' }
  /** The pointer rests on a word; the card opens after DWELL. */
  | { readonly kind: 'waiting'; readonly word: Word }
  | Open;

export type CardEvent =
  | { readonly type: 'point-at'; readonly word: Word }
  | { readonly type: 'point-away' }
  /** The pointer or the focus is in the card. */
  | { readonly type: 'enter-card' }
  | { readonly type: 'press'; readonly word: Word }
  | { readonly type: 'summon'; readonly word: Word }
  /** The reader asked what a selected text means. */
  | { readonly type: 'ask' }
  | { readonly type: 'answered'; readonly answer: Answer }
  | { readonly type: 'dwelt' }
  | { readonly type: 'lingered' }
  /** Esc, a press elsewhere, the word scrolled away or left the page. */
  | { readonly type: 'close' }
  | { readonly type: 'loaded'; readonly ids: readonly string[]; readonly entries: readonly Explanation[] }
  | { readonly type: 'failed'; readonly ids: readonly string[] }
  | { readonly type: 'retry' }
  | { readonly type: 'follow'; readonly id: string }
  /** To the view before, or to one of the trail by its number. */
  | { readonly type: 'back'; readonly to?: number }
  | { readonly type: 'toggle-more' }
  /** Shows all, because the reader likes it so. */
  | { readonly type: 'unfold' }
  | { readonly type: 'know'; readonly id: string }
  | { readonly type: 'undo-know' };

export const CLOSED: CardState = { kind: 'closed' };

const sameIds = (a: readonly string[], b: readonly string[]): boolean => a.join(' ') === b.join(' ');

const open = (word: Word, how: { pinned: boolean; focused: boolean }): Open => ({
  kind: 'open',
  word,
  ...how,
  leaving: false,
  next: null,
  more: false,
  known: null,
  trail: [{ ids: word.ids, content: { kind: 'loading' } }],
});

/** The same card, no longer being left. */
const stay = (state: Open): Open =>
  state.leaving || state.next ? { ...state, leaving: false, next: null } : state;

/** What was pressed in stays. */
const pin = (state: Open): Open => ({ ...state, pinned: true, leaving: false, next: null });

/**
 * The timer a state asks for: its event is sent after `ms`, unless a state with another `key` comes first.
 * @param dwell how long the pointer rests on a word before its card opens, in ms
 */
export function timerOf(
  state: CardState,
  dwell = DWELL,
): { readonly key: string; readonly ms: number; readonly event: CardEvent } | null {
  if (state.kind === 'waiting')
    return { key: `dwell ${state.word.mark}`, ms: dwell, event: { type: 'dwelt' } };
  if (state.kind === 'open' && state.next)
    return { key: `dwell ${state.next.mark}`, ms: dwell, event: { type: 'dwelt' } };
  if (state.kind === 'open' && state.leaving)
    return { key: 'linger', ms: LINGER, event: { type: 'lingered' } };
  return null;
}

/** The view the card shows. */
export const shown = (state: Open): View => state.trail[state.trail.length - 1] as View;

function withContent(state: CardState, ids: readonly string[], content: Content): CardState {
  if (state.kind !== 'open') return state;
  const fill = (view: View): View =>
    sameIds(view.ids, ids) && view.content.kind !== 'ready' ? { ...view, content } : view;
  return { ...state, trail: state.trail.map(fill) as unknown as Open['trail'] };
}

/** A question that is answered becomes what it was for. */
function withAnswer(state: Open, answer: Answer): Open {
  const { ids: known, content } = shown(state);
  if (known.length > 0 || content.kind !== 'loading') return state;
  if (answer.kind !== 'found') return { ...state, trail: [{ ids: [], content: answer }] };
  const { ids, guess } = answer;
  return { ...state, trail: [{ ids, content: { kind: 'loading' }, ...(guess !== undefined && { guess }) }] };
}

/** The next state. Events that mean nothing in a state leave it as it is. */
export function reduce(state: CardState, event: CardEvent): CardState {
  switch (event.type) {
    case 'point-at': {
      const { word } = event;
      if (state.kind !== 'open')
        return state.kind === 'waiting' && state.word.mark === word.mark ? state : { kind: 'waiting', word };
      if (state.pinned || state.word.mark === word.mark) return stay(state);
      return state.next?.mark === word.mark ? state : { ...state, leaving: true, next: word };
    }
    case 'point-away':
      if (state.kind === 'waiting') return CLOSED;
      return state.kind === 'open' && !state.pinned && !(state.leaving && state.next === null)
        ? { ...state, leaving: true, next: null }
        : state;
    case 'enter-card':
      return state.kind === 'open' ? stay(state) : state;
    case 'press':
      if (state.kind === 'open' && state.word.mark === event.word.mark)
        return { ...stay(state), pinned: true };
      return open(event.word, { pinned: true, focused: false });
    case 'summon':
      return open(event.word, { pinned: true, focused: true });
    case 'ask':
      return open({ mark: ASKED, ids: [] }, { pinned: true, focused: true });
    case 'answered':
      return state.kind === 'open' ? withAnswer(state, event.answer) : state;
    case 'dwelt':
      if (state.kind === 'waiting') return open(state.word, { pinned: false, focused: false });
      return state.kind === 'open' && state.next
        ? open(state.next, { pinned: false, focused: false })
        : state;
    case 'lingered':
      return state.kind === 'open' && state.leaving && state.next === null ? CLOSED : state;
    case 'close':
      return CLOSED;
    case 'loaded':
      return withContent(state, event.ids, { kind: 'ready', entries: event.entries });
    case 'failed':
      return withContent(state, event.ids, { kind: 'failed' });
    case 'retry':
      return state.kind === 'open' ? withContent(pin(state), shown(state).ids, { kind: 'loading' }) : state;
    case 'follow': {
      if (state.kind !== 'open') return state;
      return {
        ...pin(state),
        trail: [...state.trail, { ids: [event.id], content: { kind: 'loading' } }],
      };
    }
    case 'back': {
      if (state.kind !== 'open' || state.trail.length < 2) return state;
      const kept = Math.min(Math.max(event.to ?? state.trail.length - 2, 0), state.trail.length - 2) + 1;
      return { ...pin(state), trail: state.trail.slice(0, kept) as unknown as Open['trail'] };
    }
    case 'toggle-more':
      return state.kind === 'open' ? { ...pin(state), more: !state.more } : state;
    case 'unfold':
      return state.kind === 'open' ? { ...state, more: true } : state;
    case 'know':
      // There is nothing more to be read: it goes when the pointer does.
      return state.kind === 'open' ? { ...stay(state), pinned: state.focused, known: event.id } : state;
    case 'undo-know':
      return state.kind === 'open' && state.known !== null ? { ...pin(state), known: null } : state;
  }
}
