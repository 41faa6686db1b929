import { useState } from 'react';
import { Failed } from './Failed.tsx';
import { Field } from './Field.tsx';
import { api } from './api.ts';
import type { Reply } from './api.ts';
import { makePasskey, whyNoPasskeys } from './browser-passkeys.ts';
import { useLoad } from './use-load.ts';
import type { Run } from './use-proof.tsx';
import { useSubmit } from './use-submit.ts';

/** One's own passkeys: the list, and a way to add one. `run` asks for a proof where one is needed. */
export function Passkeys({ run }: { readonly run: Run }) {
  const [round, setRound] = useState(0);
  const loaded = useLoad(api.passkeys, String(round));
  const { failure, isSending, onSubmit } = useSubmit(
    (field) => add(run, field('title').trim()),
    () => setRound(round + 1),
  );
  const [refused, setRefused] = useState<Reply<unknown>>();
  const reason = failure ?? (refused?.ok === false ? refused.reason : undefined);
  const why = whyNoPasskeys();
  const passkeys = loaded?.ok === true ? loaded.value.passkeys : [];
  return (
    <section className="panel-card stack" aria-label="Passkeys">
      <h2>Passkeys</h2>
      <p>
        A passkey signs you in with your fingerprint, face or PIN, and cannot be phished. Password and authenticator app
        stay: they are your way back when the device is lost.
      </p>
      {reason !== undefined && <Failed reason={reason} />}
      {passkeys.length > 0 && (
        <ul className="lines">
          {passkeys.map(({ id, title, createdOn }) => (
            <li key={id}>
              <span>
                <span dir="auto">{title}</span>
                <span className="quiet small"> since {createdOn}</span>
              </span>
              <button
                type="button"
                className="slim"
                aria-label={`Remove the passkey ${title}`}
                onClick={() => {
                  void run(() => api.removePasskey(id)).then((reply) => {
                    setRefused(reply);
                    setRound(round + 1);
                  });
                }}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      {why === undefined ? (
        <form className="stack" onSubmit={onSubmit} key={round}>
          <Field
            label="Name of the new passkey"
            name="title"
            autoComplete="off"
            maxLength={80}
            required
            defaultValue="This computer"
            hint="So that you know which one to remove when a device is lost."
          />
          <div className="actions">
            <button type="submit" disabled={isSending}>
              {isSending ? 'Waiting for the passkey…' : 'Add a passkey'}
            </button>
          </div>
        </form>
      ) : (
        <p className="quiet">{reasonsWhyNot[why]}</p>
      )}
    </section>
  );
}

const reasonsWhyNot = {
  'no-browser': 'This browser cannot make passkeys.',
  'bare-address': 'Passkeys belong to a name, and this console is opened under a bare number. Open it under its name.',
} as const;

async function add(run: Run, title: string) {
  const begun = await run(api.beginPasskey);
  if (!begun.ok) return begun;
  const made = await makePasskey(begun.value);
  return made.ok ? run(() => api.addPasskey({ token: begun.value.token, title, passkey: made.value })) : made;
}
