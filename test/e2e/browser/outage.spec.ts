import { expect } from '@playwright/test';
import { expectAnswer, openChat, pressEnter, typePrompt } from '../../standin/drive.ts';
import { cloudKey, plainMark } from '../canary.ts';
import { noticeContent } from '../dialog.ts';
import { launchGuarded } from '../extension.ts';
import { test } from './guarded.ts';

/** What happens when a part of Sluice is missing: nothing goes out, and the person is told what to do. */
test('an update under an open tab holds its prompts and offers a reload, after which they go', async ({ standin }) => {
  const browser = await launchGuarded(standin);
  const page = await browser.context.newPage();
  await openChat(page);
  const before = await browser.worker();
  await before.evaluate(() => chrome.runtime.reload()).catch(() => undefined); // the worker ends with it
  await expect
    .poll(() => noticeContent(page), { timeout: 20_000 })
    .toContainEqual(expect.stringMatching(/reload it before you go on/i));
  const [key, mark] = [cloudKey(), plainMark()];
  await typePrompt(page, `hello ${mark} ${key}`);
  await page.waitForTimeout(800);
  await pressEnter(page);
  await page.waitForTimeout(1_500);
  expect(standin.ledger.findFragments(key)).toEqual([]);
  expect(standin.ledger.find(mark)).toEqual([]);
  await page.reload();
  await openChat(page);
  await typePrompt(page, `hello ${mark}`);
  await pressEnter(page);
  await expectAnswer(page, mark);
  await browser.close();
});
