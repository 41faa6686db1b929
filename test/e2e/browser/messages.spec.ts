import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { startEndpoint } from '../../../server/main.ts';
import { prepareDataFolder } from '../../../server/testing/pglite.ts';
import { pressEnter, typePrompt } from '../../standin/drive.ts';
import { violations } from '../axe.ts';
import { cloudKey } from '../canary.ts';
import { acceptLink, signUp } from '../console.ts';
import { choose, waitForDialog } from '../dialog.ts';
import { joinByCode, killServiceWorker } from '../extension.ts';
import type { GuardedBrowser } from '../extension.ts';
import { test } from './guarded.ts';

/** A message from an incident in the console to the browser behind it, and the answer back. */

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SLUICE_PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** The next sign of life at once: a worker that has forgotten its pauses starts with one. */
async function beatNow(guarded: GuardedBrowser): Promise<void> {
  await (await guarded.worker()).evaluate(() => chrome.storage.session.remove('times'));
  await killServiceWorker(guarded);
}

test('an analyst writes to a pseudonym, the person answers and names themselves, and the console shows both', async ({
  guarded,
  page,
}) => {
  test.setTimeout(180_000);
  const data = mkdtempSync(join(tmpdir(), 'sluice-messages-'));
  await prepareDataFolder(data);
  const endpoint = await startEndpoint({ dataDir: data, log: () => undefined });
  const browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const newPage = async () => (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await joinByCode(guarded, endpoint.joinCode);
  await typePrompt(page, `explain this error with ${cloudKey()} please`);
  await pressEnter(page);
  await waitForDialog(page);
  await choose(page, /replace and send/i);

  const owner = await signUp(await newPage(), { ...endpoint, setupUrl: endpoint.setupUrl });
  await owner.page.goto(`${endpoint.url}/people`);
  await owner.page.getByRole('checkbox', { name: /Analyst/ }).check();
  await owner.page.getByRole('button', { name: 'Make a link' }).click();
  const link = await owner.page.locator('code.secret').innerText();
  const { page: analyst } = await acceptLink(await newPage(), link, {
    name: 'Ana Analyst',
    password: ['another', 'four', 'calm', 'words'].join(' '),
  });
  await expect
    .poll(
      async () => {
        await analyst.goto(`${endpoint.url}/incidents`);
        await analyst.locator('main h1').waitFor();
        await analyst.waitForTimeout(500);
        return analyst.getByRole('row').count();
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(1);
  await analyst.getByRole('row').nth(1).getByRole('button').first().click();
  const sheet = analyst.getByRole('dialog');
  await sheet.getByText('Write to this pseudonym').click();
  await sheet.getByLabel('Message').selectOption('meant-to-be-shared');
  await picture(analyst, 'message-write');
  expect(await violations(analyst)).toEqual([]);
  await sheet.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(sheet.getByRole('status')).toHaveText(/^Sent\./);

  await beatNow(guarded);
  const popup = await guarded.openPage('popup.html');
  await expect(async () => {
    await popup.reload();
    await expect(popup.getByRole('link', { name: '1 message from your organisation' })).toBeVisible();
  }).toPass({ timeout: 40_000 });
  await picture(popup, 'message-popup');
  expect(await violations(popup)).toEqual([]);
  await popup.close();

  const ledger = await guarded.openPage('ledger.html#messages');
  const card = ledger.getByRole('article', { name: 'Was this meant to be shared?' });
  await card.getByText('Say who you are').click();
  await card.getByLabel(/your name/i).fill('Noor van Dijk');
  await expect(card.getByText('{"name":"Noor van Dijk"}')).toBeVisible();
  await picture(ledger, 'message-card');
  expect(await violations(ledger)).toEqual([]);
  await ledger.emulateMedia({ colorScheme: 'dark' });
  await picture(ledger, 'message-card-dark');
  await card.getByRole('button', { name: 'No', exact: true }).click();
  await expect(card.getByText('Your answer: No.')).toBeVisible();
  await card.getByRole('button', { name: 'Send my name' }).click();
  await expect(card.getByText('You gave your name.')).toBeVisible();
  await ledger.waitForTimeout(3_000);
  await ledger.reload();
  await expect(card.getByText('Sent', { exact: true })).toHaveCount(2);
  await picture(ledger, 'message-said');
  await ledger.getByRole('tab', { name: 'What was sent' }).click();
  await ledger.getByText('Gives the name that you typed').click();
  await expect(ledger.getByText('{"name":"Noor van Dijk"}').filter({ visible: true })).toBeVisible();

  await analyst.goto(`${endpoint.url}/messages`);
  const shown = analyst.getByRole('list', { name: 'Messages' }).getByRole('listitem');
  await expect(shown).toContainText(/Named.*Answer: No.*Noor van Dijk.*not verified/s);
  await picture(analyst, 'messages-page');
  expect(await violations(analyst)).toEqual([]);
  await analyst.emulateMedia({ colorScheme: 'dark' });
  await picture(analyst, 'messages-page-dark');

  await browser.close();
  await endpoint.close();
  rmSync(data, { recursive: true, force: true });
});
