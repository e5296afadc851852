// The packed index of all forms: built once by the compiler, read by the content script as it lies, without parsing.
//
// A form leads to a record, and the record to what it stands for. Most words of most pages meet only the filters, most others only the automaton; the
// rest is read record by record as forms are met, so a page without health words pays for no sense and no id.
//
// Layout, little-endian: a magic number, the lengths of the seven parts, then the parts.
//   first words, beginnings
//               how forms begin (filter.ts)
//   automaton   forms to records (automaton.ts)
//   plain       senses without cues and exact letters, which most forms have: [id 2, flags 1]. These are the first records.
//   rows        the other senses: [id 2, flags 1, exact letters 2, company 3]. The further records are the rows where a list of senses starts, likelier first;
//               the last row of a list has the flag LAST.
//   companies   lists of cue words and of the ids of related entries: [how many 1, each 2] twice
//   texts       ids, cue words and exact letters, named above by their places (texts.ts)
import { type CodedForm, packAutomaton, Walk } from './automaton.ts';
import { ByteWriter, read16, read24 } from './bytes.ts';
import { Beginnings, packBeginnings } from './filter.ts';
import { readText } from './text.ts';
import { packTexts, textAt } from './texts.ts';
import { hashesOf } from './words.ts';

const MAGIC = 0xbed51de3;
const PARTS = 7;
const HEAD_BYTES = 4 * (1 + PARTS);
const PLAIN_BYTES = 3;
const ROW_BYTES = 8;

const CLINICAL = 1;
const HAS_EXACT = 2;
const HAS_COMPANY = 4;
const LAST = 8;
const MAY_BE_SMALL = 16;
const NEEDS_CUE = 32;
const NOT = 64;
const COMMON = 128;

/** What one form stands for in one entry. */
export interface Sense {
  readonly id: string;
  /** The form is a phrase that holds a form of the entry and means something else, such as "cell phone". */
  readonly not?: true | undefined;
  /** Lower-case words that stand near the form when it has this sense; absent where the form has no other (`isAmbiguous`). */
  readonly cues?: readonly string[];
  /** Ids of the entry's related entries: their company speaks for this sense too. */
  readonly related?: readonly string[];
  /** The form is so common a word, or in other health texts so often something else, that company alone says nothing of it. */
  readonly needsCue?: true | undefined;
  /** The exact letters asked for, where case matters. */
  readonly exact?: string | undefined;
  /** Those letters may also stand in small, in a text that is written so and in medical company. */
  readonly small?: true | undefined;
  /** Whether the entry names something only health texts speak of: a condition, a treatment, a medicine... The gate counts these. */
  readonly clinical?: true | undefined;
  /** The form is a word of everyday English, or another form of an entry that is named by one: readers who ask for the harder words alone know it. */
  readonly common?: true | undefined;
}

/** Whether a form has other senses, so that its company has to decide on this one. Costs less than to look at the cues. */
export const isAmbiguous = (sense: Sense): boolean => 'cues' in sense;

/** A form to be packed. Forms that read alike are merged, their senses kept in order. */
export interface Form extends Sense {
  readonly text: string;
}

