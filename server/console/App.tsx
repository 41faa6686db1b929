import { useState } from 'react';
import type { ReactNode } from 'react';
import type { SignedIn } from '../console-api/contract.ts';
import { DoorPage } from './DoorPage.tsx';
import { EnrolmentPage } from './EnrolmentPage.tsx';
import { Failed } from './Failed.tsx';
import { AccountPage } from './AccountPage.tsx';
import { AlertsPage } from './AlertsPage.tsx';
import { AuditPage } from './AuditPage.tsx';
import { CountsPage } from './CountsPage.tsx';
import { FleetPage } from './FleetPage.tsx';
import { IncidentsPage } from './IncidentsPage.tsx';
import { KeysPage } from './KeysPage.tsx';
import { MessagesPage } from './MessagesPage.tsx';
import { PeoplePage } from './PeoplePage.tsx';
import { PolicyPage } from './PolicyPage.tsx';
import { RequestsPage } from './RequestsPage.tsx';
import { SetupPage } from './SetupPage.tsx';
import { Shell } from './Shell.tsx';
import { SignInPage } from './SignInPage.tsx';
import { SinksPage } from './SinksPage.tsx';
import { api } from './api.ts';
import type { Failure } from './api.ts';
import type { PageProps } from './page.ts';
import { pagesOf } from './pages.ts';
import type { PagePath } from './pages.ts';
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
  window.location.replace('/');
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
          if (path === '/sign-in') go('/', { replace: true });
        }}
      />
    );
  }
  return (
    <SignedInPages
      person={person}
      path={path}
      onOver={(reason) => {
        setBecause(reason);
        setEntered('left');
      }}
    />
  );
}

interface SignedInPagesProps {
  readonly person: SignedIn;
  readonly path: string;
  /** The session is over: by signing out, or for a reason. */
  readonly onOver: (reason: Failure | undefined) => void;
}

function SignedInPages({ person, path, onOver }: SignedInPagesProps) {
  const [failure, setFailure] = useState<Failure>();
  const onFailure = (reason: Failure) => {
    if (reason === 'sign-in-needed') onOver(reason);
  };
  async function signOut(): Promise<void> {
    const reply = await api.signOut();
    // Nobody is told that they left while the session still lives.
    if (!reply.ok && reply.reason !== 'sign-in-needed') {
      setFailure(reply.reason);
      return;
    }
    onOver(undefined);
    go('/sign-in', { replace: true });
  }
  const open = pagesOf(person.roles);
  const shown = open.find((page) => page.path === path)?.path ?? open[0]?.path ?? '/account';
  const Page = pageOf[shown];
  return (
    <Shell person={person} path={shown} onSignOut={() => void signOut()}>
      {failure !== undefined && <Failed reason={failure} />}
      <Page key={shown} person={person} onFailure={onFailure} />
    </Shell>
  );
}

const pageOf: Record<PagePath, (props: PageProps) => ReactNode> = {
  '/incidents': IncidentsPage,
  '/messages': MessagesPage,
  '/policy': PolicyPage,
  '/people': PeoplePage,
  '/counts': CountsPage,
  '/requests': RequestsPage,
  '/fleet': FleetPage,
  '/alerts': AlertsPage,
  '/enrolment': EnrolmentPage,
  '/siem': SinksPage,
  '/keys': KeysPage,
  '/audit': AuditPage,
  '/account': AccountPage,
};
