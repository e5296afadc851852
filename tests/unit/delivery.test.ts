// The way of the packed index into a page: what the build writes is what the page's script reads.
import { runInThisContext } from 'node:vm';
import { expect, test } from 'vitest';
import { indexScript, takeIndex } from '../../src/glossary/delivery.ts';

test('every byte arrives, once, and nothing is left behind', () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 256);
  expect(runInThisContext(indexScript(Buffer.from(bytes).toString('base64')))).toBe(undefined);
  expect(takeIndex()).toEqual(bytes);
  expect(Object.values(globalThis).some((value) => typeof value === 'string' && value.length > 1000)).toBe(
    false,
  );
  expect(() => takeIndex()).toThrow('not there');
});
