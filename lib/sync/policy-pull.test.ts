import { beforeEach, describe, expect, it } from 'vitest';
import { makeSigningKey } from '../../test/fixtures/endpoint.ts';
import { area } from '../../test/fixtures/extension.ts';
import { World } from '../../test/fixtures/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});

describe('the policy', () => {
  const refusals: readonly [string, string, () => Promise<void>][] = [
    ['rolled back', 'rolled-back', () => world.endpoint.publish({ epoch: 1, seq: 4 })],
    [
      'the same place with other bytes',
      'rolled-back',
      () => world.endpoint.publish({ epoch: 1, seq: 5, author: 'Other' }),
    ],
    ['of another organisation', 'wrong-organisation', () => world.endpoint.publish({ seq: 6, orgId: 'other' })],
    ['of a bad schema', 'bad-schema', () => world.endpoint.publish({ seq: 6, policy: { schema: 1, rules: 'none' } })],
    ['with one unknown key', 'bad-schema', () => world.endpoint.publish({ seq: 6, hook: 'https://evil.example' })],
    [
      'from next month',
      'from-the-future',
      () => world.endpoint.publish({ seq: 6, issuedAt: '2026-12-31T00:00:00.000Z' }),
    ],
    [
      'delegated by another root',
      'bad-signature',
      async () => {
        const online = await makeSigningKey('online-2');
        await world.endpoint.publish({ seq: 6 }, online);
        const delegation = await world.endpoint.delegate(online, await makeSigningKey('root-1'));
        world.endpoint.signed = { policy: world.endpoint.signed!.policy, delegation };
      },
    ],
    [
      'signed by a key without a delegation',
      'unknown-key',
      async () => {
        const { delegation } = world.endpoint.signed!;
        await world.endpoint.publish({ seq: 6 }, await makeSigningKey('stranger'));
        world.endpoint.signed = { policy: world.endpoint.signed!.policy, delegation };
      },
    ],
  ];

  it.each(refusals)('%s is refused whole; the last good one stays and says why', async (_what, refused, publish) => {
    await world.endpoint.publish({ seq: 5 });
    const extension = await world.joined();
    await publish();
    world.endpoint.etag = '"other"';
    await world.later(extension);
    const inForce = { source: 'endpoint', epoch: 1, seq: 5, author: 'A. Author', refused };
    expect(extension.sync.policyInForce()).toMatchObject(inForce);
    expect((await world.start()).sync.policyInForce()).toMatchObject(inForce);
    expect(world.endpoint.heartbeats.at(-1)!.policy).toMatchObject({ seq: 5, refused });
    await world.endpoint.publish({ seq: 7 });
    await world.later(extension);
    expect(extension.sync.policyInForce()).toMatchObject({ seq: 7 });
    expect(extension.sync.policyInForce().refused).toBeUndefined();
  });

  it('that was not changed is counted, not listed', async () => {
    const extension = await world.joined();
    const lines = await extension.db.ledger.count();
    for (let at = 0; at < 3; at += 1) await world.later(extension, 240);
    expect((await extension.db.counters.get('polls'))?.value).toBe(3);
    const more = (await extension.db.ledger.toArray()).slice(lines);
    expect(new Set(more.map(({ path }) => path))).toEqual(new Set(['/v1/heartbeat']));
  });

  it('cannot come back older after the stored one was lost', async () => {
    await world.endpoint.publish({ seq: 5 });
    await world.joined();
    await area('local').set({ policy: { signed: 'garbage', etag: '' } });
    await world.endpoint.publish({ seq: 4 });
    const extension = await world.start();
    expect(extension.corrupt).toEqual(['policy']);
    await world.later(extension);
    expect(extension.sync.policyInForce()).toMatchObject({ source: 'built-in', refused: 'rolled-back' });
  });

  it('past its end stays in force and is shown as stale', async () => {
    const extension = await world.joined();
    world.endpoint.isAway = true;
    await world.later(extension, 40 * 86_400);
    expect(extension.sync.policyInForce()).toMatchObject({ source: 'endpoint', seq: 1, stale: true });
    expect((await world.start()).sync.policyInForce()).toMatchObject({ seq: 1, stale: true });
  });
});
