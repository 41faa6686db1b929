import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { newSetupToken } from '../auth/set-up.ts';
import { lookOf } from '../auth/person-name.ts';
import { InviteReply, PeopleList, PolicyHistory, ProposalList, ProposalMade } from '../console-api/contract.ts';
import { readDocument } from '../read-policy.ts';
import type { Database } from '../store/database.ts';
import { createToken } from '../store/enrolment-tokens.ts';
import { fleetOfDay } from '../store/fleet.ts';
import { currentPolicy } from '../store/policies.ts';
import { openTestDatabase } from '../testing/pglite.ts';
import { TestBrowser, heartbeatNow } from '../testing/browser.ts';
import { ConsoleVisitor, goodPassword } from '../testing/console-visitor.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import type { Role } from '../vocabulary.ts';

// Two people at the same moment, people who look like others, hostile browsers that are enrolled, and what fills tables.

let endpoint: TestEndpoint;
let owner: ConsoleVisitor;
/** Runs once, before the first statement that contains the text. */
let hook: { readonly before: string; readonly run: () => Promise<unknown> } | undefined;
beforeAll(async () => {
  endpoint = await openTestEndpoint({ db: hooked(await openTestDatabase()) });
  owner = visitor();
  await owner.setUp((await newSetupToken(endpoint.workings))!);
});
afterAll(() => endpoint.close());
beforeEach(async () => {
  endpoint.advance(3_600_000);
  expect((await owner.signIn(owner.code())).status).toBe(200);
});

function hooked(db: Database): Database {
  return {
    ...db,
    query: async (sql, values) => {
      const due = hook !== undefined && sql.includes(hook.before) ? hook : undefined;
      if (due !== undefined) hook = undefined;
      await due?.run();
      return db.query(sql, values);
    },
  };
}

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
async function countOf(action: string): Promise<number> {
  const rows = await endpoint.db.query('SELECT entry FROM audit_entries');
  return rows.filter(({ entry }) => String(entry).includes(`"action":"${action}"`)).length;
}

describe('somebody whose credentials are known to a thief', () => {
  it.each(['UPDATE people SET last_step', 'INSERT INTO sessions'])(
    'starts anew while the thief signs in, and the thief is out (%s)',
    async (before) => {
      const name = `Victim ${before.length}`;
      const victim = await join(name, ['auditor']);
      const thief = visitor();
      thief.secret = victim.secret;
      const { token } = InviteReply.parse((await owner.call('POST', `/people/${await idOf(name)}/reset`)).body);
      endpoint.advance(60_000);
      await visitor().call('POST', '/setup/begin', { token, name, password: `${goodPassword}-new` });
      const again = visitor();
      hook = {
        before,
        run: async () => expect((await again.setUp(token, name)).status).toBe(200),
      };
      const stolen = await thief.signIn(thief.code(1), goodPassword, name);
      expect(hook).toBeUndefined();
      expect(stolen.status).toBe(401);
      expect((await thief.call('GET', '/session')).status).toBe(401);
      expect((await again.call('GET', '/session')).status).toBe(200);
    },
  );
});

describe('a name', () => {
  it('cannot be one that people take for another’s, or for the endpoint’s own', async () => {
    const code = (...points: number[]) => String.fromCodePoint(...points);
    const names = [
      `J${code(0x43e)}rdan Rivera`, // a Cyrillic letter
      `Jordan${code(0x20, 0x20)}Rivera`,
      `Jordan${code(0xa0)}Rivera`,
      `Jordan Rivera${code(0x3164)}`, // a filler without ink
      `Jordan${code(0x34f)} Rivera`,
      'jordan rivera',
      'J0rdan Rivera',
      'Sluice',
      `S${code(0x406)}uice`.replace(code(0x406), 'I'),
      'Sluice (first start)',
      'key SIEM',
      'Key SIEM',
      'command line',
      'Command  Line',
      code(0x3164, 0x3164),
    ];
    for (const name of names) {
      endpoint.advance(20_000);
      const answer = await visitor()
        .setUp(await owner.invite(['auditor']), name)
        .catch(() => undefined);
      expect([name, answer?.status === 200]).toEqual([name, false]);
    }
    expect((await endpoint.db.query('SELECT id FROM people WHERE active')).length).toBe(3);
    expect(lookOf('José Müller')).not.toBe(lookOf('Jose Muller'));
  });

  it('finds its person however the keyboard composes it', async () => {
    const composed = 'Zo\u00eb Field';
    const person = await join(composed.normalize('NFD'), ['auditor']);
    endpoint.advance(60_000);
    for (const [steps, typed] of [composed, composed.normalize('NFD')].entries())
      expect((await person.signIn(person.code(steps), goodPassword, typed)).status).toBe(200);
  });
});

