import { useId, useState } from 'react';
import type { BlobDictionary } from '../../lib/contract/policy.ts';
import { Dictionaries } from './Dictionaries.tsx';
import { Failed } from './Failed.tsx';
import { api } from './api.ts';
import type { Failure } from './api.ts';

interface ProposalEditorProps {
  readonly start: string;
  readonly onProposed: () => void;
}

/** The policy as text. What browsers could not run is refused with the field and the reason. */
export function ProposalEditor({ start, onProposed }: ProposalEditorProps) {
  const [text, setText] = useState(start);
  const [refusal, setRefusal] = useState<{ readonly reason: Failure; readonly detail?: string }>();
  const [added, setAdded] = useState<string>();
  const [isSending, setSending] = useState(false);
  const id = useId();
  async function propose(): Promise<void> {
    const policy = parse(text);
    if (policy === undefined) {
      setRefusal({ reason: 'policy-refused', detail: 'This is not JSON.' });
      return;
    }
    setSending(true);
    const reply = await api.propose(policy);
    setSending(false);
    setRefusal(reply.ok ? undefined : reply);
    if (!reply.ok) return;
    setText(start);
    onProposed();
  }
  function add(entry: BlobDictionary): void {
    const next = withDictionary(text, entry);
    setRefusal(next === undefined ? { reason: 'policy-refused', detail: 'This is not JSON.' } : undefined);
    if (next !== undefined) setText(next);
    setAdded(next === undefined ? undefined : `“${entry.title}” stands in the policy above now.`);
  }
  return (
    <details className="panel-card">
      <summary>Propose a change</summary>
      <div className="stack">
        <div className="field">
          <label htmlFor={id}>The whole policy, as JSON. It starts from the one in force.</label>
          <textarea
            id={id}
            rows={18}
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
            aria-describedby={`${id}-hint`}
          />
          <p id={`${id}-hint`} className="quiet small">
            “mode”: “observe” turns every rule into a record without a dialog: the way to try a policy, and to switch
            Sluice off in an emergency.
          </p>
        </div>
        {refusal !== undefined && (
          <>
            <Failed reason={refusal.reason} />
            {refusal.detail !== undefined && <p className="small">{refusal.detail}</p>}
          </>
        )}
        <div className="actions">
          <button type="button" className="safe" disabled={isSending} onClick={() => void propose()}>
            Propose
          </button>
          <button type="button" onClick={() => setText(start)}>
            Start over
          </button>
          <span role="status" className="quiet small">
            {added}
          </span>
        </div>
        <Dictionaries onAdd={add} />
      </div>
    </details>
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The policy with a list, in the place of one with the same id; `undefined` where the text is no policy to add to. */
function withDictionary(text: string, entry: BlobDictionary): string | undefined {
  const policy = parse(text);
  if (typeof policy !== 'object' || policy === null) return undefined;
  const { dictionaries } = policy as { readonly dictionaries?: unknown };
  const others = (Array.isArray(dictionaries) ? (dictionaries as unknown[]) : []).filter(
    (each) => (Object(each) as { readonly id?: unknown }).id !== entry.id,
  );
  return JSON.stringify({ ...policy, dictionaries: [...others, entry] }, null, 2);
}
