import { useEffect, useState } from 'react';
import { PolicyView } from '../../components/PolicyView.tsx';
import type { Policy } from '../../lib/contract/policy.ts';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import type { PolicyInForce, SignedIn } from '../console-api/contract.ts';
import { Failed } from './Failed.tsx';
import { PolicyHistory } from './PolicyHistory.tsx';
import { Proposals } from './Proposals.tsx';
import { api } from './api.ts';
import type { PageProps } from './page.ts';
import { may } from './pages.ts';
import { useLoad } from './use-load.ts';

/** The policy in force in the words that employees read, the keys behind it, what is proposed, and what was before. */
export function PolicyPage({ person, onFailure }: PageProps) {
  const [attempt, setAttempt] = useState(0);
  const loaded = useLoad(api.policy, String(attempt));
  const failure = loaded?.ok === false ? loaded.reason : undefined;
  useEffect(() => {
    if (failure !== undefined) onFailure(failure);
  });
  const refresh = () => setAttempt((before) => before + 1);
  return (
    <>
      <div className="page-head">
        <h1>Policy in force</h1>
        <p className="quiet">Every browser shows this to its user in the same words. “You” is the employee.</p>
      </div>
      {loaded === undefined && <p className="quiet">Loading…</p>}
      {failure !== undefined && <Failed reason={failure} onRetry={refresh} />}
      {loaded?.ok === true && (
        <>
          <Loaded inForce={loaded.value} />
          <Changes
            person={person}
            number={numberOf(loaded.value)}
            policy={loaded.value.document.policy}
            onPublished={refresh}
          />
        </>
      )}
      {(failure === 'policy-unreadable' || failure === 'policy-missing') && (
        <Changes person={person} number="" policy={builtInPolicy} onPublished={refresh} />
      )}
    </>
  );
}

interface ChangesProps {
  readonly person: SignedIn;
  /** Of the policy in force; empty where it cannot be read. */
  readonly number: string;
  /** Where a proposal starts from. */
  readonly policy: Policy;
  readonly onPublished: () => void;
}

function numberOf({ document: { epoch, seq } }: PolicyInForce): string {
  return `${epoch}.${seq}`;
}

function Changes({ person, number, policy, onPublished }: ChangesProps) {
  const [start, setStart] = useState<unknown>(policy);
  const proposes = may(person.roles, 'POST /proposals');
  return (
    <>
      {may(person.roles, 'GET /proposals') && (
        <Proposals person={person} start={JSON.stringify(start, null, 2)} onPublished={onPublished} />
      )}
      <PolicyHistory current={number} onAgain={proposes ? setStart : undefined} />
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
        <p className="quiet small">Where the root keys are, and how long the key may sign, stands under Keys.</p>
      </aside>
    </div>
  );
}
