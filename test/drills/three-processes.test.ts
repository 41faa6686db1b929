import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readRootKeys } from '../../lib/contract/envelope.ts';
import { exportAudit } from '../../server/audit/export.ts';
import { verifyAudit } from '../../server/audit/verify.ts';
import { openKeys } from '../../server/keys/key-folder.ts';
import { logToStandardError } from '../../server/log.ts';
import { readDocument } from '../../server/read-policy.ts';
import { auditAfter } from '../../server/store/audit.ts';
import type { Database } from '../../server/store/database.ts';
import { releaseLease, takeLease } from '../../server/store/leases.ts';
import { currentPolicy } from '../../server/store/policies.ts';
import { openPostgresql } from '../../server/store/postgresql.ts';
import { TestBrowser, heartbeatNow, incidentAt } from '../../server/testing/browser.ts';
import type { Send } from '../../server/testing/browser.ts';
import { findBinaries, startPostgresql } from '../../server/testing/postgresql.ts';
import { startReceiver } from '../../server/testing/receiver.ts';
import { expectAllStored, idOf, startLoad } from './load.ts';
import { orgId, startNeighbour } from './neighbours.ts';
import type { Neighbour } from './neighbours.ts';

const [hour, day] = [3_600_000, 86_400_000];
const rounds = 6;

/** A collector that is slow enough for two senders to be there at the same time, and counts how many are. */
async function startCollector() {
  let [now, most] = [0, 0];
  const receiver = await startReceiver(async () => {
    now += 1;
    most = Math.max(most, now);
    await pause(60);
    now -= 1;
    return { status: 200, body: JSON.stringify({ text: 'Success', code: 0 }) };
  });
  return { ...receiver, most: () => most, bodies: () => receiver.received.map(({ body }) => body).join('\n') };
}

/** Browsers that enrolled at one process, push to each in turn, and brought incidents of days that can be closed. */
async function fillOldDays(send: Send, token: string, now: () => number) {
  const browsers: TestBrowser[] = [];
  for (let index = 0; index < 8; index += 1) {
    const browser = await TestBrowser.join(send, token, now);
    for (const age of [5, 6, 7, 8]) await browser.note(incidentAt(now() - age * day));
    await browser.push(0);
    browsers.push(browser);
  }
  return browsers;
}

async function served(processes: readonly Neighbour[], browser: TestBrowser): Promise<readonly string[]> {
  const headers = { authorization: `Bearer ${browser.bearer}` };
  return Promise.all(
    processes.map(async ({ url }) => {
      const response = await fetch(`${url}/v1/policy`, { headers });
      return response.text();
    }),
  );
}

/** Until all serve the same: each may keep what it read for five seconds. */
async function untilAllServe(processes: readonly Neighbour[], browser: TestBrowser, envelope: string): Promise<void> {
  for (;;) {
    const all = await served(processes, browser);
    if (all.every((text) => text === envelope)) return;
    await pause(200); // a policy that never comes ends the test by its time limit
  }
}

async function actionsOf(db: Database, action: string): Promise<readonly string[]> {
  const entries = await auditAfter(db, 0, 10_000);
  return entries.flatMap(({ entry }) => {
    const read = JSON.parse(entry) as { action: string; target: string };
    return read.action === action ? [read.target] : [];
  });
}

async function rowsOf(db: Database, sql: string): Promise<readonly string[]> {
  return (await db.query(sql)).map((row) => JSON.stringify(row)).toSorted();
}

/** The clock jumps while we hold all leases: one that a process took before the jump would seem to be over after it. */
async function whileNobodyDelivers(db: Database, now: () => number, jump: () => Promise<void>): Promise<void> {
  const sinks = await db.query('SELECT id::text AS id FROM sinks');
  const leases = sinks.map(({ id }) => ({ name: `sink ${String(id)}`, holder: 'drill' }));
  for (const lease of leases)
    while (!(await takeLease(db, lease, { now: now(), until: now() + 30 * day }))) await pause(20);
  while ((await db.query("SELECT name FROM leases WHERE holder <> 'drill'")).length > 0) await pause(20);
  await jump();
  for (const lease of leases) await releaseLease(db, lease);
}

const publishedCounts = (db: Database) =>
  rowsOf(db, 'SELECT day::text AS day, level, action, rule, group_name, incidents FROM published_counts');

