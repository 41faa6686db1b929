import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import type { Policy } from '../../../lib/contract/policy.ts';
import type { Standin } from '../../standin/server.ts';
import { startProxy } from './connect-proxy.ts';

export const firefoxBuild =
  process.env['SLUICE_FIREFOX_BUILD'] ?? fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));

/** Without rings 1 and 2: see `test/fixtures/inert.config.ts`. */
export const inertFirefoxBuild = fileURLToPath(new URL('../../../.output/inert/firefox-mv3', import.meta.url));

/** With one gate of the page taken out: see `test/fixtures/gate-out.config.ts`. */
export const gateOutFirefoxBuild = fileURLToPath(new URL('../../../.output/gate-out/firefox-mv3', import.meta.url));

export interface FirefoxBrowser {
  readonly browser: Browser;
  /** A page on an open chat whose live editor is there. */
  readonly openChat: () => Promise<Page>;
  readonly close: () => Promise<void>;
}

interface FirefoxOptions {
  readonly bare?: boolean;
  readonly build?: string;
  /** Put into managed storage, as IT does it, for this browser alone. */
  readonly policy?: Policy;
}

const extensionId = 'sluice@sluice.example';

/** A home of its own, in which Firefox looks for what IT has set. */
function makeHome(policy: Policy | undefined): string {
  const home = mkdtempSync(join(tmpdir(), 'sluice-firefox-'));
  if (policy === undefined) return home;
  const folder = join(home, '.mozilla', 'managed-storage');
  mkdirSync(folder, { recursive: true });
  const data = { policy: JSON.stringify(policy) };
  const manifest = { name: extensionId, description: 'Policy of a test', type: 'storage', data };
  writeFileSync(join(folder, `${extensionId}.json`), JSON.stringify(manifest));
  return home;
}

/** A real Firefox for which the stand-in is chatgpt.com; with the extension unless `bare`. */
export async function launchFirefox(
  standin: Standin,
  { bare = false, build = firefoxBuild, policy }: FirefoxOptions = {},
): Promise<FirefoxBrowser> {
  const proxy = await startProxy(standin);
  const home = makeHome(policy);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr',
    headless: true,
    env: { ...process.env, HOME: home },
    acceptInsecureCerts: true,
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxy.port,
      'network.proxy.no_proxies_on': '',
      'dom.disable_open_during_load': false,
      // A microphone that beeps, and nobody who has to allow it.
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      // Two ends of a voice conversation on one machine without a network.
      'media.peerconnection.ice.loopback': true,
      'media.peerconnection.ice.obfuscate_host_addresses': false,
    },
  });
  if (!bare) await browser.installExtension(build);
  return {
    browser,
    async openChat() {
      const page = await browser.newPage();
      await page.bringToFront(); // a tab in the back has no animations and no focus
      await page.goto('https://chatgpt.com/');
      await page.waitForSelector('#prompt-textarea[contenteditable="true"]');
      return page;
    },
    async close() {
      await browser.close();
      await proxy.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
