import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { World, record, states } from '../../test/fixtures/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});

describe('the ledger', () => {
  it('is what the endpoint received, byte for byte, in order, whatever happens', async () => {
    const event = fc.constantFrom('record', 'tick', 'away', 'back', 'lose', 'publish', 'kill', 'restore', 'forget');
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 3, maxLength: 14 }), async (events) => {
        world = await World.open();
        let extension = await world.joined();
        let seq = 1;
        for (const what of events) {
          world.endpoint.losesAnswers = what === 'lose';
          if (what === 'record') await record(extension);
          if (what === 'away') world.endpoint.isAway = true;
          if (what === 'back') world.endpoint.isAway = false;
          if (what === 'publish') await world.endpoint.publish({ seq: (seq += 1) });
          if (what === 'kill') extension = await world.start();
          if (what === 'restore') world.endpoint.restore(0);
          if (what === 'forget') world.endpoint.forgetBearers();
          await world.later(extension, 700);
        }
        world.endpoint.isAway = world.endpoint.losesAnswers = false;
        for (let at = 0; at < 3; at += 1) await world.later(extension);
        const sent = await extension.db.ledger.orderBy('n').toArray();
        const shown = sent.map(({ method, path, body, status }) => ({ method, path, body, status }));
        const tried = world.endpoint.attempts.map((call) => ({ ...call, body: withoutCredentials(call) }));
        expect(shown).toEqual(tried.filter(({ status }) => status !== 304));
        expect((await extension.db.counters.get('polls'))?.value ?? 0).toBe(tried.length - shown.length);
        expect(JSON.stringify(sent)).not.toContain(world.endpoint.token);
        expect(new Set(await states(extension))).not.toContain('waiting');
      }),
      { seed: 1, numRuns: 40 },
    );
  });
});

/** What the ledger has to show: the two calls that carry a credential name its kind, everything else is as it was sent. */
function withoutCredentials({ path, body }: { readonly path: string; readonly body: string }): string {
  if (path === '/v1/enrol') return body.replace(/"token":"[^"]*"/, '"token":"[enrolment token]"');
  if (path === '/v1/token') return body.replace(/"signature":"[^"]*"/, '"signature":"[proof]"');
  return body;
}
