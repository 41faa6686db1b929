import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { noteBackup, writeAlert } from '../../../server/store/alerts.ts';
import { dayOf } from '../../../server/store/database.ts';
import { replaceExpectedDevices } from '../../../server/store/fleet.ts';
import { migrate } from '../../../server/store/migrate.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { startEndpoint } from '../../../server/main.ts';
import type { Endpoint } from '../../../server/main.ts';
import { TestBrowser, incidentAt } from '../../../server/testing/browser.ts';
import { prepareDataFolder } from '../../../server/testing/pglite.ts';
import { violations } from '../axe.ts';
import { signUp } from '../console.ts';
import type { ConsoleSession } from '../console.ts';

/** The console, as a security team of two uses it. */
test.describe.configure({ mode: 'serial' });

const pages = [
  '/incidents',
  '/messages',
  '/policy',
  '/people',
  '/counts',
  '/requests',
  '/fleet',
  '/alerts',
  '/enrolment',
  '/siem',
  '/keys',
  '/audit',
  '/account',
];

let data: string;
let endpoint: Endpoint;
let browser: Browser;
let owner: ConsoleSession;
let second: Page;
let ahead = 0;

test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'sluice-console-'));
  await prepareDataFolder(data);
  await makeAlerts();
  endpoint = await startEndpoint({ dataDir: data, log: () => undefined, clock: () => Date.now() + ahead });
  const send = (path: string, init?: RequestInit) => fetch(`${endpoint.url}${path}`, init);
  const enrolled = await TestBrowser.join(send, endpoint.enrollmentToken);
  for (let index = 0; index < 3; index += 1) await enrolled.note(incidentAt(Date.now()));
  await enrolled.push(0);
  browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  owner = await signUp(await newPage(), { ...endpoint, setupUrl: endpoint.setupUrl });
});
test.afterAll(async () => {
  await browser.close();
  await endpoint.close();
  rmSync(data, { recursive: true, force: true });
});

/** Two alerts that hold, so that housekeeping leaves them open, and one that is over. */
async function makeAlerts(): Promise<void> {
  const db = await openDatabase({ dataDir: data, databaseUrl: undefined, log: () => undefined });
  const now = Date.now();
  const today = dayOf(now);
  const none = { acknowledgedBy: null, acknowledgedOn: null, told: null, toldOn: null, closedOn: null };
  const row = (level: 'warning' | 'alarm') => ({ ...none, id: randomUUID(), level, highest: level, since: today });
  await migrate(db);
  await replaceExpectedDevices(db, [{ group: 'sales', devices: 40 }], now);
  await noteBackup(db, dayOf(now - 9 * 86_400_000));
  await writeAlert(db, { ...row('alarm'), kind: 'silent-group', subject: 'sales' });
  await writeAlert(db, { ...row('warning'), kind: 'backup-old', subject: '' });
  await writeAlert(db, { ...row('warning'), kind: 'drift', subject: 'legal', closedOn: today });
  await db.close();
}

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

