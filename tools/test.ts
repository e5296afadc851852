// npm test: every check, one after the other, stopping at the first that fails.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const STEPS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['Types for the build', 'wxt', 'prepare'],
  ['Format and lint', 'biome', 'ci', '--error-on-warnings'],
  ['Types', 'tsc', '--project', '.'],
  ['Unused code and packages', 'knip'],
  ['Glossary', 'node', 'tools/glossary.ts'],
  ['Unit tests', 'vitest', 'run', '--project', 'unit'],
  ['Build for Chromium', 'wxt', 'build'],
  ['Build for Firefox', 'wxt', 'build', '-b', 'firefox'],
  ['Tests of the page in browsers', 'vitest', 'run', '--project', 'dom'],
  ['Tests of the extension in browsers', 'vitest', 'run', '--project', 'e2e'],
];

for (const [name, command, ...args] of STEPS) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (status !== 0) {
    console.error(`\n${name}: failed after ${seconds} s`);
    process.exit(1);
  }
  console.log(`${name}: passed in ${seconds} s`);
}
