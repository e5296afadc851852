// What an address says of the text it points at.
import { describe, expect, test } from 'vitest';
import { isPointedAt, textsPointedAt } from '../../src/page/fragment.ts';

describe('the texts that an address points at', () => {
  test.each<[address: string, texts: string[]]>([
    ['https://example.org/page', []],
    ['https://example.org/page#part', []],
    ['https://example.org/page#:~:text=Bone%20Marrow', ['bone marrow']],
    ['https://example.org/page#part:~:text=edema', ['edema']],
    ['https://example.org/page#:~:text=the%20hip,of%20it', ['the hip', 'of it']],
    ['https://example.org/page#:~:text=before-,edema,-after', ['edema']],
    ['https://example.org/page#:~:text=before-,from,to,-after&text=more', ['from', 'to', 'more']],
    ['https://example.org/page#:~:text=a%2Cb', ['a,b']],
    ['https://example.org/page#:~:text=%E0%A4%A', []],
    ['https://example.org/page#:~:text=&other=edema', []],
  ])('%s', (address, texts) => {
    expect(textsPointedAt(address)).toEqual(texts);
  });

  test.each<[text: string, pointedAt: string[], is: boolean]>([
    ['The bone\n  marrow edema', ['bone marrow'], true],
    ['The BONE marrow edema', ['bone marrow'], true],
    ['The bone', ['bone marrow'], false],
    ['The bone', [], false],
  ])('%j points at %j: %s', (text, pointedAt, is) => {
    expect(isPointedAt(text, pointedAt)).toBe(is);
  });
});
