import { expect, test } from '@playwright/test';
import { openChat } from '../../standin/drive.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { dialogContent } from '../dialog.ts';
import { chromeBuild, launchGuarded, noSlotsBuild, recordedIncidents } from '../extension.ts';
import type { GuardedBrowser } from '../extension.ts';
import { numbersFrom, pickAction } from './actions.ts';

/** Days of ordinary work: what Sluice is there for must cost nothing where there is nothing to find. */
test.describe.configure({ mode: 'serial' });

interface Day {
  readonly requests: number;
  /** What stood in a dialog, and what was recorded: refusals of calls that nobody waits for among them. */
  readonly interventions: readonly string[];
  /** What could not be done, by the name of the action. */
  readonly failed: readonly string[];
}

interface Work {
  readonly seed: number;
  readonly actions: number;
  /** Milliseconds for one of them: who is held waits for ever. */
  readonly patience: number;
}

/** Tabs at once, each with a person of its own. */
const lanes = 3;

async function work(standin: Standin, build: string, { seed, actions, patience }: Work): Promise<Day> {
  const browser = await launchGuarded(standin, { build });
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const days = await Promise.all(
    Array.from({ length: lanes }, (_, lane) =>
      workInTab(browser, standin, { seed: seed + lane, actions: Math.ceil(actions / lanes), patience }),
    ),
  );
  const recorded = (await recordedIncidents(browser)).map((incident) => JSON.stringify(incident));
  await browser.close();
  return {
    requests: standin.ledger.records.length,
    interventions: [...recorded, ...days.flatMap(({ dialogs }) => dialogs)],
    failed: days.flatMap(({ failed }) => failed),
  };
}

async function workInTab(browser: GuardedBrowser, standin: Standin, { seed, actions, patience }: Work) {
  const next = numbersFrom(seed);
  const page = await browser.context.newPage();
  await openChat(page);
  const failed: string[] = [];
  const dialogs: string[] = [];
  for (let count = 0; count < actions; count += 1) {
    const { name, run } = pickAction(next);
    // Where something is held the action does not end, and the next one begins on a fresh page.
    const trouble = await Promise.race([
      run(page, next, standin).then(
        () => undefined,
        (error: unknown) => String(error).slice(0, 300),
      ),
      page.waitForTimeout(patience).then(() => 'did not end'),
    ]);
    if (trouble === undefined) continue;
    failed.push(`${name}: ${trouble}`);
    const dialog = await dialogContent(page);
    if (dialog.length > 0) dialogs.push(dialog.join(' · '));
    await openChat(page);
  }
  await page.waitForTimeout(1_000);
  return { failed, dialogs };
}

const options = { hydrationDelayMs: 20, prepareDebounceMs: 30, chunkDelayMs: 0 };

test('500 ordinary actions with at least 5,000 requests meet no intervention', async () => {
  test.setTimeout(900_000);
  const standin = await startStandin({ ...options, account: 'workspace' });
  const day = await work(standin, chromeBuild, { seed: 2026, actions: 500, patience: 45_000 });
  standin.ledger.assertNoUnknownCalls();
  await standin.close();
  expect(day).toMatchObject({ interventions: [], failed: [] });
  expect(day.requests).toBeGreaterThanOrEqual(5_000);
});

test('without the tables of machine slots the same work is stopped often', async () => {
  test.setTimeout(900_000);
  const standin = await startStandin({ ...options, account: 'workspace' });
  const day = await work(standin, noSlotsBuild, { seed: 2026, actions: 150, patience: 12_000 });
  await standin.close();
  expect(day.interventions.length).toBeGreaterThanOrEqual(20);
});
