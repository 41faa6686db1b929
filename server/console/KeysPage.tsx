import { useEffect, useState } from 'react';
import type { SigningKeys } from '../console-api/keys-contract.ts';
import { Failed } from './Failed.tsx';
import { JsonUpload } from './JsonUpload.tsx';
import { api } from './api.ts';
import type { Failure } from './api.ts';
import type { PageProps } from './page.ts';
import { may } from './pages.ts';
import { useLoad } from './use-load.ts';
import { useProof } from './use-proof.tsx';
import type { Run } from './use-proof.tsx';
import { delegationTitles, sayMoment } from './words.ts';

/** Whose word browsers believe: the root keys, the key that signs, and what was signed elsewhere. */
export function KeysPage({ person, onFailure }: PageProps) {
  const [round, setRound] = useState(0);
  const loaded = useLoad(api.signingKeys, String(round));
  const { run, dialog } = useProof();
  const failure = loaded?.ok === false ? loaded.reason : undefined;
  useEffect(() => {
    if (failure !== undefined) onFailure(failure);
  });
  const refresh = () => setRound((before) => before + 1);
  return (
    <>
      {dialog}
      <div className="page-head">
        <h1>Keys</h1>
        <p className="quiet">
          Browsers believe the root keys that IT pins. A root key lets one signing key speak for it, until a day.
        </p>
      </div>
      {failure !== undefined && <Failed reason={failure} onRetry={refresh} />}
      {loaded?.ok === true && (
        <>
          <RootKeys keys={loaded.value} />
          <SigningKey keys={loaded.value} />
          {loaded.value.isOffline && may(person.roles, 'POST /delegations') && (
            <Delegate keys={loaded.value} run={run} onChanged={refresh} />
          )}
          {may(person.roles, 'POST /policies') && <Import run={run} onTaken={refresh} />}
        </>
      )}
    </>
  );
}

function RootKeys({ keys }: { readonly keys: SigningKeys }) {
  return (
    <section className="panel-card stack" aria-labelledby="roots">
      <h2 id="roots">Root keys</h2>
      <p>
        {keys.isOffline
          ? 'They are kept elsewhere. This endpoint knows their public halves alone.'
          : 'The root key lies in the endpoint’s folder: it is not offline. That is meant for a trial.'}
      </p>
      <p className="quiet small">The value of policyRootKeys in managed storage:</p>
      {keys.policyRootKeys.split(' ').map((key) => (
        <code key={key} className="secret">
          {key}
        </code>
      ))}
    </section>
  );
}

function SigningKey({ keys: { current, delegation, state } }: { readonly keys: SigningKeys }) {
  return (
    <section className="panel-card stack spaced" aria-labelledby="signing">
      <div className="row-head">
        <h2 id="signing">The key that signs</h2>
        <span className="tag">{delegationTitles[state].tag}</span>
      </div>
      <p>{delegationTitles[state].sentence}</p>
      <dl className="facts">
        <div>
          <dt>Key</dt>
          <dd>
            <code>{current.keyid}</code>
          </dd>
        </div>
        {delegation !== null && (
          <div>
            <dt>May sign until</dt>
            <dd>{sayMoment(delegation.notAfter)}</dd>
          </div>
        )}
        {delegation?.epoch != null && (
          <div>
            <dt>Up to epoch</dt>
            <dd>{delegation.epoch}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

interface DelegateProps {
  readonly keys: SigningKeys;
  readonly run: Run;
  readonly onChanged: () => void;
}

/** What to do on the machine of the root key, and where to bring what it made. */
function Delegate({ keys: { current, next, delegation, orgId }, run, onChanged }: DelegateProps) {
  const [failure, setFailure] = useState<Failure>();
  const { keyid, publicKey } = next ?? current;
  async function make(): Promise<void> {
    const reply = await run(api.makeSigningKey);
    setFailure(reply.ok ? undefined : reply.reason);
    if (reply.ok) onChanged();
  }
  const epoch = delegation?.epoch ?? 1;
  return (
    <section className="panel-card stack spaced" aria-labelledby="delegate">
      <h2 id="delegate">{next === null ? 'Delegate the key again' : 'Delegate the next key'}</h2>
      <p>
        {next === null
          ? 'The same key may sign on with a new delegation. A new key beside it takes its place once it was delegated.'
          : 'The key above signs until the delegation of this one is installed. Then it is gone, and the policy is signed anew.'}
      </p>
      <p>
        A policy that was imported stays as it was signed: browsers stay below a later epoch until a policy of that
        epoch is published or imported.
      </p>
      <p className="quiet small">On the machine that has the root key, with a day of your choice:</p>
      <code className="secret">
        {`npm run -s sluice -- keys delegate --root root.json --signing-key "${keyid}:${publicKey}" --org ${orgId} ` +
          `--not-after YYYY-MM-DD --epoch ${epoch} --out delegation.json`}
      </code>
      {failure !== undefined && <Failed reason={failure} />}
      <JsonUpload
        label="The delegation it made"
        button="Install the delegation"
        send={(value) => run(() => api.installDelegation(value))}
        onDone={onChanged}
      />
      {next === null && (
        <div className="actions">
          <button type="button" onClick={() => void make()}>
            Make a new signing key
          </button>
        </div>
      )}
    </section>
  );
}

function Import({ run, onTaken }: { readonly run: Run; readonly onTaken: () => void }) {
  return (
    <section className="panel-card stack spaced" aria-labelledby="import">
      <h2 id="import">A policy that was signed elsewhere</h2>
      <p>
        Its signature stands for the second person: only who holds a root key, or a key that one delegated, can make it.
        It is in force at once, and ends when its signer said.
      </p>
      <JsonUpload
        label="The file that “sluice policy sign” made"
        button="Put it in force"
        send={(value) => run(() => api.importPolicy(value))}
        onDone={onTaken}
      />
    </section>
  );
}
