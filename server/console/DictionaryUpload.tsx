import { useId, useRef, useState } from 'react';
import { Failed } from './Failed.tsx';
import { api } from './api.ts';
import type { Failure } from './api.ts';

interface DictionaryUploadProps {
  readonly onUploaded: () => void;
}

/** A file of `sluice dictionary`: the terms themselves never come here. */
export function DictionaryUpload({ onUploaded }: DictionaryUploadProps) {
  const [refusal, setRefusal] = useState<{ readonly reason: Failure; readonly detail?: string }>();
  const [done, setDone] = useState<string>();
  const [isSending, setSending] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  async function send(): Promise<void> {
    const [file] = input.current?.files ?? [];
    if (file === undefined) return;
    setSending(true);
    const reply = await api.uploadDictionary(parse(await file.text()));
    setSending(false);
    setRefusal(reply.ok ? undefined : reply);
    setDone(reply.ok ? `“${reply.value.entry.title}” is stored.` : undefined);
    if (!reply.ok) return;
    if (input.current !== null) input.current.value = '';
    onUploaded();
  }
  return (
    <>
      <div className="field">
        <label htmlFor={id}>A file that “sluice dictionary” wrote</label>
        <input
          id={id}
          ref={input}
          type="file"
          accept="application/json,.json"
          aria-describedby={`${id}-hint`}
          onChange={() => setDone(undefined)}
        />
        <p id={`${id}-hint`} className="quiet small">
          Make it where the terms are: <code>npm run -s sluice -- dictionary FILE …</code>. Programs do the same with an
          API key: <code>POST /api/dictionaries</code>.
        </p>
      </div>
      {refusal !== undefined && <Failed reason={refusal.reason} />}
      {refusal?.detail !== undefined && <p className="small">{refusal.detail}</p>}
      {done !== undefined && <p role="status">{done}</p>}
      <div className="actions">
        <button type="button" disabled={isSending} onClick={() => void send()}>
          Upload
        </button>
      </div>
    </>
  );
}

/** What is not JSON is refused by the endpoint like anything else that is no list. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
