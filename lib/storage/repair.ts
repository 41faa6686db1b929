import { count } from './counters.ts';
import type { SluiceDatabase } from './database.ts';
import { isChain, isCounter, isDraft, isEntry, isIdentity, isMessage } from './rows.ts';

/** Tables in which a row could not be read. The rows are gone; the caller reports it. */
export interface Repaired {
  readonly corrupt: readonly string[];
}

/**
 * Takes out rows of another shape from what everything else builds on. The long lists, of sent entries and of ledger lines, are
 * checked by whoever reads them. A chain that lost its row is marked, until its next first entry has said so.
 */
export async function repair(db: SluiceDatabase): Promise<Repaired> {
  return db.transaction('rw', db.tables, async () => {
    const corrupt: string[] = [];
    const sweep = async (name: string, rows: readonly unknown[], isRow: (row: unknown) => boolean) => {
      const keys = rows.filter((row) => !isRow(row)).map((row) => primaryKey(db, name, row));
      if (keys.length === 0) return 0;
      await db.table<unknown, unknown>(name).bulkDelete(keys);
      corrupt.push(name);
      return keys.length;
    };
    await sweep('counters', await db.counters.toArray(), isCounter);
    if ((await sweep('chain', await db.chain.toArray(), isChain)) > 0) await db.counters.put({ key: 'lost', value: 1 });
    const entries = await sweep('entries', await db.entries.where('state').equals('waiting').toArray(), isEntry);
    const drafts = await sweep('drafts', await db.drafts.toArray(), isDraft);
    await count(db, 'dropped', entries + drafts);
    await sweep('identity', await db.identity.toArray(), isIdentity);
    await sweep('messages', await db.messages.toArray(), isMessage);
    return { corrupt };
  });
}

function primaryKey(db: SluiceDatabase, name: string, row: unknown): unknown {
  const { keyPath } = db.table(name).schema.primKey;
  return (row as Record<string, unknown>)[String(keyPath)]; // an inline key is there, or the row could not be stored
}
