import Dexie from 'dexie';
import type { EntityTable } from 'dexie';
import type { Incident, Receipt } from '../contract/incident.ts';
import type { KeptMessage } from '../contract/message.ts';
import type { IncidentDraft } from '../messaging/contract.ts';
import { repair } from './repair.ts';
import type { Repaired } from './repair.ts';

/** A draft of an attempt whose dialog is open. Cleared when it is settled; left behind by a crash it becomes `abandoned`. */
export interface DraftRow {
  readonly id: string;
  readonly at: string;
  readonly draft: IncidentDraft;
  /** The policy that the verdict was made with. */
  readonly policy: Incident['policy'];
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
  /** The organisation it is for, and no other; '' for entries that stay on the device, as `chain`. */
  readonly orgId: string;
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

/** A list of terms that the policy in force names, base64 by the SHA-256 of its bytes. Cleared when a newer policy does without it. */
export interface BlobRow {
  readonly sha256: string;
  readonly data: string;
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
  /** The last receipt that held: the checkpoint behind which entries may be pruned. */
  readonly receipt?: Receipt;
}

/** This installation at its endpoint. The private key cannot be exported. Replaced when the organisation changes. */
export interface IdentityRow {
  readonly key: 'install';
  readonly installId: string;
  readonly orgId: string;
  readonly url: string;
  readonly keys: CryptoKeyPair;
  /** Set while it waits for the organisation's approval. */
  readonly isPending?: boolean;
}

/**
 * `polls` brought nothing new, `dropped` entries were given up since the last heartbeat, `lost` is 1 while an earlier chain was lost and
 * no entry has said so, `born` is 1 in a database that was in use.
 */
export interface CounterRow {
  readonly key: 'polls' | 'dropped' | 'lost' | 'born';
  readonly value: number;
}

export class SluiceDatabase extends Dexie {
  readonly drafts!: EntityTable<DraftRow, 'id'>;
  readonly entries!: EntityTable<EntryRow, 'n'>;
  readonly ledger!: EntityTable<LedgerRow, 'n'>;
  readonly chain!: EntityTable<ChainRow, 'key'>;
  readonly identity!: EntityTable<IdentityRow, 'key'>;
  readonly counters!: EntityTable<CounterRow, 'key'>;
  readonly blobs!: EntityTable<BlobRow, 'sha256'>;
  readonly messages!: EntityTable<KeptMessage, 'id'>;

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
    // Lists of terms, and what the organisation wrote. The other tables stay as they are, so there are no rows to change.
    this.version(2).stores({ blobs: 'sha256', messages: 'id' });
  }
}

export interface OpenedDatabase extends Repaired {
  readonly db: SluiceDatabase;
  /** True when the old database could not be opened and was made anew. */
  readonly rebuilt: boolean;
}

/**
 * Opens the database and takes out rows that cannot be read. One that cannot be opened even at the second try is deleted and made
 * anew. What the chain has to say about either is kept in the database itself, so that it survives the end of the worker.
 */
export async function openDatabase(name = 'sluice'): Promise<OpenedDatabase> {
  const opened = (await attempt(name)) ?? (await attempt(name));
  if (opened) return { ...opened, rebuilt: false };
  await Dexie.delete(name);
  const db = new SluiceDatabase(name);
  await db.open();
  await db.counters.put({ key: 'lost', value: 1 });
  return { db, corrupt: [], rebuilt: true };
}

async function attempt(name: string): Promise<({ readonly db: SluiceDatabase } & Repaired) | undefined> {
  const db = new SluiceDatabase(name);
  try {
    await db.open();
    return { db, ...(await repair(db)) };
  } catch {
    db.close();
    return undefined;
  }
}
