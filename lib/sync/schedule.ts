import type { Item } from '../storage/items.ts';

/** When the next calls are due, in milliseconds since the epoch. Outlives the worker, not the browser. */
export interface Times {
  readonly poll: number;
  readonly heartbeat: number;
  /** Nothing is called before, after a failure. */
  readonly paused: number;
  /** The pause after the next failure, in milliseconds. */
  readonly backoff: number;
  /** The pause after the next policy that has to wait for a list, in milliseconds. */
  readonly listBackoff: number;
}

export function isTimes(value: unknown): value is Times {
  const { poll, heartbeat, paused, backoff, listBackoff } = Object(value) as Partial<Times>;
  return [poll, heartbeat, paused, backoff, listBackoff].every(Number.isFinite);
}

const firstBackoff = 5_000;
const longestBackoff = 600_000;
/** Nothing is ever due later: a clock that was set back must not silence a browser for a year. */
const horizon = 2 * 86_400_000;
const atOnce: Times = { poll: 0, heartbeat: 0, paused: 0, backoff: firstBackoff, listBackoff: firstBackoff };

/** Says what is due; kept in storage, because the worker may be stopped between any two calls. */
export class Schedule {
  readonly #item: Item<Times>;
  readonly #now: () => number;
  #times = atOnce;

  constructor(item: Item<Times>, now: () => number) {
    this.#item = item;
    this.#now = now;
  }

  async load(): Promise<void> {
    this.#times = (await this.#item.get()) ?? atOnce;
  }

  isDue(what: 'poll' | 'heartbeat' | 'paused'): boolean {
    const at = this.#times[what];
    return at <= this.#now() || at > this.#now() + horizon;
  }

  /** With jitter, so that a whole company does not ask in the same second. */
  async next(what: 'poll' | 'heartbeat', seconds: number): Promise<void> {
    await this.#change({ [what]: this.#now() + seconds * 1_000 * (0.8 + 0.4 * Math.random()) });
  }

  /** Asks again for a policy that waits for a list, longer after each try; nothing else waits for it. `later` is in milliseconds. */
  async pollAgain(later: number): Promise<void> {
    const { listBackoff } = this.#times;
    const pause = Math.max(later, listBackoff * (0.5 + Math.random()));
    await this.#change({ poll: this.#now() + pause, listBackoff: Math.min(listBackoff * 2, longestBackoff) });
  }

  async listsArrived(): Promise<void> {
    if (this.#times.listBackoff !== firstBackoff) await this.#change({ listBackoff: firstBackoff });
  }

  /** Waits longer after each failure, but never less than the endpoint asked for. */
  async failed(later: number): Promise<void> {
    const { backoff } = this.#times;
    const pause = Math.max(later, backoff * (0.5 + Math.random()));
    await this.#change({ paused: this.#now() + pause, backoff: Math.min(backoff * 2, longestBackoff) });
  }

  async succeeded(): Promise<void> {
    if (this.#times.backoff !== firstBackoff) await this.#change({ backoff: firstBackoff });
  }

  async reset(): Promise<void> {
    await this.#change(atOnce);
  }

  async #change(change: Partial<Times>): Promise<void> {
    this.#times = { ...this.#times, ...change };
    await this.#item.set(this.#times);
  }
}
