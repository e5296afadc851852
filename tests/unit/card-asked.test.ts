// The card's reducer when the reader asks about a text that is no mark.
import { expect, test } from 'vitest';
import { ASKED, type CardEvent, type CardState, CLOSED, reduce, type View } from '../../src/card/state.ts';
import type { Answer } from '../../src/glossary/answer.ts';

const ASK: CardEvent = { type: 'ask' };
const press: CardEvent = { type: 'press', word: { mark: 1, ids: ['edema'] } };
const answered = (answer: Answer): CardEvent => ({ type: 'answered', answer });
const found = (...ids: readonly string[]): CardEvent => answered({ kind: 'found', ids });
const after = (...events: readonly CardEvent[]): CardState => events.reduce(reduce, CLOSED);

/** The views of an open card, each without more than its ids, kind and guess. */
const views = (state: CardState): readonly string[] =>
  state.kind === 'open'
    ? state.trail.map(
        ({ ids, content, guess }: View) => `${ids.join('+')}(${content.kind})${guess ? ` for ${guess}` : ''}`,
      )
    : [];

test('to ask opens a card of its own, which stays and takes the focus', () => {
  for (const state of [after(ASK), after(press, ASK)])
    expect(state).toMatchObject({ kind: 'open', word: { mark: ASKED }, pinned: true, focused: true });
});

test.each<[name: string, events: readonly CardEvent[], shown: readonly string[]]>([
  ['nothing yet', [ASK], ['(loading)']],
  ['an entry', [ASK, found('edema')], ['edema(loading)']],
  ['several', [ASK, found('edema', 'mri')], ['edema+mri(loading)']],
  [
    'a guess',
    [ASK, answered({ kind: 'found', ids: ['edema'], guess: 'edeema' })],
    ['edema(loading) for edeema'],
  ],
  [
    'a guess that is loaded',
    [
      ASK,
      answered({ kind: 'found', ids: ['edema'], guess: 'edeema' }),
      { type: 'loaded', ids: ['edema'], entries: [] },
    ],
    ['edema(ready) for edeema'],
  ],
  ['nothing like it', [ASK, answered({ kind: 'unknown', text: 'qwert' })], ['(unknown)']],
  ['what cannot be told', [ASK, answered({ kind: 'unclear' })], ['(unclear)']],
  ['a failure', [ASK, { type: 'failed', ids: [] }], ['(failed)']],
  ['asked again after it', [ASK, { type: 'failed', ids: [] }, { type: 'retry' }], ['(loading)']],
  ['an answer that comes twice', [ASK, found('edema'), found('mri')], ['edema(loading)']],
  ['an answer for a card that is another’s now', [ASK, press, found('mri')], ['edema(loading)']],
  ['an answer after it was closed', [ASK, { type: 'close' }, found('mri')], []],
])('%s', (_name, events, shown) => {
  expect(views(after(...events))).toEqual(shown);
});
