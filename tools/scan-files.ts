// Cuts files into blocks for scanning: plain text by its blank lines, HTML as a page is read.
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import { blocksIn, inEnglish, type Layout, runsOf } from '../src/page/blocks.ts';
import { PARTS } from '../src/page/parts.ts';
import { elementOf } from '../src/page/roots.ts';
import { STARTS } from '../src/page/sections.ts';
import type { TextBlock } from './scan-blocks.ts';

/** Blocks of plain text: a blank line ends one; a line that stands alone and does not end in punctuation starts a section. */
export function blocksOfText(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let section = 0;
  for (const { index, 0: found } of text.matchAll(/(?:(?!\r?\n[^\S\n]*\r?\n)[\s\S])+/g)) {
    const lead = found.length - found.trimStart().length;
    const block = found.trim();
    if (block === '') continue;
    if (!block.includes('\n') && !/\p{P}$/u.test(block)) section++;
    blocks.push({ start: index + lead, text: block, section, english: true });
  }
  return blocks;
}

const INLINE = new Set(
  'a abbr acronym b bdi bdo big br cite data del dfn em font i img ins label mark nobr q ruby s small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const HIDDEN = new Set('script style noscript template head title datalist dialog'.split(' '));

/** What a browser's own style sheet and inline styles say; style sheets of the page are not read. */
const tagLayout: Layout = {
  display(element) {
    const style = element.getAttribute('style') ?? '';
    if (HIDDEN.has(element.localName) || element.hasAttribute('hidden') || /display\s*:\s*none/i.test(style))
      return 'none';
    const inlineStyle = /display\s*:\s*([a-z-]+)/i.exec(style)?.[1];
    return (
      inlineStyle ?? (INLINE.has(element.localName) || element.localName.includes('-') ? 'inline' : 'block')
    );
  },
  visible(element) {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (this.display(at) === 'none' || /visibility\s*:\s*hidden/i.test(at.getAttribute('style') ?? ''))
        return false;
    return true;
  },
  keepsTogether: (place) => !/flex|grid/.test(tagLayout.display(place as Element)),
  shadow: () => null,
};

/** The text of an HTML page as it is read, block after block with a blank line between, and its blocks. */
export function blocksOfHtml(html: string): { text: string; blocks: TextBlock[] } {
  // parse5 reads markup as browsers do (missing tags, wrong nesting); linkedom gives its well-formed result a DOM.
  const { document } = parseHTML(serialize(parse(html)));
  const blocks: TextBlock[] = [];
  let text = '';
  let section = 0;
  let last: Element | null = null;
  const parts = new Map<Element, number>();
  for (const place of blocksIn(document.body, tagLayout)) {
    if (!place) continue;
    const block = elementOf(place);
    const around = block.closest(PARTS);
    if (around !== last || block.matches(STARTS)) section++;
    last = around;
    if (around && !parts.has(around)) parts.set(around, parts.size);
    const part = around ? parts.get(around) : undefined;
    const english = inEnglish(block);
    for (const run of runsOf(block, tagLayout)) {
      if (text !== '') text += '\n\n';
      blocks.push({
        start: text.length,
        text: run.text,
        section,
        english,
        ...(part !== undefined && { part }),
      });
      text += run.text;
    }
  }
  return { text, blocks };
}
