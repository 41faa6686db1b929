import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Policy } from '../../../lib/contract/policy.ts';
import { builtInPolicy } from '../../../lib/policy/built-in.ts';
import { startEndpoint } from '../../../server/main.ts';
import type { Endpoint } from '../../../server/main.ts';
import { prepareDataFolder } from '../../../server/testing/pglite.ts';
import * as drive from '../../standin/drive.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { plainMark } from '../canary.ts';
import { choose, dialogContent, waitForDialog } from '../dialog.ts';
import { expectPolicy, joinByCode, launchGuarded, localRecords } from '../extension.ts';
import type { GuardedBrowser } from '../extension.ts';

/** Which account is signed in, and what policy says to that. */
test.describe.configure({ mode: 'serial' });

const release = { author: 'A. Author', approver: 'B. Approver', pollSeconds: 5 };
const prompt = '/backend-api/f/conversation';
let data: string;
let standin: Standin;
let endpoint: Endpoint;
let guarded: GuardedBrowser;
let page: Page;

test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'sluice-accounts-'));
  await prepareDataFolder(data);
  standin = await startStandin();
  endpoint = await startEndpoint({ dataDir: data, log: () => undefined });
  await endpoint.publishPolicy(builtInPolicy, release);
  guarded = await launchGuarded(standin);
  await joinByCode(guarded, endpoint.joinCode);
  page = await guarded.context.newPage();
});
test.afterAll(async () => {
  await guarded.close();
  await endpoint.close();
  await standin.close();
  rmSync(data, { recursive: true, force: true });
});

async function publish(name: string, accounts: Policy['accounts']): Promise<void> {
  const policy: Policy = { ...builtInPolicy, name, accounts };
  await endpoint.publishPolicy(policy, release);
  await expectPolicy(guarded, name);
  await page.bringToFront();
}

async function send(text: string): Promise<void> {
  await drive.typePrompt(page, text);
  await drive.pressEnter(page);
}

for (const frontEnd of ['A', 'B'] as const) {
  test(`a personal account is warned of once, front end ${frontEnd}`, async () => {
    standin.options.frontEnd = frontEnd;
    standin.options.account = 'personal';
    await publish(`Warns ${frontEnd}`, { personal: 'warn' });
    await drive.openChat(page);
    standin.ledger.clear();
    const [first, second] = [plainMark(), plainMark()];
    await send(`hello ${first}`);
    expect((await waitForDialog(page)).join('\n')).toMatch(/not an account of your organisation/i);
    expect(standin.ledger.find(first)).toEqual([]);
    await choose(page, /send anyway/i);
    await drive.expectAnswer(page, first);
    await send(`and ${second}`);
    await drive.expectAnswer(page, second);
    await expect.poll(() => localRecords(guarded)).toContain('\\"cause\\":\\"account\\"');
    await page.bringToFront();
  });
}

test('a personal account is refused, and nothing of it leaves', async () => {
  standin.options.frontEnd = 'A';
  await publish('Blocks', { personal: 'block' });
  await drive.openChat(page);
  standin.ledger.clear();
  const mark = plainMark();
  await send(`hello ${mark}`);
  await waitForDialog(page);
  expect((await dialogContent(page)).join('\n')).not.toMatch(/send anyway/i);
  await page.keyboard.press('Escape');
  await drive.pageError(page);
  expect(standin.ledger.find(mark)).toEqual([]);
});

test('a workspace passes under the same policy', async () => {
  standin.options.account = 'workspace';
  await drive.openChat(page);
  const mark = plainMark();
  await send(`hello ${mark}`);
  await drive.expectAnswer(page, mark);
});

test('named workspaces are told to the product with each request, and another one is refused', async () => {
  const [own] = standin.ledger
    .to(prompt)
    .flatMap(({ headers }) => headers.filter(([name]) => name.toLowerCase() === 'chatgpt-account-id'))
    .map(([, value]) => value);
  await publish('Names the workspace', { personal: 'block', workspaces: [own ?? ''] });
  await drive.openChat(page);
  standin.ledger.clear();
  const mark = plainMark();
  await send(`hello ${mark}`);
  await drive.expectAnswer(page, mark);
  const told = standin.ledger
    .to(prompt)
    .flatMap(({ headers }) => headers.filter(([name]) => name.toLowerCase() === 'chatgpt-allowed-workspace-id'));
  expect(told.map(([, value]) => value)).toEqual([own]);
  await publish('Names another one', { personal: 'block', workspaces: ['org-of-somebody-else'] });
  await drive.openChat(page);
  standin.ledger.clear();
  const other = plainMark();
  await send(`hello ${other}`);
  await waitForDialog(page);
  expect(standin.ledger.find(other)).toEqual([]);
});
