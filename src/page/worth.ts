// Decides when a document is worth the cost of reading it: once it is looked at, and for a frame once it is large enough and holds enough text to be no ad or tracker.
// Until then nothing else of Bedside is evaluated there.

/** Least size of a frame that is read, in CSS pixels: what holds prose is larger. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 100;
/** Least text of a frame that is read, in UTF-16 units: two or three sentences. */
const LEAST_TEXT = 200;
/** How long a frame that changes is left in peace before it is looked at again, in ms. */
const LOOK_AGAIN_AFTER = 1000;

function holdsText(document: Document): boolean {
  if (!document.body) return false;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (length < LEAST_TEXT && walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (parentElement?.closest('script, style, noscript, template') === null)
      length += textContent?.trim().length ?? 0;
  }
  return length >= LEAST_TEXT;
}

const isWorthReading = (window: Window): boolean =>
  window === window.top ||
  (window.innerWidth >= LEAST_WIDTH && window.innerHeight >= LEAST_HEIGHT && holdsText(window.document));

/** Resolves once the document is worth reading; a tab in the background or a frame without text may wait for ever. */
export function whenWorthReading(window: Window & typeof globalThis): Promise<void> {
  const { document } = window;
  const waiting = new AbortController();
  return new Promise((resolve) => {
    let looking = false;
    const look = (): void => {
      looking = false;
      if (waiting.signal.aborted || document.visibilityState !== 'visible' || !isWorthReading(window)) return;
      // With a reason of our own: to make the usual one, an exception with a stack, Chromium parses the whole script once more.
      waiting.abort('looked at');
      resolve();
    };
    const lookLater = (): void => {
      if (!looking) window.setTimeout(look, LOOK_AGAIN_AFTER);
      looking = true;
    };
    document.addEventListener('visibilitychange', look, { signal: waiting.signal });
    if (window !== window.top) {
      const changes = new MutationObserver(lookLater);
      changes.observe(document, { childList: true, subtree: true, characterData: true });
      window.addEventListener('resize', lookLater, { signal: waiting.signal });
      // A frame of another process may get its first size after its text, and no `resize` tells of a first size.
      const sizes = new ResizeObserver(lookLater);
      sizes.observe(document.documentElement);
      waiting.signal.addEventListener('abort', () => {
        changes.disconnect();
        sizes.disconnect();
      });
    }
    look();
  });
}
