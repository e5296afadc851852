// What matching means, promise by promise: which entries find what in which text; and what must hold for any text.
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { formsOfAbbreviation, formsOfName } from '../../src/glossary/inflect.ts';
import { type Form, openIndex, packIndex } from '../../src/matching/index.ts';
import { findCandidates } from '../../src/matching/match.ts';
import { type Layout, runsOf } from '../../src/page/blocks.ts';

/** An entry is named by its term; one with two capitals or more is an abbreviation, as in the glossary. */
const formsOf = (term: string): Form[] =>
  /\p{Lu}.*\p{Lu}/u.test(term) && !term.includes(' ')
    ? formsOfAbbreviation(term).map((text) => ({ text, id: term, exact: text }))
    : formsOfName(term).map((text) => ({ text, id: term }));
const indexOf = (terms: readonly string[]) => openIndex(packIndex(terms.flatMap(formsOf)));

type Row = [name: string, entries: string[], text: string, matches: string[]];

const GROUPS: Readonly<Record<string, Row[]>> = {
  'the first place, and there the longest form': [
    [
      'the longest',
      ['bone marrow', 'bone marrow edema', 'edema'],
      'a bone marrow edema',
      ['bone marrow edema'],
    ],
    [
      'the first, though the second is longer',
      ['bone marrow', 'marrow edema syndrome'],
      'bone marrow edema syndrome',
      ['bone marrow'],
    ],
    ['as far as it goes', ['bone', 'bone marrow edema'], 'bone marrow biopsy', ['bone']],
    [
      'what follows a match starts anew',
      ['bone marrow', 'edema'],
      'bone marrow edema',
      ['bone marrow', 'edema'],
    ],
    ['one after the other', ['edema'], 'edema edema edema', ['edema', 'edema', 'edema']],
  ],
  'whole words, of letters and marks of any script': [
    ['not in a longer word', ['edema'], 'edematous preedema edema2', []],
    ['not beside other letters', ['edema'], 'яedema edemaя 字edema edema字 אedema', []],
    ['not before a mark that makes another letter of it', ['edema'], 'edemab\u0301', []],
    [
      'between any punctuation',
      ['edema'],
      '(edema) “edema” edema/edema edema—edema [edema]',
      Array(7).fill('edema'),
    ],
    [
      'without a space after a full stop',
      ['edema', 'osteoporosis'],
      'osteoporosis.Edema',
      ['osteoporosis', 'Edema'],
    ],
    ['its possessive is not part of it', ['tumor'], 'the tumor’s edge', ['tumor']],
  ],
  'forms that are made': [
    [
      'Latin and Greek plurals',
      ['metastasis', 'vertebra', 'bacterium', 'stoma'],
      'metastases vertebrae bacteria stomata',
      ['metastases', 'vertebrae', 'bacteria', 'stomata'],
    ],
    [
      'British spellings',
      ['edema', 'anemia', 'tumor'],
      'oedema anaemia tumours',
      ['oedema', 'anaemia', 'tumours'],
    ],
    [
      'names with and without their s',
      ["Crohn's disease"],
      "Crohn's disease Crohn’s disease Crohns disease Crohn disease",
      ["Crohn's disease", 'Crohn’s disease', 'Crohns disease', 'Crohn disease'],
    ],
    [
      'hyphen, space, nothing',
      ['x-ray'],
      'x-ray X ray xray X‐ray X‑ray X–ray',
      ['x-ray', 'X ray', 'xray', 'X‐ray', 'X‑ray', 'X–ray'],
    ],
    [
      'Greek letters and their names',
      ['beta-blocker'],
      'β-blocker β blocker beta-blocker Β-Blocker',
      ['β-blocker', 'β blocker', 'beta-blocker', 'Β-Blocker'],
    ],
    [
      'digits and signs',
      ['vitamin B12', 'COVID-19', 'CA-125', 'FEV1'],
      'vitamin B12, COVID-19, CA-125, CA 125, FEV1',
      ['vitamin B12', 'COVID-19', 'CA-125', 'CA 125', 'FEV1'],
    ],
  ],
  'what a reader does not see': [
    ['case', ['osteoporosis'], 'OSTEOPOROSIS OsteoPorosis', ['OSTEOPOROSIS', 'OsteoPorosis']],
    [
      'accents, composed, not composed, left out',
      ['Sjögren syndrome'],
      'Sjögren syndrome, Sjo\u0308gren syndrome, Sjogren syndrome',
      ['Sjögren syndrome', 'Sjo\u0308gren syndrome', 'Sjogren syndrome'],
    ],
    ['soft hyphens', ['osteoporosis'], 'os\u00adteo\u00adporosis', ['os\u00adteo\u00adporosis']],
    [
      'zero-width characters',
      ['edema'],
      'e\u200bde\u200dma e\ufeffdema',
      ['e\u200bde\u200dma', 'e\ufeffdema'],
    ],
    [
      'no-break spaces, thin spaces',
      ['bone marrow'],
      'bone\u00a0marrow bone\u202fmarrow bone\u2009marrow',
      ['bone\u00a0marrow', 'bone\u202fmarrow', 'bone\u2009marrow'],
    ],
    [
      'line breaks and indents inside a phrase',
      ['bone marrow edema'],
      'bone\n    marrow\r\n\tedema',
      ['bone\n    marrow\r\n\tedema'],
    ],
    ['ligatures', ['fluid', 'fiber'], 'ﬂuid ﬁber', ['ﬂuid', 'ﬁber']],
    ['letters from beyond the basic plane', ['edema'], '𝐞𝐝𝐞𝐦𝐚, 𝑒dema', ['𝐞𝐝𝐞𝐦𝐚', '𝑒dema']],
    [
      'right-to-left text and marks round it',
      ['edema'],
      'שלום edema \u200fedema\u200e مرحبا',
      ['edema', 'edema'],
    ],
    ['pictures', ['edema'], '🦴edema🦴 👩🏽‍⚕️ edema', ['edema', 'edema']],
  ],
  walls: [
    ['a comma, a full stop, a bracket', ['bone marrow'], 'bone, marrow bone. Marrow bone (marrow)', []],
    ['a dash between spaces', ['bone marrow'], 'bone - marrow bone – marrow bone — marrow', []],
    ['a picture', ['bone marrow'], 'bone 🦴 marrow', []],
  ],
  addresses: [
    [
      'web addresses',
      ['edema', 'tumor'],
      'https://edema.org/tumor?q=edema www.tumor.com tumor.co.uk/edema',
      [],
    ],
    ['e-mail addresses', ['edema', 'tumor'], 'tumor@edema.org', []],
    ['handles and tags', ['edema'], '@edema #edema (#edema)', []],
    ['file names', ['edema'], 'edema.pdf my-edema.docx edema.tar.zip', []],
    ['what stands beside one', ['edema'], 'edema (see https://x.org) edema', ['edema', 'edema']],
    ['a missing space is no address', ['edema'], 'It hurt.Edema came.Then edema went', ['Edema', 'edema']],
  ],
  'abbreviations by their letters': [
    ['case', ['AIDS'], 'He aids people with AIDS. Aids', ['AIDS']],
    ['plural and dots', ['MRI'], 'MRIs, M.R.I. and mris', ['MRIs', 'M.R.I']],
    [
      'kinds of hyphen are no letters',
      ['HLA-B27'],
      'HLA-B27 HLA‑B27 HLA B27 hla-b27',
      ['HLA-B27', 'HLA‑B27', 'HLA B27'],
    ],
    ['mixed case', ['HbA1c'], 'HbA1c HBA1C', ['HbA1c']],
  ],
  // One row for each fault that was once there, or that was planted and passed.
  regressions: [
    ['a longer form with other letters leaves the shorter one', ['bone', 'BONE-X'], 'bone-x', ['bone']],
    ['an end that is white space with a mark', ['edema'], 'edema \u0301x', ['edema']],
    ['a mark at the end belongs to it', ['edema'], 'edema\u0301 came', ['edema\u0301']],
    ['a soft hyphen at the end does not', ['edema'], 'edema\u00ad came', ['edema']],
    ['a hyphen at the end of a form is no space', ['alpha-'], 'alpha beta', []],
    ['lone halves of pairs', ['edema'], '\ud835edema\udc00 \udc00edema', ['edema', 'edema']],
    [
      'a character that reads as walls and letters',
      ['edema'],
      '⑴edema ℃ edema…edema',
      ['edema', 'edema', 'edema'],
    ],
    ['one that begins and ends with figures', ['edema'], '½edema edema½', []],
    [
      'the first word of a phrase in an address',
      ['bone marrow'],
      'x@bone.org marrow bone marrow',
      ['bone marrow'],
    ],
    ['a word that only the last letter parts from a form', ['edema', 'bone marrow'], 'edem bone marro', []],
  ],
};

