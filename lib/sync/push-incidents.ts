import { emptyHead, verifyReceipt } from '../contract/chain.ts';
import { IncidentReply } from '../contract/incident.ts';
import type { IncidentBatch, Receipt } from '../contract/incident.ts';
import { restartChain } from '../incidents/chain-end.ts';
import { count } from '../storage/counters.ts';
import type { ChainRow, EntryRow, SluiceDatabase } from '../storage/database.ts';
import { isEntry } from '../storage/rows.ts';
import type { Failed } from './enrol.ts';
import type { Session } from './session.ts';

export interface PushOptions {
  readonly db: SluiceDatabase;
  readonly session: Session;
  readonly now: () => number;
  readonly orgId: string;
  /** The key that the root delegated, and its id. */
  readonly signer: { readonly key: CryptoKey; readonly keyid: string };
}

/** `behind`: the endpoint lost entries, which wait again. `stuck`: it took nothing and says so. */
export type PushResult =
  | { readonly kind: 'nothing' | 'pushed' | 'behind' | 'restarted' | 'stuck' | 'receipt-refused' }
  | { readonly kind: 'failed'; readonly failure: Failed };

const largestBatch = 50;
/** UTF-16 units; the endpoint reads a mebibyte. */
const largestBody = 250_000;

/**
 * Sends what is due, in the order of the chain. Nothing changes here before a receipt was verified: a crash at any moment means that
 * the same entries are sent again, and the endpoint knows them by their place.
 */
export async function pushIncidents(options: PushOptions): Promise<PushResult> {
  const { db, orgId, now } = options;
  await giveUpOthers(db, orgId);
  const current = await db.chain.get('current');
  const chain = current?.orgId === orgId ? current : undefined;
  const waiting = await waitingFor(db, orgId);
  if (!chain && waiting.length === 0) return { kind: 'nothing' };
  if (!chain || !isWhole(chain, waiting)) {
    await restartChain(db, { orgId });
    return { kind: 'restarted' };
  }
  return sendBatch(dueEntries(waiting, now()), chain, options);
}

/** What waits for another organisation is never sent to this one. */
async function giveUpOthers(db: SluiceDatabase, orgId: string): Promise<void> {
  await db.transaction('rw', db.entries, db.counters, async () => {
    const others = db.entries
      .where('state')
      .equals('waiting')
      .filter((entry) => entry.orgId !== orgId);
    const given = await others.modify({ state: 'given-up' });
    if (given > 0) await count(db, 'dropped', given);
  });
}

async function waitingFor(db: SluiceDatabase, orgId: string): Promise<readonly EntryRow[]> {
  const rows = await db.entries.where('state').equals('waiting').sortBy('index');
  return rows.filter((entry) => entry.orgId === orgId);
}

/** The waiting entries are those of this chain from the checkpoint to its end, one after the other, each readable. */
function isWhole({ id, count: length, receipt }: ChainRow, waiting: readonly EntryRow[]): boolean {
  const start = receipt?.count ?? 0;
  const isNext = (entry: EntryRow, at: number) => isEntry(entry) && entry.chain === id && entry.index === start + at;
  return waiting.length === length - start && waiting.every(isNext);
}

/** From the first that waits to the last that is due: the chain has no gaps. */
function dueEntries(waiting: readonly EntryRow[], now: number): readonly EntryRow[] {
  const lastDue = waiting.findLastIndex(({ dueAt }) => dueAt <= now);
  const due = waiting.slice(0, Math.min(lastDue + 1, largestBatch));
  let units = 0;
  const tooMuch = due.findIndex(({ event }, at) => {
    units += event.length;
    return units > largestBody && at > 0;
  });
  return tooMuch < 0 ? due : due.slice(0, tooMuch);
}

