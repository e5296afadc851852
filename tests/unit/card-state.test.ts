// The card's reducer: tables of event sequences, and what holds after any sequence.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CardEvent,
  type CardState,
  CLOSED,
  reduce,
  shown,
  timerOf,
  type Word,
} from '../../src/card/state.ts';
import type { Explanation } from '../../src/glossary/lookup.ts';

const A: Word = { mark: 1, ids: ['edema'] };
const B: Word = { mark: 2, ids: ['ra-joints', 'ra-heart'] };
/** Another place of the word A. */
const A2: Word = { mark: 3, ids: ['edema'] };

const explanation = (id: string): Explanation => ({
  ...{ id, term: id, kind: 'condition', short: `What ${id} is.`, more: 'More.' },
  ...{ also: [], see: [], mixup: [], links: { short: [], more: [] } },
});

const pointAt = (word: Word): CardEvent => ({ type: 'point-at', word });
const press = (word: Word): CardEvent => ({ type: 'press', word });
const summon = (word: Word): CardEvent => ({ type: 'summon', word });
const follow = (id: string): CardEvent => ({ type: 'follow', id });
const loaded = (...ids: string[]): CardEvent => ({ type: 'loaded', ids, entries: ids.map(explanation) });
const failed = (...ids: string[]): CardEvent => ({ type: 'failed', ids });
const AWAY: CardEvent = { type: 'point-away' };
const ENTER: CardEvent = { type: 'enter-card' };
const DWELT: CardEvent = { type: 'dwelt' };
const LINGERED: CardEvent = { type: 'lingered' };
const CLOSE: CardEvent = { type: 'close' };
const RETRY: CardEvent = { type: 'retry' };
const BACK: CardEvent = { type: 'back' };
const MORE: CardEvent = { type: 'toggle-more' };

const after = (...events: CardEvent[]): CardState => events.reduce(reduce, CLOSED);

/** A state in one line: `open 1 leaving next 2: edema(ready) < bone(loading)`, the view on show last. */
function told(state: CardState): string {
  if (state.kind === 'closed') return 'closed';
  if (state.kind === 'waiting') return `waiting ${state.word.mark}`;
  const flags = (['pinned', 'focused', 'leaving', 'more'] as const).filter((flag) => state[flag]);
  const trail = state.trail.map(({ ids, content }) => `${ids.join('+')}(${content.kind})`);
  const next = state.next ? [`next ${state.next.mark}`] : [];
  return `${['open', state.word.mark, ...flags, ...next].join(' ')}: ${trail.join(' < ')}`;
}

