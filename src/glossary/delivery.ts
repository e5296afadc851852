// How the packed index reaches a page: as a script of its own that stands before the page's and sets one variable.
//
// In the page's script it would count against what every frame has to compile; as a file to be fetched it would have to be web-accessible, and a page could
// look for it; as a message it would be copied for every page. A string that nobody asks for costs its characters and no more: a frame that is not worth
// reading never decodes it. Base64, because both browsers decode it natively, and content scripts must be valid UTF-8.

/** The content scripts of a document, in order. */
export const CONTENT_SCRIPTS: readonly [index: string, page: string] = ['glossary-index.js', 'page.js'];

interface World {
  bedsideIndex?: string | undefined;
}

/** The source of the first script. `var`, for its value is nothing: the value of what the popup injects is sent back to it. */
export const indexScript = (base64: string): string => `var bedsideIndex = ${JSON.stringify(base64)};\n`;

/** The packed index that the script has left in this world. It can be taken once; the text is let go. Throws an Error if there is none. */
export function takeIndex(): Uint8Array {
  const world = globalThis as World;
  const base64 = world.bedsideIndex;
  if (base64 === undefined) throw new Error('The glossary index is not there.');
  world.bedsideIndex = undefined;
  // Newer than the type library, and missing in Node; several times faster than the loop where it exists.
  const native = (Uint8Array as { fromBase64?: (text: string) => Uint8Array }).fromBase64;
  return native
    ? native.call(Uint8Array, base64)
    : Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
