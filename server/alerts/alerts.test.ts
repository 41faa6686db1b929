import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Heartbeat } from '../../lib/contract/heartbeat.ts';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import type { Outcome } from '../../lib/vocabulary/actions.ts';
import type { Ring } from '../../lib/vocabulary/states.ts';
import { signCheckpoint } from '../audit/checkpoint.ts';
import { createMetrics } from '../metrics/metrics.ts';
import { publishPolicy, renewPolicy } from '../publish-policy.ts';
import { noteBackup, readAlerts } from '../store/alerts.ts';
import { addCounts } from '../store/counts.ts';
import { dayOf } from '../store/database.ts';
import { addEnrolmentToken } from '../store/enrolment-tokens.ts';
import { insertIncidents } from '../store/incidents.ts';
import { replaceExpectedDevices } from '../store/fleet.ts';
import { recordHeartbeat } from '../store/heartbeats.ts';
import { enrol } from '../store/installs.ts';
import { readDelegationEnd } from '../read-policy.ts';
import { currentNumbers, currentPolicy } from '../store/policies.ts';
import { closeDays } from '../store/published-counts.ts';
import { insertSink, noteHealth } from '../store/sinks.ts';
import { heartbeatNow, incidentAt } from '../testing/browser.ts';
import { makeCertificate } from '../testing/certificate.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { dumpDatabase, onEachEngine } from '../testing/engines.ts';
import { startMailReceiver } from '../testing/mail-receiver.ts';
import { startReceiver } from '../testing/receiver.ts';
import type { Receiver, Reply } from '../testing/receiver.ts';
import { alertKinds, alertLevels } from '../vocabulary.ts';
import type { DestinationDraft } from './contract.ts';
import { deliverAlerts } from './deliver.ts';
import { lookForAlerts } from './look.ts';
import { addDestination, changeDestination, listDestinations, retryDestination } from './manage.ts';

const hour = 3_600_000;
const day = 24 * hour;
const publicKey = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) } as const;
const certificate = makeCertificate();
const used = [
  ...['alerts', 'alert_looks', 'alert_destinations', 'alert_notices', 'backup_days', 'expected_devices', 'installs'],
  ...['heartbeats', 'counts', 'count_marks', 'published_days', 'published_counts', 'sinks', 'sink_queue', 'incidents'],
];
/** No number that the endpoint has signed is higher. */
const inForce: Heartbeat['policy'] = { source: 'endpoint', epoch: 1, seq: 1_000, stale: false };
const publicUrl = 'https://sluice.example';

