// The ledger on a page that changes under the marks: it shows what it would without them, and is left as if they had never been.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type Lab, startLab } from './lab.ts';

/** What a page does: to a paragraph and to the text nodes that were in it before anything was marked. */
type Act = (held: { p: HTMLElement; text: Text; others: Text[] }) => unknown;

/** In the page: lets `act` happen on a page without marks, and on one with. A bar in the HTML parts two text nodes. */
async function bothWays(html: string, act: Act) {
  const { marked, nodesIn, readerOf, unmarked } = window.lab;
  const build = () => {
    document.body.innerHTML = html;
    for (const node of nodesIn(document.body))
      if (node instanceof Text && node.data.includes('|')) node.replaceWith(...node.data.split('|'));
    const p = document.querySelector<HTMLElement>('#p') ?? document.body;
    const texts = nodesIn(p).filter((node) => node instanceof Text);
    return { p, texts, act: () => act({ p, text: texts[0] ?? new Text(), others: texts.slice(1) }) };
  };
  const markAfresh = async () => {
    const reader = readerOf();
    reader.start();
    await reader.finish();
    return reader;
  };

  const plain = build();
  await plain.act();
  const html0 = { body: unmarked(), held: unmarked(plain.p), texts: plain.texts.map(({ data }) => data) };
  const text0 = document.body.textContent;
  document.body.innerHTML = html0.body;
  const reader0 = await markAfresh();
  const expected = { atOnce: text0, later: text0, marks: marked(), off: html0, lost: 0 };
  reader0.stop();

  const page = build();
  const reader = await markAfresh();
  const marksBefore = marked().length;
  await page.act();
  await null;
  const atOnce = document.body.textContent;
  const known = new Set(reader.words().flatMap(({ marks }) => marks.map(String)));
  const lost = [...document.querySelectorAll('bedsideterm')].filter(
    (mark) => !known.has(mark.getAttribute('data-mark') ?? ''),
  ).length;
  await reader.finish();
  const later = document.body.textContent;
  const marks = marked();
  reader.stop();
  const off = {
    body: document.body.innerHTML,
    held: page.p.innerHTML,
    texts: page.texts.map(({ data }) => data),
  };
  return { expected, got: { atOnce, later, marks, off, lost }, marksBefore };
}

const PAGE = '<p id="p">Take bisphosphonates for osteoporosis daily.</p><p id="other">Ask about edema.</p>';
const TERM_FIRST = '<p id="p">Osteoporosis is silent.</p><p>Ask about edema.</p>';
const OVER_TAGS = '<p id="p">See the bone <b>mar|row</b> edema in the MRI.</p>';
const NEIGHBOURS = '<p id="p">Osteoporosis |and bone |marrow| edema| hurt.</p>';

