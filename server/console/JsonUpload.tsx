import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { Failed } from './Failed.tsx';
import { Field } from './Field.tsx';
import type { Failure, Reply } from './api.ts';

interface JsonUploadProps {
  readonly label: string;
  readonly button: string;
  readonly send: (value: unknown) => Promise<Reply<unknown>>;
  readonly onDone: () => void;
}

/** A file of JSON, sent as it is. What the endpoint says against it is shown in its words. */
export function JsonUpload({ label, button, send, onDone }: JsonUploadProps) {
  const [refusal, setRefusal] = useState<{ readonly reason: Failure; readonly detail?: string }>();
  const [isTaken, setTaken] = useState(false);
  const [isSending, setSending] = useState(false);
  async function upload(form: HTMLFormElement): Promise<void> {
    const file = new FormData(form).get('file');
    const value = file instanceof File ? parse(await file.text()) : undefined;
    const reply: Reply<unknown> = value === undefined ? { ok: false, reason: 'unreadable-file' } : await send(value);
    setSending(false);
    setTaken(reply.ok);
    setRefusal(reply.ok ? undefined : reply);
    if (!reply.ok) return;
    form.reset();
    onDone();
  }
  function onSubmit(event: SyntheticEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    setTaken(false);
    void upload(event.currentTarget);
  }
  return (
    <form className="stack" onSubmit={onSubmit}>
      <Field label={label} name="file" type="file" accept=".json,application/json" required />
      {refusal !== undefined && (
        <>
          <Failed reason={refusal.reason} />
          {refusal.detail !== undefined && <p className="small">{refusal.detail}</p>}
        </>
      )}
      {isTaken && <p role="status">Done.</p>}
      <div className="actions">
        <button type="submit" className="safe" disabled={isSending}>
          {button}
        </button>
      </div>
    </form>
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
