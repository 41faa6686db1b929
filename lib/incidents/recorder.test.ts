import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyHead, nextHead } from '../contract/chain.ts';
import { Incident } from '../contract/incident.ts';
import type { IncidentDraft } from '../messaging/contract.ts';
import { openDatabase } from '../storage/database.ts';
import type { SluiceDatabase } from '../storage/database.ts';
import { restartChain } from './chain-end.ts';
import { createRecorder } from './recorder.ts';
import type { RecorderOptions } from './recorder.ts';

const draft: IncidentDraft = {
  surface: 'composer',
  action: 'redact',
  findings: [
    {
      detector: 'github-token',
      version: 1,
      rule: 'credentials',
      category: 'credential',
      severity: 'high',
      action: 'redact',
      count: 2,
    },
  ],
  length: '<1k',
  ring: 'composer',
  urgent: false,
};
const noon = Date.UTC(2026, 10, 25, 12, 3, 59);
const day = 86_400_000;

let db: SluiceDatabase;
beforeEach(async () => {
  ({ db } = await openDatabase(randomUUID()));
});

function recorder(change: Partial<RecorderOptions> = {}) {
  return createRecorder({
    db,
    now: () => noon,
    versions: { extension: '0.1', browser: { family: 'chromium', major: 156 } },
    policy: () => ({ source: 'endpoint', epoch: 1, seq: 7 }),
    orgId: () => 'trial',
    delay: () => [60, 900],
    session: 'session-1',
    ...change,
  });
}

/** Whether the stored entries make the stored head, computed anew from their bytes. */
async function proves(): Promise<boolean> {
  const chain = await db.chain.get('current');
  let head = await emptyHead(chain!.id);
  const entries = await db.entries.where('[chain+index]').between([chain!.id, 0], [chain!.id, Infinity]).toArray();
  for (const entry of entries) {
    head = await nextHead(head, entry);
    if (entry.head !== head) return false;
  }
  return head === chain!.head && entries.length === chain!.count;
}

describe('the recorder', () => {
  it('moves a draft into the chain, with a rounded time, and not a second time', async () => {
    const { draft: begin, settle } = recorder();
    const id = await begin(draft, 7);
    const twice = await Promise.all([settle({ id, outcome: 'replaced' }), settle({ id, outcome: 'sent-anyway' })]);
    expect(twice).toEqual([true, false]);
    expect(await settle({ id, outcome: 'sent-anyway' })).toBe(false);
    expect(await settle({ id: randomUUID(), outcome: 'replaced' })).toBe(false);
    expect(await db.drafts.count()).toBe(0);
    const [entry, ...more] = await db.entries.toArray();
    expect(more).toEqual([]);
    const incident = Incident.parse(JSON.parse(entry!.event));
    expect(incident).toMatchObject({ id, at: '2026-11-25T12:00:00Z', outcome: 'replaced', policy: { seq: 7 } });
    expect(entry).toMatchObject({ state: 'waiting', orgId: 'trial', index: 0 });
    expect(await proves()).toBe(true);
  });

  it('keeps one chain when many settle at once, in two recorders', async () => {
    const [left, right] = [recorder(), recorder()];
    await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 ? left : right).record(draft, 'sent-clean')));
    expect(await db.entries.count()).toBe(20);
    expect(await proves()).toBe(true);
  });

  it('stores draft and chain together or not at all', async () => {
    const { draft: begin, settle } = recorder();
    const id = await begin(draft, 7);
    const refuse = () => {
      throw new Error('disk full');
    };
    db.chain.hook('creating', refuse);
    await expect(settle({ id, outcome: 'replaced' })).rejects.toThrow();
    expect([await db.drafts.count(), await db.entries.count(), await db.chain.count()]).toEqual([1, 0, 0]);
    db.chain.hook('creating').unsubscribe(refuse);
    expect(await settle({ id, outcome: 'replaced' })).toBe(true);
    expect([await db.drafts.count(), await db.entries.count(), await db.chain.count()]).toEqual([0, 1, 1]);
  });

  it('says the policy that the verdict was made with, although another came while the dialog was open', async () => {
    let seq = 7;
    const { draft: begin, settle, recent } = recorder({ policy: () => ({ source: 'endpoint', epoch: 1, seq }) });
    const id = await begin(draft, 7);
    seq = 8;
    await settle({ id, outcome: 'replaced' });
    expect((await recent(1))[0]!.incident.policy).toEqual({ source: 'endpoint', epoch: 1, seq: 7 });
  });

  it('abandons what an earlier session or a closed tab left behind, and leaves open dialogs alone', async () => {
    const earlier = recorder({ session: 'session-0' });
    await earlier.draft(draft, 1);
    await recorder().draft(draft, 2);
    const open = await recorder().draft(draft, 1);
    const restarted = recorder(); // the worker started again, the browser did not
    expect(await restarted.recover(new Set([1]))).toBe(2);
    expect((await restarted.recent(9)).map(({ incident }) => incident.outcome)).toEqual(['abandoned', 'abandoned']);
    expect(await restarted.settle({ id: open, outcome: 'blocked' })).toBe(true);
    expect(await restarted.abandon(1)).toBe(0);
  });

  it('keeps what was recorded without an organisation on the device, for ever', async () => {
    await recorder({ orgId: () => undefined }).record(draft, 'replaced');
    await recorder().record(draft, 'replaced');
    const rows = await db.entries.orderBy('n').toArray();
    expect(rows.map(({ state, orgId, chain }) => [state, orgId, chain === ''])).toEqual([
      ['local-only', '', true],
      ['waiting', 'trial', false],
    ]);
    await restartChain(db, { orgId: 'trial', lostFrom: 0 });
    expect(await db.entries.where('state').equals('local-only').count()).toBe(1);
    expect(await proves()).toBe(true);
  });

  it('sends urgent ones at once and others within the range', async () => {
    await recorder().record({ ...draft, urgent: true }, 'blocked');
    for (let at = 0; at < 20; at += 1) await recorder().record(draft, 'replaced');
    const [urgent, ...others] = await db.entries.orderBy('n').toArray();
    expect(urgent!.dueAt).toBe(noon);
    for (const { dueAt } of others) {
      expect(dueAt).toBeGreaterThanOrEqual(noon + 60_000);
      expect(dueAt).toBeLessThanOrEqual(noon + 900_000);
    }
    expect(new Set(others.map(({ dueAt }) => dueAt)).size).toBeGreaterThan(10);
  });

  it('has no field in which a prompt could be stored', async () => {
    const canary = ['SLUICE', 'CANARY', 'x'.repeat(32)].join('-');
    const smuggled = { ...draft, prompt: canary, findings: [{ ...draft.findings[0]!, text: canary }] };
    await expect(recorder().record(smuggled, 'replaced')).rejects.toThrow('incident-refused');
    const everything = await Promise.all(db.tables.map((table) => table.toArray()));
    expect(JSON.stringify(everything)).not.toContain(canary);
  });

  it('drops a draft that cannot be read any more, and counts it', async () => {
    const id = await recorder().draft(draft, 7);
    await db.drafts.update(id, { policy: { source: 'elsewhere' } as never });
    expect(await recorder().settle({ id, outcome: 'replaced' })).toBe(false);
    expect(await db.drafts.count()).toBe(0);
    expect((await db.counters.get('dropped'))?.value).toBe(1);
  });
});

