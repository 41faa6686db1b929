import { expect } from '@playwright/test';
import { composerText, expectAnswer, openChat, pressEnter, typePrompt } from '../../standin/drive.ts';
import { plainMark } from '../canary.ts';
import { killServiceWorker } from '../extension.ts';
import { test } from './guarded.ts';

/** The browser's own rules: closed until the gates have checked in, and text that is taken out of addresses. */

test('a tab whose gates have not checked in can send no prompt, with a dead service worker too', async ({
  guarded,
  page,
  standin,
}) => {
  const mark = plainMark();
  const worker = await guarded.worker();
  // Not before the tab was opened by its own check-in, which would undo it.
  const rules = () => worker.evaluate(async () => (await chrome.declarativeNetRequest.getSessionRules()).length);
  await expect.poll(rules).toBeGreaterThan(0);
  await typePrompt(page, `hello ${mark}`);
  // The engine comes at the first sign of a person, through the worker: one that is woken opens the tab again.
  await expect.poll(() => worker.evaluate(hasEngine)).toBe(true);
  await worker.evaluate(() => chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds: [1, 2] }));
  await killServiceWorker(guarded);
  await page.bringToFront();
  await pressEnter(page);
  await page.getByTestId('error-message').waitFor();
  expect(standin.ledger.find(mark)).toEqual([]);
  await openChat(page);
  await typePrompt(page, `hello ${mark}`);
  await pressEnter(page);
  await expectAnswer(page, mark);
});

/** Runs in the service worker: whether the engine stands in the tab's top frame. */
async function hasEngine(): Promise<boolean> {
  const [tab] = await chrome.tabs.query({ url: 'https://chatgpt.com/*' });
  if (tab?.id === undefined) return false;
  const func = () => Symbol.for('sluice.engine') in globalThis;
  const [frame] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func });
  return frame?.result === true;
}

test('a click that ends as a download leaves the tab open for prompts', async ({ page, standin }) => {
  const downloaded = page.waitForEvent('download');
  await page.evaluate(() => location.assign('/backend-api/estuary/content?id=file-1'));
  await (await downloaded).cancel();
  await page.waitForTimeout(500); // the gates are tried again
  const mark = plainMark();
  await typePrompt(page, `hello ${mark}`);
  await pressEnter(page);
  await expectAnswer(page, mark);
  expect(standin.ledger.find(mark).length).toBeGreaterThan(0);
});

for (const path of ['/', '/c/6f1e2d3c-0000-4000-8000-000000000001']) {
  test(`the browser’s own submit before the page is ready, at ${path}, brings the text into the composer and not to the server`, async ({
    page,
    standin,
  }) => {
    const mark = plainMark();
    standin.options.hydrationDelayMs = 2_500;
    await page.goto(`https://chatgpt.com${path}`);
    standin.options.hydrationDelayMs = 300;
    await page.locator('textarea[name="prompt-textarea"]').fill(`what is ${mark}?`);
    await page.locator('textarea[name="prompt-textarea"]').press('Enter');
    await expect.poll(() => composerText(page)).toContain(mark);
    expect(standin.ledger.find(mark).filter(({ method }) => method === 'GET')).toEqual([]);
  });
}

test('rules are expressions that the browser takes', async ({ guarded }) => {
  const worker = await guarded.worker();
  const rejected = await worker.evaluate(async () => {
    const rules = (await (await fetch(chrome.runtime.getURL('rules.json'))).json()) as {
      condition: { regexFilter?: string };
    }[];
    const checks = rules.flatMap(({ condition: { regexFilter: regex } }) =>
      regex === undefined ? [] : [chrome.declarativeNetRequest.isRegexSupported({ regex })],
    );
    return (await Promise.all(checks)).filter(({ isSupported }) => !isSupported);
  });
  expect(rejected).toEqual([]);
});

test('text of a link goes into the composer, not to the server', async ({ page, standin }) => {
  const mark = plainMark();
  await page.goto(`https://chatgpt.com/?q=${encodeURIComponent(`what is ${mark}?`)}`);
  await expect.poll(() => composerText(page)).toContain(mark);
  expect(standin.ledger.find(mark).filter(({ method }) => method === 'GET')).toEqual([]);
});
