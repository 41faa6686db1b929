import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SignedPolicy } from '../contract/envelope.ts';
import { writeJoinCode } from '../contract/enrolment.ts';
import { builtInPolicy } from '../policy/built-in.ts';
import { openKeys } from '../../server/keys/key-folder.ts';
import { settleRootKeys } from '../../server/root-keys.ts';
import type { Workings } from '../../server/workings.ts';
import { importWithin } from '../../server/import-policy.ts';
import { publishPolicy } from '../../server/publish-policy.ts';
import { signWhatIsDue } from '../../server/sign-due.ts';
import { signPolicy } from '../../server/sign-policy.ts';
import { currentNumbers } from '../../server/store/policies.ts';
import { openTestEndpoint, orgId, origin } from '../../server/testing/endpoint.ts';
import type { TestEndpoint } from '../../server/testing/endpoint.ts';
import { TestRoot, newBoxKey } from '../../server/testing/root.ts';
import { TestClock, area, newName, startWorker } from '../../test/fixtures/extension.ts';
import { notes, record, states } from '../../test/fixtures/world.ts';

// A root key that only a person holds, an endpoint that never sees it, and a browser that knows nothing but its public half.

let root: TestRoot;
let endpoint: TestEndpoint;
let workings: Workings;
/** What the heartbeats say of the audit log. */
let told: unknown[];
beforeEach(async () => {
  fakeBrowser.reset();
  told = [];
  root = new TestRoot();
  endpoint = await openTestEndpoint({ rootKeys: root.pinned });
  ({ workings } = endpoint);
});
afterEach(() => endpoint.close());

/** Brings a delegation of the next key, or of the one that signs. */
async function delegate(change: object = {}, by = root): Promise<void> {
  const { keys } = workings;
  const delegation = await by.delegate(keys.next() ?? keys.current(), endpoint.now(), change);
  expect(await keys.install(delegation)).toMatchObject({ ok: true });
  await signWhatIsDue(workings);
}

async function open() {
  const clock = new TestClock();
  clock.time = endpoint.now();
  const overTheNetwork: typeof fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (pathname === '/v1/heartbeat') told.push((JSON.parse(init?.body as string) as { audit?: unknown }).audit);
    return endpoint.send(pathname, init);
  };
  const extension = await startWorker(clock, { fetch: overTheNetwork, name: newName(), managed: area('managed') });
  const later = async (seconds = 3_600) => {
    clock.pass(seconds);
    endpoint.advance(seconds * 1_000);
    await signWhatIsDue(workings);
    await extension.sync.tick();
  };
  return { extension, later };
}

async function join(rootKeys = root.pinned) {
  const opened = await open();
  const code = writeJoinCode({ url: origin, orgId, token: endpoint.token, rootKeys });
  return { ...opened, joined: await opened.extension.sync.join(code) };
}

/** A policy that was signed away from the endpoint. */
function signElsewhere(place: object, more: object = {}): Promise<SignedPolicy> {
  const notAfter = new Date(endpoint.now() + 20 * 86_400_000).toISOString();
  const whole = { orgId, epoch: 1, seq: 9, notAfter, pollSeconds: 60, author: 'Ada', approver: 'Bob', ...place };
  const policy = { ...builtInPolicy, mode: 'observe' };
  return signPolicy({ policy, place: whole, key: root.key, now: endpoint.now(), ...more });
}

const bring = (signed: unknown) =>
  endpoint.db.transaction((queries) => importWithin(queries, endpoint.workings, signed));

