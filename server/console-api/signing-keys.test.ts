import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { newSetupToken } from '../auth/set-up.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { inspectBackup } from '../backup/restore-backup.ts';
import { openKeyFiles } from '../keys/key-files.ts';
import { openKeys } from '../keys/key-folder.ts';
import { settleRootKeys } from '../root-keys.ts';
import { signPolicy } from '../sign-policy.ts';
import { currentNumbers } from '../store/policies.ts';
import { claimSetting } from '../store/settings.ts';
import { ConsoleVisitor } from '../testing/console-visitor.ts';
import { openTestEndpoint, orgId } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { TestRoot } from '../testing/root.ts';
import type { SigningKeys } from './keys-contract.ts';

const day = 86_400_000;
const root = new TestRoot();
let endpoint: TestEndpoint;
let owner: ConsoleVisitor;
beforeAll(async () => {
  endpoint = await openTestEndpoint({ rootKeys: root.pinned });
  await claimSetting(endpoint.db, 'organisation', orgId);
  await settleRootKeys(endpoint.workings);
  owner = new ConsoleVisitor(endpoint.send, endpoint.now);
  await owner.setUp((await newSetupToken(endpoint.workings))!);
});
afterAll(() => endpoint.close());
// A new code, which proves afresh who it is.
beforeEach(async () => {
  endpoint.advance(day);
  expect((await owner.signIn(owner.code())).status).toBe(200);
});

const shown = async () => (await owner.call('GET', '/keys')).body as SigningKeys;
const bring = (delegation: unknown) => owner.call('POST', '/delegations', { delegation });
const audited = async () =>
  (await endpoint.db.query('SELECT entry FROM audit_entries ORDER BY seq')).map(
    ({ entry }) => (JSON.parse(String(entry)) as { action: string }).action,
  );

it('says that nothing is signed before there is a delegation, and what to delegate', async () => {
  expect(await shown()).toMatchObject({ isOffline: true, state: 'missing', delegation: null, next: null });
  const notAfter = new Date(endpoint.now() + 9 * day).toISOString();
  const place = { orgId, epoch: 1, seq: 1, notAfter, pollSeconds: 60, author: 'Ada', approver: 'Bob' };
  const signed = await signPolicy({ policy: builtInPolicy, place, key: root.key, now: endpoint.now() });
  expect(await owner.call('POST', '/policies', { signed })).toMatchObject({
    status: 409,
    body: { reason: 'delegation-needed', why: expect.stringMatching(/^Nothing can be signed yet: /) },
  });
  expect(await currentNumbers(endpoint.db)).toBeUndefined();
});

it('refuses delegations of others in a sentence, and changes nothing', async () => {
  const { keys } = endpoint.workings;
  const now = endpoint.now();
  const current = keys.current();
  const cases = [
    [await new TestRoot().delegate(current, now), 'not signed by any of the pinned root keys'],
    [await root.delegate(new TestRoot().key, now), 'a key that this endpoint does not have'],
    [await root.delegate(current, now, { orgId: 'other' }), 'another organisation'],
    [await root.delegate(current, now, { groups: ['sales'] }), 'must name no groups'],
    [await root.delegate(current, now, { notAfter: new Date(now - day).toISOString() }), 'over already'],
    [await root.delegate({ ...current, keyid: 'online-other' }, now), 'a key that this endpoint does not have'],
  ] as const;
  for (const [delegation, why] of cases)
    expect(await bring(delegation)).toMatchObject({
      status: 422,
      body: { reason: 'delegation-refused', why: expect.stringContaining(why) },
    });
  expect((await shown()).state).toBe('missing');
  expect(await audited()).not.toContain('delegation-installed');
});

it('takes a delegation, publishes the first policy, and warns before its end', async () => {
  expect(await bring(await root.delegate(endpoint.workings.keys.current(), endpoint.now()))).toMatchObject({
    status: 200,
  });
  expect(await currentNumbers(endpoint.db)).toEqual({ epoch: 1, seq: 1 });
  expect((await audited()).filter((action) => action === 'delegation-installed')).toHaveLength(1);
  const states: string[] = [];
  for (const days of [1, 60, 23, 7]) {
    endpoint.advance(days * day);
    await owner.signIn(owner.code());
    states.push((await shown()).state);
  }
  expect(states).toEqual(['good', 'soon', 'urgent', 'over']);
});

