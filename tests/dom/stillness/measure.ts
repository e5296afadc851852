// Measures pages in a frame of the lab's page: where every element and every letter stands, before and after marking. Sent to the page as source.

/** What a comparison found: what stands elsewhere, and how much was looked at. */
export interface Comparison {
  readonly moved: readonly string[];
  readonly elements: number;
  readonly rects: number;
}

/** Words of the made-up glossary that stand on a page, and how many are marked. */
interface Served {
  readonly words: number;
  readonly marked: number;
  readonly ordinary: number;
  readonly ordinaryMarked: number;
  /** Paragraphs in which words are unmarked. */
  readonly missed: readonly string[];
}

/** The measuring side of the lab's page. */
export interface Measure {
  /** Shows a document; in a fresh frame where it is to be painted, for Chromium paints no second document of a window. */
  load(html: string, fresh: boolean): Promise<void>;
  resize(width: number): void;
  /** Waits until the frame has been painted twice: what its window's size or paper changes has been heard and painted. */
  painted(): Promise<void>;
  /** Notes where everything stands, under a name. */
  note(name: string): void;
  /** Compares with what was noted under a name; letters may stand up to `drift` elsewhere. */
  compare(name: string, drift?: number): Comparison;
  mark(): Promise<void>;
  /** Takes the marks away; tells in what the page is not what it was before `mark`. */
  off(): string[];
  served(): Served;
  /** In the frame's document, for what happens later. */
  query(selector: string): HTMLElement;
}

declare global {
  interface Window {
    measure: Measure;
  }
}

