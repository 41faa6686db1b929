import { expect } from '@playwright/test';
import {
  editMessage,
  expectAnswer,
  pageError,
  pressEnter,
  pressSend,
  saveInstructions,
  typePrompt,
} from '../../standin/drive.ts';
import { cloudKey } from '../canary.ts';
import { choose, waitForDialog } from '../dialog.ts';
import { killServiceWorker } from '../extension.ts';
import { test } from './guarded.ts';

/** Ring 2: calls that the composer never saw. */

test('an edit of an earlier message is held by the page gate, and refused it shows the page’s own error', async ({
  page,
  standin,
}) => {
  const key = cloudKey();
  await typePrompt(page, 'hello there');
  await pressSend(page);
  await expectAnswer(page, 'hello there');
  standin.ledger.clear();
  await editMessage(page, 0, `hello ${key}`);
  await waitForDialog(page);
  await page.keyboard.press('Escape');
  expect(await pageError(page)).toMatch(/Sluice/);
  expect(standin.ledger.findFragments(key)).toEqual([]);
  await editMessage(page, 0, `hello again ${key}`);
  await waitForDialog(page);
  await choose(page, /replace and send/i);
  await expectAnswer(page, '[aws-access-key-id-1]');
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

test('the verdict is the same with a dead service worker', async ({ guarded, page, standin }) => {
  const key = cloudKey();
  await typePrompt(page, `again ${key}`);
  await killServiceWorker(guarded);
  await page.bringToFront();
  await pressEnter(page);
  await waitForDialog(page);
  await choose(page, /replace and send/i);
  await expectAnswer(page, '[aws-access-key-id-1]');
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

test('custom instructions with a key are held', async ({ page, standin }) => {
  const key = cloudKey();
  const saving = saveInstructions(page, `always use ${key}`).catch(() => undefined);
  await waitForDialog(page);
  await page.keyboard.press('Escape');
  await saving;
  expect(standin.ledger.findFragments(key)).toEqual([]);
});
