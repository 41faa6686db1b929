import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { ProofDialog } from './ProofDialog.tsx';
import type { Reply } from './api.ts';

export type Run = <Value>(call: () => Promise<Reply<Value>>) => Promise<Reply<Value>>;

/**
 * Calls that may ask for a fresh proof. `run` makes the call; when the endpoint wants a code first, it asks the person and makes the call
 * again. `dialog` has to be shown.
 */
export function useProof(): { readonly run: Run; readonly dialog: ReactNode } {
  const [isAsking, setAsking] = useState(false);
  const answer = useRef<(proved: boolean) => void>(undefined);
  const end = (proved: boolean) => {
    setAsking(false);
    answer.current?.(proved);
  };
  const run: Run = async (call) => {
    const first = await call();
    if (first.ok || first.reason !== 'proof-needed') return first;
    setAsking(true);
    const proved = await new Promise<boolean>((resolve) => (answer.current = resolve));
    return proved ? call() : first;
  };
  return { run, dialog: isAsking && <ProofDialog onProved={() => end(true)} onCancel={() => end(false)} /> };
}
