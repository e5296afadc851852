// The packed index and its parts: what is packed is found again and nothing else, the same input gives the same bytes, and there are few of them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileIndex, surfaceForms } from '../../src/glossary/compile.ts';
import { type CodedForm, NO_FORM, NO_WAY, packAutomaton, Walk } from '../../src/matching/automaton.ts';
import { ByteWriter, read16, read24 } from '../../src/matching/bytes.ts';
import { Beginnings, BloomFilter, packBeginnings } from '../../src/matching/filter.ts';
import { type Form, openIndex, packIndex, type Sense } from '../../src/matching/index.ts';
import { findCandidates } from '../../src/matching/match.ts';
import { readText } from '../../src/matching/text.ts';
import { packTexts, textAt } from '../../src/matching/texts.ts';
import { hashesOf, wordsIn } from '../../src/matching/words.ts';
import { LARGE, syntheticEntries } from '../bench/synthetic-glossary.ts';

const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

describe('numbers', () => {
  test('are read as they were written', () => {
    const writer = new ByteWriter();
    writer.put(0xabcd, 2);
    writer.put(0x123456, 3);
    const bytes = writer.done();
    expect([read16(bytes, 0), read24(bytes, 2)]).toEqual([0xabcd, 0x123456]);
  });

  test('too large for their place are refused', () => {
    const writer = new ByteWriter();
    expect(() => writer.put(0x10000, 2)).toThrow(RangeError);
    expect(() => writer.put(-1)).toThrow(RangeError);
  });
});

describe('texts', () => {
  test('any list comes back, any one of it alone', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 60 }), (list) => {
        const sorted = list.filter((one) => one.isWellFormed()).sort(byUnits);
        const packed = packTexts(sorted);
        expect(sorted.map((_, place) => textAt(packed, place))).toEqual(sorted);
      }),
    );
  });

  test('one of more than 255 bytes is refused', () => {
    expect(() => packTexts(['x'.repeat(256)])).toThrow(RangeError);
  });
});

describe('the filter', () => {
  const BITS = 6;
  const hash = fc.nat({ max: 2 ** 25 - 1 });

  test('lets every packed word pass and most others not', () => {
    fc.assert(
      fc.property(fc.uniqueArray(hash, { minLength: 1, maxLength: 300 }), (hashes) => {
        const filter = new BloomFilter(BloomFilter.pack(new Set(hashes), BITS));
        for (const one of hashes) expect(filter.mayHold(one)).toBe(true);
        const passed = Array.from({ length: 4096 }, (_, i) => i * 8191).filter((one) => filter.mayHold(one));
        expect(passed.length).toBeLessThan(4096 / 4);
      }),
    );
  });

  test('of nothing lets nothing pass', () => {
    const filter = new BloomFilter(BloomFilter.pack(new Set(), BITS));
    expect([0, 1, 12345].filter((one) => filter.mayHold(one))).toEqual([]);
  });

  test('of beginnings goes by two words and by capital letters', () => {
    const form = (text: string, wantsCapital = false) => ({
      hashes: hashesOf(String.fromCharCode(...readText(text).codes)),
      wantsCapital,
    });
    const beginnings = new Beginnings(
      ...packBeginnings([form('back pain'), form('ALL', true), form('on-call rota'), form('edema')]),
    );
    const starts = (text: string): string[] => {
      const words = wordsIn(text);
      const found: string[] = [];
      for (let i = beginnings.next(words, 0); i >= 0; i = beginnings.next(words, i + 1))
        found.push(words.word(i));
      return found;
    };
    expect(starts('the back of all that is on the call')).toEqual([]);
    expect(starts('back pain, ALL, All, on call and Edema')).toEqual(['back', 'all', 'all', 'on', 'edema']);
    // What reads as several letters may be anything.
    expect(starts('back \u03b2eta, \u03b2')).toEqual(['back', '\u03b2eta', '\u03b2']);
  });
});

