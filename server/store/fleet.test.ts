import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Heartbeat } from '../../lib/contract/heartbeat.ts';
import { heartbeatNow } from '../testing/browser.ts';
import { onEachEngine } from '../testing/engines.ts';
import type { Database } from './database.ts';
import { fleetOfDay, listExpectedDevices, replaceExpectedDevices } from './fleet.ts';
import { recordHeartbeat } from './heartbeats.ts';
import { addEnrolmentToken } from './enrolment-tokens.ts';
import { enrol, revokeInstall } from './installs.ts';
import { migrate } from './migrate.ts';

const dayMs = 86_400_000;
const now = Date.parse('2026-03-20T09:00:00Z');
const day = '2026-03-19';
const publicKey = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) } as const;

onEachEngine(({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await migrate(db);
    await addEnrolmentToken(db, { token: 'fleet', expiresAt: now, uses: 1_000 });
    await add(10, 'sales', 0, {});
    const leaked: Partial<Heartbeat> = {
      state: 'degraded',
      reasons: ['canary-leaked', 'ring3-missing'],
      drift: ['call-unknown'],
      gates: { tried: 14, failed: ['beacon', 'image'] },
      rings: { page: 'stops', network: 'missing' },
    };
    await add(4, 'sales', 0, leaked);
    await add(2, 'sales', 0, { ...leaked, reasons: ['storage-failed', 'ring3-missing', 'canary-leaked'] });
    await add(5, 'sales', 0, {
      privateWindows: 'allowed',
      policy: { source: 'endpoint', epoch: 1, seq: 0, stale: true },
      dropped: 3,
    });
    await add(5, 'sales', 3, {});
    await add(7, 'sales', 7, {});
    await add(8, undefined, 0, { audit: 'forked', extension: '0.2' });
    await add(2, undefined, 1, {});
    await add(4, 'small', 0, {});
    await revokeInstall(db, (await add(1, 'sales', 0, {}))[0]!, now);
    await replaceExpectedDevices(db, [{ group: 'gone', devices: 1 }], now - dayMs);
    await replaceExpectedDevices(db, [{ group: 'sales', devices: 40 }, { group: 'new', devices: 9 }], now); // prettier-ignore
  });
  afterAll(() => db.close());

  /** Installations that were heard so many days before the day of the summary, and not since. */
  async function add(count: number, group: string | undefined, ago: number, more: Partial<Heartbeat>) {
    const ids = Array.from({ length: count }, () => randomUUID());
    for (const id of ids) {
      await enrol(db, { id, token: 'fleet', publicKey, group, now: now - 20 * dayMs });
      const at = now - (ago + 1) * dayMs;
      await recordHeartbeat(db, { installId: id, heartbeat: heartbeatNow(), now: at - dayMs });
      await recordHeartbeat(db, { installId: id, heartbeat: { ...heartbeatNow(), ...more }, now: at });
    }
    return ids;
  }

  it('sums up a day by group, with nothing below five', async () => {
    const groups = await fleetOfDay(db, { day, now });
    expect(groups?.map(({ group }) => group)).toEqual(['', 'new', 'sales', 'small']);
    const [none, fresh, sales, small] = groups!;
    const nothing = { presence: {}, kinds: {}, drift: {}, reasons: {}, openGates: {} };
    expect(fresh).toEqual({ group: 'new', expected: 9, ...nothing });
    expect(small).toEqual({ group: 'small', ...nothing });
    expect(none).toMatchObject({ presence: { heard: 8 }, kinds: { audit: { shown: { forked: 8 }, hidden: false } } });
    expect(none?.enrolled).toBeUndefined();
    expect(sales).toEqual({
      group: 'sales',
      expected: 40,
      enrolled: 33,
      presence: { heard: 21, 'silent-3': 5, 'silent-7': 7 },
      kinds: {
        state: { shown: { degraded: 6, enforced: 15 }, hidden: false },
        version: { shown: { '0.1': 21 }, hidden: false },
        policy: { shown: { stale: 5, current: 16 }, hidden: false },
        rings: { shown: { disagree: 6, agree: 15 }, hidden: false },
        audit: { shown: { none: 21 }, hidden: false },
        dropped: { shown: { some: 5, none: 16 }, hidden: false },
        privateWindows: { shown: { allowed: 5, 'not-allowed': 16 }, hidden: false },
      },
      drift: { 'call-unknown': 6 },
      openGates: { beacon: 6, image: 6 },
      reasons: { 'canary-leaked': 6, 'ring3-missing': 6 }, // what fewer than five have in common is not shown
    });
  });

  it('still shows lost entries of a day when later heartbeats of it have none', async () => {
    const ids = await add(5, 'later', 0, { dropped: 3 });
    const at = now - dayMs;
    for (const dropped of [0, 2])
      for (const installId of ids)
        await recordHeartbeat(db, {
          installId,
          heartbeat: { ...heartbeatNow(), state: 'page-only', dropped },
          now: at,
        });
    const groups = await fleetOfDay(db, { day, now });
    expect(groups?.find(({ group }) => group === 'later')?.kinds).toMatchObject({
      state: { shown: { 'page-only': 5 } },
      dropped: { shown: { some: 5 } },
    });
    const kept = await db.query(
      "SELECT DISTINCT body->>'dropped' AS dropped FROM heartbeats WHERE state = 'page-only'",
    );
    expect(kept).toEqual([{ dropped: '3' }]);
  });

  it('tells nothing of a day that is not over', async () => {
    expect(await fleetOfDay(db, { day: '2026-03-20', now })).toBeUndefined();
    expect(await fleetOfDay(db, { day: '2026-03-21', now })).toBeUndefined();
  });

  it('keeps what was imported last', async () => {
    expect(await listExpectedDevices(db)).toEqual([
      { group: 'new', devices: 9, importedOn: '2026-03-20' },
      { group: 'sales', devices: 40, importedOn: '2026-03-20' },
    ]);
  });
});
