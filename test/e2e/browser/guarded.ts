import { test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import { openChat } from '../../standin/drive.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { launchGuarded } from '../extension.ts';
import type { GuardedBrowser } from '../extension.ts';

interface PerWorker {
  readonly standin: Standin;
  readonly guarded: GuardedBrowser;
}

/** Tests on one stand-in and one browser with the extension; each has a page of its own, on an open chat. */
export const test = base.extend<{ readonly page: Page }, PerWorker>({
  standin: [
    async ({}, use) => {
      const standin = await startStandin();
      await use(standin);
      await standin.close();
    },
    { scope: 'worker' },
  ],
  guarded: [
    async ({ standin }, use) => {
      const guarded = await launchGuarded(standin);
      await use(guarded);
      await guarded.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ standin, guarded }, use) => {
    standin.ledger.clear();
    const page = await guarded.context.newPage();
    await openChat(page);
    await use(page);
    await page.close();
    standin.ledger.assertNoUnknownCalls();
  },
});
