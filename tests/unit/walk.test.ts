// Where keys lead in the popup's lists.
import { expect, test } from 'vitest';
import { leadsTo } from '../../src/panels/walk.ts';

// Of five stops the field is 0.
test.each<[key: string, at: number, next: number | undefined]>([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 4, 4],
  // The focus is on none of them: at the beginning.
  ['ArrowDown', -1, 0],
  ['ArrowUp', 1, 0],
  ['ArrowUp', 0, 0],
  ['Home', 3, 1],
  ['End', 1, 4],
  ['Home', 0, undefined],
  ['End', 0, undefined],
  ['a', 2, undefined],
  ['Enter', 2, undefined],
])('%s at %i', (key, at, next) => {
  expect(leadsTo(key, at, 5)).toBe(next);
});

test('where there is nothing but the field, it keeps the focus', () => {
  expect(leadsTo('ArrowDown', 0, 1)).toBe(0);
});
