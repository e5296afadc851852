// What is answered to a selected text, with the glossary as it is.
import { describe, expect, test } from 'vitest';
import { type Answer, answerTo } from '../../src/glossary/answer.ts';
import { readGlossary } from '../../src/glossary/compile.ts';
import type { Find } from '../../src/glossary/finder.ts';
import { compileNames, type NamedEntry } from '../../src/glossary/names.ts';
import { createSearch } from '../../src/glossary/search.ts';
import { readSources } from '../../tools/glossary-files.ts';

const names: readonly NamedEntry[] = compileNames(readGlossary(readSources()).entries);
const search = createSearch(names);
const find: Find = async (query) => search(query, 8).map((match) => ({ ...match, short: '' }));

const found = (...ids: readonly string[]): Answer => ({ kind: 'found', ids });
const guess = (text: string, id: string): Answer => ({ kind: 'found', ids: [id], guess: text });
const unclear: Answer = { kind: 'unclear' };

describe('the answer to a selected text', () => {
  test.each<[selected: string, answer: Answer]>([
    ['osteoporosis', found('osteoporosis')],
    ['Osteoporosis,', found('osteoporosis')],
    ['  “osteoporosis”.\n', found('osteoporosis')],
    ['bone\u00a0marrow\nedema', found('bone-marrow-edema')],
    ['osteo\u00adporosis', found('osteoporosis')],
    ['oesophagus', found('esophagus')],
    ['biopsies', found('biopsy')],
    ['HbA1c', found('hemoglobin-a1c')],
    ['severe bone marrow edema', found('bone-marrow-edema')],
    [
      'The doctor said that there was some bone marrow edema, and that it might go away by itself in time.',
      found('bone-marrow-edema'),
    ],
    ['osteoperosis', guess('osteoperosis', 'osteoporosis')],
    ['byopsy', guess('byopsy', 'biopsy')],
    ['osteopor', guess('osteopor', 'osteoporosis')],
    ['qwertzuiop', { kind: 'unknown', text: 'qwertzuiop' }],
    ['“qwertzuiop”!', { kind: 'unknown', text: 'qwertzuiop' }],
    ['zz', { kind: 'unknown', text: 'zz' }],
    ['', unclear],
    [' … – ', unclear],
    ['We went to the river on that day and folded a boat that carried us far', unclear],
    ['zq '.repeat(60), unclear],
  ])('%j', async (selected, answer) => {
    expect(await answerTo(selected, find)).toEqual(answer);
  });

  test('all senses of one name', async () => {
    const answer = await answerTo('discharge', find);
    expect(answer.kind === 'found' && answer.ids.length).toBeGreaterThan(1);
    expect(answer).toMatchObject({ kind: 'found', ids: expect.arrayContaining(['discharge-from-hospital']) });
  });

  test('a glossary that cannot be read is no answer', async () => {
    await expect(answerTo('edema', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});
