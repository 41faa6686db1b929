import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import {
  documentEditor,
  documentStatus,
  openChat,
  pressEnter,
  renameDocument,
  typePrompt,
  writeInDocument,
} from '../../standin/drive.ts';
import type { Standin } from '../../standin/server.ts';
import { cloudKey } from '../canary.ts';
import { choose, waitForDialog } from '../dialog.ts';
import { test } from './guarded.ts';

/** Documents beside a chat: what is typed into them goes to the server by itself. */
const saves = '/backend-api/textdoc/*';

async function openDocument(page: Page, standin: Standin): Promise<void> {
  standin.options.canvas = true;
  await openChat(page);
  await typePrompt(page, 'Write a letter');
  await pressEnter(page);
  await expect(documentEditor(page)).toHaveText('A draft for: Write a letter');
  standin.options.canvas = false;
}

test('a key in a document is replaced in what is saved', async ({ page, standin }) => {
  const key = cloudKey();
  await openDocument(page, standin);
  await writeInDocument(page, `the key is ${key}`);
  await waitForDialog(page);
  await choose(page, /replace/i);
  await expect(documentStatus(page)).toHaveText('Saved');
  expect(standin.ledger.find('[aws-access-key-id-1]').length).toBeGreaterThan(0);
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

test('held back, the page says that it could not save, and saves again once the key is gone', async ({
  page,
  standin,
}) => {
  const key = cloudKey();
  await openDocument(page, standin);
  await documentEditor(page).fill(`the key is ${key}`);
  await waitForDialog(page);
  await page.keyboard.press('Escape');
  await expect(documentStatus(page)).toHaveText('Could not save your document.');
  expect(standin.ledger.to(saves)).toEqual([]);
  await documentEditor(page).fill('the key is in the safe');
  await expect(documentStatus(page)).toHaveText('Saved');
  expect(standin.ledger.find('the key is in the safe').length).toBeGreaterThan(0);
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

test('a key in the title of a document is held', async ({ page, standin }) => {
  const key = cloudKey();
  await openDocument(page, standin);
  await renameDocument(page, `Plan ${key}`);
  await waitForDialog(page);
  await page.keyboard.press('Escape');
  await expect(documentStatus(page)).toHaveText('Could not rename your document.');
  expect(standin.ledger.findFragments(key)).toEqual([]);
});