/** Makes the measuring side. `script` is the lab's own, for the frame; differences up to `rounding` are none. It uses nothing but its arguments and the page's globals. */
export const measureWith = (script: string, rounding: number): Measure => {
  // What the lab's glossary knows, found without the code under test.
  const WORDS =
    /\b(?:bone\s+marrow(?:\s+o?edemas?)?|aseptic\s+necros[ie]s|osteoporos[ie]s|bisphosphonates?|o?edemas?|biops(?:y|ies)|MRIs?)\b/gi;

  // What no word goes across.
  const ENDS =
    'h1, h2, p, div, section, article, nav, li, dt, dd, td, th, caption, summary, legend, label, figure, br, rp, rt, svg *';

  interface Reading {
    readonly elements: readonly {
      readonly name: string;
      readonly rects: readonly number[];
      readonly scrolls: readonly number[];
    }[];
    readonly letters: readonly number[][];
    readonly text: string;
    readonly rects: number;
  }

  const readings = new Map<string, Reading>();
  let frame = document.createElement('iframe');
  let stop = (): void => undefined;
  let before: { html: string; nodes: readonly Node[]; data: readonly string[] } | undefined;

  const page = (): Window & typeof globalThis => {
    const view = frame.contentWindow;
    if (view === null) throw new Error('The frame has gone.');
    return view as Window & typeof globalThis;
  };

  const renew = (): void => {
    frame.remove();
    frame = document.createElement('iframe');
    frame.style.cssText = 'position: fixed; inset: 0 auto auto 0; border: 0; width: 1000px; height: 800px';
    document.body.append(frame);
    page().eval(script);
  };
  renew();

  const near = (a: number, b: number): boolean => Math.abs(a - b) < rounding;

  /** Rects as they look: without those that have no size (unless all have none), in one order, and what touches in a line is one. */
  const joined = (rects: DOMRectList): number[] => {
    const sized = [...rects].filter(({ width, height }) => width > 0 && height > 0);
    const sorted = (sized.length > 0 ? sized : [...rects].slice(0, 1))
      .map(({ x, y, width, height }) => [x, y, x + width, y + height] as [number, number, number, number])
      .sort((a, b) => (near(a[1], b[1]) ? a[0] - b[0] : a[1] - b[1]));
    const lines: [number, number, number, number][] = [];
    for (const rect of sorted) {
      const last = lines.at(-1);
      const along = last && near(last[1], rect[1]) && near(last[3], rect[3]) && rect[0] < last[2] + rounding;
      const down = last && near(last[0], rect[0]) && near(last[2], rect[2]) && rect[1] < last[3] + rounding;
      if (along) last[2] = Math.max(last[2], rect[2]);
      else if (down) last[3] = Math.max(last[3], rect[3]);
      else lines.push(rect);
    }
    return lines.flat();
  };

  /** What is seen of a letter. */
  const seen = (rects: DOMRectList): number[] =>
    [...rects].some(({ width, height }) => width > 0 && height > 0) ? joined(rects) : [];

  const textsIn = (root: Node): Text[] => {
    const texts: Text[] = [];
    const walker = page().document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
    return texts;
  };

  const read = (): Reading => {
    const { document, CSSTransition } = page();
    // What moves slowly has moved.
    for (const animation of document.getAnimations())
      if (animation instanceof CSSTransition) animation.finish();
    // What is skipped while it is off the screen has no place.
    const drawn = (element: Element | null): boolean => {
      if (element && page().getComputedStyle(element).display === 'contents')
        return drawn(element.parentElement);
      return element?.checkVisibility({ contentVisibilityAuto: true }) === true;
    };
    const skips = (element: Element): boolean =>
      page().getComputedStyle(element).contentVisibility === 'auto';
    const elements = [...document.querySelectorAll('html, body, body *:not(bedsideterm)')].map((element) => ({
      name: `${element.localName}${element.className ? `.${element.className}` : ''}`,
      rects: drawn(element) ? joined(element.getClientRects()) : [],
      // Of an inline element Firefox gives the size of its first piece.
      scrolls:
        page().getComputedStyle(element).display === 'inline' || !drawn(element) || skips(element)
          ? []
          : [element.scrollWidth, element.scrollHeight],
    }));
    const range = document.createRange();
    const letters: number[][] = [];
    let text = '';
    for (const node of textsIn(document.body)) {
      text += node.data;
      const shown = drawn(node.parentElement);
      for (let i = 0; i < node.data.length; i++) {
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        // Of a space there is nothing to see.
        letters.push(/\s/.test(node.data.charAt(i)) || !shown ? [] : seen(range.getClientRects()));
      }
    }
    const count = letters.length + elements.reduce((sum, { rects }) => sum + rects.length / 4, 0);
    return { elements, letters, text, rects: count };
  };

  const same = (a: readonly number[], b: readonly number[], within = rounding): boolean =>
    a.length === b.length && a.every((value, i) => Math.abs(value - (b[i] ?? 0)) <= within);
  const show = (values: readonly number[]): string => values.map((value) => value.toFixed(2)).join(' ');

  const snapshot = () => {
    const { body } = page().document;
    const nodes: Node[] = [];
    const walker = page().document.createTreeWalker(body);
    for (let node: Node | null = body; node; node = walker.nextNode()) nodes.push(node);
    return { html: body.innerHTML, nodes, data: nodes.map((node) => node.nodeValue ?? '') };
  };

  return {
    load: async (html, fresh) => {
      readings.clear();
      if (fresh) renew();
      // Writing anew keeps the window, so the script is read once for many pages.
      const { document } = page();
      document.open();
      document.write(html);
      document.close();
      frame.style.width = '1000px';
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    },
    resize: (width) => {
      frame.style.width = `${width}px`;
    },
    painted: async () => {
      for (let frames = 0; frames < 2; frames++)
        await new Promise((resolve) => page().requestAnimationFrame(resolve));
    },
    note: (name) => {
      readings.set(name, read());
    },
    compare: (name, drift = 0) => {
      const was = readings.get(name);
      if (was === undefined) throw new Error(`Nothing was noted as ${name}.`);
      const is = read();
      const moved = [];
      if (was.elements.length !== is.elements.length)
        moved.push(`${was.elements.length} elements, now ${is.elements.length}`);
      for (const [i, { name: element, rects, scrolls }] of was.elements.entries()) {
        const now = is.elements[i] ?? { rects: [], scrolls: [] };
        if (!same(rects, now.rects)) moved.push(`<${element}> at ${show(rects)}, now ${show(now.rects)}`);
        // Whole pixels: what is a hair's breadth wider may be one more.
        if (!same(scrolls, now.scrolls, 1))
          moved.push(`<${element}> scrolls ${show(scrolls)}, now ${show(now.scrolls)}`);
      }
      if (was.text !== is.text) moved.push('other text');
      const letter = was.letters.findIndex(
        (rect, i) => !same(rect, is.letters[i] ?? [], Math.max(rounding, drift)),
      );
      if (letter >= 0)
        moved.push(
          `the text from "${was.text.slice(letter, letter + 20)}" ${show(was.letters[letter] ?? [])}, now ${show(is.letters[letter] ?? [])}`,
        );
      return { moved, elements: was.elements.length, rects: was.rects };
    },
    mark: async () => {
      before = snapshot();
      const reader = page().lab.readerOf();
      reader.start();
      await reader.finish();
      stop = () => reader.stop();
    },
    off: () => {
      stop();
      const after = snapshot();
      const wrong: string[] = [];
      if (after.html !== before?.html) wrong.push('other HTML');
      if (after.nodes.length !== before?.nodes.length) wrong.push('another number of nodes');
      after.nodes.forEach((node, i) => {
        if (before?.nodes[i] !== node) wrong.push(`another node: ${node.nodeName}`);
        if (before?.data[i] !== after.data[i]) wrong.push(`other text: ${after.data[i]}`);
      });
      return wrong.slice(0, 5);
    },
    served: () => {
      const { document } = page();
      const wordsIn = (element: Element): number => {
        const copy = element.cloneNode(true) as Element;
        for (const end of copy.querySelectorAll(ENDS)) {
          end.before(' ');
          end.after(' ');
        }
        return [...(copy.textContent ?? '').replace(/[\u00ad\u200b]/g, '').matchAll(WORDS)].length;
      };
      const marksIn = (element: Element): number =>
        new Set([...element.querySelectorAll('bedsideterm')].map((mark) => mark.getAttribute('data-mark')))
          .size;
      const parts = [...document.querySelectorAll('[data-ordinary]')];
      const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
      return {
        words: wordsIn(document.body),
        marked: marksIn(document.body),
        ordinary: sum(parts.map(wordsIn)),
        ordinaryMarked: sum(parts.map(marksIn)),
        missed: parts.flatMap((part) =>
          marksIn(part) < wordsIn(part) ? (part.textContent ?? '').slice(0, 40) : [],
        ),
      };
    },
    query: (selector) => {
      const found = page().document.querySelector<HTMLElement>(selector);
      if (found === null) throw new Error(`There is no ${selector}.`);
      return found;
    },
  };
};
