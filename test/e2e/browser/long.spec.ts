import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page, Worker } from '@playwright/test';
import { composerText, expectAnswer, expectAttached, openChat, pasteText, pressEnter } from '../../standin/drive.ts';
import { startStandin } from '../../standin/server.ts';
import { cloudKey, plainMark } from '../canary.ts';
import { choose, dialogContent, expectNoDialog, noticeContent, pressInNotice, waitForDialog } from '../dialog.ts';
import { chromeBuild, killServiceWorker, launchGuarded } from '../extension.ts';
import { test } from './guarded.ts';

/** Long texts are looked at in slices: the page goes on, and nothing leaves before the last one. */

const filler = (lines: number) =>
  Array.from({ length: lines }, (_, line) => `entry ${String(line)} says that nothing in particular happened`).join(
    '\n',
  );

/** Harmless as well, and each line is looked at closely: long enough for somebody to press a button on any machine. */
const slow = (lines: number) =>
  Array.from({ length: lines }, (_, line) => `password_${String(line)} = "changeme" # secret token of the user`).join(
    '\n',
  );

test('a long paste without anything private becomes the page’s file, with nobody asked', async ({ page, standin }) => {
  const mark = plainMark();
  await pasteText(page, `${filler(8_000)}\n${mark}`);
  await expectAttached(page);
  expect(standin.ledger.find(mark).some(({ host }) => host.endsWith('oaiusercontent.com'))).toBe(true);
  expect(await dialogContent(page)).toEqual([]);
});

