import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSetupToken } from '../auth/set-up.ts';
import { ConsoleVisitor, ownHeaders } from '../testing/console-visitor.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { roles, scopes } from '../vocabulary.ts';
import type { Role, Scope } from '../vocabulary.ts';
import { access } from './access.ts';
import type { Access, RouteName } from './access.ts';
import { ApiKeyReply } from './contract.ts';

const routes = Object.entries(access) as readonly (readonly [RouteName, Access])[];

let endpoint: TestEndpoint;
const people = new Map<Role, ConsoleVisitor>();
const keys = new Map<Scope, string>();
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  const visitor = () => new ConsoleVisitor(endpoint.send, endpoint.now);
  const owner = visitor();
  await owner.setUp((await newSetupToken(endpoint.workings))!);
  people.set('owner', owner);
  for (const role of roles.slice(1)) {
    const person = visitor();
    endpoint.advance(20_000); // the allowance of strangers fills again
    const made = await person.setUp(await owner.invite([role]), `Person ${role}`);
    expect(made).toMatchObject({ status: 200, body: { roles: [role], fresh: true } });
    people.set(role, person);
  }
  for (const scope of scopes) {
    const made = await owner.call('POST', '/api-keys', { title: scope, scopes: [scope], days: 1 });
    keys.set(scope, ApiKeyReply.parse(made.body).key);
  }
});
afterAll(() => endpoint.close());

/** A call with an empty body: it gets past the guard or it does not, and changes nothing in either case. */
async function tried(route: RouteName, as: ConsoleVisitor, headers?: Record<string, string>) {
  const [method = '', path = ''] = route.split(' ');
  const filled = path.replace(':id', crypto.randomUUID()).replace(':number', '9.9');
  const body = method === 'GET' || method === 'DELETE' ? undefined : {};
  return as.call(method, filled, body, headers);
}

/** Signing out would end what the next test needs. */
const testable = routes.filter(([route]) => route !== 'DELETE /session');
const closed = testable.filter(([, { who }]) => who !== 'anyone');

describe('the matrix of roles and routes', () => {
  it('has at least two roles of which one may and one may not, for what is not everybody’s', () => {
    const few = closed.filter(([, { who }]) => who !== 'anyone' && who.length < roles.length);
    expect(few.length).toBeGreaterThan(12);
  });

  it.each(closed)('%s answers those it names and refuses all others', async (route, needed) => {
    for (const [role, person] of people) {
      const { status, body } = await tried(route, person);
      const isRefused = status === 403 && (body as { reason?: string }).reason === 'role-refused';
      expect([role, !isRefused]).toEqual([role, needed.who !== 'anyone' && needed.who.includes(role)]);
      if (!isRefused) expect([200, 400, 404, 422]).toContain(status);
    }
    for (const [scope, key] of keys) {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const { status, body } = await tried(route, new ConsoleVisitor(endpoint.send), headers);
      const may = needed.service === scope;
      expect([scope, ![401, 403].includes(status)]).toEqual([scope, may]);
      if (!may) expect([status, body]).toEqual([403, { reason: 'role-refused' }]);
    }
  });

  it('is closed to strangers, on every route that it does not open and on every other path', async () => {
    const stranger = () => new ConsoleVisitor(endpoint.send, endpoint.now);
    for (const [route] of closed)
      expect(await tried(route, stranger())).toMatchObject({ status: 401, body: { reason: 'sign-in-needed' } });
    for (const path of ['/', '/person', '/incidents/1', '/session/x', '/../v1/policy'])
      expect((await stranger().call('GET', path)).status).toBe(401);
    expect((await people.get('owner')!.call('GET', '/person')).status).toBe(404);
  });

  it('is open to a stranger on these routes alone', () => {
    const open = routes.filter(([, { who }]) => who === 'anyone').map(([route]) => route);
    expect(open).toEqual([
      'POST /setup/check',
      'POST /setup/begin',
      'POST /setup/confirm',
      'POST /session',
      'POST /passkey/options',
      'POST /passkey',
      'GET /oidc',
      'GET /oidc/start',
      'GET /oidc/callback',
    ]);
  });

  it('names in the audit log whatever changes something', () => {
    const unnamed = routes.filter(([route, { who, audit }]) => !route.startsWith('GET') && who !== 'anyone' && !audit);
    expect(unnamed).toEqual([]);
  });

  it('wants a fresh proof where it says so, and nowhere else', async () => {
    endpoint.advance(11 * 60_000);
    const owner = people.get('owner')!;
    for (const [route, needed] of closed) {
      if (needed.who !== 'anyone' && !needed.who.includes('owner')) continue;
      const { status, body } = await tried(route, owner);
      const isAsked = status === 403 && (body as { reason?: string }).reason === 'proof-needed';
      expect([route, isAsked]).toEqual([route, needed.fresh === true]);
    }
    expect(await owner.call('POST', '/session/proof', { code: '000000' })).toMatchObject({ status: 422 });
    expect((await owner.call('POST', '/session/proof', { code: owner.code() })).status).toBe(200);
    expect((await owner.call('GET', '/session')).body).toMatchObject({ fresh: true });
    expect((await tried('POST /people', owner)).status).toBe(400);
  });

  it('never falls back from a bad key to a cookie', async () => {
    const owner = people.get('owner')!;
    for (const authorization of ['Bearer x', `Bearer ${'x'.repeat(43)}`, 'Basic abc', '']) {
      const { status } = await owner.call('GET', '/people', undefined, { ...ownHeaders, authorization });
      expect([authorization, status]).toEqual([authorization, 401]);
    }
  });
});
