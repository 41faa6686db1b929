import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newSetupToken } from '../auth/set-up.ts';
import { ConsoleVisitor, goodPassword } from '../testing/console-visitor.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { dumpDatabase } from '../testing/engines.ts';
import type { Role } from '../vocabulary.ts';
import { ApiKeyReply, Entered, InviteReply, PeopleList, RecoveryCodes, SessionList } from './contract.ts';

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
const people = async () => PeopleList.parse((await owner.call('GET', '/people')).body).people;
const idOf = async (name: string) => (await people()).find((person) => person.name === name)?.id ?? '';

async function join(name: string, roles: readonly Role[]) {
  const person = visitor();
  const made = await person.setUp(await owner.invite(roles), name);
  return { person, entered: Entered.parse(made.body) };
}

async function lastActions(count: number): Promise<readonly string[]> {
  const rows = await endpoint.db.query('SELECT entry FROM audit_entries ORDER BY seq DESC LIMIT 20');
  return rows.slice(0, count).map(({ entry }) => {
    const { action } = JSON.parse(String(entry)) as { action: string };
    return action;
  });
}

describe('an invitation', () => {
  it('makes one person with its roles, once, within three days', async () => {
    const token = await owner.invite(['analyst', 'auditor']);
    const person = visitor();
    expect((await person.call('POST', '/setup/check', { token })).body).toEqual({ kind: 'invitation', name: null });
    expect((await person.setUp(token, 'Ana Lyst')).body).toMatchObject({
      name: 'Ana Lyst',
      roles: ['analyst', 'auditor'],
      recoveryCodes: expect.arrayContaining([expect.stringMatching(/^(\w{4}-){3}\w{4}$/)]),
    });
    expect((await person.call('GET', '/incidents')).status).toBe(200);
    expect((await visitor().call('POST', '/setup/check', { token })).status).toBe(410);
    const late = await owner.invite(['analyst']);
    endpoint.advance(3 * 86_400_000 + 1);
    expect((await visitor().call('POST', '/setup/check', { token: late })).status).toBe(410);
    expect(
      (await visitor().call('POST', '/setup/begin', { token: late, name: 'X', password: goodPassword })).status,
    ).toBe(410);
    expect(await lastActions(3)).toEqual(['person-invited', 'incidents-read', 'person-joined']);
  });

  it('is not lost on a name that is taken', async () => {
    const token = await owner.invite(['analyst']);
    expect(await visitor().setUp(token, 'Ana Lyst')).toMatchObject({ status: 422, body: { reason: 'name-taken' } });
    endpoint.advance(30_000);
    expect((await visitor().setUp(token, 'Ana Two')).status).toBe(200);
  });

  it('gives no role that is not one', async () => {
    for (const roles of [[], ['root'], ['owner', 'owner'], 'owner'])
      expect((await owner.call('POST', '/people', { roles })).status).toBe(400);
  });
});

