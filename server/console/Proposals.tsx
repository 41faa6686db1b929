import { useState } from 'react';
import { PolicyView } from '../../components/PolicyView.tsx';
import type { ProposalList, SignedIn } from '../console-api/contract.ts';
import { Failed } from './Failed.tsx';
import { ProposalEditor } from './ProposalEditor.tsx';
import { api } from './api.ts';
import type { Failure } from './api.ts';
import { may } from './pages.ts';
import { useLoad } from './use-load.ts';
import { useProof } from './use-proof.tsx';
import type { Run } from './use-proof.tsx';
import { proposalTitles, sayMoment } from './words.ts';

type Proposal = ProposalList['proposals'][number];

interface ProposalsProps {
  readonly person: SignedIn;
  /** JSON text of the policy that a new proposal starts from. */
  readonly start: string;
  /** Called after something was published. */
  readonly onPublished: () => void;
}

/** What was proposed, what became of it, and the way to propose. */
export function Proposals({ person, start, onPublished }: ProposalsProps) {
  const [round, setRound] = useState(0);
  const loaded = useLoad(api.proposals, String(round));
  const { run, dialog } = useProof();
  const refresh = () => setRound((before) => before + 1);
  const proposals = loaded?.ok === true ? loaded.value.proposals : [];
  return (
    <section className="stack spaced" aria-labelledby="proposals">
      {dialog}
      <h2 id="proposals">Proposals</h2>
      <p className="quiet">
        Publishing takes two people: one proposes, another one approves. Both names go to every browser.
      </p>
      {loaded?.ok === false && <Failed reason={loaded.reason} onRetry={refresh} />}
      {loaded?.ok === true && proposals.length === 0 && <p className="quiet">Nothing was proposed yet.</p>}
      <ul className="cards" aria-label="Proposals">
        {proposals.map((proposal) => (
          <ProposalCard
            key={proposal.id}
            proposal={proposal}
            person={person}
            run={run}
            onDecided={() => {
              refresh();
              onPublished();
            }}
          />
        ))}
      </ul>
      {may(person.roles, 'POST /proposals') && <ProposalEditor key={start} start={start} onProposed={refresh} />}
    </section>
  );
}

interface ProposalCardProps {
  readonly proposal: Proposal;
  readonly person: SignedIn;
  readonly run: Run;
  readonly onDecided: () => void;
}

function ProposalCard({ proposal, person, run, onDecided }: ProposalCardProps) {
  const [failure, setFailure] = useState<Failure>();
  const { id, at, author, yours, state, decidedBy, published, policy } = proposal;
  async function decide(call: typeof api.publish): Promise<void> {
    const reply = await run(() => call(id));
    setFailure(reply.ok ? undefined : reply.reason);
    if (reply.ok) onDecided();
  }
  const approves = !yours && policy !== null && may(person.roles, 'POST /proposals/:id/publish');
  return (
    <li className="panel-card stack">
      <div className="row-head">
        <h3 dir="auto">{policy?.name ?? 'A policy that cannot be shown'}</h3>
        <span className="tag">{proposalTitles[state]}</span>
      </div>
      <p className="quiet small">
        Proposed by {author}, {sayMoment(at)}
        {decidedBy !== null && `, decided by ${decidedBy}`}
        {published !== null && `, in force as ${published}`}
      </p>
      {failure !== undefined && <Failed reason={failure} />}
      {policy === null ? (
        <p>It was written for another version, or too much is proposed to show it here.</p>
      ) : (
        <details>
          <summary>Read it in the words that employees see</summary>
          <div className="stack policy">
            <PolicyView inForce={{ policy, source: 'endpoint', epoch: 0, seq: 0, stale: false }} />
          </div>
        </details>
      )}
      {state === 'open' && (
        <div className="actions">
          {approves && (
            <>
              <button type="button" className="safe" onClick={() => void decide(api.publish)}>
                Approve and publish
              </button>
              <button type="button" onClick={() => void decide(api.reject)}>
                Reject
              </button>
            </>
          )}
          {yours && (
            <>
              <button type="button" onClick={() => void decide(api.withdraw)}>
                Withdraw
              </button>
              <span className="quiet small">Somebody else has to approve it.</span>
            </>
          )}
        </div>
      )}
    </li>
  );
}
