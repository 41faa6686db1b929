import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '../problem.ts';
import { dayOf } from '../store/database.ts';
import { releaseLease, takeLease } from '../store/leases.ts';
import { dropForgotten, dueIncidents } from '../store/sink-queue.ts';
import { noteHealth, readSink, readSinks } from '../store/sinks.ts';
import type { StoredSink } from '../store/sinks.ts';
import type { Workings } from '../workings.ts';
import { endsAfter } from './deadline.ts';
import { newCheckpoint, sendCheckpoint } from './send-checkpoint.ts';
import { defaultReach, sendEvents, sinkEvent } from './send.ts';
import type { Reach } from './send.ts';
import { settle } from './settle.ts';
import type { Failure } from './settle.ts';
import type { Problem } from './sink.ts';
import { waitAfter } from './wait-after.ts';

const everyMilliseconds = 10_000;
const batchSize = 100;
/** A batch has to end well before its lease does. */
const batchMilliseconds = 2 * 60_000;
const leaseMilliseconds = 5 * 60_000;
const hour = 3_600_000;

/** What one process remembers between rounds. Losing it costs no incident. */
export interface Worker {
  /** A random id of this process. */
  readonly holder: string;
  readonly reach: Reach;
  /** Sinks that a round is still busy with. */
  readonly busy: Set<string>;
  /** Sinks that failed, and until when they are left alone. */
  readonly pauses: Map<string, Pause>;
  /** Sinks that took no checkpoint of the audit log: their incidents do not wait for that. */
  readonly checkpointPauses: Map<string, Pause>;
  tidiedAt: number;
}

interface Pause {
  readonly failures: number;
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Another configuration is tried at once. */
  readonly configuration: string;
}

export function newWorker(reach: Partial<Reach> = {}): Worker {
  return {
    holder: randomUUID(),
    reach: { ...defaultReach, ...reach },
    busy: new Set(),
    pauses: new Map(),
    checkpointPauses: new Map(),
    tidiedAt: 0,
  };
}

/** Delivers until `signal` aborts; resolves when the last batch is settled. Any number of processes may do this at once. */
export async function startDelivery(workings: Workings, signal: AbortSignal, worker = newWorker()): Promise<void> {
  const rounds = new Set<Promise<void>>();
  while (!signal.aborted) {
    // A slow sink keeps only itself waiting.
    const round = deliverRound(workings, worker, signal).finally(() => rounds.delete(round));
    rounds.add(round);
    await pause(everyMilliseconds, undefined, { signal, ref: false }).catch(() => undefined);
  }
  await Promise.all(rounds);
}

/** Sends every sink what is due. Never throws. */
export async function deliverRound(workings: Workings, worker: Worker, signal: AbortSignal): Promise<void> {
  const { db, clock } = workings;
  await reporting(workings, signal, async () => {
    if (clock() - worker.tidiedAt >= hour) {
      worker.tidiedAt = clock();
      await dropForgotten(db);
    }
    const sinks = (await readSinks(db)).filter((sink) => sink.enabled && !worker.busy.has(sink.id));
    await Promise.all(
      sinks.map((sink) => reporting(workings, signal, () => visit(workings, { worker, signal }, sink))),
    );
  });
}

async function reporting({ log }: Workings, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!signal.aborted) log('delivery-failed', { code: errorCode(error) }); // the next round tries again
  }
}

interface Round {
  readonly worker: Worker;
  readonly signal: AbortSignal;
}

async function visit(workings: Workings, round: Round, { id, ...sink }: StoredSink): Promise<void> {
  const { worker } = round;
  const { db, clock } = workings;
  if (isPaused(worker.pauses.get(id), sink, clock())) return;
  // Rounds of one worker overlap: one that came second would give back the lease under which the first still sends.
  if (worker.busy.has(id)) return;
  worker.busy.add(id);
  const lease = { name: `sink ${id}`, holder: worker.holder };
  let isHeld = false;
  try {
    let goOn = await hasWork(workings, worker, { id, ...sink });
    while (goOn && !round.signal.aborted) {
      const now = clock();
      isHeld = await takeLease(db, lease, { now, until: now + leaseMilliseconds });
      if (!isHeld) return;
      const current = await readSink(db, id); // it may have been changed, switched off or removed meanwhile
      goOn = current?.enabled === true && (await deliverBatch(workings, round, current));
    }
  } finally {
    worker.busy.delete(id);
    if (isHeld) await releaseLease(db, lease);
  }
}

