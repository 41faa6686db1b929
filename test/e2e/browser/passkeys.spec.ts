import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { startEndpoint } from '../../../server/main.ts';
import type { Endpoint } from '../../../server/main.ts';
import { prepareDataFolder } from '../../../server/testing/pglite.ts';
import { violations } from '../axe.ts';
import { signUp } from '../console.ts';

/** Passkeys, with the browser's own virtual authenticator in place of a fingerprint reader. */
test.describe.configure({ mode: 'serial' });

let data: string;
let endpoint: Endpoint;
let browser: Browser;
let page: Page;
let session: CDPSession;
let authenticatorId: string;
let ahead = 0;

test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'sluice-passkeys-'));
  await prepareDataFolder(data);
  endpoint = await startEndpoint({ dataDir: data, log: () => undefined, clock: () => Date.now() + ahead });
  browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  ({ authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options }));
  await signUp(page, { ...endpoint, setupUrl: endpoint.setupUrl });
});
test.afterAll(async () => {
  await browser.close();
  await endpoint.close();
  rmSync(data, { recursive: true, force: true });
});

const list = () => page.getByRole('region', { name: 'Passkeys' });

async function addPasskey(title: string): Promise<void> {
  await list().getByLabel('Name of the new passkey').fill(title);
  await list().getByRole('button', { name: 'Add a passkey' }).click();
}

test('a passkey is added in the account, once', async () => {
  await page.goto(`${endpoint.url}/account`);
  await addPasskey('Laptop');
  await expect(list().getByRole('listitem')).toHaveText([/^Laptop since/]);
  await addPasskey('Laptop again');
  await expect(list().getByRole('alert')).toHaveText('This passkey was added already.');
  expect(await violations(page)).toEqual([]);
});

test('it signs in with one click, without name or password', async () => {
  await page.getByRole('button', { name: 'Sign out' }).click();
  const buttons = page.getByRole('main').getByRole('button');
  await expect(buttons.first()).toHaveText('Sign in with a passkey');
  expect(await violations(page)).toEqual([]);
  await buttons.first().click();
  await expect(page.getByRole('heading', { name: 'Incidents', exact: true })).toBeVisible();
});

test('it proves again who is at the keyboard', async () => {
  ahead += 11 * 60_000;
  await page.goto(`${endpoint.url}/account`);
  await page.getByRole('button', { name: 'Make new codes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Is it still you?' });
  await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await dialog.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(/^The browser gave no passkey/);
  expect(await violations(page)).toEqual([]);
  await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  await dialog.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.locator('.codes li')).toHaveCount(10);
});

test('it works in browsers without the JSON helpers too', async () => {
  await page.goto(`${endpoint.url}/account`);
  await list().getByRole('button', { name: 'Remove the passkey Laptop' }).click();
  await expect(list().getByRole('listitem')).toHaveCount(0);
  await session.send('WebAuthn.clearCredentials', { authenticatorId });
  await page.addInitScript(() => {
    for (const name of ['parseCreationOptionsFromJSON', 'parseRequestOptionsFromJSON'])
      Reflect.deleteProperty(PublicKeyCredential, name);
    Reflect.deleteProperty(PublicKeyCredential.prototype, 'toJSON');
  });
  await page.reload();
  await addPasskey('Old browser');
  await expect(list().getByRole('listitem')).toHaveText([/^Old browser since/]);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('heading', { name: 'Incidents', exact: true })).toBeVisible();
});

test('a passkey that was removed signs nobody in', async () => {
  await page.goto(`${endpoint.url}/account`);
  await list().getByRole('button', { name: 'Remove the passkey Old browser' }).click();
  await expect(list().getByRole('listitem')).toHaveCount(0);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('alert')).toHaveText(/^That passkey was not accepted/);
});

test('under a bare address the console says why there are none', async () => {
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(endpoint.url.replace('localhost', '127.0.0.1'));
  await expect(stranger.getByText(/^Passkeys work where the console is opened under a name/)).toBeVisible();
  await expect(stranger.getByRole('button', { name: 'Sign in with a passkey' })).toHaveCount(0);
  await stranger.close();
});
