// The temporary profile of one browser: made empty, and gone when the browser is, also when the test run is cut short.
import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Profile {
  readonly dir: string;
  remove(): Promise<void>;
}

const RETRY = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 } as const;
const open = new Set<string>();

process.once('exit', () => {
  for (const dir of open) rmSync(dir, RETRY);
});

export function makeProfile(kind: string): Profile {
  const dir = mkdtempSync(join(tmpdir(), `bedside-${kind}-`));
  open.add(dir);
  return {
    dir,
    async remove() {
      // A browser's last child processes may still write for a moment after it has quit, hence the retries.
      await rm(dir, RETRY);
      open.delete(dir);
    },
  };
}
