import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { GuardedBrowser } from './extension.ts';

interface DeveloperPrivate {
  readonly updateExtensionConfiguration: (change: {
    readonly extensionId: string;
    readonly incognitoAccess: boolean;
  }) => Promise<void>;
}

/** Allows the extension in private windows, as a person does on the list of extensions. It is loaded anew by that. */
export async function allowInPrivateWindows({ context, id }: GuardedBrowser): Promise<void> {
  const settings = await context.newPage();
  await settings.goto('chrome://extensions/');
  // While it is loaded none of its pages may be opened.
  const isBack = context.waitForEvent('serviceworker', { predicate: (worker) => worker.url().includes(id) });
  await settings.evaluate(async (extensionId) => {
    const { chrome } = globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } };
    await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
  }, id);
  const worker = await isBack;
  expect(await worker.evaluate(() => chrome.extension.isAllowedIncognitoAccess())).toBe(true);
  await settings.close();
}

/** Opens an address in a new private window. */
export async function openPrivately(browser: GuardedBrowser, url: string): Promise<Page> {
  const opener = await browser.openPage('popup.html');
  const coming = browser.context.waitForEvent('page');
  const opened = opener.evaluate((address) => chrome.windows.create({ incognito: true, url: address }), url);
  const [page] = await Promise.all([coming, opened]);
  await opener.close();
  return page;
}
