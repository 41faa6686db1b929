import { defineConfig } from '@playwright/test';

/** One worker: the machine-wide policy files and the shared cores allow no more. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/artifacts',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  workers: 1,
  // On shared machines a browser now and then misses its moment. A test that passes only when tried again is named as flaky.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: true,
  projects: [
    { name: 'browser', testMatch: 'browser/**/*.spec.ts' },
    { name: 'long', testMatch: 'long/**/*.spec.ts' },
    { name: 'managed', testMatch: 'managed/**/*.spec.ts' },
    { name: 'firefox', testMatch: 'firefox/**/*.spec.ts' },
  ],
});
