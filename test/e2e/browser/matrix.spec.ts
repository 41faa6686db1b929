import { expect, test } from '@playwright/test';
import { launchAt } from '../../standin/launch.ts';
import type { StandinBrowser } from '../../standin/launch.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { launchGuarded } from '../extension.ts';
import { openIn } from '../matrix/playwright-tab.ts';
import { rows, takeAll } from '../matrix/trial.ts';
import type { Row } from '../matrix/trial.ts';

/** Every row of the registry of ways out, first without the extension, then with the rings that need no policy. */
let standin: Standin;
test.beforeAll(async () => {
  standin = await startStandin();
});
test.afterAll(() => standin.close());

test.describe('without the extension', () => {
  let arrived: ReadonlyMap<string, readonly string[]>;
  test.beforeAll(async () => {
    test.setTimeout(300_000);
    const browser: StandinBrowser = await launchAt(standin);
    arrived = await takeAll({ standin, rows, stops: () => false, open: openIn(browser.context), atOnce: 10 });
    await browser.close();
  });

  for (const { way, take } of rows) {
    if (take.noProof !== undefined) continue;
    test(`leaves: ${way.title}`, () => expect(arrived.get(way.id)).not.toEqual([]));
  }
});

test.describe('the composer and the page gate alone', () => {
  const tried = rows.filter(({ take }) => take.policy === undefined);
  // A rule of the browser itself takes the text of links out, here as well.
  const stops = ({ way }: Row) => way.ring2 === 'stops' || way.id === 'link-text';
  let arrived: ReadonlyMap<string, readonly string[]>;
  test.beforeAll(async () => {
    test.setTimeout(300_000);
    const guarded = await launchGuarded(standin);
    arrived = await takeAll({ standin, rows: tried, stops, open: openIn(guarded.context), atOnce: 10 });
    await guarded.close();
  });

  for (const row of tried) {
    const { way, take } = row;
    if (!stops(row) && take.noProof !== undefined) continue;
    test(`${stops(row) ? 'stop' : 'cannot stop'}: ${way.title}`, () => {
      if (stops(row)) expect(arrived.get(way.id)).toEqual([]);
      else expect(arrived.get(way.id)).not.toEqual([]);
    });
  }
});
