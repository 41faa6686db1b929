import { useState } from 'react';
import { scopes } from '../vocabulary.ts';
import type { Scope } from '../vocabulary.ts';
import { Failed } from './Failed.tsx';
import { Field } from './Field.tsx';
import { OneTimeText } from './OneTimeText.tsx';
import { api } from './api.ts';
import type { Failure } from './api.ts';
import { useLoad } from './use-load.ts';
import type { Run } from './use-proof.tsx';
import { useSubmit } from './use-submit.ts';
import { sayMoment, scopeTitles } from './words.ts';

interface ApiKeysProps {
  readonly canMake: boolean;
  readonly run: Run;
  readonly onFailure: (reason: Failure) => void;
}

/** Keys with which programs read incidents or the audit log. */
export function ApiKeys({ canMake, run, onFailure }: ApiKeysProps) {
  const [round, setRound] = useState(0);
  const [made, setMade] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const loaded = useLoad(api.apiKeys, String(round));
  async function revoke(id: string): Promise<void> {
    const reply = await run(() => api.revokeApiKey(id));
    setFailure(reply.ok ? undefined : reply.reason);
    if (reply.ok) setRound(round + 1);
    else onFailure(reply.reason);
  }
  const keys = loaded?.ok === true ? loaded.value.keys : [];
  return (
    <section className="stack spaced" aria-labelledby="api-keys">
      <h2 id="api-keys">API keys</h2>
      <p className="quiet">
        For programs: a SIEM that collects incidents, a device management that reports what should be there.
      </p>
      {made !== undefined && (
        <OneTimeText
          title="The new key"
          hint="It is shown only now. Programs send it as “Authorization: Bearer …”."
          text={made}
          onDone={() => setMade(undefined)}
        />
      )}
      {failure !== undefined && <Failed reason={failure} />}
      {keys.length === 0 && <p className="quiet">No key yet.</p>}
      {keys.length > 0 && (
        <div className="scroller" tabIndex={0} role="region" aria-label="Keys">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">May</th>
                <th scope="col">Until</th>
                <th scope="col">Made by</th>
                <th scope="col">
                  <span className="unseen">Revoke</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <tr key={key.id}>
                  <td dir="auto">{key.title}</td>
                  <td>{key.scopes.map((scope) => scopeTitles[scope]).join(', ')}</td>
                  <td>{key.revoked ? 'Revoked' : sayMoment(key.expiresAt)}</td>
                  <td dir="auto">{key.createdBy}</td>
                  <td>
                    {canMake && !key.revoked && (
                      <button type="button" className="slim danger" onClick={() => void revoke(key.id)}>
                        Revoke
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {canMake && (
        <NewKey
          run={run}
          onMade={(key) => {
            setMade(key);
            setRound(round + 1);
          }}
        />
      )}
    </section>
  );
}

function NewKey({ run, onMade }: { readonly run: Run; readonly onMade: (key: string) => void }) {
  const [chosen, setChosen] = useState<readonly Scope[]>([]);
  const { failure, isSending, onSubmit } = useSubmit(
    (field) => run(() => api.makeApiKey({ title: field('title').trim(), scopes: chosen, days: Number(field('days')) })),
    ({ key }) => {
      setChosen([]);
      onMade(key);
    },
  );
  return (
    <form className="panel-card stack" onSubmit={onSubmit}>
      <h3>Make a key</h3>
      {failure !== undefined && <Failed reason={failure} />}
      <Field label="Name" name="title" maxLength={80} required />
      <Field label="Days until it ends" name="days" type="number" min={1} max={730} defaultValue={365} required />
      <fieldset className="boxes">
        <legend>What it may do</legend>
        {scopes.map((scope) => (
          <label key={scope} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(scope)}
              onChange={({ target }) =>
                setChosen(scopes.filter((one) => (one === scope ? target.checked : chosen.includes(one))))
              }
            />
            {scopeTitles[scope]}
          </label>
        ))}
      </fieldset>
      <div className="actions">
        <button type="submit" className="safe" disabled={isSending || chosen.length === 0}>
          Make the key
        </button>
      </div>
    </form>
  );
}