describe('the automaton', () => {
  const walkTo = (walk: Walk, codes: string): number => {
    walk.begin();
    let record: number = NO_FORM;
    for (const code of codes) {
      record = walk.step(code.charCodeAt(0));
      if (record === NO_WAY) return NO_FORM;
    }
    return record;
  };
  // Few codes, so that beginnings and ends are shared; many, so that nodes are wide.
  const code = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 62 }));
  const codes = fc.array(code, { minLength: 1, maxLength: 9 }).map((list) => String.fromCharCode(...list));
  const forms = fc.uniqueArray(
    fc.record({ codes, record: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 0xffff })) }),
    { selector: (form) => form.codes, maxLength: 200 },
  );
  const packed = (list: readonly CodedForm[]): Walk =>
    new Walk(packAutomaton(list.toSorted((a, b) => byUnits(a.codes, b.codes))));

  test('every form leads to its record, everything else to none', () => {
    fc.assert(
      fc.property(forms, fc.array(codes), (list, others) => {
        const walk = packed(list);
        const records = new Map(list.map((form) => [form.codes, form.record]));
        const beginnings = list.map((form) => form.codes.slice(0, -1));
        for (const asked of [...records.keys(), ...others, ...beginnings])
          expect(walkTo(walk, asked)).toBe(records.get(asked) ?? -1);
      }),
    );
  });

  test('a node with every code there is, and targets far away', () => {
    const list = Array.from({ length: 62 * 62 * 20 }, (_, i): CodedForm => {
      const [a, b, c] = [i % 62, Math.floor(i / 62) % 62, Math.floor(i / 3844)];
      return { codes: String.fromCharCode(a + 1, b + 1, c + 1, ((a * b * c) % 62) + 1), record: i % 65536 };
    });
    list.push({ codes: '\x01', record: 7 }, { codes: '\x02\x02', record: 8 });
    const walk = packed(list);
    expect(list.filter((form) => walkTo(walk, form.codes) !== form.record)).toEqual([]);
  });

  test('ends that are alike are stored once', () => {
    const stems = Array.from({ length: 26 }, (_, i) => String.fromCharCode(2 + i));
    const sizeWith = (ending: string): number =>
      packAutomaton(stems.map((stem, record) => ({ codes: stem + ending, record }))).length;
    expect(sizeWith('\x02\x03\x04\x05\x06\x07\x08\x09') - sizeWith('\x02\x03\x04\x05')).toBe(4);
  });
});

describe('the index', () => {
  const sense: fc.Arbitrary<Omit<Form, 'text'>> = fc
    .record(
      {
        id: fc.constantFrom('alpha', 'beta-second', 'gamma'),
        clinical: fc.constant(true as const),
        exact: fc.constantFrom('MS', 'ms', 'Ms'),
        company: fc.constantFrom(
          { cues: ['nerve'], related: [] },
          { cues: ['mitral', 'valve'], related: ['beta'] },
        ),
      },
      { requiredKeys: ['id'] },
    )
    .map(({ company, ...rest }) => ({ ...rest, ...company }));

  test('gives back every sense of a form as it was, in order', () => {
    fc.assert(
      fc.property(fc.array(sense, { minLength: 1, maxLength: 5 }), (senses) => {
        const index = openIndex(packIndex(senses.map((one) => ({ text: 'ms', ...one }))));
        const distinct = [
          ...new Map(senses.map((one) => [JSON.stringify(Object.entries(one).sort()), one])).values(),
        ];
        const wanted = (letters: string): Sense[] =>
          distinct.filter(({ exact }) => exact === undefined || exact === letters);
        for (const letters of ['MS', 'ms', 'Ms', 'mS'])
          expect(findCandidates(index, letters).flatMap((found) => found.senses)).toEqual(wanted(letters));
      }),
    );
  });

  test('damaged bytes are refused', () => {
    const bytes = packIndex([{ text: 'edema', id: 'edema' }]);
    expect(() => openIndex(bytes.subarray(0, -1))).toThrow('wrong length');
    expect(() => openIndex(bytes.with(0, 0))).toThrow('wrong first bytes');
    expect(() => openIndex(bytes.subarray(0, 3))).toThrow('wrong first bytes');
  });

  test('lies anywhere in its buffer', () => {
    const bytes = packIndex([{ text: 'edema', id: 'edema' }]);
    const moved = new Uint8Array(bytes.length + 3);
    moved.set(bytes, 3);
    expect(findCandidates(openIndex(moved.subarray(3)), 'an edema')).toHaveLength(1);
  });

  test('of nothing finds nothing', () => {
    expect(findCandidates(openIndex(packIndex([])), 'an edema')).toEqual([]);
  });

  test('the same entries give the same bytes', () => {
    const [once, again] = [1, 2].map(() => compileIndex(syntheticEntries(500)));
    expect(once).toEqual(again);
  });

  test('10,000 entries have few bytes a form', { timeout: 60_000 }, () => {
    const entries = syntheticEntries(LARGE);
    const forms = entries.reduce((sum, entry) => sum + surfaceForms(entry).length, 0);
    expect(forms).toBeGreaterThan(60_000);
    expect(compileIndex(entries).length / forms).toBeLessThan(11);
  });
});
