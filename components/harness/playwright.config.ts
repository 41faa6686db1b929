import { defineConfig } from '@playwright/test';

/** `CHROME_PATH=… npx playwright test -c components/harness` */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/components',
  workers: 1,
  reporter: 'line',
  use: {
    launchOptions: {
      chromiumSandbox: false,
      ...(process.env['CHROME_PATH'] === undefined ? {} : { executablePath: process.env['CHROME_PATH'] }),
    },
  },
});
