import { expect, test as plain } from '@playwright/test';
import { openChat } from '../../standin/drive.ts';
import { launchAt } from '../../standin/launch.ts';
import { startStandin } from '../../standin/server.ts';
import { cloudKey } from '../canary.ts';
import { test } from './guarded.ts';
import { attacks, spare } from './hostile.ts';

/** A page that wants a secret out. What it sends here no page sends, so unknown calls are no failure. */
plain('without the extension each of them gets it out', async () => {
  plain.setTimeout(300_000);
  const standin = await startStandin();
  const browser = await launchAt(standin);
  for (const { name, run, holding } of attacks) {
    if (holding) continue;
    const page = await browser.context.newPage();
    await openChat(page);
    const secret = cloudKey();
    await Promise.race([run(page, secret), page.waitForTimeout(10_000)]);
    await expect.poll(() => standin.ledger.find(secret).length, { message: name }).toBeGreaterThan(0);
    await page.close();
  }
  await browser.close();
  await standin.close();
});

for (const { name, run, holding } of attacks) {
  test(`nothing gets out by ${name}`, async ({ guarded, standin }) => {
    standin.ledger.clear();
    const page = await guarded.context.newPage();
    await openChat(page);
    const secret = cloudKey();
    // What is held may never end.
    await Promise.race([run(page, secret), page.waitForTimeout(1_500)]);
    if (holding === 'sends-what-was-judged')
      await expect.poll(() => standin.ledger.find(spare).length).toBeGreaterThan(0);
    else await page.waitForTimeout(800);
    expect(standin.ledger.findFragments(secret)).toEqual([]);
    expect(standin.ledger.find(secret)).toEqual([]);
    await page.close();
  });
}
