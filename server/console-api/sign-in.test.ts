import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newSetupToken } from '../auth/set-up.ts';
import { tidy } from '../housekeeping.ts';
import { ConsoleVisitor, goodPassword, ownHeaders } from '../testing/console-visitor.ts';
import { openTestEndpoint, origin } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { dumpDatabase } from '../testing/engines.ts';

let endpoint: TestEndpoint;
let owner: ConsoleVisitor;
let link: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  owner = new ConsoleVisitor(endpoint.send, endpoint.now);
  link = (await newSetupToken(endpoint.workings))!;
});
afterAll(() => endpoint.close());
// Half a minute makes a new code; an hour refills every allowance.
beforeEach(() => endpoint.advance(60 * 60_000));

const stranger = () => new ConsoleVisitor(endpoint.send, endpoint.now);
const refused = { status: 401, body: { reason: 'sign-in-refused' } };

/** A new session of the owner, whose last one may be over by now. */
async function returned() {
  const visitor = stranger();
  visitor.secret = owner.secret;
  expect((await visitor.signIn(visitor.code())).status).toBe(200);
  return visitor;
}

describe('the set-up link', () => {
  it('refuses weak passwords, other tokens and wrong codes, and can then still be used', async () => {
    const visitor = stranger();
    const begin = (password: string, token = link) =>
      visitor.call('POST', '/setup/begin', { token, name: 'Jordan Rivera', password });
    expect((await begin('short')).body).toEqual({ reason: 'password-too-short' });
    for (const password of [
      'password1234',
      'aaaaaaaaaaaaaaaa',
      'JordanRivera2026',
      'qwertyuiop12',
      'Passw0rd!Passw0rd!',
    ]) {
      expect((await begin(password)).body).toEqual({ reason: 'password-too-easy' });
    }
    expect(await begin(goodPassword, 'x'.repeat(43))).toMatchObject({ status: 410, body: { reason: 'link-used' } });
    await begin(goodPassword);
    const confirmed = await visitor.call('POST', '/setup/confirm', { token: link, code: '000000' });
    expect(confirmed).toMatchObject({ status: 422, body: { reason: 'code-refused' } });
    expect((await visitor.call('POST', '/setup/check', { token: link })).status).toBe(200);
    expect((await visitor.call('GET', '/session')).status).toBe(401);
  });

  it('makes the owner once, also when two finish at the same moment', async () => {
    const second = (await newSetupToken(endpoint.workings))!;
    const other = stranger();
    const made = await Promise.all([owner.setUp(link), other.setUp(second)]);
    expect(made.map(({ status }) => status).toSorted()).toEqual([200, 410]);
    const tokens = [link, second];
    const beaten = made[0].status === 200 ? other : owner;
    if (beaten === owner) [owner, link] = [other, second];
    for (const token of tokens) {
      expect((await owner.call('POST', '/setup/check', { token })).body).toEqual({ reason: 'link-used' });
      expect((await beaten.setUp(token).catch(() => undefined))?.status).not.toBe(200);
    }
    expect(await newSetupToken(endpoint.workings)).toBeUndefined();
  });

  it('stores neither password, nor secret, nor the token of link or session', async () => {
    const dump = await dumpDatabase(endpoint.db);
    const [, session = ''] = owner.cookie.split('=');
    for (const secret of [goodPassword, owner.secret, link, session]) {
      expect(secret.length).toBeGreaterThan(10);
      expect(dump).not.toContain(secret);
    }
  });
});

