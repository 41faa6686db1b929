import { randomUUID } from 'node:crypto';
import { addNotice } from '../store/alert-notices.ts';
import { readDestinations } from '../store/alert-destinations.ts';
import type { StoredDestination } from '../store/alert-destinations.ts';
import { forgetAlerts, hasLooked, noteLook, readAlerts, writeAlert } from '../store/alerts.ts';
import { dayOf, timestamp } from '../store/database.ts';
import { releaseLease, takeLease } from '../store/leases.ts';
import type { Workings } from '../workings.ts';
import { findConditions } from './conditions.ts';
import { isAtLeast, reconcile } from './reconcile.ts';
import type { News } from './reconcile.ts';

const leaseMilliseconds = 5 * 60_000;
const keptDays = 30;

/** Looks for alerts once in an hour of UTC, whichever process is first: what it finds is stored and queued, both or neither. */
export async function lookForAlerts(workings: Workings): Promise<void> {
  const { db, clock } = workings;
  const now = clock();
  const hour = timestamp(now).slice(0, 13);
  if (await hasLooked(db, hour)) return;
  const lease = { name: 'alerts', holder: randomUUID() };
  if (!(await takeLease(db, lease, { now, until: now + leaseMilliseconds }))) return;
  try {
    if (!(await hasLooked(db, hour))) await look(workings, now, hour);
  } finally {
    await releaseLease(db, lease);
  }
}

async function look(workings: Workings, now: number, hour: string): Promise<void> {
  const { db, log } = workings;
  const today = dayOf(now);
  const found = await findConditions(
    workings,
    (await readAlerts(db)).filter(({ closedOn }) => closedOn === null),
  );
  const told = await db.transaction(async (queries) => {
    // Read again: somebody may have acknowledged one meanwhile.
    const { changed, news } = reconcile(await readAlerts(queries), found, today);
    for (const alert of changed) await writeAlert(queries, alert);
    const destinations = (await readDestinations(queries)).filter(({ enabled }) => enabled);
    for (const one of news)
      for (const destination of destinations)
        if (wants(destination, one)) await addNotice(queries, destination.id, one);
    await forgetAlerts(queries, dayOf(now - keptDays * 86_400_000));
    await noteLook(queries, hour);
    return news;
  });
  for (const { alert, event } of told) log('alert', { kind: alert.kind, level: alert.level, event });
}

/** That an alert is over is told to whoever may have been told of it. */
function wants({ kinds, fromLevel }: StoredDestination, { alert, event }: News): boolean {
  const level = event === 'closed' ? alert.highest : alert.level;
  return kinds.includes(alert.kind) && isAtLeast(level, fromLevel);
}
