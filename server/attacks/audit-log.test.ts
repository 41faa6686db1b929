import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditCheckpoint, SignedCheckpoint, compareCheckpoints } from '../../lib/contract/audit.ts';
import { fromBase64url } from '../../lib/contract/bytes.ts';
import { readRootKeys } from '../../lib/contract/envelope.ts';
import { signCheckpoint } from '../audit/checkpoint.ts';
import { exportAudit } from '../audit/export.ts';
import { readOutside } from '../audit/outside.ts';
import { verifyAudit } from '../audit/verify.ts';
import { auditAfter, auditHash, readAuditHead, recordAudit } from '../store/audit.ts';
import { newestCheckpoints } from '../store/checkpoints.ts';
import type { StoredCheckpoint } from '../store/checkpoints.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';

// Somebody who can write to the database, has no key, and wants entries gone. The chain itself needs no key: it can be made anew.

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

const note = (target: string) =>
  recordAudit(endpoint.db, { actor: 'Jordan Rivera', action: 'signed-in', target, now: endpoint.now() });

async function nextHour(entries: number): Promise<void> {
  endpoint.advance(3_600_000);
  for (let index = 0; index < entries; index += 1) await note(String(index));
  await signCheckpoint(endpoint.workings);
}

async function newest(): Promise<AuditCheckpoint> {
  const [stored] = await newestCheckpoints(endpoint.db, 1);
  const { checkpoint } = SignedCheckpoint.parse(JSON.parse(stored!.signed));
  return AuditCheckpoint.parse(JSON.parse(new TextDecoder().decode(fromBase64url(checkpoint.payload))));
}

/** Takes the end of the log away, and the checkpoints that know it where that is asked for. */
async function cutTo(size: number, checkpoints: 'gone' | 'kept'): Promise<void> {
  const { db } = endpoint;
  await db.query('DELETE FROM audit_entries WHERE seq > $1::integer', [size]);
  const [last] = await db.query('SELECT hash FROM audit_entries WHERE seq = $1::integer', [size]);
  await db.query("UPDATE audit_head SET size = $1::integer, hash = $2 WHERE name = 'audit'", [
    size,
    String(last?.['hash']),
  ]);
  if (checkpoints === 'gone') await db.query('DELETE FROM audit_checkpoints WHERE size > $1::integer', [size]);
}

async function exported(): Promise<string[]> {
  const lines = [];
  for await (const line of exportAudit(endpoint.workings)) lines.push(line);
  return lines;
}
const verify = async (lines: readonly string[]) =>
  verifyAudit(lines, await readRootKeys(endpoint.workings.keys.policyRootKeys));

describe('a log that was cut off and then grew beyond what browsers had seen', () => {
  it.each(['gone', 'kept'] as const)(
    'is told from one that only grew, with its checkpoints %s',
    async (checkpoints) => {
      await nextHour(3);
      const { size } = await newest();
      await nextHour(5);
      const seen = await newest();
      await cutTo(size, checkpoints);
      await nextHour(9);
      expect(compareCheckpoints(seen, await newest())).toBe('forked');
      await endpoint.db.query('DELETE FROM audit_checkpoints');
    },
  );
});

