import { useCallback, useEffect, useState } from 'react';
import type { Failure, Reply } from '../lib/messaging/contract.ts';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly reason: Failure };

/** Loads once, and again when `reload` is called. A load that throws is the failure `internal`. `load` must keep its identity. */
export function useReply<T>(load: () => Promise<Reply<T>>): {
  readonly loaded: Loaded<T>;
  readonly reload: () => void;
} {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    void settle(load).then((reply) => {
      if (isCurrent)
        setLoaded(reply.ok ? { state: 'ready', value: reply.value } : { state: 'failed', reason: reply.reason });
    });
    return () => {
      isCurrent = false;
    };
  }, [load, turn]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { loaded, reload };
}

/** A reply, whatever happens. */
export async function settle<T>(load: () => Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await load();
  } catch {
    return { ok: false, reason: 'internal' };
  }
}
