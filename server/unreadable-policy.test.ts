import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { utf8 } from '../lib/contract/bytes.ts';
import { payloadTypes, seal } from '../lib/contract/envelope.ts';
import { builtInPolicy } from '../lib/policy/built-in.ts';
import { tidy } from './housekeeping.ts';
import { openKeys } from './keys/key-folder.ts';
import { startEndpoint } from './main.ts';
import type { Endpoint } from './main.ts';
import { addPolicy } from './store/policies.ts';
import { openPglite } from './store/pglite.ts';
import { ConsoleVisitor } from './testing/console-visitor.ts';
import { TestBrowser, heartbeatNow, incidentAt } from './testing/browser.ts';
import type { Send } from './testing/browser.ts';
import { openTestEndpoint } from './testing/endpoint.ts';
import { prepareDataFolder } from './testing/pglite.ts';

// A policy of another version: signed by us, and with words that this one does not know.

const orgId = 'trial';
let running: Endpoint | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

async function storeForeignPolicy(dataDir: string, epoch: number, seq: number): Promise<string> {
  const keys = openKeys(join(dataDir, 'keys'), { orgId, clock: Date.now });
  const [issuedAt, notAfter] = [0, 20 * 86_400_000].map((more) => new Date(Date.now() + more).toISOString());
  const policy = { ...builtInPolicy, mode: 'hum', incidents: { ...builtInPolicy.incidents, retentionDays: 30 } };
  const names = { orgId, epoch, seq, author: 'A', approver: 'B' };
  const body = utf8(JSON.stringify({ ...names, issuedAt, notAfter, pollSeconds: 30, policy }));
  const signed = {
    policy: await seal({ payloadType: payloadTypes.policy, body, keyid: keys.keyid, sign: keys.sign }),
    delegation: await keys.delegation(),
  };
  const db = await openPglite(dataDir);
  expect(await addPolicy(db, { epoch, seq, signed })).toBe(true);
  await db.close();
  return JSON.stringify(signed);
}

it('a policy that this version cannot read stops no start: it is served as it was signed, and publishing is the way out', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sluice-foreign-'));
  await prepareDataFolder(dataDir);
  const logged: string[] = [];
  const log = (event: string, details?: object) => void logged.push(JSON.stringify({ event, ...details }));
  const start = () => startEndpoint({ dataDir, orgId, log, metricsPort: 0, port: 0 });
  running = await start();
  await running.close();
  running = undefined;
  const envelope = await storeForeignPolicy(dataDir, 1, 2);

  running = await start();
  const { url, metricsPort } = running;
  expect(logged.join('\n')).toContain(
    '"event":"policy-unreadable","epoch":1,"seq":2,"problem":"The policy in force was',
  );
  const metrics = async () => (await fetch(`http://127.0.0.1:${metricsPort ?? 0}/metrics`)).text();
  expect(await metrics()).toContain('\nsluice_policy_readable 0\n');
  const send: Send = (path, init) =>
    fetch(`${url}${path}`, { ...init, headers: [...new Headers(init?.headers), ['origin', url]] });
  const browser = await TestBrowser.join((path, init) => fetch(`${url}${path}`, init), running.enrollmentToken);
  expect(await (await browser.get('/v1/policy')).text()).toBe(envelope);
  const policy = { source: 'endpoint', epoch: 1, seq: 7, stale: false } as const;
  expect((await browser.post('/v1/heartbeat', { ...heartbeatNow(), policy })).status).toBe(200);
  await browser.note(incidentAt(Date.now()));
  expect((await browser.push(0)).rejected).toEqual([]);
  expect(await (await browser.get('/v1/policy')).text()).toBe(envelope); // nothing was signed over it

  const owner = new ConsoleVisitor(send);
  await owner.setUp(new URL(running.setupUrl!).hash.slice(1));
  expect(await owner.call('GET', '/policy')).toMatchObject({ status: 409, body: { reason: 'policy-unreadable' } });
  expect((await owner.call('GET', '/policies')).status).toBe(200);
  const other = new ConsoleVisitor(send);
  await other.setUp(await owner.invite(['policy-approver']), 'Kim Approver');
  const made = await owner.call('POST', '/proposals', { policy: builtInPolicy });
  const { id } = made.body as { id: string };
  expect((await other.call('POST', `/proposals/${id}/publish`)).status).toBe(200);
  expect((await owner.call('GET', '/policy')).status).toBe(200);
  expect(await (await browser.get('/v1/policy')).text()).not.toBe(envelope);
});

it('keeps its retention, and one that cannot be read at all deletes nothing early', async () => {
  const endpoint = await openTestEndpoint();
  const browser = await TestBrowser.join(endpoint.send, endpoint.token, endpoint.now);
  await browser.note(incidentAt(endpoint.now() - 100 * 86_400_000));
  await browser.push(0);
  await endpoint.db.query("UPDATE policies SET envelope = '{}'");
  await tidy(endpoint.workings);
  expect(endpoint.logged.filter((line) => line.includes('housekeeping-failed'))).toEqual([]);
  expect(await endpoint.db.query('SELECT id FROM incidents')).toHaveLength(1);
  await endpoint.close();
});
