import { useState } from 'react';
import type { Failure, Reply } from './api.ts';
import { whyNoPasskeys } from './browser-passkeys.ts';

interface PasskeyButtonProps<Value> {
  readonly label: string;
  readonly className?: string;
  /** Runs while the browser shows its own dialog. */
  readonly ask: () => Promise<Reply<Value>>;
  readonly onDone: (value: Value) => void;
  readonly onFailure: (reason: Failure | undefined) => void;
}

/** Asks for a passkey. It is not there where the browser cannot. */
export function PasskeyButton<Value>({ label, className, ask, onDone, onFailure }: PasskeyButtonProps<Value>) {
  const [isAsking, setAsking] = useState(false);
  if (whyNoPasskeys() !== undefined) return null;
  async function start(): Promise<void> {
    setAsking(true);
    onFailure(undefined);
    const reply = await ask();
    setAsking(false);
    if (reply.ok) onDone(reply.value);
    else onFailure(reply.reason);
  }
  return (
    <button type="button" className={className} disabled={isAsking} onClick={() => void start()}>
      {isAsking ? 'Waiting for the passkey…' : label}
    </button>
  );
}
