import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signCheckpoint } from '../audit/checkpoint.ts';
import { exportAudit } from '../audit/export.ts';
import { verifyAudit } from '../audit/verify.ts';
import { readRootKeys } from '../../lib/contract/envelope.ts';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { makeDictionary } from '../../test/fixtures/dictionary.ts';
import { openKeys } from '../keys/key-folder.ts';
import { publishPolicy } from '../publish-policy.ts';
import { readDocument } from '../read-policy.ts';
import { putBlob } from '../store/blobs.ts';
import type { Database } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { openTestDatabase } from '../testing/pglite.ts';
import { currentPolicy } from '../store/policies.ts';
import { claimSetting } from '../store/settings.ts';
import { TestBrowser, incidentAt } from '../testing/browser.ts';
import type { Send } from '../testing/browser.ts';
import { policyMarkFile } from '../keys/policy-mark.ts';
import { openTestEndpoint, orgId, origin } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { onEachEngine } from '../testing/engines.ts';
import { createWeb } from '../web.ts';
import type { Workings } from '../workings.ts';
import { makeBackupKey, readBackupKey } from './key-file.ts';
import { makeBackup } from './make-backup.ts';
import { inspectBackup, putBack } from './restore-backup.ts';
import type { InspectOptions, RestoreTarget } from './restore-backup.ts';
import { findTables, fixTextForms, hasRows, readTable } from './tables.ts';

const key = randomBytes(32);
const newFolder = () => mkdtempSync(join(tmpdir(), 'sluice-backup-'));

/** A test endpoint as its own start leaves one: its database names its organisation and keys. */
async function openEndpoint(db?: Database): Promise<TestEndpoint> {
  const endpoint = await openTestEndpoint(db === undefined ? {} : { db });
  await claimSetting(endpoint.db, 'organisation', orgId);
  await claimSetting(endpoint.db, 'root-keys', endpoint.workings.keys.policyRootKeys);
  return endpoint;
}

async function save({ db, folder, now }: TestEndpoint): Promise<string> {
  const file = join(newFolder(), 'sluice.backup');
  await makeBackup({ db, keyFolder: join(folder, 'keys'), file, key, clock: now });
  return file;
}

async function restore({ db, keyFolder, ...options }: InspectOptions & RestoreTarget) {
  return putBack(await inspectBackup(options), { db, keyFolder });
}

/** Every row of every table in the exact text of its engine. */
type ExactRows = Readonly<Record<string, readonly string[]>>;

async function exactRows(db: Database): Promise<ExactRows> {
  return db.transaction(async (queries) => {
    await fixTextForms(queries);
    const all: Record<string, readonly string[]> = {};
    for (const { name } of await findTables(queries)) {
      const rows: string[] = [];
      for await (const lines of readTable(queries, name)) rows.push(...lines);
      all[name] = rows.toSorted();
    }
    return all;
  });
}

/** Without the day of the backup itself, which is noted after its rows were read. */
function asSaved({ backup_days: _days, ...rows }: ExactRows): ExactRows {
  return rows;
}

/** An endpoint on what was restored, with the clock of the one before. */
function restoredEndpoint(db: Database, folder: string, clock: Workings['clock']) {
  const keys = openKeys(join(folder, 'keys'), { orgId, clock });
  const workings: Workings = { db, keys, orgId, clock, log: () => undefined };
  const web = createWeb(workings, {
    isOwnOrigin: (given) => given === origin,
    publicUrl: () => origin,
    consoleDir: folder,
  });
  const send: Send = async (path, init) => web.request(`${origin}${path}`, init);
  return { workings, send };
}

// A database takes neither NUL nor half of a surrogate pair.
const text = fc.oneof(
  fc.string({ unit: 'binary' }).map((given) => given.replaceAll(/\0|\p{Surrogate}/gu, '')),
  fc.constantFrom(
    '',
    ' ',
    'NULL',
    'null',
    '"',
    '\\',
    '\\N',
    '(),',
    'a\nb\r\n\tc',
    "'; --",
    '{}',
    '\u2028\ufeff😀e\u0301',
    '\\u0000',
  ),
);
const json = fc.oneof(
  fc.constantFrom('null', '[]', '{}', '"null"', '1e300', '123456789012345678901234567890.5', 'true', '{"a":null}'),
  fc
    .jsonValue()
    .map((value) => JSON.stringify(value))
    .filter(isStorable),
);
const moment = fc.constantFrom(
  '1970-01-01T00:00:00Z',
  '2026-11-25T10:00:00.123456+05:45',
  'infinity',
  '-infinity',
  '0044-03-15 12:00:00+00 BC',
  '9999-12-31T23:59:59.999999Z',
);
const row = fc.record({
  bucket: fc.integer({ min: -32_768, max: 32_767 }),
  number: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  text,
  other: fc.option(text),
  json,
  moment: fc.option(moment),
  day: fc.constantFrom('2026-02-28', '0001-01-01', 'infinity', '4000-02-29'),
  truth: fc.boolean(),
});

