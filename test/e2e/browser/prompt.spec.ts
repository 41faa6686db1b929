import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import {
  attachFile,
  composerText,
  editMessage,
  expectAnswer,
  expectAttached,
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

  test('a tab whose gates have not checked in can send no prompt, with a dead service worker too', async () => {
    const mark = plainMark();
    const worker = await browser.worker();
    await worker.evaluate(() => chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds: [1, 2] }));
    await killServiceWorker(browser);
    await page.bringToFront();
    await typePrompt(page, `hello ${mark}`);
    await pressEnter(page);
    await page.getByTestId('error-message').waitFor();
    expect(standin.ledger.find(mark)).toEqual([]);
    await openChat(page);
    await typePrompt(page, `hello ${mark}`);
    await pressEnter(page);
    await expectAnswer(page, mark);
  });

  test('rules are expressions that the browser takes', async () => {
    const worker = await browser.worker();
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

  test('a text file with a key is attached as its redacted copy', async () => {
    const key = cloudKey();
    await attachFile(page, 'notes.txt', `line one\nkey ${key}\n`);
    const content = (await waitForDialog(page)).join('\n');
    expect(content).toContain('notes.txt');
    await choose(page, /replace and attach/i);
    await expectAttached(page);
    expect(standin.ledger.find('[aws-access-key-id-1]').some(({ host }) => host.endsWith('oaiusercontent.com'))).toBe(
      true,
    );
    expect(standin.ledger.findFragments(key)).toEqual([]);
  });

  test('bytes that cannot be read are asked about, and attached when a person says so', async () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff, 0xfe, 0, 9]);
    await attachFile(page, 'picture.png', bytes);
    await waitForDialog(page);
    await choose(page, /do not attach/i);
    await expectNoDialog(page);
    expect(standin.ledger.to('/backend-api/files').length).toBe(0);
    await attachFile(page, 'picture.png', bytes);
    await waitForDialog(page);
    await choose(page, /attach anyway/i);
    await expectAttached(page);
  });

  test('custom instructions with a key are held', async () => {
    const key = cloudKey();
    const saving = saveInstructions(page, `always use ${key}`).catch(() => undefined);
    await waitForDialog(page);
    await page.keyboard.press('Escape');
    await saving;
    expect(standin.ledger.findFragments(key)).toEqual([]);
  });

  test('text of a link goes into the composer, not to the server', async () => {
    const mark = plainMark();
    await page.goto(`https://chatgpt.com/?q=${encodeURIComponent(`what is ${mark}?`)}`);
    await expect.poll(() => composerText(page)).toContain(mark);
    expect(standin.ledger.find(mark).filter(({ method }) => method === 'GET')).toEqual([]);
  });

  test('a harmless session meets no intervention', async () => {
    const mark = plainMark();
    await typePrompt(page, `what does ${mark} mean?`);
    await standin.ledger.waitFor('/backend-api/f/conversation/prepare');
    await page.waitForTimeout(600); // the last draft comes when the typing rests
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
