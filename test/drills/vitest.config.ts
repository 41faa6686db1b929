import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Drills: real processes that are killed, disks that are full, clocks that jump, old backups, and a hundred thousand odd requests. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/drills/*.test.ts'],
    globalSetup: 'test/run-folder.ts',
    pool: 'forks',
    // One file after the other: each of them keeps both cores busy.
    fileParallelism: false,
    execArgv: ['--expose-gc'], // memory is measured after a collection
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
  },
});
