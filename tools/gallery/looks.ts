// The ways in which every face is looked at.
import type { Page } from 'puppeteer-core';

export interface Look {
  readonly name: string;
  /** The window, in CSS pixels: at 400 % zoom a window of 1280 is 320 wide. */
  readonly width: number;
  readonly height: number;
  readonly scale?: number;
  readonly dark?: boolean;
  readonly forcedColors?: boolean;
  readonly moreContrast?: boolean;
  /** In a made-up language that runs from right to left. */
  readonly rightToLeft?: boolean;
  /** Firefox has no such switch for a single tab. */
  readonly chromiumOnly?: boolean;
}

const WINDOW = { width: 420, height: 640 };

export const LOOKS: readonly Look[] = [
  { name: 'light', ...WINDOW },
  { name: 'dark', ...WINDOW, dark: true },
  { name: 'forced colors', ...WINDOW, dark: true, forcedColors: true, chromiumOnly: true },
  { name: 'more contrast', ...WINDOW, moreContrast: true, chromiumOnly: true },
  { name: 'narrow', width: 320, height: 640 },
  { name: 'zoomed', width: 320, height: 256, scale: 2 },
  { name: 'right to left', ...WINDOW, rightToLeft: true },
];

/** The preferences by which Firefox takes a look; it has them from its start. */
export const firefoxPreferences = ({ dark }: Look): Readonly<Record<string, number>> => ({
  'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
  'ui.prefersReducedMotion': 1,
});

/** Gives a tab of Chromium a look. */
export async function takeLook(page: Page, { dark, forcedColors, moreContrast }: Look): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: forcedColors ? 'active' : 'none' },
      { name: 'prefers-contrast', value: moreContrast ? 'more' : 'no-preference' },
    ],
  });
}
