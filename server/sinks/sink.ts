import * as z from 'zod/mini';
import type { CheckpointEvent } from './formats/checkpoint.ts';
import type { SinkEvent } from './formats/event.ts';
import { endsAfter } from './deadline.ts';
import type { FormField } from './form.ts';
import type { SinkProblemName } from '../vocabulary.ts';
import type { Lookup } from './guard.ts';

export type Problem = SinkProblemName;

/** What became of one event. `untried` leaves it as it was; `again` may say how long to wait, in seconds. */
export type Verdict =
  | { readonly verdict: 'accepted' }
  | { readonly verdict: 'untried' }
  | { readonly verdict: 'rejected'; readonly problem: Problem }
  | { readonly verdict: 'again'; readonly problem: Problem; readonly retryAfter?: number | undefined };

/** One verdict for each event, in their order. */
export type Delivered = readonly Verdict[];

/** What a sink is given beside the events. */
export interface Order<Settings> {
  readonly settings: Settings;
  readonly secret: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds that one exchange may take. */
  readonly timeout: number;
  readonly lookup: Lookup;
  readonly signal: AbortSignal;
}

/** Ends an exchange: its own time is over, or the batch is. */
export function deadline({ signal, timeout }: Pick<Order<unknown>, 'signal' | 'timeout'>): AbortSignal {
  return endsAfter(timeout, signal);
}

/** One way out. `send` answers for each event, or throws `SinkProblem` when none of them arrived. */
export interface Sink<Settings = unknown> {
  readonly kind: string;
  /** What people call it. */
  readonly title: string;
  /** What the console asks for, in this order. */
  readonly form: readonly FormField[];
  readonly settings: z.ZodMiniType<Settings>;
  readonly secret: 'none' | 'optional' | 'required';
  /** False for a secret that cannot be one. */
  secretFits?(secret: string): boolean;
  send(events: readonly SinkEvent[], order: Order<Settings>): Promise<Delivered>;
  /** Sends where the audit log ended. Throws `SinkProblem` when it did not arrive. */
  sendCheckpoint(checkpoint: CheckpointEvent, order: Order<Settings>): Promise<void>;
}

/** A sink whose settings are read by its own schema at each use: what is stored is not trusted. */
export function defineSink<Settings>(sink: Sink<Settings>): Sink {
  const read = (order: Order<unknown>): Order<Settings> => {
    const parsed = z.safeParse(sink.settings, order.settings);
    if (!parsed.success) throw new SinkProblem('settings-unreadable');
    return { ...order, settings: parsed.data };
  };
  return {
    ...sink,
    send: async (events, order) => sink.send(events, read(order)),
    sendCheckpoint: async (checkpoint, order) => sink.sendCheckpoint(checkpoint, read(order)),
  };
}

/** Nothing of this exchange arrived, as far as we know. */
export class SinkProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem);
    this.name = 'SinkProblem';
    this.problem = problem;
  }
}

/** For what is sent alone: nothing but `accepted` will do. Throws `SinkProblem`. */
export function mustArrive(verdict: Verdict | undefined): void {
  if (verdict?.verdict === 'accepted') return;
  throw new SinkProblem(verdict !== undefined && 'problem' in verdict ? verdict.problem : 'sink-failed');
}

/** The same verdict for each event. */
export function forAll(events: readonly unknown[], verdict: Verdict): Delivered {
  return events.map(() => verdict);
}

/** Sends a batch and, where it is refused as a whole, its halves: one bad event does not take the others along. */
export async function isolating<Event>(
  events: readonly Event[],
  send: (events: readonly Event[]) => Promise<Delivered>,
): Promise<Delivered> {
  const delivered = await send(events);
  const refused = delivered.every((each) => each.verdict === 'rejected' && each.problem === 'refused');
  if (!refused || events.length < 2) return delivered;
  const middle = Math.ceil(events.length / 2);
  const first = await isolating(events.slice(0, middle), send);
  return [...first, ...(await isolating(events.slice(middle), send))];
}
