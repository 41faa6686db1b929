import { emptyHead, verifyReceipt } from '../contract/chain.ts';
import { IncidentReply } from '../contract/incident.ts';
import type { IncidentBatch, Receipt } from '../contract/incident.ts';
import type { ChainRow, EntryRow, SluiceDatabase } from '../storage/database.ts';
import type { Session } from './session.ts';

export interface PushOptions {
  readonly db: SluiceDatabase;
  readonly session: Session;
  readonly now: () => number;
  /** The key that the root delegated, and its id. */
  readonly signer: { readonly key: CryptoKey; readonly keyid: string };
}

/** `later` is in milliseconds, where the endpoint asked to wait. */
export type PushResult =
  | { readonly kind: 'nothing' | 'pushed' | 'receipt-refused' }
  | { readonly kind: 'failed'; readonly reason: 'unreachable' | 'refused'; readonly later: number };

const largestBatch = 50;

/**
 * Sends what is due, in the order of the chain. Nothing changes here before a receipt was verified: a crash at any moment means that
 * the same entries are sent again, and the endpoint knows them by their place.
 */
export async function pushIncidents(options: PushOptions): Promise<PushResult> {
  const { db, session, now } = options;
  const chain = await db.chain.get('current');
  if (!chain) return { kind: 'nothing' };
  const batch = dueEntries(await waitingOf(db, chain), now());
  const [first] = batch;
  if (!first) return { kind: 'nothing' };
  const request: IncidentBatch = {
    chain: chain.id,
    from: first.index,
    entries: batch.map(({ salt, event }) => ({ salt, event })),
  };
  const called = await session.call({ method: 'POST', path: '/v1/incidents', body: JSON.stringify(request) });
  if (!called.ok) return { kind: 'failed', reason: called.reason, later: 0 };
  const { status, json, headers, n } = called.answer;
  if (status !== 200)
    return { kind: 'failed', reason: 'unreachable', later: Number(headers.get('retry-after') ?? 0) * 1_000 };
  const reply = IncidentReply.safeParse(json);
  if (!reply.success || !(await isOurs(reply.data.receipt, chain, options))) {
    if (n !== undefined) await db.ledger.update(n, { note: 'receipt-refused' });
    return { kind: 'receipt-refused' };
  }
  await settle({ db, chain, reply: reply.data, first: first.index, n });
  return { kind: 'pushed' };
}

async function waitingOf(db: SluiceDatabase, chain: ChainRow): Promise<readonly EntryRow[]> {
  const waiting = await db.entries.where('state').equals('waiting').sortBy('index');
  return waiting.filter((entry) => entry.chain === chain.id);
}

/** From the first that waits to the last that is due: the chain has no gaps. */
function dueEntries(waiting: readonly EntryRow[], now: number): readonly EntryRow[] {
  const lastDue = waiting.findLastIndex(({ dueAt }) => dueAt <= now);
  return waiting.slice(0, Math.min(lastDue + 1, largestBatch));
}

/** A receipt counts when the delegated key signed it and its head is the head that we computed ourselves. */
async function isOurs(receipt: Receipt, chain: ChainRow, { db, signer }: PushOptions): Promise<boolean> {
  if (receipt.chain !== chain.id || receipt.keyid !== signer.keyid || receipt.count > chain.count) return false;
  if (!(await verifyReceipt(receipt, signer.key))) return false;
  const last = await db.entries.get({ chain: chain.id, index: receipt.count - 1 });
  const head = receipt.count === 0 ? await emptyHead(chain.id) : last?.head;
  return receipt.head === head;
}

interface Settlement {
  readonly db: SluiceDatabase;
  readonly chain: ChainRow;
  readonly reply: IncidentReply;
  /** Index of the batch's first entry. */
  readonly first: number;
  readonly n: number | undefined;
}

/** Marks what the receipt covers. A receipt behind the chain puts what the endpoint lost back among those that wait. */
async function settle({ db, chain, reply, first, n }: Settlement): Promise<void> {
  const { count } = reply.receipt;
  const rejected = new Set(reply.rejected.map(({ index }) => first + index));
  await db.transaction('rw', db.entries, db.ledger, async () => {
    await db.entries
      .where('[chain+index]')
      .between([chain.id, 0], [chain.id, count])
      .modify((entry: { -readonly [Key in keyof EntryRow]: EntryRow[Key] }) => {
        if (entry.state === 'waiting') entry.state = rejected.has(entry.index) ? 'rejected' : 'acknowledged';
        entry.dueAt = 0;
      });
    await db.entries
      .where('[chain+index]')
      .between([chain.id, count], [chain.id, Infinity])
      .modify((entry: { -readonly [Key in keyof EntryRow]: EntryRow[Key] }) => {
        if (entry.state === 'acknowledged') entry.state = 'waiting';
      });
    if (rejected.size > 0 && n !== undefined) await db.ledger.update(n, { note: 'entry-rejected' });
  });
}
