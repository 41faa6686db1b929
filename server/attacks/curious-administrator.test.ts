import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newSetupToken } from '../auth/set-up.ts';
import { ApiKeyReply, InviteReply, PeopleList } from '../console-api/contract.ts';
import { tidy } from '../housekeeping.ts';
import { ConsoleVisitor, ownHeaders } from '../testing/console-visitor.ts';
import { openTestEndpoint, origin } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import type { Role } from '../vocabulary.ts';

// People with a role who want more than it gives, people who were shut out, and pages and cookies that are not theirs.

let endpoint: TestEndpoint;
let owner: ConsoleVisitor;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  owner = visitor();
  await owner.setUp((await newSetupToken(endpoint.workings))!);
});
afterAll(() => endpoint.close());
beforeEach(async () => {
  endpoint.advance(3_600_000);
  expect((await owner.signIn(owner.code())).status).toBe(200);
});

const visitor = () => new ConsoleVisitor(endpoint.send, endpoint.now);
async function idOf(name: string): Promise<string> {
  const { people } = PeopleList.parse((await owner.call('GET', '/people')).body);
  return people.find((person) => person.name === name)?.id ?? '';
}

async function join(name: string, roles: readonly Role[]): Promise<ConsoleVisitor> {
  const person = visitor();
  expect((await person.setUp(await owner.invite(roles), name)).status).toBe(200);
  return person;
}

async function entries(): Promise<readonly { readonly action: string; readonly actor: string }[]> {
  const rows = await endpoint.db.query('SELECT entry FROM audit_entries ORDER BY seq');
  return rows.map(({ entry }) => JSON.parse(String(entry)) as { action: string; actor: string });
}
const count = async (action: string) => (await entries()).filter((entry) => entry.action === action).length;

describe('reading without being written down', () => {
  it('does not work by naming the position of a page', async () => {
    const before = await count('incidents-read');
    const id = crypto.randomUUID();
    expect((await owner.call('GET', `/incidents?after=2099-01-01T00:00:00Z~${id}`)).status).toBe(200);
    expect(await count('incidents-read')).toBe(before + 1);
    const audits = await count('audit-read');
    expect((await owner.call('GET', '/audit?before=2000000000')).status).toBe(200);
    expect(await count('audit-read')).toBe(audits + 1);
  });

  it('does not work by another method or another spelling of a path', async () => {
    const before = await count('audit-exported');
    expect((await owner.call('HEAD', '/audit/export')).status).toBe(200);
    expect(await count('audit-exported')).toBe(before + 1);
    const answered = async (method: string, path: string) =>
      (await endpoint.send(`/api${path}`, { method, headers: ownHeaders })).status;
    for (const path of [
      '/audit/export/',
      '//audit/export',
      '/%61udit/export',
      '/audit%2fexport',
      '/./audit/export',
      '/AUDIT',
    ])
      for (const method of ['GET', 'HEAD', 'POST', 'PATCH', 'PROPFIND'])
        expect([method, path, await answered(method, path)]).toEqual([method, path, 401]);
  });
});

describe('numbers and days that the database does not know', () => {
  it('are a bad request and no failure', async () => {
    const id = crypto.randomUUID();
    for (const path of [
      '/audit?before=99999999999',
      '/audit?before=1e300',
      '/incidents?from=0000-01-01',
      `/incidents?after=0000-01-01T00:00:00Z~${id}`,
      `/incidents?after=2026-02-31T00:00:00Z~${id}`,
      `/installs?after=0000-01-01~${id}`,
    ])
      expect([path, (await owner.call('GET', path)).status]).toEqual([path, 400]);
    expect((await owner.call('GET', '/policies/999999999.999999999')).status).toBe(404);
  });

  it('nor are keys that a prototype has', async () => {
    const send = (path: string, method: string, body: string) =>
      endpoint.send(`/api${path}`, { method, headers: { ...ownHeaders, cookie: owner.cookie }, body });
    const id = await idOf('Jordan Rivera');
    const bodies = [
      '{"roles":["owner"],"__proto__":{"x":1}}',
      '{"__proto__":{"roles":["owner"]}}',
      '{"roles":["constructor"]}',
    ];
    for (const body of bodies) expect((await send(`/people/${id}/roles`, 'PUT', body)).status).toBe(400);
    const deep = `{"kind":"webhook","title":"x","settings":${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}}`;
    expect((await send('/sinks', 'POST', deep)).status).toBeLessThan(500);
    expect((await send('/sinks', 'POST', '{"kind":"__proto__","title":"x","settings":{"__proto__":{}}}')).status).toBe(
      422,
    );
  });
});