describe('an endpoint whose root key is elsewhere', () => {
  it('is believed once the root key has delegated its signing key, and not before', async () => {
    expect(await currentNumbers(endpoint.db)).toBeUndefined();
    expect((await join()).joined).toMatchObject({ ok: false });
    await delegate();
    expect((await join(new TestRoot().pinned)).joined).toMatchObject({ ok: false });
    const { extension, joined, later } = await join();
    expect(joined).toMatchObject({ ok: true });
    expect(extension.sync.policyInForce()).toMatchObject({ source: 'endpoint', epoch: 1, seq: 1 });
    await record(extension, 2);
    await later();
    expect(await states(extension)).toEqual(['acknowledged', 'acknowledged']);
  });

  it('changes its signing key under browsers that notice nothing but another signer', async () => {
    await delegate();
    const { extension, later } = await join();
    await record(extension);
    await later();
    const before = endpoint.workings.keys.keyid;
    const next = endpoint.workings.keys.makeNext();
    expect(endpoint.workings.keys.keyid).toBe(before);
    await delegate();
    expect(endpoint.workings.keys.keyid).toBe(next.keyid);
    await record(extension);
    for (let hour = 0; hour < 3; hour += 1) await later();
    expect(extension.sync.policyInForce()).toMatchObject({ seq: 2 });
    expect(await states(extension)).toEqual(['acknowledged', 'acknowledged']);
    // Its checkpoints go on where those of the key before ended: no browser raises an alarm.
    expect(told.length).toBeGreaterThan(3);
    expect(told.at(-1)).toBe('intact');
    expect(new Set(told)).toEqual(new Set([undefined, 'intact']));
  });

  it('changes its root key while browsers pin both', async () => {
    await settleRootKeys(workings);
    await delegate();
    const managed = { orgUrl: origin, orgId, enrollmentToken: endpoint.token, policyRootKeys: root.pinned };
    await area('managed').set(managed);
    const { extension, later } = await open();
    const held = async () => {
      await later(120); // managed storage is believed, then polled
      await record(extension);
      await later();
      return { ...extension.sync.policyInForce(), last: (await states(extension)).at(-1) };
    };
    expect(await held()).toMatchObject({ source: 'endpoint', seq: 1, last: 'acknowledged' });
    const newRoot = new TestRoot();
    const both = `${root.pinned} ${newRoot.pinned}`;
    const restart = async (rootKeys: string) => {
      const keys = openKeys(`${endpoint.folder}/keys`, { orgId, clock: endpoint.now, rootKeys });
      workings = { ...endpoint.workings, keys };
      await settleRootKeys(workings);
    };
    await expect(restart(newRoot.pinned)).rejects.toThrow('give the old and the new one together');
    await restart(both);
    await area('managed').set({ ...managed, policyRootKeys: both });
    expect(await held()).toMatchObject({ source: 'endpoint', seq: 1, last: 'acknowledged' });
    await delegate({}, newRoot);
    await restart(newRoot.pinned);
    expect(await held()).toMatchObject({ source: 'endpoint', seq: 2, last: 'acknowledged' });
    await area('managed').set({ ...managed, policyRootKeys: newRoot.pinned });
    expect(await held()).toMatchObject({ source: 'endpoint', seq: 2, last: 'acknowledged' });
    const audited = await endpoint.db.query("SELECT entry FROM audit_entries WHERE entry LIKE '%root-keys-changed%'");
    expect(audited).toHaveLength(2);
  });

  it('signs nothing after the end of its delegation, and browsers keep what they have', async () => {
    await delegate();
    const { extension, later } = await join();
    for (let month = 0; month < 4; month += 1) await later(30 * 86_400);
    const release = { author: 'Ada', approver: 'Bob' };
    await expect(publishPolicy(endpoint.workings, builtInPolicy, release)).rejects.toThrow(
      /^Nothing is signed any more: the delegation of online-\w+ ended on \d{4}-\d\d-\d\d\. Install a new one\.$/,
    );
    expect(extension.sync.policyInForce()).toMatchObject({ source: 'endpoint' });
    await record(extension);
    await later();
    expect((await states(extension)).at(-1)).toBe('acknowledged');
    const said = endpoint.logged.map((line) => (JSON.parse(line) as { event: string }).event);
    expect(said).toEqual(expect.arrayContaining(['delegation-ends', 'delegation-over']));
    await delegate();
    await later();
    expect(extension.sync.policyInForce()).toMatchObject({ source: 'endpoint', stale: false });
  });
});