test('a long paste with a key waits for the person, and goes in without the key', async ({ page, standin }) => {
  const key = cloudKey();
  await countFrames(page);
  await pasteText(page, `${filler(20_000)}\nkey ${key}\n${filler(20_000)}`);
  const content = (await waitForDialog(page)).join('\n');
  expect(content).toMatch(/replace and paste/i);
  expect(await frames(page)).toBeGreaterThan(3);
  expect(standin.ledger.findFragments(key)).toEqual([]);
  await choose(page, /replace and paste/i);
  await expectAttached(page);
  expect(standin.ledger.find('[aws-access-key-id-1]').length).toBeGreaterThan(0);
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

test('a very long text is looked at beside the tab, in a page that goes with it', async ({
  page,
  guarded,
  standin,
}) => {
  const [key, worker] = [cloudKey(), await guarded.worker()];
  const pages = () => offscreenPages(worker);
  const text = `${filler(20_000)}\n𝄞 key ${key}\n${filler(20_000)}`;
  const seen = expect.poll(pages, { intervals: [20], timeout: 30_000 }).toBe(1);
  await pasteText(page, text);
  await seen;
  expect((await waitForDialog(page)).join('\n')).toMatch(/replace and paste/i);
  await expect.poll(pages).toBe(0);
  await choose(page, /replace and paste/i);
  await expectAttached(page);
  expect(standin.ledger.findFragments(key)).toEqual([]);
  expect(standin.ledger.find('𝄞 key [aws-access-key-id-1]').length).toBeGreaterThan(0);
});

test('a service worker that is stopped meanwhile leaves no page behind, and the text is looked at all the same', async ({
  page,
  guarded,
}) => {
  await pasteText(page, `${slow(100_000)}\nkey ${cloudKey()}`);
  await expect.poll(async () => offscreenPages(await guarded.worker()), { intervals: [20], timeout: 30_000 }).toBe(1);
  await killServiceWorker(guarded);
  await page.bringToFront();
  expect((await waitForDialog(page)).join('\n')).toMatch(/replace and paste/i);
  await expect.poll(async () => offscreenPages(await guarded.worker())).toBe(0);
});

test('where that page cannot be had, the tab does it by itself', async () => {
  const build = mkdtempSync(join(tmpdir(), 'sluice-no-page-'));
  cpSync(chromeBuild, build, { recursive: true });
  rmSync(join(build, 'offscreen.html'));
  const standin = await startStandin({ telemetry: false });
  const browser = await launchGuarded(standin, { build });
  const page = await browser.context.newPage();
  await openChat(page);
  const key = cloudKey();
  await pasteText(page, `${filler(20_000)}\nkey ${key}`);
  expect((await waitForDialog(page)).join('\n')).toMatch(/replace and paste/i);
  expect(standin.ledger.findFragments(key)).toEqual([]);
  await browser.close();
  await standin.close();
  rmSync(build, { recursive: true });
});

test('a person may end a check that takes long: nothing is pasted, nothing leaves', async ({ page, standin }) => {
  const mark = plainMark();
  await pasteText(page, `${mark}\n${slow(200_000)}`);
  await pressInNotice(page, 'Stop');
  await expect.poll(() => noticeContent(page)).toEqual([]);
  expect(await composerText(page)).toBe('');
  expect(standin.ledger.find(mark)).toEqual([]);
});

test('a call of the page whose check a person ends is refused, and the page is told why', async ({ page, standin }) => {
  const mark = plainMark();
  const call = page.evaluate(
    (text) => fetch('/backend-api/unknown', { method: 'POST', body: text }).then((answer) => answer.text()),
    `${slow(200_000)} ${mark}`,
  );
  await pressInNotice(page, 'Stop');
  expect(await call).toMatch(/you stopped the check/i);
  expect(standin.ledger.find(mark)).toEqual([]);
});

test('a long paste that a person takes back leaves no trace', async ({ page, standin }) => {
  const key = cloudKey();
  await pasteText(page, `${filler(4_000)}\nkey ${key}`);
  await waitForDialog(page);
  await page.keyboard.press('Escape');
  await expectNoDialog(page);
  expect(await composerText(page)).toBe('');
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

test('Enter on a long text waits for its check, and sends it once', async ({ page, standin }) => {
  const mark = plainMark();
  await insertText(page, `${filler(2_000).replaceAll('\n', ' ')} ${mark}`);
  await pressEnter(page);
  await expectAnswer(page, mark);
  expect(standin.ledger.to('/backend-api/f/conversation').length).toBe(1);
  expect(await dialogContent(page)).toEqual([]);
});

test('Enter on a long text with a key opens the dialog', async ({ page, standin }) => {
  const key = cloudKey();
  await insertText(page, `${filler(2_000).replaceAll('\n', ' ')} ${key}`);
  await pressEnter(page);
  await waitForDialog(page);
  await choose(page, /replace and send/i);
  await expectAnswer(page, '[aws-access-key-id-1]');
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

test('a long body of another call is held until it was looked at', async ({ page, standin }) => {
  const key = cloudKey();
  const call = page.evaluate(
    (text) =>
      fetch('/backend-api/unknown', { method: 'POST', body: text }).then(
        ({ status }) => status,
        () => 0,
      ),
    `${filler(5_000)} ${key}`,
  );
  await waitForDialog(page);
  expect(standin.ledger.findFragments(key)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await call).toBe(400);
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

/** How many pages of ours nobody sees there are now. */
function offscreenPages(worker: Worker): Promise<number> {
  return worker.evaluate(async () => {
    const contextTypes = [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT];
    return (await chrome.runtime.getContexts({ contextTypes })).length;
  });
}

/** As an input method or dictation puts it in: no paste. */
async function insertText(page: Page, text: string): Promise<void> {
  await page.locator('#prompt-textarea').focus();
  await page.keyboard.insertText(text);
}

async function countFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const count = () => {
      (globalThis as { frames_?: number }).frames_ = ((globalThis as { frames_?: number }).frames_ ?? 0) + 1;
      requestAnimationFrame(count);
    };
    document.addEventListener('paste', () => ((globalThis as { frames_?: number }).frames_ = 0), true);
    window.addEventListener('keydown', () => ((globalThis as { frames_?: number }).frames_ = 0), true);
    requestAnimationFrame(count);
  });
}

function frames(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as { frames_?: number }).frames_ ?? 0);
}
