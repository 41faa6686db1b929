import { expect, test } from '@playwright/test';
import * as drive from '../../standin/drive.ts';
import { startStandin } from '../../standin/server.ts';
import { cloudKey } from '../canary.ts';
import { waitForDialog } from '../dialog.ts';
import { allowInPrivateWindows, openPrivately } from '../private-window.ts';
import { launchManaged } from './forced-install.ts';

/** What `docs/ways-out.md` tells IT to set against private windows. */
const chat = 'https://chatgpt.com/';

test('a private window in which the extension must run stays closed until it may', async () => {
  test.setTimeout(120_000);
  const standin = await startStandin();
  const browser = await launchManaged(standin, {}, { privately: 'with-the-extension' });
  const closed = await openPrivately(browser, chat);
  await expect.poll(() => closed.url()).toMatch(/^chrome-error:/);
  expect(standin.ledger.records).toEqual([]);
  await closed.close();

  await allowInPrivateWindows(browser);
  const page = await openPrivately(browser, chat);
  const key = cloudKey();
  await drive.typePrompt(page, `explain ${key}`);
  await drive.pressEnter(page);
  await waitForDialog(page);
  expect(standin.ledger.findFragments(key)).toEqual([]);
  await browser.close();
  await standin.close();
});

test('where private windows are closed, none opens', async () => {
  test.setTimeout(120_000);
  const standin = await startStandin();
  const browser = await launchManaged(standin, {}, { privately: 'never' });
  await expect(openPrivately(browser, chat)).rejects.toThrow(/incognito/i);
  expect(standin.ledger.records).toEqual([]);
  await browser.close();
  await standin.close();
});
