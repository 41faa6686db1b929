import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { verifyReceipt } from '../../lib/contract/chain.ts';
import { readRootKeys } from '../../lib/contract/envelope.ts';
import { verifyPolicy } from '../../lib/contract/signed-policy.ts';
import { newSetupToken } from '../auth/set-up.ts';
import { ErasedEntries, HeldEntries } from '../console-api/erasure-contract.ts';
import { keepRetention } from '../retention.ts';
import { deliverRound, newWorker } from '../sinks/deliver.ts';
import { addSink, listSinks, removeSink, replay, retryDead } from '../sinks/manage.ts';
import { listIncidents } from '../store/incident-list.ts';
import { insertIncidents } from '../store/incidents.ts';
import { releaseLease, takeLease } from '../store/leases.ts';
import { TestBrowser, incidentAt } from '../testing/browser.ts';
import { ConsoleVisitor } from '../testing/console-visitor.ts';
import { openTestEndpoint, orgId } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { dumpDatabase, onEachEngine } from '../testing/engines.ts';
import { eraseLatecomers } from './erase.ts';

const secret = Buffer.alloc(32, 7).toString('base64');
const day = 86_400_000;

onEachEngine(({ open }) => {
  let endpoint: TestEndpoint;
  let owner: ConsoleVisitor;
  let officer: ConsoleVisitor;
  let status = 200;
  const received: string[] = [];
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      received.push(body);
      response.writeHead(status).end();
    });
  });

  beforeAll(async () => {
    endpoint = await openTestEndpoint({ db: await open() });
    owner = new ConsoleVisitor(endpoint.send, endpoint.now);
    officer = new ConsoleVisitor(endpoint.send, endpoint.now);
    await owner.setUp((await newSetupToken(endpoint.workings))!);
    await officer.setUp(await owner.invite(['privacy-officer']), 'Officer');
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    receiver.close();
    await endpoint.close();
  });
  beforeEach(async () => {
    for (const { id } of await listSinks(endpoint.workings)) await removeSink(endpoint.workings, id);
    await endpoint.db.query('DELETE FROM incidents');
    await endpoint.db.query('DELETE FROM erased_incidents');
    received.splice(0);
    status = 200;
  });

  const enter = () => TestBrowser.join(endpoint.send, endpoint.token, endpoint.now);
  const lookUp = async (ids: readonly string[]) =>
    HeldEntries.parse((await officer.call('POST', '/erasure/lookup', { ids })).body);
  const erase = async (ids: readonly string[]) =>
    ErasedEntries.parse((await officer.call('POST', '/erasure', { ids })).body);
  const stored = async () => {
    const rows = await listIncidents(endpoint.db, { filters: {}, limit: 100 });
    return rows.map(({ incident }) => incident.id).toSorted();
  };
  const addReceiver = async (title: string) => {
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    const settings = { url, format: 'sluice', allowedNetworks: ['127.0.0.0/8'] };
    const added = await addSink(endpoint.workings, { kind: 'webhook', title, settings, secret });
    if (!added.ok) throw new Error(added.reason);
    return added.id;
  };
  const deliver = () => deliverRound(endpoint.workings, newWorker(), new AbortController().signal);
  /** The key behind receipts, as a browser comes to know it. */
  async function signerOf(browser: TestBrowser): Promise<CryptoKey> {
    const roots = await readRootKeys(endpoint.workings.keys.policyRootKeys);
    const signed: unknown = await (await browser.get('/v1/policy')).json();
    const verified = await verifyPolicy(signed, roots, { orgId, epoch: 0, seq: 0, now: endpoint.now() });
    if (!verified.ok) throw new Error(verified.reason);
    return verified.endpoint.key;
  }
  /** A browser whose incidents the endpoint has. */
  async function pushed(count: number) {
    const browser = await enter();
    const incidents = Array.from({ length: count }, () => incidentAt(endpoint.now()));
    for (const incident of incidents) await browser.note(incident);
    await browser.push(0);
    return { browser, incidents, ids: incidents.map(({ id }) => id) };
  }

  it('shows what is stored under ids, whole but for the pseudonym, and nothing of other ids', async () => {
    const { incidents, ids } = await pushed(3);
    const answer = await officer.call('POST', '/erasure/lookup', {
      ids: [ids[0], ids[1]!.toUpperCase(), crypto.randomUUID()],
    });
    const { rows, sinks } = HeldEntries.parse(answer.body);
    expect(rows.map(({ incident }) => incident).toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      incidents.slice(0, 2).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(sinks).toEqual([]);
    const [row] = await listIncidents(endpoint.db, { filters: {}, limit: 1 });
    expect(JSON.stringify(answer.body)).not.toContain(row!.pseudonym);
  });

  it('erases what was named and nothing else, however it is written and however often', async () => {
    const { ids } = await pushed(4);
    expect(await erase([ids[0]!.toUpperCase(), ids[0]!, ids[1]!])).toEqual({ erased: 2, sinks: [] });
    expect(await stored()).toEqual(ids.slice(2).toSorted());
    expect(await lookUp(ids.slice(0, 2))).toEqual({ rows: [], sinks: [] });
    expect(await erase(ids.slice(0, 2))).toEqual({ erased: 0, sinks: [] });
  });

  it('finds each of several hundred ids', async () => {
    const batch = Array.from({ length: 260 }, (_, index) => {
      return { incident: incidentAt(endpoint.now()), pseudonym: index.toString(16).padStart(20, '0') };
    });
    await endpoint.db.transaction((queries) => insertIncidents(queries, batch));
    const ids = batch.map(({ incident }) => incident.id);
    expect((await lookUp(ids)).rows).toHaveLength(260);
    expect((await erase(ids)).erased).toBe(260);
    expect(await stored()).toEqual([]);
  });

  it('leaves the chain as it was: it goes on, and its receipts are those of all that was sent', async () => {
    const { browser, ids } = await pushed(3);
    await erase(ids);
    await browser.note(incidentAt(endpoint.now()));
    const { receipt, rejected } = await browser.push(3);
    expect(rejected).toEqual([]);
    expect(receipt).toMatchObject({ chain: browser.chain, count: 4, head: await browser.head() });
    expect(await verifyReceipt(receipt, await signerOf(browser))).toBe(true);
  });

  it('keeps an erased id out: sent again, in a new chain, by another browser, and when it had not come yet', async () => {
    const { browser, incidents, ids } = await pushed(2);
    const late = incidentAt(endpoint.now());
    await erase([...ids, late.id]);
    await browser.push(0);
    expect(await stored()).toEqual([]);
    for (const again of [await enter(), await enter()]) {
      for (const incident of incidents) await again.note({ ...incident, id: incident.id.toUpperCase() });
      await again.note(late);
      const other = incidentAt(endpoint.now());
      await again.note(other);
      const { receipt, rejected } = await again.push(0);
      expect(receipt).toMatchObject({ count: 4, head: await again.head() });
      expect(rejected.map(({ index, reason }) => [index, reason])).toEqual([0, 1, 2].map((n) => [n, 'duplicate-id']));
      expect(await stored()).toEqual([other.id]);
      await erase([other.id]);
    }
    expect(await endpoint.db.query('SELECT 1 AS one FROM sink_queue')).toEqual([]);
  });

  it('takes back what waits for a sink, and names those that may hold a copy', async () => {
    await addReceiver('Got it');
    const { ids } = await pushed(2);
    await deliver();
    expect(received.join()).toContain(ids[0]!);
    await addReceiver('Got the rest');
    status = 500;
    const more = await pushed(1);
    const held = await lookUp([...ids, ...more.ids]);
    const expected = [
      { kind: 'Webhook, signed', title: 'Got it', unsent: 1, mayHold: 2 },
      { kind: 'Webhook, signed', title: 'Got the rest', unsent: 1, mayHold: 2 },
    ];
    expect(held.sinks).toEqual(expected);
    expect(await erase([...ids, ...more.ids])).toEqual({ erased: 3, sinks: expected });
    received.splice(0);
    status = 200;
    await deliver();
    expect(received).toEqual([]);
    expect(await endpoint.db.query('SELECT 1 AS one FROM sink_queue')).toEqual([]);
  });

  it('counts as sent what was tried, was replayed or waits anew after it was given up', async () => {
    const id = await addReceiver('Often');
    const { ids } = await pushed(1);
    const copies = async () => (await lookUp(ids)).sinks.map(({ unsent, mayHold }) => [unsent, mayHold]);
    expect(await copies()).toEqual([[1, 0]]);
    status = 400; // a dead letter at once
    await deliver();
    expect(await copies()).toEqual([[0, 1]]);
    await retryDead(endpoint.workings, id);
    expect(await copies()).toEqual([[0, 1]]);
    status = 200;
    await deliver();
    const today = new Date(endpoint.now()).toISOString().slice(0, 10);
    await replay(endpoint.workings, id, { from: today, to: today });
    expect(await copies()).toEqual([[0, 1]]);
    expect((await erase(ids)).sinks).toMatchObject([{ unsent: 0, mayHold: 1 }]);
  });

  it('counts as sent what a sink is sending at the moment, and gives the others back', async () => {
    const id = await addReceiver('Sending');
    const { ids } = await pushed(1);
    const lease = { name: `sink ${id}`, holder: 'another' };
    await takeLease(endpoint.db, lease, { now: endpoint.now(), until: endpoint.now() + 60_000 });
    expect((await erase(ids)).sinks).toMatchObject([{ unsent: 0, mayHold: 1 }]);
    await releaseLease(endpoint.db, lease);
    const next = await pushed(1);
    expect((await erase(next.ids)).sinks).toMatchObject([{ unsent: 1, mayHold: 0 }]);
    expect(await takeLease(endpoint.db, lease, { now: endpoint.now(), until: endpoint.now() })).toBe(true);
  });

  it('removes once what came in beside the erasure', async () => {
    const { db } = endpoint;
    const late = { incident: incidentAt(endpoint.now()), pseudonym: 'a'.repeat(20) };
    const slipIn = async () => {
      await erase([late.incident.id]);
      const marks = await db.query('SELECT bucket, id, kept_until::text AS kept_until, checked FROM erased_incidents');
      await db.query('DELETE FROM erased_incidents');
      await db.transaction((queries) => insertIncidents(queries, [late]));
      await db.query(
        `INSERT INTO erased_incidents (bucket, id, kept_until, checked)
         SELECT bucket, id, kept_until, checked FROM jsonb_to_recordset($1::jsonb)
           AS sent (bucket smallint, id uuid, kept_until date, checked boolean)`,
        [JSON.stringify(marks)],
      );
    };
    await slipIn();
    expect(await stored()).toEqual([late.incident.id]);
    await eraseLatecomers(db);
    expect(await stored()).toEqual([]);
    expect(await db.query('SELECT id FROM erased_incidents WHERE NOT checked')).toEqual([]);
  });

  it('writes how many into the audit log, and no id anywhere but in the tombstones', async () => {
    const { ids } = await pushed(2);
    await lookUp(ids);
    await erase(ids);
    const rows = await endpoint.db.query('SELECT entry FROM audit_entries ORDER BY seq DESC LIMIT 2');
    const [erased, asked] = rows.map(({ entry }) => JSON.parse(String(entry)) as unknown);
    expect(asked).toMatchObject({ action: 'incidents-looked-up', target: 'incidents', detail: { asked: 2, found: 2 } });
    expect(erased).toMatchObject({ action: 'incidents-erased', target: 'incidents', detail: { asked: 2, erased: 2 } });
    const dump = (await dumpDatabase(endpoint.db)).split('\n').filter((line) => ids.some((id) => line.includes(id)));
    expect(dump).toHaveLength(2);
    for (const line of dump)
      expect(Object.keys(JSON.parse(line) as object)).toEqual(['bucket', 'id', 'kept_until', 'checked']);
    expect(endpoint.logged.join()).not.toContain(ids[0]!);
  });

  it('refuses what is no list of ids', async () => {
    const many = Array.from({ length: 501 }, () => crypto.randomUUID());
    for (const body of [{}, { ids: [] }, { ids: ['%'] }, { ids: many }, { ids: [many[0]], all: true }, { ids: '*' }])
      for (const path of ['/erasure/lookup', '/erasure'])
        expect(await officer.call('POST', path, body)).toMatchObject({ status: 400, body: { reason: 'bad-request' } });
  });

  it('forgets a tombstone only when the event would be too old to be taken', async () => {
    const { browser, ids } = await pushed(1);
    await erase(ids);
    const end = await endpoint.db.query('SELECT kept_until::text AS day FROM erased_incidents');
    expect(String(end[0]!['day'])).toMatch(/-01$/);
    endpoint.advance(179 * day);
    await keepRetention(endpoint.workings);
    const again = await enter();
    again.entries.push(...browser.entries);
    expect((await again.push(0)).rejected).toMatchObject([{ reason: 'duplicate-id' }]);
    expect(await stored()).toEqual([]);
    expect(await endpoint.db.query('SELECT id FROM erased_incidents')).toHaveLength(1);
    endpoint.advance(40 * day);
    await keepRetention(endpoint.workings);
    expect(await endpoint.db.query('SELECT id FROM erased_incidents')).toEqual([]);
  });
});