describe('a person', () => {
  it('has new roles from the next call on, and is out at once when shut out', async () => {
    const { person } = await join('Rita Rolle', ['auditor']);
    const id = await idOf('Rita Rolle');
    expect((await person.call('GET', '/audit')).status).toBe(200);
    expect((await owner.call('PUT', `/people/${id}/roles`, { roles: ['analyst'] })).status).toBe(200);
    expect((await person.call('GET', '/audit')).body).toEqual({ reason: 'role-refused' });
    expect((await person.call('GET', '/incidents')).status).toBe(200);
    expect((await owner.call('DELETE', `/people/${id}`)).status).toBe(200);
    expect((await person.call('GET', '/incidents')).status).toBe(401);
    endpoint.advance(60_000);
    expect((await person.signIn(person.code(), goodPassword, 'Rita Rolle')).status).toBe(401);
    expect((await owner.call('DELETE', `/people/${id}`)).status).toBe(404);
    expect((await people()).find((one) => one.id === id)).toMatchObject({ active: false });
  });

  it('can always be an owner: the last one stays, also when two shut each other out', async () => {
    const own = await idOf('Jordan Rivera');
    expect((await owner.call('DELETE', `/people/${own}`)).body).toEqual({ reason: 'last-owner' });
    expect((await owner.call('PUT', `/people/${own}/roles`, { roles: ['analyst'] })).body).toEqual({
      reason: 'last-owner',
    });
    const { person } = await join('Second Owner', ['owner']);
    const other = await idOf('Second Owner');
    const results = await Promise.all([
      owner.call('DELETE', `/people/${other}`),
      person.call('DELETE', `/people/${own}`),
    ]);
    const gone = results.filter(({ status }) => status === 200);
    expect(gone).toHaveLength(1);
    const active = await endpoint.db.query(`SELECT name FROM people WHERE active AND roles @> '["owner"]'::jsonb`);
    expect(active).toHaveLength(1);
    if (active[0]?.['name'] !== 'Jordan Rivera') {
      await endpoint.db.query('UPDATE people SET active = true WHERE id = $1::uuid', [own]);
      await endpoint.db.query('UPDATE people SET active = false WHERE id = $1::uuid', [other]);
    }
  });

  it('who lost the authenticator app starts anew with a link; sessions and old codes are over', async () => {
    const { person } = await join('Lost Phone', ['analyst']);
    const id = await idOf('Lost Phone');
    const reset = InviteReply.parse((await owner.call('POST', `/people/${id}/reset`)).body);
    const again = visitor();
    expect((await again.call('POST', '/setup/check', { token: reset.token })).body).toEqual({
      kind: 'reset',
      name: 'Lost Phone',
    });
    expect((await person.call('GET', '/session')).status).toBe(200); // until the link is used
    const made = await again.setUp(reset.token, 'Somebody Else');
    expect(made.body).toMatchObject({ name: 'Lost Phone', roles: ['analyst'] });
    expect((await person.call('GET', '/session')).status).toBe(401);
    endpoint.advance(60_000);
    expect((await person.signIn(person.code(), goodPassword, 'Lost Phone')).status).toBe(401);
    const self = await idOf('Jordan Rivera');
    expect((await owner.call('POST', `/people/${self}/reset`)).status).toBe(404);
  });

  it('signs in with a recovery code once, however it is typed', async () => {
    const { person, entered } = await join('Rico Very', ['analyst']);
    const [first = '', second = '', third = ''] = entered.recoveryCodes;
    const typed = ` ${first.toUpperCase().replaceAll('-', ' ')} `;
    const back = visitor();
    expect((await back.signIn(typed, goodPassword, 'Rico Very')).status).toBe(200);
    expect((await visitor().signIn(first, goodPassword, 'Rico Very')).status).toBe(401);
    expect((await visitor().signIn(second, 'not the password', 'Rico Very')).status).toBe(401);
    expect(await lastActions(3)).toEqual(['sign-in-refused', 'sign-in-refused', 'signed-in-by-recovery']);
    const fresh = RecoveryCodes.parse((await person.call('POST', '/recovery-codes')).body).recoveryCodes;
    expect((await visitor().signIn(third, goodPassword, 'Rico Very')).status).toBe(401);
    expect((await visitor().signIn(fresh[0]!, goodPassword, 'Rico Very')).status).toBe(200);
    const dump = await dumpDatabase(endpoint.db);
    for (const code of [...entered.recoveryCodes, ...fresh]) expect(dump).not.toContain(code);
  });

  it('sees their own sessions and ends one of them, and nobody else’s', async () => {
    const { person } = await join('Many Windows', ['analyst']);
    endpoint.advance(60_000);
    const other = visitor();
    other.secret = person.secret;
    await other.signIn(other.code(), goodPassword, 'Many Windows');
    const list = async (of: ConsoleVisitor) => SessionList.parse((await of.call('GET', '/sessions')).body).sessions;
    const sessions = await list(person);
    expect(sessions.map(({ current }) => current).toSorted()).toEqual([false, true]);
    const foreign = (await list(owner))[0]!.id;
    expect((await person.call('DELETE', `/sessions/${foreign}`)).status).toBe(404);
    expect((await person.call('DELETE', `/sessions/${sessions.find(({ current }) => !current)!.id}`)).status).toBe(200);
    expect((await other.call('GET', '/session')).status).toBe(401);
    expect((await person.call('GET', '/session')).status).toBe(200);
  });
});

describe('an API key', () => {
  it('opens what its scope names, until it is revoked or over, and is stored as a hash', async () => {
    const made = await owner.call('POST', '/api-keys', { title: 'SIEM', scopes: ['incidents'], days: 2 });
    const { id, key } = ApiKeyReply.parse(made.body);
    const read = (given = key) => visitor().call('GET', '/incidents', undefined, { authorization: `Bearer ${given}` });
    expect((await read()).status).toBe(200);
    expect(await lastActions(2)).toEqual(['incidents-read', 'api-key-made']);
    expect(await dumpDatabase(endpoint.db)).not.toContain(key);
    expect((await owner.call('DELETE', `/api-keys/${id}`)).status).toBe(200);
    expect((await read()).status).toBe(401);
    const next = await owner.call('POST', '/api-keys', { title: 'SIEM 2', scopes: ['incidents'], days: 1 });
    const second = ApiKeyReply.parse(next.body).key;
    endpoint.advance(86_400_001);
    expect((await read(second)).status).toBe(401);
  });
});
