import { useState } from 'react';
import type { SignedIn } from '../console-api/contract.ts';
import { DoorPage } from './DoorPage.tsx';
import { Failed } from './Failed.tsx';
import { CodeField, Field } from './Field.tsx';
import { PasskeyButton } from './PasskeyButton.tsx';
import { api } from './api.ts';
import type { Failure } from './api.ts';
import { whyNoPasskeys, withPasskey } from './browser-passkeys.ts';
import { useLoad } from './use-load.ts';
import { useSubmit } from './use-submit.ts';

interface SignInPageProps {
  /** Why the page before ended here. */
  readonly because?: Failure | undefined;
  readonly onSignedIn: (person: SignedIn) => void;
}

export function SignInPage({ because, onSignedIn }: SignInPageProps) {
  const [hasLost, setLost] = useState(false);
  const { failure, isSending, onSubmit } = useSubmit(
    (field) =>
      api.signIn({
        name: field('name').trim(),
        password: field('password'),
        code: hasLost ? field('recovery').trim() : field('code').replaceAll(' ', ''),
      }),
    onSignedIn,
  );
  const [refused, setRefused] = useState<Failure>();
  const oidc = useLoad(api.oidc, '');
  const why = whyNoPasskeys();
  const shown = failure ?? refused ?? because;
  return (
    <DoorPage title="Sign in">
      {shown !== undefined && <Failed reason={shown} />}
      <PasskeyButton
        label="Sign in with a passkey"
        className="wide"
        ask={() => withPasskey(api.beginPasskeySignIn, api.signInByPasskey)}
        onDone={onSignedIn}
        onFailure={setRefused}
      />
      {oidc?.ok === true && oidc.value.isOn && (
        <a className="button wide" href="/api/oidc/start">
          Sign in with your organisation
        </a>
      )}
      {why === 'bare-address' && (
        <p className="quiet small">Passkeys work where the console is opened under a name, not under a bare number.</p>
      )}
      <form className="stack" onSubmit={onSubmit}>
        <Field label="Name" name="name" autoComplete="username" maxLength={80} required autoFocus />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          maxLength={200}
          required
        />
        {hasLost ? (
          <Field
            label="Recovery code"
            name="recovery"
            autoComplete="off"
            minLength={16}
            maxLength={40}
            required
            autoFocus
          />
        ) : (
          <CodeField />
        )}
        <button type="button" className="link" onClick={() => setLost(!hasLost)}>
          {hasLost ? 'I have my authenticator app' : 'I lost my authenticator app'}
        </button>
        <button type="submit" className="safe wide" disabled={isSending}>
          {isSending ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
      <p className="quiet small">
        The first start of the endpoint prints a link that makes the owner of this console. It works once.
      </p>
    </DoorPage>
  );
}
