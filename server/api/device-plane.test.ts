import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toBase64url } from '../../lib/contract/bytes.ts';
import { installStateHeader } from '../../lib/contract/enrolment.ts';
import { readRootKeys } from '../../lib/contract/envelope.ts';
import { verifyPolicy } from '../../lib/contract/signed-policy.ts';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { publishPolicy } from '../publish-policy.ts';
import { revokeInstall } from '../store/installs.ts';
import { TestBrowser, heartbeatNow, json } from '../testing/browser.ts';
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
    late.advance(366 * 86_400_000);
    const lateBrowser = await TestBrowser.make(late.send);
    expect((await lateBrowser.enrol(late.token)).status).toBe(401);
    await late.db.query('UPDATE enrolment_tokens SET uses_left = 0');
    late.advance(-366 * 86_400_000);
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
      `${good} x`,
      `${good} ${'x'.repeat(15_000)}`,
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
    await revokeInstall(endpoint.db, browser.installId, endpoint.now());
    endpoint.advance(30_000);
    const refused = { status: 401, body: { reason: 'install-revoked' } };
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
      for (const name of ['ETag', installStateHeader])
        expect(headers.get('access-control-expose-headers')).toContain(name);
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
    await browser.post('/v1/heartbeat', {
      ...heartbeatNow(),
      state: 'degraded',
      reasons: ['canary-leaked'],
      gates: { tried: 14, failed: ['beacon'] },
    });
    const rows = await endpoint.db.query(
      `SELECT state, body->'gates'->'failed'->>0 AS open FROM heartbeats WHERE install_id = $1::uuid`,
      [browser.installId],
    );
    expect(rows).toEqual([{ state: 'degraded', open: 'beacon' }]);
    expect((await browser.post('/v1/heartbeat', { ...heartbeatNow(), host: 'pc-17' })).status).toBe(400);
    const gates = { tried: 11, failed: ['beacon', 'of somebody'] };
    expect((await browser.post('/v1/heartbeat', { ...heartbeatNow(), gates })).status).toBe(400);
  });
});
