import { useEffect, useState } from 'react';
import { Failed } from './Failed.tsx';
import { Passkeys } from './Passkeys.tsx';
import { RecoveryCodesPanel } from './RecoveryCodesPanel.tsx';
import { api } from './api.ts';
import type { Failure } from './api.ts';
import type { PageProps } from './page.ts';
import { useLoad } from './use-load.ts';
import { useProof } from './use-proof.tsx';
import { roleTitles, sayMoment, sessionBrowserTitles } from './words.ts';

/** One's own roles, sessions, passkeys and recovery codes. */
export function AccountPage({ person, onFailure }: PageProps) {
  const [round, setRound] = useState(0);
  const [codes, setCodes] = useState<readonly string[]>();
  const [refused, setRefused] = useState<Failure>();
  const loaded = useLoad(api.sessions, String(round));
  const { run, dialog } = useProof();
  const failure = loaded?.ok === false ? loaded.reason : undefined;
  useEffect(() => {
    if (failure !== undefined) onFailure(failure);
  });
  async function makeCodes(): Promise<void> {
    const reply = await run(api.newRecoveryCodes);
    setRefused(reply.ok ? undefined : reply.reason);
    if (reply.ok) setCodes(reply.value.recoveryCodes);
  }
  async function end(id: string): Promise<void> {
    const reply = await api.endSession(id);
    setRefused(reply.ok ? undefined : reply.reason);
    setRound(round + 1);
  }
  return (
    <>
      {dialog}
      <div className="page-head">
        <h1 dir="auto">{person.name}</h1>
        <p className="quiet">{person.roles.map((role) => roleTitles[role]).join(', ')}</p>
      </div>
      {(refused ?? failure) !== undefined && <Failed reason={refused ?? failure ?? 'internal'} />}
      <section className="panel-card stack">
        <h2>Where you are signed in</h2>
        <ul className="lines">
          {(loaded?.ok === true ? loaded.value.sessions : []).map((session) => (
            <li key={session.id}>
              <span>
                {sessionBrowserTitles[session.browser]}
                {session.current && ' (this one)'}
                <span className="quiet small"> since {sayMoment(session.createdAt)}</span>
              </span>
              {!session.current && (
                <button type="button" className="slim" onClick={() => void end(session.id)}>
                  End it
                </button>
              )}
            </li>
          ))}
        </ul>
        <p className="quiet small">
          A session ends after thirty minutes without a click, and after twelve hours in any case.
        </p>
      </section>
      {person.oidc === true ? (
        <p className="quiet">
          You sign in through your organisation. Passwords, codes and passkeys are kept there, and your roles come from
          your groups.
        </p>
      ) : (
        <>
          <Passkeys run={run} />
          <section className="panel-card stack">
            <h2>Recovery codes</h2>
            {codes === undefined ? (
              <>
                <p>For the day on which your authenticator app is lost. New codes end the ones before.</p>
                <div className="actions">
                  <button type="button" onClick={() => void makeCodes()}>
                    Make new codes
                  </button>
                </div>
              </>
            ) : (
              <RecoveryCodesPanel codes={codes} onKept={() => setCodes(undefined)} />
            )}
          </section>
        </>
      )}
    </>
  );
}
