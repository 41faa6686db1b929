import { useEffect, useState } from 'react';
import { PolicyView } from '../../components/PolicyView.tsx';
import type { PolicyInForce } from '../console-api/contract.ts';
import { Failed } from './Failed.tsx';
import { api } from './api.ts';
import type { Failure } from './api.ts';
import { useLoad } from './use-load.ts';

/** The policy in force, in the words that employees read, and the keys that stand behind it. */
export function PolicyPage({ onFailure }: { readonly onFailure: (reason: Failure) => void }) {
  const [attempt, setAttempt] = useState(0);
  const loaded = useLoad(api.policy, String(attempt));
  const failure = loaded?.ok === false ? loaded.reason : undefined;
  useEffect(() => {
    if (failure !== undefined) onFailure(failure);
  });
  return (
    <>
      <div className="page-head">
        <h1>Policy in force</h1>
        <p className="quiet">Every browser shows this to its user in the same words. “You” is the employee.</p>
      </div>
      {loaded === undefined && <p className="quiet">Loading…</p>}
      {failure !== undefined && <Failed reason={failure} onRetry={() => setAttempt(attempt + 1)} />}
      {loaded?.ok === true && <Loaded inForce={loaded.value} />}
    </>
  );
}

function Loaded({ inForce }: { readonly inForce: PolicyInForce }) {
  const { document, stale, keyid, rootKeyid } = inForce;
  const { policy, epoch, seq, author, approver, issuedAt, notAfter } = document;
  return (
    <div className="policy-columns">
      <article className="panel-card stack policy">
        <PolicyView inForce={{ policy, source: 'endpoint', epoch, seq, author, approver, issuedAt, notAfter, stale }} />
      </article>
      <aside className="panel-card stack" aria-labelledby="signature">
        <h2 id="signature">Signature</h2>
        <p>
          {stale ? 'Past its end. Browsers keep it and say that it is stale.' : 'Valid. Browsers check it themselves.'}
        </p>
        <dl className="facts">
          <div>
            <dt>Signed by</dt>
            <dd>
              <code>{keyid}</code>
            </dd>
          </div>
          <div>
            <dt>Delegated by</dt>
            <dd>
              <code>{rootKeyid}</code>
            </dd>
          </div>
          <div>
            <dt>Asked for</dt>
            <dd>every {document.pollSeconds} seconds</dd>
          </div>
        </dl>
        <p className="quiet small">
          In a trial the root key lies in the endpoint’s folder: it is not offline. An organisation keeps it elsewhere.
        </p>
      </aside>
    </div>
  );
}
