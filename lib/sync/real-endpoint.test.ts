import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestEndpoint, origin } from '../../server/testing/endpoint.ts';
import type { TestEndpoint } from '../../server/testing/endpoint.ts';
import { TestClock, newName, someDraft, startWorker } from '../../test/fixtures/extension.ts';
import { notes, record, states } from '../../test/fixtures/world.ts';
import { writeJoinCode } from '../contract/enrolment.ts';

let endpoint: TestEndpoint;
beforeEach(async () => {
  endpoint = await openTestEndpoint();
});
afterEach(() => endpoint.close());

const overTheNetwork: typeof fetch = (input, init) => {
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  return endpoint.send(pathname, init);
};

it('agrees with the real endpoint about enrolment, policy, incidents, receipts and heartbeat', async () => {
  const clock = new TestClock();
  clock.time = endpoint.now();
  const extension = await startWorker(clock, { fetch: overTheNetwork, name: newName() });
  const rootKeys = endpoint.workings.keys.policyRootKeys;
  const code = writeJoinCode({ url: origin, orgId: 'trial', token: endpoint.token, rootKeys });
  expect(await extension.sync.join(code)).toEqual({ ok: true, orgId: 'trial' });
  expect(extension.sync.policyInForce()).toMatchObject({ source: 'endpoint', seq: 1, approver: 'B. Approver' });
  await record(extension, 2);
  await extension.recorder.record({ ...someDraft, urgent: true }, 'blocked');
  await extension.sync.tick();
  expect(await states(extension)).toEqual(['acknowledged', 'acknowledged', 'acknowledged']);
  expect(await notes(extension)).toEqual([]);
  expect(await endpoint.db.query('SELECT count(*)::integer AS n FROM incidents')).toEqual([{ n: 3 }]);
  expect(await endpoint.db.query('SELECT count(*)::integer AS n FROM heartbeats')).toEqual([{ n: 1 }]);
  clock.pass(60);
  await extension.sync.tick();
  expect((await extension.db.counters.get('polls'))?.value).toBe(1);
});