const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Packs forms into an index. The same forms in the same order give the same bytes. Throws a RangeError where they are too many for the layout. */
export function packIndex(forms: readonly Form[]): Uint8Array {
  const texts = [
    ...new Set(
      forms.flatMap(({ id, exact = id, cues = [], related = [] }) => [id, exact, ...cues, ...related]),
    ),
  ].sort(byUnits);
  const places = new Map(texts.map((text, place) => [text, place]));
  const placeOf = (text: string): number => places.get(text) ?? 0;

  const companies = new ByteWriter();
  const companyPlaces = new Map<string, number>();
  const putCompany = (cues: readonly string[], related: readonly string[]): number => {
    const key = JSON.stringify([cues, related]);
    const at = companyPlaces.get(key) ?? companies.length;
    if (at < companies.length) return at;
    companyPlaces.set(key, at);
    for (const words of [cues, related]) {
      companies.put(words.length);
      for (const word of words) companies.put(placeOf(word), 2);
    }
    return at;
  };

  const sensesOf = new Map<string, Map<string, Sense>>();
  for (const { text, ...sense } of forms) {
    const key = String.fromCharCode(...readText(text).codes);
    const senses = sensesOf.get(key) ?? new Map<string, Sense>();
    sensesOf.set(key, senses.set(JSON.stringify(Object.entries(sense).sort()), sense));
  }

  const isPlain = ({ cues, exact }: Sense): boolean => cues === undefined && exact === undefined;
  const flagsOf = ({ clinical, small, needsCue, not, common }: Sense): number =>
    (clinical ? CLINICAL : 0) |
    (small ? MAY_BE_SMALL : 0) |
    (needsCue ? NEEDS_CUE : 0) |
    (not ? NOT : 0) |
    (common ? COMMON : 0);
  const plain = new ByteWriter();
  const plainRecords = new Map<string, number>();
  const putPlain = (sense: Sense): void => {
    const key = `${flagsOf(sense)} ${sense.id}`;
    if (plainRecords.has(key)) return;
    plainRecords.set(key, plainRecords.size);
    plain.put(placeOf(sense.id), 2);
    plain.put(flagsOf(sense));
  };
  const lists = [...sensesOf.values()].map((senses) => [...senses.values()]);
  for (const [sense, ...others] of lists) if (sense && others.length === 0 && isPlain(sense)) putPlain(sense);

  const rows = new ByteWriter();
  const rowRecords = new Map<string, number>();
  const recordOf = (senses: readonly Sense[]): number => {
    const [first] = senses;
    if (first && senses.length === 1 && isPlain(first))
      return plainRecords.get(`${flagsOf(first)} ${first.id}`) ?? 0;
    const key = JSON.stringify(senses.map((sense) => Object.entries(sense).sort()));
    const known = rowRecords.get(key);
    if (known !== undefined) return known;
    const record = plainRecords.size + rows.length / ROW_BYTES;
    rowRecords.set(key, record);
    senses.forEach((sense, i) => {
      const { id, exact, cues, related = [] } = sense;
      rows.put(placeOf(id), 2);
      rows.put(
        flagsOf(sense) |
          (exact === undefined ? 0 : HAS_EXACT) |
          (cues === undefined ? 0 : HAS_COMPANY) |
          (i === senses.length - 1 ? LAST : 0),
      );
      rows.put(exact === undefined ? 0 : placeOf(exact), 2);
      rows.put(cues === undefined ? 0 : putCompany(cues, related), 3);
    });
    return record;
  };
  const coded = [...sensesOf]
    .map(([codes, senses]): CodedForm => ({ codes, record: recordOf([...senses.values()]) }))
    .sort((a, b) => byUnits(a.codes, b.codes));

  const beginnings = [...sensesOf].map(([codes, senses]) => ({
    hashes: hashesOf(codes),
    wantsCapital: [...senses.values()].every(({ exact, small }) => !small && /^[A-Z]/.test(exact ?? '')),
  }));

  const parts = [
    ...packBeginnings(beginnings),
    packAutomaton(coded),
    plain.done(),
    rows.done(),
    companies.done(),
    packTexts(texts),
  ];
  const bytes = new Uint8Array(HEAD_BYTES + parts.reduce((sum, { length }) => sum + length, 0));
  const head = new DataView(bytes.buffer);
  [MAGIC, ...parts.map(({ length }) => length)].forEach((word, i) => {
    head.setUint32(4 * i, word, true);
  });
  let at = HEAD_BYTES;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** An index opened for matching. */
export interface FormIndex {
  /** Knows of most words that they start no form. */
  readonly beginnings: Beginnings;
  /** The way through all forms, code by code, to their records. There is one: whoever walks begins anew. */
  readonly walk: Walk;
  /** What a form stands for, likelier sense first. */
  readonly senses: (record: number) => readonly Sense[];
}

/** Opens packed bytes. Throws a RangeError if they are no index or are cut short. */
export function openIndex(bytes: Uint8Array): FormIndex {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD_BYTES || head.getUint32(0, true) !== MAGIC)
    throw new RangeError('The glossary index is damaged: wrong first bytes.');
  let at = HEAD_BYTES;
  const nextPart = (_: unknown, i: number): Uint8Array => {
    const from = at;
    at += head.getUint32(4 * (i + 1), true);
    return bytes.subarray(from, at);
  };
  const [firstWords, beginnings, automaton, plain, rows, companies, texts] = Array.from(
    { length: PARTS },
    nextPart,
  );
  if (
    at !== bytes.length ||
    !firstWords ||
    !beginnings ||
    !automaton ||
    !plain ||
    !rows ||
    !companies ||
    !texts
  )
    throw new RangeError('The glossary index is damaged: wrong length.');

  const namesAt = (place: number): string[] =>
    Array.from({ length: companies[place] ?? 0 }, (_, i) =>
      textAt(texts, read16(companies, place + 1 + 2 * i)),
    );
  const yes = (flags: number, flag: number): true | undefined => (flags & flag ? true : undefined);
  // Of most senses met on most pages nobody asks more than whether they are ambiguous: names are read when they are asked for.
  const plainSense = (place: number, flags: number): Sense => {
    let id: string | undefined;
    return {
      get id() {
        return (id ??= textAt(texts, place));
      },
      clinical: yes(flags, CLINICAL),
      not: yes(flags, NOT),
      common: yes(flags, COMMON),
    };
  };
  const rowSense = (row: number): Sense => {
    const flags = rows[row + 2] ?? 0;
    const clinical = yes(flags, CLINICAL);
    const exact = flags & HAS_EXACT ? textAt(texts, read16(rows, row + 3)) : undefined;
    const small = yes(flags, MAY_BE_SMALL);
    const needsCue = yes(flags, NEEDS_CUE);
    const not = yes(flags, NOT);
    const common = yes(flags, COMMON);
    let id: string | undefined;
    const readId = (): string => (id ??= textAt(texts, read16(rows, row)));
    if ((flags & HAS_COMPANY) === 0) {
      return {
        get id() {
          return readId();
        },
        clinical,
        exact,
        small,
        needsCue,
        not,
        common,
      };
    }
    const company = read24(rows, row + 5);
    let cues: readonly string[] | undefined;
    let related: readonly string[] | undefined;
    return {
      get id() {
        return readId();
      },
      get cues() {
        return (cues ??= namesAt(company));
      },
      get related() {
        return (related ??= namesAt(company + 1 + 2 * (companies[company] ?? 0)));
      },
      clinical,
      exact,
      small,
      needsCue,
      not,
      common,
    };
  };
  const plainRecords = plain.length / PLAIN_BYTES;
  const read = (record: number): Sense[] => {
    const at = record * PLAIN_BYTES;
    if (record < plainRecords) return [plainSense(read16(plain, at), plain[at + 2] ?? 0)];
    const senses: Sense[] = [];
    for (let row = (record - plainRecords) * ROW_BYTES; row < rows.length; row += ROW_BYTES) {
      senses.push(rowSense(row));
      if ((rows[row + 2] ?? 0) & LAST) break;
    }
    return senses;
  };
  const met = new Map<number, readonly Sense[]>();
  return {
    beginnings: new Beginnings(firstWords, beginnings),
    walk: new Walk(automaton),
    senses(record) {
      let senses = met.get(record);
      if (senses === undefined) met.set(record, (senses = read(record)));
      return senses;
    },
  };
}