function isStorable(given: string): boolean {
  return !/\\u(d[89a-f]|0000)/i.test(given); // jsonb refuses halves of pairs, escaped or not
}

async function fillWithOddRows(db: Database): Promise<void> {
  for (const one of fc.sample(row, { seed: 1, numRuns: 150 })) {
    await db.query(
      `INSERT INTO installs (bucket, id, public_key, group_name, state, enrolled_on, token_id)
       VALUES ($1::smallint, $2::uuid, $3::jsonb, $4, $5, $6::date, $2::uuid)`,
      [one.bucket, randomUUID(), one.json, one.other, one.text, one.day],
    );
    await db.query(
      `INSERT INTO people (id, name, roles, password_hash, sealed_secret, last_step, tries, locked_until, active)
       VALUES ($1::uuid, $2, $3::jsonb, $4, $5, $6::integer, 0, $7::timestamptz, $8::boolean)`,
      [randomUUID(), `${one.text}${randomUUID()}`, one.json, '', one.other ?? '', one.number, one.moment, one.truth],
    );
  }
}

onEachEngine(({ open }) => {
  let source: TestEndpoint;
  let file: string;
  let rows: Awaited<ReturnType<typeof exactRows>>;
  beforeAll(async () => {
    source = await openEndpoint(await open());
    await fillWithOddRows(source.db);
    await source.db.query('INSERT INTO settings (name, value) VALUES ($1, $2)', ['long', 'é\n'.repeat(900_000)]);
    const { entry, bytes } = makeDictionary(Array.from({ length: 50_000 }, (_, at) => `client ${at}`));
    const data = bytes.toString('base64');
    const blob = { sha256: entry.sha256, bytes: entry.bytes, entry: JSON.stringify(entry), data };
    await putBlob(source.db, { ...blob, uploadedBy: 'Ada', now: source.now() });
    file = await save(source);
    rows = await exactRows(source.db);
  });
  afterAll(() => source.close());

  it.each(['the same engine', 'PGlite'])('comes back exactly, on %s', async (where) => {
    const db = where === 'PGlite' ? await openTestDatabase() : await open();
    const folder = newFolder();
    const result = await restore({ db, keyFolder: join(folder, 'keys'), file, key });
    expect(asSaved(await exactRows(db))).toEqual(asSaved(rows));
    expect(result).toMatchObject({ orgId, rootKeys: source.workings.keys.policyRootKeys });
    expect(result.rows).toBeGreaterThan(300);
    const keyFiles = (of: string) =>
      readdirSync(join(of, 'keys'))
        .filter((name) => name !== policyMarkFile) // stays outside of backups
        .map((name) => [name, readFileSync(join(of, 'keys', name), 'utf8')]);
    expect(keyFiles(folder)).toEqual(keyFiles(source.folder));
    for (const name of readdirSync(join(folder, 'keys'))) {
      expect(statSync(join(folder, 'keys', name)).mode & 0o777).toBe(0o600);
    }
    const before = await exactRows(db);
    await expect(restore({ db, keyFolder: join(folder, 'keys'), file, key })).rejects.toThrow('is not empty');
    expect(await exactRows(db)).toEqual(before);
    await db.close();
  });

  it('comes from PGlite', async () => {
    const embedded = await openEndpoint();
    await fillWithOddRows(embedded.db);
    const db = await open();
    await restore({ db, keyFolder: join(newFolder(), 'keys'), file: await save(embedded), key });
    expect(asSaved(await exactRows(db))).toEqual(asSaved(await exactRows(embedded.db)));
    await embedded.close();
    await db.close();
  }, 90_000); // it makes two databases

  it('knows every table into which a migration writes', async () => {
    const db = await open();
    await migrate(db);
    const used: string[] = [];
    for (const { name } of await findTables(db)) if (await hasRows(db, name)) used.push(name);
    expect(used).toEqual(['applied_migrations', 'audit_head']); // restore-backup.ts names those that are not its own
    await db.close();
  });

  it('goes on as the same endpoint, and browsers send again what an old backup lacks', async () => {
    const old = await openEndpoint(await open());
    let send = old.send;
    const browser = await TestBrowser.join((path, init) => send(path, init), old.token, old.now);
    const noteSome = async () => {
      for (let index = 0; index < 5; index += 1) await browser.note(incidentAt(old.now()));
    };
    await noteSome();
    await browser.push(0);
    await publishPolicy(old.workings, builtInPolicy, { author: 'A', approver: 'B' });
    await signCheckpoint(old.workings);
    const backup = await save(old);
    await noteSome();
    expect((await browser.push(5)).receipt.count).toBe(10); // stored, acknowledged, and then lost with the database
    const folder = newFolder();
    const db = await open();
    await restore({ db, keyFolder: join(folder, 'keys'), file: backup, key });
    const restored = restoredEndpoint(db, folder, old.now);
    send = restored.send;
    expect((await browser.get('/v1/policy')).status).toBe(200); // with the bearer token of before
    expect(readDocument((await currentPolicy(db))!)).toMatchObject({ seq: 2, policy: builtInPolicy });
    expect((await publishPolicy(restored.workings, builtInPolicy, { author: 'A', approver: 'B' })).seq).toBe(3);
    await browser.note(incidentAt(old.now()));
    const behind = await browser.push(10);
    expect(behind.receipt.count).toBe(5); // the receipt says where the endpoint's chain ends
    const again = await browser.push(behind.receipt.count);
    expect([again.receipt.count, again.receipt.head, again.rejected]).toEqual([11, await browser.head(), []]);
    const ids = (await db.query('SELECT id::text AS id FROM incidents')).map(({ id }) => String(id));
    const sent = browser.entries.map(({ event }) => (JSON.parse(event) as { id: string }).id);
    expect(ids.toSorted()).toEqual(sent.toSorted()); // all, and none twice
    const pseudonyms = await db.query('SELECT DISTINCT pseudonym FROM incidents');
    expect(pseudonyms).toHaveLength(1); // under the same key as before
    const lines: string[] = [];
    for await (const line of exportAudit(restored.workings)) lines.push(line);
    expect(await verifyAudit(lines, await readRootKeys(restored.workings.keys.policyRootKeys))).toMatchObject({
      problems: [],
    });
    await db.close();
    await old.close();
  });
});

