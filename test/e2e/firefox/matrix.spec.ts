import { expect, test } from '@playwright/test';
import type { Browser } from 'puppeteer-core';
import type { Policy } from '../../../lib/contract/policy.ts';
import { builtInPolicy } from '../../../lib/policy/built-in.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { rows, takeAll } from '../matrix/trial.ts';
import type { OpenTab, Row } from '../matrix/trial.ts';
import { inertFirefoxBuild, launchFirefox } from './launch.ts';

/** The matrix in Firefox, whose network gate may always block, and is shown more than that of Chromium. */
const tried = rows.filter(({ take }) => take.notInFirefox === undefined);
/** As in the managed matrix of Chromium: without it audio is recorded and goes. */
const policy: Policy = { ...builtInPolicy, name: 'For the matrix', audio: 'block', unreadable: 'block' };

const openIn =
  (browser: Browser): OpenTab =>
  async (url) => {
    const page = await browser.newPage();
    await page.goto(url);
    await new Promise((done) => setTimeout(done, 500)); // the gates check in
    return {
      page: { evaluate: async (run, arg) => page.evaluate(run as (given: unknown) => unknown, arg) },
      close: () => page.close().catch(() => undefined),
    };
  };

let standin: Standin;
test.beforeAll(async () => {
  standin = await startStandin();
});
test.afterAll(() => standin.close());

const configurations = [
  { name: 'without the extension', launch: { bare: true }, stops: () => false },
  {
    name: 'the network gate alone',
    launch: { build: inertFirefoxBuild, policy },
    stops: ({ way }: Row) => way.ring3 === 'stops',
  },
  {
    name: 'all rings',
    launch: { policy },
    stops: ({ way }: Row) => way.ring2 === 'stops' || way.ring3 === 'stops',
  },
];

for (const { name, launch, stops } of configurations) {
  test.describe(name, () => {
    let arrived: ReadonlyMap<string, readonly string[]>;
    test.beforeAll(async () => {
      test.setTimeout(300_000);
      const firefox = await launchFirefox(standin, launch);
      await (await firefox.openChat()).close(); // the policy is in force once a tab has its gates
      arrived = await takeAll({ standin, rows: tried, stops, open: openIn(firefox.browser), atOnce: 6 });
      await firefox.close();
    });

    for (const row of tried) {
      const { way, take } = row;
      if (!stops(row) && take.noProof !== undefined) continue;
      test(`${stops(row) ? 'stops' : 'leaves'}: ${way.title}`, () => {
        if (stops(row)) expect(arrived.get(way.id)).toEqual([]);
        else expect(arrived.get(way.id)).not.toEqual([]);
      });
    }
  });
}
