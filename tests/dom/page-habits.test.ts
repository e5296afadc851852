// What pages do by habit - rewriting HTML, writing documents, dragging, cloning, recycling rows, cutting by ranges - comes out as without marks.
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../frameworks/bundle.ts';
import { BROWSERS, type Lab, startLab } from './lab.ts';

/** A habit: what a page gets ready while nothing is marked yet, and what it does then, step by step. */
type Habit = () => () => Iterable<unknown> | undefined;

/** In the page: lets a habit take its course on a page without marks, and on one with. Everything read is read at each step. */
async function bothWays(html: string, habit: Habit) {
  const { marked, readerOf, unmarked } = window.lab;
  const start = async () => {
    const reader = readerOf();
    reader.start();
    await reader.finish();
    return reader;
  };

  document.body.innerHTML = html;
  const plain: string[] = [];
  for (const _step of habit()() ?? []) plain.push(document.body.innerHTML);
  const off = document.body.innerHTML;
  // What would be marked, had it been so from the start.
  document.body.innerHTML = `${off}`;
  const fresh = await start();
  const expected = { steps: plain, read: [...plain], marks: marked(), off };
  fresh.stop();

  document.body.innerHTML = html;
  const act = habit();
  const reader = await start();
  const marksBefore = marked().length;
  const [steps, read]: string[][] = [[], []];
  for (const _step of act() ?? []) {
    await null;
    steps?.push(unmarked());
    await reader.finish();
    read?.push(unmarked());
  }
  const marks = marked();
  reader.stop();
  return { expected, got: { steps, read, marks, off: document.body.innerHTML }, marksBefore };
}

const PAGE = '<p id="p">Take bisphosphonates for osteoporosis daily.</p><p>Ask about edema.</p>';
const LIST = `<ol>${['A biopsy', 'An MRI', 'Rest', 'The edema', 'Osteoporosis'].map((text) => `<li>${text}</li>`).join('')}</ol>`;
const SLIDES = `<div id="track">${['Edema', 'An MRI of the <b>bone</b> marrow', 'After the biopsy'].map((text) => `<div class="slide"><p>${text}</p></div>`).join('')}</div>`;
const ROWS = `<div id="rows">${Array.from({ length: 8 }, (_, i) => `<div class="row"><p>Row ${i}: edema</p></div>`).join('')}</div>`;

const RANGE_ACTS = {
  deletes: 'range.deleteContents()',
  'takes out': 'document.body.append(range.extractContents())',
  copies: 'document.body.append(range.cloneContents())',
} as const;

/** What a page does by a range over its first text, made before anything was marked. As source, for the page knows nothing of what stands round a habit. */
function habitOfRange(start: number, end: number, does: keyof typeof RANGE_ACTS): Habit {
  const source = `() => {
    const range = new Range();
    const text = document.querySelector('p').firstChild;
    range.setStart(text, ${start});
    range.setEnd(text, ${end});
    return function* () { yield ${RANGE_ACTS[does]}; };
  }`;
  return Object.assign(() => () => undefined, { toString: () => source });
}

