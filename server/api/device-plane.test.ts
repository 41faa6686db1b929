import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toBase64url } from '../../lib/contract/bytes.ts';
import { verifyReceipt } from '../../lib/contract/chain.ts';
import { readRootKeys } from '../../lib/contract/envelope.ts';
import { verifyPolicy } from '../../lib/contract/signed-policy.ts';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { publishPolicy } from '../publish-policy.ts';
import { revokeInstall } from '../store/installs.ts';
import { TestBrowser, heartbeatNow, incidentAt, json } from '../testing/browser.ts';
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

describe('enrolment', () => {
  it('refuses a token that is unknown, expired or used up', async () => {
    const browser = await TestBrowser.make(endpoint.send);
    expect(await answer(browser.enrol('x'.repeat(43)))).toEqual({ status: 401, body: { reason: 'token-refused' } });
    const late = await openTestEndpoint();
    late.advance(2 * 86_400_000);
    const lateBrowser = await TestBrowser.make(late.send);
    expect((await lateBrowser.enrol(late.token)).status).toBe(401);
    await late.db.query('UPDATE enrolment_tokens SET uses_left = 0');
    late.advance(-2 * 86_400_000);
    expect((await lateBrowser.enrol(late.token)).status).toBe(401);
    await late.close();
  });

  it('refuses a key that is not on the curve, and keys it does not know', async () => {
    const publicKey = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) };
    const send = (body: object) => answer(endpoint.send('/v1/enrol', json(body)));
    expect(await send({ token: endpoint.token, publicKey })).toEqual({ status: 400, body: { reason: 'bad-key' } });
    const browser = await TestBrowser.make(endpoint.send);
    const extra = await answer(browser.enrol(endpoint.token, { email: 'jane@example.com' }));
    expect(extra).toEqual({ status: 400, body: { reason: 'bad-request' } });
  });

  it('stores no token, only its hash', async () => {
    await join();
    expect(await dumpDatabase(endpoint.db)).not.toContain(endpoint.token);
  });
});

describe('tokens', () => {
  it('refuses a nonce that was used', async () => {
    const browser = await join();
    const request = json(await browser.tokenRequest());
    expect((await endpoint.send('/v1/token', request)).status).toBe(200);
    expect(await answer(endpoint.send('/v1/token', request))).toEqual({ status: 401, body: { reason: 'nonce-used' } });
  });

  it('refuses a proof by another key, or for another installation', async () => {
    const [browser, other] = [await join(), await join()];
    const stolen = { ...(await other.tokenRequest()), installId: browser.installId };
    const refused = { status: 401, body: { reason: 'bad-signature' } };
    expect(await answer(endpoint.send('/v1/token', json(stolen)))).toEqual(refused);
    const imposter = await TestBrowser.make(endpoint.send, endpoint.now);
    imposter.installId = browser.installId;
    expect(await answer(imposter.askToken())).toEqual(refused);
  });

  it('refuses a proof that is more than five minutes old or ahead, and knows a nonce until then', async () => {
    const browser = await join();
    for (const offset of [-301_000, 301_000]) {
      const issuedAt = new Date(endpoint.now() + offset).toISOString();
      const request = await browser.tokenRequest({ issuedAt });
      expect(await answer(endpoint.send('/v1/token', json(request)))).toEqual({
        status: 401,
        body: { reason: 'clock-skew' },
      });
    }
  });

  it('refuses a bearer token that is forged, changed or over', async () => {
    const browser = await join();
    const good = browser.bearer;
    const other = await join();
    const [, expiry = '', mac = ''] = good.split('.');
    const bad = [
      '',
      'x',
      `${other.installId}.${expiry}.${mac}`,
      `${browser.installId}.${Number(expiry) + 1}.${mac}`,
      `${browser.installId}.${expiry}.`,
      `${good}.x`,
    ];
    for (const bearer of bad) {
      browser.bearer = bearer;
      expect((await browser.get('/v1/policy')).status).toBe(401);
    }
    browser.bearer = good;
    expect((await browser.get('/v1/policy')).status).toBe(200);
    endpoint.advance(12 * 3_600_000 + 1_000);
    expect(await answer(browser.get('/v1/policy'))).toEqual({ status: 401, body: { reason: 'token-refused' } });
  });

  it('refuses a revoked installation everywhere', async () => {
    const browser = await join();
    await revokeInstall(endpoint.db, browser.installId);
    const refused = { status: 401, body: { reason: 'install-refused' } };
    expect(await answer(browser.get('/v1/policy'))).toEqual(refused);
    expect(await answer(browser.post('/v1/heartbeat', heartbeatNow()))).toEqual(refused);
    expect(await answer(browser.post('/v1/incidents', {}))).toEqual(refused);
    expect(await answer(browser.askToken())).toEqual(refused);
  });
});

