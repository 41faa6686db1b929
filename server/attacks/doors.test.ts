import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newSetupToken } from '../auth/set-up.ts';
import { ApiKeyReply, PeopleList } from '../console-api/contract.ts';
import { TestBrowser, json } from '../testing/browser.ts';
import { ConsoleVisitor, ownHeaders } from '../testing/console-visitor.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { readTrustedProxies } from '../trusted-proxies.ts';

// Strangers who keep others out: by a flood, by wrong tries at a name that they know, and by addresses that they make up.

const proxy = '10.0.0.1';
let endpoint: TestEndpoint;
let owner: ConsoleVisitor;
beforeEach(async () => {
  endpoint = await openTestEndpoint({ trustedProxies: readTrustedProxies(`${proxy}, 10.9.0.0/16 fd00::/8`)! });
  owner = at('192.0.2.1');
  await owner.setUp((await newSetupToken(endpoint.workings))!);
  endpoint.advance(60_000);
});
afterEach(() => endpoint.close());

const at = (address: string, headers?: Readonly<Record<string, string>>) =>
  new ConsoleVisitor(endpoint.sendFrom(address, headers), endpoint.now);

/** Asks until it is refused, at most this often; how often it was answered. */
async function flood(address: string, { forwarded, most = 30 }: { forwarded?: string; most?: number } = {}) {
  const client = at(address, forwarded === undefined ? {} : { 'x-forwarded-for': forwarded });
  for (let answered = 0; answered < most; answered += 1) {
    const { status } = await client.call('POST', '/setup/check', { token: 'x'.repeat(43) });
    if (status === 429) return answered;
  }
  return most;
}

const enrolment = JSON.stringify({ token: 'x' });
const enrol = async (address: string) =>
  (await endpoint.sendFrom(address)('/v1/enrol', { method: 'POST', headers: ownHeaders, body: enrolment })).status;

describe('a flood of one client', () => {
  it('keeps nobody else from the sign-in or from a set-up link', async () => {
    expect(await flood('203.0.113.9')).toBe(20);
    expect((await owner.signIn(owner.code())).status).toBe(200);
    expect(await flood('203.0.113.9', { most: 1 })).toBe(0);
  });

  it('keeps no other browser from enrolment', async () => {
    const statuses = [];
    for (let index = 0; index < 201; index += 1) statuses.push(await enrol('203.0.113.9'));
    expect([statuses.at(199), statuses.at(200)]).toEqual([400, 429]);
    expect(await enrol('192.0.2.1')).toBe(400);
  });

  it('that asks for tokens meets its allowance, and keeps no other browser from its token', async () => {
    const ask = async (address: string) => {
      const request = { installId: randomUUID(), issuedAt: 'x', nonce: 'x', signature: 'x' };
      return (await endpoint.sendFrom(address)('/v1/token', json(request))).status;
    };
    const statuses = [];
    for (let index = 0; index < 1_001; index += 1) statuses.push(await ask('203.0.113.9'));
    expect([statuses.at(999), statuses.at(1_000)]).toEqual([400, 429]);
    expect(await ask('192.0.2.1')).toBe(400);
    const browser = await TestBrowser.join(endpoint.sendFrom('192.0.2.2'), endpoint.token, endpoint.now);
    expect((await browser.get('/v1/policy')).status).toBe(200);
  });

  it('is one client in its whole /64, and also where its IPv4 is written as IPv6', async () => {
    expect(await flood('2001:db8:0:7::1')).toBe(20);
    expect(await flood('2001:db8::7:ffff:0:0:2')).toBe(0);
    expect(await flood('2001:db8:0:8::1')).toBe(20);
    expect(await flood('::ffff:203.0.113.9')).toBe(20);
    expect(await flood('203.0.113.9')).toBe(0);
  });

  it('meets a ceiling where it comes from many addresses', async () => {
    let answered = 0;
    for (let index = 1; index <= 25; index += 1) answered += await flood(`203.0.113.${index}`, { most: 20 });
    expect(answered).toBe(400);
  });

  it('leaves no address in the database or in the log', async () => {
    await flood('203.0.113.77');
    await at('203.0.113.77').signIn('000000', 'wrong-password-here');
    const tables = await endpoint.db.query(
      "SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public'",
    );
    expect(tables.length).toBeGreaterThan(10);
    for (const { name } of tables) {
      const rows = await endpoint.db.query(`SELECT one::text AS line FROM "${String(name)}" AS one`);
      expect(JSON.stringify(rows)).not.toMatch(/203\.0\.113|192\.0\.2\.1/);
    }
    expect(endpoint.logged.join()).not.toContain('203.0.113');
  });
});

