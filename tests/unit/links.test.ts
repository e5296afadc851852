// Words in explanations that lead to their own: where they stand in the text, and that none is a guess.
import { describe, expect, test } from 'vitest';
import { compileIndex, compileShards, readGlossary } from '../../src/glossary/compile.ts';
import { linksIn } from '../../src/glossary/links.ts';
import { openIndex } from '../../src/matching/index.ts';
import { readSources } from '../../tools/glossary-files.ts';

const MORE =
  'more: It is a text of no less than thirty words, for that is what every entry of the glossary has to have in this place, whatever else is said or is not said of it here.';
const SHORT = 'short: This is what the word means in eight words.';
const entry = (term: string, more = ''): string =>
  `- term: ${term}\n  kind: condition\n  ${SHORT}\n  ${MORE}\n${more}`;
const YAML = [
  entry('edema'),
  entry('bone marrow'),
  entry('bone'),
  entry('discharge', '  sense: from a wound\n  ambiguous: { discharge: { cues: [wound] } }\n'),
  entry('discharge', '  sense: from hospital\n  ambiguous: { discharge: { cues: [hospital] } }\n'),
  entry('shock', '  ambiguous: { shock: { cues: [blood] } }\n'),
  entry('multiple sclerosis', '  abbreviations: [MS]\n'),
  entry('quiet word', '  quiet: true\n'),
].join('');
const { entries, problems } = readGlossary([{ file: 'a.yaml', text: YAML }]);
const index = openIndex(compileIndex(entries));

describe('links in a text', () => {
  test('the glossary of this test is whole', () => expect(problems).toEqual([]));

  test.each<[text: string, links: string[]]>([
    ['Nothing here.', []],
    ['Fluid in the bone marrow, an edema.', ['bone marrow>bone-marrow', 'edema>edema']],
    ['Bones and a bone are bones.', ['Bones>bone']],
    ['A discharge has two senses, so it leads nowhere.', []],
    ['Shock needs company, whatever stands round it: blood.', []],
    ['MS is multiple sclerosis.', ['MS>multiple-sclerosis']],
    ['ms is not.', []],
    ['A quiet word is marked nowhere.', []],
  ])('%s', (text, expected) => {
    const [links = []] = linksIn(index, 'another', [text]);
    expect(links.map(([start, end, id]) => `${text.slice(start, end)}>${id}`)).toEqual(expected);
  });

  test('never to the entry itself, and to each other entry once, where it is met first', () => {
    const texts = ['An edema of the bone.', 'The bone has a bone marrow.', 'Edema, bone marrow.'];
    const links = linksIn(index, 'edema', texts);
    expect(links.map((list) => list.map(([, , id]) => id))).toEqual([['bone'], ['bone-marrow'], []]);
  });
});

describe('the glossary', () => {
  const all = readGlossary(readSources()).entries;
  const explanations = compileShards(all).flatMap((shard) => Object.values(shard));

  test('every link leads to an entry, in the order of the text and never over another', () => {
    const ids = new Set(all.map(({ id }) => id));
    const wrong = explanations.flatMap(({ id, short, more, links }) =>
      (
        [
          [short, links.short],
          [more, links.more],
        ] as const
      ).flatMap(([text, list]) =>
        list.flatMap(([start, end, to], i) => {
          const after = list[i - 1]?.[1] ?? 0;
          const isWhole = start >= after && end > start && end <= text.length;
          return isWhole && to !== id && ids.has(to) ? [] : [`${id}: ${text.slice(start, end)} > ${to}`];
        }),
      ),
    );
    expect(wrong).toEqual([]);
    const count = explanations.reduce((sum, { links }) => sum + links.short.length + links.more.length, 0);
    expect(count).toBeGreaterThan(all.length);
  });
});
