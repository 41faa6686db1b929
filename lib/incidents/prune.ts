import type { SluiceDatabase } from '../storage/database.ts';

/**
 * Removes entries and ledger lines from before this moment (rounded, ISO 8601). The checkpoint is the last receipt: what it does not
 * cover stays, however old, because it could not be proved or sent again.
 */
export async function prune(db: SluiceDatabase, before: string): Promise<void> {
  await db.transaction('rw', db.entries, db.ledger, db.chain, async () => {
    const chain = await db.chain.get('current');
    const covered = chain?.receipt?.count ?? 0;
    await db.entries
      .filter((row) => row.at < before && row.state !== 'waiting' && (row.chain !== chain?.id || row.index < covered))
      .delete();
    await db.ledger.filter(({ at }) => at < before).delete();
  });
}
