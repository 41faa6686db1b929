import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import type { Incident } from '../../lib/contract/incident.ts';
import type { Ready } from './endpoint.ts';

/** The owner's signed-in console in a browser without the extension. */
export interface ConsoleSession {
  readonly page: Page;
  readonly secret: string;
}

const owner = { name: 'Robin Owner', password: ['four', 'quiet', 'words', 'here'].join(' ') };

/** Sets the console up through its own pages, as its first owner does: once, with the printed link. */
export async function signUp(page: Page, { setupUrl }: Ready): Promise<ConsoleSession> {
  if (setupUrl === null) throw new Error('the endpoint has an owner already');
  const session = await acceptLink(page, setupUrl, owner);
  await page.getByRole('heading', { name: 'Incidents', exact: true }).waitFor();
  return session;
}

interface Newcomer {
  readonly name: string;
  readonly password: string;
}

/** Takes a set-up link or an invitation: a name, a password, an authenticator, and the recovery codes are kept. */
export async function acceptLink(page: Page, link: string, { name, password }: Newcomer): Promise<ConsoleSession> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('I cannot scan it').click();
  const secret = (await page.locator('code.secret').innerText()).replaceAll(/\s/g, '');
  await page
    .getByLabel(/code from your authenticator/i)
    .fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  return { page, secret };
}

/** The incidents that the console lists, newest first, as its own page asks for them. */
export async function listedIncidents({ page }: ConsoleSession): Promise<readonly Incident[]> {
  return page.evaluate(async () => {
    const response = await fetch('/api/incidents', { headers: { 'x-sluice': '1' } });
    if (!response.ok) return [];
    const { rows } = (await response.json()) as { rows: { incident: Incident }[] };
    return rows.map(({ incident }) => incident);
  });
}
