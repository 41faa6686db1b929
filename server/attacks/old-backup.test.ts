import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { newSetupToken } from '../auth/set-up.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { inspectBackup, restoreBackup } from '../backup/restore-backup.ts';
import { openKeys } from '../keys/key-folder.ts';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { continueAbove, publishPolicy } from '../publish-policy.ts';
import { currentNumbers } from '../store/policies.ts';
import { openTestDatabase } from '../testing/pglite.ts';
import { claimSetting } from '../store/settings.ts';
import { exportAudit } from '../audit/export.ts';
import { ConsoleVisitor, goodPassword } from '../testing/console-visitor.ts';
import { TestBrowser } from '../testing/browser.ts';
import { openTestEndpoint, orgId, origin } from '../testing/endpoint.ts';
import { createWeb } from '../web.ts';

it('an old backup brings back no session that was ended and no link that was used', async () => {
  const endpoint = await openTestEndpoint();
  await claimSetting(endpoint.db, 'organisation', orgId);
  await claimSetting(endpoint.db, 'root-keys', endpoint.workings.keys.policyRootKeys);
  const owner = new ConsoleVisitor(endpoint.send, endpoint.now);
  await owner.setUp((await newSetupToken(endpoint.workings))!);
  const link = await owner.invite(['owner']);
  const folder = mkdtempSync(join(tmpdir(), 'sluice-backup-'));
  const [file, key] = [join(folder, 'backup'), randomBytes(32)];
  await makeBackup({ db: endpoint.db, keyFolder: join(endpoint.folder, 'keys'), file, key, clock: endpoint.now });
  await endpoint.close();

  const db = await openTestDatabase();
  const keyFolder = join(folder, 'keys');
  await restoreBackup(await inspectBackup({ file, key }), { db, keyFolder, clock: endpoint.now });
  const keys = openKeys(keyFolder, { orgId, clock: endpoint.now });
  const workings = { ...endpoint.workings, db, keys };
  const web = createWeb(workings, {
    isOwnOrigin: (given) => given === origin,
    publicUrl: () => origin,
    consoleDir: folder,
  });
  const send = async (path: string, init?: RequestInit) => web.request(`${origin}${path}`, init);
  const thief = new ConsoleVisitor(send, endpoint.now);
  thief.cookie = owner.cookie;
  expect((await thief.call('GET', '/session')).status).toBe(401);
  expect((await thief.call('POST', '/setup/check', { token: link })).status).toBe(410);
  expect(await newSetupToken(workings)).toBeUndefined(); // there is an owner still
  await db.close();
});

const Found = z.object({ people: z.array(z.object({ id: z.uuidv4(), name: z.string() })) });

