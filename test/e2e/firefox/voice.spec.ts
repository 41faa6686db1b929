import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { builtInPolicy } from '../../../lib/policy/built-in.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { cloudKey } from '../canary.ts';
import { launchFirefox } from './launch.ts';
import type { FirefoxBrowser } from './launch.ts';

/** Dictation and voice conversations in a real Firefox, with a microphone that it makes up. */
test.describe.configure({ mode: 'serial' });

const transcribe = '/backend-api/transcribe';
const connect = '/realtime/vp';
const dictateButton = 'button[aria-label="Dictate button"]';

let standin: Standin;
test.beforeAll(async () => {
  standin = await startStandin();
});
test.afterAll(() => standin.close());

async function dictate(page: Page): Promise<void> {
  await page.click(dictateButton);
  await page.waitForSelector(`${dictateButton}[data-dictation="recording"]`);
  await page.click(dictateButton);
}

const textIn = (page: Page, selector: string) => () =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);

async function openVoice(firefox: FirefoxBrowser, page: Page): Promise<Page> {
  const end = await firefox.browser.newPage();
  await end.goto('https://voice-end.example.test/');
  await end.waitForSelector('html[data-ready]');
  await page.bringToFront();
  await page.click('[data-testid="composer-speech-button"]');
  return end;
}

/** The dialog stands in a closed root: that the focus went there is all that can be seen from outside. */
async function waitForDialog(page: Page): Promise<void> {
  const isInside = () =>
    page.evaluate(
      () =>
        document.activeElement?.parentElement === document.documentElement && document.activeElement !== document.body,
    );
  await expect.poll(isInside, { message: 'the dialog has the focus' }).toBe(true);
}

for (const bare of [true, false])
  test(`${bare ? 'without' : 'with'} the extension what is dictated comes into the composer, and a voice conversation is heard`, async () => {
    standin.ledger.clear();
    const firefox = await launchFirefox(standin, { bare });
    const page = await firefox.openChat();
    await dictate(page);
    await expect.poll(textIn(page, '#prompt-textarea')).toBe('Words that were spoken.');
    expect(standin.ledger.to(transcribe).length).toBe(1);
    await page.reload();
    await page.waitForSelector('#prompt-textarea[contenteditable="true"]');
    await openVoice(firefox, page);
    await expect.poll(textIn(page, '.beside [role="status"]')).toBe('Listening');
    await page.type('.beside textarea', 'never mind');
    await page.click('.beside form button');
    await expect.poll(textIn(page, '.beside li')).toBe('You said: never mind');
    expect(standin.ledger.find('never mind').map(({ path }) => path)).toEqual(['/heard']);
    standin.ledger.assertNoUnknownCalls();
    await firefox.close();
  });

test('a key that is typed into a voice conversation is replaced before it is heard', async () => {
  const key = cloudKey();
  const firefox = await launchFirefox(standin);
  const page = await firefox.openChat();
  await openVoice(firefox, page);
  await expect.poll(textIn(page, '.beside [role="status"]')).toBe('Listening');
  await page.type('.beside textarea', `use ${key}`);
  await page.click('.beside form button');
  await waitForDialog(page);
  const heard = async () => {
    await page.keyboard.press('Enter'); // the first button: it takes no press in its first moments
    return standin.ledger.find('[aws-access-key-id-1]').map(({ path }) => path);
  };
  await expect.poll(heard).toEqual(['/heard']);
  expect(standin.ledger.findFragments(key)).toEqual([]);
  await firefox.close();
});

test('under a policy that blocks audio neither a recording nor the description of a connection leaves', async () => {
  standin.ledger.clear();
  const firefox = await launchFirefox(standin, { policy: { ...builtInPolicy, name: 'No audio', audio: 'block' } });
  const page = await firefox.openChat();
  await dictate(page);
  await waitForDialog(page);
  const error = async () => {
    await page.keyboard.press('Escape');
    return textIn(page, '[data-testid="error-message"]')();
  };
  await expect.poll(error).toMatch(/Sluice/);
  await openVoice(firefox, page);
  await waitForDialog(page);
  const status = async () => {
    await page.keyboard.press('Escape');
    return textIn(page, '.beside [role="status"]')();
  };
  await expect.poll(status).toMatch(/^Could not start: Sluice/);
  expect(standin.ledger.to(transcribe)).toEqual([]);
  expect(standin.ledger.to(connect)).toEqual([]);
  await firefox.close();
});