it('makes a new signing key, which signs once it is delegated, for a later epoch too', async () => {
  const before = (await shown()).current.keyid;
  const made = (await owner.call('POST', '/keys')).body as SigningKeys;
  expect(made).toMatchObject({ current: { keyid: before }, next: { keyid: expect.stringMatching(/^online-/) } });
  expect((await owner.call('POST', '/keys')).body).toMatchObject({ next: made.next });
  const next = endpoint.workings.keys.next()!;
  await bring(await root.delegate(next, endpoint.now(), { epoch: 2 }));
  expect(await shown()).toMatchObject({ current: made.next, next: null, state: 'good', delegation: { epoch: 2 } });
  expect(await currentNumbers(endpoint.db)).toEqual({ epoch: 2, seq: 1 });
  expect(await bring(await root.delegate(next, endpoint.now()))).toMatchObject({
    body: { why: expect.stringContaining('an earlier epoch') },
  });
  expect(openKeyFiles(join(endpoint.folder, 'keys')).read('signing-next.key')).toBeUndefined();
  expect(await audited()).toContain('signing-key-made');
});

it('puts a policy in force that was signed elsewhere, with the names of both people in the audit log', async () => {
  const notAfter = new Date(endpoint.now() + 9 * day).toISOString();
  const place = { orgId, epoch: 2, seq: 5, notAfter, pollSeconds: 60, author: 'Ada', approver: 'Bob' };
  const policy = { ...builtInPolicy, mode: 'observe' };
  const signed = await signPolicy({ policy, place, key: root.key, now: endpoint.now() });
  expect(await owner.call('POST', '/policies', { signed })).toMatchObject({ status: 200 });
  expect((await owner.call('GET', '/policy')).body).toMatchObject({
    document: { seq: 5, policy: { mode: 'observe' } },
    keyid: root.key.keyid,
  });
  const entries = await endpoint.db.query("SELECT entry FROM audit_entries WHERE entry LIKE '%policy-imported%'");
  expect(JSON.parse(String(entries[0]?.['entry']))).toMatchObject({
    target: '2.5',
    detail: { author: 'Ada', approver: 'Bob', key: root.key.keyid },
  });
  expect(await owner.call('POST', '/policies', { signed })).toMatchObject({
    status: 422,
    body: { reason: 'policy-refused' },
  });
});

it('is backed up without a root key, and a folder that knows root keys never makes its own', async () => {
  const folder = join(endpoint.folder, 'keys');
  const [file, key] = [join(endpoint.folder, 'backup'), randomBytes(32)];
  await makeBackup({ db: endpoint.db, keyFolder: folder, file, key, clock: endpoint.now });
  const { keys } = await inspectBackup({ file, key, rootKeys: root.pinned });
  expect([keys.has('root.key'), keys.get('root-keys')]).toEqual([false, root.pinned]);
  const again = openKeys(folder, { orgId, clock: endpoint.now });
  expect([again.isOffline, again.policyRootKeys, again.keyid]).toEqual([
    true,
    root.pinned,
    endpoint.workings.keys.keyid,
  ]);
});

it('finds its key again when a crash came between the delegation and the switch of files', async () => {
  const folder = join(endpoint.folder, 'keys');
  const { keys } = endpoint.workings;
  const next = keys.makeNext();
  const files = openKeyFiles(folder);
  files.replace('delegation.json', JSON.stringify(await root.delegate(next, endpoint.now(), { epoch: 2 })));
  expect([keys.keyid, keys.next()]).toEqual([next.keyid, undefined]);
  const another = keys.makeNext();
  expect(another.keyid).not.toBe(next.keyid);
  expect(openKeys(folder, { orgId, clock: endpoint.now }).keyid).toBe(next.keyid);
});
