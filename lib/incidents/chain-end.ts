import { emptyHead, nextHead } from '../contract/chain.ts';
import { toBase64url } from '../contract/bytes.ts';
import { Incident } from '../contract/incident.ts';
import { count, readCounter } from '../storage/counters.ts';
import type { ChainRow, EntryRow, SluiceDatabase } from '../storage/database.ts';
import { isEntry } from '../storage/rows.ts';

/** 32 random bytes: whoever has only the event cannot find its place in the chain. */
export function newSalt(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(32)));
}

/** The chain that entries for this organisation join: the current one, or the start of another. Not stored yet. */
export async function chainFor(db: SluiceDatabase, orgId: string): Promise<ChainRow> {
  const current = await db.chain.get('current');
  if (current?.orgId === orgId) return current;
  return emptyChain(orgId, (await readCounter(db, 'lost')) > 0);
}

async function emptyChain(orgId: string, restarted: boolean): Promise<ChainRow> {
  const id = crypto.randomUUID();
  return { key: 'current', id, orgId, count: 0, head: await emptyHead(id), restarted };
}

/** Inside of a transaction: false when the chain moved since `expected` was read, and whatever was computed from it is void. */
export async function isStillEnd(db: SluiceDatabase, expected: ChainRow): Promise<boolean> {
  const current = await db.chain.get('current');
  if (current?.orgId !== expected.orgId) return expected.count === 0;
  return current.id === expected.id && current.count === expected.count;
}

export interface Restart {
  readonly orgId: string;
  /** Entries of the old chain from this place on are sent again, although a receipt covered them: the endpoint lost them. */
  readonly lostFrom?: number;
}

/**
 * Starts another chain where the old one cannot be proved any more, and moves over what still has to arrive. Its first entry says that
 * an earlier chain was lost. False when the chain moved meanwhile.
 */
export async function restartChain(db: SluiceDatabase, { orgId, lostFrom }: Restart): Promise<boolean> {
  const before = await db.chain.get('current');
  const again = (entry: EntryRow) => entry.state === 'acknowledged' && entry.index >= (lostFrom ?? Infinity);
  const rows = await db.entries.where('state').anyOf('waiting', 'acknowledged').sortBy('n');
  const wanted = rows.filter((row) => row.orgId === orgId && (row.state === 'waiting' || again(row)));
  const moved: EntryRow[] = [];
  let chain = await emptyChain(orgId, true);
  for (const entry of wanted) {
    const event = isEntry(entry) ? eventOf(entry, chain.restarted) : undefined;
    if (event === undefined) continue;
    const salt = newSalt();
    const head = await nextHead(chain.head, { salt, event });
    moved.push({ ...entry, chain: chain.id, index: chain.count, salt, event, head, state: 'waiting' });
    chain = { ...chain, count: chain.count + 1, head, restarted: false };
  }
  const kept = new Set(moved.map(({ n }) => n));
  const unreadable = wanted.flatMap(({ n }) => (kept.has(n) ? [] : [n]));
  return db.transaction('rw', db.entries, db.chain, db.counters, async () => {
    const now = await db.chain.get('current');
    if (now?.id !== before?.id || now?.count !== before?.count) return false;
    await db.entries.bulkPut(moved);
    await db.entries.bulkDelete(unreadable);
    await db.chain.put(chain);
    await db.counters.delete('lost');
    await count(db, 'dropped', unreadable.length);
    return true;
  });
}

/** The event's text, with the mark where it is the first of another chain and only there; `undefined` when it is no incident. */
function eventOf({ event }: EntryRow, first: boolean): string | undefined {
  const incident = readIncident(event);
  if (incident === undefined) return undefined;
  const { chainRestarted: marked = false, ...unmarked } = incident;
  if (first === marked) return event;
  return JSON.stringify(first ? { ...unmarked, chainRestarted: true } : unmarked);
}

export function readIncident(event: string): Incident | undefined {
  try {
    return Incident.safeParse(JSON.parse(event)).data;
  } catch {
    return undefined; // not JSON
  }
}
