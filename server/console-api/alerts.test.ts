import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookForAlerts } from '../alerts/look.ts';
import { AlertList, DestinationList, DestinationMade } from '../alerts/contract.ts';
import { newSetupToken } from '../auth/set-up.ts';
import { noteBackup } from '../store/alerts.ts';
import { dayOf } from '../store/database.ts';
import { replaceExpectedDevices } from '../store/fleet.ts';
import { ConsoleVisitor } from '../testing/console-visitor.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { dumpDatabase } from '../testing/engines.ts';
import { startMailReceiver } from '../testing/mail-receiver.ts';
import { alertKinds } from '../vocabulary.ts';

const day = 86_400_000;

let endpoint: TestEndpoint;
let owner: ConsoleVisitor;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  owner = new ConsoleVisitor(endpoint.send, endpoint.now);
  await owner.setUp((await newSetupToken(endpoint.workings))!);
});
afterAll(() => endpoint.close());

const alerts = async () => AlertList.parse((await owner.call('GET', '/alerts')).body).alerts;
const destinations = async () =>
  DestinationList.parse((await owner.call('GET', '/alert-destinations')).body).destinations;

async function lastAudit(): Promise<unknown> {
  const rows = await endpoint.db.query('SELECT entry FROM audit_entries ORDER BY seq DESC LIMIT 1');
  return JSON.parse(String(rows[0]?.['entry']));
}

it('lists what is open and what is over, and lets somebody take note once', async () => {
  expect(await alerts()).toEqual([]);
  await replaceExpectedDevices(endpoint.db, [{ group: 'sales', devices: 40 }], endpoint.now());
  await noteBackup(endpoint.db, dayOf(endpoint.now() - 9 * day));
  await lookForAlerts(endpoint.workings);
  const since = dayOf(endpoint.now());
  const still = { since, closedOn: null, acknowledgedBy: null, acknowledgedOn: null, sink: null };
  expect(await alerts()).toEqual([
    { ...still, id: expect.any(String), kind: 'backup-old', level: 'warning', group: null },
    { ...still, id: expect.any(String), kind: 'silent-group', level: 'alarm', group: 'sales' },
  ]);
  const [backup] = await alerts();
  expect((await owner.call('POST', `/alerts/${backup!.id}/acknowledge`)).body).toEqual({ done: true });
  expect((await alerts())[0]).toMatchObject({ acknowledgedBy: 'Jordan Rivera', acknowledgedOn: since });
  expect(await lastAudit()).toMatchObject({ actor: 'Jordan Rivera', action: 'alert-acknowledged', target: backup!.id });
  expect((await owner.call('POST', `/alerts/${backup!.id}/acknowledge`)).status).toBe(404);
  for (const id of ['nonsense', crypto.randomUUID()])
    expect((await owner.call('POST', `/alerts/${id}/acknowledge`)).status).toBe(404);
});

it('adds a destination, tests it, changes and removes it, and never shows its password', async () => {
  const password = ['open', 'sesame', 'please'].join('-');
  const user = { name: 'sluice', password };
  const receiver = await startMailReceiver({ security: 'none', user });
  const settings = {
    host: '127.0.0.1',
    port: receiver.port,
    security: 'none',
    from: 'sluice@example.org',
    to: 'it@example.org',
    allowedNetworks: ['127.0.0.0/8'],
  };
  const draft = { channel: 'mail', title: 'IT', settings, kinds: alertKinds, fromLevel: 'warning' };
  const refusals: readonly (readonly [object, number, string])[] = [
    [{ ...draft, channel: 'pigeon' }, 400, 'bad-request'],
    [{ ...draft, kinds: [] }, 400, 'bad-request'],
    [{ ...draft, kinds: ['drift', 'drift'] }, 400, 'bad-request'],
    [{ ...draft, more: 1 }, 400, 'bad-request'],
    [{ ...draft, settings: { ...settings, to: 'a@b.example, c@d.example' } }, 422, 'bad-settings'],
    [{ ...draft, settings: { ...settings, more: 1 } }, 422, 'bad-settings'],
    [{ ...draft, settings: { ...settings, security: 'tls', username: 'sluice' } }, 422, 'secret-needed'],
    [{ ...draft, settings: { ...settings, username: 'sluice' }, secret: password }, 422, 'bad-settings'],
    [{ ...draft, channel: 'webhook', settings: { url: 'https://x.example' }, secret: 'short' }, 422, 'bad-secret'],
  ];
  for (const [body, status, reason] of refusals)
    expect(await owner.call('POST', '/alert-destinations', body)).toMatchObject({ status, body: { reason } });

  const { id } = DestinationMade.parse((await owner.call('POST', '/alert-destinations', draft)).body);
  expect(await lastAudit()).toMatchObject({ action: 'alert-destination-added', target: id });
  const path = `/alert-destinations/${id}`;
  expect((await owner.call('POST', `${path}/test`)).body).toEqual({ arrived: false, problem: 'unauthorised' });
  const changes = { settings: { ...settings, security: 'starttls', username: 'sluice' }, secret: password };
  expect((await owner.call('PUT', path, changes)).status).toBe(200);
  expect(await destinations()).toMatchObject([{ id, hasSecret: true, fromLevel: 'warning', enabled: true }]);
  expect(JSON.stringify(await destinations())).not.toContain(password);
  expect(await dumpDatabase(endpoint.db)).not.toContain(password);
  const elsewhere = { settings: { ...changes.settings, host: 'mail.example' } };
  expect(await owner.call('PUT', path, elsewhere)).toMatchObject({ status: 422, body: { reason: 'secret-needed' } });
  expect((await owner.call('POST', `${path}/test`)).body).toEqual({ arrived: false, problem: 'tls-failed' });
  expect(await lastAudit()).toMatchObject({ action: 'alert-destination-tested', detail: { arrived: false } });
  expect((await owner.call('POST', `${path}/retry`)).status).toBe(200);
  expect((await owner.call('DELETE', path)).status).toBe(200);
  expect((await owner.call('DELETE', path)).status).toBe(404);
  expect(await destinations()).toEqual([]);
  await receiver.close();
});

it('sends a test that names the console and nobody', async () => {
  const receiver = await startMailReceiver({ security: 'none' });
  const place = { host: '127.0.0.1', port: receiver.port, security: 'none', allowedNetworks: ['127.0.0.0/8'] };
  const settings = { ...place, from: 'sluice@example.org', to: 'it@example.org' };
  const draft = { channel: 'mail', title: 'IT', settings, kinds: ['drift'], fromLevel: 'alarm' };
  const { id } = DestinationMade.parse((await owner.call('POST', '/alert-destinations', draft)).body);
  const tested = await owner.call('POST', `/alert-destinations/${id}/test`);
  expect(tested.body).toEqual({ arrived: true, problem: null });
  const { text } = receiver.received[0]!;
  expect(text).toContain('This is a test. Nothing is wrong.');
  expect(text).toContain('http://localhost:4444/alerts');
  expect(text).not.toContain('Jordan');
  await receiver.close();
});
