import { setImmediate as nextTurn } from 'node:timers/promises';
import { appendGroup, appendToChain } from '../store/chains.ts';
import type { Alongside, Appended, Batch } from '../store/chains.ts';
import { DatabaseAway } from '../store/database.ts';
import type { Database } from '../store/database.ts';
import { loadLimit, weightOf } from './load.ts';
import type { LoadLimits, Urgency } from './load.ts';

/** `retryAfter` is in whole seconds: too much waits already, and nothing was taken. */
export type Added =
  { readonly ok: true; readonly appended: Appended } | { readonly ok: false; readonly retryAfter: number };

/** Takes batches that come at the same time into one transaction. */
export interface GroupCommit {
  /**
   * Resolves after the commit that holds what is missing of `batch`. Throws `DatabaseAway` when the database cannot be reached, and
   * what the database threw when it refuses this batch.
   */
  add(batch: Batch, urgency: Urgency): Promise<Added>;
  /** Seconds to wait when nothing of this urgency would be taken, else 0. */
  wait(urgency: Urgency): number;
}

export interface GroupLimits {
  /** Entries of one flush; a batch alone may have more. */
  readonly entries: number;
  /** Batches of one flush. 1 makes a transaction of each. */
  readonly requests: number;
  /** Flushes that may be under way at once. */
  readonly flights: number;
  /** Turns of the event loop between two flushes, in which requests that came meanwhile are read. */
  readonly turns?: number | undefined;
  readonly load?: LoadLimits | undefined;
}

interface Waiter {
  readonly batch: Batch;
  readonly weight: number;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * PGlite has one connection, so a second flush would only wait for the first. It works in this thread and keeps the event loop from
 * reading: without turns in between each flush would hold the one request that had been read before.
 */
export function usualLimits({ engine }: Pick<Database, 'engine'>): GroupLimits {
  const usual = { entries: 1_000, requests: 64 };
  return engine === 'postgresql' ? { ...usual, flights: 2 } : { ...usual, flights: 1, turns: 4 };
}

export function openGroupCommit(
  db: Database,
  limits: GroupLimits = usualLimits(db),
  alongside?: Alongside,
): GroupCommit {
  const load = loadLimit(limits.load);
  const busy = new Set<string>();
  let waiting: Waiter[] = [];
  let flights = 0;

  const pump = () => {
    while (flights < limits.flights && waiting.length > 0) {
      const { taken, left } = split(waiting, limits, busy);
      if (taken.length === 0) return; // each waits for a flush that holds its chain
      waiting = left;
      void fly(taken);
    }
  };
  const fly = async (taken: readonly Waiter[]) => {
    const chains = taken.map(chainOf);
    for (const chain of chains) busy.add(chain);
    flights += 1;
    await flush(db, taken, alongside);
    for (const chain of chains) busy.delete(chain);
    for (const { weight } of taken) load.leave(weight);
    for (let turn = 0; turn < (limits.turns ?? 0); turn += 1) await nextTurn();
    flights -= 1;
    pump();
  };
  return {
    wait: (urgency) => load.wait(urgency),
    add: async (batch, urgency) => {
      const weight = weightOf(batch);
      const retryAfter = load.enter(weight, urgency);
      if (retryAfter > 0) return { ok: false, retryAfter };
      const appended = await new Promise<Appended>((resolve, reject) => {
        waiting.push({ batch, weight, resolve, reject });
        pump();
      });
      return { ok: true, appended };
    },
  };
}

/**
 * The next flush: from the front of the line, up to the limits. A batch whose chain is in a flush under way stays behind, and so does
 * every later one of that chain.
 */
function split(waiting: readonly Waiter[], limits: GroupLimits, busy: ReadonlySet<string>) {
  const taken: Waiter[] = [];
  const passed: Waiter[] = [];
  let entries = 0;
  let index = 0;
  for (const waiter of waiting) {
    const size = waiter.batch.entries.length;
    if (taken.length >= limits.requests || (taken.length > 0 && entries + size > limits.entries)) break;
    index += 1;
    if (busy.has(chainOf(waiter))) {
      passed.push(waiter);
      continue;
    }
    taken.push(waiter);
    entries += size;
  }
  return { taken, left: [...passed, ...waiting.slice(index)] };
}

function chainOf({ batch }: Waiter): string {
  return `${batch.installId}/${batch.chain}`.toLowerCase();
}

/** Settles every waiter: by the common transaction, or alone where its chain moved or the group was refused. Never throws. */
async function flush(db: Database, waiters: readonly Waiter[], alongside?: Alongside): Promise<void> {
  const [first] = waiters;
  if (first !== undefined && waiters.length === 1) return alone(db, first, alongside);
  try {
    const batches = waiters.map(({ batch }) => batch);
    const appended = await db.transaction((queries) => appendGroup(queries, batches, alongside)); // resolves after COMMIT
    for (const [index, waiter] of waiters.entries()) {
      const own = appended[index];
      if (own === undefined) await alone(db, waiter, alongside);
      else waiter.resolve(own);
    }
  } catch (error) {
    if (error instanceof DatabaseAway) {
      for (const { reject } of waiters) reject(error);
      return;
    }
    // One of them is not to the database's taste: each is tried alone, so that it fails alone.
    for (const waiter of waiters) await alone(db, waiter, alongside);
  }
}

async function alone(db: Database, { batch, resolve, reject }: Waiter, alongside?: Alongside): Promise<void> {
  try {
    resolve(await appendToChain(db, batch, alongside));
  } catch (error) {
    reject(error);
  }
}
