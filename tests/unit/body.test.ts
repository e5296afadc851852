// Word parts and places in the body: how their files are checked, what a card is told of them, and how small the drawings are.
import { describe, expect, test } from 'vitest';
import { compileShards, describeProblem, readGlossary } from '../../src/glossary/compile.ts';
import { createDrawings, type Drawing, FIGURES } from '../../src/glossary/drawings.ts';
import { readPlaces, whereOf } from '../../src/glossary/places.ts';
import { readParts, shownParts } from '../../src/glossary/word-parts.ts';
import { compileDrawings } from '../../tools/drawings/drawings.ts';
import { boxOf, ellipse, pathOf, type Ring, simplified } from '../../tools/drawings/geometry.ts';
import { matrixOf, ringsOfPath } from '../../tools/drawings/svg-shapes.ts';
import { readDrawing, readShared, readSources } from '../../tools/glossary-files.ts';

const table = (text: string) => ({ file: 'glossary/x.yaml', text });

const { entries } = readGlossary(readSources());

describe('the glossary of today', () => {
  const shared = readShared();
  const drawings = compileDrawings(shared.places, readDrawing);

  test('has no fault in parts and places', () => {
    expect(shared.problems.map(describeProblem)).toEqual([]);
    expect(shared.parts.size).toBeGreaterThan(150);
    expect(shared.places.size).toBeGreaterThan(100);
  });

  test('names only parts and places that there are, and has no part or place that nobody names', () => {
    const named = { parts: new Set(entries.flatMap(({ parts }) => parts)), places: new Set<string>() };
    for (const { where } of entries) if (where !== undefined) named.places.add(where);
    expect([...shared.parts.keys()].sort()).toEqual([...named.parts].sort());
    expect([...shared.places.keys()].sort()).toEqual([...named.places].sort());
  });

  test('has parts in its words as they are written there', () => {
    const amiss = entries.flatMap(({ id, term, parts }) => {
      const word = term.toLowerCase().replace(/[^a-z]/g, '');
      return shownParts(term, parts, shared.parts)
        .filter(({ form }) => !word.includes(form.replaceAll('-', '')))
        .map(({ form }) => `${id}: ${form}`);
    });
    expect(amiss).toEqual([]);
  });

  test('gives each place an outline and something that is filled in, in under 40 KB a drawing', () => {
    for (const figure of FIGURES) {
      const { outline, places } = drawings[figure];
      expect(outline.length).toBeGreaterThan(1000);
      for (const [id, { organ = '', area = '', view }] of Object.entries(places)) {
        expect([id, `${organ}${area}`]).toEqual([id, expect.stringMatching(/^M-?\d+[- ]-?\d+l[-\d ]+z/)]);
        expect([id, view]).toEqual([id, expect.stringMatching(/^-?\d+ -?\d+ \d+ \d+$/)]);
      }
      expect(JSON.stringify(drawings[figure]).length).toBeLessThan(40_000);
    }
    expect(JSON.stringify(drawings).length).toBeLessThan(100_000);
  });

  test.each([
    // On the reader's own right is on the left of the picture.
    ['appendix', 'left', 'low'],
    ['liver', 'left', 'high'],
    ['spleen', 'right', 'high'],
    ['stomach', 'right', 'high'],
    ['lower-left-colon', 'right', 'low'],
  ])('%s is on the %s of the picture, %s in the trunk', (place, side, height) => {
    const { places } = drawings.body;
    const { organ, area } = places[place] ?? {};
    const [, x, y] = /^M(-?\d+)[ ]?(-?\d+)/.exec(organ ?? area ?? '') ?? [];
    expect(Number(x) < 527 ? 'left' : 'right').toBe(side);
    expect(Number(y) < 750 ? 'high' : 'low').toBe(height);
  });
});

describe('a file of parts', () => {
  test.each([
    ['no map', '- a', 'must be a map by id'],
    ['an id that is none', 'Osteo: {forms: [osteo-], means: bone}', 'must be an id such as bone-marrow'],
    ['a form with a capital', 'oste: {forms: [Osteo-], means: bone}', 'must be small letters'],
    ['no form', 'oste: {forms: [], means: bone}', 'must name at least one form'],
    [
      'too many words',
      'oste: {forms: [osteo-], means: the hard stuff of bones}',
      'must have 4 words at most',
    ],
    ['markup', 'oste: {forms: [osteo-], means: <b>bone</b>}', 'must be plain text'],
    ['a field that is none', 'oste: {forms: [osteo-], means: bone, from: Greek}', '"from"'],
  ])('%s', (_what, text, reason) => {
    const { problems } = readParts(table(`# A comment\n${text}`));
    expect(problems.map(describeProblem).join()).toMatch(/^glossary\/x\.yaml:\d+ /);
    expect(problems.map((problem) => problem.reason).join()).toContain(reason);
  });
});