it.skipIf(findBinaries() === undefined)(
  'three processes on one PostgreSQL, all busy at the same time, do everything once',
  async () => {
    const server = await startPostgresql(findBinaries()!);
    const databaseUrl = await server.newDatabase();
    const folder = mkdtempSync(join(tmpdir(), 'sluice-drill-'));
    let ahead = 0;
    const now = () => Date.now() + ahead;
    const processes = await Promise.all([0, 1, 2].map(() => startNeighbour(folder, databaseUrl, ahead)));
    const db = openPostgresql(databaseUrl, logToStandardError);
    const [first] = processes as [Neighbour, ...Neighbour[]];
    const all = <T>(work: (one: Neighbour, index: number) => Promise<T>) => Promise.all(processes.map(work));
    const collector = await startCollector();
    const settings = { url: collector.url, acknowledge: false, allowedNetworks: ['127.0.0.0/8'] };
    const draft = { kind: 'splunk', title: 'Collector', settings, secret: randomUUID() };
    expect(JSON.parse(await first.tell({ do: 'add-sink', draft }))).toMatchObject({ ok: true });
    let turn = 0;
    const send: Send = (path, init) => fetch(`${processes[turn++ % processes.length]!.url}${path}`, init);
    const old = await fillOldDays(send, first.token, now);
    const hours = new Set<string>([new Date(now()).toISOString().slice(0, 13)]);
    const given: string[] = [];
    const load = await startLoad({ send, token: first.token, browsers: 4, now, between: 400 });
    let closed: readonly string[] | undefined;

    for (let round = 0; round < rounds; round += 1) {
      await Promise.all([
        load.progress(300),
        ...[0, 1, 2].map(() => all((one) => one.tell({ do: 'tidy' }))),
        ...[0, 1].map(() => all((one) => one.tell({ do: 'deliver' }))),
        all(async (one, index) => given.push(await one.tell({ do: 'publish', author: `Author ${index}` }))),
        ...old.map(async (browser) => {
          expect((await browser.post('/v1/heartbeat', heartbeatNow())).status).toBe(200);
        }),
      ]);
      const counts = await publishedCounts(db);
      closed ??= counts;
      expect(counts.length).toBeGreaterThan(0);
      expect(counts).toEqual(closed); // closed once, and what came for the same days later changed nothing
      await whileNobodyDelivers(db, now, async () => {
        ahead += hour;
        await all((one) => one.tell({ do: 'advance', milliseconds: hour }));
      });
      hours.add(new Date(now()).toISOString().slice(0, 13));
      await old[round]!.note(incidentAt(now() - 6 * day));
      await old[round]!.push(4);
    }
    const loaded = await load.finish();
    expect([load.answered(500), load.answered(0)]).toEqual([0, 0]);
    await expectAllStored(db, [...loaded, ...old]);

    // Every publication has its own number, none is missing, and all processes end with the last.
    expect(new Set(given).size).toBe(rounds * processes.length);
    expect((await actionsOf(db, 'policy-published')).toSorted()).toEqual([...given, '1.1'].toSorted());
    await untilAllServe(processes, old[0]!, (await currentPolicy(db))!.envelope);

    // One renewal although three notice at the same time that it is due.
    const before = (await currentPolicy(db))!;
    const earlier = await actionsOf(db, 'policy-renewed'); // the sink was named, while three published
    await whileNobodyDelivers(db, now, async () => {
      ahead += 16 * day;
      await all((one) => one.tell({ do: 'advance', milliseconds: 16 * day }));
    });
    hours.add(new Date(now()).toISOString().slice(0, 13));
    await Promise.all([0, 1, 2].map(() => all((one) => one.tell({ do: 'tidy' }))));
    const renewed = (await currentPolicy(db))!;
    const renewals = await actionsOf(db, 'policy-renewed');
    expect(renewals.slice(earlier.length)).toEqual([`${before.epoch}.${before.seq + 1}`]);
    expect(readDocument(renewed).policy).toEqual(readDocument(before).policy);

    // One checkpoint for each hour at most, and the log holds down to the root key.
    const stated = await rowsOf(db, 'SELECT hour FROM audit_checkpoints');
    expect(stated.every((row) => [...hours].some((one) => row.includes(one)))).toBe(true);
    expect(stated.length).toBeGreaterThanOrEqual(rounds);
    const keys = openKeys(join(folder, 'keys'), { orgId, clock: now });
    const verified = await verifyAudit(exportAudit({ db, orgId }), await readRootKeys(keys.policyRootKeys));
    expect(verified.problems).toEqual([]);

    // Each incident reached the collector, and never were two senders there at once.
    while ((await db.query('SELECT sink_id FROM sink_queue LIMIT 1')).length > 0)
      await all((one) => one.tell({ do: 'deliver' }));
    const bodies = collector.bodies();
    const sent = [...loaded, ...old].flatMap(({ entries }) => entries.map(idOf));
    expect(sent.filter((id) => !bodies.includes(id))).toEqual([]);
    expect(collector.most()).toBe(1);

    await db.close();
    expect(await all((one) => one.stop())).toEqual([0, 0, 0]);
    await collector.close();
    await server.stop();
  },
  600_000,
);

it.skipIf(findBinaries() !== undefined)('has PostgreSQL to share', () => {
  process.stdout.write('skipped: three processes (no binaries found)\n');
  expect(process.env['CI']).not.toBe('1');
});
