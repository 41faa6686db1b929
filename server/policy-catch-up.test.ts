import { afterEach, beforeEach, expect, it } from 'vitest';
import { builtInPolicy } from '../lib/policy/built-in.ts';
import { readDocument } from './read-policy.ts';
import { dayOf } from './store/database.ts';
import { currentPolicy } from './store/policies.ts';
import { TestBrowser, heartbeatNow } from './testing/browser.ts';
import { openTestEndpoint } from './testing/endpoint.ts';
import type { TestEndpoint } from './testing/endpoint.ts';
import { onEachEngine } from './testing/engines.ts';

onEachEngine(({ open }) => {
  let endpoint: TestEndpoint;
  let browser: TestBrowser;
  beforeEach(async () => {
    endpoint = await openTestEndpoint({ db: await open() });
    browser = await join();
  });
  afterEach(() => endpoint.close());
  const join = () => TestBrowser.join(endpoint.send, endpoint.token, endpoint.now);
  const inForce = async () => readDocument((await currentPolicy(endpoint.db))!);
  const numbers = async () => {
    const { epoch, seq } = await inForce();
    return [epoch, seq];
  };
  async function report(from: TestBrowser, epoch: number, seq: number, source: 'endpoint' | 'managed' = 'endpoint') {
    const heartbeat = { ...heartbeatNow(), policy: { source, epoch, seq, stale: false } };
    expect((await from.post('/v1/heartbeat', heartbeat)).status).toBe(200);
  }

  it('continues above the highest numbers that a browser holds', async () => {
    await report(browser, 1, 1);
    expect(await numbers()).toEqual([1, 1]);
    await report(browser, 1, 900);
    expect(await inForce()).toMatchObject({ epoch: 1, seq: 901, author: 'A. Author', policy: builtInPolicy });
    await report(browser, 1, 900);
    await report(browser, 1, 901);
    expect(await numbers()).toEqual([1, 901]);
    endpoint.advance(60_000);
    await report(await join(), 2, 5);
    expect(await numbers()).toEqual([2, 6]);
  });

  it('lets nobody use the numbers up', async () => {
    for (const [epoch, seq] of [
      [1, 100_002],
      [12, 1],
      [2 ** 40, 1],
      [1, Number.MAX_SAFE_INTEGER],
    ] as const)
      await report(browser, epoch, seq);
    await report(browser, 1, 50, 'managed'); // numbers of managed storage are not the endpoint's
    expect(await numbers()).toEqual([1, 1]);
    expect(endpoint.logged.filter((line) => line.includes('policy-number-too-far'))).toHaveLength(4);
    await report(browser, 1, 100_001);
    expect(await numbers()).toEqual([1, 100_002]);
    const other = await join();
    await report(other, 1, 150_000); // the minute is not over
    expect(await numbers()).toEqual([1, 100_002]);
    endpoint.advance(60_000);
    await report(browser, 1, 150_000); // the day of this browser is not over
    expect(await numbers()).toEqual([1, 100_002]);
    await report(other, 1, 150_000);
    expect(await numbers()).toEqual([1, 150_001]);
  });

  it('hears only browsers that are enrolled and not revoked', async () => {
    await endpoint.db.query("UPDATE installs SET state = 'revoked', revoked_on = $1::date", [dayOf(endpoint.now())]);
    const heartbeat = { ...heartbeatNow(), policy: { source: 'endpoint', epoch: 1, seq: 9, stale: false } };
    expect((await browser.post('/v1/heartbeat', heartbeat)).status).toBe(401);
    expect(await numbers()).toEqual([1, 1]);
  });
});
