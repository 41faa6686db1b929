import { defineConfig } from '@playwright/test';

/** Stories about one thing each, and matrices: with `CI=1` only, so that the rest is soon over. */
const seldom = [
  'accounts',
  'dictionaries',
  'drift',
  'front-ends',
  'hostile',
  'long',
  'matrix',
  'messages',
  'oidc',
  'passkeys',
  'same',
  'same-flows',
].map((name) => `browser/${name}.spec.ts`);
const ci = process.env['CI'];

/** One worker: the machine-wide policy files and the shared cores allow no more. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/artifacts',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  workers: 1,
  // On shared machines a browser now and then misses its moment. A test that passes only when tried again is named as flaky.
  retries: ci ? 1 : 0,
  forbidOnly: true,
  projects: [
    { name: 'browser', testMatch: 'browser/**/*.spec.ts', testIgnore: ci ? [] : seldom.map((path) => `**/${path}`) },
    { name: 'long', testMatch: 'long/**/*.spec.ts' },
    { name: 'managed', testMatch: 'managed/**/*.spec.ts' },
    { name: 'firefox', testMatch: 'firefox/**/*.spec.ts' },
  ],
});