describe('a policy that was signed elsewhere', () => {
  it('switches protection to observing, and receipts of the endpoint are still believed', async () => {
    await delegate();
    const { extension, later } = await join();
    expect(await bring(await signElsewhere({ seq: 9 }))).toMatchObject({ ok: true });
    await later();
    expect(extension.sync.policyInForce()).toMatchObject({ epoch: 1, seq: 9, policy: { mode: 'observe' } });
    await record(extension);
    await later();
    expect(await states(extension)).toEqual(['acknowledged']);
    expect(await notes(extension)).toEqual([]);
    // A new signing key of the endpoint goes out with the same policy.
    endpoint.workings.keys.makeNext();
    await delegate();
    await later();
    await record(extension);
    await later();
    expect(extension.sync.policyInForce()).toMatchObject({ seq: 9 });
    expect((await states(extension)).at(-1)).toBe('acknowledged');
  });

  it('of a key that a root key delegated is taken as well', async () => {
    await delegate();
    const { extension, later } = await join();
    const key = newBoxKey('signing');
    const delegation = await root.delegate(key, endpoint.now());
    expect(await bring(await signElsewhere({ seq: 3 }, { key, delegation }))).toMatchObject({ ok: true });
    await later();
    expect(extension.sync.policyInForce()).toMatchObject({ seq: 3, approver: 'Bob' });
  });

  it('lifts browsers out of numbers that a stolen key used up', async () => {
    await delegate();
    const { extension, later } = await join();
    // The thief has the signing key: its highest number leaves nothing above it, and a later epoch is beyond its delegation.
    const { keys, db } = endpoint.workings;
    const thief = { ...keys.current(), kind: 'signing' as const };
    const delegation = await keys.delegation();
    const stolen = await signElsewhere({ seq: Number.MAX_SAFE_INTEGER }, { key: thief, delegation });
    await expect(signElsewhere({ epoch: 2 }, { key: thief, delegation })).rejects.toThrow('up to epoch 1');
    const etag = '"stolen"';
    await db.query('UPDATE policies SET envelope = $1, etag = $2', [JSON.stringify(stolen), etag]);
    await later();
    expect(extension.sync.policyInForce()).toMatchObject({ seq: Number.MAX_SAFE_INTEGER });
    await db.query('DELETE FROM policies');
    endpoint.workings.keys.makeNext();
    await delegate({ epoch: 2 });
    await publishPolicy(endpoint.workings, builtInPolicy, { author: 'Ada', approver: 'Bob' });
    await later();
    expect(extension.sync.policyInForce()).toMatchObject({ epoch: 2, seq: 1, policy: { mode: 'enforce' } });
    // What the thief signs is behind now.
    await db.query('UPDATE policies SET envelope = $1, etag = $2', [JSON.stringify(stolen), etag]);
    await later();
    expect(extension.sync.policyInForce()).toMatchObject({ epoch: 2, refused: 'rolled-back' });
  });

  it('of the root key lifts the epoch too, and the endpoint says what it needs to follow', async () => {
    await delegate();
    const { extension, later } = await join();
    expect(await bring(await signElsewhere({ epoch: 2, seq: 1 }))).toMatchObject({ ok: true });
    await later();
    expect(extension.sync.policyInForce()).toMatchObject({ epoch: 2, seq: 1 });
    const release = { author: 'Ada', approver: 'Bob' };
    await expect(publishPolicy(endpoint.workings, builtInPolicy, release)).rejects.toThrow(
      /epoch 2, for which online-/,
    );
    await delegate({ epoch: 2 });
    expect(await publishPolicy(endpoint.workings, builtInPolicy, release)).toMatchObject({ epoch: 2, seq: 2 });
  });

  it('is refused in a sentence where it would not be believed, or takes one person', async () => {
    await delegate();
    const own = { ...endpoint.workings.keys.current(), kind: 'signing' as const };
    const delegation = await endpoint.workings.keys.delegation();
    const ofAnother = await signElsewhere({}, { key: new TestRoot().key });
    const cases: readonly (readonly [unknown, RegExp])[] = [
      [{}, /no signed policy/],
      [ofAnother, /No pinned root key/],
      [await signElsewhere({ seq: 1 }), /number, or a later one/],
      [await signElsewhere({ orgId: 'other' }), /another organisation/],
      [await signElsewhere({ group: 'sales' }), /one group/],
      [await signElsewhere({ seq: 3_000_000_000 }), /2000000000 at most/],
      [await signElsewhere({}, { key: own, delegation }), /own key signed/],
    ];
    for (const [signed, why] of cases)
      expect(await bring(signed)).toEqual({ ok: false, why: expect.stringMatching(why) });
    await expect(signElsewhere({ approver: ' ADA ' })).rejects.toThrow('takes two people');
    expect(await currentNumbers(endpoint.db)).toEqual({ epoch: 1, seq: 1 });
  });

  it('for one group is taken by its browsers alone, by a key for that group alone', async () => {
    await delegate();
    const key = newBoxKey('signing');
    const delegation = await root.delegate(key, endpoint.now(), { groups: ['sales'] });
    await expect(signElsewhere({ group: 'legal' }, { key, delegation })).rejects.toThrow('groups alone: sales');
    const signed = await signElsewhere({ group: 'sales', seq: 5 }, { key, delegation });
    await endpoint.db.query('UPDATE policies SET envelope = $1, etag = $2', [JSON.stringify(signed), '"group"']);
    const { extension, joined } = await join();
    expect(joined).toMatchObject({ ok: false });
    expect(extension.sync.policyInForce()).toMatchObject({ source: 'built-in' });
  });
});
