import { beforeEach, describe, expect, it } from 'vitest';
import { makeDictionary } from '../../test/fixtures/dictionary.ts';
import type { MadeDictionary } from '../../test/fixtures/dictionary.ts';
import type { Extension } from '../../test/fixtures/extension.ts';
import { World } from '../../test/fixtures/world.ts';
import { scan } from '../dlp/scan.ts';
import { builtInPolicy } from '../policy/built-in.ts';
import { compilePolicy } from '../policy/compile.ts';

let world: World;
let birds: MadeDictionary;
/** What the endpoint answers for a list, by its name; `undefined`: it does not have it. */
let served: Map<string, Uint8Array<ArrayBuffer>>;
beforeEach(async () => {
  world = await World.open();
  birds = makeDictionary();
  served = new Map([[birds.entry.sha256, birds.bytes]]);
  world.endpoint.app.get('/v1/blobs/:sha256', (c) => {
    const bytes = served.get(c.req.param('sha256'));
    return bytes === undefined ? c.json({ reason: 'not-found' }, 404) : c.body(bytes);
  });
});

const incidents = { retentionDays: 90, pushDelaySeconds: [0, 0] };
const publish = (seq: number, ...made: readonly MadeDictionary[]) =>
  world.endpoint.publish({
    seq,
    policy: { ...builtInPolicy, name: `Policy ${seq}`, incidents, dictionaries: made.map(({ entry }) => entry) },
  });
const asked = () => world.endpoint.attempts.filter(({ path }) => path.startsWith('/v1/blobs/'));
const found = ({ sync }: Extension, text: string) => {
  const { policy, blobs } = sync.policyInForce();
  return scan(text, compilePolicy(policy, { blobs })).findings.map(({ detector }) => detector);
};
const stored = async ({ db }: Extension) => (await db.blobs.toArray()).map(({ sha256 }) => sha256);

describe('the lists of a policy', () => {
  it('come with it, are stored, and are not asked for again', async () => {
    const extension = await world.joined();
    await publish(2, birds);
    await world.later(extension);
    expect(extension.sync.policyInForce()).toMatchObject({ seq: 2, blobs: { [birds.entry.sha256]: birds.file.data } });
    expect(found(extension, 'about the osprey matter')).toEqual(['org-birds']);
    await publish(3, birds);
    await world.later(extension);
    const again = await world.start();
    expect(again.sync.policyInForce().seq).toBe(3);
    expect(found(again, 'about the osprey matter')).toEqual(['org-birds']);
    expect(asked()).toHaveLength(1);
    const line = (await extension.db.ledger.toArray()).find(({ path }) => path.startsWith('/v1/blobs/'));
    expect(line).toMatchObject({ method: 'GET', body: '', status: 200 });
  });

  it('that cannot be had hold the policy back, which is asked for ever more rarely; all else goes on', async () => {
    const extension = await world.joined();
    served.clear();
    await publish(2, birds);
    await world.later(extension);
    const before = { seq: 1, refused: 'dictionary-missing' };
    expect(extension.sync.policyInForce()).toMatchObject(before);
    expect((await world.start()).sync.policyInForce()).toMatchObject(before);
    expect(world.endpoint.heartbeats.at(-1)!.policy).toMatchObject(before);
    const first = asked().length;
    for (let at = 0; at < 60; at += 1) await world.later(extension, 10);
    expect(asked().length - first).toBeGreaterThan(1);
    expect(asked().length - first).toBeLessThan(12);
    served.set(birds.entry.sha256, birds.bytes);
    await world.later(extension);
    expect(extension.sync.policyInForce()).toMatchObject({ seq: 2 });
    expect(extension.sync.policyInForce().refused).toBeUndefined();
  });

  it.each([
    ['other bytes', () => Uint8Array.from(birds.bytes, (byte, at) => (at === 40 ? byte ^ 1 : byte))],
    ['half of them', () => Uint8Array.from(birds.bytes.subarray(0, 100))],
    ['more than any list has', () => new Uint8Array(3_000_000)],
  ])('that come as %s are refused and reported, and nothing of them is kept', async (_what, bytes) => {
    const extension = await world.joined();
    served.set(birds.entry.sha256, bytes());
    await publish(2, birds);
    await world.later(extension);
    expect(extension.sync.policyInForce()).toMatchObject({ seq: 1, refused: 'dictionary-corrupt' });
    expect(world.endpoint.heartbeats.at(-1)!.policy).toMatchObject({ refused: 'dictionary-corrupt' });
    expect(await stored(extension)).toEqual([]);
  });

  it('are fetched one by one, and those that came are kept for the next try', async () => {
    const fish = makeDictionary(
      Array.from({ length: 10 }, (_, at) => `fish ${at}`),
      'org-fish',
    );
    const extension = await world.joined();
    await publish(2, birds, fish);
    await world.later(extension);
    expect(extension.sync.policyInForce()).toMatchObject({ seq: 1, refused: 'dictionary-missing' });
    expect(await stored(extension)).toEqual([birds.entry.sha256]);
    served.set(fish.entry.sha256, fish.bytes);
    await world.later(extension);
    expect(extension.sync.policyInForce()).toMatchObject({ seq: 2 });
    expect(asked().filter(({ path }) => path.endsWith(birds.entry.sha256))).toHaveLength(1);
    await publish(3, fish);
    await world.later(extension);
    expect(await stored(extension)).toEqual([fish.entry.sha256]); // what no policy needs is gone
  });

  it.each([
    ['lost', (db: Extension['db']) => db.blobs.clear()],
    ['changed', (db: Extension['db']) => db.blobs.update(birds.entry.sha256, { data: 'AAAA' })],
  ])(
    'that were %s on the device are fetched again; until then the state says that a rule cannot run',
    async (_what, harm) => {
      const extension = await world.joined();
      await publish(2, birds);
      await world.later(extension);
      await harm(extension.db);
      const again = await world.start();
      const { policy, blobs } = again.sync.policyInForce();
      expect(policy.name).toBe('Policy 2');
      expect(compilePolicy(policy, { blobs }).problems).toMatchObject([
        { rule: 'org-birds', reason: 'the list is not here' },
      ]);
      await world.later(again);
      expect(found(again, 'osprey')).toEqual(['org-birds']);
      expect(again.policies.at(-1)?.blobs).toBeDefined(); // tabs were told
    },
  );

  it('do not keep a browser from joining that may not have them yet', async () => {
    served.clear();
    await publish(2, birds);
    const extension = await world.joined();
    expect(extension.sync.policyInForce()).toMatchObject({ source: 'built-in', refused: 'dictionary-missing' });
    served.set(birds.entry.sha256, birds.bytes);
    await world.later(extension);
    expect(extension.sync.policyInForce()).toMatchObject({ source: 'endpoint', seq: 2 });
  });
});
