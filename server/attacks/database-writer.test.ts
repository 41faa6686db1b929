import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { addDestination, testDestination } from '../alerts/manage.ts';
import { tidy } from '../housekeeping.ts';
import { fromBase64url, toBase64url, utf8 } from '../../lib/contract/bytes.ts';
import { continueAbove, publishPolicy } from '../publish-policy.ts';
import { readDocument } from '../read-policy.ts';
import { currentPolicy } from '../store/policies.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { startReceiver } from '../testing/receiver.ts';
import { alertKinds } from '../vocabulary.ts';

// Somebody who can write to the database and has none of the keys.

let endpoint: TestEndpoint;
beforeEach(async () => {
  endpoint = await openTestEndpoint();
});
afterEach(() => endpoint.close());

type SignedText = Record<'policy' | 'delegation', { payload: string; signatures: { sig: string }[] }>;

/** A policy that lets everything pass, under the signature of the one in force. */
async function plant({ delegation }: { readonly delegation: 'own' | 'made-up' }): Promise<void> {
  const stored = (await currentPolicy(endpoint.db))!;
  const signed = JSON.parse(stored.envelope) as SignedText;
  const document = { ...readDocument(stored), seq: stored.seq + 1, policy: { ...builtInPolicy, mode: 'observe' } };
  signed.policy.payload = toBase64url(utf8(JSON.stringify(document)));
  if (delegation === 'made-up') {
    const granted = JSON.parse(new TextDecoder().decode(fromBase64url(signed.delegation.payload))) as object;
    signed.delegation.payload = toBase64url(utf8(JSON.stringify({ ...granted, notAfter: '2099-01-01T00:00:00Z' })));
  }
  await endpoint.db.query(
    'INSERT INTO policies (epoch, seq, envelope, etag) VALUES ($1::integer, $2::integer, $3, $4)',
    [stored.epoch, stored.seq + 1, JSON.stringify(signed), '"planted"'],
  );
}

describe('a policy that was written into the database', () => {
  it.each(['own', 'made-up'] as const)('is never signed by the endpoint itself (%s delegation)', async (delegation) => {
    await plant({ delegation });
    const planted = (await currentPolicy(endpoint.db))!;
    endpoint.advance(20 * 86_400_000); // the time at which a policy is signed anew
    await tidy(endpoint.workings);
    expect((await currentPolicy(endpoint.db))?.seq).toBe(planted.seq);
    await continueAbove(endpoint.workings, { epoch: 1, seq: 50 });
    expect((await currentPolicy(endpoint.db))?.seq).toBe(planted.seq);
    expect(endpoint.logged.join('\n')).toContain('policy-not-ours');
    // People can still put a policy of theirs in force above it.
    await publishPolicy(endpoint.workings, builtInPolicy, { author: 'A. Author', approver: 'B. Approver' });
    endpoint.advance(20 * 86_400_000);
    await tidy(endpoint.workings);
    const last = readDocument((await currentPolicy(endpoint.db))!);
    expect([last.seq, last.policy.mode]).toEqual([planted.seq + 2, 'enforce']);
  });

  it('is renewed where it is ours, also when its delegation is over', async () => {
    endpoint.advance(200 * 86_400_000);
    await tidy(endpoint.workings);
    expect((await currentPolicy(endpoint.db))?.seq).toBe(2);
  });
});

describe('policies that were taken out of the database', () => {
  it('do not make way for the built-in one, and people publish above what there was', async () => {
    const { workings, db } = endpoint;
    const release = { author: 'A. Author', approver: 'B. Approver' };
    const before = await publishPolicy(workings, { ...builtInPolicy, name: 'Ours' }, release);
    await db.query('DELETE FROM policies');
    await tidy(workings);
    await continueAbove(workings, { epoch: 1, seq: 50 });
    expect(await currentPolicy(db)).toBeUndefined();
    expect(endpoint.logged.join('\n')).toContain('policy-gone');
    expect((await endpoint.send('/healthz')).status).toBe(200);
    const after = await publishPolicy(workings, { ...builtInPolicy, name: 'Ours again' }, release);
    expect([after.epoch, after.seq]).toEqual([before.epoch, before.seq + 1]);
  });
});

describe('the secret of a destination of alerts', () => {
  it('goes to no receiver that was written into the database', async () => {
    const { workings, db } = endpoint;
    const receiver = await startReceiver(() => ({ status: 204 }));
    try {
      const settings = { url: `${receiver.url}/ours`, allowedNetworks: ['127.0.0.0/8'] };
      const secret = randomBytes(32).toString('base64');
      const added = await addDestination(workings, {
        channel: 'webhook',
        title: 'On-call',
        settings,
        secret,
        kinds: [...alertKinds],
        fromLevel: 'warning',
      });
      if (!added.ok) throw new Error(added.reason);
      const tested = () => testDestination(workings, added.id, { publicUrl: 'https://sluice.example' });
      expect(await tested()).toEqual({ arrived: true, problem: null });
      const elsewhere = JSON.stringify({ ...settings, url: `${receiver.url}/theirs` });
      await db.query('UPDATE alert_destinations SET settings = $1 WHERE id = $2', [elsewhere, added.id]);
      expect(await tested()).toEqual({ arrived: false, problem: 'secret-unreadable' });
      expect(receiver.received.map(({ path }) => path)).toEqual(['/ours']);
    } finally {
      await receiver.close();
    }
  });
});
