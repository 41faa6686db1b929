import type { Clock } from '../workings.ts';
import type { Asked, ClientOf } from './client-address.ts';
import { rateLimit } from './rate-limit.ts';
import type { Rate } from './rate-limit.ts';

export interface StrangerRates {
  /** Of one client address. */
  readonly each: Rate;
  /** Of all together: what the machine can bear, far above what one client gets. */
  readonly all: Rate;
}

interface StrangerParts {
  readonly clientOf: ClientOf;
  readonly clock: Clock;
}

/** 0 when a request that needs no sign-in may go on, else whole seconds to wait. */
export type StrangerLimit = (c: Asked) => number;

/** One client that floods uses up its own allowance and then takes nothing from the common one, so that others still come in. */
export function strangerLimit({ each, all }: StrangerRates, { clientOf, clock }: StrangerParts): StrangerLimit {
  const own = rateLimit(each);
  const ceiling = rateLimit(all);
  return (c) => {
    const now = clock();
    return own.take(clientOf(c), now) || ceiling.take('everyone', now);
  };
}
