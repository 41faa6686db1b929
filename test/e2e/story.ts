import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { canaryForms, viewsOfText } from '../standin/canary-forms.ts';
import * as drive from '../standin/drive.ts';
import type { Standin } from '../standin/server.ts';
import { cloudKey, plainMark, privateKey } from './canary.ts';
import { listedIncidents } from './console.ts';
import type { ConsoleSession } from './console.ts';
import { choose, dialogContent, expectNoDialog, waitForDialog } from './dialog.ts';
import type { Endpoint } from './endpoint.ts';
import { joinByCode, killServiceWorker, localRecords, recordedCount } from './extension.ts';
import type { GuardedBrowser } from './extension.ts';

/** Everything the story is told in. `bare` is a page of a browser without the extension. */
export interface World {
  readonly standin: Standin;
  readonly endpoint: Endpoint;
  readonly browser: GuardedBrowser;
  readonly console: ConsoleSession;
  readonly page: Page;
  readonly bare: Page;
  /** Keys that were used so far: none may be found anywhere. */
  readonly keys: string[];
  readonly picture: (name: string, page: Page) => Promise<void>;
}

/** One sentence of the story. `control` shows, without the extension, that the step can fail. `run` says what was observed. */
export interface Step {
  readonly title: string;
  readonly control?: (world: World) => Promise<string>;
  readonly run: (world: World) => Promise<string>;
}

const promptPath = '/backend-api/f/conversation';
const mark = /\[aws-access-key-id-\d+\]/;

function newKey({ keys }: World): string {
  const key = cloudKey();
  keys.push(key);
  return key;
}

async function controlled({ standin, bare }: World, act: (page: Page, key: string) => Promise<void>): Promise<string> {
  const key = cloudKey();
  standin.ledger.clear();
  await drive.openChat(bare);
  await act(bare, key);
  await expect
    .poll(() => standin.ledger.find(key).length, { message: 'without the extension the key leaves' })
    .toBeGreaterThan(0);
  return `without the extension the key reached ${[...new Set(standin.ledger.find(key).map(({ path }) => path))].join(', ')}`;
}

function expectNothingLeft({ standin }: World, key: string): void {
  expect(standin.ledger.findFragments(key).map(({ path }) => path)).toEqual([]);
}

/** The ledger was cleared before: what arrives now is what the dialog let go. */
async function replaceAndSend({ page, standin }: World): Promise<string> {
  await choose(page, /replace and send/i);
  const [arrived] = await standin.ledger.waitFor(promptPath);
  const sent = mark.exec(arrived?.body.toString() ?? '')?.[0];
  expect(sent, 'the server got a mark').toBeDefined();
  await drive.expectAnswer(page, sent ?? '');
  await expectNoDialog(page);
  return sent ?? '';
}

