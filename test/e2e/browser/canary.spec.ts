import { expect, test as plain } from '@playwright/test';
import type { Page } from '@playwright/test';
import { pageGateWords } from '../../../components/words.ts';
import { pageGates } from '../../../lib/vocabulary/page-gates.ts';
import type { PageGate } from '../../../lib/vocabulary/page-gates.ts';
import { openChat, pressEnter, typePrompt } from '../../standin/drive.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { cloudKey, expectNoCanary, plainMark } from '../canary.ts';
import { gateOutBuild, launchGuarded, popupText } from '../extension.ts';
import type { GuardedBrowser } from '../extension.ts';
import { test } from './guarded.ts';

/** The synthetic secret: through each gate of the page, and to nobody. */

interface Known {
  readonly page: string;
  readonly reasons: readonly string[];
  readonly gates: { readonly tried: readonly string[]; readonly failed: readonly string[] };
}

/** What the service worker knows of the tab that is open, once its test is over. */
async function tested(guarded: GuardedBrowser): Promise<Known> {
  const worker = await guarded.worker();
  const read = () =>
    worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ url: 'https://chatgpt.com/*' });
      const stored = (await chrome.storage.session.get('tabs'))['tabs'] as [number, unknown][] | undefined;
      return stored?.find(([id]) => id === tab?.id)?.[1];
    });
  await expect.poll(read, { timeout: 15_000 }).toBeDefined();
  return (await read()) as Known;
}

test('all gates hold in a page that is whole, and are counted for the person', async ({ guarded, page, standin }) => {
  const known = await tested(guarded);
  expect(known).toMatchObject({ page: 'stops', reasons: [], gates: { failed: [] } });
  expect([...known.gates.tried].sort()).toEqual([...pageGates].sort());
  expect(await popupText(guarded)).toContain(`${pageGates.length} of ${pageGates.length}`);
  await page.waitForTimeout(500);
  expectNoCanary(standin);
});

test('the page is left as it was: no window, no element, no error', async ({ guarded, standin }) => {
  const page = await guarded.context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const opened: string[] = [];
  page.on('popup', (window) => opened.push(window.url()));
  await page.addInitScript(() => {
    Reflect.set(globalThis, 'violations', []);
    addEventListener('securitypolicyviolation', ({ blockedURI }) =>
      (Reflect.get(globalThis, 'violations') as string[]).push(blockedURI),
    );
  });
  await openChat(page);
  await tested(guarded);
  expect(opened).toEqual([]);
  const left = await page.evaluate(() => ({
    traces: document.documentElement.outerHTML.includes('sluice-canary'),
    violations: Reflect.get(globalThis, 'violations') as string[],
  }));
  expect(left).toEqual({ traces: false, violations: [] });
  expect(errors).toEqual([]);
  expectNoCanary(standin);
  await page.close();
});

test('what is refused is turned to an address that reaches no server', async ({ guarded, page, standin }) => {
  const key = cloudKey();
  await tested(guarded); // before that the browser lets no socket open at all
  const outcomes = await page.evaluate(async (text) => {
    const failed = (target: EventTarget) =>
      new Promise<string>((done) => target.addEventListener('error', () => done('failed')));
    const socket = new WebSocket(`wss://ws.chatgpt.com/p2/ws/user/x?note=${text}`);
    return Promise.all([failed(socket), failed(new EventSource(`/backend-api/x?note=${text}`))]);
  }, key);
  expect(outcomes).toEqual(['failed', 'failed']);
  expect(standin.ledger.findFragments(key)).toEqual([]);
  expectNoCanary(standin);
});

plain.describe('where a gate is missing', () => {
  let standin: Standin;
  let guarded: GuardedBrowser;
  let page: Page;
  plain.beforeAll(async () => {
    standin = await startStandin();
    guarded = await launchGuarded(standin, { build: gateOutBuild });
  });
  plain.afterAll(async () => {
    await guarded.close();
    await standin.close();
  });
  plain.beforeEach(async () => {
    standin.ledger.clear();
    page = await guarded.context.newPage();
  });
  plain.afterEach(async () => {
    await page.close();
    expectNoCanary(standin);
  });

  for (const gate of pageGates) {
    plain(`that of ${gate} is named`, async () => {
      await openChat(page, `/#without=${gate}`);
      const known = await tested(guarded);
      expect(known.gates.failed).toEqual([gate]);
      expect(known.page).toBe('missing');
      expect(known.reasons).toContain('gates-missing');
      expect(known.gates.tried).toHaveLength(pageGates.length);
    });
  }

  plain('the person is told, and no prompt leaves', async () => {
    const mark = plainMark();
    await openChat(page, '/#without=image');
    await tested(guarded);
    const text = await popupText(guarded);
    for (const part of ['Not fully protected', `${pageGates.length - 1} of ${pageGates.length}`, pageGateWords.image])
      expect(text).toContain(part);
    await page.bringToFront();
    await typePrompt(page, `hello ${mark}`);
    await pressEnter(page);
    await page.getByTestId('error-message').waitFor();
    expect(standin.ledger.find(mark)).toEqual([]);
  });

  plain('one that asks and sends all the same is told by the network gate', async () => {
    await openChat(page, '/#beside=beacon');
    const { gates, reasons, page: ring } = await tested(guarded);
    expect({ failed: gates.failed, reasons, ring }).toEqual({
      failed: ['beacon'] satisfies PageGate[],
      reasons: ['canary-leaked'],
      ring: 'missing',
    });
  });

  plain('none is missed where none was taken out', async () => {
    await openChat(page);
    expect(await tested(guarded)).toMatchObject({ page: 'stops', reasons: [], gates: { failed: [] } });
  });
});
