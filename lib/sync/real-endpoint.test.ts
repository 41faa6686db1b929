import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { publishPolicy } from '../../server/publish-policy.ts';
import { putBlob } from '../../server/store/blobs.ts';
import { createToken, revokeToken } from '../../server/store/enrolment-tokens.ts';
import { approveInstall, listInstalls, revokeInstall, revokeInstallsOfToken } from '../../server/store/installs.ts';
import { openTestEndpoint, origin } from '../../server/testing/endpoint.ts';
import type { TestEndpoint } from '../../server/testing/endpoint.ts';
import { makeDictionary } from '../../test/fixtures/dictionary.ts';
import { TestClock, area, newName, someDraft, startWorker } from '../../test/fixtures/extension.ts';
import { notes, record, states } from '../../test/fixtures/world.ts';
import { writeJoinCode } from '../contract/enrolment.ts';
import type { Policy } from '../contract/policy.ts';
import { scan } from '../dlp/scan.ts';
import { builtInPolicy } from '../policy/built-in.ts';
import { compilePolicy } from '../policy/compile.ts';
import { decide } from '../policy/decide.ts';

let endpoint: TestEndpoint;
beforeEach(async () => {
  fakeBrowser.reset();
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

/** A browser that has joined with a code for `token`, and both clocks in step. */
async function joinWith(token: string) {
  const clock = new TestClock();
  clock.time = endpoint.now();
  const extension = await startWorker(clock, { fetch: overTheNetwork, name: newName() });
  const rootKeys = endpoint.workings.keys.policyRootKeys;
  const join = (given: string) =>
    extension.sync.join(writeJoinCode({ url: origin, orgId: 'trial', token: given, rootKeys }));
  expect(await join(token)).toEqual({ ok: true, orgId: 'trial' });
  const later = async (seconds = 3_600) => {
    clock.pass(seconds);
    endpoint.advance(seconds * 1_000);
    await extension.sync.tick();
  };
  return { extension, join, later };
}

const make = (more: object = {}) =>
  createToken(endpoint.db, {
    title: 'Laptops',
    expiresAt: endpoint.now() + 7 * 86_400_000,
    uses: 10,
    createdBy: 'Ada',
    now: endpoint.now(),
    ...more,
  });
const installs = (tokenId: string) => listInstalls(endpoint.db, { filters: { tokenId }, limit: 10 });

it('agrees with the real endpoint about approval', async () => {
  const { id, token } = await make({ needsApproval: true });
  const { extension, later } = await joinWith(token);
  await record(extension, 2);
  await extension.sync.tick();
  expect(await extension.sync.membership()).toMatchObject({ enrolled: true, lastFailure: 'pending' });
  expect(await states(extension)).toEqual(['waiting', 'waiting']);
  const [install] = await installs(id);
  expect(install?.state).toBe('pending');
  expect(await approveInstall(endpoint.db, install!.id)).toBe(true);
  await later();
  expect(await states(extension)).toEqual(['acknowledged', 'acknowledged']);
  expect(await extension.sync.membership()).not.toHaveProperty('lastFailure');
});

it('agrees with the real endpoint about revocation, of one browser and of all with a token', async () => {
  const { id, token } = await make();
  const { extension, join, later } = await joinWith(token);
  const [install] = await installs(id);
  await revokeInstall(endpoint.db, install!.id, endpoint.now());
  for (let hour = 0; hour < 30; hour += 1) await later();
  expect(await extension.sync.membership()).toMatchObject({ enrolled: false, lastFailure: 'revoked' });
  expect(await installs(id)).toHaveLength(1); // it did not enrol again
  expect(extension.sync.policyInForce().source).toBe('endpoint');
  const next = await make();
  expect(await join(token)).toEqual({ ok: false, reason: 'install-revoked' });
  expect(await join(next.token)).toEqual({ ok: true, orgId: 'trial' });
  expect((await installs(next.id)).map(({ state }) => state)).toEqual(['approved']);
  await revokeToken(endpoint.db, next.id);
  expect(await revokeInstallsOfToken(endpoint.db, next.id, endpoint.now())).toBe(1);
  await later();
  expect(await extension.sync.membership()).toMatchObject({ lastFailure: 'revoked' });
  expect(await join((await make()).token)).toEqual({ ok: true, orgId: 'trial' });
  await record(extension);
  await later();
  expect((await states(extension)).at(-1)).toBe('acknowledged');
});

it('agrees with the real endpoint about an installation that a restore lost', async () => {
  const { extension, later } = await joinWith(endpoint.token);
  await endpoint.db.query('DELETE FROM installs');
  await later(13 * 3_600); // its bearer token is over
  await later();
  expect(await extension.sync.membership()).toMatchObject({ enrolled: true });
  expect(await endpoint.db.query('SELECT state FROM installs')).toEqual([{ state: 'approved' }]);
});

it('agrees with the real endpoint about a policy that names a list', async () => {
  const { id, token } = await make({ needsApproval: true });
  const { extension, later } = await joinWith(token);
  const { entry, file } = makeDictionary();
  const { sha256, bytes } = entry;
  const stored = { sha256, bytes, entry: JSON.stringify(entry), data: file.data, uploadedBy: 'Ada' };
  await putBlob(endpoint.db, { ...stored, now: endpoint.now() });
  const policy = { ...builtInPolicy, dictionaries: [entry] };
  await publishPolicy(endpoint.workings, policy, { author: 'A. Author', approver: 'B. Approver' });
  await later();
  expect(extension.sync.policyInForce()).toMatchObject({ seq: 1, refused: 'dictionary-missing' });
  await approveInstall(endpoint.db, (await installs(id))[0]!.id);
  await later();
  expect(extension.sync.policyInForce()).toMatchObject({ seq: 2, blobs: { [sha256]: file.data } });
  expect(extension.sync.policyInForce().refused).toBeUndefined();
});

it('agrees with the real endpoint about a policy that has rules for one group', async () => {
  const when = { category: 'contact', group: 'legal' } as const;
  const policy: Policy = { ...builtInPolicy, rules: [{ id: 'legal-contacts', when, action: 'block' }] };
  await publishPolicy(endpoint.workings, policy, { author: 'A. Author', approver: 'B. Approver' });
  const actionIn = async (group: string) => {
    fakeBrowser.reset();
    const rootKeys = endpoint.workings.keys.policyRootKeys;
    const token = { enrollmentToken: endpoint.token, policyRootKeys: rootKeys };
    await area('managed').set({ orgUrl: origin, orgId: 'trial', group, ...token });
    const clock = new TestClock();
    clock.time = endpoint.now();
    const { sync } = await startWorker(clock, { fetch: overTheNetwork, name: newName() });
    await sync.tick();
    const inForce = sync.policyInForce();
    expect(inForce).toMatchObject({ source: 'endpoint', seq: 2, group });
    const compiled = compilePolicy(inForce.policy, inForce);
    const text = 'write to ada.lovelace@kontor-berlin.de';
    return decide(compiled, scan(text, compiled).findings, { text, surface: 'composer' }).action;
  };
  expect(await actionIn('legal')).toBe('block');
  expect(await actionIn('sales')).toBe('allow');
});
