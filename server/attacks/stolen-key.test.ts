import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyAuditHead } from '../../lib/contract/audit.ts';
import { utf8 } from '../../lib/contract/bytes.ts';
import { payloadTypes, readRootKeys, seal } from '../../lib/contract/envelope.ts';
import { verifyPolicy } from '../../lib/contract/signed-policy.ts';
import { verifyAudit } from '../audit/verify.ts';
import { signTrailer, verifyTrailer } from '../backup/statement.ts';
import type { BoxKey } from '../keys/key-box.ts';
import { continueAbove, renewPolicy, sealDocument } from '../publish-policy.ts';
import { readDocument, readSigned } from '../read-policy.ts';
import { signWhatIsDue } from '../sign-due.ts';
import { currentNumbers, currentPolicy } from '../store/policies.ts';
import { openTestEndpoint, orgId } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { TestRoot, newBoxKey } from '../testing/root.ts';

// Somebody who has a key that a root key once delegated, and can write to the database.

const day = 86_400_000;
let root: TestRoot;
let endpoint: TestEndpoint;
beforeEach(async () => {
  root = new TestRoot();
  endpoint = await openTestEndpoint({ rootKeys: root.pinned });
  await install();
});
afterEach(() => endpoint.close());

async function install(change: object = {}): Promise<void> {
  const { keys } = endpoint.workings;
  const delegation = await root.delegate(keys.next() ?? keys.current(), endpoint.now(), change);
  expect(await keys.install(delegation)).toMatchObject({ ok: true });
  await signWhatIsDue(endpoint.workings);
}

/** A policy that lets everything pass, signed by the key that signs now, which somebody copied. */
async function stolenPolicy(change: object) {
  const stored = (await currentPolicy(endpoint.db))!;
  const document = readDocument(stored);
  const loose = { ...document, policy: { ...document.policy, mode: 'observe' as const }, ...change };
  return { ...readSigned(stored), policy: await sealDocument(loose, endpoint.workings.keys.current()) };
}

async function plant(place: { readonly epoch: number; readonly seq: number }, signed: unknown): Promise<void> {
  await endpoint.db.query('DELETE FROM policies');
  await endpoint.db.query(
    'INSERT INTO policies (epoch, seq, envelope, etag) VALUES ($1::integer, $2::integer, $3, \'"planted"\')',
    [place.epoch, place.seq, JSON.stringify(signed)],
  );
}

/** The endpoint is given every occasion to sign the policy in force anew. */
async function renewAll(): Promise<void> {
  endpoint.advance(16 * day);
  await renewPolicy(endpoint.workings);
  await continueAbove(endpoint.workings, { epoch: 2, seq: 70 });
}

describe('a policy of a later epoch than the stolen key was delegated for', () => {
  it('is not signed by the key that came after it, whatever its date', async () => {
    const place = { epoch: 2, seq: 50 };
    const issuedAt = new Date(endpoint.now() + 40 * day).toISOString();
    const stolen = await stolenPolicy({ ...place, issuedAt });
    endpoint.workings.keys.makeNext();
    await install({ epoch: 2 });
    await plant(place, stolen);
    await renewAll();
    expect(await currentNumbers(endpoint.db)).toEqual(place);
    expect(endpoint.logged.join('\n')).toContain('"reason":"not-delegated"');
  });
});

describe('a key that was delegated for some groups alone', () => {
  let key: BoxKey;
  beforeEach(() => {
    key = newBoxKey('signing');
  });
  const forGroups = () => root.delegate(key, endpoint.now(), { groups: ['sales'] });

  it('is not taken for the endpoint’s own beside a policy', async () => {
    const stored = readSigned((await currentPolicy(endpoint.db))!);
    const floor = { orgId, epoch: 0, seq: 0, now: endpoint.now() };
    const roots = await readRootKeys(root.pinned);
    expect(await verifyPolicy({ ...stored, endpoint: stored.delegation }, roots, floor)).toMatchObject({ ok: true });
    const refused = { ok: false, reason: 'not-delegated' };
    expect(await verifyPolicy({ ...stored, endpoint: await forGroups() }, roots, floor)).toEqual(refused);
  });

  it('signs no checkpoint of the audit log', async () => {
    const at = new Date(endpoint.now()).toISOString();
    const body = utf8(JSON.stringify({ orgId, size: 0, head: emptyAuditHead, at, earlier: [] }));
    const checkpoint = await seal({ payloadType: payloadTypes.auditCheckpoint, body, ...key });
    const said = async (delegation: unknown) => {
      const lines = [{ log: 'sluice-audit', version: 1, orgId }, { signed: { checkpoint, delegation } }];
      const roots = await readRootKeys(root.pinned);
      return (
        await verifyAudit(
          lines.map((line) => JSON.stringify(line)),
          roots,
        )
      ).problems;
    };
    expect(await said(await root.delegate(key, endpoint.now()))).toEqual([]);
    expect(await said(await forGroups())).toContain(
      'Line 2: the checkpoint’s signer may sign policies for groups alone.',
    );
  });

  it('signs no backup', async () => {
    const madeAt = new Date(endpoint.now()).toISOString();
    const statement = { orgId, madeAt, bytes: 1, digest: '0'.repeat(64) };
    const trailer = async (delegation: Awaited<ReturnType<typeof forGroups>>) => {
      const granted = { orgId, keyid: key.keyid, publicKey: key.publicKey, notAfter: madeAt };
      const signer = () => Promise.resolve({ ...key, delegation, granted });
      return signTrailer(statement, { ...endpoint.workings.keys, policyRootKeys: root.pinned, signer });
    };
    const whole = await trailer(await root.delegate(key, endpoint.now()));
    expect(await verifyTrailer(whole, root.pinned)).toMatchObject({ orgId });
    await expect(verifyTrailer(await trailer(await forGroups()), root.pinned)).rejects.toThrow();
  });
});
