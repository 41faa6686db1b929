import { beforeEach, describe, expect, it } from 'vitest';
import { makeSigningKey } from '../../test/fixtures/endpoint.ts';
import { World, record, states, notes } from '../../test/fixtures/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});

describe('receipts', () => {
  const forged = {
    'signed by a stranger': async (receipt: never) => world.endpoint.sign(receipt, await makeSigningKey('online-1')),
    'for another chain': (receipt: object) =>
      world.endpoint.sign({ ...(receipt as { count: number; head: string }), chain: crypto.randomUUID() }),
    'with another head': (receipt: object) =>
      world.endpoint.sign({ ...(receipt as { chain: string; count: number }), head: 'a'.repeat(64) }),
    'for more than was sent': (receipt: object) =>
      world.endpoint.sign({ ...(receipt as { chain: string; head: string }), count: 9 }),
    'for nothing': (receipt: object) =>
      world.endpoint.sign({ ...(receipt as { chain: string; head: string }), count: 0 }),
  };

  it.each(Object.entries(forged))('%s acknowledge nothing', async (_what, forge) => {
    const extension = await world.joined();
    await record(extension, 2);
    let receipt: unknown;
    world.endpoint.answer = (path, answer) => {
      if (path === '/v1/incidents') ({ receipt } = answer as { receipt: unknown });
      return undefined;
    };
    const { fetch } = world.endpoint;
    const lying: typeof fetch = async (...request) => {
      const response = await fetch(...request);
      if (receipt === undefined) return response;
      const forgery = { receipt: await forge(receipt as never), rejected: [] };
      receipt = undefined;
      return Response.json(forgery);
    };
    const fooled = await world.start({ fetch: lying });
    await fooled.sync.tick();
    expect(await states(fooled)).toEqual(['waiting', 'waiting']);
    expect(await notes(fooled)).toContain('receipt-refused');
    expect(await fooled.sync.membership()).toMatchObject({ lastFailure: 'refused' });
    expect(world.endpoint.heartbeats.map(({ waiting }) => waiting)).toEqual([2]);
    world.endpoint.answer = () => undefined;
    await world.later(extension);
    expect(await states(extension)).toEqual(['acknowledged', 'acknowledged']);
    expect(await extension.sync.membership()).not.toHaveProperty('lastFailure');
  });

  it('with a key that only the next policy names are accepted once it is there', async () => {
    const extension = await world.joined();
    await world.endpoint.rotate();
    await world.endpoint.publish({ seq: 2 });
    await record(extension);
    await extension.sync.tick();
    expect(await states(extension)).toEqual(['waiting']);
    await world.later(extension, 60);
    expect(await states(extension)).toEqual(['acknowledged']);
  });

  it('behind the chain bring the difference again', async () => {
    const extension = await world.joined();
    await record(extension, 4);
    await extension.sync.tick();
    world.endpoint.restore(1);
    expect(world.endpoint.incidents.size).toBe(1);
    await record(extension);
    await world.later(extension);
    expect(world.endpoint.incidents.size).toBe(5);
    expect(new Set(await states(extension))).toEqual(new Set(['acknowledged']));
    expect(await notes(extension)).toEqual([]);
  });

  it('behind what is still kept here lead to another chain that says so', async () => {
    const extension = await world.joined();
    await record(extension, 4);
    await extension.sync.tick();
    await extension.db.entries
      .where('index')
      .below(2)
      .delete()
      .catch(() => undefined);
    for (const { n, index } of await extension.db.entries.toArray())
      if (index < 2) await extension.db.entries.delete(n);
    world.endpoint.restore(0);
    await record(extension);
    await world.later(extension);
    expect(world.endpoint.incidents.size).toBe(3);
    const restarted = [...world.endpoint.incidents.values()].map(({ chainRestarted }) => chainRestarted === true);
    expect(restarted).toEqual([true, false, false]);
    expect(await notes(extension)).toEqual(['chain-restarted']);
  });

  it('that never move on do not make a loop', async () => {
    const extension = await world.joined();
    await record(extension, 2);
    await extension.sync.tick();
    await record(extension, 1);
    const { id, receipt } = (await extension.db.chain.get('current'))!;
    const same = { receipt: await world.endpoint.sign({ chain: id, count: 2, head: receipt!.head }), rejected: [] };
    world.endpoint.answer = (path) => (path === '/v1/incidents' ? Response.json(same) : undefined);
    await extension.sync.tick();
    expect(world.posts('/v1/incidents')).toHaveLength(2);
    expect(await states(extension)).toEqual(['acknowledged', 'acknowledged', 'waiting']);
  });
});
