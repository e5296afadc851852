// Checks the glossary's YAML and compiles it: a packed index of forms for the content script, shards of explanations for the cards.
import * as v from 'valibot';
import { isMap, isNode, isScalar, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml';
import { type Form, type FormIndex, openIndex, packIndex } from '../matching/index.ts';
import { clashesIn } from './clashes.ts';
import { type Entry, EntrySchema, entryId, type Kind, type PlacedEntry } from './entry.ts';
import { formsOfAbbreviation, formsOfName, isAbbreviation, type SurfaceForm } from './inflect.ts';
import { linksIn } from './links.ts';
import { type Explanation, SHARDS, type Shard, shardOf } from './lookup.ts';
import { isCommon, isEveryday, isOrdinaryByChance, isWordInSmall } from './ordinary.ts';
import { NOTHING_SHARED, type Shared, sharedWith } from './shared.ts';
import type { Problem, Source } from './source.ts';

export type { Problem, Source };

interface Read {
  readonly entries: readonly PlacedEntry[];
  readonly problems: readonly Problem[];
}

export interface Glossary extends Read {
  /** Forms that rules made and that are not matched, for they are ordinary English words; none of them stops the build. */
  readonly refusals: readonly Problem[];
}

/** A problem as one line for people: `glossary/en/spine.yaml:12 vertebra: ...` */
export const describeProblem = ({ file, line, entry, reason }: Problem): string =>
  `${file}:${line} ${entry}: ${reason}`;

/** Kinds that only health texts speak of. Others turn up elsewhere: "cell", "calcium", and tests too - luggage is x-rayed, fossils go through a CT scan. */
const CLINICAL: ReadonlySet<Kind> = new Set<Kind>([
  'condition',
  'symptom',
  'procedure',
  'treatment',
  'medicine',
]);

/** Kinds whose names have no plural. */
const UNCOUNTABLE: ReadonlySet<Kind> = new Set<Kind>(['description']);

function scalarLine(map: YAMLMap, key: string, lines: LineCounter, fallback: number): number {
  const pair = map.items.find(({ key: k }) => isScalar(k) && k.value === key);
  const range = pair && isScalar(pair.key) ? pair.key.range : undefined;
  return range ? lines.linePos(range[0]).line : fallback;
}

function readSource({ file, text }: Source): Read {
  const entries: PlacedEntry[] = [];
  const problems: Problem[] = [];
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  for (const { pos, message } of document.errors)
    problems.push({
      file,
      line: lines.linePos(pos[0]).line,
      entry: '(file)',
      reason: message.split('\n')[0] ?? message,
    });
  visit(document, {
    Alias: (_key, { range, source }) => {
      const line = range ? lines.linePos(range[0]).line : 1;
      problems.push({
        file,
        line,
        entry: '(file)',
        reason: `the alias "*${source}" is no text: put it in quotes`,
      });
    },
  });
  if (problems.length > 0) return { entries, problems };
  const root = document.contents;
  if (root === null || !('items' in root) || isMap(root))
    return { entries, problems: [{ file, line: 1, entry: '(file)', reason: 'must be a list of entries' }] };
  root.items.forEach((item, i) => {
    const range = isNode(item) ? item.range : undefined;
    const line = range ? lines.linePos(range[0]).line : 1;
    if (!isMap(item)) {
      problems.push({ file, line, entry: `(item ${i + 1})`, reason: 'must be an entry with a term' });
      return;
    }
    const raw: unknown = item.toJS(document);
    const parsed = v.safeParse(EntrySchema, raw);
    const term = item.get('term');
    const sense = item.get('sense');
    const name =
      typeof term === 'string'
        ? entryId(term, typeof sense === 'string' ? sense : undefined)
        : `(item ${i + 1})`;
    if (parsed.success) {
      const topic = file.replace(/^.*\//, '').replace(/\.yaml$/, '');
      entries.push({ ...parsed.output, id: name, topic, file, line });
      return;
    }
    for (const issue of parsed.issues) {
      const path = issue.path?.map(({ key }) => String(key)) ?? [];
      const key = path[0];
      const missing = key !== undefined && path.length === 1 && !item.has(key);
      problems.push({
        file,
        line: key === undefined ? line : scalarLine(item, key, lines, line),
        entry: name,
        reason: missing
          ? `"${key}" is missing`
          : issue.expected === 'never'
            ? `"${path.join('.')}" is no field of an entry`
            : `"${path.join('.')}" ${issue.message}`,
      });
    }
  });
  return { entries, problems };
}

/** The names an entry is found by, as written, before inflection. */
const namesOf = (entry: Entry): string[] => [
  entry.term,
  ...entry.also,
  ...entry.abbreviations,
  ...entry.forms,
];

/** Every form the rules make of an entry's names, its own first, each once. */
function madeForms(entry: Entry): SurfaceForm[] {
  const forms = new Map<string, SurfaceForm>();
  for (const name of namesOf(entry)) {
    const { cues, shared } = entry.ambiguous[name] ?? {};
    const exact = entry.abbreviations.includes(name) || isAbbreviation(name);
    // Of "Staphylococcus aureus" there is no more than one.
    const species = entry.kind === 'germ' && /^\p{Lu}/u.test(name);
    const countable = !UNCOUNTABLE.has(entry.kind) && !species && !entry.forms.includes(name);
    for (const text of exact ? formsOfAbbreviation(name) : formsOfName(name, countable)) {
      if (!forms.has(text))
        forms.set(text, { text, name, exact, ...(cues && { cues }), ...(shared && { shared }) });
    }
  }
  return [...forms.values()];
}

/** Whether a form would mark a word of everyday English that the entry does not ask for. Cues guard those they belong to. */
const isRefused = (entry: Entry, { text, exact, cues }: SurfaceForm): boolean =>
  !exact && cues === undefined && isOrdinaryByChance(text, namesOf(entry));

/** Every surface form an entry matches, the term's own first, each once. */
export const surfaceForms = (entry: Entry): SurfaceForm[] =>
  madeForms(entry).filter((form) => !isRefused(entry, form));

/** The forms of all entries that are left out because they are ordinary English words, each with what its writer can do. */
const refusalsIn = (entries: readonly PlacedEntry[]): Problem[] =>
  entries.flatMap((entry) =>
    madeForms(entry)
      .filter((form) => isRefused(entry, form))
      .map(({ text, name }) => ({
        file: entry.file,
        line: entry.line,
        entry: entry.id,
        reason: `the form "${text}", made from "${name}", is left out: it is an ordinary English word; to have it marked, list it under "forms"`,
      })),
  );

/** A form as it is matched, roughly: small letters, a space for a hyphen. */
const plainly = (form: string): string => form.toLowerCase().replace(/[-\s]+/g, ' ');

/** @param broken ids of entries with a fault of their own: links to them are not dead */
function checkTogether(entries: readonly PlacedEntry[], broken: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const say = ({ file, line, id }: PlacedEntry, reason: string): void => {
    problems.push({ file, line, entry: id, reason });
  };
  const byId = new Map<string, PlacedEntry>();
  for (const entry of entries) {
    const twin = byId.get(entry.id);
    if (twin) say(entry, `has the same id as the entry at ${twin.file}:${twin.line}; give both a "sense"`);
    else byId.set(entry.id, entry);
  }
  const exists = (id: string): boolean => byId.has(id) || broken.has(id);
  for (const entry of entries) {
    for (const id of entry.see) {
      if (!exists(id)) say(entry, `"see" names "${id}", and there is no such entry`);
      if (id === entry.id) say(entry, '"see" names the entry itself');
    }
    for (const id of Object.keys(entry.mixup))
      if (!exists(id)) say(entry, `"mixup" names "${id}", and there is no such entry`);
    const names = namesOf(entry);
    for (const form of Object.keys(entry.ambiguous))
      if (!names.includes(form)) say(entry, `"ambiguous" names "${form}", which is no form of the entry`);
  }
  const owners = entries.map((entry) => ({ entry, forms: surfaceForms(entry) }));
  const ownerOf = new Map(
    owners.flatMap(({ entry, forms }) => forms.map(({ text }) => [plainly(text), entry.id])),
  );
  for (const { entry, forms } of owners)
    for (const phrase of entry.not) {
      const owner = ownerOf.get(plainly(phrase));
      if (owner !== undefined) say(entry, `"not" names "${phrase}", which is a form of "${owner}"`);
      else if (!forms.some(({ text }) => ` ${plainly(phrase)} `.includes(` ${plainly(text)} `)))
        say(entry, `"not" names "${phrase}", which holds no form of the entry`);
    }
  for (const { entry, reason } of clashesIn(owners)) say(entry, reason);
  return problems;
}

/** Reads and checks all files of the glossary. Entries with a problem of their own are left out of `entries`. */
export function readGlossary(sources: readonly Source[]): Glossary {
  const read = sources.map(readSource);
  const entries = read.flatMap((glossary) => glossary.entries);
  const broken = new Set(read.flatMap((glossary) => glossary.problems.map(({ entry }) => entry)));
  return {
    entries,
    problems: [...read.flatMap((glossary) => glossary.problems), ...checkTogether(entries, broken)],
    refusals: refusalsIn(entries),
  };
}

/**
 * The names of an entry of which one form, the plural perhaps, is a common word. What has cues does not count, for there another sense is the common one -
 * "labor", "discharge" -, and is the more easily misread; nor do abbreviations: "RA" is no word.
 */
const commonNames = (forms: readonly SurfaceForm[]): ReadonlySet<string> =>
  new Set(forms.filter(({ text, exact, cues }) => !exact && !cues && isCommon(text)).map(({ name }) => name));

/** The index of all forms of the entries that are marked on pages. */
export function compileIndex(entries: readonly PlacedEntry[]): Uint8Array {
  const marked = entries.filter(({ quiet }) => !quiet);
  const phrases = marked.flatMap(({ id, not }) =>
    not.flatMap((phrase) => formsOfName(phrase)).map((text): Form => ({ text, id, not: true })),
  );
  const forms = marked.flatMap((entry) => {
    const surface = surfaceForms(entry);
    const common = commonNames(surface);
    return surface.map(
      ({ text, name, exact, cues, shared }): Form => ({
        text,
        id: entry.id,
        ...(cues && { cues, related: entry.see }),
        ...(cues && (shared || (!exact && isEveryday(name))) && { needsCue: true }),
        ...(exact && { exact: text }),
        ...(exact && !isWordInSmall(text) && { small: true }),
        ...(CLINICAL.has(entry.kind) && { clinical: true }),
        ...(!exact && !cues && (common.has(name) || common.has(entry.term)) && { common: true }),
      }),
    );
  });
  return packIndex([...forms, ...phrases]);
}

function explain(
  entry: PlacedEntry,
  termOf: ReadonlyMap<string, string>,
  index: FormIndex,
  shared: Shared,
): Explanation {
  const related = (id: string) => ({ id, term: termOf.get(id) ?? id });
  const [short = [], more = []] = linksIn(index, entry.id, [entry.short, entry.more]);
  return {
    id: entry.id,
    term: entry.term,
    ...(entry.sense !== undefined && { sense: entry.sense }),
    kind: entry.kind,
    ...(entry.say !== undefined && { say: entry.say }),
    short: entry.short,
    more: entry.more,
    also: [...entry.also, ...entry.abbreviations],
    see: entry.see.map(related),
    mixup: Object.entries(entry.mixup).map(([id, difference]) => ({ ...related(id), difference })),
    links: { short, more },
    ...sharedWith(entry, shared),
  };
}

/** The explanations of all entries, cut into SHARDS objects by id. */
export function compileShards(entries: readonly PlacedEntry[], shared = NOTHING_SHARED): Shard[] {
  const termOf = new Map(entries.map(({ id, term }) => [id, term]));
  const index = openIndex(compileIndex(entries));
  return Array.from({ length: SHARDS }, (_, shard) =>
    Object.fromEntries(
      entries
        .filter(({ id }) => shardOf(id) === shard)
        .map((entry) => [entry.id, explain(entry, termOf, index, shared)]),
    ),
  );
}