describe('retention', () => {
  it('removes what is old and covered by a receipt, never what still waits', async () => {
    const then = recorder({ now: () => noon - 100 * day });
    await then.record(draft, 'replaced');
    await then.record(draft, 'replaced');
    await recorder({ now: () => noon - 100 * day, orgId: () => undefined }).record(draft, 'sent-clean');
    await recorder().record(draft, 'replaced');
    await db.ledger.bulkAdd(
      ['2026-08-01T00:00:00Z', '2026-11-25T00:00:00Z'].map((at) => ({
        at,
        method: 'GET',
        path: '/v1/policy',
        body: '',
        status: 200,
      })),
    );
    await db.entries
      .where('index')
      .equals(0)
      .count()
      .catch(() => 0);
    const chain = (await db.chain.get('current'))!;
    const [first] = await db.entries.where('[chain+index]').equals([chain.id, 0]).toArray();
    await db.entries.update(first!.n, { state: 'acknowledged' });
    const receipt = { chain: chain.id, count: 1, head: first!.head, keyid: 'k', signature: 's' };
    await db.chain.put({ ...chain, receipt });
    await recorder().prune(90);
    const left = await db.entries.toArray();
    expect(left.map(({ index, state }) => [index, state])).toEqual([
      [1, 'waiting'],
      [2, 'waiting'],
    ]);
    expect((await db.ledger.toArray()).map(({ at }) => at)).toEqual(['2026-11-25T00:00:00Z']);
  });
});

describe('a chain that was lost', () => {
  const marks = async () =>
    (await db.entries.orderBy('n').toArray()).map(
      ({ event }) => (JSON.parse(event) as { chainRestarted?: true }).chainRestarted === true,
    );

  it('is said so by the first entry of the next one, and once', async () => {
    await db.counters.put({ key: 'lost', value: 1 });
    await recorder().record(draft, 'replaced');
    await recorder().record(draft, 'replaced');
    expect(await marks()).toEqual([true, false]);
    expect(await db.counters.get('lost')).toBeUndefined();
  });

  it('takes along what still waits, and nothing that cannot be read', async () => {
    for (let at = 0; at < 3; at += 1) await recorder().record(draft, 'replaced');
    const rows = await db.entries.orderBy('n').toArray();
    await db.entries.update(rows[1]!.n, { event: '{"id":' });
    const old = await db.chain.get('current');
    expect(await restartChain(db, { orgId: 'trial' })).toBe(true);
    expect((await db.chain.get('current'))!.id).not.toBe(old!.id);
    expect(await marks()).toEqual([true, false]);
    expect(await proves()).toBe(true);
    expect((await db.counters.get('dropped'))?.value).toBe(1);
    const salts = (await db.entries.toArray()).map(({ salt }) => salt);
    expect(rows.some(({ salt }) => salts.includes(salt))).toBe(false);
  });
});
