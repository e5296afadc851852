// What `npm run glossary` writes for people: the page of all entries, and the stub of a new one.
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { readGlossary } from '../../src/glossary/compile.ts';
import { stubOf } from '../../tools/glossary-new.ts';
import { glossaryPage } from '../../tools/glossary-page.ts';

const file = 'glossary/en/x.yaml';
const entry = (term: string, more: object) =>
  `- ${JSON.stringify({ term, kind: 'condition', short: 'One two three & "four" five six seven eight.', more: `${'word '.repeat(30)}end.`, ...more })}\n`;

test('the page holds all entries, escaped, with their links, forms and warnings', () => {
  const { entries } = readGlossary([
    {
      file,
      text:
        entry('alpha', { also: ['R&D "x"'], see: ['beta'] }) + entry('beta', { mixup: { alpha: 'a & b' } }),
    },
  ]);
  const warnings = [
    { file, line: 1, entry: 'alpha', reason: 'holds <b>' },
    { file: 'glossary/familiar.txt', line: 3, entry: 'hand', reason: 'is plain' },
  ];
  const html = glossaryPage(entries, warnings);
  const { document } = parseHTML(html);
  const alpha = document.querySelector('#alpha');
  expect(document.querySelectorAll('article')).toHaveLength(2);
  expect(alpha?.textContent).toContain('One two three & "four"');
  expect(alpha?.textContent).toContain('R&D "x"');
  expect(alpha?.querySelector('a')?.getAttribute('href')).toBe('#beta');
  expect(alpha?.querySelector('.warning')?.textContent).toBe('holds <b>');
  expect(document.querySelector('#beta .warning')).toBeNull();
  expect(document.querySelector('#beta')?.textContent).toContain('a & b');
  expect(document.querySelector('body > .warning, html > .warning, p.warning')?.textContent).toBe(
    'glossary/familiar.txt:3 hand: is plain',
  );
  expect(html).not.toMatch(/\bsrc=|<link|https?:/);
});

test('the stub of an entry is read and refused until it is written', () => {
  for (const term of ['x-ray: chest', "Paget's disease", '#5']) {
    const { entries, problems } = readGlossary([{ file, text: stubOf(term) }]);
    expect(entries).toEqual([]);
    expect(problems.map(({ reason }) => reason.replace(/ .*/, ''))).toEqual(
      expect.arrayContaining(['"kind"', '"short"', '"more"']),
    );
  }
});