describe.each(Object.entries(GROUPS))('%s', (_group, rows) => {
  test.each(rows)('%s', (_name, entries, text, matches) => {
    const found = findCandidates(indexOf(entries), text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(matches);
  });
});

describe('for any text', () => {
  const TERMS = [
    'bone marrow',
    'bone marrow edema',
    'edema',
    'MRI',
    'tumor',
    'x-ray',
    'Sjögren syndrome',
    'beta-blocker',
  ];
  const INDEX = indexOf(TERMS);
  const spoiled = fc.constantFrom(
    ...[
      '\u00ad',
      '\u200b',
      '\u200f',
      '\u0301',
      '\u0308',
      '\u00a0',
      '\ufb02',
      '🦴',
      '𝐞',
      '\ud835',
      'ש',
      'م',
      '½',
      '字',
    ],
    ...[' ', '\n', '-', '–', '.', '’', '/', '@', ',', 'a', '#', '.com'],
  );
  const pieces = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(...TERMS, ...TERMS.map((term) => term.normalize('NFD').toUpperCase())),
    },
    { weight: 4, arbitrary: spoiled },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  );
  /** Terms with all sorts of things round and in them. */
  const sample = fc.array(fc.tuple(pieces, fc.nat({ max: 20 })), { maxLength: 16 }).map((parts) =>
    parts.reduce((text, [piece, back]) => {
      const at = Math.max(0, text.length - (back < 14 ? 0 : back - 13));
      return text.slice(0, at) + piece + text.slice(at);
    }, ''),
  );
  const RUNS = { numRuns: 500 };
  /** What may stand in a word unseen. */
  const INVISIBLE = '[\\u00ad\\u200b-\\u200f\\u2060\\ufeff\\p{M}]*';

  /** The letters and digits of a text in small ASCII; told otherwise than the matcher tells it. */
  const lettersOf = (text: string): string =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll('β', 'beta')
      .replace(/[^a-z0-9]/g, '');
  const LETTERS = new Set(TERMS.flatMap(formsOf).map(({ text }) => lettersOf(text)));

  test('offsets slice out a form, from its first letter to its last, and lie in order, apart', () => {
    fc.assert(
      fc.property(sample, (text) => {
        let last = 0;
        for (const { start, end } of findCandidates(INDEX, text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(text.length);
          const found = text.slice(start, end);
          expect(LETTERS).toContain(lettersOf(found));
          expect(found).toMatch(/^[\p{L}\p{N}]/u);
          expect(found).toMatch(new RegExp(`[\\p{L}\\p{N}](?:${INVISIBLE}\\p{M})?$`, 'u'));
          last = end;
        }
      }),
      RUNS,
    );
  });

  test('no match begins or ends inside a word', () => {
    fc.assert(
      fc.property(sample, (text) => {
        for (const { start, end } of findCandidates(INDEX, text)) {
          expect(text.slice(0, start)).not.toMatch(new RegExp(`[a-z0-9]${INVISIBLE}$`, 'iu'));
          expect(text.slice(end)).not.toMatch(new RegExp(`^${INVISIBLE}[a-z0-9]`, 'iu'));
        }
      }),
      RUNS,
    );
  });

  test('an entry that shares no word with others changes none of their matches', () => {
    const stranger = fc.stringMatching(/^q[a-z]{2,6}z( q[a-z]{1,4}z)?$/);
    fc.assert(
      fc.property(sample, fc.array(stranger, { minLength: 1, maxLength: 6 }), (text, terms) => {
        const more = indexOf([...terms, ...TERMS]);
        const ours = findCandidates(more, `${text} ${terms.join(', ')}`).filter(
          ({ senses }) => !terms.includes(senses[0]?.id ?? ''),
        );
        expect(ours).toEqual(findCandidates(INDEX, `${text} ${terms.map(() => 'qzq').join(', ')}`));
      }),
      { numRuns: 200 },
    );
  });

  test('a text in one block and after it is searched as by itself', () => {
    fc.assert(
      fc.property(sample, sample, (text, other) => {
        const alone = findCandidates(INDEX, text);
        findCandidates(INDEX, other);
        expect(findCandidates(INDEX, text)).toEqual(alone);
      }),
      RUNS,
    );
  });

  describe('in elements', () => {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    const layout: Layout = {
      display: (element) => (element.localName === 'p' ? 'block' : 'inline'),
      visible: () => true,
      keepsTogether: () => true,
      shadow: () => null,
    };
    /** A paragraph with the text cut at some places, every other piece in inline elements. */
    const paragraph = (text: string, cuts: readonly number[], tags: readonly string[]): Element => {
      const p = document.createElement('p');
      const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
      [0, ...places].forEach((from, i) => {
        const piece = document.createTextNode(text.slice(from, places[i] ?? text.length));
        const parent = i % 2 === 0 ? p : document.createElement(tags[i % tags.length] ?? 'b');
        parent.append(piece);
        if (parent !== p) p.append(parent);
      });
      return p;
    };
    const foundIn = (p: Element): string[] =>
      runsOf(p, layout).flatMap(({ text }) =>
        findCandidates(INDEX, text).map(({ start, end }) => `${start}-${end} ${text.slice(start, end)}`),
      );

    test('inline ones make no difference, wherever they stand', () => {
      const cuts = fc.array(fc.nat({ max: 60 }), { maxLength: 8 });
      const tags = fc.array(fc.constantFrom('b', 'em', 'a', 'span', 'sup', 'mark'), {
        minLength: 1,
        maxLength: 4,
      });
      fc.assert(
        fc.property(sample, cuts, tags, (text, places, names) => {
          expect(foundIn(paragraph(text, places, names))).toEqual(foundIn(paragraph(text, [], names)));
        }),
        { numRuns: 300 },
      );
    });

    test.each<[html: string, matches: string[]]>([
      ['bone <b>marrow</b> edema', ['bone marrow edema']],
      ['b<i>one m</i>arrow', ['bone marrow']],
      ['bone<br>marrow', []],
      ['bone <code>x</code> marrow', []],
      ['bone <img> marrow', []],
      ['bone <p>marrow</p>', []],
    ])('%s', (html, matches) => {
      const p = document.createElement('p');
      p.innerHTML = html;
      expect(foundIn(p).map((found) => found.replace(/^\S+ /, ''))).toEqual(matches);
    });
  });
});
