import { useState } from 'react';
import type { SetupSecret, SignedIn } from '../console-api/contract.ts';
import { DoorPage } from './DoorPage.tsx';
import { Failed } from './Failed.tsx';
import { CodeField, Field } from './Field.tsx';
import { QrCode } from './QrCode.tsx';
import { api } from './api.ts';
import { go } from './use-path.ts';
import { useLoad } from './use-load.ts';
import { useSubmit } from './use-submit.ts';

interface SetupPageProps {
  /** From behind the hash of the link. */
  readonly token: string;
  readonly onSignedIn: (person: SignedIn) => void;
}

/** Two steps: name and password, then the authenticator app. The first right code makes the owner. */
export function SetupPage({ token, onSignedIn }: SetupPageProps) {
  const checked = useLoad(() => api.checkSetup(token), token);
  const [secret, setSecret] = useState<SetupSecret>();
  if (checked === undefined)
    return <DoorPage title="Set up the console">{<p className="quiet">One moment…</p>}</DoorPage>;
  if (!checked.ok) {
    return (
      <DoorPage title="Set up the console">
        <Failed reason={checked.reason === 'bad-request' ? 'link-used' : checked.reason} />
        <p>If there is an owner already, sign in. If not, start the endpoint again: it prints a new link.</p>
        <button type="button" className="wide" onClick={() => go('/sign-in')}>
          Go to the sign-in
        </button>
      </DoorPage>
    );
  }
  return (
    <DoorPage title="Set up the console">
      <ol className="steps" aria-label="Steps">
        <li aria-current={secret === undefined ? 'step' : undefined}>Name and password</li>
        <li aria-current={secret === undefined ? undefined : 'step'}>Authenticator app</li>
      </ol>
      {secret === undefined ? (
        <NameStep token={token} onDone={setSecret} />
      ) : (
        <CodeStep token={token} secret={secret} onDone={onSignedIn} onBack={() => setSecret(undefined)} />
      )}
    </DoorPage>
  );
}

function NameStep({ token, onDone }: { readonly token: string; readonly onDone: (secret: SetupSecret) => void }) {
  const [isShown, setShown] = useState(false);
  const { failure, isSending, onSubmit } = useSubmit(
    (field) => api.beginSetup({ token, name: field('name').trim(), password: field('password') }),
    onDone,
  );
  return (
    <form className="stack" onSubmit={onSubmit}>
      <p>You become the owner of this console. This link works once.</p>
      {failure !== undefined && <Failed reason={failure} />}
      <Field label="Your name" name="name" autoComplete="username" maxLength={80} required autoFocus />
      <Field
        label="Password"
        name="password"
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        minLength={12}
        maxLength={200}
        required
        hint="At least 12 characters. A few words that do not belong together are good."
      />
      <label className="check">
        <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.target.checked)} />
        Show the password
      </label>
      <button type="submit" className="safe wide" disabled={isSending}>
        {isSending ? 'One moment…' : 'Continue'}
      </button>
    </form>
  );
}

interface CodeStepProps {
  readonly token: string;
  readonly secret: SetupSecret;
  readonly onDone: (person: SignedIn) => void;
  readonly onBack: () => void;
}

function CodeStep({ token, secret, onDone, onBack }: CodeStepProps) {
  const { failure, isSending, onSubmit } = useSubmit(
    (field) => api.confirmSetup({ token, code: field('code').replaceAll(' ', '') }),
    onDone,
  );
  const spaced = secret.secret.replaceAll(/.{4}(?=.)/g, '$& ');
  return (
    <form className="stack" onSubmit={onSubmit}>
      <p>Scan this with an authenticator app. It then shows a new code every 30 seconds.</p>
      <QrCode text={secret.uri} label="QR code for the authenticator app" />
      <details>
        <summary>I cannot scan it</summary>
        <p className="small">Enter this key in the app instead:</p>
        <code className="secret">{spaced}</code>
      </details>
      {failure !== undefined && <Failed reason={failure} />}
      <CodeField hint="Six digits. They prove that the app works before the link is used up." />
      <button type="submit" className="safe wide" disabled={isSending}>
        {isSending ? 'Checking…' : 'Finish'}
      </button>
      <button type="button" className="wide" onClick={onBack}>
        Back
      </button>
    </form>
  );
}
