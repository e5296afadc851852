// Other extensions that change the page's text or elements, and copies of this one: nothing goes round in circles, nothing grows, the text is right.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { installClock } from './clock.ts';
import { BROWSERS, type Lab, startLab } from './lab.ts';

// Each is run in the page, does its work and goes on as long as the page is open.

/** Translates text nodes into capitals in two font elements, as browsers' translators do, also what is added later. */
function translator(): void {
  const done = new WeakSet<Node>();
  const translate = (root: Node): void => {
    const texts: Text[] = [];
    for (const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT); walker.nextNode(); )
      texts.push(walker.currentNode as Text);
    if (root instanceof Text) texts.push(root);
    for (const text of texts) {
      if (done.has(text) || !/\S/.test(text.data) || text.parentElement?.closest('font, script')) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      outer.append(inner);
      inner.append(text.data.toUpperCase());
      for (const node of inner.childNodes) done.add(node);
      text.replaceWith(outer);
    }
  };
  new MutationObserver((records) => {
    for (const { addedNodes, target, type } of records) {
      if (type === 'characterData') translate(target);
      for (const node of addedNodes) translate(node);
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
  translate(document.body);
}

/** The same, but one that wraps everything it has not wrapped itself, marks and their tails included. */
function eagerTranslator(): void {
  const done = new WeakSet<Node>();
  const translate = (root: Node): void => {
    const texts: Text[] = root instanceof Text ? [root] : [];
    for (const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT); walker.nextNode(); )
      texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (done.has(text) || !/\S/.test(text.data) || !text.isConnected) continue;
      const font = document.createElement('font');
      font.append(text.data.toUpperCase());
      for (const node of font.childNodes) done.add(node);
      text.replaceWith(font);
    }
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) translate(node);
  }).observe(document.body, { subtree: true, childList: true });
  translate(document.body);
}

/** Gives every element it sees a style and an attribute, and the head a style sheet for each new colour. */
function darkMode(): void {
  const darken = (node: Node): void => {
    if (!(node instanceof HTMLElement) || node.localName === 'style') return;
    for (const element of [node, ...node.querySelectorAll<HTMLElement>('*')]) {
      element.style.setProperty('--dark-color', 'rgb(230, 230, 230)');
      element.style.setProperty('background-color', 'rgb(20, 20, 20)', 'important');
      element.setAttribute('data-dark', '');
    }
    document.head.append(document.createElement('style'));
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(darken);
  }).observe(document.body, { subtree: true, childList: true });
  darken(document.body);
}

/** Puts a style sheet right behind every element that is added, between the pieces of a text. */
function styleBeside(): void {
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (node instanceof HTMLElement && node.localName !== 'style')
          node.after(document.createElement('style'));
  }).observe(document.body, { subtree: true, childList: true });
}

/** Wraps the words it looks for in spans, and does it all again whenever the page changes. */
function highlighter(): void {
  const highlight = (): void => {
    for (const span of document.querySelectorAll('span.found')) {
      const { parentNode } = span;
      span.replaceWith(...span.childNodes);
      parentNode?.normalize();
    }
    const texts: Text[] = [];
    for (const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walker.nextNode(); )
      texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const at = text.data.search(/marrow|daily/);
      if (at < 0) continue;
      const found = text.splitText(at);
      found.splitText(/^\w+/.exec(found.data)?.[0].length ?? 0);
      const span = document.createElement('span');
      span.className = 'found';
      found.replaceWith(span);
      span.append(found);
    }
  };
  const observer = new MutationObserver(() => {
    highlight();
    observer.takeRecords();
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  highlight();
  observer.takeRecords();
}

/** Wraps each word in a span of its own to follow a voice, also in text that is added later. */
function readAloud(): void {
  const wrap = (root: Node): void => {
    const texts: Text[] = root instanceof Text ? [root] : [];
    for (const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT); walker.nextNode(); )
      texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!/\S/.test(text.data) || text.parentElement?.closest('.word')) continue;
      const pieces = text.data.split(/(?<=\s)(?=\S)/).map((word) => {
        const span = document.createElement('span');
        span.className = 'word';
        span.append(word);
        return span;
      });
      text.replaceWith(...pieces);
    }
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node.isConnected) wrap(node);
  }).observe(document.body, { subtree: true, childList: true });
  wrap(document.body);
}

