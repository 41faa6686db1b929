import { expect, test } from '@playwright/test';
import * as drive from '../../standin/drive.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { cloudKey, plainMark } from '../canary.ts';
import { choose, waitForDialog } from '../dialog.ts';
import { launchGuarded, localRecords, popupText } from '../extension.ts';
import type { GuardedBrowser } from '../extension.ts';
import { allowInPrivateWindows, openPrivately } from '../private-window.ts';

const chat = 'https://chatgpt.com/';
let standin: Standin;
let browser: GuardedBrowser;
test.beforeEach(async () => {
  standin = await startStandin();
  browser = await launchGuarded(standin);
});
test.afterEach(async () => {
  await browser.close();
  await standin.close();
});

test('a browser lets no extension into private windows by itself', async () => {
  const page = await openPrivately(browser, chat);
  const key = cloudKey();
  await drive.typePrompt(page, `explain ${key}`);
  await drive.pressEnter(page);
  await drive.expectAnswer(page, key);
  expect(standin.ledger.find(key).length).toBeGreaterThan(0);
  expect(await popupText(browser)).toMatch(/private windows\s+Sluice is off/i);
});

test('once a person allowed it, a private window is as safe as any other', async () => {
  await allowInPrivateWindows(browser);
  expect(await popupText(browser)).toMatch(/private windows\s+Sluice is on/i);
  const page = await openPrivately(browser, chat);
  const mark = plainMark();
  await drive.typePrompt(page, `what is ${mark}?`);
  await drive.pressEnter(page);
  await drive.expectAnswer(page, mark);

  const key = cloudKey();
  await drive.typePrompt(page, `explain ${key}`);
  await drive.pressEnter(page);
  await waitForDialog(page);
  await choose(page, /replace and send/i);
  await drive.expectAnswer(page, '[aws-access-key-id-1]');
  expect(standin.ledger.findFragments(key)).toEqual([]);
  const records = await localRecords(browser);
  expect(records).toContain('aws-access-key-id');
  expect(records).not.toContain(key);
});
