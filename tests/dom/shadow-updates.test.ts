// A component that writes, moves and removes at random in its shadow tree and in what is put into its slots looks at every step as its twin without marks.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type Lab, startLab } from './lab.ts';

/** In the page: random updates to two nested trees and to a twin of them that no reader sees. Gives the first step at which they differ. */
async function randomUpdates(seed: number, steps: number) {
  const { readerOf } = window.lab;
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const WORDS = ['', 'edema', 'bone ', 'marrow ', ' of the hip. ', 'Take bisphosphonates ', 'and MRIs '];
  const phrase = (): string => pick(WORDS) + pick(WORDS) + pick(WORDS);

  type Pair<N extends Node> = readonly [live: N, twin: N];
  const texts: Pair<Text>[] = [];
  const parents: Pair<Element | ShadowRoot>[] = [];
  const text = (): Pair<Text> => {
    const data = phrase();
    const pair = [new Text(data), new Text(data)] as const;
    texts.push(pair);
    return pair;
  };
  const element = (tag: string): Pair<Element> => {
    const pair = [document.createElement(tag), document.createElement(tag)] as const;
    parents.push(pair);
    return pair;
  };
  const appendTo = ([live, twin]: Pair<Element | ShadowRoot>, [child, twinChild]: Pair<Node>): void => {
    live.append(child as Element);
    twin.append(twinChild as Element);
  };
  const shadowOf = ([live, twin]: Pair<Element>): Pair<ShadowRoot> => {
    const pair = [live.attachShadow({ mode: 'open' }), twin.attachShadow({ mode: 'open' })] as const;
    parents.push(pair);
    return pair;
  };
  const [host, inner] = [element('div'), element('div')];
  const [outerRoot, innerRoot] = [shadowOf(host), shadowOf(inner)];
  for (const root of [outerRoot, innerRoot])
    for (const tag of ['p', 'div', 'p']) {
      const child = element(tag);
      appendTo(root, child);
      appendTo(child, text());
      const inLine = element('b');
      appendTo(inLine, text());
      appendTo(child, inLine);
      appendTo(child, text());
    }
  appendTo(innerRoot, element('slot'));
  appendTo(outerRoot, inner);
  appendTo(inner, text());
  document.body.replaceChildren(host[0]);

  const write = ([live, twin]: Pair<Text>, data: string): void => void (live.data = twin.data = data);
  const atRandom: Readonly<Record<string, () => void>> = {
    write: () => write(pick(texts), phrase()),
    'write more': () => write(pick(texts), phrase()),
    'write what the head holds': () => {
      const pair = pick(texts);
      write(pair, pair[0].data);
    },
    'move text': () => appendTo(pick(parents), pick(texts)),
    'insert text': () => appendTo(pick(parents), text()),
    remove: () => pick(texts).forEach((node) => void node.remove()),
    'replace text': () => {
      const [[live, twin], [newLive, newTwin]] = [pick(texts), text()];
      live.replaceWith(newLive);
      twin.replaceWith(newTwin);
    },
    'write the whole tree': () => {
      const html = `<p>${phrase()}<i>${phrase()}</i></p><slot></slot>`;
      const [live, twin] = pick([outerRoot, innerRoot]);
      if (below(8) === 0) live.innerHTML = twin.innerHTML = html;
    },
    'take out and put back': () => {
      host[0].remove();
      document.body.append(host[0]);
    },
  };
  const looks = (at: Node): string => {
    const root = (at as Element).shadowRoot;
    const inside = [...at.childNodes].map(looks).join('');
    if (at.nodeType === 3) return at.textContent ?? '';
    const name = at.nodeName.toLowerCase();
    return name === 'bedsideterm' ? inside : `<${name}>${root ? `{${looks(root)}}` : ''}${inside}</>`;
  };
  const marksIn = (): number =>
    [document, outerRoot[0], innerRoot[0]].reduce(
      (sum, root) => sum + root.querySelectorAll('bedsideterm').length,
      0,
    );

  const reader = readerOf();
  reader.start();
  await reader.finish();
  let drawn = 0;
  for (let step = 1; step <= steps; step++) {
    const done = Array.from({ length: 1 + below(3) }, () => pick(Object.keys(atRandom)));
    for (const name of done) atRandom[name]?.();
    await null;
    for (const when of ['at once', 'read again']) {
      const [got, expected] = [looks(host[0]), looks(host[1])];
      if (got !== expected) return { step, done, when, got, expected };
      if (below(3) > 0) await reader.finish();
    }
    drawn = Math.max(drawn, marksIn());
  }
  reader.stop();
  return {
    drawn,
    marksLeft: marksIn(),
    otherTexts: texts.filter(([live, twin]) => live.data !== twin.data).length,
    otherTrees: parents.filter(([live, twin]) => live.childNodes.length !== twin.childNodes.length).length,
  };
}

describe.each(BROWSERS)('random updates of shadow trees in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
    await lab.open('');
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  test.each([1, 2, 3, Math.floor(Math.random() * 2 ** 31)])('300 random updates, seed %i', async (seed) => {
    const { drawn, ...rest } = { drawn: 0, ...(await lab.run(randomUpdates, seed, 300)) };
    expect(rest).toEqual({ marksLeft: 0, otherTexts: 0, otherTrees: 0 });
    expect(drawn).toBeGreaterThan(5);
  });
});
