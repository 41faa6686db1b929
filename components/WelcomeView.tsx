import type { Failure, Membership } from '../lib/messaging/contract.ts';
import { GateMark } from './GateMark.tsx';
import { JoinForm } from './JoinForm.tsx';
import type { JoinTarget } from './JoinForm.tsx';
import { contactFailureWords } from './words.ts';

interface WelcomeViewProps {
  readonly membership: Membership | undefined;
  /** Why the last try to join failed. */
  readonly failure?: Failure | undefined;
  readonly isJoining: boolean;
  /** What a code says, or nothing when it is none. */
  readonly readCode: (code: string) => JoinTarget | undefined;
  readonly onJoin: (code: string) => void;
}

/** First run: what Sluice does, and how to join an organisation. */
export function WelcomeView(props: WelcomeViewProps) {
  return (
    <>
      <header className="hero">
        <GateMark />
        <h1>Welcome to Sluice</h1>
      </header>
      <p className="lead">
        Sluice checks what you are about to send to ChatGPT for passwords, keys and personal data. When it finds some,
        it stops before anything leaves and offers to replace it, so that you can go on with one key. Your text never
        leaves this device through Sluice: you can see everything it records and sends in your ledger.
      </p>
      <Joining {...props} />
      <section className="card stack" aria-labelledby="private-windows">
        <h2 id="private-windows">Private windows</h2>
        <p>
          In Incognito or private windows Sluice is off until you allow it. Open the list of extensions in your browser,
          choose Sluice, and turn on “Allow in Incognito” (in Firefox “Run in Private Windows”).
        </p>
      </section>
      <p className="ways">
        <a className="button safe" href="https://chatgpt.com/">
          Open ChatGPT
        </a>
        <a className="button" href="/ledger.html">
          Open your ledger
        </a>
      </p>
    </>
  );
}

function Joining({ membership, failure, isJoining, readCode, onJoin }: WelcomeViewProps) {
  const isRevoked = membership?.lastFailure === 'revoked';
  if (membership !== undefined && !(isRevoked && membership.by === 'joined')) return <Joined membership={membership} />;
  if (failure === 'managed-by-it') return <Managed />;
  return (
    <section className="card stack" aria-labelledby="join">
      <h2 id="join">Join your organisation</h2>
      {isRevoked && <p className="warning">{contactFailureWords.revoked}</p>}
      <p>
        Did your organisation give you a code? Paste it here. Sluice works without one too: then the built-in protection
        holds, and what is recorded stays on this device.
      </p>
      <JoinForm failure={failure} isJoining={isJoining} readCode={readCode} onJoin={onJoin} />
    </section>
  );
}

function Joined({ membership: { orgId, url, by, enrolled, lastFailure } }: { readonly membership: Membership }) {
  return (
    <section className="card stack done" role="status" aria-labelledby="joined">
      <h2 id="joined">{by === 'managed' ? 'Set up by IT' : 'You have joined'}</h2>
      <p>
        This browser belongs to <strong>{orgId}</strong>. Its policy holds from now on.
      </p>
      <p className="quiet small">{`Server: ${url}`}</p>
      {(lastFailure === 'revoked' || lastFailure === 'pending') && (
        <p className="warning">{contactFailureWords[lastFailure]}</p>
      )}
      {!enrolled && lastFailure !== 'revoked' && (
        <p className="warning">The server has not registered this browser yet. Sluice tries again by itself.</p>
      )}
      {by === 'managed' && <p className="quiet">You do not need a code. What IT has set cannot be changed here.</p>}
    </section>
  );
}

function Managed() {
  return (
    <section className="card stack done" role="status" aria-labelledby="managed">
      <h2 id="managed">Set up by IT</h2>
      <p>IT has set up Sluice on this computer. You do not need a code.</p>
    </section>
  );
}