describe('proposals', () => {
  it('that no longer read hide no other, and nobody fills the list', async () => {
    endpoint.advance(60_000);
    const author = await join('Paula Author', ['policy-author']);
    const first = ProposalMade.parse((await author.call('POST', '/proposals', { policy: builtInPolicy })).body);
    await endpoint.db.query('UPDATE policy_proposals SET policy = $1', [
      JSON.stringify({ ...builtInPolicy, schema: 0 }),
    ]);
    const data = 'A'.repeat(2_500_000);
    const list = { id: 'org-l', title: 'L', category: 'organisation', severity: 'low', purpose: 'p', terms: 10, data };
    for (let index = 0; index < 8; index += 1)
      await endpoint.db.query(
        `INSERT INTO policy_proposals (id, proposed_at, author_id, author, policy, state)
         VALUES ($1::uuid, $2::timestamptz, $1::uuid, 'Somebody', $3, 'withdrawn')`,
        [
          crypto.randomUUID(),
          new Date(endpoint.now()).toISOString(),
          JSON.stringify({ ...builtInPolicy, dictionaries: [list] }),
        ],
      );
    const listed = await endpoint.send('/api/proposals', { headers: { cookie: author.cookie } });
    expect(listed.status).toBe(200);
    const text = await listed.text();
    expect(text.length).toBeLessThan(15_000_000);
    const { proposals } = ProposalList.parse(JSON.parse(text));
    expect(proposals).toHaveLength(9);
    expect(proposals[0]).toMatchObject({ id: first.id, state: 'open', policy: null });
    expect((await owner.call('POST', `/proposals/${first.id}/publish`)).body).toEqual({ reason: 'policy-refused' });
    const long = { ...builtInPolicy, dictionaries: [{ ...list, category: 'organisation' }] };
    const refused = await author.call('POST', '/proposals', { policy: long });
    expect(refused).toMatchObject({ status: 422, body: { where: 'dictionaries' } });
    for (let index = 0; index < 4; index += 1)
      expect((await author.call('POST', '/proposals', { policy: builtInPolicy })).status).toBe(200);
    expect((await author.call('POST', '/proposals', { policy: builtInPolicy })).status).toBe(429);
    expect((await author.call('DELETE', `/proposals/${first.id}`)).status).toBe(200);
    expect((await author.call('POST', '/proposals', { policy: builtInPolicy })).status).toBe(200);
    expect(PolicyHistory.parse((await author.call('GET', '/policies')).body).policies.length).toBeGreaterThan(0);
  });
});

describe('the audit log', () => {
  it('is not filled by whoever knows a name', async () => {
    const before = await countOf('sign-in-refused');
    for (let tries = 0; tries < 15; tries += 1) {
      await visitor().signIn('000000', 'wrong-password-here');
      endpoint.advance(1_000);
    }
    expect((await countOf('sign-in-refused')) - before).toBe(5);
  });
});

describe('an enrolled browser that means ill', () => {
  it('waits for approval and moves no policy number meanwhile', async () => {
    const made = { title: 'Pending', uses: 5, needsApproval: true, createdBy: 'A', now: endpoint.now() };
    const { token } = await createToken(endpoint.db, { ...made, expiresAt: endpoint.now() + 86_400_000 });
    const browser = await TestBrowser.join(endpoint.send, token, endpoint.now);
    const numbers = async () => readDocument((await currentPolicy(endpoint.db))!).seq;
    const before = await numbers();
    const policy = { source: 'endpoint', epoch: 1, seq: 5_000, stale: false };
    expect((await browser.post('/v1/heartbeat', { ...heartbeatNow(), policy })).status).toBe(200);
    expect(await numbers()).toBe(before);
  });

  it('does not take the fleet away from those who look at it', async () => {
    const browser = await TestBrowser.join(endpoint.send, endpoint.token, endpoint.now);
    const policy = { source: 'managed', epoch: Number.MAX_SAFE_INTEGER, seq: Number.MAX_SAFE_INTEGER, stale: false };
    const heartbeat = { ...heartbeatNow(), policy, dropped: Number.MAX_SAFE_INTEGER, waiting: Number.MAX_SAFE_INTEGER };
    expect((await browser.post('/v1/heartbeat', heartbeat)).status).toBe(200);
    expect(
      (await browser.post('/v1/heartbeat', { ...heartbeat, policy: { ...policy, source: 'endpoint' } })).status,
    ).toBe(200);
    const day = new Date(endpoint.now()).toISOString().slice(0, 10);
    expect(await fleetOfDay(endpoint.db, { day, now: endpoint.now() + 86_400_000 })).toHaveLength(1);
  });
});
