import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { keepHouse, tidy } from './housekeeping.ts';
import { openKeys } from './keys/key-folder.ts';
import { currentNumbers } from './store/policies.ts';
import { recordHeartbeat } from './store/heartbeats.ts';
import { releaseLease, takeLease } from './store/leases.ts';
import { heartbeatNow } from './testing/browser.ts';
import { openTestEndpoint, orgId } from './testing/endpoint.ts';
import type { TestEndpoint } from './testing/endpoint.ts';
import { onEachEngine } from './testing/engines.ts';
import type { Workings } from './workings.ts';

const day = 86_400_000;

onEachEngine(({ open }) => {
  let endpoint: TestEndpoint;
  beforeAll(async () => {
    endpoint = await openTestEndpoint({ db: await open() });
  });
  afterAll(() => endpoint.close());
  beforeEach(() => endpoint.db.query('DELETE FROM heartbeats').then(() => undefined));

  const beats = () => endpoint.db.query('SELECT day FROM heartbeats');
  const leases = () => endpoint.db.query('SELECT name FROM leases');
  /** A heartbeat that is past its time. */
  const leaveOld = () =>
    recordHeartbeat(endpoint.db, {
      installId: randomUUID(),
      heartbeat: heartbeatNow(),
      now: endpoint.now() - 100 * day,
    });

  it('leaves the database to a process that is at it, and goes on when that one is done or dead', async () => {
    await leaveOld();
    const lease = { name: 'housekeeping', holder: randomUUID() };
    const until = endpoint.now() + day / 24;
    expect(await takeLease(endpoint.db, lease, { now: endpoint.now(), until })).toBe(true);
    await tidy(endpoint.workings);
    expect(await beats()).toHaveLength(1);
    await releaseLease(endpoint.db, lease);
    await tidy(endpoint.workings);
    expect(await beats()).toEqual([]);
    await leaveOld();
    await takeLease(endpoint.db, lease, { now: endpoint.now(), until: endpoint.now() + day / 24 });
    endpoint.advance(day);
    await tidy(endpoint.workings);
    expect([await beats(), await leases()]).toEqual([[], []]);
  });

  /** The endpoint with something that happens before each statement. */
  function watched(before: (sql: string, values: readonly unknown[]) => Promise<void> | void): Workings {
    const { db } = endpoint;
    const query: typeof db.query = async (sql, values = []) => {
      await before(sql, values);
      return db.query(sql, values);
    };
    return { ...endpoint.workings, db: { ...db, query, transaction: (work) => db.transaction(work) } };
  }

  it('does nothing on the database twice when a round begins while another is at it', async () => {
    let deletions = 0;
    const workings = watched(async (sql) => {
      if (!sql.startsWith('DELETE FROM heartbeats')) return;
      deletions += 1;
      if (deletions === 1) await tidy(workings); // another process, say
    });
    await tidy(workings);
    expect(deletions).toBe(8); // the slices of one round
    expect(await leases()).toEqual([]);
    expect(endpoint.logged.filter((line) => line.includes('failed'))).toEqual([]);
  });

  it('begins no round before the last one of the same process is done', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const stop = new AbortController();
    let [rounds, open] = [0, () => {}];
    const gate = new Promise<void>((resolve) => (open = resolve));
    const workings = watched((sql, [name]) => {
      if (!sql.startsWith('UPDATE leases') || name !== 'alerts') return; // once in each round of a new hour
      rounds += 1;
      return gate;
    });
    keepHouse(workings, stop.signal);
    endpoint.advance(day);
    vi.advanceTimersByTime(5 * 60_000);
    while (rounds < 1) await pause(5); // one that never comes ends the test by its time limit
    vi.advanceTimersByTime(15 * 60_000);
    await pause(500);
    expect(rounds).toBe(1);
    open();
    endpoint.advance(day);
    while (rounds < 2) {
      vi.advanceTimersByTime(5 * 60_000);
      await pause(5);
    }
    stop.abort();
    vi.useRealTimers();
    await pause(500); // the end of the round
  });

  it('destroys keys, forgets those in memory and signs what is due, also while another has the database', async () => {
    const { keys } = endpoint.workings;
    const then = endpoint.now();
    const at = new Date(then).toISOString();
    keys.pseudonym('a', at);
    const other = openKeys(join(endpoint.folder, 'keys'), { orgId, clock: endpoint.now });
    other.pseudonym('a', at); // holds it in memory
    const before = (await currentNumbers(endpoint.db))!;
    endpoint.advance(212 * day);
    const lease = { name: 'housekeeping', holder: randomUUID() };
    await takeLease(endpoint.db, lease, { now: endpoint.now(), until: endpoint.now() + day });
    await tidy(endpoint.workings);
    await tidy({ ...endpoint.workings, keys: other });
    await releaseLease(endpoint.db, lease);
    const file = join(endpoint.folder, 'keys', `pseudonym-${Math.floor(then / (30 * day))}.key`);
    expect(readFileSync(file, 'utf8')).toBe('destroyed');
    for (const each of [keys, other]) expect(() => each.pseudonym('a', at)).toThrow('destroyed');
    expect((await currentNumbers(endpoint.db))!.seq).toBe(before.seq + 1);
  });
});
