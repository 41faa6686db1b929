import { beforeEach, describe, expect, it } from 'vitest';
import { makeSigningKey } from '../../test/fixtures/endpoint.ts';
import { area } from '../../test/fixtures/extension.ts';
import { World } from '../../test/fixtures/world.ts';
import { writeJoinCode } from '../contract/enrolment.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});

describe('joining by code', () => {
  it('enrols, takes the policy and announces it', async () => {
    const { sync, policies } = await world.joined();
    expect(sync.policyInForce()).toMatchObject({ source: 'endpoint', epoch: 1, seq: 1, author: 'A. Author' });
    expect(policies.map(({ source }) => source)).toEqual(['endpoint']);
    expect(await sync.membership()).toEqual({
      orgId: 'trial',
      url: world.endpoint.url,
      by: 'joined',
      enrolled: true,
      lastContact: '2026-11-25T12:00:00Z',
    });
  });

  it('sends without cookies, referrer, cache or redirects', async () => {
    await world.joined();
    for (const request of world.endpoint.requests)
      expect(request).toMatchObject({
        credentials: 'omit',
        redirect: 'error',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
    expect(world.endpoint.requests).toHaveLength(3);
  });

  it('keeps a key that cannot be exported', async () => {
    const { db } = await world.joined();
    const { privateKey } = (await db.identity.get('install'))!.keys;
    await expect(crypto.subtle.exportKey('jwk', privateKey)).rejects.toThrow();
  });

  it('survives the end of the worker', async () => {
    await world.joined();
    const again = await world.start();
    expect(again.sync.policyInForce()).toMatchObject({ source: 'endpoint', seq: 1 });
    expect(again.sync.orgId()).toBe('trial');
    const before = world.endpoint.received.length;
    await again.sync.tick();
    expect(world.endpoint.received.slice(before).map(({ path }) => path)).toEqual(['/v1/heartbeat']); // no new token, no early poll
  });

  it.each([
    ['no code at all', 'hello', 'join-code-unreadable'],
    [
      'an address without TLS',
      writeJoinCode({ url: 'http://endpoint.example', orgId: 'trial', token: 'x'.repeat(20), rootKeys: 'a:b' }),
      'join-code-unreadable',
    ],
  ])('refuses %s', async (_what, code, reason) => {
    const { sync } = await world.start();
    expect(await sync.join(code)).toEqual({ ok: false, reason });
    expect(world.endpoint.received).toEqual([]);
  });

  it('says which part was refused, and leaves no trace of a membership', async () => {
    const { sync, db } = await world.start();
    const { url, orgId, token, rootKeys } = world.endpoint;
    const stranger = await makeSigningKey('root-1');
    const code = (change: object) => writeJoinCode({ url, orgId, token, rootKeys, ...change });
    expect(await sync.join(code({ token: 'wrong'.repeat(5) }))).toMatchObject({ reason: 'token-refused' });
    expect(await sync.join(code({ rootKeys: `root-1:${stranger.publicKey}` }))).toMatchObject({
      reason: 'policy-refused',
    });
    world.endpoint.isAway = true;
    expect(await sync.join(code({}))).toMatchObject({ reason: 'endpoint-unreachable' });
    expect(await sync.membership()).toBeUndefined();
    expect(await db.identity.count()).toBe(0);
    expect(await area('local').get(['membership', 'policy'])).toEqual({});
  });
});
