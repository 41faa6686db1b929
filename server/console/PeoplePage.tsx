import { useEffect, useState } from 'react';
import type { PeopleList } from '../console-api/contract.ts';
import type { Role } from '../vocabulary.ts';
import { ApiKeys } from './ApiKeys.tsx';
import { Failed } from './Failed.tsx';
import { OneTimeText } from './OneTimeText.tsx';
import { RoleBoxes } from './RoleBoxes.tsx';
import { api } from './api.ts';
import type { Failure, Reply } from './api.ts';
import type { PageProps } from './page.ts';
import { may } from './pages.ts';
import { useLoad } from './use-load.ts';
import { useProof } from './use-proof.tsx';
import type { Run } from './use-proof.tsx';
import { roleTitles } from './words.ts';

type Person = PeopleList['people'][number];

/** Who may do what: people with their roles, invitations, and the keys of programs. */
export function PeoplePage({ person, onFailure }: PageProps) {
  const [round, setRound] = useState(0);
  const [link, setLink] = useState<{ readonly title: string; readonly text: string }>();
  const loaded = useLoad(api.people, String(round));
  const { run, dialog } = useProof();
  const failure = loaded?.ok === false ? loaded.reason : undefined;
  useEffect(() => {
    if (failure !== undefined) onFailure(failure);
  });
  const refresh = () => setRound((before) => before + 1);
  const isOwner = may(person.roles, 'POST /people');
  const show = (title: string) => (token: string) =>
    setLink({ title, text: `${window.location.origin}/setup#${token}` });
  return (
    <>
      {dialog}
      <div className="page-head">
        <h1>People and roles</h1>
        <p className="quiet">Roles count from the next click on. Everything done here stands in the audit log.</p>
      </div>
      {failure !== undefined && <Failed reason={failure} onRetry={refresh} />}
      {link !== undefined && (
        <OneTimeText
          title={link.title}
          hint="Give it to this person alone. It works once, within three days."
          text={link.text}
          onDone={() => setLink(undefined)}
        />
      )}
      {loaded?.ok === true && (
        <ul className="cards" aria-label="People">
          {loaded.value.people.map((one) => (
            <PersonCard
              key={one.id}
              one={one}
              isOwner={isOwner}
              run={run}
              onChanged={refresh}
              onLink={show(`A new start for ${one.name}`)}
            />
          ))}
        </ul>
      )}
      {isOwner && <Invite run={run} onLink={show('The invitation')} />}
      <ApiKeys canMake={isOwner} run={run} onFailure={onFailure} />
    </>
  );
}

interface PersonCardProps {
  readonly one: Person;
  readonly isOwner: boolean;
  readonly run: Run;
  readonly onChanged: () => void;
  readonly onLink: (token: string) => void;
}

function PersonCard({ one, isOwner, run, onChanged, onLink }: PersonCardProps) {
  const [chosen, setChosen] = useState<readonly Role[]>();
  const [failure, setFailure] = useState<Failure>();
  async function change<Value>(call: () => Promise<Reply<Value>>, onDone: (value: Value) => void): Promise<void> {
    const reply = await run(call);
    setFailure(reply.ok ? undefined : reply.reason);
    if (reply.ok) onDone(reply.value);
  }
  return (
    <li className="panel-card stack">
      <div className="row-head">
        <h2 dir="auto">
          {one.name} {one.you && <span className="quiet small">(you)</span>}
        </h2>
        {!one.active && <span className="tag">Shut out</span>}
      </div>
      <p>{one.roles.map((role) => roleTitles[role]).join(', ')}</p>
      {failure !== undefined && <Failed reason={failure} />}
      {chosen !== undefined && <RoleBoxes legend={`Roles of ${one.name}`} chosen={chosen} onChange={setChosen} />}
      {isOwner && one.active && (
        <div className="actions">
          {chosen === undefined ? (
            <button type="button" className="slim" onClick={() => setChosen(one.roles)}>
              Change roles
            </button>
          ) : (
            <button
              type="button"
              className="slim safe"
              disabled={chosen.length === 0}
              onClick={() => void change(() => api.setRoles(one.id, chosen), onChanged)}
            >
              Save roles
            </button>
          )}
          {!one.you && (
            <>
              <button
                type="button"
                className="slim"
                onClick={() =>
                  void change(
                    () => api.resetPerson(one.id),
                    ({ token }) => onLink(token),
                  )
                }
              >
                Lost authenticator app
              </button>
              <button
                type="button"
                className="slim danger"
                onClick={() => void change(() => api.shutOut(one.id), onChanged)}
              >
                Shut out
              </button>
            </>
          )}
        </div>
      )}
    </li>
  );
}

function Invite({ run, onLink }: { readonly run: Run; readonly onLink: (token: string) => void }) {
  const [chosen, setChosen] = useState<readonly Role[]>([]);
  const [failure, setFailure] = useState<Failure>();
  async function invite(): Promise<void> {
    const reply = await run(() => api.invite(chosen));
    setFailure(reply.ok ? undefined : reply.reason);
    if (!reply.ok) return;
    setChosen([]);
    onLink(reply.value.token);
  }
  return (
    <section className="panel-card stack">
      <h2>Invite somebody</h2>
      <RoleBoxes legend="What they will be" chosen={chosen} onChange={setChosen} />
      {failure !== undefined && <Failed reason={failure} />}
      <div className="actions">
        <button type="button" className="safe" disabled={chosen.length === 0} onClick={() => void invite()}>
          Make a link
        </button>
      </div>
    </section>
  );
}
