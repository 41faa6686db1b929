import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import type { PageGate } from '../../../lib/vocabulary/page-gates.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { cloudKey, expectNoCanary, plainMark } from '../canary.ts';
import { gateOutFirefoxBuild, launchFirefox } from './launch.ts';
import type { FirefoxBrowser } from './launch.ts';

/** The rules of Firefox itself: what is closed until the gates have checked in, and the addresses that reach no server. */

let standin: Standin;
let firefox: FirefoxBrowser;
test.beforeAll(async () => {
  standin = await startStandin();
  firefox = await launchFirefox(standin, { build: gateOutFirefoxBuild });
});
test.afterAll(async () => {
  await firefox.close();
  await standin.close();
});
test.beforeEach(() => standin.ledger.clear());
test.afterEach(() => expectNoCanary(standin));

/** Sends words by a call and by a socket of the page, both of which say how they ended. */
async function sendWords(page: Page, words: string): Promise<readonly string[]> {
  return page.evaluate(async (text) => {
    const call = fetch('/backend-api/f/conversation', { method: 'POST', body: JSON.stringify({ note: text }) });
    const socket = new WebSocket('wss://ws.chatgpt.com/p2/ws/user/user-0123456789ab');
    const opened = new Promise<string>((done) => {
      socket.addEventListener('open', () => {
        socket.send(text);
        setTimeout(() => done('sent'), 500);
      });
      socket.addEventListener('error', () => done('failed'));
    });
    return Promise.all([
      call.then(
        () => 'sent',
        () => 'failed',
      ),
      opened,
    ]);
  }, words);
}

async function openWithout(gate?: PageGate): Promise<Page> {
  const page = await firefox.browser.newPage();
  await page.bringToFront();
  await page.goto(gate === undefined ? 'https://chatgpt.com/' : `https://chatgpt.com/#without=${gate}`);
  await page.waitForSelector('#prompt-textarea[contenteditable="true"]');
  await new Promise((done) => setTimeout(done, 2_000)); // the gates were tried
  return page;
}

test('a tab whose gates hold is open for prompts and sockets', async () => {
  const page = await openWithout();
  const mark = plainMark();
  expect(await sendWords(page, mark)).toEqual(['sent', 'sent']);
  expect(standin.ledger.find(mark)).toHaveLength(2);
  await page.close();
});

for (const gate of ['image', 'socket-address', 'worker'] as const) {
  test(`a tab without its gate of ${gate} sends no prompt and opens no socket`, async () => {
    const page = await openWithout(gate);
    const mark = plainMark();
    expect(await sendWords(page, mark)).toEqual(['failed', 'failed']);
    expect(standin.ledger.find(mark)).toEqual([]);
    expect(standin.ledger.records.filter(({ webSocket }) => webSocket)).toEqual([]);
    await page.close();
  });
}

test('a socket whose address is refused reaches no server, nor does any other address', async () => {
  const page = await openWithout();
  const key = cloudKey();
  const outcomes = await page.evaluate(async (text) => {
    const failed = (target: EventTarget) =>
      new Promise<string>((done) => target.addEventListener('error', () => done('failed')));
    const socket = new WebSocket(`wss://ws.chatgpt.com/p2/ws/user/x?note=${text}`);
    return Promise.all([failed(socket), failed(new EventSource(`/backend-api/x?note=${text}`))]);
  }, key);
  expect(outcomes).toEqual(['failed', 'failed']);
  expect(standin.ledger.findFragments(key)).toEqual([]);
  await page.close();
});
