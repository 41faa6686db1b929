import { useEffect, useId, useRef } from 'react';
import { Failed } from './Failed.tsx';
import { CodeField } from './Field.tsx';
import { api } from './api.ts';
import { useSubmit } from './use-submit.ts';

interface ProofDialogProps {
  readonly onProved: () => void;
  readonly onCancel: () => void;
}

/** Asks for a code before something that an unlocked screen must not do. */
export function ProofDialog({ onProved, onCancel }: ProofDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const { failure, isSending, onSubmit } = useSubmit((field) => api.prove(field('code').trim()), onProved);
  return (
    <dialog ref={dialog} className="proof" aria-labelledby={title} onCancel={onCancel}>
      <form className="stack" onSubmit={onSubmit}>
        <h2 id={title}>Is it still you?</h2>
        <p className="quiet">
          This changes who may do what, or what leaves the house. One code is enough for ten minutes.
        </p>
        {failure !== undefined && <Failed reason={failure} />}
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