describe('an address in a header', () => {
  it('is believed from a trusted proxy alone', async () => {
    expect(await flood('203.0.113.9', { forwarded: '198.51.100.1' })).toBe(20);
    expect(await flood('203.0.113.9', { forwarded: '198.51.100.2' })).toBe(0);
    expect(await flood(proxy, { forwarded: '198.51.100.1' })).toBe(20);
    expect(await flood(proxy, { forwarded: '198.51.100.2' })).toBe(20);
  });

  it('cannot be chosen by the client: only what our proxies wrote counts', async () => {
    expect(await flood(proxy, { forwarded: '192.0.2.50, 203.0.113.9' })).toBe(20);
    expect(await flood(proxy, { forwarded: '192.0.2.51, 203.0.113.9, 10.9.1.1' })).toBe(0);
    expect(await flood(proxy, { forwarded: '192.0.2.52,203.0.113.9:4711' })).toBe(0);
    expect(await flood(proxy, { forwarded: '192.0.2.50, [2001:db8::1]:4711, fd00::1' })).toBe(20);
    expect(await flood('2001:db8::5')).toBe(0);
  });

  it('that is none counts as the proxy', async () => {
    expect(await flood(proxy, { forwarded: 'unknown' })).toBe(20);
    expect(await flood(proxy, { forwarded: '192.0.2.50, , ' })).toBe(0);
    expect(await flood(proxy)).toBe(0);
  });
});

describe('an owner who is one no longer', () => {
  it.each(['shut out', 'demoted'])('keeps no key and no open link (%s)', async (how) => {
    await owner.signIn(owner.code());
    const leaver = at('192.0.2.2');
    await leaver.setUp(await owner.invite(['owner']), 'Robin Field');
    const made = await leaver.call('POST', '/api-keys', { title: 'SIEM', scopes: ['incidents'], days: 9 });
    const key = { authorization: `Bearer ${ApiKeyReply.parse(made.body).key}` };
    const link = await leaver.invite(['owner']);
    const kept = await owner.invite(['auditor']);
    const program = at('192.0.2.3');
    expect((await program.call('GET', '/incidents', undefined, key)).status).toBe(200);
    const { people } = PeopleList.parse((await owner.call('GET', '/people')).body);
    const path = `/people/${people.find(({ name }) => name === 'Robin Field')!.id}`;
    const change =
      how === 'demoted'
        ? await owner.call('PUT', `${path}/roles`, { roles: ['analyst'] })
        : await owner.call('DELETE', path);
    expect(change.status).toBe(200);
    expect((await program.call('GET', '/incidents', undefined, key)).status).toBe(401);
    expect((await at('192.0.2.4').call('POST', '/setup/check', { token: link })).status).toBe(410);
    expect((await at('192.0.2.4').call('POST', '/setup/check', { token: kept })).status).toBe(200);
  });
});

describe('an unlocked screen', () => {
  it('gives no export of the audit log without a fresh proof', async () => {
    await owner.signIn(owner.code());
    expect((await owner.call('GET', '/audit/export')).status).toBe(200);
    endpoint.advance(11 * 60_000);
    expect(await owner.call('GET', '/audit/export')).toMatchObject({ status: 403, body: { reason: 'proof-needed' } });
  });
});

describe('wrong tries of a stranger at a name that they know', () => {
  it('do not keep its person, who is signed in, from proving who they are', async () => {
    for (let index = 0; index < 6; index += 1) await at('198.51.100.7').signIn('000000', 'wrong-password-here');
    expect((await at('192.0.2.8').signIn(owner.code())).status).toBe(401);
    expect((await owner.call('POST', '/session/proof', { code: owner.code() })).status).toBe(200);
  });
});

describe('wrong proofs of whoever found a session', () => {
  it('end it after five, also when they come all at once', async () => {
    const tries = Array.from({ length: 9 }, () => owner.call('POST', '/session/proof', { code: '000000' }));
    for (const { status } of await Promise.all(tries)) expect([401, 422]).toContain(status);
    expect((await owner.call('GET', '/session')).status).toBe(401);
  });

  it('are forgotten by a right one', async () => {
    for (let index = 0; index < 4; index += 1) await owner.call('POST', '/session/proof', { code: '000000' });
    expect((await owner.call('POST', '/session/proof', { code: owner.code() })).status).toBe(200);
    for (let index = 0; index < 4; index += 1) await owner.call('POST', '/session/proof', { code: '000000' });
    expect((await owner.call('GET', '/session')).status).toBe(200);
  });
});