describe.each(BROWSERS)('page habits in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
    await lab.open('');
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  test.each<[name: string, html: string, habit: Habit]>([
    [
      'HTML is added to HTML',
      PAGE,
      () =>
        function* () {
          for (const more of [' And an MRI.', ' <b>And</b> rest.', ' Osteoporosis hurts.'])
            yield document.querySelectorAll('p').forEach((p) => void (p.innerHTML += more));
        },
    ],
    [
      'HTML is written from what was there, changed',
      PAGE,
      () =>
        function* () {
          for (const [from, to] of [
            ['daily', 'weekly'],
            ['Ask', '<i>Ask</i>'],
            ['weekly', 'or an MRI'],
          ] as const)
            yield (document.body.innerHTML = document.body.innerHTML.replace(from, to));
        },
    ],
    [
      'HTML is drawn anew from data',
      PAGE,
      () =>
        function* () {
          for (let i = 0; i < 5; i++)
            yield (document.body.innerHTML = `<h2>${i} biopsies</h2><p>Osteoporosis, day ${i}</p>`);
        },
    ],
    [
      'text is added to text',
      PAGE,
      () =>
        function* () {
          const p = document.querySelector('p') as HTMLElement;
          yield (p.textContent += ' And the edema.');
          yield (p.innerText += ' And an MRI.');
          yield (p.innerText = 'A biopsy.\nOsteoporosis.');
          yield p.append(' Edema');
          yield p.prepend('Or bone ');
          yield (p.outerHTML = '<p id="p">Bisphosphonates <b>again</b></p>');
        },
    ],
    [
      'HTML and text are put beside',
      PAGE,
      () =>
        function* () {
          const p = document.querySelector('p') as HTMLElement;
          yield p.insertAdjacentHTML('beforeend', ' <b>Or</b> an edema');
          yield p.insertAdjacentHTML('afterbegin', 'Osteoporosis: <br>');
          yield p.insertAdjacentText('beforeend', ' in the bone');
          yield p.insertAdjacentText('beforeend', ' marrow');
          yield p.insertAdjacentHTML('afterend', '<p>An MRI</p>');
          yield p.insertAdjacentHTML('beforebegin', 'Biopsy');
        },
    ],
    [
      'links are made of words, text node by text node',
      `${PAGE}<p>Daily edema daily, and osteoporosis daily</p>`,
      () =>
        function* () {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const texts: Text[] = [];
          while (walker.nextNode()) texts.push(walker.currentNode as Text);
          for (const text of texts) {
            const pieces = text.data
              .split(/(daily)/)
              .filter(Boolean)
              .map((piece) => {
                if (piece !== 'daily') return piece;
                const link = document.createElement('a');
                link.href = '#daily';
                link.append(piece);
                return link;
              });
            if (pieces.some((piece) => typeof piece !== 'string')) text.replaceWith(...pieces);
          }
          yield;
        },
    ],
    [
      'a translator writes every text node',
      PAGE,
      () =>
        function* () {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const text = walker.currentNode as Text;
            // Letter by letter, so that it comes out the same however the text is cut.
            text.data = text.data.replace(/[aeiou]/g, 'o');
          }
          yield;
        },
    ],
    [
      'a carousel clones its first and last slide',
      SLIDES,
      () =>
        function* () {
          const track = document.querySelector('#track') as HTMLElement;
          const [first, last] = [track.firstElementChild, track.lastElementChild];
          if (first) track.append(first.cloneNode(true));
          if (last) track.prepend(last.cloneNode(true));
          yield;
          for (let i = 0; i < 7; i++) yield track.append(track.firstElementChild as Element);
          // As those do that are set up anew when the window changes its size: the clones go, others come.
          track.firstElementChild?.remove();
          yield track.append(track.children[1]?.cloneNode(true) ?? '');
        },
    ],
    [
      'a carousel keeps clones for later, made while its slides are marked',
      SLIDES,
      () =>
        function* () {
          const track = document.querySelector('#track') as HTMLElement;
          const kept = [...track.children].map((slide) => slide.cloneNode(true) as Element);
          yield track.replaceChildren();
          for (const slide of kept) yield track.append(slide);
          yield track.prepend(...kept.map((slide) => slide.cloneNode(true)));
        },
    ],
    [
      'a scroller recycles rows, writing the text nodes it holds',
      ROWS,
      () => {
        const rows = [...document.querySelectorAll('.row')].map((row) => ({
          row,
          text: row.querySelector('p')?.firstChild as Text,
        }));
        const words = ['edema', 'rest', 'an MRI', 'bone marrow', ''];
        return function* () {
          for (let i = 0; i < 40; i++) {
            const top = rows.shift();
            if (!top) return;
            rows.push(top);
            top.row.parentNode?.append(top.row);
            yield (top.text.data = `Row ${i + 8}: ${words[i % 5]}`);
          }
          for (let i = 40; i-- > 20; ) {
            const bottom = rows.pop();
            if (!bottom) return;
            rows.unshift(bottom);
            bottom.text.data = `${words[i % 5]} in row ${i}`;
            yield bottom.row.parentNode?.prepend(bottom.row);
          }
        };
      },
    ],
    [
      'a scroller writes all rows in place',
      ROWS,
      () => {
        const cells = [...document.querySelectorAll<HTMLElement>('.row p')];
        return function* () {
          for (let top = 0; top < 30; top += 3) {
            for (const [i, cell] of cells.entries())
              if ((top + i) % 2) cell.textContent = `${top + i} MRIs`;
              else (cell.firstChild as Text).nodeValue = `Osteoporosis ${top + i}`;
            yield;
          }
        };
      },
    ],
    [
      'a page that normalizes after each of its changes',
      `${PAGE}<p>The <b>bone</b> marrow edema <i>and</i> MRI</p>`,
      () =>
        function* () {
          yield document.body.normalize();
          for (const p of document.querySelectorAll('p')) {
            p.append(' An edema', ' of the bone', ' marrow.');
            yield p.normalize();
            p.querySelector('b')?.append(' MRI');
            p.querySelector('b')?.normalize();
            yield document.normalize();
          }
        },
    ],
    [
      'nodes are put in by a range made before',
      PAGE,
      () => {
        const ranges = [2, 22, 43].map((offset) => {
          const range = new Range();
          range.setStart(document.querySelector('p')?.firstChild as Text, offset);
          return range;
        });
        return function* () {
          for (const range of ranges) {
            const note = document.createElement('sup');
            note.append('[MRI]');
            yield range.insertNode(note);
          }
        };
      },
    ],
    // Not with an end in a marked word: the browser loses it when the word is put into an element. And what is cut off before a mark looks like text
    // that a framework writes, which knows nothing of what is behind.
    ...(
      [
        ['copies', 'in the text before a mark', 1, 3],
        ['deletes', 'over a mark', 2, 22],
        ['takes out', 'over a mark', 2, 22],
        ['copies', 'over a mark', 2, 22],
        ['deletes', 'over two marks', 2, 40],
        ['takes out', 'over two marks', 2, 40],
        ['copies', 'over two marks', 2, 40],
        ['deletes', 'between two marks', 21, 24],
        ['takes out', 'between two marks', 21, 24],
        ['deletes', 'in the text behind the marks', 38, 42],
        ['takes out', 'in the text behind the marks', 38, 42],
        ['deletes', 'all of it', 0, 44],
        ['takes out', 'all of it', 0, 44],
        ['copies', 'all of it', 0, 44],
      ] as const
    ).map(([does, where, start, end]): [name: string, html: string, habit: Habit] => [
      `a range ${does} ${where}`,
      PAGE,
      habitOfRange(start, end, does),
    ]),
    [
      'a range wraps text with a mark in it',
      PAGE,
      () => {
        const range = new Range();
        const text = document.querySelector('p')?.firstChild as Text;
        range.setStart(text, 2);
        range.setEnd(text, 22);
        return function* () {
          yield range.surroundContents(document.createElement('strong'));
        };
      },
    ],
  ])('%s', async (_name, html, habit) => {
    const { expected, got, marksBefore } = await lab.run(bothWays, html, habit);
    expect(marksBefore).toBeGreaterThan(0);
    expect(got).toEqual(expected);
  });

  // Each piece of a cut text is as wide as whole 64ths of a pixel, so that the pieces are together a little wider than the text was.
  test.each([1, 3, 10, 30])('a line in a span with %i words to mark is marked', async (words) => {
    const marks = await lab.run(async (count: number) => {
      const line = Array.from({ length: count }, (_, i) => `${i} edema in the bone, rest well`).join(' ');
      document.body.innerHTML = `<p style="white-space: nowrap"><span>${line}</span> <i>and</i> rest.</p>`;
      const reader = window.lab.readerOf();
      reader.start();
      await reader.finish();
      const drawn = window.lab.marked();
      reader.stop();
      return drawn;
    }, words);
    expect(marks).toEqual(Array.from({ length: words }, () => 'edema'));
  });

  describe('documents written', () => {
    type Write = (read: () => Promise<void>) => unknown;
    test.each<[name: string, write: Write, text: string, marks: string[]]>([
      [
        'a document is written over the marked one',
        () => {
          document.open();
          document.write('<!doctype html><title>Another</title><body><p>A biopsy and an MRI.</p>');
          document.close();
        },
        'A biopsy and an MRI.',
        ['biopsy', 'MRI'],
      ],
      [
        'a document is written piece by piece and read meanwhile',
        async (read) => {
          document.open();
          for (const piece of [
            '<p>Take bisphos',
            'phonates for <b>osteo',
            'porosis</b> da',
            'ily. Edema',
            '</p><p>MRI',
          ]) {
            document.write(piece);
            await read();
          }
          document.close();
        },
        'Take bisphosphonates for osteoporosis daily. EdemaMRI',
        ['bisphosphonates', 'osteoporosis', 'Edema', 'MRI'],
      ],
      [
        'a document is written piece by piece, each heard',
        async (read) => {
          document.open();
          for (const piece of ['<p>Edema', ' and edema', ' and <i>MRI', '</i>s, bone', ' marrow', '</p>']) {
            document.write(piece);
            await null;
            await read();
          }
          document.close();
        },
        'Edema and edema and MRIs, bone marrow',
        ['Edema', 'edema', 'MRIs', 'bone marrow'],
      ],
    ])('%s', async (_name, write, text, marks) => {
      await lab.open(PAGE);
      const got = await lab.run(async (act: Write) => {
        const { marked, readerOf } = window.lab;
        // As the content script does when it is told.
        const again = () => {
          reader.stop();
          reader = readerOf({ onRewritten: again });
          reader.start();
        };
        let reader = readerOf({ onRewritten: again });
        reader.start();
        await reader.finish();
        await act(() => reader.finish());
        await null;
        const atOnce = document.body.textContent;
        await reader.finish();
        const got = { atOnce, later: document.body.textContent, marks: marked() };
        reader.stop();
        return { ...got, off: document.body.textContent, left: marked() };
      }, write);
      expect(got).toEqual({ atOnce: text, later: text, marks, off: text, left: [] });
    });
  });

  describe('a list sorted by dragging', () => {
    const drag = async (marking: boolean) => {
      await lab.open(`<!doctype html><title>A list</title><body>${LIST}`);
      await lab.page.evaluate(await sortable());
      await lab.run(async (on: boolean) => {
        const list = document.querySelector('ol');
        const reader = window.lab.readerOf();
        if (on) reader.start();
        if (on) await reader.finish();
        const done = new Promise((resolve) => {
          window.Sortable.create(list, { forceFallback: true, animation: 0, onEnd: resolve });
        }).then(async () => {
          await null;
          const order = [...document.querySelectorAll('li')].map((item) => item.textContent);
          if (on) await reader.finish();
          const marks = window.lab.marked();
          if (on) reader.stop();
          return { order, marks, off: list?.innerHTML.replace(/ (?:style|class|draggable)="[^"]*"/g, '') };
        });
        Object.assign(window, { dragged: done });
      }, marking);
      const [first, , , fourth] = await lab.page.$$('li');
      const [from, to] = [await first?.boundingBox(), await fourth?.boundingBox()];
      if (!from || !to) throw new Error('There is no list.');
      const { mouse } = lab.page;
      // On the word, and thus on a mark.
      await mouse.move(from.x + 20, from.y + from.height / 2);
      await mouse.down();
      // A list sorts itself a frame at a time.
      const painted = () => lab.run(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      for (const y of [from.y + from.height, to.y, to.y + to.height / 2, to.y + to.height - 3])
        for (const nudge of [0, 1, 2]) {
          await mouse.move(to.x + 20, y + nudge);
          await painted();
        }
      await mouse.up();
      return await lab.run(() => window.dragged);
    };

    test('by the mouse', async () => {
      const plain = await drag(false);
      const { marks, ...got } = await drag(true);
      expect(got.order).toEqual(['An MRI', 'Rest', 'The edema', 'A biopsy', 'Osteoporosis']);
      expect({ ...got, marks: [] }).toEqual(plain);
      expect(marks).toEqual(['MRI', 'edema', 'biopsy', 'Osteoporosis']);
    });
  });
});

declare global {
  interface Window {
    readonly Sortable: { create(list: Element | null, options: Readonly<Record<string, unknown>>): unknown };
    readonly dragged: Promise<{ order: string[]; marks: string[]; off: string | undefined }>;
  }
}

let sortableScript: Promise<string> | undefined;

/** The library that many pages sort lists with. */
const sortable = (): Promise<string> =>
  (sortableScript ??= bundle(
    `import Sortable from ${JSON.stringify(createRequire(import.meta.url).resolve('sortablejs'))}; window.Sortable = Sortable;`,
    {},
  ));
