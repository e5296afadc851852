// The pages that Bedside's cost is measured on: made from the project's own passages, so long and so full of health words as wanted.
import { readGlossary } from '../../src/glossary/compile.ts';
import { corpusSources, type PassageKind, readPassages } from '../accuracy-corpus.ts';
import { readSources } from '../glossary-files.ts';

/** A page to be measured. */
export interface BenchPage {
  readonly name: string;
  readonly html: string;
  /** Whether it is so long that what takes minutes for it is left out, and that it is also measured when all of it was read. */
  readonly isLong: boolean;
  /** How long the page does something by itself after it has loaded, in ms. */
  readonly lasts: number;
}

const KB = 1024;

/** The paragraphs of all passages of some kinds. */
export function paragraphsOf(kinds: readonly PassageKind[]): string[] {
  const ids = new Set(readGlossary(readSources()).entries.map(({ id }) => id));
  return readPassages(corpusSources(), ids)
    .passages.filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ text }) => text.split(/\n\s*\n/))
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A page of so many bytes: paragraphs over and over, a heading before every fifth. */
function pageOf(paragraphs: readonly string[], bytes: number, script = ''): string {
  const parts: string[] = [];
  let length = 0;
  for (let i = 0; length < bytes; i++) {
    const heading = i % 5 === 0 ? `<h2>Part ${i / 5 + 1}</h2>` : '';
    const part = `${heading}<p>${escapeText(paragraphs[i % paragraphs.length] ?? '')}</p>\n`;
    parts.push(part);
    length += part.length;
  }
  return `<!doctype html><html lang="en"><title>Page</title><body>${parts.join('')}${script}</body></html>`;
}

/** How long the feed grows, in ms, and how many posts it gets a second. */
const FEED = { lasts: 5000, posts: 50 };

function feedOf(paragraphs: readonly string[]): string {
  const posts = paragraphs
    .slice(0, 40)
    .map((text) => `<article><h3>Post</h3><p>${escapeText(text)}</p><a href="#">Answer</a></article>`);
  const nodesInPost = 8;
  const start = Array.from({ length: 10_000 / nodesInPost }, (_, i) => posts[i % posts.length]).join('');
  return `<!doctype html><html lang="en"><title>Feed</title><body><main>${start}</main><script>
    const posts = ${JSON.stringify(posts)};
    let i = 0;
    addEventListener('load', () => {
      const timer = setInterval(() => document.querySelector('main').insertAdjacentHTML('beforeend', posts[i++ % posts.length]), ${1000 / FEED.posts});
      setTimeout(() => clearInterval(timer), ${FEED.lasts});
    });
  </script></body></html>`;
}

/**
 * All pages.
 * @param medical paragraphs about health, with words of the glossary that is measured
 */
export function benchPages(medical: readonly string[]): BenchPage[] {
  const other = paragraphsOf(['everyday']);
  const still = { isLong: false, lasts: 0 };
  return [
    { name: '30 KB article', html: pageOf(medical, 30 * KB), ...still },
    { name: '30 KB about other things', html: pageOf(other, 30 * KB), ...still },
    { name: '1 MB article', html: pageOf(medical, KB * KB), isLong: true, lasts: 0 },
    { name: '1 MB about other things', html: pageOf(other, KB * KB), isLong: true, lasts: 0 },
    {
      name: 'feed, 50 posts a second',
      html: feedOf([...other, ...medical]),
      isLong: false,
      lasts: FEED.lasts,
    },
  ];
}
