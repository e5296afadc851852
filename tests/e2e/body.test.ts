// What a word is made of and where in the body it is, in the built extension: fetched when a card wants it, filled in at its place, and never in the way.
import { describe, expect, test } from 'vitest';
import { type Bedside, type Tab, until } from '../../tools/browsers/browser.ts';
import {
  healthPage,
  KINDS,
  openWhole,
  pressInCard,
  seeCard,
  seeMark,
  seePopup,
  typeInPopup,
  useBedside,
} from './harness.ts';

const PAGES = {
  '/': healthPage('<p>Then came appendicitis, and later osteoarthritis and hyperplasia of the prostate.</p>'),
};

/** Has the background note what it fetches, and fail at drawings as long as it is told to. */
const watchFetch = (bedside: Bedside): Promise<void> =>
  bedside.inBackground(() => {
    const scope = self as typeof self & { asked?: string[]; broken?: boolean };
    const real = scope.fetch.bind(scope);
    const asked: string[] = [];
    Object.assign(scope, { asked, broken: true });
    scope.fetch = async (input, init) => {
      const name = String(input).replace(/^.*\//, '');
      if (name.startsWith('drawing')) {
        asked.push(name);
        if (scope.broken) throw new Error('Broken for a test.');
      }
      return real(input, init);
    };
  });

/** Lets drawings be fetched again. */
const mendFetch = (bedside: Bedside): Promise<void> =>
  bedside.inBackground(() => {
    Object.assign(self, { broken: false });
  });

/** The drawings that the background has asked for so far. */
const fetched = (bedside: Bedside): Promise<readonly string[]> =>
  bedside.inBackground(() => (self as typeof self & { asked?: string[] }).asked ?? []);

/** The picture of the card: its place, and where the middle of what is filled in lies, in shares of the picture. */
const pictureOf = (tab: Tab) =>
  tab.inCard((root) => {
    const svg = root.querySelector<SVGElement>('.where svg');
    const filled = svg?.querySelector('.organ, .area');
    if (!svg || !filled) return null;
    const [picture, place] = [svg.getBoundingClientRect(), filled.getBoundingClientRect()];
    return {
      id: svg.dataset.place ?? '',
      x: (place.left + place.width / 2 - picture.left) / picture.width,
      y: (place.top + place.height / 2 - picture.top) / picture.height,
      color: getComputedStyle(filled).fill,
      outline: getComputedStyle(svg.querySelector('.outline') ?? svg).fill,
    };
  });

const heightOf = (tab: Tab) =>
  tab.inCard((root) => root.querySelector('.card')?.getBoundingClientRect().height ?? 0);

async function openCard(tab: Tab, id: string, text: string): Promise<void> {
  await (await seeMark(tab, id))?.click();
  await seeCard(tab, text);
}

/** Shows less again, for whatever card comes next, and waits until that is remembered. */
async function tidy(bedside: Bedside, tab: Tab): Promise<void> {
  await pressInCard(tab, 'Less');
  await until('the choice', () =>
    bedside.inBackground(async () => {
      interface Api {
        readonly storage: {
          readonly local: { get(key: string): Promise<{ settings?: { more?: boolean } }> };
        };
      }
      const { browser, chrome } = self as unknown as { browser?: Api; chrome: Api };
      return (await (browser ?? chrome).storage.local.get('settings')).settings?.more === false;
    }),
  );
  await tab.close();
}

describe.each(KINDS)('the body on cards in %s', (kind) => {
  const { bedside, open } = useBedside(kind, PAGES);

  test('nothing is fetched for a page, nor for a short card; a drawing that cannot be had leaves the words; it is asked for once', async () => {
    await watchFetch(bedside());
    const tab = await open('/');
    await openCard(tab, 'appendicitis', 'finger-sized tube');
    expect(await fetched(bedside())).toEqual([]);
    await openWhole(tab);
    await seeCard(tab, 'Lower right of the belly');
    await until('the room given back', () =>
      tab.inCard((root) => root.querySelector('.where') !== null && root.querySelector('.picture') === null),
    );
    expect(await tab.inCard((root) => root.querySelector('.card')?.textContent ?? '')).not.toContain(
      'faces you',
    );
    expect(await fetched(bedside())).toEqual(['drawing-body.json']);

    await mendFetch(bedside());
    for (let times = 0; times < 2; times++) {
      await pressInCard(tab, 'Less');
      await openWhole(tab);
      await until('the picture', () => pictureOf(tab));
    }
    expect(await fetched(bedside())).toEqual(['drawing-body.json', 'drawing-body.json']);
    await tidy(bedside(), tab);
  });

  test('the organ is filled in at its place, with the words beside it', async () => {
    const tab = await open('/');
    await openCard(tab, 'appendicitis', 'finger-sized tube');
    await openWhole(tab);
    expect(await seeCard(tab, 'Where in the body')).toContain('Lower right of the belly');
    await seeCard(tab, 'The figure faces you');
    const picture = await until('the picture', () => pictureOf(tab));
    expect(picture.id).toBe('appendix');
    // The reader's right is on the left of the picture.
    expect(picture.x).toBeGreaterThan(0.2);
    expect(picture.x).toBeLessThan(0.45);
    expect(picture.y).toBeGreaterThan(0.5);
    expect(picture.y).toBeLessThan(0.9);
    expect(picture.color).not.toBe(picture.outline);
    // The room was kept: the picture's coming changes nothing.
    const before = await heightOf(tab);
    await pressInCard(tab, 'Less');
    await openWhole(tab);
    expect(await heightOf(tab)).toBe(before);
    await tidy(bedside(), tab);
  });

  test('word parts stand as chips, in the form the word has', async () => {
    const tab = await open('/');
    await openCard(tab, 'osteoarthritis', 'joint');
    await openWhole(tab);
    await seeCard(tab, 'Word parts');
    expect(
      await tab.inCard((root) => [...root.querySelectorAll('.chip')].map((chip) => chip.textContent)),
    ).toEqual(['osteo-bone', 'arthr-joint', '-itisinflammation']);
    // It can be in any joint: nothing is said of a place.
    expect(await tab.inCard((root) => root.querySelector('.where') === null)).toBe(true);
    await tidy(bedside(), tab);
  });

  test('the popup shows the picture too', async () => {
    const tab = await open('/');
    const popup = await tab.openPopup();
    await typeInPopup(popup, 'gallstone');
    await seePopup(popup, 'found');
    await popup.evaluate(() => document.querySelector<HTMLFormElement>('search form')?.requestSubmit());
    await seePopup(popup, 'Upper right of the belly');
    await until('the picture', () =>
      popup.evaluate(() => document.querySelector('.where svg[data-place="gallbladder"] .organ') !== null),
    );
    await popup.close();
    await tab.close();
  });
});
