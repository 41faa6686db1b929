import { beforeEach, describe, expect, it } from 'vitest';
import { TestEndpoint, makeSigningKey } from '../../test/fixtures/endpoint.ts';
import { area } from '../../test/fixtures/extension.ts';
import { World, record, states } from '../../test/fixtures/world.ts';

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

  it('stays in force where the endpoint has none, and what is recorded goes on to it', async () => {
    await world.endpoint.publish({ seq: 5 });
    const extension = await world.joined();
    world.endpoint.signed = undefined;
    world.endpoint.etag = '"none"';
    await record(extension, 2);
    const before = world.endpoint.heartbeats.length;
    await world.later(extension);
    expect(extension.sync.policyInForce()).toMatchObject({ source: 'endpoint', seq: 5 });
    expect(await states(extension)).toEqual(['acknowledged', 'acknowledged']);
    expect(world.endpoint.heartbeats.length).toBeGreaterThan(before);
  });

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

  describe('of a huge epoch, by a root key that is not pinned any more', () => {
    const mark = async () => (await area('local').get('highestPolicy'))['highestPolicy'] as { root?: string };
    /** Managed storage is believed, then polled. */
    async function settled(options: Parameters<World['start']>[0] = {}) {
      const extension = await world.start({ ...options, managed: area('managed') });
      await world.later(extension, 120);
      await world.later(extension);
      return extension;
    }
    /** The same organisation by another root key, as IT pins it. */
    async function pinAnother() {
      const other = await TestEndpoint.open(world.clock.now);
      const { token: enrollmentToken, rootKeys: policyRootKeys } = other;
      await area('managed').set(world.managed({ enrollmentToken, policyRootKeys }));
      return other;
    }

    it('keeps no later policy out, and comes back no more itself', async () => {
      await world.endpoint.publish({ epoch: 1_000_000, seq: 5 });
      await world.joined();
      const other = await pinAnother();
      await other.publish({ epoch: 2, seq: 3 });
      const extension = await settled({ fetch: other.fetch });
      expect(extension.sync.policyInForce()).toMatchObject({ source: 'endpoint', epoch: 2, seq: 3 });
      await other.publish({ epoch: 2, seq: 2 });
      await world.later(extension);
      expect(extension.sync.policyInForce()).toMatchObject({ epoch: 2, seq: 3, refused: 'rolled-back' });
    });

    it('does not make the browser forget what the root key that stays had signed', async () => {
      const other = await pinAnother();
      await other.publish({ epoch: 2, seq: 3 });
      await settled({ fetch: other.fetch });
      const { token: enrollmentToken, rootKeys } = world.endpoint;
      const both = `${rootKeys} ${other.rootKeys.replace('root-1', 'root-2')}`;
      await area('managed').set(world.managed({ enrollmentToken, policyRootKeys: both }));
      await world.endpoint.publish({ epoch: 1_000_000, seq: 5 });
      const robbed = await settled();
      expect(robbed.sync.policyInForce()).toMatchObject({ epoch: 1_000_000 });
      await area('managed').set(world.managed({ enrollmentToken: other.token, policyRootKeys: other.rootKeys }));
      await other.publish({ epoch: 2, seq: 2 });
      const extension = await settled({ fetch: other.fetch });
      expect(extension.sync.policyInForce()).toMatchObject({ refused: 'rolled-back' });
      await other.publish({ epoch: 2, seq: 4 });
      await world.later(extension);
      expect(extension.sync.policyInForce()).toMatchObject({ epoch: 2, seq: 4 });
    });

    it('counts still where the mark is of before root keys were kept with it', async () => {
      await world.endpoint.publish({ epoch: 3, seq: 5 });
      await world.joined();
      const { root, ...old } = await mark();
      expect(root).toBe(world.endpoint.rootKeys.split(':')[1]);
      await area('local').set({ highestPolicy: { ...old, others: undefined } });
      const other = await pinAnother();
      await other.publish({ epoch: 3, seq: 4 });
      const extension = await settled({ fetch: other.fetch });
      expect(extension.corrupt).toEqual([]);
      expect(extension.sync.policyInForce()).toMatchObject({ refused: 'rolled-back' });
    });
  });
});
