import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyReceipt } from '../../lib/contract/chain.ts';
import { readRootKeys } from '../../lib/contract/envelope.ts';
import { verifyPolicy } from '../../lib/contract/signed-policy.ts';
import { TestBrowser, incidentAt } from '../testing/browser.ts';
import { openTestEndpoint, orgId } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { dumpDatabase } from '../testing/engines.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

const join = () => TestBrowser.join(endpoint.send, endpoint.token, endpoint.now);

async function answer(pending: Promise<Response>) {
  const response = await pending;
  return { status: response.status, body: await response.json() };
}

async function currentSigner() {
  const browser = await join();
  const roots = await readRootKeys(endpoint.workings.keys.policyRootKeys);
  const signed: unknown = await (await browser.get('/v1/policy')).json();
  const verified = await verifyPolicy(signed, roots, { orgId, epoch: 0, seq: 0, now: endpoint.now() });
  if (!verified.ok) throw new Error(verified.reason);
  return verified;
}

describe('incidents', () => {
  it('acknowledges a batch with a receipt that verifies', async () => {
    const browser = await join();
    for (let index = 0; index < 3; index += 1) await browser.note(incidentAt(endpoint.now()));
    const { receipt, rejected } = await browser.push(0);
    expect(rejected).toEqual([]);
    expect(receipt).toMatchObject({ chain: browser.chain, count: 3, head: await browser.head() });
    const { signer } = await currentSigner();
    expect(await verifyReceipt(receipt, signer.key)).toBe(true);
    expect(await verifyReceipt({ ...receipt, count: 4 }, signer.key)).toBe(false);
  });

  it('stores nothing of an incident that carries prompt text', async () => {
    const browser = await join();
    const canary = `canary${randomUUID().replaceAll('-', '')}`;
    const incident = incidentAt(endpoint.now());
    await browser.note(JSON.stringify({ ...incident, prompt: canary }));
    await browser.note(JSON.stringify({ ...incident, findings: [{ ...incident.findings[0], match: canary }] }));
    await browser.note(JSON.stringify({ ...incident, surface: canary }));
    await browser.note(`{"id":"${incident.id}","__proto__":{"prompt":"${canary}"}}`);
    await browser.note(`not json ${canary}`);
    const { receipt, rejected } = await browser.push(0);
    expect(rejected).toEqual([
      ...[0, 1, 2, 3].map((index) => ({ index, id: incident.id, reason: 'bad-schema' })),
      { index: 4, id: null, reason: 'bad-json' },
    ]);
    expect(receipt).toMatchObject({ count: 5, head: await browser.head() });
    const dump = await dumpDatabase(endpoint.db);
    expect(dump).toContain(browser.chain); // the dump does see what is stored
    expect(dump).not.toContain(canary);
    expect(dump).not.toContain(incident.id);
    expect(endpoint.logged.join()).not.toContain(canary);
  });

  it('counts bad events as tombstones and stores the good ones beside them', async () => {
    const browser = await join();
    const good = incidentAt(endpoint.now());
    await browser.note(incidentAt(endpoint.now() + 3 * 86_400_000));
    await browser.note(good);
    await browser.note(incidentAt(endpoint.now() - 200 * 86_400_000));
    await browser.note(good);
    await browser.note({ ...incidentAt(endpoint.now()), at: '2026-02-31T10:00:00Z' });
    await browser.note(incidentAt(endpoint.now(), { policy: { source: 'endpoint', epoch: 2 ** 40, seq: 1 } }));
    const { receipt, rejected } = await browser.push(0);
    expect(rejected.map(({ index, reason }) => [index, reason])).toEqual([
      [0, 'from-the-future'],
      [2, 'too-old'],
      [3, 'duplicate-id'],
      [4, 'bad-schema'],
      [5, 'bad-schema'],
    ]);
    expect(receipt.count).toBe(6);
    const rows = await endpoint.db.query('SELECT id FROM incidents WHERE id = $1::uuid', [good.id]);
    expect(rows).toHaveLength(1);
  });

  it('takes a repeated batch for known, and says again what cannot be read', async () => {
    const browser = await join();
    await browser.note(incidentAt(endpoint.now()));
    await browser.note('{');
    const first = await browser.push(0);
    expect(await browser.push(0)).toEqual(first);
    await browser.note(incidentAt(endpoint.now()));
    const more = await browser.push(0);
    expect(more.receipt).toMatchObject({ count: 3, head: await browser.head() });
    expect(more.rejected).toEqual([{ index: 1, id: null, reason: 'bad-json' }]);
  });

  it('stores nothing of a batch that starts beyond what is known', async () => {
    const browser = await join();
    for (let index = 0; index < 4; index += 1) await browser.note(incidentAt(endpoint.now()));
    expect((await browser.push(2)).receipt.count).toBe(0);
    await browser.push(0, browser.entries.slice(0, 1));
    const gap = await browser.push(3);
    expect(gap).toMatchObject({ receipt: { count: 1 }, rejected: [] });
    expect((await browser.push(1)).receipt).toMatchObject({ count: 4, head: await browser.head() });
  });

  it('keeps one history when a chain is forked', async () => {
    const browser = await join();
    const first = await browser.note(incidentAt(endpoint.now()));
    const forked = incidentAt(endpoint.now());
    const other = { salt: first.salt, event: JSON.stringify(forked) };
    const kept = await browser.push(0);
    const after = await browser.push(0, [other]);
    expect(after.receipt).toEqual(kept.receipt);
    expect(await dumpDatabase(endpoint.db)).not.toContain(forked.id);
  });

  it('does not store an incident twice when a new chain brings it again', async () => {
    const incident = incidentAt(endpoint.now());
    const browser = await join();
    await browser.note(incident);
    await browser.push(0);
    const entry = browser.entries[0]!;
    const body = { chain: randomUUID(), from: 0, entries: [entry] };
    const again = await answer(browser.post('/v1/incidents', body));
    expect(again.body.rejected).toEqual([{ index: 0, id: incident.id, reason: 'duplicate-id' }]);
    expect(again.body.receipt.count).toBe(1);
  });

  it('inflates gzip up to a limit and answers a bomb with 413', async () => {
    const browser = await join();
    const headers = { authorization: `Bearer ${browser.bearer}`, 'content-encoding': 'gzip' };
    const post = (body: Uint8Array<ArrayBuffer>, more: object = {}) =>
      answer(endpoint.send('/v1/incidents', { method: 'POST', headers: { ...headers, ...more }, body }));
    await browser.note(incidentAt(endpoint.now()));
    const batch = { chain: browser.chain, from: 0, entries: browser.entries };
    const good = await post(new Uint8Array(gzipSync(JSON.stringify(batch))));
    expect([good.status, good.body.receipt.count]).toEqual([200, 1]);
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(200 * 1024 * 1024, 0x20)));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await post(bomb)).toEqual({ status: 413, body: { reason: 'too-large' } });
    const unreadable = { status: 400, body: { reason: 'unreadable-envelope' } };
    expect(await post(new Uint8Array([1, 2, 3]))).toEqual(unreadable);
    expect((await post(new Uint8Array([1]), { 'content-encoding': 'br' })).status).toBe(415);
  });

  it('refuses an oversized body before it is read, whether or not it says its length', async () => {
    const browser = await join();
    const headers = { authorization: `Bearer ${browser.bearer}` };
    const body = 'x'.repeat(1024 * 1024 + 1);
    const known = endpoint.send('/v1/incidents', { method: 'POST', headers, body });
    expect(await answer(known)).toEqual({ status: 413, body: { reason: 'too-large' } });
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const init = { method: 'POST', headers, body: endless, duplex: 'half' };
    expect(await answer(endpoint.send('/v1/incidents', init))).toEqual({ status: 413, body: { reason: 'too-large' } });
    expect(pulled).toBeLessThan(30);
  });

  it('answers 400 only to an envelope that cannot be read', async () => {
    const browser = await join();
    const entry = { salt: 'A'.repeat(43), event: '{}' };
    const bad = [{}, [], { chain: 'x', from: 0, entries: [entry] }, { chain: browser.chain, from: 0, entries: [] }];
    for (const body of bad) {
      expect(await answer(browser.post('/v1/incidents', body))).toEqual({
        status: 400,
        body: { reason: 'unreadable-envelope' },
      });
    }
    const extra = { chain: browser.chain, from: 0, entries: [{ ...entry, prompt: 'hello' }] };
    expect((await browser.post('/v1/incidents', extra)).status).toBe(400);
  });

  it('slows down an installation that floods, and no other', async () => {
    const slow = await openTestEndpoint({ deviceRate: { burst: 3, perSecond: 0.5 } });
    const flooding = await TestBrowser.join(slow.send, slow.token, slow.now);
    const calm = await TestBrowser.join(slow.send, slow.token, slow.now);
    const statuses = [];
    for (let index = 0; index < 4; index += 1) statuses.push((await flooding.get('/v1/policy')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await flooding.get('/v1/policy')).headers.get('retry-after')).toBe('2');
    expect((await calm.get('/v1/policy')).status).toBe(200);
    slow.advance(2_000);
    expect((await flooding.get('/v1/policy')).status).toBe(200);
    await slow.close();
  });
});