describe('pointing', () => {
  test.each<[name: string, events: CardEvent[], state: string]>([
    ['nothing happened', [], 'closed'],
    ['a word is pointed at', [pointAt(A)], 'waiting 1'],
    ['the pointer passes', [pointAt(A), AWAY], 'closed'],
    ['it rests', [pointAt(A), DWELT], 'open 1: edema(loading)'],
    ['it moves within the word', [pointAt(A), pointAt(A), DWELT], 'open 1: edema(loading)'],
    ['it moves on to another word', [pointAt(A), pointAt(B)], 'waiting 2'],
    ['it leaves', [pointAt(A), DWELT, AWAY], 'open 1 leaving: edema(loading)'],
    ['it stays away', [pointAt(A), DWELT, AWAY, LINGERED], 'closed'],
    ['it comes back to the word', [pointAt(A), DWELT, AWAY, pointAt(A), LINGERED], 'open 1: edema(loading)'],
    ['it crosses to the card', [pointAt(A), DWELT, AWAY, ENTER, LINGERED], 'open 1: edema(loading)'],
    ['it leaves the card', [pointAt(A), DWELT, AWAY, ENTER, AWAY, LINGERED], 'closed'],
    [
      'it rests on the next word',
      [pointAt(A), DWELT, pointAt(B), DWELT],
      'open 2: ra-joints+ra-heart(loading)',
    ],
    ['it rests on another place', [pointAt(A), DWELT, pointAt(A2), DWELT], 'open 3: edema(loading)'],
    // The card stays until it was left for LINGER, whatever lies between it and its word.
    ['it meets another word', [pointAt(A), DWELT, pointAt(B)], 'open 1 leaving next 2: edema(loading)'],
    ['it only crosses that', [pointAt(A), DWELT, pointAt(B), AWAY], 'open 1 leaving: edema(loading)'],
    [
      'it crosses it to the card',
      [pointAt(A), DWELT, AWAY, pointAt(B), AWAY, ENTER],
      'open 1: edema(loading)',
    ],
    ['it is right in the card', [pointAt(A), DWELT, pointAt(B), ENTER, DWELT], 'open 1: edema(loading)'],
    ['it crosses it and stays away', [pointAt(A), DWELT, pointAt(B), AWAY, LINGERED], 'closed'],
    ['it comes back', [pointAt(A), DWELT, pointAt(B), pointAt(A), DWELT, LINGERED], 'open 1: edema(loading)'],
    [
      'a key pins meanwhile',
      [pointAt(A), DWELT, pointAt(B), press(A), DWELT],
      'open 1 pinned: edema(loading)',
    ],
  ])('%s', (_name, events, state) => {
    expect(told(after(...events))).toBe(state);
  });
});

describe('pressing and summoning', () => {
  test.each<[name: string, events: CardEvent[], state: string]>([
    ['a press opens at once', [press(A)], 'open 1 pinned: edema(loading)'],
    ['while waiting', [pointAt(A), press(A)], 'open 1 pinned: edema(loading)'],
    ['while waiting for another', [pointAt(B), press(A), DWELT], 'open 1 pinned: edema(loading)'],
    ['it pins what is open', [pointAt(A), DWELT, loaded('edema'), press(A)], 'open 1 pinned: edema(ready)'],
    ['it pins what is being left', [pointAt(A), DWELT, AWAY, press(A)], 'open 1 pinned: edema(loading)'],
    ['a pinned card stays', [press(A), AWAY, LINGERED], 'open 1 pinned: edema(loading)'],
    ['also over other words', [press(A), pointAt(B), DWELT], 'open 1 pinned: edema(loading)'],
    ['a press on another word', [press(A), MORE, press(B)], 'open 2 pinned: ra-joints+ra-heart(loading)'],
    ['on another place of the word', [press(A), press(A2)], 'open 3 pinned: edema(loading)'],
    [
      'on the word of a trail',
      [press(A), follow('x'), press(A)],
      'open 1 pinned: edema(loading) < x(loading)',
    ],
    ['a key opens with focus', [summon(A)], 'open 1 pinned focused: edema(loading)'],
    ['a key over an open card', [pointAt(B), DWELT, summon(A)], 'open 1 pinned focused: edema(loading)'],
    ['a press does not take focus', [summon(A), press(B)], 'open 2 pinned: ra-joints+ra-heart(loading)'],
    ['a press keeps focus where it is', [summon(A), press(A)], 'open 1 pinned focused: edema(loading)'],
  ])('%s', (_name, events, state) => {
    expect(told(after(...events))).toBe(state);
  });
});