describe('a backup', () => {
  let source: TestEndpoint;
  let file: string;
  let bytes: Buffer;
  let target: Database;
  beforeAll(async () => {
    source = await openEndpoint();
    await source.db.query('INSERT INTO settings (name, value) VALUES ($1, $2)', [
      'x',
      randomBytes(300_000).toString('hex'),
    ]);
    for (const name of ['draft-1', 'pseudonym-600.key', 'pseudonym-692.key']) {
      writeFileSync(join(source.folder, 'keys', name), 'x', { mode: 0o600 });
    }
    file = await save(source);
    bytes = readFileSync(file);
    target = await openTestDatabase();
  });
  afterAll(async () => {
    await source.close();
    await target.close();
  });

  async function refused(
    changed: Buffer | string,
    options: { readonly key?: Buffer; readonly rootKeys?: string } = {},
  ) {
    const path = join(newFolder(), 'changed');
    writeFileSync(path, changed);
    const keyFolder = join(newFolder(), 'keys');
    const error = await restore({ db: target, keyFolder, file: path, key, ...options }).then(
      () => new Error('it was restored'),
      (given: unknown) => given,
    );
    expect(existsSync(keyFolder)).toBe(false);
    expect(await findTables(target)).toEqual([]);
    return error instanceof Error ? `${error.name}: ${error.message}` : '';
  }

  it('is refused before the first write when any byte of it was changed', async () => {
    const headerEnd = bytes.indexOf('\n') + 1;
    const trailerStart = bytes.length - 4 - bytes.readUInt32BE(bytes.length - 4);
    const flip = (at: number) => Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 4 : byte)));
    const every = (from: number, to: number, count: number) =>
      Array.from({ length: count }, (_, index) => from + Math.floor(((to - from - 1) * index) / (count - 1)));
    const places = [
      ...every(0, headerEnd, 25),
      ...every(headerEnd, trailerStart, 25),
      ...every(trailerStart, bytes.length - 4, 25),
      ...every(bytes.length - 4, bytes.length, 4),
    ];
    for (const place of places) expect(await refused(flip(place)), String(place)).toMatch(/^EndpointProblem: /);
    for (const end of [0, 1, headerEnd, headerEnd + 1, 70_000, trailerStart, bytes.length - 4, bytes.length - 1]) {
      expect(await refused(bytes.subarray(0, end)), String(end)).toMatch(/^EndpointProblem: /);
    }
    const chunk = 64 * 1024 + 16;
    const [first, second] = [0, 1].map((index) =>
      bytes.subarray(headerEnd + index * chunk, headerEnd + (index + 1) * chunk),
    );
    const swapped = [bytes.subarray(0, headerEnd), second!, first!, bytes.subarray(headerEnd + 2 * chunk)];
    expect(await refused(Buffer.concat(swapped))).toMatch('damaged or changed');
    expect(await refused(Buffer.concat([bytes, Buffer.alloc(1)]))).toMatch(/^EndpointProblem: /);
  });

  it('needs its own key, and the root keys that are pinned', async () => {
    expect(await refused(bytes, { key: randomBytes(32) })).toMatch('The key file does not open this backup');
    expect(await refused(bytes, { rootKeys: `root-0:${'A'.repeat(43)}` })).toMatch('other root keys');
    expect(await refused('hello')).toMatch('is no backup of Sluice');
  });

  it('is refused when another endpoint signed it, even with the right key', async () => {
    const other = await openEndpoint();
    const theirs = readFileSync(await save(other));
    const trailerOf = (from: Buffer) => from.length - 4 - from.readUInt32BE(from.length - 4);
    const mixed = Buffer.concat([bytes.subarray(0, trailerOf(bytes)), theirs.subarray(trailerOf(theirs))]);
    expect(await refused(mixed)).toMatch('damaged or changed');
    await other.close();
  });

  it('shows nothing of what it holds, and is for its owner alone', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    for (const word of [orgId, 'pseudonym', 'BEGIN PRIVATE KEY', 'settings']) expect(bytes.indexOf(word)).toBe(-1);
    await expect(
      makeBackup({ db: source.db, keyFolder: join(source.folder, 'keys'), file, key, clock: source.now }),
    ).rejects.toThrow('is there already');
    expect(readdirSync(join(file, '..'))).toEqual(['sluice.backup']); // and no draft is left
  });

  it('leaves out drafts and keys of pseudonyms that are over, and keeps newer key files that are there', async () => {
    const folder = newFolder();
    const keep = (name: string, content: string) => writeFileSync(join(folder, name), content, { mode: 0o600 });
    keep('root.key', readFileSync(join(source.folder, 'keys', 'root.key'), 'utf8'));
    keep('enrolment-token', 'newer');
    const stranger = newFolder();
    openKeys(stranger, { orgId, clock: source.now });
    await expect(restore({ db: target, keyFolder: stranger, file, key })).rejects.toThrow('keys of another endpoint');
    const db = await openTestDatabase();
    await restore({ db, keyFolder: folder, file, key, rootKeys: source.workings.keys.policyRootKeys });
    const names = readdirSync(folder);
    expect(names).toEqual(expect.arrayContaining(['pseudonym-692.key', 'signing.key', 'token.key']));
    expect(names.filter((name) => name.startsWith('draft-') || name === 'pseudonym-600.key')).toEqual([]);
    expect(readFileSync(join(folder, 'enrolment-token'), 'utf8')).toBe('newer');
    await db.close();
  });
});

describe('the key file of backups', () => {
  it('is for its owner alone, is never written over, and is read strictly', () => {
    const path = join(newFolder(), 'backup.key');
    makeBackupKey(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readBackupKey(path)).toHaveLength(32);
    expect(() => makeBackupKey(path)).toThrow('is there already');
    const open = join(newFolder(), 'open.key');
    writeFileSync(open, readFileSync(path), { mode: 0o644 });
    expect(() => readBackupKey(open)).toThrow('can be read by others');
    writeFileSync(path, 'short');
    expect(() => readBackupKey(path)).toThrow('is no backup key');
    expect(() => readBackupKey(`${path}.none`)).toThrow('cannot be read');
  });
});