describe('an owner who is one no more', () => {
  it('does not come back by an invitation made before', async () => {
    for (const end of ['shut out', 'demoted'] as const) {
      endpoint.advance(60_000);
      const second = await join(`Second ${end}`, ['owner']);
      const own = await second.invite(['owner']);
      const reset = InviteReply.parse((await second.call('POST', `/people/${await idOf('Jordan Rivera')}/reset`)).body);
      const id = await idOf(`Second ${end}`);
      const kept = await owner.invite(['auditor']);
      if (end === 'shut out') expect((await owner.call('DELETE', `/people/${id}`)).status).toBe(200);
      else expect((await owner.call('PUT', `/people/${id}/roles`, { roles: ['auditor'] })).status).toBe(200);
      endpoint.advance(60_000);
      const checked = (token: string) => visitor().call('POST', '/setup/check', { token });
      for (const token of [own, reset.token]) expect((await checked(token)).status).toBe(410);
      expect((await checked(kept)).status).toBe(200); // who made it is an owner still
    }
  });

  it('keeps the links where nothing was done, or where somebody else was shut out', async () => {
    await join('Ana Lyst', ['analyst']);
    const token = await owner.invite(['auditor']);
    expect((await owner.call('DELETE', `/people/${await idOf('Jordan Rivera')}`)).body).toEqual({
      reason: 'last-owner',
    });
    expect((await owner.call('DELETE', `/people/${await idOf('Ana Lyst')}`)).status).toBe(200);
    expect((await visitor().call('POST', '/setup/check', { token })).status).toBe(200);
    endpoint.advance(4 * 86_400_000);
    await tidy(endpoint.workings);
    expect(await endpoint.db.query('SELECT token_hash FROM setup_links WHERE roles IS NOT NULL AND NOT used')).toEqual(
      [],
    );
  });
});

describe('the audit log says nothing that did not happen', () => {
  it('when a key is revoked twice', async () => {
    const made = await owner.call('POST', '/api-keys', { title: 'SIEM', scopes: ['audit'], days: 1 });
    const { id } = ApiKeyReply.parse(made.body);
    expect((await owner.call('DELETE', `/api-keys/${id}`)).status).toBe(200);
    expect((await owner.call('DELETE', `/api-keys/${id}`)).status).toBe(404);
    expect(await count('api-key-revoked')).toBe(1);
  });

  it('when a page on another port of this host asks for the export', async () => {
    const before = (await entries()).length;
    for (const site of ['same-site', 'cross-site']) {
      const headers = { 'sec-fetch-site': site };
      for (const path of ['/audit/export', '/incidents', '/audit', '/session'])
        expect((await owner.call('GET', path, undefined, headers)).status).toBe(403);
    }
    expect((await entries()).length).toBe(before);
    expect((await owner.call('GET', '/session', undefined, { 'sec-fetch-site': 'none' })).status).toBe(200);
  });
});

describe('a body', () => {
  /** Sends kilobytes for as long as they are taken, and says how many were. */
  async function pour(path: string, kilobytes: number, headers: Record<string, string>) {
    let taken = 0;
    const body = new ReadableStream({
      pull(controller) {
        taken += 1;
        controller.enqueue(new Uint8Array(1_024).fill(32));
        if (taken === kilobytes) controller.close();
      },
    });
    const init = { method: 'POST', headers: { ...ownHeaders, ...headers }, body, duplex: 'half' };
    const { status } = await endpoint.send(path, init);
    return { status, taken };
  }

  it('is not held in memory for a stranger, nor beyond what its route takes', async () => {
    expect((await pour('/api/proposals', 2_000, {})).taken).toBeLessThan(10);
    expect((await pour('/api/nowhere', 2_000, {})).taken).toBeLessThan(10);
    const open = await pour('/api/session', 2_000, {});
    expect(open).toMatchObject({ status: 413 });
    expect(open.taken).toBeLessThan(20);
    const known = await pour('/api/people', 2_000, { cookie: owner.cookie });
    expect(known).toMatchObject({ status: 413 });
    expect(known.taken).toBeLessThan(20);
  });
});

describe('a clock that was a day ahead', () => {
  it('leaves no proof, session or lock that lasts for a day', async () => {
    const other = await join('Clock Watcher', ['auditor']);
    endpoint.advance(86_400_000);
    const ahead = visitor();
    ahead.secret = other.secret;
    expect((await ahead.signIn(ahead.code(), undefined, 'Clock Watcher')).status).toBe(200);
    endpoint.advance(-86_400_000);
    expect((await ahead.call('GET', '/session')).status).toBe(401);
    await endpoint.db.query('UPDATE sessions SET proved_at = $1::timestamptz', [
      new Date(endpoint.now() + 86_400_000).toISOString(),
    ]);
    expect((await owner.call('GET', '/session')).body).toMatchObject({ fresh: false });
    const third = await join('Locked Out', ['auditor']).catch(() => undefined);
    expect(third).toBeUndefined(); // the owner's proof does not count
    endpoint.advance(86_400_000);
    for (let tries = 0; tries < 5; tries += 1) await visitor().signIn('000000', 'wrong-password-here');
    endpoint.advance(-86_400_000 + 120_000);
    const back = visitor();
    back.secret = owner.secret;
    await endpoint.db.query('UPDATE people SET last_step = 0');
    expect((await back.signIn(back.code())).status).toBe(200);
  });

  it('takes part in no origin but its own', async () => {
    expect(
      (await owner.call('POST', '/people', { roles: ['owner'] }, { ...ownHeaders, origin: `${origin}1` })).status,
    ).toBe(403);
  });
});