describe('the forms that chips show', () => {
  const { rows } = readParts(
    table(`
oste: {forms: [osteo-, oste-], means: bone}
arthr: {forms: [arthro-, arthr-], means: joint}
itis: {forms: [-itis], means: inflammation}
osis: {forms: [-osis], means: condition}
thromb: {forms: [thrombo-, thromb-], means: clot}
cyt: {forms: [cyto-, -cyte, cyt-], means: cell}
penia: {forms: [-penia, -penic], means: too few}
oid: {forms: [-oid], means: like}
aden: {forms: [adeno-, aden-], means: gland}
an: {forms: [an-, a-], means: without}
pnea: {forms: [-pnea], means: breathing}
anti: {forms: [anti-, ant-], means: against}
derm: {forms: [dermato-, derm-, -derma], means: skin}
`),
  );
  test.each([
    ['osteoarthritis', 'oste arthr itis', 'osteo- arthr- -itis'],
    ['thrombosis', 'thromb osis', 'thromb- -osis'],
    ['thrombocytopenic purpura', 'thromb cyt penia', 'thrombo- cyto- -penic'],
    ['adenoids', 'aden oid', 'aden- -oid'],
    ['sleep apnea', 'an pnea', 'a- -pnea'],
    ['anti-inflammatory', 'anti', 'anti-'],
    ['transdermal patch', 'derm', 'derm-'],
    ['osteoarthritis', 'gone itis', '-itis'],
  ])('%s', (term, ids, forms) => {
    expect(
      shownParts(term, ids.split(' '), rows)
        .map(({ form }) => form)
        .join(' '),
    ).toBe(forms);
  });
});

describe('a file of places', () => {
  test.each([
    ['nothing to fill in', 'knee: {at: Knees}', 'needs "shapes" or "areas"'],
    [
      'a figure that is none',
      'knee: {at: Knees, figure: child, areas: [[1, 2, 3, 4]]}',
      'must be one of body',
    ],
    ['an area with too few numbers', 'knee: {at: Knees, areas: [[1, 2, 3]]}', 'must be four numbers or five'],
    ['no words', 'knee: {areas: [[1, 2, 3, 4]]}', 'at'],
  ])('%s', (_what, text, reason) => {
    expect(
      readPlaces(table(text))
        .problems.map((problem) => problem.reason)
        .join(),
    ).toContain(reason);
  });

  test.each([
    ['body', 'no-such-shape', 'The drawing has no shape "no-such-shape".'],
    ['brain', 'UBERON_0002421, view: legs', 'It has no such view as "legs".'],
    ['brain', 'UBERON_0002421, view: brain-above', 'Nothing of it is seen in its view.'],
  ])('of the drawing "%s", %s, stops the build', (figure, rest, reason) => {
    const [shape, ...more] = rest.split(', ');
    const fields = [`at: There, figure: ${figure}, shapes: [${shape}]`, ...more].join(', ');
    const { rows } = readPlaces(table(`there: {${fields}}`));
    expect(() => compileDrawings(rows, readDrawing)).toThrow(`glossary/places.yaml there: ${reason}`);
  });

  test('a side is told where the words name one, and only there', () => {
    const { rows } = readPlaces(
      table(
        'a: {at: Lower right of the belly, areas: [[1, 1, 1, 1]]}\nb: {at: Brightly lit, areas: [[1, 1, 1, 1]]}',
      ),
    );
    expect([...rows].map(([id, place]) => whereOf(id, place))).toEqual([
      { place: 'a', figure: 'body', at: 'Lower right of the belly', sided: true },
      { place: 'b', figure: 'body', at: 'Brightly lit' },
    ]);
  });
});

test('an explanation holds what its parts and its place are called, and nothing where it has none', () => {
  const two = entries.filter(({ id }) => id === 'appendicitis' || id === 'diabetes');
  const shards = Object.assign({}, ...compileShards(two, readShared()));
  expect(shards.appendicitis).toMatchObject({
    parts: [
      { form: 'appendic-', means: 'appendix' },
      { form: '-itis', means: 'inflammation' },
    ],
    where: { place: 'appendix', figure: 'body', at: 'Lower right of the belly', sided: true },
  });
  expect(shards.diabetes).not.toHaveProperty('where');
  expect(shards.diabetes).not.toHaveProperty('parts');
});

describe('rings', () => {
  const square: Ring = [
    [0, 0],
    [5, 0.01],
    [10, 0],
    [10, 10],
    [0, 10],
  ];

  test('lose the points that are not seen, and only those', () => {
    expect(simplified(square, 0.1)).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ]);
    expect(simplified(square, 0.001)).toHaveLength(5);
    expect(simplified(ellipse(0, 0, 0.01, 0.01), 0.1)).toEqual([]);
  });

  test('are written by the way from point to point', () => {
    expect(pathOf([square])).toBe('M0 0l50 0 50 0 0 100-100 0z');
  });

  test('are read from paths as drawn, curves by points on them', () => {
    expect(ringsOfPath('M 0,0 L 10,0 10,10 Z M 1,1 L 2,1 1e0,2 Z')).toEqual([
      [
        [0, 0],
        [10, 0],
        [10, 10],
      ],
      [
        [1, 1],
        [2, 1],
        [1, 2],
      ],
    ]);
    const { x, width } = boxOf(ringsOfPath('M 0,0 C 0,10 10,10 10,0'));
    expect([x, width]).toEqual([0, 10]);
    expect(() => ringsOfPath('M 0,0 A 1,1 0 0 1 2,2')).toThrow('"A"');
    expect(() => matrixOf('rotate(3)')).toThrow('rotate');
  });
});

test('a drawing is asked for once, and again after a failure', async () => {
  const drawing: Drawing = { outline: 'M0 0z', places: {} };
  let asked = 0;
  const load = createDrawings(() =>
    ++asked === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(drawing),
  );
  await expect(load('body')).rejects.toThrow('gone');
  await expect(load('body')).resolves.toBe(drawing);
  await load('body');
  expect(asked).toBe(2);
});
