import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { findConditions } from '../alerts/conditions.ts';
import { openKeys } from '../keys/key-folder.ts';
import { signCheckpoint } from '../audit/checkpoint.ts';
import { deleteIncidentsBefore } from '../store/expired-rows.ts';
import { insertIncidents } from '../store/incidents.ts';
import type { Database } from '../store/database.ts';
import { releaseLease, takeLease } from '../store/leases.ts';
import { migrate } from '../store/migrate.ts';
import { incidentAt } from '../testing/browser.ts';
import { dumpDatabase, onEachEngine } from '../testing/engines.ts';
import { startReceiver } from '../testing/receiver.ts';
import type { Received, Receiver, Reply } from '../testing/receiver.ts';
import type { Workings } from '../workings.ts';
import { deliverRound, newWorker, startDelivery } from './deliver.ts';
import { addSink, changeSink, listSinks, removeSink, replay, retryDead, testSink } from './manage.ts';
import { defaultReach } from './send.ts';

const secret = randomBytes(32).toString('base64');
const start = Date.parse('2026-11-25T10:02:30Z');
const hour = 3_600_000;
const loopback = ['127.0.0.0/8'];

onEachEngine(({ open }) => {
  let db: Database;
  let workings: Workings;
  let folder: string;
  let now = start;
  let logged: string[] = [];
  let answer: (request: Received) => Reply | Promise<Reply> = () => ({ status: 204 });
  let receiver: Receiver;
  const running = new AbortController().signal;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sluice-sinks-'));
    db = await open();
    await migrate(db);
    const clock = () => now;
    const keys = openKeys(join(folder, 'keys'), { orgId: 'trial', clock });
    const log: Workings['log'] = (event, details) => void logged.push(JSON.stringify({ event, ...details }));
    workings = { db, keys, orgId: 'trial', clock, log };
    receiver = await startReceiver((request) => answer(request));
  });
  afterAll(async () => {
    await receiver.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    for (const { id } of await listSinks(workings)) await removeSink(workings, id);
    await db.query('DELETE FROM incidents');
    await db.query('DELETE FROM audit_checkpoints');
    now = start;
    logged = [];
    answer = () => ({ status: 204 });
    receiver.received.length = 0;
  });

  async function newSink(kind = 'webhook', settings: object = { format: 'sluice' }, url = receiver.url) {
    const given = { url, allowedNetworks: loopback, ...settings };
    const added = await addSink(workings, { kind, title: `A ${kind}`, settings: given, secret });
    if (!added.ok) throw new Error(added.reason);
    return added.id;
  }

  /** Stores so many incidents, as a push does, and returns their ids. */
  async function record(count: number, at = start): Promise<readonly string[]> {
    const batch = Array.from({ length: count }, (_, index) => ({
      incident: incidentAt(at),
      pseudonym: `0000000000000000000${index % 7}`,
    }));
    await db.transaction((queries) => insertIncidents(queries, batch));
    return batch.map(({ incident }) => incident.id).sort();
  }

  const idsOf = (requests: readonly Received[]) => requests.map(({ headers }) => String(headers['webhook-id']));
  const arrived = () => [...new Set(idsOf(receiver.received))].sort();
  const only = async () => (await listSinks(workings))[0]!;
  const round = (worker = newWorker()) => deliverRound(workings, worker, running);
  /** Rounds and hours go by until nothing waits. */
  async function untilDelivered(worker = newWorker()): Promise<void> {
    for (let tries = 0; (await only()).waiting > 0; tries += 1) {
      if (tries === 40) throw new Error('it still waits');
      now += 2 * hour;
      await round(worker);
    }
  }

  it('queues for sinks that are switched on, and delivers once', async () => {
    await record(3); // before there is a sink
    const id = await newSink();
    const off = await newSink('otlp', {});
    await changeSink(workings, off, { enabled: false });
    const ids = await record(250);
    expect((await listSinks(workings)).map(({ waiting }) => waiting).sort()).toEqual([0, 250]);
    await round();
    expect(arrived()).toEqual(ids);
    expect(receiver.received).toHaveLength(250);
    await round();
    expect(receiver.received).toHaveLength(250);
    expect((await listSinks(workings)).find((sink) => sink.id === id)).toMatchObject({
      waiting: 0,
      dead: 0,
      failingSince: null,
      lastProblem: null,
    });
  });

  it('adds nothing to a queue when there is no sink, and keeps no time of arrival', async () => {
    await record(5);
    expect(await db.query('SELECT * FROM sink_queue')).toEqual([]);
    await newSink();
    await record(5);
    const rows = await db.query('SELECT due_at, tries, dead, problem FROM sink_queue');
    expect(rows).toEqual(Array.from({ length: 5 }, () => ({ due_at: null, tries: 0, dead: false, problem: null })));
    answer = () => ({ status: 500 });
    await round();
    const due = await db.query('SELECT due_at FROM sink_queue WHERE due_at IS NOT NULL');
    expect(due.length).toBeGreaterThan(0);
    for (const { due_at: at } of due) expect((at as Date).getTime() % 60_000).toBe(0);
  });

  const failures: readonly (readonly [string, Reply])[] = [
    ['answers 500', { status: 500 }],
    ['cuts the connection', 'cut'],
    ['hangs', 'hang'],
    ['asks for patience', { status: 429, headers: { 'Retry-After': '600' } }],
  ];
  it.each(failures)('waits for a receiver that %s, and loses nothing', async (_name, failing) => {
    await newSink();
    const ids = await record(30);
    answer = () => failing;
    const worker = newWorker({ timeout: 300 });
    await round(worker);
    expect(await only()).toMatchObject({ waiting: 30, dead: 0, failingSince: '2026-11-25' });
    const before = receiver.received.length;
    await round(worker); // left alone
    expect(receiver.received).toHaveLength(before);
    answer = () => ({ status: 204 });
    receiver.received.length = 0;
    await untilDelivered(worker);
    expect(arrived()).toEqual(ids);
    expect(await only()).toMatchObject({ failingSince: null, lastProblem: null });
  });

  it('keeps to what a receiver asks for, up to an hour', async () => {
    await newSink();
    await record(1);
    answer = () => ({ status: 429, headers: { 'Retry-After': '1800' } });
    const worker = newWorker();
    await round(worker);
    answer = () => ({ status: 204 });
    now += 1_700_000;
    await round(worker);
    expect((await only()).waiting).toBe(1);
    now += 200_000;
    await round(worker);
    expect((await only()).waiting).toBe(0);
  });

  it('delivers everything at least once while the receiver fails at random and workers are cut off', async () => {
    await newSink();
    let calls = 0;
    const good: string[] = [];
    answer = async (request) => {
      calls += 1;
      await pause(1);
      if (calls % 11 === 0) return { status: 503 };
      if (calls % 13 === 0) return 'cut';
      good.push(String(request.headers['webhook-id']));
      return calls % 17 === 0 ? 'cut' : { status: 204 }; // it has it, and we do not know
    };
    const ids = [...(await record(150)), ...(await record(150))].sort();
    for (let turn = 0; (await only()).waiting > 0 && turn < 200; turn += 1) {
      const stop = new AbortController();
      const worker = newWorker({ timeout: 500 }); // a new process
      const work = deliverRound(workings, worker, stop.signal);
      if (turn % 2 === 0) void pause(15).then(() => stop.abort());
      await work;
      now += 2 * hour;
    }
    expect(await only()).toMatchObject({ waiting: 0, dead: 0 });
    expect([...new Set(good)].sort()).toEqual(ids);
  });

  it('shares the work between processes: no two deliver to one sink at once', async () => {
    await newSink();
    const ids = await record(120);
    let [busy, most] = [0, 0];
    answer = async () => {
      busy += 1;
      most = Math.max(most, busy);
      await pause(2);
      busy -= 1;
      return { status: 204 };
    };
    const workers = Array.from({ length: 4 }, () => newWorker());
    await Promise.all(workers.map(round));
    await untilDelivered(workers[0]);
    expect(arrived()).toEqual(ids);
    expect(receiver.received).toHaveLength(ids.length); // and so nothing came twice
    expect(most).toBeLessThanOrEqual(4); // the lanes of one
  });

  it('takes over from a process that died with its lease', async () => {
    const id = await newSink();
    const ids = await record(3);
    const lease = { name: `sink ${id}`, holder: randomUUID() };
    await takeLease(db, lease, { now, until: now + hour });
    await round();
    expect(arrived()).toEqual([]);
    now += hour + 1;
    await round();
    expect(arrived()).toEqual(ids);
    await releaseLease(db, lease); // it comes back to life, and takes nothing away
  });

  it('gives a lease to one of many, and to its holder again', async () => {
    const name = randomUUID();
    const take = (holder: string, at = now) => takeLease(db, { name, holder }, { now: at, until: at + 1_000 });
    const holders = Array.from({ length: 6 }, () => randomUUID());
    const taken = await Promise.all(holders.map((holder) => take(holder)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    const holder = holders[taken.indexOf(true)]!;
    expect(await take(holder)).toBe(true);
    const late = await Promise.all(holders.map((each) => take(each, now + 1_001)));
    expect(late.filter(Boolean)).toHaveLength(1);
  });

  it('stops when it is told to, counts no try for what was cut off, and goes on after a start', async () => {
    await newSink();
    const ids = await record(20);
    answer = () => 'hang';
    const stop = new AbortController();
    const work = startDelivery(workings, stop.signal);
    while (receiver.received.length < 4) await pause(5);
    stop.abort();
    await work;
    expect(await db.query('SELECT DISTINCT tries, due_at FROM sink_queue')).toEqual([{ tries: 0, due_at: null }]);
    expect(await db.query('SELECT name FROM leases WHERE holder IS NOT NULL AND name LIKE $1', ['sink %'])).toEqual([]);
    expect(logged).toEqual([]);
    answer = () => ({ status: 204 });
    const again = new AbortController();
    const second = startDelivery(workings, again.signal);
    while ((await only()).waiting > 0) await pause(5);
    again.abort();
    await second;
    expect(arrived()).toEqual(ids);
  });

  it.each([
    ['fails', { status: 500 }, 'server-failed'],
    ['is busy', { status: 429 }, 'overloaded'],
    ['is away', 'cut', 'connection-lost'],
  ] as const)(
    'gives up nothing while a receiver %s for days, however often it tries',
    async (_name, failing, problem) => {
      await newSink();
      const ids = await record(2);
      answer = () => failing;
      const worker = newWorker();
      for (let tries = 1; tries <= 40; tries += 1) {
        await round(worker);
        now += 2 * hour;
      }
      const [{ tries = 0 } = {}] = await db.query('SELECT min(tries)::integer AS tries FROM sink_queue');
      expect(tries).toBeGreaterThan(12);
      expect(await only()).toMatchObject({ waiting: 2, dead: 0, failingSince: '2026-11-25', lastProblem: problem });
      expect(await findConditions(workings, [])).toContainEqual(
        expect.objectContaining({ kind: 'sink-failing', level: 'alarm' }),
      );
      answer = () => ({ status: 204 });
      await round(worker);
      expect(await only()).toMatchObject({ waiting: 0, dead: 0, failingSince: null });
      expect(arrived()).toEqual(ids);
    },
  );

  it('drops what waits for a receiver that is away once its incident is no longer kept', async () => {
    await newSink();
    await record(2);
    answer = () => ({ status: 500 });
    const worker = newWorker();
    for (let tries = 1; tries <= 14; tries += 1) {
      await round(worker);
      now += 2 * hour;
    }
    await deleteIncidentsBefore(db, now + 24 * hour);
    await round(worker);
    expect(await db.query('SELECT incident_id FROM sink_queue')).toEqual([]);
  });

  it('tries a dead letter again when asked, and not before', async () => {
    const id = await newSink();
    const ids = await record(2);
    answer = () => ({ status: 400 });
    const worker = newWorker();
    await round(worker);
    expect(await only()).toMatchObject({ waiting: 0, dead: 2, failingSince: null, lastProblem: 'refused' });
    answer = () => ({ status: 204 });
    now += 2 * hour;
    await round(worker);
    expect((await only()).dead).toBe(2);
    expect(await retryDead(workings, id)).toEqual({ ok: true });
    await round(worker);
    expect(await only()).toMatchObject({ waiting: 0, dead: 0, failingSince: null });
    expect(arrived()).toEqual(ids);
  });

  it('makes a dead letter of what is refused, and delivers the rest', async () => {
    await newSink();
    const ids = await record(20);
    answer = ({ headers }) => ({ status: headers['webhook-id'] === ids[7] ? 400 : 204 });
    await round();
    expect(await only()).toMatchObject({ waiting: 0, dead: 1, failingSince: null, lastProblem: 'refused' });
    expect(await db.query('SELECT incident_id, problem FROM sink_queue')).toEqual([
      { incident_id: ids[7], problem: 'refused' },
    ]);
  });

  it('holds its lease while it sends, also where rounds of the same worker overlap', async () => {
    await newSink('otlp', {});
    await record(5);
    const name = `sink ${(await only()).id}`;
    const held = async () => (await db.query('SELECT name FROM leases WHERE name = $1', [name])).length;
    const leases: number[] = [];
    answer = async () => {
      leases.push(await held());
      return { status: 200, body: '{}' };
    };
    const worker = newWorker();
    await Promise.all([1, 2, 3].map(() => round(worker)));
    expect(leases).toEqual([1]);
    expect(await held()).toBe(0);
  });

  it('keeps a slow sink from holding up another', async () => {
    const slow = await startReceiver(() => 'hang');
    await newSink('webhook', { format: 'sluice' }, slow.url);
    await newSink('otlp', {});
    await record(3);
    answer = () => ({ status: 200, body: '{}' });
    const stop = new AbortController();
    const work = startDelivery(workings, stop.signal, newWorker({ timeout: 60_000 }));
    const waiting = async () => (await listSinks(workings)).map((sink) => sink.waiting);
    while (slow.received.length === 0 || !(await waiting()).includes(0)) await pause(20);
    stop.abort();
    await work;
    await slow.close();
    expect((await waiting()).sort()).toEqual([0, 3]);
  });

  it('sends what is kept of some days once more', async () => {
    const dayBefore = start - 24 * hour;
    const early = await record(3, dayBefore);
    await record(2, start);
    const id = await newSink();
    expect(await replay(workings, id, { from: '2026-11-20', to: '2026-11-24' })).toEqual({ ok: true });
    await round();
    expect(arrived()).toEqual(early);
    for (const days of [
      { from: '2026-11-24', to: '2026-11-20' },
      { from: '2020-01-01', to: '2026-01-01' },
    ]) {
      expect(await replay(workings, id, days)).toEqual({ ok: false, reason: 'bad-request' });
    }
  });

  it('drops what waits for incidents that are no longer kept', async () => {
    await newSink();
    await record(5);
    await db.query('DELETE FROM incidents');
    await round();
    expect(receiver.received).toEqual([]);
    expect(await db.query('SELECT incident_id FROM sink_queue')).toEqual([]);
  });

  it('sends the audit checkpoint of each hour once', async () => {
    await newSink();
    const worker = newWorker();
    const checkpoints = () => receiver.received.filter(({ body }) => body.includes('"audit.checkpoint"'));
    await signCheckpoint(workings);
    for (let times = 0; times < 3; times += 1) await round(worker);
    expect(checkpoints()).toHaveLength(1);
    now += hour;
    await signCheckpoint(workings);
    for (let times = 0; times < 3; times += 1) await round(worker);
    expect(checkpoints()).toHaveLength(2);
    expect(JSON.parse(checkpoints()[1]!.body)).toMatchObject({ data: { checkpoint: { payload: expect.any(String) } } });
  });

  it('sends a checkpoint again that did not arrive', async () => {
    await newSink();
    const worker = newWorker();
    await signCheckpoint(workings);
    answer = () => ({ status: 500 });
    await round(worker);
    expect(await only()).toMatchObject({ lastProblem: 'server-failed', failingSince: null });
    answer = () => ({ status: 204 });
    const [incident] = await record(1); // it does not wait for the checkpoint
    await round(worker);
    await round(worker);
    now += 2 * hour;
    await round(worker);
    await round(worker);
    expect(await only()).toMatchObject({ lastProblem: null, failingSince: null, waiting: 0 });
    const [first, second, third, ...more] = idsOf(receiver.received);
    expect([second, first, more]).toEqual([incident, third, []]);
  });

  it('takes a checkpoint that arrives for a sign that a receiver works again, and one that does not for none', async () => {
    await newSink();
    const worker = newWorker();
    await record(1);
    answer = () => ({ status: 500 });
    await round(worker);
    expect(await only()).toMatchObject({ failingSince: expect.any(String), lastProblem: 'server-failed' });
    await db.query('DELETE FROM incidents'); // past their time, while the receiver was away
    await signCheckpoint(workings);
    answer = () => ({ status: 401 });
    now += 2 * hour;
    await round(worker);
    expect(await only()).toMatchObject({ failingSince: expect.any(String), lastProblem: 'server-failed' });
    answer = () => ({ status: 204 });
    now += 2 * hour;
    await round(worker);
    expect(await only()).toMatchObject({ failingSince: null, lastProblem: null });
  });

  it('gives a secret to no receiver that somebody wrote into the database', async () => {
    const id = await newSink();
    await record(1);
    const elsewhere = JSON.stringify({ url: `${receiver.url}/elsewhere`, allowedNetworks: loopback, format: 'sluice' });
    await db.query('UPDATE sinks SET settings = $1 WHERE id = $2', [elsewhere, id]);
    await round();
    expect(receiver.received).toEqual([]);
    expect(await only()).toMatchObject({ lastProblem: 'secret-unreadable' });
    expect(await changeSink(workings, id, { secret })).toEqual({ ok: true });
    await untilDelivered();
    expect(receiver.received.map(({ path }) => path)).toEqual(['/elsewhere']);
  });

  it('sends a test that says so, past the queue, or says what is wrong', async () => {
    const id = await newSink();
    await record(1);
    expect(await testSink(workings, id)).toEqual({ ok: true });
    expect(receiver.received).toHaveLength(1);
    expect(JSON.parse(receiver.received[0]!.body)).toMatchObject({
      data: { pseudonym: 'sluice-test', findings: [{ detector: 'sluice-test', rule: 'sluice-test' }] },
    });
    answer = () => ({ status: 401 });
    expect(await testSink(workings, id)).toEqual({ ok: false, reason: 'unauthorised' });
    answer = () => 'hang';
    const short = { ...defaultReach, timeout: 200 };
    expect(await testSink(workings, id, short)).toEqual({ ok: false, reason: 'timed-out' });
    expect(await only()).toMatchObject({ waiting: 1, failingSince: null });
    expect(await testSink(workings, randomUUID())).toEqual({ ok: false, reason: 'not-found' });
  });

  it('tries a changed configuration at once', async () => {
    const id = await newSink('webhook', { format: 'sluice' }, `${receiver.url}/old`);
    const ids = await record(3);
    answer = ({ path }) => ({ status: path === '/new' ? 204 : 404 });
    const worker = newWorker();
    await round(worker);
    expect(await only()).toMatchObject({ waiting: 3, lastProblem: 'not-found' });
    const settings = { url: `${receiver.url}/new`, format: 'sluice', allowedNetworks: loopback };
    expect(await changeSink(workings, id, { settings, secret })).toEqual({ ok: true });
    receiver.received.length = 0;
    await round(worker);
    expect(arrived()).toEqual(ids);
  });

  it('says when a secret or settings cannot be read any more', async () => {
    const id = await newSink();
    await record(1);
    await db.query("UPDATE sinks SET secret = 'sealed by another key'");
    await round();
    expect(await only()).toMatchObject({ waiting: 1, lastProblem: 'secret-unreadable' });
    expect(await testSink(workings, id)).toEqual({ ok: false, reason: 'secret-unreadable' });
    expect(receiver.received).toEqual([]);
  });

  it('refuses what is not a sink', async () => {
    const settings = { url: 'https://siem.example/', format: 'sluice' };
    const good = { kind: 'webhook', title: 'One', settings, secret };
    const add = (changes: object) => addSink(workings, { ...good, ...changes });
    const cases: readonly (readonly [object, string])[] = [
      [{ kind: 'pigeon' }, 'unknown-kind'],
      [{ kind: '__proto__' }, 'unknown-kind'],
      [{ title: ' ' }, 'bad-request'],
      [{ more: 1 }, 'bad-request'],
      [{ secret: 'short' }, 'bad-secret'],
      [{ secret: 'two\r\nlines' }, 'bad-request'],
      [{ secret: undefined }, 'secret-needed'],
      [{ settings: { ...settings, more: 1 } }, 'bad-settings'],
      [{ settings: { ...settings, url: 'ftp://siem.example/' } }, 'bad-settings'],
      [{ settings: { ...settings, url: 'https://name:word@siem.example/' } }, 'bad-settings'],
      [{ settings: { ...settings, allowedNetworks: ['everything'] } }, 'bad-settings'],
    ];
    for (const [changes, reason] of cases) expect(await add(changes)).toEqual({ ok: false, reason });
    expect(await listSinks(workings)).toEqual([]);
    const tcp = { host: 'logs.example', port: 514, transport: 'tcp', format: 'cef' };
    expect(await add({ kind: 'syslog', settings: tcp })).toEqual({ ok: false, reason: 'bad-secret' });
    expect(await add({ kind: 'syslog', settings: tcp, secret: undefined })).toMatchObject({ ok: true });
  });

  it('keeps a secret sealed, shows it to nobody, and sends it nowhere else', async () => {
    const id = await newSink();
    const dump = await dumpDatabase(db);
    expect(dump).not.toContain(secret);
    expect(JSON.stringify(await listSinks(workings))).not.toContain(secret);
    expect(await only()).toMatchObject({ hasSecret: true });
    const elsewhere = { url: 'https://elsewhere.example/', format: 'sluice' };
    expect(await changeSink(workings, id, { settings: elsewhere })).toEqual({ ok: false, reason: 'secret-needed' });
    expect(await changeSink(workings, id, { settings: elsewhere, secret })).toEqual({ ok: true });
    expect(await changeSink(workings, id, { title: 'Other', enabled: false })).toEqual({ ok: true });
    expect(await only()).toMatchObject({ title: 'Other', enabled: false, settings: elsewhere, hasSecret: true });
    expect(await changeSink(workings, 'no id', {})).toEqual({ ok: false, reason: 'not-found' });
    expect(await removeSink(workings, id)).toEqual({ ok: true });
    expect(await removeSink(workings, id)).toEqual({ ok: false, reason: 'not-found' });
  });

  it('logs closed words only', async () => {
    await newSink();
    await record(2);
    answer = () => ({ status: 500 });
    await round();
    expect(logged.map((line) => JSON.parse(line))).toEqual([
      { event: 'sink-failing', kind: 'webhook', problem: 'server-failed', failures: 1 },
    ]);
  });
});
