import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Metrics } from '../metrics/metrics.ts';
import { errorCode } from '../problem.ts';
import { endsAfter } from '../sinks/deadline.ts';
import { defaultReach } from '../sinks/send.ts';
import type { Reach } from '../sinks/send.ts';
import type { Delivered, Problem } from '../sinks/sink.ts';
import { waitAfter, wholeMinute } from '../sinks/wait-after.ts';
import { noteDestination, readDestination, readDestinations } from '../store/alert-destinations.ts';
import type { StoredDestination } from '../store/alert-destinations.ts';
import { dueNotices, postponeNotices, removeNotices } from '../store/alert-notices.ts';
import type { PostponedNotice, StoredNotice } from '../store/alert-notices.ts';
import { readAlerts } from '../store/alerts.ts';
import { dayOf } from '../store/database.ts';
import { releaseLease, takeLease } from '../store/leases.ts';
import type { Workings } from '../workings.ts';
import { noticeOf, sendNotices } from './send.ts';

const everyMilliseconds = 30_000;
const batchSize = 100;
/** A batch has to end well before its lease does. */
const batchMilliseconds = 2 * 60_000;
const leaseMilliseconds = 5 * 60_000;
/** A notice that was tried so often is a dead letter: hours later it is no news, and what still alarms is told anew. */
const mostTries = 12;

export interface Courier {
  /** The public address of the console. No slash at its end. */
  readonly publicUrl: string;
  readonly signal: AbortSignal;
  readonly metrics?: Metrics | undefined;
  /** Only tests set another. */
  readonly reach?: Reach | undefined;
}

/** Delivers until the signal aborts; resolves when the last batch is settled. Any number of processes may do this at once. */
export async function startAlertDelivery(workings: Workings, courier: Courier): Promise<void> {
  const { signal } = courier;
  while (!signal.aborted) {
    await deliverAlerts(workings, courier);
    await pause(everyMilliseconds, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** Sends every destination what is due, each beside the others. Never throws. */
export async function deliverAlerts(workings: Workings, courier: Courier): Promise<void> {
  const { db } = workings;
  await reporting(workings, courier, async () => {
    courier.metrics?.openAlerts((await readAlerts(db)).filter(({ closedOn }) => closedOn === null));
    const destinations = (await readDestinations(db)).filter(({ enabled }) => enabled);
    await Promise.all(destinations.map(({ id }) => reporting(workings, courier, () => visit(workings, courier, id))));
  });
}

async function reporting({ log }: Workings, { signal }: Courier, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!signal.aborted) log('alert-delivery-failed', { code: errorCode(error) }); // the next round tries again
  }
}

async function visit(workings: Workings, courier: Courier, destinationId: string): Promise<void> {
  const { db, clock } = workings;
  const now = clock();
  if ((await dueNotices(db, { destinationId, now, limit: 1 })).length === 0) return;
  const lease = { name: `alert destination ${destinationId}`, holder: randomUUID() };
  if (!(await takeLease(db, lease, { now, until: now + leaseMilliseconds }))) return;
  try {
    const destination = await readDestination(db, destinationId); // it may have been changed or removed meanwhile
    if (destination?.enabled === true) await deliverBatch(workings, courier, destination);
  } finally {
    await releaseLease(db, lease);
  }
}

async function deliverBatch(workings: Workings, courier: Courier, destination: StoredDestination): Promise<void> {
  const { db, clock } = workings;
  const { signal, publicUrl, metrics, reach = defaultReach } = courier;
  const waiting = await dueNotices(db, { destinationId: destination.id, now: clock(), limit: batchSize });
  if (waiting.length === 0) return;
  const ends = endsAfter(batchMilliseconds, signal);
  const delivered = await sendNotices(workings, { destination, reach, signal: ends, publicUrl }, waiting.map(noticeOf));
  const { arrived, later } = settled(waiting, delivered, { now: clock(), stopped: signal.aborted });
  await removeNotices(db, arrived);
  await postponeNotices(db, later);
  if (signal.aborted) return;
  for (const { verdict } of delivered) if (verdict !== 'untried') metrics?.alertNotice(verdict);
  await conclude(workings, destination, delivered);
}

interface Settled {
  readonly arrived: readonly string[];
  readonly later: readonly PostponedNotice[];
}

/** What becomes of a batch: what arrived leaves the queue, the rest waits or is a dead letter. */
function settled(
  waiting: readonly StoredNotice[],
  delivered: Delivered,
  { now, stopped }: { readonly now: number; readonly stopped: boolean },
): Settled {
  const arrived: string[] = [];
  const later: PostponedNotice[] = [];
  for (const [index, { id, tries: before }] of waiting.entries()) {
    const each = delivered[index] ?? { verdict: 'untried' };
    if (each.verdict === 'accepted') arrived.push(id);
    // What was cut off when the endpoint stops does not count as a try.
    if (each.verdict === 'untried' || each.verdict === 'accepted' || (stopped && each.verdict === 'again')) continue;
    const tries = before + 1;
    const dead = each.verdict === 'rejected' || tries >= mostTries;
    const dueAt = dead ? null : wholeMinute(now + waitAfter(tries));
    later.push({ id, tries, dead, problem: each.problem, dueAt });
  }
  return { arrived, later };
}

/** Writes what people see of a destination. */
async function conclude(
  { db, clock, log }: Workings,
  { id, channel, failingSince, lastProblem }: StoredDestination,
  delivered: Delivered,
): Promise<void> {
  const problems = delivered.flatMap((each): Problem[] => ('problem' in each ? [each.problem] : []));
  const failing = delivered.some(({ verdict }) => verdict === 'again');
  const [problem = null] = problems;
  if (problem !== null) log('alert-destination-failing', { channel, problem });
  if (problem === null && failingSince === null && lastProblem === null) return;
  await noteDestination(db, { id, failing, problem, day: dayOf(clock()) });
}