async function sendBatch(batch: readonly EntryRow[], chain: ChainRow, options: PushOptions): Promise<PushResult> {
  const [first] = batch;
  if (!first) return { kind: 'nothing' };
  const entries = batch.map(({ salt, event }) => ({ salt, event }));
  const request: IncidentBatch = { chain: chain.id, from: first.index, entries };
  const isRestart = first.index === 0 && first.event.includes('"chainRestarted":true');
  const called = await options.session.call({
    method: 'POST',
    path: '/v1/incidents',
    body: JSON.stringify(request),
    ...(isRestart ? { note: 'chain-restarted' } : {}),
  });
  // A server in between may take less than ours does.
  if (!called.ok && called.status === 413 && batch.length > 1)
    return sendBatch(batch.slice(0, Math.ceil(batch.length / 2)), chain, options);
  if (!called.ok) return { kind: 'failed', failure: called };
  const { json, n } = called.answer;
  const reply = IncidentReply.safeParse(json).data;
  const judged = reply && (await judge(reply.receipt, chain, options));
  if (!reply || judged === undefined || judged === 'refused') {
    if (n !== undefined) await options.db.ledger.update(n, { note: 'receipt-refused' });
    return { kind: 'receipt-refused' };
  }
  if (judged === 'stuck') return { kind: 'stuck' };
  const rejected = new Set(reply.rejected.map(({ index }) => first.index + index));
  return judged === 'ahead'
    ? confirm({ db: options.db, chain, receipt: reply.receipt, rejected, n })
    : sendAgain(options.db, chain, reply.receipt);
}

/** A receipt counts when the delegated key signed it and its head is the head that we computed ourselves. */
async function judge(receipt: Receipt, chain: ChainRow, { db, signer }: PushOptions) {
  if (receipt.chain !== chain.id || receipt.keyid !== signer.keyid || receipt.count > chain.count) return 'refused';
  if (!(await verifyReceipt(receipt, signer.key))) return 'refused';
  const confirmed = chain.receipt?.count ?? 0;
  const head = await headAt(db, chain, receipt.count);
  // Behind what is still kept here the head is unknown, and the signature has to do: nothing is marked, only sent again.
  if (head === undefined ? receipt.count >= confirmed : head !== receipt.head) return 'refused';
  if (receipt.count === confirmed) return 'stuck';
  return receipt.count > confirmed ? 'ahead' : 'behind';
}

async function headAt(db: SluiceDatabase, chain: ChainRow, length: number): Promise<string | undefined> {
  if (length === 0) return emptyHead(chain.id);
  if (length === chain.receipt?.count) return chain.receipt.head;
  return (await db.entries.get({ chain: chain.id, index: length - 1 }))?.head;
}

interface Confirmation {
  readonly db: SluiceDatabase;
  readonly chain: ChainRow;
  readonly receipt: Receipt;
  /** Places in the chain. */
  readonly rejected: ReadonlySet<number>;
  readonly n: number | undefined;
}

/** Marks what the receipt covers, and keeps it as the checkpoint. */
async function confirm({ db, chain, receipt, rejected, n }: Confirmation): Promise<PushResult> {
  await db.transaction('rw', db.entries, db.ledger, db.chain, async () => {
    const current = await db.chain.get('current');
    if (current?.id !== chain.id) return;
    await db.chain.put({ ...current, receipt });
    const covered = db.entries
      .where('[chain+index]')
      .between([chain.id, chain.receipt?.count ?? 0], [chain.id, receipt.count]);
    for (const { n: key, index } of await covered.toArray())
      await db.entries.update(key, { state: rejected.has(index) ? 'rejected' : 'acknowledged', dueAt: 0 });
    if (rejected.size > 0 && n !== undefined) await db.ledger.update(n, { note: 'entry-rejected' });
  });
  return { kind: 'pushed' };
}

/** What the endpoint lost waits again. Where part of it is gone here too, or was rejected, another chain takes the rest along. */
async function sendAgain(db: SluiceDatabase, chain: ChainRow, receipt: Receipt): Promise<PushResult> {
  const confirmed = chain.receipt?.count ?? 0;
  const isComplete = await db.transaction('rw', db.entries, db.chain, async () => {
    const current = await db.chain.get('current');
    const lost = await db.entries
      .where('[chain+index]')
      .between([chain.id, receipt.count], [chain.id, confirmed])
      .toArray();
    const isWholeRun = lost.length === confirmed - receipt.count && lost.every(({ state }) => state === 'acknowledged');
    if (current?.id !== chain.id || !isWholeRun) return false;
    await db.chain.put({ ...current, receipt });
    for (const { n } of lost) await db.entries.update(n, { state: 'waiting' });
    return true;
  });
  if (isComplete) return { kind: 'behind' };
  await restartChain(db, { orgId: chain.orgId, lostFrom: receipt.count });
  return { kind: 'restarted' };
}
