import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareCheckpoints } from '../../lib/contract/audit.ts';
import type { AuditCheckpoint } from '../../lib/contract/audit.ts';
import { HeartbeatReply } from '../../lib/contract/heartbeat.ts';
import { readRootKeys } from '../../lib/contract/envelope.ts';
import { adoptOldRows, recordAudit } from '../store/audit.ts';
import type { AuditAction } from '../vocabulary.ts';
import { migrate } from '../store/migrate.ts';
import { TestBrowser, heartbeatNow } from '../testing/browser.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { onEachEngine } from '../testing/engines.ts';
import { signCheckpoint } from './checkpoint.ts';
import { exportAudit } from './export.ts';
import { verifyAudit } from './verify.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

const note = (target: string, action: AuditAction = 'signed-in') =>
  recordAudit(endpoint.db, { actor: 'Jordan Rivera', action, target, now: endpoint.now() });

async function exported(): Promise<string[]> {
  const lines = [];
  for await (const line of exportAudit(endpoint.workings)) lines.push(line);
  return lines;
}

async function verify(lines: readonly string[]) {
  return verifyAudit(lines, await readRootKeys(endpoint.workings.keys.policyRootKeys));
}

describe('the audit log', () => {
  it('is a chain whose checkpoints hold, one an hour, and that verifies without its endpoint', async () => {
    for (let hour = 0; hour < 3; hour += 1) {
      for (let index = 0; index < 3; index += 1) await note(`${hour}.${index}`);
      await signCheckpoint(endpoint.workings);
      await signCheckpoint(endpoint.workings);
      endpoint.advance(3_600_000);
    }
    const lines = await exported();
    const verified = await verify(lines);
    expect(verified).toMatchObject({ orgId: 'trial', entries: 10, checkpoints: 3, problems: [] }); // the policy is the first
  });

  it('shows each kind of change', async () => {
    const lines = await exported();
    const at = (line: number, change: (text: string) => string) =>
      lines.map((text, index) => (index === line ? change(text) : text));
    const changed: Record<string, readonly string[]> = {
      'an entry that was altered': at(3, (text) => text.replace('Jordan Rivera', 'Jordan Rivero')),
      'an entry that was taken out': lines.filter((_, index) => index !== 4),
      'two entries in another order': at(3, () => lines[4]!).map((text, index) => (index === 4 ? lines[3]! : text)),
      'entries missing at the end': lines.filter((_, index) => index < 8 || index > 10),
      'a checkpoint that was altered': at(lines.length - 1, (text) => text.replace('"payload":"ey', '"payload":"eA')),
      'no checkpoint at all': lines.slice(0, 11),
      'another log': [],
      'a line that is none': [...lines, '{"entry":1}\n'],
    };
    for (const [name, altered] of Object.entries(changed))
      expect((await verify(altered)).problems.length, name).toBeGreaterThan(0);
    const strangers = await readRootKeys(`root-0:${'A'.repeat(43)}`);
    expect((await verifyAudit(lines, strangers)).problems.length).toBeGreaterThan(0);
  });

  it('shows a history that was written anew under the same keys', async () => {
    const before = await exported();
    await endpoint.db.query('UPDATE audit_entries SET entry = $1 WHERE seq = 10', ['{}']);
    const after = await exported();
    expect((await verify(after)).problems).toEqual([
      expect.stringContaining('cannot be read'),
      expect.stringContaining('does not continue the chain'),
    ]);
    const row = JSON.parse(before[10]!) as { entry: string };
    await endpoint.db.query('UPDATE audit_entries SET entry = $1 WHERE seq = 10', [row.entry]);
    expect((await verify(await exported())).problems).toEqual([]);
  });

  it('goes out with heartbeats, so that browsers are its witnesses', async () => {
    const browser = await TestBrowser.join(endpoint.send, endpoint.token, endpoint.now);
    const reply = HeartbeatReply.parse(await (await browser.post('/v1/heartbeat', heartbeatNow())).json());
    expect(reply.audit?.payloadType).toBe('application/vnd.sluice.audit-checkpoint+json');
  });
});

describe('two checkpoints', () => {
  const head = (digit: number) => String(digit).repeat(64);
  const checkpoint = (size: number, at: string, earlier: AuditCheckpoint['earlier'] = []): AuditCheckpoint => ({
    orgId: 'trial',
    size,
    head: head(size),
    at: `2026-11-25T${at}:00:00Z`,
    earlier,
  });
  const seen = { size: 5, head: head(5), at: '2026-11-25T10:00:00Z' };

  it('tell growth from what cannot happen to a log that only grows', () => {
    const cases: readonly [AuditCheckpoint, string][] = [
      [checkpoint(5, '11'), 'grown'],
      [checkpoint(9, '11', [{ size: 5, head: head(5) }]), 'grown'],
      [
        checkpoint(
          29,
          '11',
          Array.from({ length: 24 }, (_, index) => ({ size: 29 - index, head: head(0) })),
        ),
        'grown',
      ], // too long ago
      [checkpoint(9, '11'), 'forked'], // it would be listed
      [checkpoint(9, '11', [{ size: 4, head: head(4) }]), 'forked'],
      [checkpoint(3, '09'), 'older'],
      [checkpoint(3, '11'), 'shrunk'],
      [{ ...checkpoint(5, '11'), head: head(1) }, 'forked'],
      [checkpoint(9, '11', [{ size: 5, head: head(1) }]), 'forked'],
    ];
    for (const [next, verdict] of cases) expect(compareCheckpoints(seen, next)).toBe(verdict);
  });
});

onEachEngine(({ open }) => {
  it('keeps one chain when many write at once, and takes the rows of older versions into it', async () => {
    const db = await open();
    await migrate(db);
    await db.query(
      `INSERT INTO audit_rows (id, happened_at, actor, action, target)
       VALUES ($1::uuid, '2026-01-02T00:00:00Z', 'B', 'signed-in', 'b'), ($2::uuid, '2026-01-01T00:00:00Z', 'A', 'signed-in', 'a')`,
      [crypto.randomUUID(), crypto.randomUUID()],
    );
    await adoptOldRows(db);
    await adoptOldRows(db);
    const event = { actor: 'A', action: 'signed-in', now: 0 } as const;
    await Promise.all(Array.from({ length: 40 }, (_, index) => recordAudit(db, { ...event, target: String(index) })));
    const lines = [];
    for await (const line of exportAudit({ db, orgId: 'trial' })) lines.push(line);
    const { entries, problems } = await verifyAudit(lines, new Map());
    expect([entries, problems]).toEqual([42, [expect.stringContaining('No checkpoint')]]);
    expect(JSON.parse(JSON.parse(lines[1]!).entry)).toMatchObject({ seq: 1, actor: 'A', target: 'a' });
    await db.close();
  });
});
