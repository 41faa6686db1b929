import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { Failure, Reply } from './api.ts';

/** Sends a form once at a time. `send` gets a reader of its fields. */
export function useSubmit<Value>(
  send: (field: (name: string) => string) => Promise<Reply<Value>>,
  onDone: (value: Value) => void,
) {
  const [failure, setFailure] = useState<Failure>();
  const [isSending, setSending] = useState(false);
  function onSubmit(event: SyntheticEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isSending) return;
    const form = new FormData(event.currentTarget);
    const field = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    setSending(true);
    setFailure(undefined);
    void send(field).then((reply) => {
      setSending(false);
      if (reply.ok) onDone(reply.value);
      else setFailure(reply.reason);
    });
  }
  return { failure, isSending, onSubmit };
}
