// The bench of the matcher, and three sets of tests: pure code in Node, src/page in plain browsers, and the built extension in real browsers. tools/test.ts runs them one after the other.
import { defineConfig } from 'vitest/config';

const IN_BROWSERS = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      // Some tests go through the whole glossary: seconds, more where other tests run beside them.
      {
        test: { name: 'unit', include: ['tests/*.test.ts', 'tests/unit/**/*.test.ts'], testTimeout: 30_000 },
      },
      // A plain browser waits most of the time: two files at once take little more than half as long.
      { test: { name: 'dom', include: ['tests/dom/**/*.test.ts'], maxWorkers: 2, ...IN_BROWSERS } },
      { test: { name: 'bench', include: [], benchmark: { include: ['tests/bench/**/*.bench.ts'] } } },
      { test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], fileParallelism: false, ...IN_BROWSERS } },
    ],
  },
});
