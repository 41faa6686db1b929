import { useState } from 'react';
import type { Entered, SetupLinkReply, SetupSecret } from '../console-api/contract.ts';
import { DoorPage } from './DoorPage.tsx';
import { Failed } from './Failed.tsx';
import { CodeField, Field } from './Field.tsx';
import { QrCode } from './QrCode.tsx';
import { RecoveryCodesPanel } from './RecoveryCodesPanel.tsx';
import { api } from './api.ts';
import { go } from './use-path.ts';
import { useLoad } from './use-load.ts';
import { useSubmit } from './use-submit.ts';

interface SetupPageProps {
  /** From behind the hash of the link. */
  readonly token: string;
  readonly onSignedIn: () => void;
}

const titles: Record<SetupLinkReply['kind'], string> = {
  owner: 'Set up the console',
  invitation: 'Join the console',
  reset: 'Start anew',
};

/** Name and password, then the authenticator app, then the recovery codes. The first right code makes the person. */
export function SetupPage({ token, onSignedIn }: SetupPageProps) {
  const checked = useLoad(() => api.checkSetup(token), token);
  const [secret, setSecret] = useState<SetupSecret>();
  const [entered, setEntered] = useState<Entered>();
  if (checked === undefined)
    return <DoorPage title="Set up the console">{<p className="quiet">One moment…</p>}</DoorPage>;
  if (!checked.ok) {
    return (
      <DoorPage title="Set up the console">
        <Failed reason={checked.reason === 'bad-request' ? 'link-used' : checked.reason} />
        <p>
          If you were set up already, sign in. If you were invited, ask for a new link. If there is no owner yet, start
          the endpoint again: it prints a new one.
        </p>
        <button type="button" className="wide" onClick={() => go('/sign-in')}>
          Go to the sign-in
        </button>
      </DoorPage>
    );
  }
  const { kind, name } = checked.value;
  const step = entered !== undefined ? 2 : secret !== undefined ? 1 : 0;
  return (
    <DoorPage title={titles[kind]}>
      <ol className="steps" aria-label="Steps">
        {['Name and password', 'Authenticator app', 'Recovery codes'].map((title, index) => (
          <li key={title} aria-current={index === step ? 'step' : undefined}>
            {title}
          </li>
        ))}
      </ol>
      {entered !== undefined ? (
        <RecoveryCodesPanel codes={entered.recoveryCodes} onKept={onSignedIn} />
      ) : secret === undefined ? (
        <NameStep token={token} kind={kind} name={name} onDone={setSecret} />
      ) : (
        <CodeStep token={token} secret={secret} onDone={setEntered} onBack={() => setSecret(undefined)} />
      )}
    </DoorPage>
  );
}

const greetings: Record<SetupLinkReply['kind'], string> = {
  owner: 'You become the owner of this console. This link works once.',
  invitation: 'Somebody invited you to this console. This link works once.',
  reset:
    'Choose a new password and connect your authenticator app again. Your sessions, codes and passkeys of before end.',
};

interface NameStepProps {
  readonly token: string;
  readonly kind: SetupLinkReply['kind'];
  /** Of the person who starts anew. */
  readonly name: string | null;
  readonly onDone: (secret: SetupSecret) => void;
}

function NameStep({ token, kind, name, onDone }: NameStepProps) {
  const [isShown, setShown] = useState(false);
  const { failure, isSending, onSubmit } = useSubmit(
    (field) => api.beginSetup({ token, name: field('name').trim(), password: field('password') }),
    onDone,
  );
  return (
    <form className="stack" onSubmit={onSubmit}>
      <p>{greetings[kind]}</p>
      {failure !== undefined && <Failed reason={failure} />}
      <Field
        label="Your name"
        name="name"
        autoComplete="username"
        maxLength={80}
        required
        autoFocus={name === null}
        readOnly={name !== null}
        defaultValue={name ?? ''}
      />
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
  readonly onDone: (entered: Entered) => void;
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
      <p className="quiet small">
        You can add passkeys afterwards, in your account. Password and app stay your way back when a device is lost.
      </p>
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
