// The content script. An unlisted script, not a WXT content script: WXT's wrapper dispatches an event on the document by which a page could tell that
// the extension is there. All but the question whether the document is worth reading is evaluated only when it is.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { whenWorthReading } from '../../src/page/worth.ts';

/** Whether this copy of the extension still runs: an update ends it under its content scripts. */
const isAlive = (): boolean =>
  (globalThis as { chrome?: { runtime?: { id?: string } } }).chrome?.runtime?.id !== undefined;

// The build looks into this file outside a browser and drops what stands inside the function, imports included.
export default defineUnlistedScript(async () => {
  await whenWorthReading(window);
  if (!isAlive()) return;
  const { start } = await import('./start.ts');
  await start();
});