const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead });

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${endpoint.url}${path}`);
  await page.locator('main h1').waitFor();
}

test('the owner invites a second person, who sees what their roles allow', async () => {
  await open(owner.page, '/people');
  await owner.page.getByRole('checkbox', { name: /Policy approver/ }).check();
  await owner.page.getByRole('button', { name: 'Make a link' }).click();
  const link = await owner.page.locator('code.secret').innerText();
  await picture(owner.page, 'people-link');
  second = await newPage();
  await second.goto(link);
  await expect(second.getByRole('heading', { name: 'Join the console' })).toBeVisible();
  await second.getByLabel('Your name').fill('Sam Second');
  await second.getByLabel('Password', { exact: true }).fill(['another', 'four', 'calm', 'words'].join(' '));
  await second.getByRole('button', { name: 'Continue' }).click();
  await second.getByText('I cannot scan it').click();
  const secret = (await second.locator('code.secret').innerText()).replaceAll(/\s/g, '');
  await second.getByLabel(/code from your authenticator/i).fill(codeOf(secret));
  await second.getByRole('button', { name: 'Finish' }).click();
  await expect(second.locator('.codes li')).toHaveCount(10);
  await picture(second, 'recovery-codes');
  expect(await violations(second)).toEqual([]);
  await second.getByRole('button', { name: 'I have kept them' }).click();
  const nav = second.getByRole('navigation', { name: 'Pages' });
  await expect(nav.getByRole('link')).toHaveText(['Policy', 'Keys']);
  await second.goto(`${endpoint.url}/people`);
  await expect(second.getByRole('heading', { name: 'Policy in force' })).toBeVisible();
});

test('a policy is proposed by one and published by the other', async () => {
  const { page } = owner;
  await open(page, '/policy');
  await page.getByText('Propose a change').click();
  const editor = page.getByLabel(/The whole policy, as JSON/);
  const text = await editor.inputValue();
  await editor.fill('{');
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(page.getByText('This is not JSON.')).toBeVisible();
  await editor.fill(text.replace('"mode": "enforce"', '"mode": "sometimes"'));
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(page.getByText(/^mode: /)).toBeVisible();
  await picture(page, 'policy-refused');
  await editor.fill(text.replace('"mode": "enforce"', '"mode": "observe"'));
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(page.getByText('Somebody else has to approve it.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve and publish' })).toHaveCount(0);
  await open(second, '/policy');
  await picture(second, 'proposal');
  await second.getByRole('button', { name: 'Approve and publish' }).click();
  await expect(second.getByText('Published', { exact: true })).toBeVisible();
  const rows = second.getByRole('region', { name: 'Policies before' }).getByRole('row');
  await expect(rows.nth(1)).toContainText(/1\.2.*Observes only.*Robin Owner.*Sam Second/);
});

test('a SIEM is added with what its kind asks for, and changed without its secret', async () => {
  const { page } = owner;
  await open(page, '/siem');
  const form = page.locator('form', { hasText: 'Add a place' });
  await expect(form.getByLabel('Host')).toBeVisible();
  await form.getByLabel('Kind').selectOption({ label: 'Splunk HTTP Event Collector' });
  await expect(form.getByLabel('Host')).toHaveCount(0);
  await form.getByLabel('Name', { exact: true }).fill('Splunk of the office');
  await form.getByLabel('Address').fill('https://splunk.example:8088');
  await form.getByLabel('Token').fill('a-token');
  await form.getByLabel('Wait for the indexer’s acknowledgement').selectOption('no');
  await form.getByRole('button', { name: 'Add it' }).click();
  const card = page.getByRole('list', { name: 'Places' }).getByRole('listitem').first();
  await expect(card).toContainText('Splunk HTTP Event Collector, https://splunk.example:8088');
  await card.getByText('Change it').click();
  await expect(card.getByLabel('Address')).toHaveValue('https://splunk.example:8088');
  await expect(card.getByLabel('Wait for the indexer’s acknowledgement')).toHaveValue('no');
  await picture(page, 'siem-change');
  expect(await violations(page)).toEqual([]);
  await card.getByLabel('Name', { exact: true }).fill('Splunk of the house');
  await card.getByRole('button', { name: 'Save' }).click();
  await expect(card.getByRole('heading')).toHaveText('Splunk of the house');
  await card.getByText('Change it').click();
  await card.getByLabel('Address').fill('https://elsewhere.example:8088');
  await card.getByRole('button', { name: 'Save' }).click();
  await expect(card.getByRole('alert')).toContainText('a new one when it leads elsewhere');
  await card.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Incidents stay here for now.')).toBeVisible();
});

test('what is dangerous asks for a code again after ten minutes, once', async () => {
  ahead += 11 * 60_000;
  const { page, secret } = owner;
  await open(page, '/people');
  await page.getByLabel('Name', { exact: true }).fill('SIEM');
  await page.getByRole('checkbox', { name: 'Read incidents' }).check();
  await page.getByRole('button', { name: 'Make the key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Is it still you?' });
  await expect(dialog).toBeVisible();
  await picture(page, 'proof');
  expect(await violations(page)).toEqual([]);
  await dialog.getByLabel(/code from your authenticator/i).fill('000000');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel(/code from your authenticator/i).fill(codeOf(secret));
  await dialog.getByRole('button', { name: 'Continue' }).click();
  const key = await page.locator('code.secret').innerText();
  const answer = await fetch(`${endpoint.url}/api/incidents`, { headers: { authorization: `Bearer ${key}` } });
  expect(answer.status).toBe(200);
  await page.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByRole('cell', { name: 'Revoked' })).toBeVisible();
});

test('everything stands in the audit log, which is exported as a file', async () => {
  const { page } = owner;
  await open(page, '/audit');
  const rows = page.getByRole('region', { name: 'Audit log' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('Read the audit log');
  for (const what of ['Revoked an API key', 'Published a policy', 'Joined by invitation'])
    await expect(page.getByRole('cell', { name: what }).first()).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  expect((await download).suggestedFilename()).toBe('sluice-audit.jsonl');
});

test('entries are looked up by ids that somebody brought, and erased', async () => {
  const { page } = owner;
  const [kept, one, two] = [incidentAt(Date.now()), incidentAt(Date.now()), incidentAt(Date.now())];
  const send = (path: string, init?: RequestInit) => fetch(`${endpoint.url}${path}`, init);
  const someone = await TestBrowser.join(send, endpoint.enrollmentToken, () => Date.now() + ahead);
  for (const incident of [kept, one, two]) await someone.note(incident);
  await someone.push(0);
  await open(page, '/requests');
  await expect(page.getByRole('button', { name: 'Look up' })).toBeDisabled();
  await page.getByLabel('Ids of entries').fill(`My ids:\n${one.id}\n${two.id.toUpperCase()}`);
  await expect(page.getByText('2 ids. The rest of the text is no id')).toBeVisible();
  await page.getByRole('button', { name: 'Look up' }).click();
  await expect(page.getByText('2 entries are stored under these 2 ids.')).toBeVisible();
  await expect(page.getByRole('cell', { name: one.id })).toBeVisible();
  await page.getByRole('button', { name: 'Erase …' }).click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await picture(page, `requests-held-${colorScheme}`);
    expect(await violations(page)).toEqual([]);
  }
  await page.getByRole('button', { name: 'Erase these 2 ids' }).click();
  const code = page.getByLabel('Code from your authenticator app');
  const erased = page.getByText('2 entries are erased here.');
  await expect(code.or(erased)).toBeVisible();
  if (await code.isVisible()) {
    await code.fill(codeOf(owner.secret));
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  await expect(erased).toBeVisible();
  await page.getByLabel('Ids of entries').fill([kept.id, one.id].join('\n'));
  await page.getByRole('button', { name: 'Look up' }).click();
  await expect(page.getByText('1 entry is stored under these 2 ids.')).toBeVisible();
});

test('somebody takes note of an alert with the keyboard, and says where alerts are sent to', async () => {
  const { page, secret } = owner;
  await open(page, '/fleet');
  const list = page.getByRole('list', { name: 'Open alerts' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await list.getByRole('button', { name: 'Take note: Too few browsers are heard (sales)' }).focus();
  await page.keyboard.press('Enter');
  await expect(list.getByText(/noted by Robin Owner/)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Noted: Too few browsers' })).toBeVisible();
  await expect(list.getByRole('button')).toHaveCount(1);

  await open(page, '/alerts');
  await expect(page.getByText('Nobody is told')).toBeVisible();
  await page.getByText('Over in the last 30 days').click();
  await expect(page.getByText('ChatGPT has changed for many browsers (legal)')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('IT on call');
  await page.getByLabel('To', { exact: true }).fill('it@example.org');
  await page.getByLabel('From', { exact: true }).fill('sluice@example.org');
  await page.getByLabel('Mail server').fill('127.0.0.1');
  ahead += 11 * 60_000;
  await page.getByRole('button', { name: 'Add it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Is it still you?' });
  await dialog.getByLabel(/code from your authenticator/i).fill(codeOf(secret));
  await dialog.getByRole('button', { name: 'Continue' }).click();
  const card = page.getByRole('list', { name: 'Destinations' }).getByRole('listitem');
  await expect(card).toContainText('Mail, it@example.org by 127.0.0.1');
  await card.getByRole('button', { name: 'Send a test' }).click();
  await expect(card.getByRole('status')).toHaveText('The address is not public. Allow its network if it is meant.');
  await picture(page, 'alerts-tested');
  await page.getByLabel('Kind', { exact: true }).selectOption('Webhook, signed');
  await expect(page.getByLabel('Mail server')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page has an accessibility violation, and each fits 320 pixels, in ${colorScheme}`, async () => {
    const { page } = owner;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const path of pages) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await open(page, path);
      await expect(page.getByText('Loading…')).toHaveCount(0);
      await picture(page, `${path.slice(1)}-${colorScheme}`);
      expect([path, ...(await violations(page))]).toEqual([path]);
      await page.setViewportSize({ width: 320, height: 700 });
      const wide = `[...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > 320
        && !one.closest('.scroller, pre, textarea')).map((one) => one.tagName + '.' + one.className).slice(0, 5)`;
      expect([path, ...(await page.evaluate<string[]>(wide))]).toEqual([path]);
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 320]);
    }
  });
}
