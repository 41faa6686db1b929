import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Policy } from '../../../lib/contract/policy.ts';
import { builtInPolicy } from '../../../lib/policy/built-in.ts';
import * as drive from '../../standin/drive.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { choose, waitForDialog } from '../dialog.ts';
import type { GuardedBrowser } from '../extension.ts';
import { launchManaged } from './forced-install.ts';

/** The page's own dictation and voice conversations under what policy says of audio. */
test.describe.configure({ mode: 'serial' });

for (const audio of ['block', 'warn'] as const)
  test.describe(`audio: ${audio}`, () => {
    const policy: Policy = { ...builtInPolicy, name: 'By file', audio };
    let standin: Standin;
    let browser: GuardedBrowser;
    let page: Page;
    test.beforeAll(async () => {
      test.setTimeout(120_000);
      standin = await startStandin();
      browser = await launchManaged(standin, { policy: JSON.stringify(policy) });
      const worker = await browser.worker();
      await expect
        .poll(() => worker.evaluate(async () => JSON.stringify(await chrome.storage.managed.get(null))), {
          timeout: 60_000,
        })
        .toContain('By file');
    });
    test.afterAll(async () => {
      await browser.close();
      await standin.close();
    });
    test.beforeEach(async () => {
      page = await browser.context.newPage();
      await drive.openChat(page);
      standin.ledger.clear();
    });
    test.afterEach(() => page.close());

    test('held back, no recording leaves, and the page shows its own error', async () => {
      await drive.dictate(page);
      await waitForDialog(page);
      await page.keyboard.press('Escape');
      expect(await drive.pageError(page)).toMatch(/Sluice/);
      expect(standin.ledger.to('/backend-api/transcribe')).toEqual([]);
    });

    test('held back, no voice conversation starts', async () => {
      const end = await drive.openVoiceEnd(page);
      await drive.startVoice(page);
      await waitForDialog(page);
      await page.keyboard.press('Escape');
      await expect(drive.voiceMode(page).getByRole('status')).toHaveText(/^Could not start: Sluice/);
      expect(standin.ledger.to('/realtime/vp')).toEqual([]);
      await end.close();
    });

    if (audio === 'block') return;

    test('what a person sends all the same arrives', async () => {
      await drive.dictate(page);
      await waitForDialog(page);
      await choose(page, /send anyway/i);
      await expect.poll(() => drive.composerText(page)).toBe('Words that were spoken.');
      expect(standin.ledger.to('/backend-api/transcribe').length).toBe(1);
    });
  });