describe('a log that was cut off together with its checkpoints', () => {
  const cutEntries = async () => {
    const entries = (await readAuditHead(endpoint.db)).size;
    await nextHour(4);
    const seen = await newest();
    const [{ signed }] = (await newestCheckpoints(endpoint.db, 1)) as [StoredCheckpoint];
    await cutTo(entries, 'gone');
    return { entries, seen, signed };
  };

  it('verifies by itself, and not beside a checkpoint that a SIEM or a browser kept', async () => {
    await nextHour(3);
    const { entries, seen, signed } = await cutEntries();
    const roots = await readRootKeys(endpoint.workings.keys.policyRootKeys);
    const lines = await exported();
    expect((await verifyAudit(lines, roots)).problems).toEqual([]);
    const { orgId, size, head, at } = seen;
    const [signedJson, browser] = [JSON.parse(signed) as object, JSON.stringify({ orgId, size, head, at })];
    const webhook = JSON.stringify({ type: 'audit.checkpoint', timestamp: at, data: signedJson });
    for (const line of [signed, webhook, `<110>1 - - sluice - audit-checkpoint - ${signed}`, browser]) {
      const { problems } = await verifyAudit(lines, roots, readOutside([line]));
      expect(problems).toEqual([expect.stringContaining(`knows ${size} entries, and the log ends after ${entries}`)]);
    }
    const otherRoots = (await verifyAudit(lines, new Map(), readOutside([signed]))).problems;
    expect(otherRoots).toContainEqual(expect.stringContaining('from outside in line 1 says nothing'));
    expect(readOutside([signed, 'no checkpoint'])).toBeUndefined();
    expect(readOutside([])).toBeUndefined();
    // Filled up again with other entries it contradicts them.
    for (let index = 0; index < 9; index += 1) await note('other');
    const filled = await verifyAudit(await exported(), roots, readOutside([browser]));
    expect(filled.problems).toEqual([expect.stringContaining(`knows another entry ${size}`)]);
    await nextHour(0);
  });

  it.each(['shorter', 'filled up again'])('is noticed by the endpoint from its folder of keys, %s', async (how) => {
    await nextHour(1);
    const { entries, seen } = await cutEntries();
    if (how !== 'shorter') for (let index = 0; index < 9; index += 1) await note('other');
    const { size: found } = await readAuditHead(endpoint.db);
    const before = endpoint.logged.length;
    await signCheckpoint(endpoint.workings);
    await signCheckpoint(endpoint.workings);
    expect(endpoint.logged.slice(before)).toEqual([
      JSON.stringify({ event: 'audit-log-cut', known: seen.size, found }),
      JSON.stringify({ event: 'audit-log-was-cut' }), // again and again until a person took the evidence away
    ]);
    const last = await auditAfter(endpoint.db, found, 10);
    expect(last.map(({ entry }) => JSON.parse(entry) as object)).toEqual([
      expect.objectContaining({ action: 'audit-cut-noticed', detail: { known: seen.size, found } }),
    ]);
    expect(found >= entries).toBe(true);
    const evidence = join(endpoint.folder, 'keys', 'audit-checkpoint-lost.json');
    const outside = readOutside([readFileSync(evidence, 'utf8')]);
    const roots = await readRootKeys(endpoint.workings.keys.policyRootKeys);
    expect((await verifyAudit(await exported(), roots, outside)).problems).not.toEqual([]);
    rmSync(evidence);
  });
});

describe('an export', () => {
  it('is whole although entries and a checkpoint come while it runs', async () => {
    await nextHour(3);
    const lines: string[] = [];
    for await (const line of exportAudit(endpoint.workings)) {
      lines.push(line);
      if (line.includes('"signed"') || lines.length > 1) continue;
      await nextHour(0);
    }
    const late: string[] = [];
    for await (const line of exportAudit(endpoint.workings)) {
      if (line.includes('"signed"') && late.every((known) => !known.includes('"signed"'))) await nextHour(2);
      late.push(line);
    }
    expect((await verify(lines)).problems).toEqual([]);
    expect((await verify(late)).problems).toEqual([]);
  });

  it('whose entries and checkpoints before its end were taken away says how far it is signed', async () => {
    await nextHour(2);
    await nextHour(2);
    const whole = await exported();
    const size = (await verify(whole)).entries;
    const cut = whole.filter((line) => !line.includes(`\\"seq\\":${size}`) && !line.includes(`\\"seq\\":${size - 1},`));
    const last = cut.findLastIndex((line) => line.includes('"signed"'));
    const verified = await verify(cut.filter((_, index) => index !== last));
    expect(verified.problems).toEqual([]); // nothing in the file itself speaks of them
    expect(Date.parse(verified.signedAt ?? '')).toBe(endpoint.now() - 3_600_000);
    expect(verified.signed).toBe(size - 2);
  });

  it('of which everything after an old checkpoint was written anew does not hold', async () => {
    for (let hour = 0; hour < 6; hour += 1) await nextHour(1);
    const whole = await exported();
    const size = (await verify(whole)).entries;
    const [first, ...others] = whole
      .map((line, index) => ({ line, index }))
      .filter(({ line }) => line.includes('"signed"'));
    const kept = whole.filter((_, index) => others.every((other) => other.index !== index));
    expect(first).toBeDefined();
    expect((await verify(kept)).problems).toEqual([expect.stringMatching(new RegExp(`to ${size}, .* no checkpoint`))]);
  });

  it('with an entry that two readers would read differently does not hold', async () => {
    const { head, size, entries } = await endpointState();
    const entry = `{"seq":${size + 1},"at":"2026-11-25T10:00:00.000Z","actor":"A","action":"signed-in","target":"t","actor":"B"}`;
    const line = `${JSON.stringify({ entry, hash: auditHash(head, entry) })}\n`;
    const end = entries.findIndex((text) => text.includes('"signed"'));
    const altered = [...entries.slice(0, end), line, ...entries.slice(end)];
    expect((await verify(altered)).problems).toEqual([expect.stringContaining('not written as an endpoint writes it')]);
  });
});

async function endpointState() {
  const entries = await exported();
  const { head, entries: size } = await verify(entries);
  return { head, size, entries };
}
