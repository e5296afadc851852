// The look of marks: seen on any page on which the text can be read, changed at once, and never anything that takes room.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MARK_COLORS, MARK_STYLES } from '../../src/settings/settings.ts';
import { BROWSERS, type Lab, startLab } from './lab.ts';

/** Backgrounds of pages, light, dark and between, gray and colored, with what a photo may have. */
const GROUNDS = [
  ...['#fff', '#fdf6e3', '#f3f5f0', '#ddd', '#bbb', '#999', '#808080', '#777', '#767676', '#555', '#333'],
  ...['#1b2625', '#000', '#0b57d0', '#b00020', '#ffd54a', '#0a7d32', '#7fd6c8', '#5e35b1', '#ff8a65'],
];
/** Colors of text; those that can be read on a ground (4.5:1) are tried on it. */
const INKS = [
  ...['#000', '#1d2a29', '#333', '#555', '#767676', '#8a8a8a', '#aaa', '#e6efec', '#fff'],
  ...['#0000ee', '#551a8b', '#0645ad', '#8ab4f8', '#c58af9', '#b00020', '#ffd54a', '#2e7d32', '#586e75'],
];

describe.each(BROWSERS)('the look of marks in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  const looks = MARK_STYLES.flatMap((style) => MARK_COLORS.map((color) => ({ style, color })));

  test.each(looks)(
    '$style $color: 3:1 wherever the text has 4.5:1, and the text stays as it was',
    async (look) => {
      await lab.open('<p id="text"><bedsideterm>edema</bedsideterm></p>');
      const got = await lab.run(
        (look, grounds: readonly string[], inks: readonly string[]) => {
          new window.lab.MarkStyle(look).adoptIn(document);
          const mark = document.querySelector('bedsideterm') as Element;
          const text = document.querySelector('#text') as HTMLElement;
          const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          if (!context) throw new Error('There is no canvas.');
          /** A pixel painted with one color over another. */
          const paint = (...colors: readonly string[]): number => {
            for (const color of colors) {
              context.fillStyle = color;
              context.fillRect(0, 0, 1, 1);
            }
            const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
              const part = byte / 255;
              return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
            }) as [number, number, number];
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
          };
          const contrast = (a: number, b: number): number =>
            (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          const faults: string[] = [];
          let tried = 0;
          for (const ground of grounds)
            for (const ink of inks) {
              const plain = contrast(paint(ground), paint(ink));
              if (plain < 4.5) continue;
              tried++;
              text.style.cssText = `background: ${ground}; color: ${ink}`;
              const { textDecorationColor: line, backgroundColor: wash, color } = getComputedStyle(mark);
              const behind = paint(ground, wash);
              for (const [what, on] of [
                ['ground', paint(ground)],
                ['wash', behind],
              ] as const) {
                const seen = contrast(paint(line), on);
                if (seen < 3) faults.push(`line on the ${what}: ${ink} on ${ground}: ${seen.toFixed(2)}`);
              }
              const read = contrast(paint(color), behind);
              if (read < 4.5) faults.push(`text on the wash: ${ink} on ${ground}: ${read.toFixed(2)}`);
            }
          return { faults, tried };
        },
        look,
        GROUNDS,
        INKS,
      );
      expect(got.faults).toEqual([]);
      expect(got.tried).toBeGreaterThan(100);
    },
  );

  test('colors differ from each other and from the text where there is room for that', async () => {
    await lab.open('<p style="color: #333; background: #fff"><bedsideterm>edema</bedsideterm></p>');
    const colors = await lab.run((colors) => {
      const mark = document.querySelector('bedsideterm') as Element;
      const style = new window.lab.MarkStyle({ style: 'solid', color: 'text' });
      style.adoptIn(document);
      return colors.map((color) => {
        style.wear({ style: 'solid', color });
        return getComputedStyle(mark).textDecorationColor;
      });
    }, MARK_COLORS);
    expect(new Set(colors).size).toBe(MARK_COLORS.length);
    expect(colors.at(-1)).toBe('rgb(51, 51, 51)');
  });

  test('a look is changed on the marks that stand: none is drawn anew, and nothing moves', async () => {
    await lab.open('<p>The MRI of the <b>bone</b> marrow.</p>');
    const got = await lab.run(async (looks) => {
      const choices = { known: new Set<string>(), level: 'all', tabStops: false } as const;
      const reader = window.lab.readerOf();
      reader.start();
      await reader.finish();
      const marks = [...document.querySelectorAll('bedsideterm')];
      const boxes = (): string => JSON.stringify(marks.map((mark) => mark.getBoundingClientRect()));
      const before = boxes();
      const seen = looks.map((look) => {
        reader.choose({ ...choices, look });
        const [mark] = marks;
        const style = mark && getComputedStyle(mark);
        return { line: style?.textDecorationStyle, washed: style?.backgroundColor !== 'rgba(0, 0, 0, 0)' };
      });
      const now = [...document.querySelectorAll('bedsideterm')];
      return { seen, same: now.every((mark, i) => mark === marks[i]), still: boxes() === before };
    }, looks);
    expect(got.seen).toEqual(
      looks.map(({ style }) => ({ line: style === 'dotted' ? 'dotted' : 'solid', washed: style === 'soft' })),
    );
    expect(got).toMatchObject({ same: true, still: true });
  });
});
