import { postpone, removeDelivered } from '../store/sink-queue.ts';
import type { Postponed, QueueKey, Waiting } from '../store/sink-queue.ts';
import type { StoredSink } from '../store/sinks.ts';
import type { Workings } from '../workings.ts';
import type { Delivered, Problem } from './sink.ts';
import { waitAfter, wholeMinute } from './wait-after.ts';

export interface Failure {
  readonly problem: Problem;
  /** Seconds that the receiver asked for. */
  readonly retryAfter?: number | undefined;
}

export interface Settled {
  /** The first reason to leave the sink alone for a while. */
  readonly failure: Failure | undefined;
  /** The first reason for a dead letter. */
  readonly refused: Problem | undefined;
}

interface Batch {
  readonly sink: StoredSink;
  readonly waiting: readonly Waiting[];
  readonly delivered: Delivered;
  /** The endpoint is being stopped: what was cut off does not count as a try. */
  readonly stopped: boolean;
}

/**
 * Writes what became of a batch: what arrived leaves the queue, and what the receiver itself refused is a dead letter. The rest waits, for
 * as long as its incident is kept: that a receiver is away says nothing about an event.
 */
export async function settle(workings: Workings, { sink, waiting, delivered, stopped }: Batch): Promise<Settled> {
  const { db, clock, log } = workings;
  const arrived: QueueKey[] = [];
  const later: Postponed[] = [];
  let [failure, refused]: [Failure | undefined, Problem | undefined] = [undefined, undefined];
  for (const [index, { incident, pseudonym, tries }] of waiting.entries()) {
    const key = { pseudonym, incidentId: incident.id };
    const each = delivered[index] ?? { verdict: 'untried' };
    if (each.verdict === 'accepted') arrived.push(key);
    if (each.verdict === 'rejected') {
      refused ??= each.problem;
      later.push({ ...key, tries: tries + 1, dead: true, problem: each.problem, dueAt: null });
    }
    if (each.verdict === 'again' && !stopped) {
      failure ??= each;
      const dueAt = wholeMinute(clock() + waitAfter(tries + 1));
      later.push({ ...key, tries: tries + 1, dead: false, problem: each.problem, dueAt });
    }
  }
  await removeDelivered(db, sink.id, arrived);
  await postpone(db, sink.id, later);
  const dead = later.filter((each) => each.dead).length;
  if (dead > 0) log('dead-letters', { kind: sink.kind, count: dead });
  return { failure, refused };
}
