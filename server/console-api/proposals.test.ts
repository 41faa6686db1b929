import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Policy } from '../../lib/contract/policy.ts';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { newSetupToken } from '../auth/set-up.ts';
import { TestBrowser } from '../testing/browser.ts';
import { ConsoleVisitor } from '../testing/console-visitor.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { PolicyHistory, PolicyInForce, ProposalList, ProposalMade } from './contract.ts';

let endpoint: TestEndpoint;
let owner: ConsoleVisitor;
let author: ConsoleVisitor;
let approver: ConsoleVisitor;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  [owner, author, approver] = [visitor(), visitor(), visitor()];
  await owner.setUp((await newSetupToken(endpoint.workings))!);
  await author.setUp(await owner.invite(['policy-author', 'policy-approver']), 'Paula Author');
  await approver.setUp(await owner.invite(['policy-author', 'policy-approver']), 'Peter Approver');
});
afterAll(() => endpoint.close());
beforeEach(() => endpoint.advance(60_000));

const visitor = () => new ConsoleVisitor(endpoint.send, endpoint.now);
const observing: Policy = { ...builtInPolicy, mode: 'observe' };

async function propose(policy: unknown = observing, by = author) {
  return by.call('POST', '/proposals', { policy });
}

const idOf = (made: { readonly body: unknown }) => ProposalMade.parse(made.body).id;
const publish = (id: string, by: ConsoleVisitor) => by.call('POST', `/proposals/${id}/publish`);
const inForce = async () => PolicyInForce.parse((await owner.call('GET', '/policy')).body).document;

it('a policy takes two people, and is then what browsers get', async () => {
  const id = idOf(await propose());
  expect((await publish(id, author)).body).toEqual({ reason: 'own-proposal' });
  expect((await inForce()).policy.mode).toBe('enforce');
  expect((await publish(id, approver)).status).toBe(200);
  expect(await inForce()).toMatchObject({
    author: 'Paula Author',
    approver: 'Peter Approver',
    seq: 2,
    policy: { mode: 'observe' },
  });
  const browser = await TestBrowser.join(endpoint.send, endpoint.token, endpoint.now);
  expect((await browser.get('/v1/policy')).status).toBe(200);
  expect((await publish(id, approver)).body).toEqual({ reason: 'decided-before' });
});

it('is published once, when two approve at the same moment', async () => {
  const id = idOf(await propose(builtInPolicy));
  const before = (await inForce()).seq;
  const results = await Promise.all([publish(id, approver), publish(id, owner), publish(id, approver)]);
  expect(results.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  expect((await inForce()).seq).toBe(before + 1);
});

it('comes back as a new number when an earlier one is proposed again', async () => {
  const { policies } = PolicyHistory.parse((await owner.call('GET', '/policies')).body);
  const old = policies.find(({ mode }) => mode === 'observe')!;
  const earlier = PolicyInForce.parse((await author.call('GET', `/policies/${old.number}`)).body).document;
  expect((await publish(idOf(await propose(earlier.policy)), approver)).status).toBe(200);
  const now = await inForce();
  expect([now.policy.mode, now.seq > earlier.seq]).toEqual(['observe', true]);
  for (const number of ['9.9', 'x', '1', '1.1.1', '99999999999.1'])
    expect((await author.call('GET', `/policies/${number}`)).status).toBe(404);
});

it('is refused with what is wrong when browsers could not run it', async () => {
  const bad: readonly unknown[] = [
    {},
    { ...builtInPolicy, mode: 'off' },
    { ...builtInPolicy, prompt: 'hello' },
    { ...builtInPolicy, rules: [{ ...builtInPolicy.rules[0], action: 'explode' }] },
  ];
  for (const policy of bad) {
    const refused = await propose(policy);
    expect(refused).toMatchObject({ status: 422, body: { reason: 'policy-refused' } });
    expect(Object.keys(refused.body as object)).toEqual(['reason', 'where', 'why']);
  }
});

it('is withdrawn by its author, rejected by an approver, and lists who decided', async () => {
  const [mine, theirs] = [idOf(await propose()), idOf(await propose())];
  expect((await approver.call('DELETE', `/proposals/${mine}`)).status).toBe(404);
  expect((await author.call('DELETE', `/proposals/${mine}`)).status).toBe(200);
  expect((await approver.call('POST', `/proposals/${theirs}/reject`)).status).toBe(200);
  const { proposals } = ProposalList.parse((await author.call('GET', '/proposals')).body);
  const found = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  expect(found.get(mine)).toMatchObject({ state: 'withdrawn', decidedBy: 'Paula Author', yours: true });
  expect(found.get(theirs)).toMatchObject({ state: 'rejected', decidedBy: 'Peter Approver' });
  expect((await publish(theirs, owner)).status).toBe(409);
});
