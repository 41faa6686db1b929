import { beforeEach, describe, expect, it } from 'vitest';
import { area, newName } from '../../test/fixtures/extension.ts';
import type { Extension } from '../../test/fixtures/extension.ts';
import { World, record, states } from '../../test/fixtures/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});

async function managed(change: object = {}): Promise<Extension> {
  await area('managed').set(world.managed(change));
  const extension = await world.start();
  await extension.sync.tick();
  return extension;
}

describe('a browser whose registration was withdrawn', () => {
  async function revoked(): Promise<Extension> {
    const extension = await managed();
    await record(extension);
    world.endpoint.revokeInstalls();
    await world.later(extension, 900); // its bearer token is still good
    return extension;
  }
  const attempts = () => world.endpoint.attempts.length;

  it('stops calling, for good and across starts', async () => {
    const extension = await revoked();
    expect(world.endpoint.attempts.at(-1)).toMatchObject({ path: '/v1/policy', status: 401 });
    const before = attempts();
    for (let hour = 0; hour < 48; hour += 1) await world.later(extension);
    await world.later(await world.start());
    expect(attempts()).toBe(before);
    expect(world.posts('/v1/enrol')).toHaveLength(1);
  });

  it('is told so at the next token too', async () => {
    const extension = await managed();
    world.endpoint.revokeInstalls();
    world.endpoint.forgetBearers();
    await world.later(extension);
    expect(world.endpoint.attempts.at(-1)).toMatchObject({ path: '/v1/token', status: 401 });
    expect(await extension.sync.membership()).toMatchObject({ lastFailure: 'revoked' });
  });

  it('keeps its policy and what waits, and says why', async () => {
    const extension = await revoked();
    await record(extension);
    await world.later(extension);
    for (const { sync } of [extension, await world.start()]) {
      expect(sync.policyInForce()).toMatchObject({ source: 'endpoint', policy: { name: 'Policy of the trial' } });
      expect(await sync.membership()).toMatchObject({ orgId: 'trial', enrolled: false, lastFailure: 'revoked' });
    }
    expect(await states(extension)).toEqual(['waiting', 'waiting']);
  });

  it('does not come back by another group, a lost database or the same token', async () => {
    await revoked();
    const before = attempts();
    await area('managed').set({ group: 'night' });
    await world.later(await world.start());
    world.name = newName();
    const { sync } = await world.start();
    world.clock.pass(3_600);
    await sync.tick();
    expect(attempts()).toBe(before);
    expect(await sync.membership()).toMatchObject({ lastFailure: 'revoked' });
  });

  it('enrols with another token of IT, and sends what waited', async () => {
    const extension = await revoked();
    await record(extension);
    const { installId } = (await extension.db.identity.get('install'))!;
    world.endpoint.renewToken();
    await area('managed').set(world.managed());
    await extension.sync.tick();
    expect(world.posts('/v1/enrol')).toHaveLength(2);
    expect((await extension.db.identity.get('install'))?.installId).not.toBe(installId);
    const membership = await extension.sync.membership();
    expect(membership).toMatchObject({ enrolled: true });
    expect(membership).not.toHaveProperty('lastFailure');
    await world.later(extension);
    expect(await states(extension)).toEqual(['acknowledged', 'acknowledged']);
  });

  it('that had joined by a code needs another code', async () => {
    const extension = await world.joined();
    const used = world.endpoint.joinCode;
    world.endpoint.revokeInstalls();
    await world.later(extension);
    const before = attempts();
    expect(await extension.sync.join(used)).toEqual({ ok: false, reason: 'install-revoked' });
    expect(attempts()).toBe(before);
    world.endpoint.renewToken();
    expect(await extension.sync.join(world.endpoint.joinCode)).toEqual({ ok: true, orgId: 'trial' });
    expect(await extension.sync.membership()).toMatchObject({ enrolled: true });
    expect(await extension.sync.join(used)).toEqual({ ok: false, reason: 'install-revoked' });
    expect(await extension.sync.membership()).toMatchObject({ enrolled: true });
  });

  it('stays as it was when another code does not work either', async () => {
    const extension = await world.joined();
    world.endpoint.revokeInstalls();
    await world.later(extension);
    const code = world.endpoint.joinCode;
    world.endpoint.renewToken();
    const good = world.endpoint.joinCode;
    world.endpoint.renewToken();
    expect(good).not.toBe(code);
    expect(await extension.sync.join(good)).toEqual({ ok: false, reason: 'token-refused' });
    const before = attempts();
    await world.later(extension);
    expect(attempts()).toBe(before);
    expect(await extension.sync.membership()).toMatchObject({ lastFailure: 'revoked' });
  });
});

describe('a browser that waits for approval', () => {
  beforeEach(() => {
    world.endpoint.needsApproval = true;
  });

  it('has the policy, shows that it is there, and says that it waits', async () => {
    const { sync } = await managed();
    expect(sync.policyInForce().source).toBe('endpoint');
    expect(world.endpoint.heartbeats).toHaveLength(1);
    expect(await sync.membership()).toMatchObject({ enrolled: true, lastFailure: 'pending' });
  });

  it('keeps what it records, asks ever more rarely, and sends it once it is approved', async () => {
    const extension = await managed();
    await record(extension, 2);
    const asked = () => world.posts('/v1/incidents').length;
    for (let minute = 0; minute < 60; minute += 1) await world.later(extension, 60);
    const before = asked();
    expect(before).toBeGreaterThan(2);
    expect(before).toBeLessThan(20);
    expect(await states(extension)).toEqual(['waiting', 'waiting']);
    expect(await extension.sync.membership()).toMatchObject({ lastFailure: 'pending' });
    expect(world.posts('/v1/enrol')).toHaveLength(1);
    world.endpoint.approveInstalls();
    await world.later(extension);
    expect(await states(extension)).toEqual(['acknowledged', 'acknowledged']);
    expect(await extension.sync.membership()).not.toHaveProperty('lastFailure');
  });

  it('learns from its heartbeat that it was approved, also where nothing was recorded', async () => {
    const extension = await managed();
    world.endpoint.approveInstalls();
    await world.later(extension);
    expect(await extension.sync.membership()).not.toHaveProperty('lastFailure');
  });

  it('joins by a code', async () => {
    const { sync } = await world.joined();
    expect(await sync.membership()).toMatchObject({ enrolled: true, lastFailure: 'pending' });
  });

  it('can be turned away', async () => {
    const extension = await managed();
    world.endpoint.revokeInstalls();
    await world.later(extension);
    expect(await extension.sync.membership()).toMatchObject({ enrolled: false, lastFailure: 'revoked' });
  });
});
