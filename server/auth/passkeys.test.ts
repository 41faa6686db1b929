import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AuditPage } from '../console-api/contract.ts';
import { PasskeyCreation, PasskeyList, PasskeyRequest } from '../console-api/passkey-contract.ts';
import { tidy } from '../housekeeping.ts';
import { Authenticator } from '../testing/authenticator.ts';
import type { Mischief } from '../testing/authenticator.ts';
import { ConsoleVisitor } from '../testing/console-visitor.ts';
import { openTestEndpoint, origin } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { onEachEngine } from '../testing/engines.ts';
import { passkeyName } from './own-site.ts';
import { newSetupToken } from './set-up.ts';

onEachEngine(({ open }) => {
  let endpoint: TestEndpoint;
  let owner: ConsoleVisitor;
  let second: ConsoleVisitor;
  let device: Authenticator;
  beforeAll(async () => {
    endpoint = await openTestEndpoint({ db: await open() });
    owner = stranger();
    await owner.setUp((await newSetupToken(endpoint.workings))!);
    second = stranger();
    await second.setUp(await owner.invite(['auditor']), 'Sam Second');
  });
  afterAll(() => endpoint.close());
  beforeEach(async () => {
    endpoint.advance(2 * 60_000); // makes new codes, refills every allowance, and opens locked accounts
    device = new Authenticator(origin);
    for (const person of [owner, second]) {
      expect((await person.call('POST', '/session/proof', { code: person.code() })).status).toBe(200);
      for (const { id } of await list(person)) await person.call('DELETE', `/passkeys/${id}`);
    }
  });

  const stranger = () => new ConsoleVisitor(endpoint.send, endpoint.now);
  const refused = { status: 401, body: { reason: 'passkey-refused' } };

  async function list(person: ConsoleVisitor) {
    return PasskeyList.parse((await person.call('GET', '/passkeys')).body).passkeys;
  }

  async function add(person = owner, mischief: Mischief = {}, title = 'This computer') {
    const begun = PasskeyCreation.parse((await person.call('POST', '/passkeys/options', {})).body);
    return person.call('POST', '/passkeys', { token: begun.token, title, passkey: device.make(begun, mischief) });
  }

  async function signIn(mischief: Mischief = {}, visitor = stranger()) {
    const begun = PasskeyRequest.parse((await visitor.call('POST', '/passkey/options', {})).body);
    return visitor.call('POST', '/passkey', { token: begun.token, passkey: device.answer(begun, mischief) });
  }

  /** What the audit log says, newest first, but for reading it, which is there once an hour. */
  async function audited(): Promise<readonly string[]> {
    const visitor = stranger();
    visitor.secret = second.secret;
    visitor.cookie = second.cookie;
    return AuditPage.parse((await visitor.call('GET', '/audit')).body)
      .entries.map(({ action }) => action)
      .filter((action) => action !== 'audit-read');
  }

  describe('adding a passkey', () => {
    it('keeps the public key, and lists it to its person alone', async () => {
      expect(await add()).toMatchObject({ status: 200, body: { done: true } });
      const [mine] = await list(owner);
      expect(mine).toMatchObject({
        title: 'This computer',
        createdOn: new Date(endpoint.now()).toISOString().slice(0, 10),
      });
      expect(await list(second)).toEqual([]);
      expect(await second.call('DELETE', `/passkeys/${mine!.id}`)).toMatchObject({ status: 404 });
      expect(await endpoint.db.query('SELECT transports, counter::text AS counter FROM passkeys')).toEqual([
        { transports: ['internal'], counter: '1' },
      ]);
      expect((await audited())[0]).toBe('passkey-added');
    });

    it('wants a fresh proof', async () => {
      endpoint.advance(11 * 60_000);
      const asked = { status: 403, body: { reason: 'proof-needed' } };
      expect(await owner.call('POST', '/passkeys/options', {})).toMatchObject(asked);
      expect(await owner.call('POST', '/passkeys', {})).toMatchObject(asked);
      expect(await owner.call('DELETE', '/passkeys/x')).toMatchObject(asked);
    });

    const wrong: readonly (readonly [string, Mischief])[] = [
      ['another origin', { origin: 'https://evil.example' }],
      ['another port of this machine', { origin: 'http://localhost:1' }],
      ['another name', { rpId: 'evil.example' }],
      ['another challenge', { challenge: 'x'.repeat(43) }],
      ['nobody verified', { verified: false }],
    ];
    it.each(wrong)('is refused with %s', async (_, mischief) => {
      expect(await add(owner, mischief)).toMatchObject({ status: 422, body: { reason: 'passkey-refused' } });
      expect(await list(owner)).toEqual([]);
    });

    it('takes neither another person’s challenge, nor one twice, nor one of another purpose', async () => {
      const begun = PasskeyCreation.parse((await owner.call('POST', '/passkeys/options', {})).body);
      const body = { token: begun.token, title: 'x', passkey: device.make(begun) };
      expect((await second.call('POST', '/passkeys', body)).status).toBe(422);
      expect((await owner.call('POST', '/passkeys', body)).status).toBe(422); // used up by the try before
      const other = PasskeyRequest.parse((await owner.call('POST', '/passkey/options', {})).body);
      const made = device.make(begun, { challenge: other.options.challenge });
      expect((await owner.call('POST', '/passkeys', { ...body, token: other.token, passkey: made })).status).toBe(422);
    });

    it('takes a credential once, whoever sends it', async () => {
      const begin = async (person: ConsoleVisitor) =>
        PasskeyCreation.parse((await person.call('POST', '/passkeys/options', {})).body);
      const first = await begin(owner);
      const made = device.make(first);
      expect((await owner.call('POST', '/passkeys', { token: first.token, title: 'a', passkey: made })).status).toBe(
        200,
      );
      const again = await begin(second);
      const clientDataJSON = device.make(again).response.clientDataJSON; // attestation `none` signs nothing
      const stolen = { ...made, response: { ...made.response, clientDataJSON } };
      expect(await second.call('POST', '/passkeys', { token: again.token, title: 'b', passkey: stolen })).toMatchObject(
        {
          status: 422,
          body: { reason: 'passkey-known' },
        },
      );
    });
  });

  describe('signing in with a passkey', () => {
    it('needs no name, counts as a fresh proof, and is audited', async () => {
      await add();
      const visitor = stranger();
      expect(await signIn({}, visitor)).toMatchObject({
        status: 200,
        body: { name: 'Jordan Rivera', roles: ['owner'], fresh: true },
      });
      expect((await visitor.call('POST', '/passkeys/options', {})).status).toBe(200);
      expect((await audited())[0]).toBe('signed-in-by-passkey');
    });

    it('opens an account that a stranger locked at the password', async () => {
      await add();
      for (let index = 0; index < 6; index += 1) await stranger().signIn('000000', 'wrong-password-here');
      expect((await stranger().signIn(owner.code(1))).status).toBe(401);
      expect((await signIn()).status).toBe(200);
      expect((await stranger().signIn(owner.code(1))).status).toBe(200);
    });

    const wrong: readonly (readonly [string, Mischief])[] = [
      ['another origin', { origin: 'https://evil.example' }],
      ['another name', { rpId: 'evil.example' }],
      ['another challenge', { challenge: 'x'.repeat(43) }],
      ['nobody verified', { verified: false }],
      ['a forged signature', { forged: true }],
      ['another person’s handle', { userHandle: 'c29tZWJvZHk' }],
    ];
    it.each(wrong)('is refused with %s', async (_, mischief) => {
      await add();
      const visitor = stranger();
      expect(await signIn(mischief, visitor)).toMatchObject(refused);
      expect(visitor.cookie).toBe('');
      expect((await audited())[0]).toBe('sign-in-refused');
    });

    it('takes a challenge once, within five minutes, and leaves none behind', async () => {
      await add();
      const begin = async () => PasskeyRequest.parse((await stranger().call('POST', '/passkey/options', {})).body);
      const begun = await begin();
      const body = { token: begun.token, passkey: device.answer(begun) };
      expect((await stranger().call('POST', '/passkey', body)).status).toBe(200);
      expect(await stranger().call('POST', '/passkey', body)).toMatchObject(refused);
      const late = await begin();
      endpoint.advance(5 * 60_000);
      expect(
        await stranger().call('POST', '/passkey', { token: late.token, passkey: device.answer(late) }),
      ).toMatchObject(refused);
      await begin();
      endpoint.advance(5 * 60_000);
      await tidy(endpoint.workings);
      expect(await endpoint.db.query('SELECT purpose FROM challenges')).toEqual([]);
    });

    it('refuses a counter that went back, and says so in the audit log', async () => {
      await add(owner, { counter: 7 });
      for (const counter of [7, 6, 0]) expect(await signIn({ counter })).toMatchObject(refused);
      expect((await audited()).slice(0, 2)).toEqual(['sign-in-refused', 'passkey-counter-back']);
      expect((await signIn({ counter: 8 })).status).toBe(200);
      expect(await signIn({ counter: 8 })).toMatchObject(refused);
      expect((await signIn({ counter: 0xffffffff })).status).toBe(200);
    });

    it('works with passkeys that do not count', async () => {
      await add(owner, { counter: 0 });
      for (let round = 0; round < 2; round += 1) expect((await signIn({ counter: 0 })).status).toBe(200);
    });

    it('locks nothing by a wrong one: nobody guesses a signature', async () => {
      await add();
      for (let index = 0; index < 6; index += 1) expect(await signIn({ forged: true })).toMatchObject(refused);
      expect((await signIn()).status).toBe(200);
      expect((await stranger().signIn(owner.code(1))).status).toBe(200);
    });

    it('ends with the passkey, and with the person', async () => {
      await add(second);
      expect((await signIn()).status).toBe(200);
      const [mine] = await list(second);
      expect((await second.call('DELETE', `/passkeys/${mine!.id}`)).status).toBe(200);
      expect(await signIn()).toMatchObject(refused);
      expect((await audited())[0]).toBe('passkey-removed');
      const third = stranger();
      await third.setUp(await owner.invite(['analyst']), `Third ${crypto.randomUUID()}`);
      await add(third);
      const people = await endpoint.db.query("SELECT id FROM people WHERE name LIKE 'Third %' AND active");
      expect((await owner.call('DELETE', `/people/${String(people[0]?.['id'])}`)).status).toBe(200);
      expect(await signIn()).toMatchObject(refused);
      expect(await endpoint.db.query('SELECT title FROM passkeys')).toEqual([]);
    });
  });

  describe('proving again with a passkey', () => {
    async function prove(person: ConsoleVisitor, mischief: Mischief = {}) {
      const begun = PasskeyRequest.parse((await person.call('POST', '/session/proof/options', {})).body);
      return person.call('POST', '/session/proof/passkey', {
        token: begun.token,
        passkey: device.answer(begun, mischief),
      });
    }

    it('opens what is dangerous again', async () => {
      await add();
      endpoint.advance(11 * 60_000);
      expect((await owner.call('GET', '/session')).body).toMatchObject({ fresh: false });
      expect(await prove(owner, { verified: false })).toMatchObject({
        status: 422,
        body: { reason: 'passkey-refused' },
      });
      expect((await owner.call('GET', '/session')).body).toMatchObject({ fresh: false });
      expect(await prove(owner)).toMatchObject({ status: 200 });
      expect((await owner.call('GET', '/session')).body).toMatchObject({ fresh: true });
      expect((await audited())[0]).toBe('proved-again');
    });

    it('does not take somebody else’s passkey, nor the challenge of a sign-in', async () => {
      await add(second);
      const others = device;
      device = new Authenticator(origin);
      expect(await owner.call('POST', '/session/proof/options', {})).toMatchObject({
        status: 404,
        body: { reason: 'no-passkey' },
      });
      await add(owner);
      device = others; // signs what the owner was asked for
      expect((await prove(owner)).status).toBe(422);
      const begun = PasskeyRequest.parse((await stranger().call('POST', '/passkey/options', {})).body);
      const body = { token: begun.token, passkey: device.answer(begun) };
      expect((await second.call('POST', '/session/proof/passkey', body)).status).toBe(422);
    });
  });
});

describe('an endpoint at a bare IP address', () => {
  it('says that passkeys need a name', async () => {
    const site = (url: string) => ({ publicUrl: () => url, isOwnOrigin: () => true });
    expect(passkeyName(site('https://192.0.2.7'))).toBeUndefined();
    expect(passkeyName(site('https://[2001:db8::1]:8443'))).toBeUndefined();
    expect(passkeyName(site('https://sluice.example:8443'))).toBe('sluice.example');
    const endpoint = await openTestEndpoint({ publicUrl: () => 'http://127.0.0.1:4444' });
    expect(await new ConsoleVisitor(endpoint.send).call('POST', '/passkey/options', {})).toMatchObject({
      status: 422,
      body: { reason: 'passkeys-need-a-name' },
    });
    await endpoint.close();
  });
});
