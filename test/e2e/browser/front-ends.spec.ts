import { expect, test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import * as drive from '../../standin/drive.ts';
import { launchAt } from '../../standin/launch.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { cloudKey, plainMark } from '../canary.ts';
import { choose, expectNoDialog, waitForDialog } from '../dialog.ts';
import { launchGuarded } from '../extension.ts';
import type { GuardedBrowser } from '../extension.ts';

/** The same people meet three front ends at one address: the main job is done on each. */
const prompt = '/backend-api/f/conversation';
const mark = '[aws-access-key-id-1]';

for (const frontEnd of ['A', 'A-article', 'B', 'C'] as const) {
  base.describe(`front end ${frontEnd}`, () => {
    let standin: Standin;
    let guarded: GuardedBrowser;
    let page: Page;
    base.beforeAll(async () => {
      standin = await startStandin({ frontEnd });
      guarded = await launchGuarded(standin);
    });
    base.afterAll(async () => {
      await guarded.close();
      await standin.close();
    });
    base.beforeEach(async () => {
      standin.ledger.clear();
      page = await guarded.context.newPage();
      await drive.openChat(page);
    });
    base.afterEach(async () => {
      await page.close();
      standin.ledger.assertNoUnknownCalls();
    });

    base('without the extension drafts and prompts leave', async () => {
      const bare = await launchAt(standin);
      const other = await bare.context.newPage();
      await drive.openChat(other);
      const key = cloudKey();
      await drive.typePrompt(other, `explain ${key}`);
      await expect.poll(() => standin.ledger.find(key).length).toBeGreaterThan(0);
      await drive.pressEnter(other);
      await drive.expectAnswer(other, key);
      await bare.close();
    });

    base('a draft stays, Enter is held, and the safe version goes', async () => {
      const key = cloudKey();
      await drive.typePrompt(page, `explain ${key}`);
      await page.waitForTimeout(700);
      await drive.pressEnter(page);
      await waitForDialog(page);
      expect(standin.ledger.findFragments(key)).toEqual([]);
      expect(standin.ledger.to(prompt)).toEqual([]); // it was the composer that held it, not the request
      await choose(page, /replace and send/i);
      await drive.expectAnswer(page, mark);
      expect(standin.ledger.findFragments(key)).toEqual([]);
    });

    base('the send button is held as well, in a chat that goes on', async () => {
      const [key, words] = [cloudKey(), plainMark()];
      await drive.typePrompt(page, `first ${words}`);
      await drive.pressEnter(page);
      await drive.expectAnswer(page, words);
      await drive.typePrompt(page, `then ${key}`);
      await drive.pressSend(page);
      await waitForDialog(page);
      await choose(page, /replace and send/i);
      await drive.expectAnswer(page, mark);
      expect(standin.ledger.findFragments(key)).toEqual([]);
      expect(standin.ledger.find('what the home page held')).toEqual([]);
    });

    base('an edit of an earlier message is held', async () => {
      const key = cloudKey();
      await drive.typePrompt(page, 'hello there');
      await drive.pressEnter(page);
      await drive.expectAnswer(page, 'hello there');
      await drive.editMessage(page, 0, `hello ${key}`);
      await waitForDialog(page);
      await choose(page, /replace/i);
      await drive.expectAnswer(page, mark);
      expect(standin.ledger.findFragments(key)).toEqual([]);
    });

    base('a file with a key is held before its name is told', async () => {
      const key = cloudKey();
      await drive.attachFile(page, 'notes.txt', `use ${key}`);
      await waitForDialog(page);
      expect(standin.ledger.to('/backend-api/files')).toEqual([]);
      await choose(page, /replace and attach/i);
      await drive.expectAttached(page);
      expect(standin.ledger.findFragments(key)).toEqual([]);
    });

    base('what is harmless meets nothing', async () => {
      const words = plainMark();
      await drive.typePrompt(page, `what is ${words}?`);
      await drive.pressEnter(page);
      await drive.expectAnswer(page, words);
      await expectNoDialog(page);
    });
  });
}
