// The card, seen from a test: finds <bedside-card> in the tab's frames and works in its closed root.
// How a closed root is entered differs between the browsers; each gives that one step (`enter`) and the rest is shared.
import type { Frame, Page } from 'puppeteer-core';
import type { Sent } from './browser.ts';
import { callSourceOn, unpack } from './sent.ts';

/** Calls the function `declaration` with the root of the frame's first card and gives its answer, null where the frame has no card with a root. */
export type EnterCard = (frame: Frame, declaration: string) => Promise<string | null>;

/**
 * Source of a function that finds the card's host, also within open shadow roots.
 * It runs beside the page's own script world, so that it neither meets nor trips what the page has patched.
 */
export const FIND_HOST = `() => {
  const find = (root) => {
    const host = root.querySelector('bedside-card');
    if (host) return host;
    for (const element of root.querySelectorAll('*')) {
      const inner = element.shadowRoot && find(element.shadowRoot);
      if (inner) return inner;
    }
    return null;
  };
  return find(document);
}`;

export async function inCard<A extends unknown[], T>(page: Page, enter: EnterCard, fn: Sent<[ShadowRoot, ...A], T>, args: A): Promise<T | null> {
  const found = await findCard(page, enter, callSourceOn(fn, args));
  return found === null ? null : unpack<T>(found.answer);
}

export async function cardPoint(page: Page, enter: EnterCard, selector: string): Promise<{ x: number; y: number } | null> {
  const found = await findCard(page, enter, callSourceOn(centreOf, [selector]));
  const point = found && unpack<{ x: number; y: number } | null>(found.answer);
  if (!found || !point) return null;
  for (let frame: Frame | null = found.frame; frame; frame = frame.parentFrame()) {
    const element = await frame.frameElement();
    const box = element && (await element.evaluate(contentCorner));
    await element?.dispose();
    if (box) {
      point.x += box.x;
      point.y += box.y;
    }
  }
  return point;
}

async function findCard(page: Page, enter: EnterCard, declaration: string): Promise<{ frame: Frame; answer: string } | null> {
  for (const frame of page.frames()) {
    const answer = await enter(frame, declaration).catch((error: unknown) => {
      // A frame may go away while it is looked at; the page itself may not.
      if (frame !== page.mainFrame() && frame.detached) return null;
      throw error;
    });
    if (answer !== null) return { frame, answer };
  }
  return null;
}

// Of the first box, not of all: a link that runs over two lines has a middle that is not on it.
function centreOf(root: ShadowRoot, selector: string): { x: number; y: number } | null {
  const box = root.querySelector(selector)?.getClientRects()[0];
  return box && box.width > 0 && box.height > 0 ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
}

function contentCorner(element: Element): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return { x: box.x + element.clientLeft + parseFloat(style.paddingLeft), y: box.y + element.clientTop + parseFloat(style.paddingTop) };
}
