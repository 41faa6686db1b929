import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import { launchAt } from '../standin/launch.ts';
import type { StandinBrowser } from '../standin/launch.ts';
import type { Standin } from '../standin/server.ts';

export const chromeBuild =
  process.env['SLUICE_BUILD'] ?? fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/** Without rings 1 and 2: see `test/fixtures/inert.config.ts`. */
export const inertBuild = fileURLToPath(new URL('../../.output/inert/chrome-mv3', import.meta.url));

/** Without the tables of machine slots: see `test/fixtures/no-slots.config.ts`. */
export const noSlotsBuild = fileURLToPath(new URL('../../.output/no-slots/chrome-mv3', import.meta.url));

/** With one gate of the page taken out: see `test/fixtures/gate-out.config.ts`. */
export const gateOutBuild = fileURLToPath(new URL('../../.output/gate-out/chrome-mv3', import.meta.url));

/** The id that Chromium derives from the manifest's key: the first 32 hex digits of its SHA-256, as letters a to p. */
export function extensionId(folder = chromeBuild): string {
  return idOfKey((JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { key: string }).key);
}

export function idOfKey(key: string): string {
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return digest.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

export interface GuardedBrowser {
  readonly context: BrowserContext;
  readonly id: string;
  /** A page of the extension, e.g. `popup.html`. */
  readonly openPage: (name: string) => Promise<Page>;
  readonly worker: () => Promise<Worker>;
  readonly close: () => Promise<void>;
}

export interface GuardedOptions {
  readonly colorScheme?: 'light' | 'dark';
  readonly build?: string;
  /** Switches of Playwright's own that must not be given. */
  readonly without?: readonly string[];
  /** Further switches. */
  readonly switches?: readonly string[];
}

/** Chromium on the stand-in with the built extension loaded. */
export async function launchGuarded(
  standin: Standin,
  { build = chromeBuild, switches = [], ...options }: GuardedOptions = {},
): Promise<GuardedBrowser> {
  const args = [`--disable-extensions-except=${build}`, `--load-extension=${build}`, ...switches];
  return guarded(await launchAt(standin, { ...options, args }), extensionId());
}

/** The handles on an extension in a browser that runs, however it got there. */
export async function guarded(launched: StandinBrowser, id: string): Promise<GuardedBrowser> {
  const { context } = launched;
  const worker = async () =>
    context.serviceWorkers().find((each) => each.url().includes(id)) ??
    (await context.waitForEvent('serviceworker', { predicate: (each) => each.url().includes(id), timeout: 60_000 }));
  await worker();
  return {
    context,
    id,
    worker,
    close: () => launched.close(),
    async openPage(name) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/${name}`);
      return page;
    },
  };
}

/** Stops the extension's service worker, as the browser may do at any moment. */
export async function killServiceWorker({ context, openPage }: GuardedBrowser): Promise<void> {
  const page = await openPage('popup.html');
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await page.close();
}

/** Joins the organisation on the welcome page, as a person would. */
export async function joinByCode(browser: GuardedBrowser, code: string): Promise<void> {
  const page = await browser.openPage('welcome.html');
  await page.getByRole('textbox').fill(code);
  await page.getByRole('button', { name: /join/i }).click();
  await page
    .getByText(/joined/i)
    .first()
    .waitFor();
  await page.close();
}

/** Everything the extension keeps on the device, as text: its databases, its stored and session items. */
export async function localRecords(browser: GuardedBrowser): Promise<string> {
  const page = await browser.openPage('popup.html');
  const text = await page.evaluate(async () => {
    const { storage } = (
      globalThis as unknown as { chrome: { storage: Record<string, { get: (key: null) => Promise<unknown> }> } }
    ).chrome;
    const dump: unknown[] = [await storage['local']?.get(null), await storage['session']?.get(null)];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name ?? '');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('unreadable database'));
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown>((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error('unreadable store'));
        });
        dump.push({ [store]: rows });
      }
      database.close();
    }
    return JSON.stringify(dump);
  });
  await page.close();
  return text;
}

/** The incidents that the extension has recorded so far, sent or not: no text among them. */
export async function recordedIncidents(browser: GuardedBrowser): Promise<readonly unknown[]> {
  const stores = JSON.parse(await localRecords(browser)) as readonly { readonly entries?: readonly unknown[] }[];
  return stores.find(({ entries }) => entries !== undefined)?.entries ?? [];
}

/** How many they are. */
export async function recordedCount(browser: GuardedBrowser): Promise<number> {
  return (await recordedIncidents(browser)).length;
}

/** Milliseconds; browsers of a trial ask for a policy every 24 to 36 seconds. */
const untilAskedFor = 60_000;

/** Waits until the popup names this policy. The alarm that asks for what is due is set off at once: nobody waits for the half minute. */
export async function expectPolicy(browser: GuardedBrowser, name: string): Promise<void> {
  const end = Date.now() + untilAskedFor;
  while (Date.now() < end) {
    const worker = await browser.worker();
    await worker.evaluate(() => chrome.alarms.create('tick', { when: Date.now(), periodInMinutes: 0.5 }));
    await new Promise((done) => setTimeout(done, 1_000));
    if ((await popupText(browser)).includes(name)) return;
  }
  throw new Error(`The policy ${name} did not come into force.`);
}

/** What the popup says. */
export async function popupText(browser: GuardedBrowser): Promise<string> {
  const popup = await browser.openPage('popup.html');
  await popup.getByRole('heading', { level: 1 }).waitFor();
  const text = await popup.locator('body').innerText();
  await popup.close();
  return text;
}