/** Everything of the endpoint's on disk, everything of the extension's in the browser, and the console's list. */
async function expectKeyNowhere(world: World, key: string): Promise<void> {
  const forms = canaryForms(key);
  const files = readdirSync(world.endpoint.data, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const places = [
    ...files.map((entry) => readFileSync(join(entry.parentPath, entry.name))),
    Buffer.from(await localRecords(world.browser)),
    Buffer.from(JSON.stringify(await listedIncidents(world.console))),
  ];
  for (const place of places) {
    for (const { text } of viewsOfText('record', place.toString('latin1'))) {
      const found = forms.filter(({ needle, caseless }) => (caseless ? text.toLowerCase() : text).includes(needle));
      expect(found.map(({ name }) => name)).toEqual([]);
    }
  }
}

/** A chat from before Sluice was there holds a key: asking again for its answer would send it once more. */
async function regenerateOldChat(world: World): Promise<void> {
  const { page, bare, standin } = world;
  const key = newKey(world);
  await drive.openChat(bare);
  await drive.typePrompt(bare, `old ${key}`);
  await drive.pressSend(bare);
  await drive.expectAnswer(bare, key);
  await drive.openChat(page, new URL(bare.url()).pathname);
  standin.ledger.clear();
  await drive.regenerate(page);
  await waitForDialog(page);
  await page.keyboard.press('Escape');
  await expectNoDialog(page);
  expectNothingLeft(world, key);
}

export const story: readonly Step[] = [
  {
    title: 'The extension joins the endpoint by code and takes the signed policy',
    async run({ browser, endpoint, picture }) {
      await joinByCode(browser, endpoint.ready().joinCode);
      const popup = await browser.openPage('popup.html');
      await expect(
        popup.getByText(/signed by your organisation|from your organisation|organisation/i).first(),
      ).toBeVisible();
      await picture('popup', popup);
      await popup.close();
      return 'joined; the policy in force is the organisation’s';
    },
  },
  {
    title: 'While a prompt with a cloud key is typed, nothing with the key reaches any server',
    control: (world) => controlled(world, (page, key) => drive.typePrompt(page, `explain ${key} please`)),
    async run(world) {
      const { page, standin } = world;
      const key = newKey(world);
      standin.ledger.clear();
      await drive.openChat(page);
      await drive.typePrompt(page, `explain ${key} please`);
      const drafts = await standin.ledger.waitFor(`${promptPath}/prepare`);
      await page.waitForTimeout(800);
      expectNothingLeft(world, key);
      return `${drafts.length} draft calls arrived, none with a character of the key`;
    },
  },
  {
    title: 'Enter shows the dialog, and nothing has left',
    async run(world) {
      const { page, standin, picture, keys } = world;
      await page.keyboard.press('Enter');
      const content = await waitForDialog(page);
      await picture('dialog', page);
      expectNothingLeft(world, keys.at(-1) ?? '');
      expect(standin.ledger.to(promptPath)).toEqual([]);
      return content.find((line) => line.startsWith('alertdialog')) ?? '';
    },
  },
  {
    title: 'Replace and send: the server gets the prompt with the mark, and the answer streams in',
    control: (world) =>
      controlled(world, async (page, key) => {
        await drive.typePrompt(page, `explain ${key} please`);
        await drive.pressSend(page);
        await drive.expectAnswer(page, key);
      }),
    async run(world) {
      const { page, standin, picture, keys } = world;
      await drive.openChat(page);
      standin.ledger.clear();
      await drive.typePrompt(page, `explain ${keys.at(-1) ?? ''} please`);
      await page.keyboard.press('Enter');
      await waitForDialog(page);
      const sent = await replaceAndSend(world);
      expect(standin.ledger.find(sent).some(({ path }) => path === promptPath)).toBe(true);
      expectNothingLeft(world, keys.at(-1) ?? '');
      await picture('answer', page);
      return `the server got ${sent}`;
    },
  },
  {
    title: 'The incident is in the ledger, at the endpoint and in the console, and no byte of the key in any of them',
    async run(world) {
      const { browser, picture, keys } = world;
      await expect
        .poll(async () => (await listedIncidents(world.console)).map(({ outcome }) => outcome), { timeout: 30_000 })
        .toContain('replaced');
      const ledger = await browser.openPage('ledger.html');
      await ledger.getByRole('tab', { name: /sent/i }).click();
      await expect(ledger.getByText('/v1/incidents').first()).toBeVisible();
      await picture('ledger', ledger);
      await ledger.close();
      await world.console.page.reload();
      await expect(world.console.page.getByRole('table')).toContainText('AWS');
      await picture('console', world.console.page);
      await expectKeyNowhere(world, keys.at(-1) ?? '');
      return `${(await listedIncidents(world.console)).length} incidents in the console`;
    },
  },
  {
    title: 'A paste does the same',
    control: (world) =>
      controlled(world, async (page, key) => {
        await drive.pasteText(page, `pasted ${key}`);
        await drive.pressSend(page);
      }),
    async run(world) {
      const key = newKey(world);
      world.standin.ledger.clear();
      await drive.pasteText(world.page, `pasted ${key}`);
      await drive.pressEnter(world.page);
      await waitForDialog(world.page);
      expectNothingLeft(world, key);
      const sent = await replaceAndSend(world);
      expectNothingLeft(world, key);
      return `the server got ${sent}`;
    },
  },
  {
    title:
      'An edit of an earlier message and a regenerated answer are held by ring 2; refused, the page shows its own error',
    control: (world) =>
      controlled(world, async (page, key) => {
        await drive.typePrompt(page, 'hello');
        await drive.pressSend(page);
        await drive.expectAnswer(page, 'hello');
        await drive.editMessage(page, 0, `hello ${key}`);
        await drive.expectAnswer(page, key);
        await drive.regenerate(page);
      }),
    async run(world) {
      const { page, standin } = world;
      const key = newKey(world);
      standin.ledger.clear();
      await drive.editMessage(page, 0, `hello ${key}`);
      await waitForDialog(page);
      await page.keyboard.press('Escape');
      const error = await drive.pageError(page);
      expectNothingLeft(world, key);
      await regenerateOldChat(world);
      return `the page says: ${error}`;
    },
  },
  {
    title: 'A private key is blocked in our dialog, without a request',
    control: (world) =>
      controlled(world, async (page, key) => {
        await drive.pasteText(page, `${key} ${privateKey()}`);
        await drive.pressSend(page);
      }),
    async run(world) {
      const { page, standin, picture } = world;
      const pem = privateKey();
      await drive.openChat(page);
      standin.ledger.clear();
      await drive.pasteText(page, pem);
      await drive.pressEnter(page);
      const content = (await waitForDialog(page)).join('\n');
      expect(content).not.toMatch(/button: .*(send|replace)/i);
      await picture('blocked', page);
      await page.keyboard.press('Escape');
      await expectNoDialog(page);
      expect(standin.ledger.to(promptPath)).toEqual([]);
      expect(standin.ledger.find(pem.split('\n')[1] ?? '')).toEqual([]);
      return 'no request was made';
    },
  },
  {
    title: 'A harmless session meets no intervention',
    async run({ page, standin, browser }) {
      const before = await recordedCount(browser);
      await page.bringToFront();
      await drive.openChat(page);
      standin.ledger.clear();
      const word = plainMark();
      await drive.typePrompt(page, `what is ${word}?`);
      await drive.pressEnter(page);
      await drive.expectAnswer(page, word);
      await drive.editMessage(page, 0, `and ${word} again?`);
      await drive.expectAnswer(page, `and ${word} again?`);
      await drive.regenerate(page);
      await drive.expectAnswer(page, word);
      await drive.saveInstructions(page, 'Answer in short sentences.');
      await drive.renameChat(page, 'A harmless chat');
      expect(await dialogContent(page)).toEqual([]);
      expect(await recordedCount(browser), 'nothing was refused or recorded').toBe(before);
      expect(standin.ledger.find('Answer in short sentences.').length).toBeGreaterThan(0);
      return `${standin.ledger.records.length} requests, no dialog, no error`;
    },
  },
  {
    title: 'The endpoint is killed, entries wait, the endpoint returns, receipts match',
    async run(world) {
      const { page, endpoint, browser } = world;
      const before = (await listedIncidents(world.console)).length;
      await endpoint.kill();
      const key = newKey(world);
      await drive.openChat(page);
      world.standin.ledger.clear();
      await drive.typePrompt(page, `while away ${key}`);
      await drive.pressEnter(page);
      await waitForDialog(page);
      await replaceAndSend(world);
      const popup = await browser.openPage('popup.html');
      await expect(popup.getByText(/wait/i).first()).toBeVisible();
      await endpoint.restart();
      await expect
        .poll(async () => (await listedIncidents(world.console)).length, { timeout: 90_000 })
        .toBeGreaterThan(before);
      await popup.close();
      const ledger = await browser.openPage('ledger.html');
      await expect(ledger.getByText('Sent; receipt checked').first()).toBeVisible();
      await expect(ledger.getByText(/receipt of the server did not fit/i)).toHaveCount(0);
      await ledger.close();
      return `${(await listedIncidents(world.console)).length - before} entry arrived after the restart`;
    },
  },
  {
    title: 'The service worker is killed before Enter, and the verdict is the same',
    async run(world) {
      const { page, browser } = world;
      const key = newKey(world);
      await drive.openChat(page);
      world.standin.ledger.clear();
      await drive.typePrompt(page, `once more ${key}`);
      await killServiceWorker(browser);
      await page.bringToFront();
      await drive.pressEnter(page);
      await waitForDialog(page);
      const sent = await replaceAndSend(world);
      expectNothingLeft(world, key);
      return `the server got ${sent}`;
    },
  },
  {
    title: 'Text that is typed and deleted again has left no trace anywhere',
    control: (world) => controlled(world, (page, key) => drive.typePrompt(page, `secret ${key}`)),
    async run(world) {
      const { page, standin } = world;
      const key = newKey(world);
      await drive.openChat(page);
      standin.ledger.clear();
      await expect
        .poll(() => localRecords(world.browser), { message: 'everything is sent', timeout: 60_000 })
        .not.toContain('"state":"waiting"');
      await page.bringToFront();
      const before = (await listedIncidents(world.console)).length;
      await drive.typePrompt(page, `secret ${key}`);
      await page.waitForTimeout(800);
      await drive.clearPrompt(page);
      await page.waitForTimeout(2_500);
      expectNothingLeft(world, key);
      expect((await listedIncidents(world.console)).length).toBe(before);
      for (const used of world.keys) await expectKeyNowhere(world, used);
      return 'no request, no incident, no record';
    },
  },
];
