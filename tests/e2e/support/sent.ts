// Turns functions of a test into source that runs elsewhere (background, popup, card), and the answer back into a value.
import type { Sent } from './browser.ts';

/** An expression that calls `fn` with `args` and gives a promise of the answer, packed as JSON. */
export function callSource<A extends unknown[], T>(fn: Sent<A, T>, args: A): string {
  return `(${packed(fn)})(...${JSON.stringify(args)})`;
}

/** A function declaration that calls `fn` with what it is given first (an element, a root), then with `args`, and gives the answer packed as JSON. */
export function callSourceOn<F, A extends unknown[], T>(fn: Sent<[F, ...A], T>, args: A): string {
  return `(first) => (${packed(fn)})(first, ...${JSON.stringify(args)})`;
}

// Packed in an object, for JSON has no word for undefined.
function packed(fn: (...args: never[]) => unknown): string {
  return `async (...args) => JSON.stringify({ value: await (${fn.toString()})(...args) })`;
}

/** The value in a packed answer. The type is the caller's word: what comes over the wire is JSON. */
export function unpack<T>(json: string): T {
  return (JSON.parse(json) as { value: T }).value;
}
