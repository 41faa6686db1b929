import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { builtInPolicy } from '../../../lib/policy/built-in.ts';
import { startEndpoint } from '../../../server/main.ts';
import type { Endpoint } from '../../../server/main.ts';
import { prepareDataFolder } from '../../../server/testing/pglite.ts';
import { makeDictionary } from '../../fixtures/dictionary.ts';
import * as drive from '../../standin/drive.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { violations } from '../axe.ts';
import { signUp } from '../console.ts';
import type { ConsoleSession } from '../console.ts';
import { dialogContent, waitForDialog } from '../dialog.ts';
import { expectPolicy, joinByCode, launchGuarded } from '../extension.ts';
import type { GuardedBrowser } from '../extension.ts';

/** A list of two hundred thousand terms, from the file to the dialog. */
test.describe.configure({ mode: 'serial' });

const base = { ...builtInPolicy, name: 'Without a list' };
const term = (at: number) => `client ${((at * 7_919) % 1_000_003).toString(36)} ${at}`;

let data: string;
let standin: Standin;
let endpoint: Endpoint;
let guarded: GuardedBrowser;
let browser: Browser;
let owner: ConsoleSession;
let second: Page;
let chat: Page;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  data = mkdtempSync(join(tmpdir(), 'sluice-lists-'));
  await prepareDataFolder(data);
  standin = await startStandin();
  endpoint = await startEndpoint({ dataDir: data, log: () => undefined });
  await endpoint.publishPolicy(base, { author: 'A. Author', approver: 'B. Approver', pollSeconds: 5 });
  guarded = await launchGuarded(standin);
  await joinByCode(guarded, endpoint.joinCode);
  chat = await guarded.context.newPage();
  browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  owner = await signUp(await newPage(), { ...endpoint, setupUrl: endpoint.setupUrl });
});
test.afterAll(async () => {
  await guarded.close();
  await browser.close();
  await endpoint.close();
  await standin.close();
  rmSync(data, { recursive: true, force: true });
});

async function newPage(): Promise<Page> {
  return (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
}

/** Pictures are kept where a designer asks for them. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SLUICE_PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** A second person: publishing takes two. */
async function invite(): Promise<Page> {
  await owner.page.goto(`${endpoint.url}/people`);
  await owner.page.getByRole('checkbox', { name: /Policy approver/ }).check();
  await owner.page.getByRole('button', { name: 'Make a link' }).click();
  const page = await newPage();
  await page.goto(await owner.page.locator('code.secret').innerText());
  await page.getByLabel('Your name').fill('Sam Second');
  await page.getByLabel('Password', { exact: true }).fill(['another', 'four', 'calm', 'words'].join(' '));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('I cannot scan it').click();
  const secret = (await page.locator('code.secret').innerText()).replaceAll(/\s/g, '');
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await page.getByLabel(/code from your authenticator/i).fill(code);
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  return page;
}

test('a list is uploaded by keyboard and added to the policy; what is no list is refused', async () => {
  test.setTimeout(180_000);
  second = await invite();
  const { page } = owner;
  await page.goto(`${endpoint.url}/policy`);
  await page.getByText('Propose a change').click();
  const made = makeDictionary(Array.from({ length: 200_000 }, (_, at) => term(at)));
  const input = page.getByLabel('A file that “sluice dictionary” wrote');
  const give = async (content: string) => {
    await input.setInputFiles({ name: 'clients.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    await input.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  };
  await give('client,name');
  await expect(page.getByText('This is no file that “sluice dictionary” wrote.')).toBeVisible();
  await give(JSON.stringify(made.file));
  await expect(page.getByText('“Names of projects” is stored.')).toBeVisible();
  const row = page.getByRole('region', { name: 'Lists' }).getByRole('row').nth(1);
  await expect(row).toContainText(/Names of projects.*200,000.*1\.7 MB.*nowhere.*Robin Owner/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
    await picture(page, `lists-${colorScheme}`);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await picture(page, 'lists-narrow');
  await page.setViewportSize({ width: 1280, height: 720 });
  await row.getByRole('button', { name: /^Add to the policy\s+Names of projects/ }).press('Enter');
  const editor = page.getByLabel(/The whole policy, as JSON/);
  await expect(editor).toHaveValue(new RegExp(made.entry.sha256));
  await editor.fill((await editor.inputValue()).replace('Without a list', 'With a list'));
  await page.getByRole('button', { name: 'Propose', exact: true }).press('Enter');
  await expect(page.getByText('Somebody else has to approve it.')).toBeVisible();
});

test('a prompt with one of its terms meets the dialog once it is published, and did not before', async () => {
  test.setTimeout(180_000);
  const prompt = `please write to ${term(123_456)} about the offer`;
  await drive.openChat(chat);
  await drive.typePrompt(chat, prompt);
  await drive.pressEnter(chat);
  await drive.expectAnswer(chat, 'offer');
  expect(await dialogContent(chat)).toEqual([]);
  await second.goto(`${endpoint.url}/policy`);
  await second.getByRole('button', { name: 'Approve and publish' }).click();
  await expect(second.getByText('Published', { exact: true })).toBeVisible();
  await expectPolicy(guarded, 'With a list');
  await chat.bringToFront();
  await drive.openChat(chat);
  standin.ledger.clear();
  await drive.typePrompt(chat, prompt);
  await drive.pressEnter(chat);
  expect((await waitForDialog(chat)).join('\n')).toContain('Names of projects');
  expect(standin.ledger.find(term(123_456))).toEqual([]);
});
