// The content script. An unlisted script, not a WXT content script: WXT's wrapper dispatches an event on the document by which a page could tell that
// the extension is there.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { start } from './start.ts';

// The build looks into this file outside a browser and drops what stands inside the function, imports included.
export default defineUnlistedScript(() => start());