/** Puts an element of its own beside each paragraph, and renews it whenever the paragraph changes. */
function spellChecker(): void {
  const check = (): void => {
    for (const old of document.querySelectorAll('spell-check')) old.remove();
    for (const p of document.querySelectorAll('p')) {
      const note = document.createElement('spell-check');
      note.attachShadow({ mode: 'open' }).innerHTML =
        '<style>p { position: absolute }</style><p>Not known: edema</p>';
      p.after(note);
    }
  };
  const observer = new MutationObserver((records) => {
    if (records.every(({ target }) => !(target as Element).closest?.('p') && target.nodeType === 1)) return;
    check();
    observer.takeRecords();
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  check();
  observer.takeRecords();
}

const FIXTURES = {
  translator,
  eagerTranslator,
  darkMode,
  styleBeside,
  highlighter,
  readAloud,
  spellChecker,
};
/** What works on marks like on the page's own elements whenever they come: such places are left alone. */
const FIGHTERS: ReadonlySet<string> = new Set(['eagerTranslator', 'styleBeside']);
const BODY = `<h1>Osteoporosis</h1><p>Take bisphosphonates daily. An <em>MRI</em> may show bone marrow edema.</p>
<ul><li>A biopsy of the bone <b>marrow</b></li><li>Aseptic necrosis</li></ul>`;

describe.each(BROWSERS)('in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  /** In the page: what it is like after the fixture and a reader were together for a minute, and what another minute brought. */
  async function live(fixture: () => void, first: 'fixture' | 'reader') {
    const { clock } = window;
    const { marked, nodesIn, readerOf } = window.lab;
    const reader = readerOf();
    if (first === 'fixture') fixture();
    reader.start();
    await clock.advance(1000);
    if (first === 'reader') fixture();
    await clock.advance(59_000);
    const nodes = nodesIn(document).length;
    let changes = 0;
    new MutationObserver((records) => {
      changes += records.length;
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    await clock.advance(60_000);
    const brought = changes;
    const text = document.body.textContent?.toLowerCase();
    document.body.insertAdjacentHTML('beforeend', '<p id="new">An MRI was made.</p>');
    await clock.advance(60_000);
    const addedText = document.querySelector('#new')?.textContent?.toLowerCase();
    const words = marked().map((word) => word.toLowerCase());
    reader.stop();
    await clock.advance(1000);
    const grown = nodesIn(document).length - nodes;
    const left = document.querySelectorAll('bedsideterm').length;
    return { changes: brought, nodes, text, words, addedText, left, grown };
  }

  const cases = Object.keys(FIXTURES).flatMap((name) => [
    [name, 'fixture'] as [keyof typeof FIXTURES, 'fixture' | 'reader'],
    [name, 'reader'] as [keyof typeof FIXTURES, 'fixture' | 'reader'],
  ]);

  test.each(cases)(
    '%s, the %s first: peace after a minute, no growth, the text is right',
    async (name, first) => {
      await lab.open(BODY);
      const [text, nodes] = await lab.run(() => [
        document.body.textContent?.toLowerCase(),
        window.lab.nodesIn(document).length,
      ]);
      await lab.run(installClock);
      const got = await lab.run(live, FIXTURES[name], first);
      console.log(
        `${kind}, ${name}, the ${first} first: ${nodes} nodes, then ${got.nodes}; ${got.words.length} marked`,
      );
      expect({ ...got, words: [] }).toEqual({
        changes: 0,
        text,
        addedText: 'an mri was made.',
        left: 0,
        words: [],
        nodes: got.nodes,
        grown: got.grown,
      });
      expect(got.nodes).toBeLessThan(250);
      expect(got.grown).toBeLessThan(30);
      if (!FIGHTERS.has(name)) expect(got.words).toContain('osteoporosis');
    },
  );
});
