// Which section of a document a place is in.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type Lab, startLab } from './lab.ts';

describe.each(BROWSERS)('sections in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
  });
  afterAll(() => lab?.close());

  test('begin at headings, articles, feed items and comments', async () => {
    await lab.open(`<p>0</p><h2 id="a">a</h2><p>a</p><div role="heading" id="b"><i>b</i></div><div><p>b</p></div>
      <article id="c"><p>c</p><h3 id="d">d</h3><p>d</p></article><p>d</p><div role="feed"><div id="e"><p>e</p></div><div id="f">f</div></div>
      <div role="comment" id="g">g</div>`);
    const wrong = await lab.run(() => {
      const sections = new window.lab.Sections();
      const texts = window.lab.nodesIn(document.body).filter((node) => /\S/.test(node.nodeValue ?? ''));
      return texts
        .map((node) => {
          const start = sections.of(node);
          return [node.nodeValue, start instanceof Element ? start.id : '0'];
        })
        .filter(([text, id]) => text !== id);
    });
    expect(wrong).toEqual([]);
  });

  test('are asked for anew only when forgotten', async () => {
    await lab.open('<h2 id="a">a</h2><p>text</p>');
    const got = await lab.run(() => {
      const sections = new window.lab.Sections();
      const p = document.querySelector('p') ?? document.body;
      const of = (): string => (sections.of(p) as Element).id;
      const ids = [of()];
      p.insertAdjacentHTML('beforebegin', '<h2 id="b">b</h2>');
      ids.push(of());
      sections.forget();
      return [...ids, of()];
    });
    expect(got).toEqual(['a', 'a', 'b']);
  });
});
