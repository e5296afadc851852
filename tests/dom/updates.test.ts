// A page that writes, moves, removes and inserts at random, as frameworks do, looks at every step as its twin without marks.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type Lab, startLab } from './lab.ts';

/**
 * In the page: what a framework does that holds on to nodes, at random, to the page and to a twin that has no marks. Gives the first step at which
 * they differ.
 */
async function randomUpdates(seed: number, steps: number) {
  const { nodesIn, readerOf, unmarked } = window.lab;
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const WORDS = [
    '',
    'edema',
    'bone ',
    'marrow ',
    'Osteoporosis ',
    ' of the hip. ',
    'Take bisphosphonates ',
    'and MRIs ',
  ];
  const phrase = (): string => pick(WORDS) + pick(WORDS) + pick(WORDS);

  const twinBody = document.implementation.createHTMLDocument().body;
  document.body.replaceChildren();
  type Pair<N extends Node = ChildNode> = readonly [live: N, twin: N];
  const texts: Pair<Text>[] = [];
  const elements: Pair<Element>[] = [[document.body, twinBody]];
  const liveOf = new Map<Node, ChildNode>();
  const keep = <N extends Text | Element>(list: Pair<N>[], live: N, twin: N): Pair<N> => {
    liveOf.set(twin, live);
    list.push([live, twin]);
    return [live, twin];
  };
  const newText = (data = phrase()) => keep(texts, new Text(data), new Text(data));
  const newElement = (tag = pick(['p', 'div', 'b', 'span'])) =>
    keep<Element>(elements, document.createElement(tag), document.createElement(tag));
  const put = ([live, twin]: Pair, [parent, twinParent]: Pair<Element>): void => {
    if (twin.contains(twinParent)) return;
    // Before a node that is held, or last.
    const before = pick(
      [null, ...twinParent.childNodes].filter((node) => node !== twin && (node === null || liveOf.has(node))),
    );
    parent.insertBefore(live, before && (liveOf.get(before) ?? null));
    twinParent.insertBefore(twin, before);
  };
  const write = ([live, twin]: Pair<Text>, data: string): void => void (live.data = twin.data = data);
  const atRandom: Readonly<Record<string, () => void>> = {
    write: () => write(pick(texts), phrase()),
    'write more': () => write(pick(texts), phrase()),
    'write what the head holds': () => {
      const pair = pick(texts);
      write(pair, pair[0].data);
    },
    'move text': () => put(pick(texts), pick(elements)),
    'move an element': () => put(pick(elements.slice(1)), pick(elements)),
    'insert text': () => put(newText(), pick(elements)),
    'insert an element': () => put(newElement(), pick(elements)),
    'insert behind text': () => {
      const [[text, twinText], [live, twin]] = [pick(texts), newText()];
      text.parentNode?.insertBefore(live, text.nextSibling);
      twinText.parentNode?.insertBefore(twin, twinText.nextSibling);
    },
    remove: () => pick<Pair>([...texts, ...elements.slice(1)]).forEach((node) => void node.remove()),
    'replace text': () => {
      const [[text, twinText], [live, twin]] = [pick(texts), newText()];
      text.replaceWith(live);
      twinText.replaceWith(twin);
    },
    'empty an element': () => pick(elements.slice(1)).forEach((element) => void (element.textContent = '')),
    'turn children round': () => {
      const [parent, twinParent] = pick(elements);
      for (const twin of [...twinParent.childNodes].reverse()) {
        const live = liveOf.get(twin);
        if (live) parent.append(live);
        if (live) twinParent.append(twin);
      }
    },
  };
  for (let i = 0; i < 12; i++) {
    put(newElement(), pick(elements));
    for (let j = 0; j < 3; j++) put(newText(), pick(elements));
  }

  let reader = readerOf();
  reader.start();
  await reader.finish();
  let drawn = 0;
  for (let step = 1; step <= steps; step++) {
    const done = Array.from({ length: 1 + below(3) }, () => pick(Object.keys(atRandom)));
    for (const name of done) atRandom[name]?.();
    if (below(25) === 0) {
      done.push('stop and start');
      reader.stop();
      reader = readerOf();
      reader.start();
    }
    await null;
    for (const when of ['at once', 'read again']) {
      const [got, expected] = [unmarked(), twinBody.innerHTML];
      if (got !== expected) return { step, done, when, got, expected };
      if (below(3) > 0) await reader.finish();
    }
    drawn = Math.max(drawn, document.querySelectorAll('bedsideterm').length);
  }
  reader.stop();
  const held = new Set<Node>(liveOf.values());
  return {
    drawn,
    marksLeft: document.querySelectorAll('bedsideterm').length,
    otherTexts: texts.filter(([live, twin]) => live.data !== twin.data).length,
    otherTrees: elements.filter(([live, twin]) => !live.isEqualNode(twin)).length,
    strayNodes: nodesIn(document.body).filter((node) => !held.has(node)).length,
  };
}

describe.each(BROWSERS)('random updates in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
    await lab.open('');
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  test.each([1, 2, 3, 4, 5, Math.floor(Math.random() * 2 ** 31)])(
    '300 random updates, seed %i',
    async (seed) => {
      const { drawn, ...rest } = { drawn: 0, ...(await lab.run(randomUpdates, seed, 300)) };
      expect(rest).toEqual({ marksLeft: 0, otherTexts: 0, otherTrees: 0, strayNodes: 0 });
      expect(drawn).toBeGreaterThan(5);
    },
  );
});