describe.each(BROWSERS)('ledger in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
    await lab.open('');
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  describe('what the page does to its own nodes comes out as without marks', () => {
    test.each<[name: string, html: string, act: Act]>([
      ['nothing', PAGE, () => undefined],
      ['data written', PAGE, ({ text }) => (text.data = 'Stop the bisphosphonates.')],
      ['data written twice', PAGE, ({ text }) => (text.data = text.data = 'Stop.')],
      ['nodeValue written with what the head holds', PAGE, ({ text }) => (text.nodeValue = 'Take ')],
      [
        'nodeValue written with the text it had',
        PAGE,
        ({ text }) => (text.nodeValue = 'Take bisphosphonates for osteoporosis daily.'),
      ],
      ['an emptied head written with nothing', TERM_FIRST, ({ text }) => (text.data = '')],
      ['text removed', PAGE, ({ text }) => text.remove()],
      [
        'text moved into another paragraph',
        PAGE,
        ({ text }) => document.querySelector('#other')?.prepend(text),
      ],
      ['text moved to the end of its own', PAGE, ({ p, text }) => p.append(new Text(' Or not. '), text)],
      ['text taken out and put back', PAGE, ({ p, text }) => [text.remove(), p.prepend(text)]],
      [
        'text taken out and put back later',
        PAGE,
        async ({ p, text }) => [text.remove(), await null, p.prepend(text)],
      ],
      ['text moved, then written', PAGE, ({ p, text }) => [p.after(text), (text.data = 'edema')]],
      ['text written, then moved', PAGE, ({ p, text }) => [(text.data = 'edema'), p.after(text)]],
      ['text inserted before', PAGE, ({ p, text }) => p.insertBefore(new Text('Now: '), text)],
      [
        'text inserted behind',
        PAGE,
        ({ p, text }) => p.insertBefore(new Text(' Or edema.'), text.nextSibling),
      ],
      ['an element inserted behind', PAGE, ({ text }) => text.after(document.createElement('br'))],
      ['a comment inserted behind', PAGE, ({ text }) => text.after(new Comment('edema'))],
      ['something appended', PAGE, ({ p }) => p.append(' Now.')],
      ['text replaced by text', PAGE, ({ p, text }) => p.replaceChild(new Text('edema'), text)],
      ['text replaced by an element', PAGE, ({ text }) => text.replaceWith(document.createElement('hr'))],
      [
        'text put into an element in its place',
        PAGE,
        ({ text }) => {
          const font = document.createElement('font');
          text.replaceWith(font);
          font.append(text);
        },
      ],
      ['parent emptied', PAGE, ({ p }) => (p.textContent = '')],
      ['parent given other text', PAGE, ({ p }) => (p.textContent = 'edema')],
      ['parent emptied, text put back', PAGE, ({ p, text }) => [p.replaceChildren(), p.append(text)]],
      ['innerHTML written anew from itself', PAGE, ({ p }) => (p.innerHTML = `${p.innerHTML}`)],
      [
        'all of the page written anew from itself',
        PAGE,
        () => (document.body.innerHTML = `${document.body.innerHTML}`),
      ],
      ['parent cloned', PAGE, ({ p }) => p.after(p.cloneNode(true))],
      [
        'parent cloned, inserted later',
        PAGE,
        async ({ p }) => {
          const clone = p.cloneNode(true);
          await null;
          p.before(clone);
        },
      ],
      ['a clone in place of its original', OVER_TAGS, ({ p }) => p.replaceWith(p.cloneNode(true))],
      ['parent removed', PAGE, ({ p }) => p.remove()],
      ['parent removed and put back', PAGE, ({ p }) => [p.remove(), document.body.append(p)]],
      [
        'parent removed and put back later',
        PAGE,
        async ({ p }) => [p.remove(), await null, document.body.append(p)],
      ],
      [
        'parent removed, written outside and put back',
        PAGE,
        async ({ p, text }) => [p.remove(), await null, (text.data = 'edema'), document.body.append(p)],
      ],
      ['parent moved', PAGE, ({ p }) => document.body.append(p)],
      [
        'grandparent removed',
        PAGE,
        ({ p }) => {
          const div = document.createElement('div');
          p.replaceWith(div);
          div.append(p);
          div.remove();
        },
      ],
      ['parent normalized', PAGE, ({ p }) => p.normalize()],
      ['parent normalized where a term comes first', TERM_FIRST, ({ p }) => p.normalize()],
      [
        'parent normalized with two texts in a row',
        '<p id="p">Ask about |the edema.</p>',
        ({ p }) => p.normalize(),
      ],
      [
        'parent normalized with marked texts in a row',
        '<p id="p">An MRI and |the edema.</p>',
        ({ p }) => p.normalize(),
      ],
      ['all of the page normalized', OVER_TAGS.replace('|', ''), () => document.normalize()],
      ['an emptied head removed', TERM_FIRST, ({ text }) => text.remove()],
      ['an emptied head replaced', TERM_FIRST, ({ text }) => text.replaceWith('The edema.')],
      ['text split', PAGE, ({ text }) => text.splitText(2)],
      ['text split, the new half removed', PAGE, ({ text }) => text.splitText(2).remove()],
      ['text split twice', PAGE, ({ text }) => text.splitText(3).splitText(1)],
      ['a word highlighted', PAGE, ({ text }) => window.lab.highlight(text)],
      ['first text of a match over tags written', OVER_TAGS, ({ text }) => (text.data = 'No ')],
      [
        'second text of a match over tags written',
        OVER_TAGS,
        ({ others: [second] }) => second && (second.data = 'far'),
      ],
      ['last text of a match over tags removed', OVER_TAGS, ({ others }) => others.at(-1)?.remove()],
      ['an element in a match removed', OVER_TAGS, ({ p }) => p.querySelector('b')?.remove()],
      ['an element in a match moved', OVER_TAGS, ({ p }) => p.prepend(p.querySelector('b') ?? '')],
      [
        'a block put into a match',
        OVER_TAGS,
        ({ p }) => p.querySelector('b')?.append(document.createElement('hr')),
      ],
      [
        'one of many texts in a row written',
        NEIGHBOURS,
        ({ others: [, third] }) => third && (third.data = 'MRI'),
      ],
      ['one of many texts in a row removed', NEIGHBOURS, ({ others: [second] }) => second?.remove()],
      [
        'texts in a row turned round',
        NEIGHBOURS,
        ({ p, text, others }) => p.append(...others.reverse(), text),
      ],
    ])('%s', async (_name, html, act) => {
      const { expected, got, marksBefore } = await lab.run(bothWays, html, act);
      expect(marksBefore).toBeGreaterThan(0);
      expect(got).toEqual(expected);
    });
  });

  describe('what is done to marks heals', () => {
    type OnMark = (mark: HTMLElement, tail: Text) => unknown;
    const WHOLE = 'Take bisphosphonates for osteoporosis daily.Ask about edema.';
    test.each<[name: string, act: OnMark, text: string]>([
      ['a mark removed', (mark) => mark.remove(), WHOLE],
      ['a mark moved', (mark) => document.body.append(mark), WHOLE],
      ['a mark unwrapped', (mark) => mark.replaceWith(...mark.childNodes), WHOLE],
      ['a mark replaced', (mark) => mark.replaceWith(document.createElement('font')), WHOLE],
      [
        'a mark wrapped',
        (mark) => [mark.before(document.createElement('font')), mark.previousElementSibling?.append(mark)],
        WHOLE,
      ],
      ['a word in a mark highlighted', (mark) => window.lab.highlight(mark.firstChild as Text), WHOLE],
      ['a word in a tail highlighted', (_mark, tail) => window.lab.highlight(tail), WHOLE],
      ['a tail removed', (_mark, tail) => tail.remove(), WHOLE],
      [
        'text between mark and tail',
        (mark) => mark.after(', or not,'),
        `Take bisphosphonates for osteoporosis daily., or not,Ask about edema.`,
      ],
      [
        'the text in a mark written',
        (mark) => mark.firstChild && (mark.firstChild.nodeValue = 'MRI'),
        WHOLE.replace('bisphosphonates', 'MRI'),
      ],
      [
        'a mark given other text',
        (mark) => (mark.textContent = 'MRI'),
        WHOLE.replace('bisphosphonates', 'MRI'),
      ],
      [
        'a mark given HTML',
        (mark) => (mark.innerHTML = '<font><font>MRI</font></font>'),
        WHOLE.replace('bisphosphonates', 'MRI'),
      ],
      ['a tail written', (_mark, tail) => (tail.data = ' against '), WHOLE.replace(' for ', ' against ')],
      [
        'a mark and a tail written',
        (mark, tail) => [(mark.textContent = 'MRI'), (tail.data = ' against ')],
        WHOLE.replace('bisphosphonates for', 'MRI against'),
      ],
    ])('%s', async (_name, act, text) => {
      const got = await lab.run(
        async (html: string, change: OnMark) => {
          document.body.innerHTML = html;
          const reader = window.lab.readerOf();
          const clean = window.lab.nodesIn(document.body);
          reader.start();
          await reader.finish();
          const mark = document.querySelector<HTMLElement>('bedsideterm');
          if (mark?.nextSibling instanceof Text) change(mark, mark.nextSibling);
          await null;
          const atOnce = document.body.textContent;
          await reader.finish();
          const marks = window.lab.marked();
          reader.stop();
          const held = window.lab.nodesIn(document.body);
          return {
            atOnce,
            marks,
            off: document.body.textContent,
            clean: clean.every((node) => held.includes(node)),
          };
        },
        PAGE,
        act,
      );
      const marks = ['bisphosphonates', 'MRI', 'osteoporosis', 'edema'].filter((word) => text.includes(word));
      expect(got).toEqual({ atOnce: text, marks, off: text, clean: true });
    });
  });
});
