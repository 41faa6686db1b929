import { beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from 'webextension-polyfill';
import { TestEndpoint } from '../../test/fixtures/endpoint.ts';
import { area, newName, someDraft } from '../../test/fixtures/extension.ts';
import { World } from '../../test/fixtures/world.ts';
import { builtInPolicy } from '../policy/built-in.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});

const answering = (get: () => Promise<Record<string, unknown>>) => ({ get }) as unknown as Storage.StorageArea;
const textOf = (change: object) => JSON.stringify({ ...builtInPolicy, ...change });

describe('managed storage', () => {
  it('makes the browser a member without anybody doing anything', async () => {
    await area('managed').set(world.managed({ group: 'sales' }));
    const { sync } = await world.start();
    await sync.tick();
    expect(await sync.membership()).toMatchObject({ by: 'managed', orgId: 'trial', enrolled: true });
    expect(sync.policyInForce()).toMatchObject({ source: 'endpoint' });
    expect(world.endpoint.received[0]!.body).toContain('"group":"sales"');
  });

  it('wins over a join code, before and after', async () => {
    const { sync } = await world.start();
    await sync.join(world.endpoint.joinCode);
    await area('managed').set(world.managed());
    await sync.tick();
    expect(await sync.membership()).toMatchObject({ by: 'managed' });
    expect(await sync.join(world.endpoint.joinCode)).toEqual({ ok: false, reason: 'managed-by-it' });
  });

  it('that says nothing in the first minute is not known yet: the last good copy holds', async () => {
    await area('managed').set(world.managed());
    await (await world.start()).sync.tick();
    await area('managed').clear();
    await area('session').clear(); // the browser starts again
    world.clock.pass(86_400);
    const { sync } = await world.start();
    expect(sync.orgId()).toBe('trial');
    await sync.tick();
    world.clock.pass(55);
    await (await world.start()).sync.tick(); // another worker, the same browser
    expect(sync.orgId()).toBe('trial');
    world.clock.pass(10);
    const last = await world.start();
    await last.sync.tick();
    expect(last.sync.orgId()).toBeUndefined();
    expect(last.sync.policyInForce().source).toBe('built-in');
  });

  it('that cannot be read says nothing, however long', async () => {
    await area('managed').set(world.managed());
    await (await world.start()).sync.tick();
    const { sync } = await world.start({ managed: answering(() => Promise.reject(new Error('storage is busy'))) });
    world.clock.pass(7_200);
    await sync.tick();
    expect(sync.orgId()).toBe('trial');
  });

  it('of a Firefox without a manifest is empty', async () => {
    await area('managed').set(world.managed());
    await (await world.start()).sync.tick();
    const { sync } = await world.start({
      managed: answering(() => Promise.reject(new Error('Managed storage manifest not found'))),
    });
    world.clock.pass(7_200);
    await sync.tick();
    expect(sync.orgId()).toBeUndefined();
  });

  it('keeps its good values when one is bad', async () => {
    await area('managed').set(world.managed({ minPolicySeq: 'two', onStale: 'whatever', unheardOf: 1 }));
    const { sync } = await world.start();
    await sync.tick();
    expect(sync.orgId()).toBe('trial');
  });

  it.each([
    ['an address without TLS', { orgUrl: 'http://endpoint.example' }],
    ['no root keys', { policyRootKeys: undefined }],
    ['a token that is too short', { enrollmentToken: 'short' }],
  ])('with %s is no membership, and nothing is sent', async (_what, change) => {
    const values = Object.entries(world.managed(change)).filter(([, value]) => value !== undefined);
    await area('managed').set(Object.fromEntries(values));
    const { sync } = await world.start();
    await sync.tick();
    expect(sync.orgId()).toBeUndefined();
    expect(world.endpoint.attempts).toEqual([]);
  });

  it('refuses policies below its floor, also one that is in force', async () => {
    await area('managed').set(world.managed());
    const { sync } = await world.start();
    await sync.tick();
    expect(sync.policyInForce()).toMatchObject({ source: 'endpoint', seq: 1 });
    await area('managed').set({ minPolicyEpoch: 1, minPolicySeq: 3 });
    await sync.tick();
    expect(sync.policyInForce()).toMatchObject({ source: 'built-in', refused: 'rolled-back' });
    await world.endpoint.publish({ seq: 3 });
    world.clock.pass(600);
    await sync.tick();
    expect(sync.policyInForce()).toMatchObject({ source: 'endpoint', seq: 3 });
  });

  it('carries a whole policy for organisations without an endpoint', async () => {
    await area('managed').set({ policy: textOf({ name: 'From IT' }) });
    const { sync, policies } = await world.start();
    await sync.tick();
    expect(policies.at(-1)).toMatchObject({ source: 'managed', policy: { name: 'From IT' }, epoch: 0, seq: 0 });
    await area('managed').set({ policy: textOf({ name: 'Broken', hook: 'x' }) });
    await sync.tick();
    const refused = { source: 'managed', policy: { name: 'From IT' }, refused: 'bad-schema' };
    expect(sync.policyInForce()).toMatchObject(refused);
    const again = await world.start();
    await again.sync.tick();
    expect(again.sync.policyInForce()).toMatchObject(refused);
    await area('managed').set({ policy: textOf({ name: 'Mended' }) });
    await again.sync.tick();
    expect(again.sync.policyInForce()).toMatchObject({ policy: { name: 'Mended' } });
    expect(again.sync.policyInForce().refused).toBeUndefined();
  });

  it('tightens a stale policy where IT chose so', async () => {
    await area('managed').set(world.managed({ onStale: 'strict' }));
    const { sync } = await world.start();
    await sync.tick();
    expect(sync.policyInForce().policy.unreadable).toBe('warn');
    world.endpoint.isAway = true;
    world.clock.pass(40 * 86_400);
    await sync.tick();
    const { stale, policy } = sync.policyInForce();
    expect(stale).toBe(true);
    expect(policy.unreadable).toBe('block');
    expect(policy.rules.filter(({ action }) => action !== 'redact' && action !== 'block')).toEqual([]);
    expect(policy.rules.at(-1)).toEqual({ id: 'stale-policy', when: {}, action: 'redact' });
  });
});

describe('another organisation', () => {
  it('never gets what was recorded for the first one', async () => {
    const other = await TestEndpoint.open(world.clock.now);
    await area('managed').set(world.managed());
    const first = await world.start();
    await first.sync.tick();
    await first.recorder.record(someDraft, 'replaced');
    await area('managed').set({
      ...world.managed(),
      orgId: 'other',
      policyRootKeys: other.rootKeys,
      enrollmentToken: other.token,
      orgUrl: 'https://other.example',
    });
    Object.assign(other, { orgId: 'other' });
    await other.publish({});
    const second = await world.start({ fetch: other.fetch });
    await second.sync.tick();
    await second.recorder.record(someDraft, 'replaced');
    world.clock.pass(600);
    await second.sync.tick();
    expect(second.sync.orgId()).toBe('other');
    expect((await second.db.entries.orderBy('n').toArray()).map(({ state, orgId }) => [orgId, state])).toEqual([
      ['trial', 'given-up'],
      ['other', 'acknowledged'],
    ]);
    expect(other.incidents.size).toBe(1);
    expect(world.endpoint.incidents.size).toBe(0);
    expect(other.heartbeats.map(({ dropped }) => dropped)).toContain(1);
  });
});

describe('a database that was deleted', () => {
  it('leads to a chain that says so, and to a new enrolment', async () => {
    await area('managed').set(world.managed());
    const before = await world.start();
    await before.sync.tick();
    await before.recorder.record(someDraft, 'replaced');
    await before.sync.tick();
    before.db.close();
    world.name = newName();
    const { sync, recorder } = await world.start();
    await recorder.record(someDraft, 'replaced');
    world.clock.pass(600);
    await sync.tick();
    const marks = [...world.endpoint.incidents.values()].map(({ chainRestarted }) => chainRestarted);
    expect(marks).toEqual([undefined, true]);
  });
});
