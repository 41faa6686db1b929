import { useEffect, useId, useRef, useState } from 'react';
import { Failed } from './Failed.tsx';
import { CodeField } from './Field.tsx';
import { PasskeyButton } from './PasskeyButton.tsx';
import { api } from './api.ts';
import type { Failure, Reply } from './api.ts';
import { withPasskey } from './browser-passkeys.ts';
import { useLoad } from './use-load.ts';
import { useSubmit } from './use-submit.ts';

interface ProofDialogProps {
  readonly onProved: () => void;
  readonly onCancel: () => void;
}

/** Asks for a proof before something that an unlocked screen must not do: here, or at the organisation's own sign-in. */
export function ProofDialog({ onProved, onCancel }: ProofDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const me = useLoad(api.me, '');
  useEffect(() => dialog.current?.showModal(), []);
  const Proof = me?.ok === true && me.value.oidc === true ? ProofElsewhere : ProofHere;
  return (
    <dialog ref={dialog} className="proof" aria-labelledby={title} onCancel={onCancel}>
      <div className="stack">
        <h2 id={title}>Is it still you?</h2>
        <p className="quiet">
          This changes who may do what, or what leaves the house. One proof is enough for ten minutes.
        </p>
        {me === undefined ? <p className="quiet">One moment…</p> : <Proof onProved={onProved} onCancel={onCancel} />}
      </div>
    </dialog>
  );
}

function ProofHere({ onProved, onCancel }: ProofDialogProps) {
  const [refused, setRefused] = useState<Failure>();
  const { failure, isSending, onSubmit } = useSubmit((field) => api.prove(field('code').trim()), onProved);
  const reason = failure ?? refused;
  return (
    <form className="stack" onSubmit={onSubmit}>
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
  );
}

/** The proof happens in another tab, so that nothing that was entered here is lost. */
function ProofElsewhere({ onProved, onCancel }: ProofDialogProps) {
  const { failure, isSending, onSubmit } = useSubmit(isProved, onProved);
  return (
    <form className="stack" onSubmit={onSubmit}>
      {failure !== undefined && <Failed reason={failure} />}
      <a className="button wide" href="/api/oidc/start?for=proof" target="_blank" rel="noopener">
        Sign in again at your organisation
      </a>
      <p className="quiet small">It opens in a new tab. Come back here afterwards.</p>
      <div className="actions">
        <button type="submit" className="safe" disabled={isSending}>
          {isSending ? 'Checking…' : 'Continue'}
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

async function isProved(): Promise<Reply<unknown>> {
  const me = await api.me();
  return me.ok && !me.value.fresh ? { ok: false, reason: 'proof-needed' } : me;
}
