import type { CounterRow, SluiceDatabase } from './database.ts';

/** Adds to a counter, inside of the caller's transaction where there is one. */
export async function count(db: SluiceDatabase, key: CounterRow['key'], by: number): Promise<void> {
  await db.transaction('rw', db.counters, async () => {
    await db.counters.put({ key, value: (await readCounter(db, key)) + by });
  });
}

export async function readCounter(db: SluiceDatabase, key: CounterRow['key']): Promise<number> {
  return (await db.counters.get(key))?.value ?? 0;
}
