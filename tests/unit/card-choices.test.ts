// What the reader chooses in the card: all of it or a sentence, a word that is known, the way back along the trail.
import { describe, expect, test } from 'vitest';
import { type CardEvent, type CardState, CLOSED, reduce, timerOf } from '../../src/card/state.ts';

const WORD = { mark: 1, ids: ['edema'] };
const PRESS: CardEvent = { type: 'press', word: WORD };
const SUMMON: CardEvent = { type: 'summon', word: WORD };
const KNOW: CardEvent = { type: 'know', id: 'edema' };
const UNDO: CardEvent = { type: 'undo-know' };
const AWAY: CardEvent = { type: 'point-away' };
const LINGERED: CardEvent = { type: 'lingered' };
const follow = (id: string): CardEvent => ({ type: 'follow', id });
const back = (to?: number): CardEvent => ({ type: 'back', ...(to !== undefined && { to }) });

const told = (state: CardState): string =>
  state.kind === 'open'
    ? [
        state.trail.map(({ ids }) => ids.join('+')).join(' > '),
        ...(['pinned', 'leaving', 'more'] as const).filter((flag) => state[flag]),
        ...(state.known === null ? [] : [`knows ${state.known}`]),
      ].join(', ')
    : state.kind;

describe('what is chosen in the card', () => {
  test.each<[name: string, events: CardEvent[], state: string]>([
    [
      'it opens whole for who likes it so, and is no more pinned for it',
      [PRESS, { type: 'unfold' }],
      'edema, pinned, more',
    ],
    ['nothing is unfolded where nothing is open', [{ type: 'unfold' }], 'closed'],
    ['a word is known: the card goes when the pointer does', [PRESS, KNOW], 'edema, knows edema'],
    ['and it does', [PRESS, KNOW, AWAY, LINGERED], 'closed'],
    ['but not from under the keyboard', [SUMMON, KNOW, AWAY, LINGERED], 'edema, pinned, knows edema'],
    ['undone it is to be read again', [PRESS, KNOW, UNDO, AWAY], 'edema, pinned'],
    ['nothing is undone where nothing is known', [PRESS, UNDO], 'edema, pinned'],
    [
      'it stays known when another word is opened from it',
      [PRESS, KNOW, follow('bone')],
      'edema > bone, pinned, knows edema',
    ],
    ['and on the way back', [PRESS, KNOW, follow('bone'), back()], 'edema, pinned, knows edema'],
    [
      'another is known too',
      [PRESS, KNOW, follow('bone'), { type: 'know', id: 'bone' }],
      'edema > bone, knows bone',
    ],
    ['nothing is known where nothing is open', [KNOW], 'closed'],
    ['back goes one step', [PRESS, follow('a'), follow('b'), back()], 'edema > a, pinned'],
    [
      'or to any word of the trail',
      [PRESS, follow('a'), follow('b'), follow('c'), back(1)],
      'edema > a, pinned',
    ],
    ['to the first', [PRESS, follow('a'), follow('b'), back(0)], 'edema, pinned'],
    ['never forward', [PRESS, follow('a'), back(7)], 'edema, pinned'],
    ['never before the first', [PRESS, follow('a'), back(-1)], 'edema, pinned'],
    ['there is no way back from the first', [PRESS, back(0)], 'edema, pinned'],
  ])('%s', (_name, events, state) => {
    expect(told(events.reduce(reduce, CLOSED))).toBe(state);
  });

  test('the time that a pointer rests is the reader’s choice, the time that a card stays is not', () => {
    const waiting = reduce(CLOSED, { type: 'point-at', word: WORD });
    expect([timerOf(waiting)?.ms, timerOf(waiting, 800)?.ms]).toEqual([350, 800]);
    const left = [PRESS, KNOW, AWAY].reduce(reduce, CLOSED);
    expect([timerOf(left)?.ms, timerOf(left, 800)?.ms]).toEqual([300, 300]);
  });
});