/** An endpoint whose backup is older than what was revoked: people, browsers, a token with all that came by it, a key. */
async function revokedAfterBackup() {
  const endpoint = await openTestEndpoint();
  await claimSetting(endpoint.db, 'organisation', orgId);
  await claimSetting(endpoint.db, 'root-keys', endpoint.workings.keys.policyRootKeys);
  const owner = new ConsoleVisitor(endpoint.send, endpoint.now);
  await owner.setUp((await newSetupToken(endpoint.workings))!);
  const leaver = new ConsoleVisitor(endpoint.send, endpoint.now);
  await leaver.setUp(await owner.invite(['owner', 'analyst']), 'Sam Leaver');
  const lesser = new ConsoleVisitor(endpoint.send, endpoint.now);
  await lesser.setUp(await owner.invite(['auditor', 'analyst']), 'Kim Lesser');
  const [kept, single, ofToken] = await Promise.all(
    [0, 1, 2].map(() => TestBrowser.join(endpoint.send, endpoint.token, endpoint.now)),
  );
  const draft = { title: 'Floor 2', uses: 9, days: 9, needsApproval: false };
  const made = z.object({ id: z.uuidv4(), token: z.string() }).parse((await owner.call('POST', '/tokens', draft)).body);
  const crowd = await TestBrowser.join(endpoint.send, made.token, endpoint.now);
  const key = z
    .object({ id: z.uuidv4(), key: z.string() })
    .parse((await owner.call('POST', '/api-keys', { title: 'SOC', scopes: ['audit'], days: 9 })).body);
  const folder = mkdtempSync(join(tmpdir(), 'sluice-backup-'));
  const [file, secret] = [join(folder, 'backup'), randomBytes(32)];
  await makeBackup({
    db: endpoint.db,
    keyFolder: join(endpoint.folder, 'keys'),
    file,
    key: secret,
    clock: endpoint.now,
  });
  await publishPolicy(endpoint.workings, builtInPolicy, { author: 'Ada', approver: 'Bob' });
  const { people } = Found.parse((await owner.call('GET', '/people')).body);
  const idOf = (name: string) => people.find((person) => person.name === name)!.id;
  const done = [
    await owner.call('DELETE', `/people/${idOf('Sam Leaver')}`),
    await owner.call('PUT', `/people/${idOf('Kim Lesser')}/roles`, { roles: ['auditor'] }),
    await owner.call('DELETE', `/installs/${single!.installId}`),
    await owner.call('DELETE', `/tokens/${made.id}/installs`),
    await owner.call('DELETE', `/api-keys/${key.id}`),
  ];
  expect(done.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  // The list lies beside the keys as soon as the console has answered.
  const keyFolder = join(folder, 'keys');
  cpSync(join(endpoint.folder, 'keys'), keyFolder, { recursive: true });
  const restored = async (options: { readonly revocations?: string } = {}) => {
    const db = await openTestDatabase();
    const result = await restoreBackup(await inspectBackup({ file, key: secret }), {
      db,
      keyFolder,
      clock: endpoint.now,
      ...options,
    });
    const workings = { ...endpoint.workings, db, keys: openKeys(keyFolder, { orgId, clock: endpoint.now }) };
    const site = { isOwnOrigin: (given: string) => given === origin, publicUrl: () => origin, consoleDir: folder };
    const web = createWeb(workings, site);
    const send = async (path: string, init?: RequestInit) => web.request(`${origin}${path}`, init);
    for (const browser of [kept!, single!, ofToken!, crowd]) Object.assign(browser, { send });
    let log = '';
    for await (const line of exportAudit(workings)) log += line;
    return { db, result, send, log, workings };
  };
  return { endpoint, owner, leaver, key: key.key, made, kept: kept!, single: single!, crowd, keyFolder, restored };
}

describe('what was revoked after the backup', () => {
  it('stays revoked by the list that lies outside the database, and tokens of before are void', async () => {
    const { endpoint, leaver, key, made, kept, single, crowd, restored } = await revokedAfterBackup();
    const { db, result, send, log, workings } = await restored();
    expect(result).toMatchObject({ revocations: 'applied', people: 2, browsers: 2, tokens: 1, apiKeys: 1 });
    expect((await kept.get('/v1/policy')).status).toBe(401); // the bearer token of before
    const answers = await Promise.all([kept, single, crowd].map(async (browser) => (await browser.askToken()).status));
    expect(answers).toEqual([200, 401, 401]);
    expect((await (await TestBrowser.make(send, endpoint.now)).enrol(made.token)).status).toBe(401);
    const program = await send('/api/audit', { headers: { authorization: `Bearer ${key}` } });
    expect(program.status).toBe(401);
    const back = new ConsoleVisitor(send, endpoint.now);
    back.secret = leaver.secret;
    endpoint.advance(60_000);
    expect((await back.signIn(back.code(), goodPassword, 'Sam Leaver')).status).toBe(401);
    const roles = await db.query("SELECT roles FROM people WHERE name = 'Kim Lesser'");
    expect(roles).toEqual([{ roles: ['auditor'] }]);
    // The policy of the backup is older than the one that was signed last, and is continued above it.
    await continueAbove(workings, { epoch: 1, seq: 2 });
    expect(await currentNumbers(db)).toEqual({ epoch: 1, seq: 3 });
    expect(log).toContain('database-restored');
    expect(log).toContain('\\"revocations\\":\\"applied\\"');
    await db.close();
    await endpoint.close();
  });

  it('is said to be unknown where the list is lost too, and a copy of the list makes up for it', async () => {
    const { endpoint, single, keyFolder, restored } = await revokedAfterBackup();
    const path = join(keyFolder, 'revocations.json');
    const copy = readFileSync(path, 'utf8');
    rmSync(path);
    const lost = await restored();
    expect(lost.result).toMatchObject({ revocations: 'missing', people: 0, browsers: 0 });
    expect(lost.log).toContain('\\"revocations\\":\\"missing\\"');
    expect((await single.askToken()).status).toBe(200); // what the sentence at the restore warns of
    await lost.db.close();
    const found = await restored({ revocations: copy });
    expect(found.result).toMatchObject({ revocations: 'applied', people: 2, browsers: 2 });
    await found.db.close();
    await endpoint.close();
  });

  it('is not read from a list that somebody else wrote', async () => {
    const { endpoint, keyFolder, restored } = await revokedAfterBackup();
    const path = join(keyFolder, 'revocations.json');
    const list = JSON.parse(readFileSync(path, 'utf8')) as { payload: string };
    const payload = Buffer.from(JSON.stringify({ orgId, upTo: 0, revocations: [] })).toString('base64url');
    writeFileSync(path, JSON.stringify({ ...list, payload }), { mode: 0o600 });
    await expect(restored()).rejects.toThrow('not signed by this endpoint');
    await endpoint.close();
  });
});
