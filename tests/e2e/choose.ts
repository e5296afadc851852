// Chooses settings behind the extension's back, as its options page does.
import { DEFAULTS, type Settings } from '../../src/settings/settings.ts';
import type { Bedside } from '../../tools/browsers/browser.ts';

/** Stores settings: the defaults but for these. */
export const choose = (bedside: Bedside, changed: Partial<Settings>): Promise<void> =>
  bedside.inBackground(
    new Function(
      `return (globalThis.browser ?? globalThis.chrome).storage.local.set({ settings: ${JSON.stringify({ ...DEFAULTS, ...changed })} });`,
    ) as () => Promise<void>,
  );
