import { useState } from 'react';
import type { SignedIn } from '../console-api/contract.ts';
import { DoorPage } from './DoorPage.tsx';
import { Failed } from './Failed.tsx';
import { IncidentsPage } from './IncidentsPage.tsx';
import { PolicyPage } from './PolicyPage.tsx';
import { SetupPage } from './SetupPage.tsx';
import { Shell } from './Shell.tsx';
import { SignInPage } from './SignInPage.tsx';
import { api } from './api.ts';
import type { Failure } from './api.ts';
import { useLoad } from './use-load.ts';
import { go, usePath } from './use-path.ts';

/** Who is here, and which page they see. */
export function App() {
  const path = usePath().split('?')[0] ?? '/';
  if (path === '/setup') return <SetupPage token={window.location.hash.slice(1)} onSignedIn={enter} />;
  return <SignedInApp path={path} />;
}

/** A full load: the page behind the sign-in starts without anything of the one before it. */
function enter(): void {
  window.location.replace('/incidents');
}

function SignedInApp({ path }: { readonly path: string }) {
  const [attempt, setAttempt] = useState(0);
  const me = useLoad(api.me, String(attempt));
  const [entered, setEntered] = useState<SignedIn | 'left'>();
  const [because, setBecause] = useState<Failure>();
  if (me === undefined) return <DoorPage title="One moment…">{null}</DoorPage>;
  if (!me.ok && me.reason !== 'sign-in-needed') {
    return (
      <DoorPage title="The console cannot start">
        <Failed reason={me.reason} onRetry={() => setAttempt(attempt + 1)} />
      </DoorPage>
    );
  }
  const person = entered ?? (me.ok ? me.value : 'left');
  if (person === 'left') {
    return (
      <SignInPage
        because={because}
        onSignedIn={(signedIn) => {
          setEntered(signedIn);
          setBecause(undefined);
          if (path !== '/policy') go('/incidents', { replace: true });
        }}
      />
    );
  }
  const onFailure = (reason: Failure) => {
    if (reason !== 'sign-in-needed') return;
    setBecause(reason);
    setEntered('left');
  };
  return (
    <Shell
      person={person}
      path={path === '/policy' ? '/policy' : '/incidents'}
      onSignOut={() => {
        void api.signOut().then(() => {
          setEntered('left');
          go('/sign-in', { replace: true });
        });
      }}
    >
      {path === '/policy' ? <PolicyPage onFailure={onFailure} /> : <IncidentsPage onFailure={onFailure} />}
    </Shell>
  );
}
