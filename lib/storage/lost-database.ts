import { readCounter } from './counters.ts';
import type { SluiceDatabase } from './database.ts';
import type { Item } from './items.ts';

/**
 * A database that was deleted looks like one that never was. The mark in the other storage tells them apart, and the chain then says
 * that an earlier one was lost.
 */
export async function noteBirth(db: SluiceDatabase, born: Item<true>): Promise<void> {
  const wasBorn = await born.get();
  await db.transaction('rw', db.counters, async () => {
    if ((await readCounter(db, 'born')) > 0) return;
    if (wasBorn === true) await db.counters.put({ key: 'lost', value: 1 });
    await db.counters.put({ key: 'born', value: 1 });
  });
  if (wasBorn !== true) await born.set(true);
}
