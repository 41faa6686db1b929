import { beforeEach, describe, expect, it } from 'vitest';
import { someDraft } from '../../test/fixtures/extension.ts';
import { World, record, states, notes } from '../../test/fixtures/world.ts';
import { builtInPolicy } from '../policy/built-in.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});

describe('incidents', () => {
  it('arrive once, and are acknowledged by a receipt', async () => {
    const extension = await world.joined();
    await record(extension, 3);
    await extension.sync.tick();
    expect(world.endpoint.incidents.size).toBe(3);
    expect(await states(extension)).toEqual(['acknowledged', 'acknowledged', 'acknowledged']);
    await world.later(extension);
    expect(world.posts('/v1/incidents')).toHaveLength(1);
  });

  it('arrive in batches of fifty', async () => {
    const extension = await world.joined();
    await record(extension, 120);
    await extension.sync.tick();
    expect(world.endpoint.incidents.size).toBe(120);
    expect(
      world.posts('/v1/incidents').map(({ body }) => (JSON.parse(body) as { entries: [] }).entries.length),
    ).toEqual([50, 50, 20]);
  });

  it('wait while the endpoint is away, and all arrive once when it is back', async () => {
    const extension = await world.joined();
    await record(extension);
    world.endpoint.isAway = true;
    await extension.sync.tick();
    await record(extension, 2);
    for (let hour = 0; hour < 5; hour += 1) await world.later(extension);
    expect(await states(extension)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(await extension.sync.membership()).toMatchObject({ lastFailure: 'unreachable' });
    world.endpoint.isAway = false;
    await world.later(await world.start());
    expect(world.endpoint.incidents.size).toBe(3);
    expect(await states(extension)).toEqual(['acknowledged', 'acknowledged', 'acknowledged']);
  });

  it('are sent again after a crash between sending and receipt, and stored once', async () => {
    const extension = await world.joined();
    await record(extension, 2);
    world.endpoint.losesAnswers = true;
    await extension.sync.tick();
    expect(world.endpoint.incidents.size).toBe(2);
    expect(await states(extension)).toEqual(['waiting', 'waiting']);
    world.endpoint.losesAnswers = false;
    const again = await world.start();
    await record(again);
    await world.later(again);
    expect(world.endpoint.incidents.size).toBe(3);
    expect(await states(again)).toEqual(['acknowledged', 'acknowledged', 'acknowledged']);
    expect(await notes(again)).toEqual([]);
  });

  it('wait for their time, unless they are urgent', async () => {
    await world.endpoint.publish({
      seq: 2,
      policy: { ...builtInPolicy, incidents: { retentionDays: 90, pushDelaySeconds: [600, 600] } },
    });
    const extension = await world.joined();
    await record(extension);
    await extension.sync.tick();
    expect(world.endpoint.incidents.size).toBe(0);
    await extension.recorder.record({ ...someDraft, urgent: true }, 'blocked');
    await record(extension);
    await extension.sync.tick();
    expect(world.endpoint.incidents.size).toBe(2); // the chain has no gaps: what came before goes along
    world.clock.pass(601);
    await extension.sync.tick();
    expect(world.endpoint.incidents.size).toBe(3);
  });

  it('that were recorded before joining are never sent', async () => {
    const extension = await world.start();
    await record(extension, 2);
    await extension.sync.join(world.endpoint.joinCode);
    await record(extension);
    await world.later(extension);
    expect(world.endpoint.incidents.size).toBe(1);
    expect(await states(extension)).toEqual(['local-only', 'local-only', 'acknowledged']);
  });

  it('that the endpoint rejects are marked, and never sent again', async () => {
    const extension = await world.joined();
    await record(extension, 2);
    const [, second] = await extension.db.entries.orderBy('n').toArray();
    world.endpoint.incidents.set(second!.id, {} as never); // known there already
    await extension.sync.tick();
    expect(await states(extension)).toEqual(['acknowledged', 'rejected']);
    expect(await notes(extension)).toEqual(['entry-rejected']);
    await record(extension);
    await world.later(extension);
    expect(world.posts('/v1/incidents').filter(({ body }) => body.includes(second!.id))).toHaveLength(1);
    expect(await states(extension)).toEqual(['acknowledged', 'rejected', 'acknowledged']);
  });

  it('are asked for less often while the endpoint fails, and not before it said', async () => {
    const extension = await world.joined();
    await record(extension);
    world.endpoint.answer = (path) =>
      path === '/v1/incidents' ? new Response('{}', { status: 503, headers: { 'retry-after': '1000' } }) : undefined;
    await extension.sync.tick();
    for (let at = 0; at < 9; at += 1) await world.later(extension, 100);
    expect(world.posts('/v1/incidents')).toHaveLength(1);
    await world.later(extension, 101);
    expect(world.posts('/v1/incidents')).toHaveLength(2);
    world.endpoint.answer = (path) => (path === '/v1/incidents' ? new Response('{}', { status: 500 }) : undefined);
    for (let at = 0; at < 120; at += 1) await world.later(extension, 30);
    expect(world.posts('/v1/incidents').length).toBeLessThan(20);
    expect(await states(extension)).toEqual(['waiting']);
  });
});
