import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { newSetupToken } from '../auth/set-up.ts';
import { ConsoleVisitor } from '../testing/console-visitor.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { dumpDatabase } from '../testing/engines.ts';
import { SinkList, SinkMade } from './sinks-contract.ts';

let endpoint: TestEndpoint;
let owner: ConsoleVisitor;
const received: string[] = [];
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += String(chunk)));
  request.on('end', () => {
    received.push(body);
    response.writeHead(200).end();
  });
});

beforeAll(async () => {
  endpoint = await openTestEndpoint();
  owner = new ConsoleVisitor(endpoint.send, endpoint.now);
  await owner.setUp((await newSetupToken(endpoint.workings))!);
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  receiver.close();
  await endpoint.close();
});
beforeEach(() => received.splice(0));

const secret = Buffer.alloc(32, 7).toString('base64');
const url = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
const draft = (more: object = {}) => ({
  kind: 'webhook',
  title: 'Test receiver',
  settings: { url: url(), format: 'sluice', allowedNetworks: ['127.0.0.0/8'] },
  secret,
  ...more,
});
const list = async () => SinkList.parse((await owner.call('GET', '/sinks')).body).sinks;

async function actions(): Promise<readonly string[]> {
  const rows = await endpoint.db.query('SELECT entry FROM audit_entries ORDER BY seq');
  return rows.map(({ entry }) => (JSON.parse(String(entry)) as { action: string }).action);
}

it('adds a place, tests it, switches it off and removes it, and each stands in the audit log', async () => {
  const { id } = SinkMade.parse((await owner.call('POST', '/sinks', draft())).body);
  expect((await owner.call('POST', `/sinks/${id}/test`)).body).toEqual({ arrived: true, problem: null });
  expect(received).toHaveLength(1);
  expect((await owner.call('PUT', `/sinks/${id}`, { enabled: false })).status).toBe(200);
  expect(await list()).toMatchObject([{ id, enabled: false, hasSecret: true }]);
  expect(JSON.stringify(await list())).not.toContain(secret);
  expect(await dumpDatabase(endpoint.db)).not.toContain(secret);
  expect((await owner.call('POST', `/sinks/${id}/replay`, { from: '2026-11-01', to: '2026-11-02' })).status).toBe(200);
  expect((await owner.call('POST', `/sinks/${id}/retry`)).status).toBe(200);
  expect((await owner.call('DELETE', `/sinks/${id}`)).status).toBe(200);
  expect((await owner.call('DELETE', `/sinks/${id}`)).status).toBe(404);
  expect((await actions()).slice(-6)).toEqual([
    'sink-added',
    'sink-tested',
    'sink-changed',
    'sink-replayed',
    'sink-retried',
    'sink-removed',
  ]);
});

it('says what is wrong with what was entered, and what a test came to', async () => {
  const before = (await actions()).length;
  const refusals: readonly (readonly [object, number, string])[] = [
    [draft({ kind: 'carrier-pigeon' }), 422, 'bad-request'],
    [draft({ settings: { url: 'ftp://x', format: 'sluice' } }), 422, 'bad-settings'],
    [draft({ secret: 'short' }), 422, 'bad-secret'],
    [draft({ secret: undefined }), 422, 'secret-needed'],
    [draft({ title: '' }), 400, 'bad-request'],
    [draft({ more: 1 }), 400, 'bad-request'],
  ];
  for (const [body, status, reason] of refusals)
    expect(await owner.call('POST', '/sinks', body)).toMatchObject({ status, body: { reason } });
  expect(await actions()).toHaveLength(before);
  const inside = draft({ settings: { url: url(), format: 'sluice' } });
  const { id } = SinkMade.parse((await owner.call('POST', '/sinks', inside)).body);
  const tested = await owner.call('POST', `/sinks/${id}/test`);
  expect(tested.body).toMatchObject({ arrived: false });
  expect(received).toEqual([]);
});
