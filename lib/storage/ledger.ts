import type { LedgerRow, SluiceDatabase } from './database.ts';
import { isLedgerLine } from './rows.ts';

/** Lines of the ledger, newest first, below the number `before`. A line that cannot be read is left out. */
export async function readLedger(
  db: SluiceDatabase,
  { before = Infinity, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<readonly LedgerRow[]> {
  const rows: readonly unknown[] = await db.ledger.where('n').below(before).reverse().limit(limit).toArray();
  return rows.filter(isLedgerLine);
}
