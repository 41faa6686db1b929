import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import type { Standin } from '../../standin/server.ts';
import { startProxy } from './connect-proxy.ts';

export const firefoxBuild =
  process.env['SLUICE_FIREFOX_BUILD'] ?? fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));

/** Without rings 1 and 2: see `test/fixtures/inert.config.ts`. */
export const inertFirefoxBuild = fileURLToPath(new URL('../../../.output/inert/firefox-mv3', import.meta.url));

export interface FirefoxBrowser {
  readonly browser: Browser;
  /** A page on an open chat whose live editor is there. */
  readonly openChat: () => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** A real Firefox for which the stand-in is chatgpt.com; with the extension unless `bare`. */
export async function launchFirefox(
  standin: Standin,
  { bare = false, build = firefoxBuild }: { bare?: boolean; build?: string } = {},
): Promise<FirefoxBrowser> {
  const proxy = await startProxy(standin);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr',
    headless: true,
    acceptInsecureCerts: true,
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxy.port,
      'network.proxy.no_proxies_on': '',
      'dom.disable_open_during_load': false,
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
    },
  };
}