describe('loading', () => {
  const open = press(A);
  test.each<[name: string, events: CardEvent[], state: string]>([
    ['it comes', [open, loaded('edema')], 'open 1 pinned: edema(ready)'],
    ['it fails', [open, failed('edema')], 'open 1 pinned: edema(failed)'],
    ['it is tried again', [open, failed('edema'), RETRY], 'open 1 pinned: edema(loading)'],
    ['and comes', [open, failed('edema'), RETRY, loaded('edema')], 'open 1 pinned: edema(ready)'],
    ['it comes late after all', [open, failed('edema'), loaded('edema')], 'open 1 pinned: edema(ready)'],
    [
      'a late failure spoils nothing',
      [open, loaded('edema'), failed('edema')],
      'open 1 pinned: edema(ready)',
    ],
    ['nor does another try', [open, loaded('edema'), RETRY], 'open 1 pinned: edema(ready)'],
    ['it is for another word', [open, loaded('tumor')], 'open 1 pinned: edema(loading)'],
    [
      'it is for one of two senses',
      [press(B), loaded('ra-heart')],
      'open 2 pinned: ra-joints+ra-heart(loading)',
    ],
    ['for both', [press(B), loaded('ra-joints', 'ra-heart')], 'open 2 pinned: ra-joints+ra-heart(ready)'],
    ['it comes when closed', [open, CLOSE, loaded('edema')], 'closed'],
    ['it comes while waiting', [pointAt(A), loaded('edema')], 'waiting 1'],
    ['for the view before', [open, follow('x'), loaded('edema')], 'open 1 pinned: edema(ready) < x(loading)'],
    [
      'only the view on show is retried',
      [open, failed('edema'), follow('x'), failed('x'), RETRY],
      'open 1 pinned: edema(failed) < x(loading)',
    ],
  ])('%s', (_name, events, state) => {
    expect(told(after(...events))).toBe(state);
  });

  test('the card shows what came', () => {
    const state = after(open, loaded('edema'));
    expect(state.kind === 'open' && shown(state).content).toEqual({
      kind: 'ready',
      entries: [explanation('edema')],
    });
  });
});

describe('inside the card', () => {
  test.each<[name: string, events: CardEvent[], state: string]>([
    ['a link opens inside', [press(A), follow('x')], 'open 1 pinned: edema(loading) < x(loading)'],
    [
      'and pins',
      [pointAt(A), DWELT, AWAY, follow('x'), LINGERED],
      'open 1 pinned: edema(loading) < x(loading)',
    ],
    ['Back', [press(A), loaded('edema'), follow('x'), BACK], 'open 1 pinned: edema(ready)'],
    ['Back at the first', [press(A), BACK], 'open 1 pinned: edema(loading)'],
    ['more', [press(A), MORE], 'open 1 pinned more: edema(loading)'],
    ['less', [press(A), MORE, MORE], 'open 1 pinned: edema(loading)'],
    ['nothing of it when closed', [follow('x'), BACK, MORE, RETRY, ENTER], 'closed'],
    ['nor while waiting', [pointAt(A), follow('x'), BACK, MORE, RETRY, ENTER], 'waiting 1'],
  ])('%s', (_name, events, state) => {
    expect(told(after(...events))).toBe(state);
  });

  // Pressing a button in the card puts the focus there; the card closes when pointer and focus have left.
  test('what was pressed inside stays when the pointer leaves', () => {
    expect(after(pointAt(A), DWELT, AWAY, ENTER, MORE, AWAY, LINGERED).kind).toBe('open');
  });
});

describe('timers', () => {
  test.each<[name: string, events: CardEvent[], late: string | undefined]>([
    ['closed', [], undefined],
    ['waiting', [pointAt(A)], 'dwelt'],
    ['open', [pointAt(A), DWELT], undefined],
    ['being left', [pointAt(A), DWELT, AWAY], 'lingered'],
    ['being left for another word', [pointAt(A), DWELT, pointAt(B)], 'dwelt'],
    ['pinned', [press(A), AWAY], undefined],
  ])('%s', (_name, events, late) => {
    expect(timerOf(after(...events))?.event.type).toBe(late);
  });

  test.each<[name: string, one: CardEvent[], other: CardEvent[], same: boolean]>([
    ['two words wait', [pointAt(A)], [pointAt(B)], false],
    ['the pointer moves within a word', [pointAt(A)], [pointAt(A), pointAt(A)], true],
    ['it is away and meets a word', [pointAt(A), DWELT, AWAY], [pointAt(A), DWELT, AWAY, pointAt(B)], false],
    [
      'it is away and the text comes',
      [pointAt(A), DWELT, AWAY],
      [pointAt(A), DWELT, AWAY, loaded('edema')],
      true,
    ],
  ])('start anew, or run on: %s', (_name, one, other, same) => {
    expect(timerOf(after(...one))?.key === timerOf(after(...other))?.key).toBe(same);
  });
});

