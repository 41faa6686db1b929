import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import * as drive from '../../standin/drive.ts';
import { launchAt } from '../../standin/launch.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { cloudKey } from '../canary.ts';
import { choose, waitForDialog } from '../dialog.ts';
import { startEndpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { killServiceWorker, localRecords } from '../extension.ts';
import type { GuardedBrowser } from '../extension.ts';
import { launchManaged } from './forced-install.ts';

/** Installed by policy: the network gate blocks, and the organisation is joined without anybody's doing. */
test.describe.configure({ mode: 'serial' });
let standin: Standin;
let endpoint: Endpoint;
let browser: GuardedBrowser;
let page: Page;

const prompt = '/backend-api/f/conversation';

/** Before there is a policy file, which would install the extension into every browser of the machine. */
async function expectWorkerToLeak(): Promise<void> {
  const bare = await launchAt(standin);
  const other = await bare.context.newPage();
  await drive.openChat(other);
  const key = cloudKey();
  await postFromWorker(other, key);
  expect(standin.ledger.find(key).map(({ path }) => path)).toEqual([prompt]);
  await bare.close();
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  standin = await startStandin();
  await expectWorkerToLeak();
  endpoint = await startEndpoint();
  const { url, enrollmentToken, policyRootKeys } = endpoint.ready();
  browser = await launchManaged(standin, {
    orgUrl: url,
    orgId: 'trial',
    enrollmentToken,
    policyRootKeys,
    group: 'test',
  });
  page = await browser.context.newPage();
  await drive.openChat(page);
});
test.afterAll(async () => {
  await browser.close();
  await endpoint.close();
  await standin.close();
});
test.beforeEach(() => standin.ledger.clear());

/** Posts from where no page gate can stand. Resolves when the request is over, however it ended. */
async function postFromWorker(from: Page, text: string): Promise<void> {
  await from.evaluate(
    async ({ path, body }) => {
      const code = `fetch('https://chatgpt.com${path}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: data }).finally(() => postMessage('over')).catch(() => undefined)`;
      const source = `onmessage = ({ data }) => ${code}`; // the words come later: in its source they would meet the page gate
      const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
      worker.postMessage(body);
      await new Promise((over) => worker.addEventListener('message', over));
      worker.terminate();
    },
    { path: prompt, body: JSON.stringify({ action: 'next', messages: [{ content: { parts: [text] } }] }) },
  );
}

test('the state is enforced, by canary, and the organisation’s policy is in force', async () => {
  // The browser brings managed storage some seconds after the installation. A page of the extension that is opened before makes this
  // Chromium keep it back for good, so the worker is watched instead.
  const worker = await browser.worker();
  await expect
    .poll(() => worker.evaluate(async () => Object.keys(await chrome.storage.local.get('policy')).length), {
      timeout: 60_000,
    })
    .toBe(1);
  const popup = await browser.openPage('popup.html');
  await expect(popup.getByText(/signed by your organisation/i).first()).toBeVisible();
  await expect(popup.getByRole('heading', { name: 'Protected', exact: true })).toBeVisible();
  const gates = /Gates that hold\s+(\d+) of \1\b/.exec(await popup.locator('body').innerText())?.[1];
  await popup.close();
  // The heartbeat says the same.
  await expect.poll(() => localRecords(browser)).toContain('\\"privateWindows\\":\\"not-allowed\\"');
  await expect.poll(() => localRecords(browser)).toContain(`\\"gates\\":{\\"tried\\":${gates},\\"failed\\":[]}`);
});

test('a call of a worker with a key is cancelled by the network gate, and recorded', async () => {
  const key = cloudKey();
  await postFromWorker(page, key);
  expect(standin.ledger.findFragments(key)).toEqual([]);
  await expect.poll(() => localRecords(browser)).toContain('\\"ring\\":\\"network\\"');
  await page.bringToFront();
});

test('a clean call of a worker passes', async () => {
  await postFromWorker(page, 'harmless words of a worker');
  expect(standin.ledger.find('harmless words of a worker').length).toBe(1);
});

test('packed telemetry of the page passes, with a key in it not', async () => {
  const post = (text: string) =>
    page.evaluate(async (content) => {
      const packing = new Blob([JSON.stringify({ note: content })]).stream().pipeThrough(new CompressionStream('gzip'));
      const body = new Uint8Array(await new Response(packing).arrayBuffer());
      const headers = { 'content-encoding': 'gzip', 'content-type': 'application/json' };
      return fetch('/ces/v1/t', { method: 'POST', headers, body }).then(
        ({ ok }) => ok,
        () => false,
      );
    }, text);
  expect(await post('nothing here')).toBe(true);
  expect(await post(cloudKey())).toBe(false);
});

test('the network gate wakes with a dead service worker', async () => {
  const key = cloudKey();
  await killServiceWorker(browser);
  await page.bringToFront();
  await postFromWorker(page, key);
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

test('a prompt with a key is replaced and sent, through all three rings', async () => {
  const key = cloudKey();
  await drive.openChat(page);
  await drive.typePrompt(page, `explain ${key}`);
  await page.keyboard.press('Enter');
  await waitForDialog(page);
  await choose(page, /replace and send/i);
  await drive.expectAnswer(page, '[aws-access-key-id-');
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

test('what a person was allowed to send passes the network gate with its ticket', async () => {
  await drive.openChat(page);
  const marked = 'please shorten: TLP:RED the plan for the harbour';
  await drive.typePrompt(page, marked);
  await page.keyboard.press('Enter');
  await waitForDialog(page);
  await choose(page, /send anyway/i);
  await drive.expectAnswer(page, 'the plan for the harbour');
  expect(standin.ledger.find('TLP:RED').some(({ path }) => path === prompt)).toBe(true);
});

test('the same words from a worker have no ticket', async () => {
  await postFromWorker(page, 'please shorten: TLP:RED the plan for the harbour');
  expect(standin.ledger.find('TLP:RED')).toEqual([]);
});