onEachEngine(({ open }) => {
  let endpoint: TestEndpoint;
  beforeAll(async () => {
    endpoint = await openTestEndpoint({ db: await open() });
    await addEnrolmentToken(endpoint.db, { token: 'fleet', expiresAt: endpoint.now() + 2_000 * day, uses: 1_000 });
  });
  afterAll(() => endpoint.close());

  /** Starts anew, weeks later at noon: hours do not become another day, and no day is seen twice. */
  beforeEach(async () => {
    for (const table of used) await endpoint.db.query(`DELETE FROM ${table}`);
    endpoint.advance(41 * day + 12 * hour - (endpoint.now() % day));
    await renewPolicy(endpoint.workings);
  });

  /** Looks in the next hour. What is open then, by kind and subject. */
  async function look(): Promise<Readonly<Record<string, string>>> {
    endpoint.advance(hour);
    await lookForAlerts(endpoint.workings);
    const open = (await readAlerts(endpoint.db)).filter(({ closedOn }) => closedOn === null);
    return Object.fromEntries(open.map(({ kind, subject, level }) => [`${kind} ${subject}`.trim(), level]));
  }

  async function enrolled(count: number, group: string): Promise<readonly string[]> {
    const ids = Array.from({ length: count }, () => randomUUID());
    for (const id of ids)
      await enrol(endpoint.db, { id, token: 'fleet', publicKey, group, now: endpoint.now() - 20 * day });
    return ids;
  }

  async function heard(ids: readonly string[], more: Partial<Heartbeat> = {}): Promise<void> {
    const now = endpoint.now() - day;
    for (const installId of ids)
      await recordHeartbeat(endpoint.db, {
        installId,
        heartbeat: { ...heartbeatNow(), policy: inForce, ...more },
        now,
      });
  }

  const courier = (more: object = {}) => ({ publicUrl, signal: new AbortController().signal, ...more });
  const deliver = () => deliverAlerts(endpoint.workings, courier());
  const secret = randomBytes(32).toString('base64');
  const hook = (receiver: Receiver, more: object = {}) =>
    addDestination(endpoint.workings, {
      channel: 'webhook',
      title: 'On-call',
      settings: { url: `${receiver.url}/hook`, allowedNetworks: ['127.0.0.0/8'] },
      secret,
      kinds: [...alertKinds],
      fromLevel: 'warning',
      ...more,
    });

  it('opens and closes what a group of the fleet is alarming for, and nothing for fewer than five', async () => {
    const bad: Partial<Heartbeat> = {
      state: 'degraded',
      drift: ['call-unknown'],
      rings: { page: 'stops', network: 'missing' },
      policy: { source: 'endpoint', epoch: 1, seq: 0, stale: true },
      audit: 'forked',
    };
    const [field, few] = [await enrolled(10, 'field'), await enrolled(4, 'few')];
    await replaceExpectedDevices(endpoint.db, [{ group: 'sales', devices: 40 }, { group: 'few', devices: 4 }], endpoint.now()); // prettier-ignore
    await heard([...field, ...few], bad);
    expect(await look()).toEqual({
      'silent-group sales': 'alarm',
      'degraded field': 'alarm',
      'drift field': 'alarm',
      'ring-disagreement field': 'alarm',
      'stale-policy field': 'alarm',
      'audit field': 'alarm',
    });
    endpoint.advance(day);
    await replaceExpectedDevices(endpoint.db, [], endpoint.now());
    await heard([...field, ...few]);
    expect(await look()).toEqual({});
  });

  it('opens when the network gate stops what the gates of many let pass, and not for fewer than five', async () => {
    const { db } = endpoint;
    await heard(await enrolled(100, 'field'));
    const at = endpoint.now() - day;
    const stopped = (people: number, times: number, ring: Ring = 'network', outcome: Outcome = 'refused') =>
      db.transaction((queries) =>
        insertIncidents(
          queries,
          Array.from({ length: people * times }, (_, index) => ({
            incident: incidentAt(at, { ring, outcome }),
            pseudonym: String(index % people).padStart(20, '0'),
          })),
        ),
      );
    await stopped(4, 30);
    await stopped(60, 1, 'page');
    await stopped(60, 1, 'network', 'observed');
    expect(await look()).toEqual({});
    await stopped(5, 1);
    expect(await look()).toEqual({ 'network-stops': 'alarm' });
    endpoint.advance(day);
    await heard(await enrolled(1, 'field'));
    expect(await look()).toEqual({});
  });

  it('calls nobody late whose day was over before a policy was published, and whoever still lacks it a day later', async () => {
    const publish = () =>
      publishPolicy(endpoint.workings, builtInPolicy, { author: 'A. Author', approver: 'B. Approver' });
    const field = await enrolled(10, 'field');
    endpoint.advance(day);
    const { epoch, seq } = (await currentNumbers(endpoint.db))!; // of yesterday
    const held: Heartbeat['policy'] = { source: 'endpoint', epoch, seq, stale: false };
    await heard(field, { policy: held });
    expect((await publish()).seq).toBe(seq + 1);
    expect((await publish()).seq).toBe(seq + 2);
    expect(await look()).toEqual({});
    endpoint.advance(day);
    await heard(field, { policy: { ...held, seq: seq + 1 } }); // one may be on its way
    expect(await look()).toEqual({});
    await heard(field, { policy: held });
    expect(await look()).toEqual({ 'stale-policy field': 'alarm' });
  });

  it('opens when people override much more than before, and closes when that is what they do no more', async () => {
    const { db, workings } = endpoint;
    const rows = (at: number, count: number, outcome: 'sent-clean' | 'sent-anyway') =>
      Array.from({ length: count }, (_, person) => {
        const incident = incidentAt(at, { outcome, action: outcome === 'sent-anyway' ? 'warn' : 'log' });
        const findings = incident.findings.map((finding) => ({ ...finding, action: incident.action }));
        return { incident: { ...incident, findings }, pseudonym: `person-${person}`, group: null };
      });
    const last = endpoint.now() - 5 * day;
    const record = (at: number, overridden: number) =>
      db.transaction((queries) =>
        addCounts(queries, workings.keys, [...rows(at, 12, 'sent-clean'), ...rows(at, overridden, 'sent-anyway')]),
      );
    for (let ago = 7; ago < 24; ago += 1) await record(last - ago * day, 0);
    for (let ago = 0; ago < 7; ago += 1) await record(last - ago * day, 8);
    await closeDays(db, endpoint.now());
    expect(await look()).toEqual({ 'many-overrides': 'alarm' });
    for (let ahead = 1; ahead <= 7; ahead += 1) await record(last + ahead * day, 0);
    endpoint.advance(7 * day);
    await closeDays(db, endpoint.now());
    expect(await look()).toEqual({});
  });

  it('never opens for overrides of fewer than five people', async () => {
    const { db, workings } = endpoint;
    const last = endpoint.now() - 5 * day;
    for (let ago = 0; ago < 24; ago += 1) {
      const at = last - ago * day;
      const asked = Array.from({ length: 30 }, (_, index) => {
        const incident = incidentAt(at, { action: 'warn', outcome: ago < 7 && index < 24 ? 'sent-anyway' : 'edited' });
        const findings = incident.findings.map((finding) => ({ ...finding, action: 'warn' as const }));
        return { incident: { ...incident, findings }, pseudonym: `p-${index < 24 ? index % 4 : index}`, group: null };
      });
      await db.transaction((queries) => addCounts(queries, workings.keys, asked));
    }
    await closeDays(db, endpoint.now());
    expect(await look()).toEqual({});
  });

  it('opens before the delegation ends, and closes once there is a new one', async () => {
    const daysLeft = async () => (readDelegationEnd((await currentPolicy(endpoint.db))!)! - endpoint.now()) / day;
    endpoint.advance(Math.floor((await daysLeft()) - 20) * day);
    expect(await look()).toEqual({ 'delegation-ending': 'warning' });
    endpoint.advance(14 * day);
    expect(await look()).toEqual({ 'delegation-ending': 'alarm' });
    await renewPolicy(endpoint.workings);
    expect(await look()).toEqual({});
  });

  it('opens for a sink that is not reached, and for its dead letters', async () => {
    const { db } = endpoint;
    const [id, today] = [randomUUID(), dayOf(endpoint.now())];
    const sink = { kind: 'webhook', title: 'The SIEM', settings: '{}', secret: null, enabled: true, createdOn: today };
    await insertSink(db, { id, ...sink });
    await noteHealth(db, { id, failing: true, problem: 'unreachable', day: today });
    await db.query(
      `INSERT INTO sink_queue (bucket, sink_id, incident_id, tries, dead) VALUES (1, $1::uuid, $2::uuid, 12, true)`,
      [id, randomUUID()],
    );
    expect(await look()).toEqual({ [`dead-letters ${id}`]: 'warning' });
    endpoint.advance(day);
    expect(await look()).toEqual({ [`dead-letters ${id}`]: 'warning', [`sink-failing ${id}`]: 'warning' });
    endpoint.advance(2 * day);
    expect(await look()).toMatchObject({ [`sink-failing ${id}`]: 'alarm' });
    await noteHealth(db, { id, failing: false, problem: null, day: today });
    await db.query('DELETE FROM sink_queue');
    expect(await look()).toEqual({});
  });

  it('opens when the clock went back, and closes when it is right again', async () => {
    await signCheckpoint(endpoint.workings);
    endpoint.advance(-6 * hour);
    expect(await look()).toEqual({ 'clock-behind': 'alarm' });
    endpoint.advance(6 * hour);
    expect(await look()).toEqual({});
  });

  it('opens for an old backup, and for none where none was ever made by us', async () => {
    expect(await look()).toEqual({});
    await noteBackup(endpoint.db, dayOf(endpoint.now()));
    endpoint.advance(8 * day);
    expect(await look()).toEqual({ 'backup-old': 'warning' });
    endpoint.advance(7 * day);
    expect(await look()).toEqual({ 'backup-old': 'alarm' });
    await noteBackup(endpoint.db, dayOf(endpoint.now()));
    expect(await look()).toEqual({});
  });

  it('looks once an hour, however many processes do, and queues each piece of news once', async () => {
    const receiver = await startReceiver(() => ({ status: 200 }));
    await hook(receiver);
    await noteBackup(endpoint.db, dayOf(endpoint.now() - 9 * day));
    await Promise.all([1, 2, 3, 4].map(() => lookForAlerts(endpoint.workings)));
    await Promise.all([1, 2, 3, 4].map(deliver));
    await Promise.all([1, 2, 3, 4].map(() => lookForAlerts(endpoint.workings)));
    await deliver();
    expect(receiver.received).toHaveLength(1);
    await receiver.close();
  });

  it('tells a webhook and a mail server when one begins, goes on, gets worse and is over', async () => {
    const receiver = await startReceiver(() => ({ status: 204 }));
    const mails = await startMailReceiver({ security: 'starttls', certificate });
    const metrics = createMetrics();
    await hook(receiver);
    const settings = { host: 'localhost', port: mails.port, security: 'starttls', ca: certificate.cert };
    const own = {
      ...settings,
      allowedNetworks: ['127.0.0.0/8', '::1'],
      from: 'sluice@example.org',
      to: 'it@example.org',
    };
    const mail = {
      channel: 'mail',
      title: 'IT',
      settings: own,
      kinds: [...alertKinds],
      fromLevel: 'alarm',
    } satisfies DestinationDraft;
    expect((await addDestination(endpoint.workings, mail)).ok).toBe(true);
    await noteBackup(endpoint.db, dayOf(endpoint.now() - 14 * day));
    const heardOf = async () => {
      await look();
      await deliverAlerts(endpoint.workings, courier({ metrics }));
      const types = receiver.received.splice(0).map(({ body }) => (JSON.parse(body) as { type: string }).type);
      const subjects = mails.received.splice(0).map(({ text }) => /^Subject: (.*)$/m.exec(text)?.[1]?.trim());
      return [...types, ...subjects];
    };
    expect(await heardOf()).toEqual(['alert.opened']);
    expect(await heardOf()).toEqual([]);
    endpoint.advance(day);
    expect(await heardOf()).toEqual(['alert.raised', 'Sluice: Alarm: The last backup is old']);
    endpoint.advance(day);
    expect(await heardOf()).toEqual(['alert.still', 'Sluice: Alarm: The last backup is old']);
    await noteBackup(endpoint.db, dayOf(endpoint.now()));
    expect(await heardOf()).toEqual(['alert.closed', 'Sluice: Over: The last backup is old']);
    expect(await metrics.text()).toContain('sluice_alert_notices_total{result="accepted"} 7');
    await Promise.all([receiver.close(), mails.close()]);
  });

  it('tries again with the same id, gives up after twelve tries with the reason, and starts anew when asked', async () => {
    let status = 500;
    const receiver = await startReceiver((): Reply => ({ status }));
    const added = await hook(receiver);
    await noteBackup(endpoint.db, dayOf(endpoint.now() - 9 * day));
    await look();
    for (let round = 0; round < 14; round += 1) {
      await deliver();
      endpoint.advance(hour + 60_000);
    }
    expect(receiver.received).toHaveLength(12);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const state = { waiting: 0, dead: 1, lastProblem: 'server-failed', failingSince: expect.any(String) as string };
    expect((await listDestinations(endpoint.workings)).destinations).toMatchObject([state]);
    status = 200;
    await retryDestination(endpoint.workings, added.ok ? added.id : '');
    await deliver();
    const well = { waiting: 0, dead: 0, lastProblem: null, failingSince: null };
    expect((await listDestinations(endpoint.workings)).destinations).toMatchObject([well]);
    await receiver.close();
  });

  it('keeps to the kinds and the level of a destination, and leaves one alone that is off', async () => {
    const receiver = await startReceiver(() => ({ status: 200 }));
    await hook(receiver, { kinds: ['drift'] });
    await hook(receiver, { fromLevel: 'alarm' });
    const off = await hook(receiver);
    await changeDestination(endpoint.workings, off.ok ? off.id : '', { enabled: false });
    await noteBackup(endpoint.db, dayOf(endpoint.now() - 9 * day));
    await look();
    await deliver();
    expect(receiver.received).toEqual([]);
    await receiver.close();
  });

  it('has its secret sealed, and sends it to no other receiver than it was given for', async () => {
    const receiver = await startReceiver(() => ({ status: 200 }));
    const added = await hook(receiver);
    const id = added.ok ? added.id : '';
    expect(await dumpDatabase(endpoint.db)).not.toContain(secret);
    expect(JSON.stringify(await listDestinations(endpoint.workings))).not.toContain(secret);
    const settings = { url: 'https://elsewhere.example/hook' };
    const moved = await changeDestination(endpoint.workings, id, { settings });
    expect(moved).toEqual({ ok: false, reason: 'secret-needed' });
    expect((await changeDestination(endpoint.workings, id, { settings, secret })).ok).toBe(true);
    await receiver.close();
  });

  it('sends closed words, days and the names of groups, and nothing else', async () => {
    const receiver = await startReceiver(() => ({ status: 200 }));
    const mails = await startMailReceiver({ security: 'none' });
    await hook(receiver);
    const place = { host: '127.0.0.1', port: mails.port, security: 'none', allowedNetworks: ['127.0.0.1'] };
    const own = { ...place, from: 'sluice@example.org', to: 'it@example.org' };
    await addDestination(endpoint.workings, {
      channel: 'mail',
      title: 'IT',
      settings: own,
      kinds: [...alertKinds],
      fromLevel: 'warning',
    });
    const ids = await enrolled(13, 'sales');
    await heard(ids.slice(0, 7), { state: 'degraded', drift: ['call-unknown'] });
    await heard(ids.slice(7), { audit: 'forked' });
    await replaceExpectedDevices(endpoint.db, [{ group: 'legal', devices: 17 }], endpoint.now());
    const sink = { kind: 'webhook', title: 'Secret place', settings: '{}', secret: null, enabled: true };
    const sinkId = randomUUID();
    await insertSink(endpoint.db, { id: sinkId, ...sink, createdOn: dayOf(endpoint.now()) });
    const since = dayOf(endpoint.now() - 2 * day);
    await noteHealth(endpoint.db, { id: sinkId, failing: true, problem: 'unreachable', day: since });
    expect(Object.keys(await look())).toHaveLength(5);
    await deliver();

    const Body = z.strictObject({
      type: z.literal('alert.opened'),
      timestamp: z.iso.datetime(),
      data: z.strictObject({
        organisation: z.literal('trial'),
        page: z.literal(`${publicUrl}/alerts`),
        alert: z.uuidv4(),
        kind: z.enum(alertKinds),
        level: z.enum(alertLevels),
        group: z.optional(z.enum(['sales', 'legal'])),
        since: z.literal(dayOf(endpoint.now())),
      }),
    });
    const known = new Set((await readAlerts(endpoint.db)).map(({ id }) => id));
    expect(receiver.received).toHaveLength(5);
    for (const { body } of receiver.received) expect(known.has(Body.parse(JSON.parse(body)).data.alert)).toBe(true);

    expect(mails.received).toHaveLength(1);
    const { text } = mails.received[0]!;
    const body = text.slice(text.indexOf('\r\n\r\n'));
    expect(body.replaceAll(dayOf(endpoint.now()), '')).not.toMatch(/\d/);
    const all = [text, ...receiver.received.map((each) => each.body)].join('\n');
    const pseudonyms = ids.map((id) => endpoint.workings.keys.pseudonym(id, new Date(endpoint.now()).toISOString()));
    for (const word of [...ids, ...pseudonyms, sinkId, 'Secret place']) expect(all).not.toContain(word);
    await Promise.all([receiver.close(), mails.close()]);
  });
});
