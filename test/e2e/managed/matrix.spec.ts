import { expect, test } from '@playwright/test';
import type { Policy } from '../../../lib/contract/policy.ts';
import { builtInPolicy } from '../../../lib/policy/built-in.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { cloudKey } from '../canary.ts';
import { choose, waitForDialog } from '../dialog.ts';
import { chromeBuild, inertBuild } from '../extension.ts';
import type { GuardedBrowser } from '../extension.ts';
import { openIn } from '../matrix/playwright-tab.ts';
import { strict } from '../matrix/take.ts';
import { rows, takeAll } from '../matrix/trial.ts';
import type { Row } from '../matrix/trial.ts';
import { launchManaged } from './forced-install.ts';

/** The matrix where the network gate may block: that gate alone, and all rings together. */
const policy: Policy = { ...builtInPolicy, name: 'For the matrix', audio: 'block', unreadable: 'block' };

async function launchWith(standin: Standin, build: string): Promise<GuardedBrowser> {
  const browser = await launchManaged(standin, { policy: JSON.stringify(policy) }, { build });
  const worker = await browser.worker();
  await expect
    .poll(() => worker.evaluate(async () => JSON.stringify(await chrome.storage.managed.get(null))), {
      timeout: 60_000,
    })
    .toContain(policy.name);
  return browser;
}

let standin: Standin;
test.beforeAll(async () => {
  standin = await startStandin();
});
test.afterAll(() => standin.close());

test.describe('the network gate alone', () => {
  const stops = ({ way }: Row) => way.ring3 === 'stops';
  let arrived: ReadonlyMap<string, readonly string[]>;
  test.beforeAll(async () => {
    test.setTimeout(300_000);
    const browser = await launchWith(standin, inertBuild);
    arrived = await takeAll({ standin, rows, stops, open: openIn(browser.context), atOnce: 10 });
    await browser.close();
  });

  for (const row of rows) {
    const { way, take } = row;
    if (!stops(row) && take.noProof !== undefined) continue;
    test(`${stops(row) ? 'stops' : 'cannot stop'}: ${way.title}`, () => {
      if (stops(row)) expect(arrived.get(way.id)).toEqual([]);
      else expect(arrived.get(way.id)).not.toEqual([]);
    });
  }
});

test.describe('all rings', () => {
  const stops = ({ way }: Row) => way.ring2 === 'stops' || way.ring3 === 'stops';
  let arrived: ReadonlyMap<string, readonly string[]>;
  let browser: GuardedBrowser;
  test.beforeAll(async () => {
    test.setTimeout(300_000);
    browser = await launchWith(standin, chromeBuild);
    arrived = await takeAll({ standin, rows: rows.filter(stops), stops, open: openIn(browser.context), atOnce: 10 });
  });
  test.afterAll(() => browser.close());

  for (const { way } of rows.filter(stops)) {
    test(`stop: ${way.title}`, () => expect(arrived.get(way.id)).toEqual([]));
  }

  for (const { way, take } of rows) {
    if (way.onRedact !== 'rewritten' || take.notRewritten !== undefined) continue;
    test(`the safe version goes: ${way.title}`, async () => {
      const { page, close } = await openTab(browser, take.from ?? strict);
      const key = cloudKey();
      const taken = take.run(page, key).catch(() => undefined);
      await waitForDialog(page);
      await choose(page, /replace/i);
      await expect.poll(() => standin.ledger.find('[aws-access-key-id-1]').length).toBeGreaterThan(0);
      expect(standin.ledger.findFragments(key)).toEqual([]);
      await Promise.race([taken, page.waitForTimeout(500)]);
      await close();
    });
  }
  test.beforeEach(() => standin.ledger.clear());
});

async function openTab(browser: GuardedBrowser, url: string) {
  const page = await browser.context.newPage();
  await page.goto(url);
  await page.waitForTimeout(300); // the gates check in
  return { page, close: () => page.close() };
}
