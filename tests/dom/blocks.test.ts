// What is read of a page, as tables: which HTML gives which runs of text, as the browser lays it out.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type Lab, startLab } from './lab.ts';

describe.each(BROWSERS)('blocks in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(kind);
    await lab.open('');
  });
  afterAll(() => lab?.close());

  /** The texts of all runs, in the order in which they are read. */
  const runsOf = (html: string): Promise<string[]> =>
    lab.run((content) => {
      document.body.innerHTML = content;
      return window.lab.runsIn(document.body).map(({ text }) => text);
    }, html);

  describe('what stands together', () => {
    test.each<[name: string, html: string, runs: string[]]>([
      ['a paragraph', '<p>bone marrow</p>', ['bone marrow']],
      [
        'inline tags are transparent',
        '<p>bone <b>mar</b>row <i><a href="#">e<u>de</u></a></i>ma</p>',
        ['bone marrow edema'],
      ],
      ['text directly in the body', 'bone <b>marrow</b>', ['bone marrow']],
      ['text in the body between blocks', 'one<p>two</p>three', ['one', 'three', 'two']],
      ['<br> is a wall', '<p>bone<br>marrow</p>', ['bone', 'marrow']],
      ['<br> inside an inline tag is a wall', '<p>bone <b>ma<br>rrow</b></p>', ['bone ma', 'rrow']],
      ['<img> is a wall', '<p>bone<img alt="marrow">edema</p>', ['bone', 'edema']],
      [
        '<picture>, <meter>, <progress> are walls',
        '<p>a<picture></picture>b<meter></meter>c<progress></progress>d</p>',
        ['a', 'b', 'c', 'd'],
      ],
      ['<wbr> is transparent', '<p>osteo<wbr>porosis</p>', ['osteoporosis']],
      ['a comment is transparent', '<p>osteo<!-- here -->porosis</p>', ['osteoporosis']],
      ['block edges are walls', '<div>bone<div>marrow</div>edema</div>', ['bone', 'edema', 'marrow']],
      [
        'a block in an inline element',
        '<section><span>bone<div>marrow</div>edema</span></section>',
        ['bone', 'edema', 'marrow'],
      ],
      [
        'a block deep in inline elements',
        '<div>a <b>b <i>c<p>d</p>e</i> f</b> g</div>',
        ['a b c', 'e f g', 'd'],
      ],
      [
        'span { display: block } is a block',
        '<p>bone <span style="display: block">marrow</span> edema</p>',
        ['bone ', ' edema', 'marrow'],
      ],
      [
        'div { display: inline } is transparent',
        '<div>bone <div style="display: inline">marrow</div></div>',
        ['bone marrow'],
      ],
      [
        'an inline block is a block',
        '<p>bone <span style="display: inline-block">marrow</span> edema</p>',
        ['bone ', ' edema', 'marrow'],
      ],
      ['a float is a block', '<p><span style="float: left">B</span>one</p>', ['one', 'B']],
      [
        'display: contents is transparent',
        '<p>bone <span style="display: contents">marrow</span> edema</p>',
        ['bone marrow edema'],
      ],
      [
        'display: contents in display: contents',
        '<p><b style="display: contents">a <i style="display: contents">b</i></b></p>',
        ['a b'],
      ],
      [
        'a block that is display: contents',
        '<main><div style="display: contents">bone <b>marrow</b></div></main>',
        ['bone marrow'],
      ],
      ['list items', '<ul><li>bone<li>marrow<ul><li>edema</ul></ul>', ['bone', 'marrow', 'edema']],
      ['cells', '<table><caption>a</caption><tr><th>b<td>c</table>', ['a', 'b', 'c']],
      ['definitions', '<dl><dt>edema<dd>a <b>swelling</b></dl>', ['edema', 'a swelling']],
      ['headings', '<h2>bone</h2><p>marrow</p>', ['bone', 'marrow']],
      [
        'ruby: the base stands in the line, what is above it does not',
        '<p>an <ruby>ede<rp>(</rp><rt>ih-DEE</rt><rp>)</rp></ruby>ma</p>',
        ['an ede', 'ma', 'ih-DEE'],
      ],
      [
        'links, labels and buttons are read',
        '<p><a href="#">a</a> <label>b</label></p><button>c</button>',
        ['a b', 'c'],
      ],
      [
        'what follows when the first text is never touched',
        '<p><span><code>x</code></span> <b>edema</b></p>',
        [' edema'],
      ],
      ['white space alone is nothing', '<p> </p>\n<div>\t<b> </b></div>', []],
      [
        'an open <details>',
        '<details open><summary>bone</summary><p>marrow</p></details>',
        ['bone', 'marrow'],
      ],
    ])('%s', async (_name, html, runs) => {
      expect(await runsOf(html)).toEqual(runs);
    });
  });

  describe('what is left out is a wall', () => {
    test.each<[name: string, html: string]>([
      ['input', '<input value="x">'],
      ['textarea', '<textarea>x</textarea>'],
      ['select', '<select><option>x</select>'],
      ['output', '<output>x</output>'],
      ['datalist', '<datalist><option>x</datalist>'],
      ['contenteditable', '<span contenteditable>x</span>'],
      ['contenteditable=true', '<span contenteditable="true">x</span>'],
      ['contenteditable=plaintext-only', '<span contenteditable="PLAINTEXT-only">x</span>'],
      ['inherited contenteditable', '<span contenteditable><b>x</b></span>'],
      [
        'contenteditable=false in an editor',
        '<span contenteditable>x<b contenteditable="false">y</b></span>',
      ],
      ['a block in an editor', '<span contenteditable><div>x</div></span>'],
      ['role=textbox', '<span role="textbox">x<b>y</b></span>'],
      ['role=TextBox', '<span role="TextBox">x</span>'],
      ['role=searchbox', '<span role="searchbox">x</span>'],
      ['role=combobox', '<span role="combobox">x</span>'],
      ['code', '<code>x</code>'],
      ['pre', '<pre>x<b>y</b></pre>'],
      ['kbd, samp, tt', '<kbd>x</kbd><samp>x</samp><tt>x</tt>'],
      ['svg', '<svg width="9"><text>x</text><foreignObject><p>y</p></foreignObject></svg>'],
      ['math', '<math><mi>x</mi><mtext>y</mtext></math>'],
      ['aria-hidden=true', '<span aria-hidden="TRUE">x<b>y</b></span>'],
      ['hidden', '<span hidden>x<b>y</b></span>'],
      ['hidden=until-found', '<span hidden="until-found">x</span>'],
      ['display: none', '<span style="display: none">x<b>y</b><div>z</div></span>'],
      ['visibility: hidden', '<span style="visibility: hidden">x<b>y</b></span>'],
      [
        'content-visibility: hidden',
        '<span style="display: inline-block; content-visibility: hidden">x<b>y</b></span>',
      ],
      ['a closed <details>', '<details><summary></summary>x<p>y</p></details>'],
      ['noscript', '<noscript>x</noscript>'],
      ['script and style', '<script type="x">x</script><style>x</style>'],
      ['template', '<template>x</template>'],
      ['fallbacks', '<video>x</video><audio>x</audio><canvas>x</canvas><object>x</object><iframe></iframe>'],
      ['the card', '<bedside-card>x</bedside-card>'],
    ])('%s', async (_name, html) => {
      expect(await runsOf(`<div>bone ${html} marrow</div>`)).toEqual(['bone ', ' marrow']);
    });
  });

  describe('what only looks left out is read', () => {
    test.each<[name: string, html: string, runs: string[]]>([
      ['contenteditable=false', '<p>a <b contenteditable="false">b</b></p>', ['a b']],
      ['aria-hidden=false', '<p>a <b aria-hidden="false">b</b></p>', ['a b']],
      ['another role', '<p>a <b role="note">b</b></p>', ['a b']],
      [
        'visible in visibility: hidden',
        '<p style="visibility: hidden">a <b style="visibility: visible">b</b> c</p>',
        ['b'],
      ],
      ['display: block over [hidden] stays out', '<p>a</p><p hidden style="display: block">b</p>', ['a']],
      ['transparent text', '<p style="opacity: 0">a</p>', ['a']],
    ])('%s', async (_name, html, runs) => {
      expect(await runsOf(html)).toEqual(runs);
    });
  });

  describe('directly in a flex or grid container text is left out', () => {
    test.each<[display: string]>([['flex'], ['inline-flex'], ['grid'], ['inline-grid']])(
      '%s',
      async (display) => {
        const html = (inner: string): string => `<div style="display: ${display}">${inner}</div>`;
        expect(await runsOf(html('bone marrow'))).toEqual([]);
        expect(await runsOf(html('bone <span>mar<b>row</b></span> edema <p>biopsy</p>'))).toEqual([
          'marrow',
          'biopsy',
        ]);
        expect(await runsOf(html('<div style="display: contents">bone <b>marrow</b></div>'))).toEqual([
          'marrow',
        ]);
      },
    );
  });

  test('each node is served once, in order, in the block that holds it', async () => {
    const wrong = await lab.run(() => {
      document.body.innerHTML =
        '<main>a<p>b<span> c<div>d</div>e</span> f</p><div style="display: flex"><b>g</b><i>h <u>i</u></i></div>j</main>';
      const runs = window.lab.runsIn(document.body);
      const nodes = runs.flatMap((run) => run.nodes);
      return {
        twice: nodes.length - new Set(nodes).size,
        notServed: window.lab
          .nodesIn(document.body)
          .filter((node) => node instanceof Text && !nodes.includes(node)).length,
        otherText: runs.filter((run) => run.text !== run.nodes.map(({ data }) => data).join('')).length,
        otherBlock: runs.filter((run) =>
          run.nodes.some((node) => window.lab.blockOf(node, window.lab.liveLayout) !== run.block),
        ).length,
        outOfOrder: runs.filter(({ nodes: [first, ...rest] }) =>
          rest.some(
            (node) => (first?.compareDocumentPosition(node) ?? 0) !== Node.DOCUMENT_POSITION_FOLLOWING,
          ),
        ).length,
      };
    });
    expect(wrong).toEqual({ twice: 0, notServed: 0, otherText: 0, otherBlock: 0, outOfOrder: 0 });
  });

  test('a part of the document: blocks in it, and the block around it', async () => {
    const texts = await lab.run(() => {
      document.body.innerHTML = '<div>a <b id="part">b <i>c</i></b><p>d</p></div>';
      return window.lab.runsIn(document.querySelector('#part') ?? document.body).map(({ text }) => text);
    });
    expect(texts).toEqual(['a b c']);
  });

  test('what leaves the document between two steps is passed over', async () => {
    const texts = await lab.run(() => {
      document.body.innerHTML = '<p>a</p><p id="second">b</p><p>c</p>';
      const { blocksIn, liveLayout } = window.lab;
      const seen: string[] = [];
      for (const block of blocksIn(document.body, liveLayout)) {
        if (block) seen.push(block.textContent ?? '');
        document.querySelector('#second')?.remove();
      }
      return seen;
    });
    expect(texts).toEqual(['a', 'c']);
  });
});
