import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import {
  composerText,
  editMessage,
  expectAnswer,
  openChat,
  pageError,
  pasteText,
  pressEnter,
  pressSend,
  regenerate,
  saveInstructions,
  typePrompt,
} from '../../standin/drive.ts';
import { launchAt } from '../../standin/launch.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { cloudKey, plainMark, privateKey } from '../canary.ts';
import { choose, dialogContent, expectNoDialog, waitForDialog } from '../dialog.ts';
import { killServiceWorker, launchGuarded } from '../extension.ts';
import type { GuardedBrowser } from '../extension.ts';

/** The main job, each step first without the extension: there its canary must be found at the stand-in. */
let standin: Standin;
test.beforeAll(async () => {
  standin = await startStandin();
});
test.afterAll(() => standin.close());
test.beforeEach(() => standin.ledger.clear());
test.afterEach(() => standin.ledger.assertNoUnknownCalls());

test.describe('without the extension', () => {
  let page: Page;
  let close: () => Promise<void>;
  test.beforeAll(async () => {
    const browser = await launchAt(standin);
    close = () => browser.close();
    page = await browser.context.newPage();
    await openChat(page);
  });
  test.afterAll(() => close());

  test('a draft leaves while it is typed', async () => {
    const key = cloudKey();
    await typePrompt(page, `my key is ${key}`);
    await expect
      .poll(() => standin.ledger.find(key).map(({ path }) => path))
      .toContain('/backend-api/f/conversation/prepare');
    expect(standin.ledger.find(key).some(({ path }) => path.includes('generate_autocompletions'))).toBe(true);
  });

  test('a sent prompt, an edit, a regenerated answer and instructions reach the server', async () => {
    const [sent, edited, saved] = [cloudKey(), cloudKey(), cloudKey()];
    await openChat(page);
    await typePrompt(page, `use ${sent}`);
    await pressSend(page);
    await expectAnswer(page, sent);
    expect(standin.ledger.find(sent).some(({ path }) => path === '/backend-api/f/conversation')).toBe(true);
    await editMessage(page, 0, `use ${edited}`);
    await expectAnswer(page, edited);
    standin.ledger.clear();
    await regenerate(page);
    await expect.poll(() => standin.ledger.find(edited).length).toBeGreaterThan(0);
    await saveInstructions(page, `remember ${saved}`);
    expect(standin.ledger.find(saved).length).toBeGreaterThan(0);
  });
});

test.describe('with the extension', () => {
  let browser: GuardedBrowser;
  let page: Page;
  test.beforeAll(async () => {
    browser = await launchGuarded(standin);
  });
  test.afterAll(() => browser.close());
  test.beforeEach(async () => {
    page = await browser.context.newPage();
    await openChat(page);
  });
  test.afterEach(() => page.close());

  test('nothing leaves while a key is typed, and typing it again away leaves no trace', async () => {
    const key = cloudKey();
    await typePrompt(page, `my key is ${key}`);
    await standin.ledger.waitFor('/backend-api/f/conversation/prepare');
    await page.waitForTimeout(1_000);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Delete');
    await page.waitForTimeout(500);
    expect(standin.ledger.findFragments(key)).toEqual([]);
    expect(await dialogContent(page)).toEqual([]);
  });

  test('Enter opens the dialog, and Replace and send sends the mark and nothing of the key', async () => {
    const key = cloudKey();
    await typePrompt(page, `explain this error with ${key} please`);
    await page.keyboard.press('Enter');
    const content = await waitForDialog(page);
    expect(content.join('\n')).toMatch(/AWS/);
    expect(standin.ledger.findFragments(key)).toEqual([]);
    await choose(page, /replace and send/i);
    await expectAnswer(page, '[aws-access-key-id-1]');
    expect(
      standin.ledger.find('[aws-access-key-id-1]').some(({ path }) => path === '/backend-api/f/conversation'),
    ).toBe(true);
    expect(standin.ledger.findFragments(key)).toEqual([]);
    await expectNoDialog(page);
  });

  test('the send button and a paste meet the same dialog', async () => {
    const key = cloudKey();
    await pasteText(page, `pasted ${key}`);
    expect(await composerText(page)).toContain(key);
    await pressSend(page);
    await waitForDialog(page);
    await page.keyboard.press('Escape');
    await expectNoDialog(page);
    expect(await composerText(page)).toContain(key);
    expect(standin.ledger.findFragments(key)).toEqual([]);
  });

  test('a long paste with a key goes in as text and is not uploaded', async () => {
    const key = cloudKey();
    await pasteText(page, `${'some ordinary words here '.repeat(300)}${key}`);
    await expect.poll(() => composerText(page)).toContain(key);
    await page.waitForTimeout(500);
    expect(standin.ledger.findFragments(key)).toEqual([]);
  });

  test('a private key is blocked without a request', async () => {
    const pem = privateKey();
    await pasteText(page, pem);
    await pressEnter(page);
    const content = (await waitForDialog(page)).join('\n');
    expect(content).not.toMatch(/send anyway|replace and send/i);
    expect(content).toMatch(/button: .*edit/i);
    await page.keyboard.press('Escape');
    await expectNoDialog(page);
    expect(standin.ledger.to('/backend-api/f/conversation')).toEqual([]);
    expect(standin.ledger.find(pem.split('\n')[1]!)).toEqual([]);
  });

  test('an edit of an earlier message is held by the page gate, and refused it shows the page’s own error', async () => {
    const key = cloudKey();
    await typePrompt(page, 'hello there');
    await pressSend(page);
    await expectAnswer(page, 'hello there');
    standin.ledger.clear();
    await editMessage(page, 0, `hello ${key}`);
    await waitForDialog(page);
    await page.keyboard.press('Escape');
    expect(await pageError(page)).toMatch(/Sluice/);
    expect(standin.ledger.findFragments(key)).toEqual([]);
    await editMessage(page, 0, `hello again ${key}`);
    await waitForDialog(page);
    await choose(page, /replace and send/i);
    await expectAnswer(page, '[aws-access-key-id-1]');
    expect(standin.ledger.findFragments(key)).toEqual([]);
  });

  test('the verdict is the same with a dead service worker', async () => {
    const key = cloudKey();
    await typePrompt(page, `again ${key}`);
    await killServiceWorker(browser);
    await page.bringToFront();
    await pressEnter(page);
    await waitForDialog(page);
    await choose(page, /replace and send/i);
    await expectAnswer(page, '[aws-access-key-id-1]');
    expect(standin.ledger.findFragments(key)).toEqual([]);
  });

  test('a harmless session meets no intervention', async () => {
    const mark = plainMark();
    await typePrompt(page, `what does ${mark} mean?`);
    await pressEnter(page);
    await expectAnswer(page, mark);
    await editMessage(page, 0, `and what does ${mark} do?`);
    await expectAnswer(page, `and what does ${mark} do?`);
    await regenerate(page);
    await expectAnswer(page, mark);
    await saveInstructions(page, 'I like short answers.');
    expect(await dialogContent(page)).toEqual([]);
    const drafts = standin.ledger.to('/backend-api/f/conversation/prepare');
    expect(drafts.length).toBeGreaterThan(0);
    expect(standin.ledger.find(mark).filter(({ path }) => path.includes('prepare'))).toEqual([]);
  });
});
