import { defineConfig } from 'vitest/config';

/** What takes long and breaks seldom: with `CI=1` only. */
const heavy = [
  'server/attacks/**',
  'server/backup/backup.test.ts',
  'server/cli.test.ts',
  'server/ingest/group-commit.test.ts',
  'scripts/administration/backup.test.ts',
];

export default defineConfig({
  test: {
    include: ['{lib,components,entrypoints,server,scripts,test/bench,test/contract,test/standin}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', ...(process.env['CI'] ? [] : heavy)],
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
