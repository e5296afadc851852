// When a frame is read: once it has a size and text enough, whatever comes first.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type Lab, startLab } from './lab.ts';

const PROSE = 'The doctor asked for a biopsy of the bone marrow. '.repeat(8);

/** What happens to a frame after it was first looked at. */
type Then = (frame: HTMLIFrameElement) => void;

/** In the page: whether the frame is read within a while that is longer than a frame that changes is left in peace. */
const isRead = async (then: Then): Promise<boolean> => {
  const frame = document.querySelector('iframe');
  if (!frame?.contentWindow) throw new Error('The page has no frame.');
  const read = window.lab
    .whenWorthReading(frame.contentWindow as Window & typeof globalThis)
    .then(() => true);
  then(frame);
  return Promise.race([read, new Promise<false>((resolve) => setTimeout(() => resolve(false), 3000))]);
};

describe.each(BROWSERS)('in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  afterAll(() => lab?.close());

  test.each<[name: string, width: number, text: string, then: Then, read: boolean]>([
    ['has size and text', 600, PROSE, () => undefined, true],
    ['is small', 20, PROSE, () => undefined, false],
    ['has little text', 600, 'A biopsy.', () => undefined, false],
    ['grows', 20, PROSE, (frame) => void (frame.style.width = '600px'), true],
    [
      'gets its text late',
      600,
      'A biopsy.',
      (frame) => frame.contentDocument?.body.append('It was taken from the bone marrow. '.repeat(8)),
      true,
    ],
  ])('a frame that %s', async (_name, width, text, then, read) => {
    await lab.open(`<iframe style="width: ${width}px; height: 200px" srcdoc="<p>${text}</p>"></iframe>`);
    expect(await lab.run(isRead, then)).toBe(read);
    expect(lab.takeErrors()).toEqual([]);
  });

  // As a frame of another process has it now and then: text and no size yet, and no event when the size comes.
  test('a frame that hears nothing of its first size is read', async () => {
    await lab.open(`<iframe style="width: 600px; height: 200px" srcdoc="<p>${PROSE}</p>"></iframe>`);
    const setWidth = (width: number): void => {
      const view = document.querySelector('iframe')?.contentWindow;
      if (view) Object.defineProperty(view, 'innerWidth', { value: width, configurable: true });
    };
    await lab.run(setWidth, 0);
    expect(
      await lab.run(isRead, (frame) => {
        if (frame.contentWindow)
          Object.defineProperty(frame.contentWindow, 'innerWidth', { value: 600, configurable: true });
      }),
    ).toBe(true);
  });
});
