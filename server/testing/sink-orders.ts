import { lookUp } from '../sinks/guard.ts';
import type { Order } from '../sinks/sink.ts';

/** An order to a receiver on loopback, which the settings allow. */
export function orderTo(
  settings: object,
  more: { readonly secret?: string; readonly timeout?: number; readonly signal?: AbortSignal } = {},
): Order<unknown> {
  return {
    settings: { allowedNetworks: ['127.0.0.0/8', '::1'], ...settings },
    secret: more.secret,
    now: Date.parse('2026-11-25T10:37:42Z'),
    timeout: more.timeout ?? 10_000,
    lookup: lookUp,
    signal: more.signal ?? new AbortController().signal,
  };
}