describe('signing in', () => {
  it('gives one answer for everything that is wrong', async () => {
    const visitor = stranger();
    const right = owner.code();
    expect(await visitor.signIn(right, goodPassword, 'Nobody')).toMatchObject(refused);
    expect(await visitor.signIn(right, 'another-password')).toMatchObject(refused);
    expect(await visitor.signIn(owner.code(10))).toMatchObject(refused);
    expect(visitor.cookie).toBe('');
  });

  it('sets a cookie that is bound to this host and out of reach of scripts', async () => {
    const visitor = stranger();
    const { status, setCookie } = await visitor.signIn(owner.code());
    expect(status).toBe(200);
    expect(setCookie).toMatch(/^__Host-sluice=[\w-]{43}; /);
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']) expect(setCookie).toContain(part);
    expect(setCookie).not.toContain('Domain');
    expect((await visitor.call('GET', '/session')).body).toEqual({
      name: 'Jordan Rivera',
      roles: ['owner'],
      fresh: true,
    });
  });

  it('takes a code once', async () => {
    const code = owner.code();
    expect((await stranger().signIn(code)).status).toBe(200);
    expect(await stranger().signIn(code)).toMatchObject(refused);
    expect(await stranger().signIn(owner.code(-1))).toMatchObject(refused);
    expect((await stranger().signIn(owner.code(1))).status).toBe(200);
  });

  it('locks the account after five wrong tries, longer each time, and opens it again', async () => {
    const visitor = stranger();
    for (let index = 0; index < 5; index += 1) await visitor.signIn('000000', 'wrong-password-here');
    expect(await visitor.signIn(owner.code())).toMatchObject(refused);
    endpoint.advance(31_000);
    await visitor.signIn('000000', 'wrong-password-here');
    endpoint.advance(31_000);
    expect(await visitor.signIn(owner.code())).toMatchObject(refused);
    endpoint.advance(30_000);
    expect((await visitor.signIn(owner.code())).status).toBe(200);
    await visitor.signIn('000000', 'wrong-password-here');
    expect((await visitor.signIn(owner.code(1))).status).toBe(200); // the count began anew
  });

  it('counts tries that come all at once', async () => {
    const wrong = Array.from({ length: 12 }, () => stranger().signIn('000000', 'wrong-password-here'));
    await Promise.all(wrong);
    expect(await stranger().signIn(owner.code())).toMatchObject(refused);
  });

  it('slows down the guessing of one client', async () => {
    const statuses = [];
    for (let index = 0; index < 24; index += 1) {
      statuses.push((await stranger().call('POST', '/setup/check', { token: 'x'.repeat(43) })).status);
    }
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(410));
    expect(statuses.slice(20)).toEqual(Array(4).fill(429));
  });
});

describe('sessions', () => {
  it('end by signing out, on the server too', async () => {
    const visitor = await returned();
    const { cookie } = visitor;
    const left = await visitor.call('DELETE', '/session');
    expect(left.setCookie).toMatch(/Max-Age=0/);
    visitor.cookie = cookie;
    expect((await visitor.call('GET', '/session')).status).toBe(401);
  });

  it('end after thirty idle minutes, and after twelve hours in any case', async () => {
    const idle = await returned();
    endpoint.advance(29 * 60_000);
    expect((await idle.call('GET', '/session')).status).toBe(200);
    endpoint.advance(29 * 60_000);
    expect((await idle.call('GET', '/session')).status).toBe(200);
    endpoint.advance(31 * 60_000);
    expect((await idle.call('GET', '/session')).status).toBe(401);
    const busy = await returned();
    for (let quarter = 1; quarter < 48; quarter += 1) {
      endpoint.advance(15 * 60_000);
      expect((await busy.call('GET', '/session')).status).toBe(200);
    }
    endpoint.advance(15 * 60_000);
    expect((await busy.call('GET', '/session')).status).toBe(401);
    await tidy(endpoint.workings);
    expect(await endpoint.db.query('SELECT person_id FROM sessions')).toEqual([]);
  });

  it('are not accepted from elsewhere: header, origin and site of the caller must fit', async () => {
    const visitor = await returned();
    const { 'x-sluice': _mark, ...unmarked } = ownHeaders;
    const foreign: Record<string, string>[] = [
      unmarked,
      { ...ownHeaders, 'sec-fetch-site': 'cross-site' },
      { ...ownHeaders, 'sec-fetch-site': 'same-site' },
      { ...ownHeaders, 'sec-fetch-site': 'none' },
      { ...ownHeaders, origin: 'https://evil.example' },
      { ...ownHeaders, origin: 'http://localhost:1' },
      { ...ownHeaders, origin: 'null' },
    ];
    for (const headers of foreign) {
      const answer = await visitor.call('DELETE', '/session', undefined, headers);
      expect(answer).toMatchObject({ status: 403, body: { reason: 'cross-site' } });
    }
    expect((await visitor.call('GET', '/session')).status).toBe(200);
    expect((await visitor.call('DELETE', '/session', undefined, { ...ownHeaders, origin })).status).toBe(200);
  });

  it('let no other origin read an answer', async () => {
    const response = await endpoint.send('/api/session', { headers: { origin: 'chrome-extension://abc' } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
