import Dexie from 'dexie';
import type { EntityTable } from 'dexie';
import type { IncidentDraft } from '../messaging/contract.ts';

/** A draft of an attempt whose dialog is open. Cleared when it is settled; left behind by a crash it becomes `abandoned`. */
export interface DraftRow {
  readonly id: string;
  readonly at: string;
  readonly draft: IncidentDraft;
  /** The browser's session it was made in: drafts of an earlier one have no dialog any more. */
  readonly session: string;
  readonly tabId: number;
}

export type EntryState = 'local-only' | 'waiting' | 'acknowledged' | 'rejected' | 'given-up';

/** One recorded incident: its exact text, and its place in the chain. Kept for policy's `retentionDays`. */
export interface EntryRow {
  readonly n: number;
  readonly id: string;
  readonly at: string;
  /** '' for entries that belong to no chain. */
  readonly chain: string;
  /** Place in the chain, from 0. */
  readonly index: number;
  readonly salt: string;
  readonly event: string;
  /** The chain's head after this entry. */
  readonly head: string;
  /** Milliseconds since the epoch; 0 when it was sent. */
  readonly dueAt: number;
  readonly state: EntryState;
}

/** One request body that was sent to the organisation. Kept for policy's `retentionDays`. */
export interface LedgerRow {
  readonly n: number;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly status: number;
  readonly note?: 'chain-restarted' | 'receipt-refused' | 'entry-rejected';
}

/** The current chain. Replaced when the organisation changes; never cleared otherwise. */
export interface ChainRow {
  readonly key: 'current';
  readonly id: string;
  readonly orgId: string;
  readonly count: number;
  readonly head: string;
  /** The next event says that an earlier chain was lost. */
  readonly restarted: boolean;
}

/** This installation at its endpoint. The private key cannot be exported. Replaced when the organisation changes. */
export interface IdentityRow {
  readonly key: 'install';
  readonly installId: string;
  readonly orgId: string;
  readonly url: string;
  readonly keys: CryptoKeyPair;
}

export interface CounterRow {
  readonly key: 'polls' | 'dropped';
  readonly value: number;
}

export class SluiceDatabase extends Dexie {
  readonly drafts!: EntityTable<DraftRow, 'id'>;
  readonly entries!: EntityTable<EntryRow, 'n'>;
  readonly ledger!: EntityTable<LedgerRow, 'n'>;
  readonly chain!: EntityTable<ChainRow, 'key'>;
  readonly identity!: EntityTable<IdentityRow, 'key'>;
  readonly counters!: EntityTable<CounterRow, 'key'>;

  constructor(name = 'sluice') {
    super(name);
    // A released version is never edited: each new one has its upgrade and a test that starts from the old one.
    this.version(1).stores({
      drafts: 'id',
      entries: '++n, &id, state, [chain+index]',
      ledger: '++n',
      chain: 'key',
      identity: 'key',
      counters: 'key',
    });
  }
}

export interface OpenedDatabase {
  readonly db: SluiceDatabase;
  /** True when the old database could not be read and was made anew: the chain has to say so. */
  readonly rebuilt: boolean;
}

/** Opens the database; one that cannot be opened, or whose rows cannot be read, is deleted and made anew. */
export async function openDatabase(name = 'sluice'): Promise<OpenedDatabase> {
  const db = new SluiceDatabase(name);
  try {
    await db.open();
    await check(db);
    return { db, rebuilt: false };
  } catch {
    db.close();
    await Dexie.delete(name);
    const fresh = new SluiceDatabase(name);
    await fresh.open();
    return { db: fresh, rebuilt: true };
  }
}

/** Reads what everything else builds on. A missing row is no fault; a row of another shape is. */
async function check(db: SluiceDatabase): Promise<void> {
  const chain: unknown = await db.chain.get('current');
  if (chain !== undefined && !isChain(chain)) throw new Error('corrupt-chain');
  const last: unknown = await db.entries.orderBy('n').last();
  if (last !== undefined && !isEntry(last)) throw new Error('corrupt-entry');
}

export function isChain(value: unknown): value is ChainRow {
  const { id, orgId, count, head, restarted } = Object(value) as Partial<ChainRow>;
  return (
    [id, orgId, head].every((each) => typeof each === 'string') &&
    Number.isSafeInteger(count) &&
    typeof restarted === 'boolean'
  );
}

export function isEntry(value: unknown): value is EntryRow {
  const { id, at, chain, salt, event, head, index, dueAt } = Object(value) as Partial<EntryRow>;
  return (
    [id, at, chain, salt, event, head].every((each) => typeof each === 'string') &&
    [index, dueAt].every(Number.isFinite)
  );
}
