import { useEffect, useId, useRef, useState } from 'react';
import { Failed } from './Failed.tsx';
import { CodeField } from './Field.tsx';
import { PasskeyButton } from './PasskeyButton.tsx';
import { api } from './api.ts';
import type { Failure } from './api.ts';
import { withPasskey } from './browser-passkeys.ts';
import { useSubmit } from './use-submit.ts';

interface ProofDialogProps {
  readonly onProved: () => void;
  readonly onCancel: () => void;
}

/** Asks for a passkey or a code before something that an unlocked screen must not do. */
export function ProofDialog({ onProved, onCancel }: ProofDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [refused, setRefused] = useState<Failure>();
  useEffect(() => dialog.current?.showModal(), []);
  const { failure, isSending, onSubmit } = useSubmit((field) => api.prove(field('code').trim()), onProved);
  const reason = failure ?? refused;
  return (
    <dialog ref={dialog} className="proof" aria-labelledby={title} onCancel={onCancel}>
      <form className="stack" onSubmit={onSubmit}>
        <h2 id={title}>Is it still you?</h2>
        <p className="quiet">
          This changes who may do what, or what leaves the house. One proof is enough for ten minutes.
        </p>
        {reason !== undefined && <Failed reason={reason} />}
        <PasskeyButton
          label="Use a passkey"
          className="wide"
          ask={() => withPasskey(api.beginPasskeyProof, api.proveByPasskey)}
          onDone={onProved}
          onFailure={setRefused}
        />
        <CodeField />
        <div className="actions">
          <button type="submit" className="safe" disabled={isSending}>
            {isSending ? 'Checking…' : 'Continue'}
          </button>
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}
