import type { BrowserContext } from '@playwright/test';
import type { OpenTab } from './trial.ts';

/** Tabs of a Chromium. What a tab opened is closed with it. */
export function openIn(context: BrowserContext): OpenTab {
  return async (url) => {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForTimeout(300); // the gates check in
    return {
      page,
      async close() {
        await page.close();
      },
    };
  };
}
