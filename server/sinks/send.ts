import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { ListedIncident } from '../store/incident-list.ts';
import type { StoredSink } from '../store/sinks.ts';
import type { Workings } from '../workings.ts';
import type { SinkEvent } from './formats/event.ts';
import { lookUp } from './guard.ts';
import type { Lookup } from './guard.ts';
import { sealLabel } from './receiver.ts';
import { sinkKinds } from './registry.ts';
import { SinkProblem, forAll } from './sink.ts';
import type { Delivered, Order, Problem, Sink } from './sink.ts';

const packageText = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
/** The endpoint's version. */
export const { version } = z.parse(z.object({ version: z.string() }), JSON.parse(packageText));

/** How receivers are reached; only tests set another. */
export interface Reach {
  readonly lookup: Lookup;
  /** Milliseconds that one exchange may take. */
  readonly timeout: number;
}

export const defaultReach: Reach = { lookup: lookUp, timeout: 15_000 };

export function sinkEvent({ orgId }: Workings, { incident, pseudonym, severity }: ListedIncident): SinkEvent {
  return { incident, pseudonym, severity, orgId, version };
}

export interface Call {
  readonly sink: StoredSink;
  readonly reach: Reach;
  readonly signal: AbortSignal;
}

/** Hands events to a sink and never throws: what went wrong is in the verdicts. */
export async function sendEvents(workings: Workings, call: Call, events: readonly SinkEvent[]): Promise<Delivered> {
  try {
    const { kind, order } = openSink(workings, call);
    const delivered = await kind.send(events, order);
    if (delivered.length !== events.length) throw new Error('a verdict for each event');
    return delivered;
  } catch (error) {
    return forAll(events, { verdict: 'again', problem: wordFor(workings, error) });
  }
}

/** The way out of a sink and what it needs for it. Throws `SinkProblem`. */
export function openSink(
  { keys, clock }: Workings,
  { sink, reach, signal }: Call,
): { kind: Sink; order: Order<unknown> } {
  const kind = sinkKinds.get(sink.kind);
  if (kind === undefined) throw new SinkProblem('settings-unreadable');
  const secret =
    sink.secret === null ? undefined : keys.unseal(sink.secret, sealLabel('sink', sink.kind, sink.settings));
  if (secret === undefined && (sink.secret !== null || kind.secret === 'required')) {
    throw new SinkProblem('secret-unreadable'); // sealed with another key, or for another receiver
  }
  const settings: unknown = JSON.parse(sink.settings);
  return { kind, order: { settings, secret, now: clock(), ...reach, signal } };
}

/** The closed word for what a sink threw. */
export function wordFor({ log }: Workings, error: unknown): Problem {
  if (error instanceof SinkProblem) return error.problem;
  log('sink-failed', { error: error instanceof Error ? error.name : 'unknown' });
  return 'sink-failed';
}
