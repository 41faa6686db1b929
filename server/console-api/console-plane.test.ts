import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newSetupToken } from '../auth/set-up.ts';
import { tidy } from '../housekeeping.ts';
import { TestBrowser, incidentAt } from '../testing/browser.ts';
import { ConsoleVisitor } from '../testing/console-visitor.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import type { IncidentPage } from './contract.ts';

let endpoint: TestEndpoint;
let owner: ConsoleVisitor;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  owner = new ConsoleVisitor(endpoint.send, endpoint.now);
  await owner.setUp((await newSetupToken(endpoint.workings))!);
});
afterAll(() => endpoint.close());
// Half a minute makes a new code; an hour refills every allowance.
beforeEach(() => endpoint.advance(60 * 60_000));

const stranger = () => new ConsoleVisitor(endpoint.send, endpoint.now);

/** A new session of the owner, whose last one may be over by now. */
async function returned() {
  const visitor = stranger();
  visitor.secret = owner.secret;
  expect((await visitor.signIn(visitor.code())).status).toBe(200);
  return visitor;
}

describe('what the console shows', () => {
  const list = async (visitor: ConsoleVisitor, query = '') => {
    const { status, body } = await visitor.call('GET', `/incidents${query}`);
    expect(status).toBe(200);
    return body as IncidentPage;
  };

  it('lists incidents with filters and pages, and says no more than is stored', async () => {
    const browser = await TestBrowser.join(endpoint.send, endpoint.token, endpoint.now);
    for (let index = 0; index < 60; index += 1) await browser.note(incidentAt(endpoint.now() - index * 300_000));
    const odd = incidentAt(endpoint.now() - 86_400_000 * 2, { action: 'block', outcome: 'blocked', surface: 'file' });
    await browser.note(odd);
    await browser.push(0);
    const visitor = await returned();
    const first = await list(visitor);
    expect(first.rows).toHaveLength(50);
    const second = await list(visitor, `?after=${encodeURIComponent(first.next!)}`);
    expect(second).toMatchObject({ next: null });
    expect(second.rows).toHaveLength(11);
    expect(second.rows.at(-1)?.incident).toEqual(odd);
    for (const query of ['action=block', 'outcome=blocked', 'surface=file', 'action=block&category=credential']) {
      expect((await list(visitor, `?${query}`)).rows.map(({ incident }) => incident)).toEqual([odd]);
    }
    expect((await list(visitor, '?category=health')).rows).toEqual([]);
    expect((await list(visitor, '?from=0001-01-01&to=9999-12-31')).rows).toHaveLength(50);
    expect((await list(visitor, '?from=9999-12-31')).rows).toEqual([]);
    const { pseudonym } = second.rows.at(-1)!;
    expect((await list(visitor, `?pseudonym=${pseudonym}&action=block`)).rows).toHaveLength(1);
    expect(Object.keys(first.rows[0]!).toSorted()).toEqual(['incident', 'pseudonym', 'severity']);
    expect(JSON.stringify([first, second])).not.toContain(browser.installId);
  });

  it('refuses filters that it does not know', async () => {
    const visitor = await returned();
    for (const query of ['group=sales', 'action=maybe', 'from=yesterday', 'after=x', "pseudonym=' OR 1=1", 'limit=9']) {
      expect(await visitor.call('GET', `/incidents?${query}`)).toMatchObject({
        status: 400,
        body: { reason: 'bad-request' },
      });
    }
  });

  it('refuses days and numbers that the database does not have', async () => {
    const visitor = await returned();
    const id = crypto.randomUUID();
    const paths = [
      '/incidents?from=0000-01-01',
      '/incidents?to=0000-12-31',
      `/incidents?after=0000-01-01T00:00:00Z~${id}`,
      `/incidents?after=2026-02-31T00:00:00Z~${id}`,
      `/installs?after=0000-01-01~${id}`,
      '/audit?before=2147483648',
      '/audit?before=1e15',
    ];
    for (const path of paths)
      expect([path, await visitor.call('GET', path)]).toMatchObject([
        path,
        { status: 400, body: { reason: 'bad-request' } },
      ]);
  });

  it('counts browsers only from five on', async () => {
    const visitor = await returned();
    const overview = async () => (await visitor.call('GET', '/overview')).body;
    await endpoint.db.query("UPDATE installs SET state = 'revoked'");
    for (let index = 0; index < 4; index += 1) await TestBrowser.join(endpoint.send, endpoint.token, endpoint.now);
    expect(await overview()).toEqual({ enrolled: null, orgId: 'trial' });
    await TestBrowser.join(endpoint.send, endpoint.token, endpoint.now);
    expect(await overview()).toEqual({ enrolled: 5, orgId: 'trial' });
  });

  it('shows the policy in force and its keys, and says when it is stale', async () => {
    await tidy(endpoint.workings); // signs it anew: the tests above have moved the clock by days
    const inForce = async () => {
      endpoint.advance(60_000); // for a new code
      return (await (await returned()).call('GET', '/policy')).body;
    };
    expect(await inForce()).toMatchObject({
      document: { author: 'A. Author', approver: 'B. Approver' },
      stale: false,
      keyid: endpoint.workings.keys.keyid,
      rootKeyid: endpoint.workings.keys.policyRootKeys.split(':')[0],
    });
    endpoint.advance(31 * 86_400_000);
    expect(await inForce()).toMatchObject({ stale: true });
    await tidy(endpoint.workings);
    expect(await inForce()).toMatchObject({ stale: false });
  });
});
