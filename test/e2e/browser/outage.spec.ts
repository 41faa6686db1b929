import { expect } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { expectAnswer, openChat, pressEnter, typePrompt } from '../../standin/drive.ts';
import { cloudKey, plainMark } from '../canary.ts';
import { noticeContent, waitForDialog } from '../dialog.ts';
import { chromeBuild, launchGuarded } from '../extension.ts';
import { launchAt } from '../../standin/launch.ts';
import { startStandin } from '../../standin/server.ts';
import { launchUnattached } from '../unattached.ts';
import { test } from './guarded.ts';

/** What happens when a part of Sluice is missing: nothing goes out, and the person is told what to do. */
test('an update under an open tab holds its prompts and offers a reload, after which they go', async ({ standin }) => {
  const browser = await launchGuarded(standin);
  const page = await browser.context.newPage();
  await openChat(page);
  const before = await browser.worker();
  await before.evaluate(() => chrome.runtime.reload()).catch(() => undefined); // the worker ends with it
  await expect
    .poll(() => noticeContent(page), { timeout: 20_000 })
    .toContainEqual(expect.stringMatching(/reload it before you go on/i));
  const [key, mark] = [cloudKey(), plainMark()];
  await typePrompt(page, `hello ${mark} ${key}`);
  await page.waitForTimeout(800);
  await pressEnter(page);
  await page.waitForTimeout(1_500);
  expect(standin.ledger.findFragments(key)).toEqual([]);
  expect(standin.ledger.find(mark)).toEqual([]);
  await page.reload();
  await openChat(page);
  await typePrompt(page, `hello ${mark}`);
  await pressEnter(page);
  await expectAnswer(page, mark);
  await browser.close();
});

test('a call that a page makes before its policy is there waits, and is judged', async ({ guarded, standin }) => {
  const [key, mark] = [cloudKey(), plainMark()];
  const page = await guarded.context.newPage();
  await page.goto(`https://chatgpt.com/__early#${mark}`);
  await expect.poll(() => standin.ledger.find(mark).length).toBeGreaterThan(0);
  await page.goto('about:blank');
  await page.goto(`https://chatgpt.com/__early#${key}`);
  await page.waitForTimeout(1_500);
  expect(standin.ledger.findFragments(key)).toEqual([]);
  await page.close();
});

test('a tab that was open before the installation can send nothing, and is offered a reload', async ({ standin }) => {
  const browser = await launchAt(standin, { args: ['--enable-unsafe-extension-debugging'] });
  const page = await browser.context.newPage();
  await openChat(page);
  await loadUnpacked(browser.context);
  await expect
    .poll(() => noticeContent(page), { timeout: 20_000 })
    .toContainEqual(expect.stringMatching(/reload it before you go on/i));
  const [mark, other] = [plainMark(), plainMark()];
  standin.ledger.clear();
  await typePrompt(page, `hello ${mark}`);
  await pressEnter(page);
  await page.getByTestId('error-message').waitFor();
  expect(standin.ledger.find(mark).map(({ path }) => path)).not.toContain('/backend-api/f/conversation');
  await openChat(page);
  await typePrompt(page, `hello ${other}`);
  await pressEnter(page);
  await expectAnswer(page, other);
  await browser.close();
});

async function loadUnpacked(context: BrowserContext): Promise<void> {
  const session = await context.browser()!.newBrowserCDPSession();
  await session.send('Extensions.loadUnpacked' as never, { path: chromeBuild } as never);
}

test('a page that is made ready before it is asked for says nothing until it is shown, and is judged then', async () => {
  const standin = await startStandin({ telemetry: false });
  const browser = await launchUnattached(standin);
  const [mark, key] = [plainMark(), cloudKey()];
  await browser.open(`https://chatgpt.com/__prerender#${mark}`);
  await expect.poll(() => standin.ledger.find(mark).length, { timeout: 20_000 }).toBeGreaterThan(0);
  const [said] = standin.ledger.find(mark);
  expect(said?.body.toString()).toContain('before it is shown'); // when it was made ready, as asked of the page
  const early = standin.ledger
    .to('/__early')
    .map(({ headers }) => headers.find(([name]) => /^sec-purpose$/i.test(name))?.[1]);
  expect(early).toEqual(['prefetch;prerender']);
  expect(said?.time).toBeGreaterThan(standin.ledger.to('/__probe')[0]?.time ?? Infinity);
  standin.ledger.clear();
  await browser.open(`https://chatgpt.com/__prerender#${key}`);
  await standin.ledger.waitFor('/__probe', 1, 20_000);
  await new Promise((done) => setTimeout(done, 2_000));
  expect(standin.ledger.to('/__early')).toHaveLength(1);
  expect(standin.ledger.findFragments(key)).toEqual([]);
  await browser.close();
  await standin.close();
});

test('a page that one comes back to is open again, and guarded, where the browser may keep pages', async () => {
  const standin = await startStandin({ socket: false, cacheable: true, telemetry: false });
  const browser = await launchGuarded(standin, { without: ['--disable-back-forward-cache'] });
  const page = await browser.context.newPage();
  await openChat(page);
  await page.goto('https://chatgpt.com/__lax');
  await page.evaluate(() => history.back()); // this Chromium loads a page with a guard anew
  await page.waitForURL('https://chatgpt.com/', { waitUntil: 'commit' });
  await page.locator('html[data-hydrated]').waitFor();
  const [key, mark] = [cloudKey(), plainMark()];
  await sendOn(page, `hello ${mark}`);
  await expectAnswer(page, mark);
  await sendOn(page, `and ${key}`);
  await waitForDialog(page);
  expect(standin.ledger.findFragments(key)).toEqual([]);
  await browser.close();
  await standin.close();
});

async function sendOn(page: Page, text: string): Promise<void> {
  await typePrompt(page, text);
  await page.waitForTimeout(300);
  await pressEnter(page);
}

test('with a database that cannot be written a finding is held, and both the page and the popup say why', async ({
  standin,
}) => {
  const browser = await launchGuarded(standin);
  const page = await browser.context.newPage();
  await openChat(page);
  const own = await browser.openPage('popup.html');
  // As on a disk that lost a part of it: what is to be written has no place.
  await own.evaluate(async () => {
    for (const { name } of await indexedDB.databases())
      await new Promise((done) => {
        const request = indexedDB.open(name ?? '', 9_999);
        request.onupgradeneeded = () => {
          for (const store of Array.from(request.result.objectStoreNames)) request.result.deleteObjectStore(store);
        };
        request.onsuccess = done;
      });
  });
  await page.bringToFront();
  standin.ledger.clear();
  const key = cloudKey();
  await sendOn(page, `hello ${key}`);
  await expect.poll(() => noticeContent(page)).toContainEqual(expect.stringMatching(/could not record this/i));
  expect(standin.ledger.findFragments(key)).toEqual([]);
  await own.close();
  await browser.close();
});