function isPaused(pause: Pause | undefined, sink: Pick<StoredSink, 'settings' | 'secret'>, now: number): boolean {
  return pause !== undefined && pause.configuration === configurationOf(sink) && pause.until > now;
}

/** Spares the lease of a sink that needs nothing. */
async function hasWork(workings: Workings, worker: Worker, sink: StoredSink): Promise<boolean> {
  const { db, clock } = workings;
  const [first] = await dueIncidents(db, { sinkId: sink.id, now: clock(), limit: 1 });
  return first !== undefined || (await dueCheckpoint(workings, worker, sink)) !== undefined;
}

async function dueCheckpoint(workings: Workings, worker: Worker, sink: StoredSink): Promise<string | undefined> {
  if (isPaused(worker.checkpointPauses.get(sink.id), sink, workings.clock())) return undefined;
  return newCheckpoint(workings, sink);
}

/** Sends one batch, and the checkpoint when there is none; `false` when the sink should be left alone for now. */
async function deliverBatch(workings: Workings, { worker, signal }: Round, sink: StoredSink): Promise<boolean> {
  const { db, clock } = workings;
  const waiting = await dueIncidents(db, { sinkId: sink.id, now: clock(), limit: batchSize });
  const checkpoint = waiting.length === 0 ? await dueCheckpoint(workings, worker, sink) : undefined;
  if (waiting.length === 0 && checkpoint === undefined) return false;
  const call = { sink, reach: worker.reach, signal: endsAfter(batchMilliseconds, signal) };
  if (checkpoint !== undefined) {
    const problem = await sendCheckpoint(workings, call, checkpoint);
    if (!signal.aborted) await concludeCheckpoint(workings, worker, sink, problem);
    return false;
  }
  const events = waiting.map((each) => sinkEvent(workings, each));
  const delivered = await sendEvents(workings, call, events);
  const { failure, refused } = await settle(workings, { sink, waiting, delivered, stopped: signal.aborted });
  if (signal.aborted) return false;
  await conclude(workings, worker, { sink, failure, refused });
  return failure === undefined;
}

interface Conclusion {
  readonly sink: StoredSink;
  /** Why the sink has to be left alone. */
  readonly failure?: Failure | undefined;
  /** Why something became a dead letter although the sink works. */
  readonly refused?: string | undefined;
}

/** Remembers what a delivery was like: until when to wait, and what people see. */
async function conclude(workings: Workings, worker: Worker, { sink, failure, refused }: Conclusion): Promise<void> {
  const { db, clock, log } = workings;
  if (failure === undefined) {
    worker.pauses.delete(sink.id);
  } else {
    const next = nextPause(worker.pauses.get(sink.id), sink, clock(), (failure.retryAfter ?? 0) * 1_000);
    worker.pauses.set(sink.id, next);
    log('sink-failing', { kind: sink.kind, problem: failure.problem, failures: next.failures });
  }
  const problem = failure?.problem ?? refused ?? null;
  if (problem === null && sink.failingSince === null && sink.lastProblem === null) return;
  await noteHealth(db, { id: sink.id, failing: failure !== undefined, problem, day: dayOf(clock()) });
}

/** A receiver may take incidents and no checkpoint: that is shown, and neither holds them up nor raises an alert. */
async function concludeCheckpoint(
  workings: Workings,
  worker: Worker,
  sink: StoredSink,
  problem: Problem | undefined,
): Promise<void> {
  const { clock, log } = workings;
  const before = worker.checkpointPauses.get(sink.id);
  if (problem === undefined) worker.checkpointPauses.delete(sink.id);
  else worker.checkpointPauses.set(sink.id, nextPause(before, sink, clock()));
  if (problem !== undefined) log('checkpoint-not-taken', { kind: sink.kind, problem });
  if (problem === undefined || sink.failingSince === null) await conclude(workings, worker, { sink, refused: problem });
}

function nextPause(before: Pause | undefined, sink: StoredSink, now: number, atLeast = 0): Pause {
  const failures = (before?.failures ?? 0) + 1;
  const until = now + Math.max(waitAfter(failures), Math.min(atLeast, hour));
  return { failures, until, configuration: configurationOf(sink) };
}

function configurationOf({ settings, secret }: Pick<StoredSink, 'settings' | 'secret'>): string {
  return JSON.stringify([settings, secret]);
}
