import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import Dexie from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { someDraft as draft } from '../../test/fixtures/extension.ts';
import { createRecorder } from '../incidents/recorder.ts';
import { openDatabase } from './database.ts';
import { readLedger } from './ledger.ts';
import type { SluiceDatabase } from './database.ts';

let db: SluiceDatabase;
beforeEach(async () => {
  ({ db } = await openDatabase(randomUUID()));
});

const recorder = () =>
  createRecorder({
    db,
    versions: { extension: '0.1', browser: { family: 'chromium', major: 156 } },
    policy: () => ({ source: 'endpoint', epoch: 1, seq: 7 }),
    orgId: () => 'trial',
    delay: () => [0, 0],
    session: 'session-1',
  });

describe('the database', () => {
  it('takes out rows that cannot be read, and says which', async () => {
    await recorder().record(draft, 'replaced');
    await recorder().draft(draft, 3);
    await db.entries.toCollection().modify({ salt: 'short' } as never);
    await db.drafts.toCollection().modify({ tabId: 'three' } as never);
    await db.chain.update('current', { head: 'gone' });
    await db.identity.put({ key: 'install', installId: 3 } as never);
    const { name } = db;
    db.close();
    const opened = await openDatabase(name);
    expect([...opened.corrupt].sort()).toEqual(['chain', 'drafts', 'entries', 'identity']);
    expect(opened.rebuilt).toBe(false);
    db = opened.db;
    expect((await db.counters.get('dropped'))?.value).toBe(2);
    await recorder().record(draft, 'replaced');
    const [entry] = await db.entries.toArray();
    expect(JSON.parse(entry!.event)).toMatchObject({ chainRestarted: true });
    db.close();
    expect((await openDatabase(name)).corrupt).toEqual([]);
  });

  it('of the first version is taken over, with every row of it', async () => {
    const name = randomUUID();
    const old = new Dexie(name);
    old.version(1).stores({
      drafts: 'id',
      entries: '++n, &id, state, [chain+index]',
      ledger: '++n',
      chain: 'key',
      identity: 'key',
      counters: 'key',
    });
    const line = { at: '2026-11-25T12:00:00Z', method: 'POST', path: '/v1/heartbeat', body: '{}', status: 200 };
    await old.table('ledger').add(line);
    await old.table('counters').put({ key: 'polls', value: 7 });
    old.close();
    const opened = await openDatabase(name);
    db = opened.db;
    expect([opened.rebuilt, opened.corrupt, db.verno]).toEqual([false, [], 2]);
    expect(await db.ledger.toArray()).toEqual([{ ...line, n: 1 }]);
    expect(await db.counters.get('polls')).toEqual({ key: 'polls', value: 7 });
    expect(await db.messages.toArray()).toEqual([]);
    await db.blobs.put({ sha256: 'a'.repeat(64), data: 'AA==' });
    expect(await db.blobs.count()).toBe(1);
  });

  it('takes out a message that cannot be read, and leaves the others', async () => {
    const good = {
      id: randomUUID(),
      template: 'rotate-key',
      until: '2026-12-09',
      orgId: 'trial',
      dismissed: false,
    } as const;
    await db.messages.bulkPut([good, { ...good, id: randomUUID(), template: 'free text' } as never]);
    const { name } = db;
    db.close();
    const opened = await openDatabase(name);
    db = opened.db;
    expect(opened.corrupt).toEqual(['messages']);
    expect(await db.messages.toArray()).toEqual([good]);
  });

  it('is made anew when it cannot be opened, and its chain says so even after another start', async () => {
    const name = randomUUID();
    const newer = new Dexie(name);
    newer.version(900).stores({ entries: 'other', strange: '++id' });
    await newer.open();
    newer.close();
    const opened = await openDatabase(name);
    expect(opened.rebuilt).toBe(true);
    opened.db.close();
    ({ db } = await openDatabase(name));
    await recorder().record(draft, 'replaced');
    expect(JSON.parse((await db.entries.toArray())[0]!.event)).toMatchObject({ chainRestarted: true });
  });
});

describe('the ledger', () => {
  it('is read from its end, page by page, without lines that cannot be read', async () => {
    const line = { at: '2026-11-25T12:00:00Z', method: 'POST', path: '/v1/heartbeat', body: '{}', status: 200 };
    for (let at = 0; at < 5; at += 1) await db.ledger.add({ ...line });
    await db.ledger.update(4, { body: 7 } as never);
    const numbers = async (options: { before?: number; limit: number }) =>
      (await readLedger(db, options)).map(({ n }) => n);
    expect(await numbers({ limit: 3 })).toEqual([5, 3]);
    expect(await numbers({ before: 3, limit: 9 })).toEqual([2, 1]);
  });
});
