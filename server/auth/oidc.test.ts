import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PeopleList } from '../console-api/contract.ts';
import { EndpointProblem } from '../problem.ts';
import { ConsoleVisitor, goodPassword } from '../testing/console-visitor.ts';
import { openTestEndpoint, origin } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { onEachEngine } from '../testing/engines.ts';
import { startOidcProvider } from '../testing/oidc-provider.ts';
import type { OidcProvider } from '../testing/oidc-provider.ts';
import { readOidcOptions } from './oidc-options.ts';
import { newSetupToken } from './set-up.ts';

onEachEngine(({ open }) => {
  let endpoint: TestEndpoint;
  let provider: OidcProvider;
  let owner: ConsoleVisitor;
  beforeAll(async () => {
    provider = await startOidcProvider(() => endpoint.now());
    const { issuer, clientId, clientSecret } = provider;
    const oidc = {
      ...{ issuer, clientId, clientSecret },
      roles: { security: ['analyst', 'auditor'], privacy: ['privacy-officer'], chiefs: ['owner'] },
      groupsClaim: 'groups',
      mfa: ['mfa', 'hwk', 'otp', 'phr', 'phrh'],
    } as const;
    endpoint = await openTestEndpoint({ db: await open(), oidc });
    owner = new ConsoleVisitor(endpoint.send, endpoint.now);
    await owner.setUp((await newSetupToken(endpoint.workings))!);
  });
  afterAll(async () => {
    await endpoint.close();
    await provider.close();
  });
  beforeEach(async () => {
    endpoint.advance(2 * 60_000); // makes new codes, and refills every allowance
    Object.assign(provider.mood, {
      claims: {},
      alg: 'ES256',
      forges: false,
      state: undefined,
      refuses: false,
      takesPost: false,
    });
    expect((await owner.call('POST', '/session/proof', { code: owner.code() })).status).toBe(200);
  });

  const stranger = () => new ConsoleVisitor(endpoint.send, endpoint.now);

  /** A browser's way to the provider and back to our door, which it has not entered yet. */
  async function goThere(path = '/api/oidc/start', cookie = '') {
    const begun = await endpoint.send(path, { headers: { cookie } });
    const roundCookie = begun.headers.get('set-cookie') ?? '';
    const there = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
    const back = new URL(there.headers.get('location') ?? '');
    return { begun, roundCookie, back: back.pathname + back.search };
  }

  /** Strict cookies do not come along from another site: the round's own is all there is. */
  async function comeBack({ roundCookie, back }: Pick<Awaited<ReturnType<typeof goThere>>, 'roundCookie' | 'back'>) {
    const headers = { cookie: roundCookie.split(';')[0] ?? '', 'sec-fetch-site': 'cross-site' };
    const response = await endpoint.send(back, { headers });
    const session = response.headers.getSetCookie().find((one) => one.startsWith('__Host-sluice='));
    const visitor = stranger();
    visitor.cookie = session?.split(';')[0] ?? '';
    return { status: response.status, html: await response.text(), session, visitor, headers: response.headers };
  }

  const signIn = async () => comeBack(await goThere());
  const me = async ({ visitor }: { visitor: ConsoleVisitor }) => visitor.call('GET', '/session');

  /** What the audit log says, newest first. */
  async function audited(): Promise<readonly { readonly action: string; readonly actor: string }[]> {
    const body = (await owner.call('GET', '/audit')).body as { entries: { action: string; actor: string }[] };
    return body.entries.filter(({ action }) => action !== 'audit-read'); // which is there once an hour
  }

  describe('the way to the provider', () => {
    it('carries PKCE, state and nonce, and leaves a sealed cookie that comes back from another site', async () => {
      const { roundCookie, begun } = await goThere();
      expect(begun.status).toBe(302);
      const asked = provider.asked.at(-1)!;
      expect(Object.fromEntries(asked)).toMatchObject({
        response_type: 'code',
        client_id: provider.clientId,
        redirect_uri: `${origin}/api/oidc/callback`,
        code_challenge_method: 'S256',
      });
      for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
      expect(roundCookie).toMatch(/^__Host-sluice-oidc=[\w-]+; /);
      for (const part of ['Max-Age=600', 'Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
        expect(roundCookie).toContain(part);
      expect(roundCookie).not.toContain(asked.get('state'));
    });

    it('says whether it is there', async () => {
      expect((await stranger().call('GET', '/oidc')).body).toEqual({ isOn: true });
      const without = await openTestEndpoint();
      expect(await (await without.send('/api/oidc', {})).json()).toEqual({ isOn: false });
      for (const path of ['start', 'callback']) expect((await without.send(`/api/oidc/${path}`, {})).status).toBe(404);
      await without.close();
    });
  });

  describe('coming back', () => {
    it.each(['ES256', 'RS256'] as const)('signs in with the roles of the groups, signed with %s', async (alg) => {
      Object.assign(provider.mood, {
        alg,
        takesPost: alg === 'RS256',
        claims: { sub: `good-${alg}`, name: `Person ${alg}` },
      });
      const came = await signIn();
      expect(came.status).toBe(200);
      for (const part of ['HttpOnly', 'Secure', 'SameSite=Strict']) expect(came.session).toContain(part);
      expect(came.html).toContain('<meta http-equiv="refresh" content="0;url=/">');
      expect(came.headers.get('referrer-policy')).toBe('no-referrer');
      expect(came.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect((await me(came)).body).toEqual({
        name: `Person ${alg}`,
        roles: ['analyst', 'auditor'],
        fresh: true,
        oidc: true,
      });
      const said = await audited();
      expect(said.slice(0, 2).map(({ action }) => action)).toEqual(['signed-in-by-oidc', 'oidc-person-added']);
      expect((await signIn()).status).toBe(200);
      expect((await audited())[1]?.action).not.toBe('oidc-person-added');
    });

    const now = () => Math.floor(endpoint.now() / 1_000);
    const wrong: readonly (readonly [what: string, mood: () => object, code: string])[] = [
      ['another nonce', () => ({ claims: { nonce: 'x'.repeat(43) } }), 'JWT_CLAIM_COMPARISON_FAILED'],
      ['no nonce', () => ({ claims: { nonce: undefined } }), 'INVALID_RESPONSE'],
      ['another audience', () => ({ claims: { aud: 'somebody-else' } }), 'JWT_CLAIM_COMPARISON_FAILED'],
      ['another issuer', () => ({ claims: { iss: 'https://evil.example' } }), 'JWT_CLAIM_COMPARISON_FAILED'],
      ['an end that is past', () => ({ claims: { iat: now() - 600, exp: now() - 300 } }), 'JWT_TIMESTAMP_CHECK_FAILED'],
      ['no signature', () => ({ alg: 'none' }), 'UNSUPPORTED_OPERATION'],
      ['the signature of another key', () => ({ forges: true }), 'INVALID_RESPONSE'],
      ['no subject', () => ({ claims: { sub: undefined } }), 'INVALID_RESPONSE'],
    ];
    it.each(wrong)('refuses a token with %s', async (_, mood, code) => {
      Object.assign(provider.mood, mood());
      const came = await signIn();
      expect(came).toMatchObject({ status: 403, session: undefined });
      expect(came.html).toContain('did not fit');
      expect(JSON.parse(endpoint.logged.at(-1)!)).toMatchObject({ event: 'oidc-refused', code: `OAUTH_${code}` });
      expect((await me(came)).status).toBe(401);
    });

    it('refuses another state, another browser, a late return and a refusal of the provider', async () => {
      const there = await goThere();
      const another = there.back.replace(/state=[^&]+/, `state=${'x'.repeat(43)}`);
      for (const way of [
        { ...there, back: another },
        { ...there, roundCookie: '' },
        { ...there, roundCookie: '__Host-sluice-oidc=AAAA' },
        { ...there, roundCookie: (await goThere()).roundCookie },
      ]) {
        const came = await comeBack(way);
        expect(came).toMatchObject({ status: 403, session: undefined });
        expect(came.html).toContain('was not begun in this browser');
      }
      endpoint.advance(10 * 60_000);
      expect((await comeBack(there)).html).toContain('was not begun in this browser');
      provider.mood.refuses = true;
      expect((await signIn()).html).toContain('did not let you through');
      provider.mood.refuses = false;
      provider.mood.state = 'other';
      expect((await signIn()).html).toContain('was not begun in this browser');
    });

    it('takes a code once', async () => {
      const there = await goThere();
      const first = await comeBack(there);
      expect(first.status).toBe(200);
      expect(first.headers.getSetCookie().find((one) => one.startsWith('__Host-sluice-oidc='))).toContain('Max-Age=0');
      expect(await comeBack(there)).toMatchObject({ status: 403, session: undefined });
    });

    it('wants a second factor, in amr or acr', async () => {
      for (const claims of [{ amr: ['pwd'] }, { amr: undefined }, { amr: [], acr: '0' }]) {
        provider.mood.claims = claims;
        const came = await signIn();
        expect(came).toMatchObject({ status: 403, session: undefined });
        expect(came.html).toContain('without a second factor');
        expect((await audited())[0]?.action).toBe('oidc-refused');
      }
      for (const claims of [{ amr: ['hwk'] }, { amr: undefined, acr: 'phr' }]) {
        provider.mood.claims = claims;
        expect((await signIn()).status).toBe(200);
      }
    });

    it('counts as a fresh proof only when the provider has just asked', async () => {
      for (const auth_time of [now() - 3_600, undefined]) {
        provider.mood.claims = { auth_time };
        expect((await me(await signIn())).body).toMatchObject({ fresh: false });
      }
    });
  });

  describe('groups', () => {
    it('let nobody in who is in none that has a role', async () => {
      for (const groups of [[], undefined, ['sales'], 'toString', ['__proto__'], { security: true }, [1]]) {
        provider.mood.claims = { sub: 'no-group', name: 'No Group', groups };
        const came = await signIn();
        expect(came).toMatchObject({ status: 403, session: undefined });
        expect(came.html).toContain('None of your groups');
        expect((await audited())[0]).toMatchObject({ action: 'oidc-refused', actor: 'No Group' });
      }
      expect(await endpoint.db.query("SELECT id FROM people WHERE name = 'No Group'")).toEqual([]);
    });

    it('are read anew each time: roles change, and end', async () => {
      provider.mood.claims = { sub: 'mover', name: 'Mover' };
      const first = await signIn();
      provider.mood.claims = { sub: 'mover', name: 'Mover', groups: ['privacy', 'security', 'sales'] };
      const second = await signIn();
      for (const came of [first, second])
        expect((await me(came)).body).toMatchObject({ roles: ['analyst', 'auditor', 'privacy-officer'] });
      expect((await audited())[1]).toMatchObject({ action: 'roles-changed', actor: 'Mover' });
      provider.mood.claims = { sub: 'mover', name: 'Mover', groups: ['sales'] };
      expect((await signIn()).status).toBe(403);
      for (const came of [first, second]) expect((await me(came)).status).toBe(401);
      provider.mood.claims = { sub: 'mover', name: 'Mover', groups: 'privacy' };
      expect((await me(await signIn())).body).toMatchObject({ roles: ['privacy-officer'] });
    });

    it('make owners only where they are mapped, and never the last one', async () => {
      provider.mood.claims = { sub: 'chief', name: 'Chief', groups: ['chiefs'] };
      const chief = await signIn();
      expect((await me(chief)).body).toMatchObject({ roles: ['owner'] });
      const { people } = PeopleList.parse((await chief.visitor.call('GET', '/people')).body);
      const first = people.find(({ name }) => name === 'Jordan Rivera')!;
      for (const [method, path, body] of [
        ['DELETE', `/people/${first.id}`, undefined],
        ['PUT', `/people/${first.id}/roles`, { roles: ['auditor'] }],
      ] as const)
        expect(await chief.visitor.call(method, path, body)).toMatchObject({
          status: 409,
          body: { reason: 'last-owner' },
        });
    });
  });

  describe('people of the organisation', () => {
    const namesake = { sub: 'namesake', name: 'Jordan Rivera', preferred_username: 'jordan@example.org' };

    it('do not become somebody of the same name', async () => {
      provider.mood.claims = namesake;
      const came = await signIn();
      expect((await me(came)).body).toMatchObject({
        name: 'Jordan Rivera (jordan@example.org)',
        roles: ['analyst', 'auditor'],
      });
      provider.mood.claims = { ...namesake, sub: 'namesake-2' };
      expect((await me(await signIn())).body).toMatchObject({
        name: expect.stringMatching(/^Jordan Rivera \([0-9a-f]{12}\)$/),
      });
      provider.mood.claims = { sub: 'odd', name: ' \u202e\u0000 ', preferred_username: undefined };
      expect((await me(await signIn())).body).toMatchObject({ name: 'Somebody' });
    });

    it('have no name of the endpoint, of its programs, or one that looks like a name of somebody here', async () => {
      const nameOf = async (sub: string, name: string) => {
        provider.mood.claims = { sub, name, preferred_username: undefined, email: undefined };
        return String(Object(await me(await signIn())).body.name);
      };
      const names = [];
      for (const name of ['Sluice', 'Sluice (first start)', 'key SIEM', 'command line'])
        names.push(await nameOf(`reserved ${name}`, name));
      for (const name of names) expect(name).toMatch(/^Somebody( \([0-9a-f]{12}\))?$/);
      expect(await nameOf('real', 'Robin Field')).toBe('Robin Field');
      for (const twin of ['R\u043ebin Field', 'robin  field'])
        expect(await nameOf(`twin ${twin}`, twin)).toMatch(/ \([0-9a-f]{12}\)$/);
      provider.mood.claims = {
        sub: 'out',
        name: 'Sluice',
        groups: [],
        preferred_username: undefined,
        email: undefined,
      };
      expect((await signIn()).status).toBe(403);
      expect((await audited())[0]?.['actor']).toMatch(/^Somebody/);
    });

    it('come at the same moment once', async () => {
      provider.mood.claims = { sub: 'twice', name: 'Twice' };
      const ways = [await goThere(), await goThere(), await goThere()];
      const came = await Promise.all(ways.map(comeBack));
      expect(came.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(await endpoint.db.query("SELECT name FROM people WHERE name LIKE 'Twice%'")).toEqual([{ name: 'Twice' }]);
    });

    it('have no password, code, recovery code, reset or passkey here', async () => {
      provider.mood.claims = { sub: 'bare', name: 'Bare' };
      const { visitor } = await signIn();
      const refused = { status: 422, body: { reason: 'comes-by-oidc' } };
      expect(await visitor.call('POST', '/recovery-codes', {})).toMatchObject(refused);
      expect(await visitor.call('POST', '/passkeys/options', {})).toMatchObject(refused);
      const [row] = await endpoint.db.query("SELECT id FROM people WHERE name = 'Bare'");
      expect(await owner.call('POST', `/people/${String(row?.['id'])}/reset`, {})).toMatchObject(refused);
      expect((await stranger().signIn('000000', goodPassword, 'Bare')).status).toBe(401);
      expect((await stranger().signIn('000000', '', 'Bare')).status).toBe(401);
      expect((await visitor.call('POST', '/session/proof', { code: '000000' })).status).toBe(422);
    });

    it('stay out once an owner has shut them out', async () => {
      provider.mood.claims = { sub: 'gone', name: 'Gone' };
      const came = await signIn();
      const [row] = await endpoint.db.query("SELECT id FROM people WHERE name = 'Gone'");
      expect((await owner.call('DELETE', `/people/${String(row?.['id'])}`)).status).toBe(200);
      expect((await me(came)).status).toBe(401);
      const again = await signIn();
      expect(again).toMatchObject({ status: 403, session: undefined });
      expect(again.html).toContain('shut you out');
    });
  });

  describe('proving again', () => {
    const proofPath = '/api/oidc/start?for=proof';

    it('asks at the provider anew, and opens what is dangerous', async () => {
      provider.mood.claims = { sub: 'prover', name: 'Prover', groups: ['chiefs'] };
      const { visitor } = await signIn();
      endpoint.advance(11 * 60_000);
      expect((await visitor.call('GET', '/session')).body).toMatchObject({ fresh: false });
      const there = await goThere(proofPath, visitor.cookie);
      expect(Object.fromEntries(provider.asked.at(-1)!)).toMatchObject({ max_age: '0', prompt: 'login' });
      const came = await comeBack(there);
      expect(came).toMatchObject({ status: 200, session: undefined });
      expect(came.html).not.toContain('http-equiv="refresh"');
      expect((await visitor.call('GET', '/session')).body).toMatchObject({ fresh: true });
      expect((await audited())[0]?.action).toBe('proved-again');
    });

    it('refuses a provider that did not ask, and somebody else', async () => {
      const person = { sub: 'prover-2', name: 'Prover Two' };
      provider.mood.claims = person;
      const { visitor } = await signIn();
      endpoint.advance(11 * 60_000);
      for (const auth_time of [undefined, Math.floor(endpoint.now() / 1_000) - 120]) {
        provider.mood.claims = { ...person, auth_time };
        expect((await comeBack(await goThere(proofPath, visitor.cookie))).html).toContain('did not fit');
      }
      for (const sub of ['mover', 'never-seen']) {
        provider.mood.claims = { sub, name: 'Other' };
        expect((await comeBack(await goThere(proofPath, visitor.cookie))).html).toContain('Somebody else');
      }
      expect((await visitor.call('GET', '/session')).body).toMatchObject({ fresh: false });
    });

    it('is for those who came this way', async () => {
      for (const cookie of ['', owner.cookie]) {
        const answer = await endpoint.send(proofPath, { headers: { cookie } });
        expect([answer.status, answer.headers.get('location')]).toEqual([403, null]);
      }
    });
  });

  it('says so when the provider is away, and lets the owner in all the same', async () => {
    const away = await openTestEndpoint({
      oidc: {
        issuer: 'http://127.0.0.1:9',
        clientId: 'x',
        clientSecret: 'x',
        roles: {},
        groupsClaim: 'groups',
        mfa: ['mfa'],
      },
    });
    const answer = await away.send('/api/oidc/start', {});
    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain('cannot be reached');
    expect(away.logged.join('\n')).toContain('oidc-away');
    await away.close();
  });
});

describe('the settings of the organisation’s sign-in', () => {
  const secretFile = join(mkdtempSync(join(tmpdir(), 'sluice-oidc-')), 'secret');
  writeFileSync(secretFile, 'from a file\n');
  const good = {
    SLUICE_OIDC_ISSUER: 'https://login.example',
    SLUICE_OIDC_CLIENT_ID: 'sluice',
    SLUICE_OIDC_CLIENT_SECRET_FILE: secretFile,
    SLUICE_OIDC_ROLES: '{"security":["analyst"]}',
  };

  it('are read from the environment, with defaults', () => {
    expect(readOidcOptions({})).toBeUndefined();
    expect(readOidcOptions(good)).toEqual({
      issuer: 'https://login.example',
      clientId: 'sluice',
      clientSecret: 'from a file',
      roles: { security: ['analyst'] },
      groupsClaim: 'groups',
      mfa: ['mfa', 'hwk', 'otp', 'phr', 'phrh'],
    });
    expect(readOidcOptions({ ...good, SLUICE_OIDC_GROUPS_CLAIM: 'roles', SLUICE_OIDC_MFA: '["c1"]' })).toMatchObject({
      groupsClaim: 'roles',
      mfa: ['c1'],
    });
    for (const issuer of ['http://localhost:8080/realm', 'http://127.0.0.1:1', 'http://[::1]:1'])
      expect(readOidcOptions({ ...good, SLUICE_OIDC_ISSUER: issuer })).toMatchObject({ issuer });
  });

  const wrong: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['ISSUER', { SLUICE_OIDC_ISSUER: '' }],
    ['ISSUER', { SLUICE_OIDC_ISSUER: 'http://login.example' }],
    ['ISSUER', { SLUICE_OIDC_ISSUER: 'http://localhost.evil.example' }],
    ['ISSUER', { SLUICE_OIDC_ISSUER: 'https://login.example/?a=b' }],
    ['ISSUER', { SLUICE_OIDC_ISSUER: 'login.example' }],
    ['CLIENT_ID', { SLUICE_OIDC_CLIENT_ID: ' ' }],
    ['CLIENT_SECRET_FILE', { SLUICE_OIDC_CLIENT_SECRET_FILE: '/nowhere/at/all' }],
    ['ROLES', { SLUICE_OIDC_ROLES: '' }],
    ['ROLES', { SLUICE_OIDC_ROLES: '{}' }],
    ['ROLES', { SLUICE_OIDC_ROLES: '{"security":["king"]}' }],
    ['ROLES', { SLUICE_OIDC_ROLES: '{"security":[]}' }],
    ['MFA', { SLUICE_OIDC_MFA: '[]' }],
    ['MFA', { SLUICE_OIDC_MFA: 'mfa' }],
  ];
  it.each(wrong)('are refused by name when %s is wrong: %o', (name, change) => {
    const read = () => readOidcOptions({ ...good, ...change });
    expect(read).toThrow(EndpointProblem);
    expect(read).toThrow(new RegExp(`^SLUICE_OIDC_${name} [^.]+`));
  });
});
