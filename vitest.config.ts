// Two sets of tests: pure code in Node, and the built extension in real browsers. tools/test.ts runs both.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/*.test.ts', 'tests/unit/**/*.test.ts'] } },
      {
        test: {
          name: 'browsers',
          include: ['tests/dom/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Browsers spend most of their time waiting: two files at a time take little more than half as long, more would only be in each other's way.
          maxWorkers: 2,
        },
      },
    ],
  },
});
