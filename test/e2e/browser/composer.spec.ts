import { expect } from '@playwright/test';
import {
  composerText,
  editMessage,
  expectAnswer,
  pasteText,
  pressEnter,
  pressSend,
  regenerate,
  saveInstructions,
  typePrompt,
} from '../../standin/drive.ts';
import { cloudKey, plainMark, privateKey } from '../canary.ts';
import { choose, dialogContent, expectNoDialog, waitForDialog } from '../dialog.ts';
import { test } from './guarded.ts';

/** Ring 1: what a person types, pastes and sends. */

test('nothing leaves while a key is typed, and typing it again away leaves no trace', async ({ page, standin }) => {
  const key = cloudKey();
  await typePrompt(page, `my key is ${key}`);
  await standin.ledger.waitFor('/backend-api/f/conversation/prepare');
  await page.waitForTimeout(1_000);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.waitForTimeout(500);
  expect(standin.ledger.findFragments(key)).toEqual([]);
  expect(await dialogContent(page)).toEqual([]);
});

test('Enter opens the dialog, and Replace and send sends the mark and nothing of the key', async ({
  page,
  standin,
}) => {
  const key = cloudKey();
  await typePrompt(page, `explain this error with ${key} please`);
  await page.keyboard.press('Enter');
  const content = await waitForDialog(page);
  expect(content.join('\n')).toMatch(/AWS/);
  expect(standin.ledger.findFragments(key)).toEqual([]);
  await choose(page, /replace and send/i);
  await expectAnswer(page, '[aws-access-key-id-1]');
  expect(standin.ledger.find('[aws-access-key-id-1]').some(({ path }) => path === '/backend-api/f/conversation')).toBe(
    true,
  );
  expect(standin.ledger.findFragments(key)).toEqual([]);
  await expectNoDialog(page);
});

test('the send button and a paste meet the same dialog', async ({ page, standin }) => {
  const key = cloudKey();
  await pasteText(page, `pasted ${key}`);
  expect(await composerText(page)).toContain(key);
  await pressSend(page);
  await waitForDialog(page);
  await page.keyboard.press('Escape');
  await expectNoDialog(page);
  expect(await composerText(page)).toContain(key);
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

test('a long paste with a key goes in as text and is not uploaded', async ({ page, standin }) => {
  const key = cloudKey();
  await pasteText(page, `${'some ordinary words here '.repeat(300)}${key}`);
  await expect.poll(() => composerText(page)).toContain(key);
  await page.waitForTimeout(500);
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

test('a list of people is one matter, and none of them is sent when they are replaced', async ({ page, standin }) => {
  const people = ['Amara Oyelaran', 'Jonas Huber', 'Mira Patel', 'Ingrid Solberg', 'Kenji Watanabe', 'Piotr Novak'];
  const rows = people.map((name, row) => `${name};C-${String(row)}`);
  await pasteText(page, ['Full name;Customer name', ...rows].join('\n'));
  await pressSend(page);
  const content = (await waitForDialog(page)).join('\n');
  expect(content).toMatch(/rows of a list of people/i);
  await choose(page, /replace and send/i);
  await expectAnswer(page, '[person-column-1]');
  for (const name of people) expect(standin.ledger.findFragments(name)).toEqual([]);
});

test('a key that is said in two messages is caught with its second part', async ({ page, standin }) => {
  const key = cloudKey();
  await typePrompt(page, `the first half is ${key.slice(0, 10)}`);
  await pressEnter(page);
  await expectAnswer(page, key.slice(0, 10));
  await typePrompt(page, `${key.slice(10)} is the second`);
  await pressEnter(page);
  await waitForDialog(page);
  await choose(page, /replace and send/i);
  await expectAnswer(page, '[aws-access-key-id-1] is the second');
  expect(standin.ledger.find(key.slice(10))).toEqual([]);
});

test('a private key is blocked without a request', async ({ page, standin }) => {
  const pem = privateKey();
  await pasteText(page, pem);
  await pressEnter(page);
  const content = (await waitForDialog(page)).join('\n');
  expect(content).not.toMatch(/send anyway|replace and send/i);
  expect(content).toMatch(/button: .*edit/i);
  await page.keyboard.press('Escape');
  await expectNoDialog(page);
  expect(standin.ledger.to('/backend-api/f/conversation')).toEqual([]);
  expect(standin.ledger.find(pem.split('\n')[1]!)).toEqual([]);
});

test('a harmless session meets no intervention', async ({ page, standin }) => {
  const mark = plainMark();
  await typePrompt(page, `what does ${mark} mean?`);
  await standin.ledger.waitFor('/backend-api/f/conversation/prepare');
  await page.waitForTimeout(600); // the last draft comes when the typing rests
  await pressEnter(page);
  await expectAnswer(page, mark);
  await editMessage(page, 0, `and what does ${mark} do?`);
  await expectAnswer(page, `and what does ${mark} do?`);
  await regenerate(page);
  await expectAnswer(page, mark);
  await saveInstructions(page, 'I like short answers.');
  expect(await dialogContent(page)).toEqual([]);
  const drafts = standin.ledger.to('/backend-api/f/conversation/prepare');
  expect(drafts.length).toBeGreaterThan(0);
  expect(standin.ledger.find(mark).filter(({ path }) => path.includes('prepare'))).toEqual([]);
});

test('Enter belongs to the input method while it composes', async ({ page, standin }) => {
  const key = cloudKey();
  await typePrompt(page, `look at ${key} `);
  const session = await page.context().newCDPSession(page);
  const enter = (type: 'rawKeyDown' | 'keyUp', code: number) =>
    session.send('Input.dispatchKeyEvent', { type, key: 'Enter', code: 'Enter', windowsVirtualKeyCode: code });
  await session.send('Input.imeSetComposition', { text: '漢', selectionStart: 1, selectionEnd: 1 });
  await enter('rawKeyDown', 229);
  await enter('keyUp', 13);
  await session.send('Input.insertText', { text: '漢字' });
  // Some input methods end the composition first and press Enter after it, with the code of a composition.
  await enter('rawKeyDown', 229);
  await enter('keyUp', 13);
  await page.waitForTimeout(500);
  expect(await dialogContent(page)).toEqual([]);
  expect(await composerText(page)).toContain('漢字');
  await pressEnter(page);
  await waitForDialog(page);
  expect(standin.ledger.findFragments(key)).toEqual([]);
});
