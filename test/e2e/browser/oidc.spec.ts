import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { startEndpoint } from '../../../server/main.ts';
import type { Endpoint } from '../../../server/main.ts';
import { startOidcProvider } from '../../../server/testing/oidc-provider.ts';
import type { OidcProvider } from '../../../server/testing/oidc-provider.ts';
import { prepareDataFolder } from '../../../server/testing/pglite.ts';
import { violations } from '../axe.ts';

/** The organisation's own sign-in. The provider is at 127.0.0.1 and the console at localhost: two sites to a browser. */
test.describe.configure({ mode: 'serial' });

let data: string;
let provider: OidcProvider;
let endpoint: Endpoint;
let browser: Browser;
let page: Page;
let ahead = 0;
const clock = () => Date.now() + ahead;

test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'sluice-oidc-'));
  await prepareDataFolder(data);
  provider = await startOidcProvider(clock);
  const { issuer, clientId, clientSecret } = provider;
  const oidc = {
    issuer,
    clientId,
    clientSecret,
    roles: { security: ['owner'] },
    groupsClaim: 'groups',
    mfa: ['mfa'],
  } as const;
  endpoint = await startEndpoint({ dataDir: data, log: () => undefined, clock, oidc });
  browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
});
test.afterAll(async () => {
  await browser.close();
  await endpoint.close();
  await provider.close();
  rmSync(data, { recursive: true, force: true });
});

test('somebody without a second factor is told so, and may go back', async () => {
  provider.mood.claims = { amr: ['pwd'] };
  await page.goto(`${endpoint.url}/sign-in`);
  await page.getByRole('link', { name: 'Sign in with your organisation' }).click();
  await expect(page.getByText(/without a second factor/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Back to the sign-in' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('one click goes there and comes back signed in, from another site', async () => {
  provider.mood.claims = {};
  await page.getByRole('link', { name: 'Sign in with your organisation' }).click();
  await expect(page.getByRole('heading', { name: 'Incidents', exact: true })).toBeVisible();
  await page.goto(`${endpoint.url}/account`);
  await expect(page.getByRole('heading', { name: 'Ola Nordmann' })).toBeVisible();
  await expect(page.getByText(/^You sign in through your organisation/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('a proof is given in another tab, and what was begun goes on', async () => {
  ahead += 11 * 60_000;
  await page.goto(`${endpoint.url}/people`);
  await page.getByRole('checkbox', { name: /Analyst/ }).check();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const dialog = page.getByRole('dialog', { name: 'Is it still you?' });
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Please prove once more that it is you.');
  expect(await violations(page)).toEqual([]);
  const tab = page.context().waitForEvent('page');
  await dialog.getByRole('link', { name: 'Sign in again at your organisation' }).click();
  await expect((await tab).getByText(/^Thank you. Close this tab/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(page.locator('code.secret')).toBeVisible();
});
