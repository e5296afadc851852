// npm run -s scan -- FILE...: matches text outside a browser, as a page would be marked. A check on the rules, and the way to measure them.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compileIndex, describeProblem, readGlossary } from '../src/glossary/compile.ts';
import type { Density } from '../src/matching/density.ts';
import { openIndex } from '../src/matching/index.ts';
import { readSources } from './glossary-files.ts';
import { scanBlocks } from './scan-blocks.ts';
import { explainBlocks } from './scan-explain.ts';
import { blocksOfHtml, blocksOfText } from './scan-files.ts';

const USAGE = `npm run -s scan -- [--json] [--explain] [--density all|section|page] FILE|- ...

Prints the health words found in text or HTML files ("-": standard input). With --json one line for each file:
{"file","medical","matches":[{"start","end","text","id"}]}, offsets in UTF-16 units; for HTML they refer to the printed "text". With --explain it says why each was kept or left out.`;

const DENSITIES: readonly Density[] = ['all', 'section', 'page'];

function main(): number {
  let files: string[];
  let json: boolean;
  let explain: boolean;
  let density: Density;
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
        density: { type: 'string', default: 'all' },
      },
    });
    const asked = DENSITIES.find((name) => name === values.density);
    if (asked === undefined) throw new Error(`--density must be one of ${DENSITIES.join(', ')}.`);
    if (positionals.length === 0) throw new Error('No file was named.');
    files = positionals;
    if (values.json && values.explain) throw new Error('--explain is for people: leave out --json.');
    json = values.json;
    explain = values.explain;
    density = asked;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return 2;
  }
  const { entries, problems } = readGlossary(readSources());
  if (problems.length > 0) {
    console.error(problems.map(describeProblem).join('\n'));
    return 1;
  }
  const index = openIndex(compileIndex(entries));
  let status = 0;
  for (const file of files) {
    let content: string;
    try {
      content = readFileSync(file === '-' ? 0 : file, 'utf8');
    } catch (error) {
      console.error(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
      status = 1;
      continue;
    }
    const html = /\.x?html?$/i.test(file);
    const { text, blocks } = html ? blocksOfHtml(content) : { text: content, blocks: blocksOfText(content) };
    if (explain) {
      console.log([file, ...explainBlocks(index, text, blocks)].join('\n'));
      continue;
    }
    const { medical, matches } = scanBlocks(index, blocks, density);
    const found = matches.map(({ start, end, ids }) => ({
      start,
      end,
      text: text.slice(start, end),
      id: ids.join(' '),
    }));
    if (json) console.log(JSON.stringify({ file, medical, ...(html && { text }), matches: found }));
    else {
      console.log(`${file}: ${medical ? `${found.length} matches` : 'not a health text in English'}`);
      for (const { start, text: word, id } of found)
        console.log(`  ${String(start).padStart(6)}  ${word.replace(/\s+/g, ' ')}  (${id})`);
    }
  }
  return status;
}

process.exitCode = main();