describe('after any sequence', () => {
  const word = fc.constantFrom(A, B, A2);
  const ids = fc.constantFrom(['edema'], ['ra-joints', 'ra-heart'], ['x'], ['ra-heart']);
  const rest: CardEvent[] = [CLOSE, RETRY, BACK, MORE, follow('x'), follow('edema')];
  const event: fc.Arbitrary<CardEvent> = fc.oneof(
    // Mostly pointing: anything pressed pins the card, and little happens then.
    {
      weight: 5,
      arbitrary: fc.oneof(word.map(pointAt), fc.constantFrom(AWAY, ENTER, DWELT, DWELT, LINGERED)),
    },
    { weight: 1, arbitrary: word.chain((w) => fc.constantFrom(press(w), summon(w))) },
    { weight: 1, arbitrary: ids.chain((list) => fc.constantFrom(loaded(...list), failed(...list))) },
    { weight: 1, arbitrary: fc.constantFrom(...rest) },
  );
  const state = fc.array(event, { maxLength: 30 }).map((events) => after(...events));
  const holds = (check: (state: CardState, event: CardEvent) => void): void =>
    fc.assert(
      fc.property(state, event, (before, next) => {
        check(before, next);
      }),
      { numRuns: 500 },
    );

  test('close closes', () => {
    holds((before) => expect(reduce(before, CLOSE)).toEqual(CLOSED));
  });

  test.each([DWELT, LINGERED])('a stale $type changes nothing', (late) => {
    holds((before) => timerOf(before)?.event.type === late.type || expect(reduce(before, late)).toBe(before));
  });

  test('the trail is never empty and starts with the word', () => {
    holds((before) => before.kind === 'open' && expect(before.trail[0]?.ids).toEqual(before.word.ids));
  });

  test('the card shows the last of the trail', () => {
    holds((before) => before.kind === 'open' && expect(shown(before)).toBe(before.trail.at(-1)));
  });

  test('a pinned card is never being left, and only a pinned one has focus', () => {
    holds((before) => {
      if (before.kind !== 'open') return;
      expect(before.next !== null && !before.leaving).toBe(false);
      expect(before.pinned && before.leaving).toBe(false);
      expect(before.focused && !before.pinned).toBe(false);
    });
  });

  test('only close, or pointing where nothing is pinned, takes an open card away', () => {
    holds((before, next) => {
      if (before.kind !== 'open' || reduce(before, next).kind === 'open') return;
      expect(next.type === 'close' || !before.pinned).toBe(true);
    });
  });

  test('follow and Back cancel out', () => {
    holds((before) => {
      const back = reduce(reduce(before, follow('y')), BACK);
      expect(back.kind === 'open' && back.trail).toEqual(before.kind === 'open' && before.trail);
    });
  });

  test('what is ready stays ready while the card is of the same word', () => {
    holds((before, next) => {
      const now = reduce(before, next);
      if (before.kind !== 'open' || now.kind !== 'open' || next.type === 'summon') return;
      if (now.word.mark !== before.word.mark) return;
      now.trail.forEach((view, i) => {
        if (before.trail[i]?.content.kind === 'ready') expect(view).toEqual(before.trail[i]);
      });
    });
  });

  test('a state is never changed in place', () => {
    const freeze = (value: unknown): void => {
      if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
      Object.freeze(value);
      Object.values(value).forEach(freeze);
    };
    holds((before, next) => {
      freeze(before);
      expect(() => reduce(before, next)).not.toThrow();
    });
  });
});
