import { beforeEach, describe, expect, it } from 'vitest';
import { area } from '../../test/fixtures/extension.ts';
import { World, record, states } from '../../test/fixtures/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});

describe('a token', () => {
  it('that is not accepted any more is replaced once', async () => {
    const extension = await world.joined();
    world.endpoint.forgetBearers();
    await world.later(extension);
    expect(world.posts('/v1/token')).toHaveLength(2);
    expect(world.posts('/v1/enrol')).toHaveLength(1);
    expect(await extension.sync.membership()).not.toHaveProperty('lastFailure');
  });

  it('of an installation that the endpoint forgot leads to a new enrolment, and nothing is lost', async () => {
    const extension = await world.joined();
    await record(extension, 2);
    await extension.sync.tick();
    world.endpoint.forgetInstalls();
    world.endpoint.restore(0);
    await world.later(extension);
    expect(await extension.sync.membership()).toMatchObject({ enrolled: false, lastFailure: 'refused' });
    await record(extension);
    await world.later(extension);
    expect(world.posts('/v1/enrol')).toHaveLength(2);
    expect(world.endpoint.incidents.size).toBe(3);
  });
});

describe('a worker that is killed', () => {
  const arrivals = ['before it arrives', 'before its answer does'] as const;

  it.each(arrivals)('at any request, %s, loses and doubles nothing', async (when) => {
    for (let fatal = 1; fatal <= 7; fatal += 1) {
      world = await World.open();
      await area('managed').set(world.managed());
      let calls = 0;
      const { fetch } = world.endpoint;
      const dying: typeof fetch = async (...request) => {
        calls += 1;
        if (calls > fatal || (calls === fatal && when === 'before it arrives')) return new Promise(() => undefined);
        const response = await fetch(...request);
        return calls === fatal ? new Promise(() => undefined) : response;
      };
      const doomed = await world.start({ fetch: dying });
      void doomed.sync.tick();
      await settled(() => doomed.sync.orgId() !== undefined);
      await record(doomed, 2);
      void doomed.sync.tick();
      await settled(() => calls >= fatal);
      const next = await world.start();
      await record(next);
      for (let at = 0; at < 3; at += 1) await world.later(next);
      expect([fatal, world.endpoint.incidents.size]).toEqual([fatal, 3]);
      expect(await states(next)).toEqual(['acknowledged', 'acknowledged', 'acknowledged']);
    }
  });
});

/** Waits until something is so, at most for a moment: a dead worker does nothing more. */
async function settled(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 50 && !isSo(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 4));
}