describe('the policy', () => {
  it('verifies under the pinned root key, and under no other', async () => {
    const { document } = await currentSigner();
    expect(document).toMatchObject({ orgId, epoch: 1, author: 'A. Author', policy: builtInPolicy });
    const signed: unknown = await (await (await join()).get('/v1/policy')).json();
    const roots = await readRootKeys(`root-000000000000:${toBase64url(new Uint8Array(32).fill(1))}`);
    expect(await verifyPolicy(signed, roots, { orgId, epoch: 0, seq: 0, now: endpoint.now() })).toEqual({
      ok: false,
      reason: 'unknown-key',
    });
  });

  it('answers 304 to the tag it gave, and the next policy after a new one was published', async () => {
    const browser = await join();
    const first = await browser.get('/v1/policy');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await browser.get('/v1/policy', { 'if-none-match': known });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    expect((await browser.get('/v1/policy', { 'if-none-match': '"other"' })).status).toBe(200);
    const before = (await currentSigner()).document.seq;
    await publishPolicy(endpoint.workings, { ...builtInPolicy, name: 'Next' }, { author: 'A', approver: 'B' });
    const next = await browser.get('/v1/policy', { 'if-none-match': etag });
    expect(next.status).toBe(200);
    expect((await currentSigner()).document).toMatchObject({ seq: before + 1, policy: { name: 'Next' } });
  });
});

describe('cross-origin calls', () => {
  it('lets extensions read answers and tags, and no web page', async () => {
    const browser = await join();
    for (const scheme of ['chrome-extension', 'moz-extension']) {
      const origin = `${scheme}://abcdefghijklmnop`;
      const { headers } = await browser.get('/v1/policy', { origin });
      expect(headers.get('access-control-allow-origin')).toBe(origin);
      expect(headers.get('access-control-expose-headers')).toContain('ETag');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
    for (const origin of ['https://chatgpt.com', 'null', 'chrome-extension://a.evil.example', 'http://localhost']) {
      const { headers } = await browser.get('/v1/policy', { origin });
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('heartbeats', () => {
  it('keeps one row per installation and day, and refuses what the schema does not know', async () => {
    const browser = await join();
    expect(await answer(browser.post('/v1/heartbeat', heartbeatNow()))).toEqual({
      status: 200,
      body: { nextSeconds: 300 },
    });
    await browser.post('/v1/heartbeat', { ...heartbeatNow(), state: 'degraded', reasons: ['canary-leaked'] });
    const rows = await endpoint.db.query('SELECT state FROM heartbeats WHERE install_id = $1::uuid', [
      browser.installId,
    ]);
    expect(rows).toEqual([{ state: 'degraded' }]);
    expect((await browser.post('/v1/heartbeat', { ...heartbeatNow(), host: 'pc-17' })).status).toBe(400);
  });
});

describe('incidents', () => {
  it('acknowledges a batch with a receipt that verifies', async () => {
    const browser = await join();
    for (let index = 0; index < 3; index += 1) await browser.note(incidentAt(endpoint.now()));
    const { receipt, rejected } = await browser.push(0);
    expect(rejected).toEqual([]);
    expect(receipt).toMatchObject({ chain: browser.chain, count: 3, head: await browser.head() });
    const { signer } = await currentSigner();
    expect(await verifyReceipt(receipt, signer)).toBe(true);
    expect(await verifyReceipt({ ...receipt, count: 4 }, signer)).toBe(false);
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
