import { describe, expect, it } from 'vitest';
import type { AuditCheckpoint } from '../contract/audit.ts';
import { utf8 } from '../contract/bytes.ts';
import { payloadTypes, seal } from '../contract/envelope.ts';
import { createMemoryItem } from '../storage/items.ts';
import { testimony, witness } from './audit-witness.ts';
import type { Witnessed } from './audit-witness.ts';

const algorithm = { name: 'Ed25519' };

async function setUp() {
  const keys = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
  let now = Date.parse('2026-11-25T10:00:00Z');
  const options = { item: createMemoryItem<Witnessed>(), orgId: 'trial', now: () => now };
  const signer = { keyid: 'online', key: keys.publicKey };
  return {
    pass: (milliseconds: number) => void (now += milliseconds),
    says: () => testimony(options),
    sees: async (size: number, head: number, more: Partial<AuditCheckpoint> = {}, keyid = 'online') => {
      const at = new Date(now).toISOString();
      const body = { orgId: 'trial', size, head: String(head).repeat(64), at, earlier: [], ...more };
      const sign = async (bytes: BufferSource) =>
        new Uint8Array(await crypto.subtle.sign(algorithm, keys.privateKey, bytes));
      const type = payloadTypes.auditCheckpoint;
      await witness(await seal({ payloadType: type, body: utf8(JSON.stringify(body)), keyid, sign }), signer, options);
      now += 3_600_000;
    },
  };
}

describe('a browser that has seen the audit log', () => {
  it('says nothing before, and that it is intact while it grows', async () => {
    const { says, sees } = await setUp();
    expect(await says()).toBeUndefined();
    await sees(4, 4);
    await sees(7, 7, { earlier: [{ size: 4, head: '4'.repeat(64) }] });
    expect(await says()).toBe('intact');
  });

  it.each([
    ['shrunk', 3, 3],
    ['forked', 4, 5],
  ] as const)('tells for a week that it %s', async (kind, size, head) => {
    const { says, sees, pass } = await setUp();
    await sees(4, 4);
    await sees(size, head);
    expect(await says()).toBe(kind);
    await sees(9, 9, { earlier: [{ size, head: String(head).repeat(64) }] });
    expect(await says()).toBe(kind);
    pass(7 * 86_400_000);
    expect(await says()).toBe('intact');
  });

  it('believes no checkpoint that is another organisation’s or another key’s', async () => {
    const { says, sees } = await setUp();
    await sees(4, 4, { orgId: 'other' });
    await sees(4, 4, {}, 'stranger');
    expect(await says()).toBeUndefined();
  });
});
