// The pictures of the toolbar button and of the extension: all are there, as large as they say.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { picturesOf, type ToolbarState } from '../../src/look/toolbar.ts';

const STATES: readonly ToolbarState[] = [
  { kind: 'on' },
  { kind: 'off' },
  { kind: 'off-here' },
  { kind: 'paused', until: 0 },
];

const bytesOf = (path: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../public${path}`, import.meta.url)));

/** Width and height, as the head of a PNG tells. */
const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('the pictures of the toolbar button', () => {
  test.each(STATES)('$kind', (state) => {
    const pictures = Object.entries(picturesOf(state));
    expect(pictures.map(([size]) => size)).toEqual(['16', '32', '48']);
    for (const [size, path] of pictures)
      expect(sizeOf(bytesOf(path)), path).toEqual([Number(size), Number(size)]);
  });

  test('differ from state to state', () => {
    const bytes = STATES.flatMap((state) =>
      Object.values(picturesOf(state)).map((path) => bytesOf(path).toString('base64')),
    );
    expect(new Set(bytes).size).toBe(bytes.length);
  });

  test('those of the extension itself', () => {
    for (const size of [16, 32, 48, 96, 128])
      expect(sizeOf(bytesOf(`/icon/${size}.png`))).toEqual([size, size]);
  });
});
