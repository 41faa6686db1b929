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
import { cloudKey, plainMark } from '../canary.ts';
import { choose, dialogContent, waitForDialog } from '../dialog.ts';
import { expectPolicy, joinByCode, launchGuarded, popupText } from '../extension.ts';
import type { GuardedBrowser } from '../extension.ts';

/** The page has changed overnight: its composer and the address of its prompts have other names. */
test.describe.configure({ mode: 'serial' });

const renamed = '/backend-api/f/converse';
const base: Policy = {
  ...builtInPolicy,
  name: 'With a pack',
  incidents: { ...builtInPolicy.incidents, pushDelaySeconds: [0, 0] },
};
const release = { author: 'A. Author', approver: 'B. Approver', pollSeconds: 5 };

let data: string;
let standin: Standin;
let endpoint: Endpoint;
let guarded: GuardedBrowser;
let page: Page;

test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'sluice-drift-'));
  await prepareDataFolder(data);
  standin = await startStandin({ renamed: true });
  endpoint = await startEndpoint({ dataDir: data, log: () => undefined });
  await endpoint.publishPolicy(base, release);
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
test.beforeEach(async () => {
  await drive.openChat(page);
  standin.ledger.clear();
});

async function status(): Promise<string> {
  const text = await popupText(guarded);
  await page.bringToFront();
  return text;
}

async function publish(policy: Policy): Promise<void> {
  await endpoint.publishPolicy(policy, release);
  await expectPolicy(guarded, policy.name);
  await page.bringToFront();
}

test('what is known by its shape holds without a word from anybody: drafts stay, a key is held', async () => {
  const [key, words] = [cloudKey(), plainMark()];
  await drive.typePrompt(page, `explain ${words} ${key}`);
  await page.waitForTimeout(800);
  expect(standin.ledger.find(words)).toEqual([]);
  await drive.pressEnter(page);
  await waitForDialog(page);
  await choose(page, /replace and send/i);
  await drive.expectAnswer(page, '[aws-access-key-id-1]');
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

test('a harmless prompt goes on, and the change is reported without it', async () => {
  const words = plainMark();
  await drive.typePrompt(page, `tell me all about ${words}`);
  await drive.pressEnter(page);
  await drive.expectAnswer(page, words);
  await expect.poll(status).toMatch(/changed in a way that Sluice does not know/i);
});

test('a policy may have such a call held', async () => {
  await publish({ ...base, name: 'Holds what is new', onDrift: 'hold' });
  await drive.openChat(page);
  const words = plainMark();
  await drive.typePrompt(page, `tell me all about ${words}`);
  await drive.pressEnter(page);
  const content = (await waitForDialog(page)).join('\n');
  expect(content).toMatch(/does not know yet/);
  expect(standin.ledger.find(words)).toEqual([]);
  await choose(page, /send anyway/i);
  await drive.expectAnswer(page, words);
});

test('a site pack brings the composer’s help back, and counts once the canary passed', async () => {
  await publish({
    ...base,
    name: 'With the pack',
    sitePack: {
      version: 7,
      editors: ['#message-field[contenteditable="true"]'],
      sendButtons: ['#message-submit'],
      calls: [{ id: 'converse', kind: 'prompt', path: '/backend-*/f/converse' }],
    },
  });
  await drive.openChat(page);
  await expect.poll(status).toMatch(/Site pack\s+7$/m);
  expect(await status()).not.toMatch(/changed in a way/i);
  const key = cloudKey();
  await drive.typePrompt(page, `explain ${key}`);
  await drive.pressEnter(page);
  await waitForDialog(page);
  expect(standin.ledger.to(renamed)).toEqual([]); // the composer held it, not the request
  await choose(page, /replace and send/i);
  await drive.expectAnswer(page, '[aws-access-key-id-1]');
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

test('the new address is closed until the gates have checked in', async () => {
  const worker = await guarded.worker();
  await worker.evaluate(() => chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds: [1, 2] }));
  const words = plainMark();
  await drive.typePrompt(page, `hello ${words}`);
  await drive.pressEnter(page);
  await drive.pageError(page);
  expect(standin.ledger.find(words)).toEqual([]);
  expect(await dialogContent(page)).toEqual([]);
});

test('a pack that would narrow what is checked is refused', async () => {
  const sitePack = { version: 8, calls: [{ id: 'less', kind: 'audio' as const, path: '/backend-*/f/conversation' }] };
  await expect(endpoint.publishPolicy({ ...base, name: 'Narrow', sitePack }, release)).rejects.toThrow(
    /may only add to what is checked/,
  );
  await expect(
    endpoint.publishPolicy(
      { ...base, name: 'Narrow', sitePack: { version: 8, machineSlots: ['messages.**'] } } as unknown as Policy,
      release,
    ),
  ).rejects.toThrow();
});