describe('what is stored', () => {
  it('puts nothing of an installation beside an incident, and no clock finer than its rounded time', async () => {
    const browser = await join();
    await browser.note(incidentAt(endpoint.now()));
    await browser.push(0);
    const rows = await endpoint.db.query('SELECT row_to_json(incidents)::text AS text FROM incidents');
    const text = rows.map((row) => String(row['text'])).join('\n');
    const own = endpoint.workings.keys.pseudonym(browser.installId, incidentAt(endpoint.now()).at);
    expect(text).toContain(own);
    const installs = await endpoint.db.query('SELECT id::text AS id, bucket FROM installs');
    expect(installs.length).toBeGreaterThan(3);
    for (const { id } of installs) expect(text).not.toContain(String(id));
    for (const { salt } of browser.entries) expect(await dumpDatabase(endpoint.db)).not.toContain(salt);
    const columns = await endpoint.db.query(
      "SELECT column_name::text AS name FROM information_schema.columns WHERE table_name = 'incidents'",
    );
    const names = columns.map(({ name }) => String(name));
    expect(names.filter((name) => /install|chain_id|received|created|inserted|group|_seq$|serial/.test(name))).toEqual([
      'policy_seq',
    ]);
    expect([...text.matchAll(/\d{2}:\d{2}:\d{2}[.\d]*/g)].map(([time]) => time)).toEqual(
      [...text.matchAll(/\d{2}:\d[05]:00(?=[+Z])/g)].map(([time]) => time),
    );
  });
});
