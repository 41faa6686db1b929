import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{lib,components,entrypoints,server,scripts,test/bench,test/contract,test/standin}/**/*.test.{ts,tsx}'],
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
