// From one marked word to the next and back: in reading order, from where the reader is, across shadow trees.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type Lab, startLab } from './lab.ts';

describe.each(BROWSERS)('walking from mark to mark in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  afterEach(() => expect(lab.takeErrors()).toEqual([]));
  afterAll(() => lab?.close());

  const HIGH = 'style="margin-bottom: 2000px"';
  const PAGE = `<p id="top" ${HIGH}>The MRI.</p>
    <p id="middle">Some <b id="b">words</b>, <a id="link" href="#x">a link</a>, an edema, <i id="i">more</i> and a biopsy.</p><div id="host" tabindex="0"></div>
    <p id="low" style="margin-top: 2000px">The <b>bone</b> marrow.</p><p style="margin-bottom: 3000px">The osteoporosis.</p>`;

  /** Marks the page, does something with it, and tells to which words the ways lead from there. */
  const ways = (act: () => unknown) =>
    lab.open(PAGE).then(() =>
      lab.run(async (act: () => unknown) => {
        const host = document.querySelector('#host') as HTMLElement;
        host.attachShadow({ mode: 'open' }).innerHTML =
          '<p>An aseptic necrosis. <button id="inner">x</button> An edema.</p>';
        const reader = window.lab.readerOf();
        reader.start();
        await reader.finish();
        const position = new window.lab.Position();
        await act();
        return (['next', 'previous'] as const).map((way) => {
          const from = position.from(way, (mark) => reader.mark(mark));
          const number = reader.places.beside(from, way);
          const pieces = number === null ? [] : reader.places.elementsOf(number);
          return pieces.map(({ textContent }) => textContent).join('');
        });
      }, act),
    );

  test.each<[name: string, act: () => unknown, next: string, previous: string]>([
    ['the top of the page', () => undefined, 'MRI', 'MRI'],
    ['what is on screen', () => document.querySelector('#middle')?.scrollIntoView(), 'edema', 'edema'],
    ['below the last', () => scrollTo(0, document.body.scrollHeight), 'MRI', 'osteoporosis'],
    [
      'a selection',
      () => {
        document.querySelector('#middle')?.scrollIntoView();
        getSelection()?.selectAllChildren(document.querySelector('#i') as Node);
      },
      'biopsy',
      'edema',
    ],
    [
      'a caret',
      () => {
        document.querySelector('#middle')?.scrollIntoView();
        getSelection()?.collapse(document.querySelector('#i')?.firstChild ?? null, 1);
      },
      'biopsy',
      'edema',
    ],
    [
      'a selection that is off the screen counts for nothing',
      () => {
        getSelection()?.selectAllChildren(document.querySelector('#i') as Node);
        document.querySelector('#low')?.scrollIntoView();
      },
      'bone marrow',
      'osteoporosis',
    ],
    [
      'the focus, before a caret that was left behind',
      () => {
        document.querySelector('#middle')?.scrollIntoView();
        getSelection()?.collapse(document.querySelector('#i')?.firstChild ?? null, 1);
        document.querySelector<HTMLElement>('#link')?.focus({ preventScroll: true });
      },
      'edema',
      'MRI',
    ],
    [
      'the focus in a shadow tree',
      () => {
        document.querySelector('#middle')?.scrollIntoView();
        document.querySelector('#host')?.shadowRoot?.querySelector('button')?.focus({ preventScroll: true });
      },
      'edema',
      'aseptic necrosis',
    ],
    [
      'the focus on the host of a shadow tree',
      () => {
        document.querySelector('#middle')?.scrollIntoView();
        document.querySelector<HTMLElement>('#host')?.focus({ preventScroll: true });
      },
      'aseptic necrosis',
      'biopsy',
    ],
  ])('from %s', async (_name, act, next, previous) => {
    expect(await ways(act)).toEqual([next, previous]);
  });

  test('all round, either way, with nothing left out: a mark in two pieces is one', async () => {
    await lab.open(PAGE);
    const got = await lab.run(async () => {
      const host = document.querySelector('#host') as HTMLElement;
      host.attachShadow({ mode: 'open' }).innerHTML = '<p>An aseptic necrosis.</p>';
      const reader = window.lab.readerOf();
      reader.start();
      await reader.finish();
      return (['next', 'previous'] as const).map((way) => {
        const texts: string[] = [];
        let at: number | undefined;
        for (let i = 0; i < 7; i++) {
          at = reader.places.beside(at, way) ?? undefined;
          texts.push(
            reader.places
              .elementsOf(at ?? 0)
              .map(({ textContent }) => textContent)
              .join(''),
          );
        }
        return texts;
      });
    });
    const all = ['MRI', 'edema', 'biopsy', 'aseptic necrosis', 'bone marrow', 'osteoporosis'];
    expect(got).toEqual([
      [...all, 'MRI'],
      ['MRI', ...all.slice(1).reverse(), 'MRI'],
    ]);
  });

  test('from what was explained last, until the reader is elsewhere', async () => {
    await lab.open(PAGE);
    const got = await lab.run(async () => {
      const reader = window.lab.readerOf();
      reader.start();
      await reader.finish();
      document.querySelector('#middle')?.scrollIntoView();
      const position = new window.lab.Position();
      const [, edema = 0] = reader.words().flatMap(({ marks }) => marks);
      const next = () => {
        const from = position.from('next', (mark) => reader.mark(mark));
        return reader.mark(reader.places.beside(from, 'next') ?? 0)?.textContent;
      };
      const before = next();
      position.note(edema);
      const after = next();
      getSelection()?.collapse(document.querySelector('#b')?.firstChild ?? null, 1);
      const elsewhere = next();
      scrollTo(0, 0);
      return [before, after, elsewhere, next()];
    });
    expect(got).toEqual(['edema', 'biopsy', 'edema', 'MRI']);
  });
});
