import { defineConfig } from 'vitest/config';

/** What takes long and breaks seldom: with `CI=1` only. */
const heavy = [
  'lib/dlp/detectors/growth.test.ts',
  'lib/dlp/parity.test.ts',
  'server/attacks/**',
  'server/backup/backup.test.ts',
  'server/cli.test.ts',
  'server/ingest/group-commit.test.ts',
  'scripts/administration/administration.test.ts',
  'scripts/administration/backup.test.ts',
  'scripts/administration/keys.test.ts',
  'scripts/scan.test.ts',
];

export default defineConfig({
  test: {
    include: ['{lib,components,entrypoints,server,scripts,test/bench,test/contract,test/standin}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', ...(process.env['CI'] ? [] : heavy)],
    globalSetup: 'test/run-folder.ts',
    // All cores: the tests of the endpoint wait for a disk about half of their time.
    maxWorkers: '100%',
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
