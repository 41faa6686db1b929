import { createHmac, randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { makeCertificate } from '../testing/certificate.ts';
import { startReceiver } from '../testing/receiver.ts';
import type { Received, Receiver, Reply } from '../testing/receiver.ts';
import { checkpointEvent, sinkEvents } from '../testing/sink-events.ts';
import { orderTo } from '../testing/sink-orders.ts';
import { elastic } from './elastic.ts';
import {
  checkpointAsEcs,
  checkpointAsOcsf,
  checkpointAsOtlp,
  checkpointAsSluice,
  checkpointAsSplunk,
} from './formats/checkpoint.ts';
import { toEcs } from './formats/ecs.ts';
import { toOcsf } from './formats/ocsf.ts';
import { toOtlp } from './formats/otlp.ts';
import { toSluice } from './formats/sluice.ts';
import { toSplunk } from './formats/splunk.ts';
import { otlp } from './otlp.ts';
import type { Sink } from './sink.ts';
import { splunk } from './splunk.ts';
import { webhook } from './webhook.ts';

const events = Object.values(sinkEvents);
const [first, second] = events.map(({ incident }) => incident.id);
const accepted = events.map(() => ({ verdict: 'accepted' }));
const plain = (value: object) => JSON.parse(JSON.stringify(value)) as object;
const json = (body: object, status = 200): Reply => ({ status, body: JSON.stringify(body) });

let receiver: Receiver;
afterEach(() => receiver.close());

describe('Splunk', () => {
  const secret = 'the-token';

  it('sends a batch as objects one after the other, with the token', async () => {
    receiver = await startReceiver(() => json({ text: 'Success', code: 0 }));
    const order = orderTo({ url: receiver.url, acknowledge: false }, { secret });
    expect(await splunk.send(events, order)).toEqual(accepted);
    const [request] = receiver.received;
    expect(request).toMatchObject({
      path: '/services/collector/event',
      headers: { authorization: `Splunk ${secret}` },
    });
    expect(request!.body.split('\n').map((line) => JSON.parse(line))).toEqual(events.map((e) => plain(toSplunk(e))));
  });

  it('waits until the indexer has it', async () => {
    let polls = 0;
    const channels = new Set<unknown>();
    receiver = await startReceiver(({ path, headers, body }) => {
      channels.add(headers['x-splunk-request-channel']);
      if (path.endsWith('/event')) return json({ text: 'Success', code: 0, ackId: 7 });
      expect(JSON.parse(body)).toEqual({ acks: [7] });
      polls += 1;
      return json({ acks: { 7: polls === 2 } });
    });
    const order = orderTo({ url: receiver.url, acknowledge: true }, { secret });
    expect(await splunk.send(events, order)).toEqual(accepted);
    expect(polls).toBe(2);
    expect(channels.size).toBe(1);
  });

  it('does not take for delivered what the indexer never acknowledges', async () => {
    receiver = await startReceiver(({ path }) => json(path.endsWith('/event') ? { ackId: 0 } : { acks: { 0: false } }));
    const order = orderTo({ url: receiver.url, acknowledge: true }, { secret, timeout: 1_000 });
    const again = { verdict: 'again', problem: 'not-acknowledged' };
    expect(await splunk.send(events, order)).toEqual(events.map(() => again));
  });

  it('finds the one event that is refused, and delivers the others', async () => {
    receiver = await startReceiver(({ body }) => (body.includes(second!) ? json({ code: 6 }, 400) : json({ code: 0 })));
    const delivered = await splunk.send(events, orderTo({ url: receiver.url, acknowledge: false }, { secret }));
    expect(delivered[1]).toEqual({ verdict: 'rejected', problem: 'refused' });
    expect(delivered.filter(({ verdict }) => verdict === 'accepted')).toHaveLength(events.length - 1);
  });

  it('speaks to a collector with a certificate of the organisation', async () => {
    const { key, cert } = makeCertificate();
    receiver = await startReceiver(() => json({ code: 0 }), { key, cert });
    const settings = { url: receiver.url, acknowledge: false };
    expect(await splunk.send(events, orderTo({ ...settings, ca: cert }, { secret }))).toEqual(accepted);
    await expect(splunk.send(events, orderTo(settings, { secret }))).rejects.toThrow('certificate-refused');
    const other = makeCertificate('elsewhere.example');
    await expect(splunk.send(events, orderTo({ ...settings, ca: other.cert }, { secret }))).rejects.toThrow(
      'certificate-refused',
    );
    expect(receiver.received).toHaveLength(1);
  });
});

describe('OTLP', () => {
  it('sends a batch as one request, with the header that is set', async () => {
    receiver = await startReceiver(() => json({ partialSuccess: {} }));
    const order = orderTo({ url: `${receiver.url}/base/`, header: 'X-Key' }, { secret: 'the-key' });
    expect(await otlp.send(events, order)).toEqual(accepted);
    expect(receiver.received).toMatchObject([{ path: '/base/v1/logs', headers: { 'x-key': 'the-key' } }]);
    expect(JSON.parse(receiver.received[0]!.body)).toEqual(plain(toOtlp(events)));
  });

  it.each([
    ['a warning alone', { rejectedLogRecords: '0', errorMessage: 'old names' }, 'accepted', undefined],
    ['a part', { rejectedLogRecords: '1' }, 'rejected', 'records-refused'],
    ['a part, as a number', { rejectedLogRecords: 1 }, 'rejected', 'records-refused'],
  ])('reads a partial success: %s', async (_name, partialSuccess, verdict, problem) => {
    receiver = await startReceiver(() => json({ partialSuccess }));
    const delivered = await otlp.send(events, orderTo({ url: receiver.url }));
    expect(delivered).toEqual(events.map(() => ({ verdict, ...(problem === undefined ? {} : { problem }) })));
    expect(receiver.received).toHaveLength(1);
  });
});

describe('a webhook', () => {
  const key = randomBytes(32);
  const secret = `whsec_${key.toString('base64')}`;
  /** As the receiver's side of the specification checks it. */
  const isSigned = ({ headers, body }: Received) => {
    const content = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    return headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  };

  it.each([
    ['sluice', toSluice],
    ['ocsf', toOcsf],
    ['ecs', toEcs],
  ] as const)('sends each incident signed, as %s', async (format, write) => {
    receiver = await startReceiver((request) => ({ status: isSigned(request) ? 204 : 401 }));
    const order = orderTo({ url: `${receiver.url}/hook?team=1`, format }, { secret });
    expect(await webhook.send(events, order)).toEqual(accepted);
    expect(new Set(receiver.received.map(({ path }) => path))).toEqual(new Set(['/hook?team=1']));
    const byId = new Map(receiver.received.map(({ headers, body }) => [headers['webhook-id'], JSON.parse(body)]));
    expect(byId).toEqual(new Map(events.map((event) => [event.incident.id, plain(write(event))])));
    expect(receiver.received[0]!.headers['webhook-timestamp']).toBe('1795603062');
  });

  it('leaves the rest alone after the first that has to be tried again', async () => {
    receiver = await startReceiver(() => ({ status: 429, headers: { 'Retry-After': '120' } }));
    const many = Array.from({ length: 10 }, () => events).flat();
    const delivered = await webhook.send(many, orderTo({ url: receiver.url, format: 'sluice' }, { secret }));
    expect(delivered[0]).toEqual({ verdict: 'again', problem: 'overloaded', retryAfter: 120 });
    expect(delivered.at(-1)).toEqual({ verdict: 'untried' });
    expect(receiver.received.length).toBeLessThan(10);
  });

  it.each([
    ['sluice', checkpointAsSluice],
    ['ocsf', checkpointAsOcsf],
    ['ecs', checkpointAsEcs],
  ] as const)('carries a checkpoint of the audit log, as %s', async (format, write) => {
    receiver = await startReceiver((request) => ({ status: isSigned(request) ? 204 : 401 }));
    await webhook.sendCheckpoint(checkpointEvent, orderTo({ url: receiver.url, format }, { secret }));
    const [{ headers, body }] = receiver.received as [Received];
    expect(headers['webhook-id']).toBe(checkpointEvent.id);
    expect(JSON.parse(body)).toEqual(plain(write(checkpointEvent)));
  });

  it('takes only a secret of 24 to 64 bytes', () => {
    for (const length of [24, 64]) expect(webhook.secretFits?.(randomBytes(length).toString('base64'))).toBe(true);
    for (const length of [8, 23, 65]) expect(webhook.secretFits?.(randomBytes(length).toString('base64'))).toBe(false);
    expect(webhook.secretFits?.('not base64 at all, whatever its length')).toBe(false);
  });
});

describe('Elasticsearch', () => {
  const secret = 'the-key';
  const Create = z.object({ create: z.object({ _index: z.string(), _id: z.string() }) });
  const idsIn = (body: string) =>
    body
      .split('\n')
      .filter((line) => line.startsWith('{"create"'))
      .map((line) => Create.parse(JSON.parse(line)).create._id);

  it('creates a document for each incident under its id', async () => {
    receiver = await startReceiver(({ body }) => json({ items: idsIn(body).map(() => ({ create: { status: 201 } })) }));
    expect(await elastic.send(events, orderTo({ url: receiver.url }, { secret }))).toEqual(accepted);
    const { path, headers, body } = receiver.received[0]!;
    expect(path).toBe('/_bulk?filter_path=items.*.status');
    expect(headers).toMatchObject({ authorization: 'ApiKey the-key', 'content-type': 'application/x-ndjson' });
    expect(body.endsWith('\n')).toBe(true);
    const lines = body.trimEnd().split('\n');
    expect(JSON.parse(lines[0]!)).toEqual({ create: { _index: 'logs-sluice.incident-default', _id: first } });
    expect(JSON.parse(lines[1]!)).toEqual(plain(toEcs(events[0]!)));
  });

  it.each([
    ['a data stream of its own', 'logs-dlp.sluice-eu', { type: 'logs', dataset: 'dlp.sluice', namespace: 'eu' }],
    ['an index that is no data stream', 'sluice', undefined],
  ])('writes into %s', async (_name, index, stream) => {
    receiver = await startReceiver(({ body }) => json({ items: idsIn(body).map(() => ({ create: { status: 201 } })) }));
    const order = orderTo({ url: receiver.url, index }, { secret });
    expect(await elastic.send(events, order)).toEqual(accepted);
    await elastic.sendCheckpoint(checkpointEvent, order);
    const lines = receiver.received.flatMap(({ body }) => body.trimEnd().split('\n')).map((line) => JSON.parse(line));
    const documents = z.parse(z.array(z.looseObject({})), lines);
    expect(documents).toHaveLength(2 * events.length + 2);
    for (const document of documents) {
      if ('create' in document) expect(document).toMatchObject({ create: { _index: index } });
      else expect(document['data_stream']).toEqual(stream);
    }
  });

  it('reads what became of each document', async () => {
    const statuses = [201, 409, 400, 429, 503, 201, 403, 200];
    receiver = await startReceiver(() =>
      json({ errors: true, items: statuses.map((status) => ({ create: { status } })) }),
    );
    const delivered = await elastic.send(events, orderTo({ url: receiver.url }, { secret }));
    const verdicts = ['accepted', 'accepted', 'rejected', 'again', 'again', 'accepted', 'again', 'accepted'];
    expect(delivered.map(({ verdict }) => verdict)).toEqual(verdicts);
  });

  it('does not trust an answer that does not speak of every document', async () => {
    receiver = await startReceiver(() => json({ items: [{ create: { status: 201 } }] }));
    await expect(elastic.send(events, orderTo({ url: receiver.url }, { secret }))).rejects.toThrow('answer-unreadable');
  });
});

describe('a checkpoint of the audit log', () => {
  const secret = 'the-secret';

  it('goes to Splunk under a source type of its own, and is acknowledged', async () => {
    receiver = await startReceiver(({ path }) => json(path.endsWith('/event') ? { ackId: 3 } : { acks: { 3: true } }));
    await splunk.sendCheckpoint(checkpointEvent, orderTo({ url: receiver.url, acknowledge: true }, { secret }));
    expect(JSON.parse(receiver.received[0]!.body)).toEqual(plain(checkpointAsSplunk(checkpointEvent)));
    expect(receiver.received.at(-1)!.path).toBe('/services/collector/ack');
  });

  it('goes to OTLP as a record of its own', async () => {
    receiver = await startReceiver(() => json({}));
    await otlp.sendCheckpoint(checkpointEvent, orderTo({ url: receiver.url }));
    expect(JSON.parse(receiver.received[0]!.body)).toEqual(plain(checkpointAsOtlp(checkpointEvent)));
  });

  it('goes to Elasticsearch under its own id, where it may be already', async () => {
    receiver = await startReceiver(() => json({ items: [{ create: { status: 409 } }] }));
    await elastic.sendCheckpoint(checkpointEvent, orderTo({ url: receiver.url }, { secret }));
    const [action, document] = receiver.received[0]!.body.split('\n')
      .slice(0, 2)
      .map((line): unknown => JSON.parse(line));
    expect(action).toEqual({ create: { _index: 'logs-sluice.audit-default', _id: checkpointEvent.id } });
    expect(document).toEqual(plain(checkpointAsEcs(checkpointEvent)));
  });

  it.each([
    ['splunk', splunk, { acknowledge: false }, { status: 400 }, 'refused'],
    ['otlp', otlp, {}, json({ partialSuccess: { rejectedLogRecords: 1 } }), 'records-refused'],
    ['elastic', elastic, {}, json({ items: [{ create: { status: 403 } }] }), 'unauthorised'],
    ['webhook', webhook, { format: 'ecs' }, { status: 500 }, 'server-failed'],
  ] as const)('has not arrived when %s refuses it', async (_kind, sink, settings, reply, problem) => {
    receiver = await startReceiver(() => reply);
    const order = orderTo({ url: receiver.url, ...settings }, { secret });
    await expect(sink.sendCheckpoint(checkpointEvent, order)).rejects.toThrow(problem);
  });
});

describe('every sink over HTTP', () => {
  const sinks: readonly (readonly [Sink, object])[] = [
    [splunk, { acknowledge: false }],
    [otlp, {}],
    [webhook, { format: 'sluice' }],
    [elastic, {}],
  ];
  const secret = randomBytes(32).toString('base64');
  /** A problem of the whole exchange is thrown by some and a verdict of others. */
  const outcome = async (sink: Sink, settings: object, timeout = 10_000) => {
    const order = orderTo({ url: receiver.url, ...settings }, { secret, timeout });
    const delivered = await sink
      .send(events.slice(0, 1), order)
      .catch((error: unknown) => [{ verdict: 'again', problem: error instanceof Error ? error.message : '' }]);
    return delivered[0];
  };

  it.each([
    [{ status: 500 }, 'again', 'server-failed'],
    [{ status: 503 }, 'again', 'overloaded'],
    [{ status: 401 }, 'again', 'unauthorised'],
    [{ status: 404 }, 'again', 'not-found'],
    [{ status: 302, headers: { Location: '/' } }, 'again', 'redirected'],
    [{ status: 400 }, 'rejected', 'refused'],
    [{ status: 413 }, 'rejected', 'refused'],
    ['cut', 'again', 'connection-lost'],
  ] as const)('reads %j', async (reply, verdict, problem) => {
    receiver = await startReceiver(() => reply);
    for (const [sink, settings] of sinks) expect(await outcome(sink, settings)).toMatchObject({ verdict, problem });
  });

  it('gives up on a receiver that hangs, and on nobody', async () => {
    receiver = await startReceiver(() => 'hang');
    for (const [sink, settings] of sinks) {
      expect(await outcome(sink, settings, 300)).toMatchObject({ verdict: 'again', problem: 'timed-out' });
    }
    await receiver.close();
    for (const [sink, settings] of sinks) {
      expect(await outcome(sink, settings)).toMatchObject({ verdict: 'again', problem: 'unreachable' });
    }
  });

  it('reads no more than 64 kB of an answer', async () => {
    receiver = await startReceiver(() => ({ status: 200, body: ' '.repeat(5_000_000) }));
    expect(await outcome(elastic, {})).toMatchObject({ verdict: 'again', problem: 'answer-unreadable' });
    expect(await outcome(webhook, { format: 'sluice' })).toEqual({ verdict: 'accepted' });
  });

  it('tells no group and nothing of the endpoint’s host', async () => {
    receiver = await startReceiver(() => ({ status: 500 }));
    for (const [sink, settings] of sinks) await outcome(sink, settings);
    const names = new Set(receiver.received.flatMap(({ headers }) => Object.keys(headers)));
    for (const name of ['user-agent', 'referer', 'cookie', 'from', 'via']) expect(names.has(name)).toBe(false);
    expect(JSON.stringify(receiver.received)).not.toContain('group');
  });
});
