import { useState } from 'react';
import { Failed } from './Failed.tsx';
import { api } from './api.ts';
import type { Failure } from './api.ts';
import { useLoad } from './use-load.ts';
import { sayMoment } from './words.ts';

interface PolicyHistoryProps {
  /** `epoch.seq` of the policy in force. */
  readonly current: string;
  /** Puts an earlier one into the editor; absent for those who do not propose. */
  readonly onAgain?: ((policy: unknown) => void) | undefined;
}

/** What was in force before. An earlier policy comes back as a new number. */
export function PolicyHistory({ current, onAgain }: PolicyHistoryProps) {
  const [failure, setFailure] = useState<Failure>();
  const loaded = useLoad(api.policies, current);
  async function again(number: string): Promise<void> {
    const reply = await api.policyNumber(number);
    setFailure(reply.ok ? undefined : reply.reason);
    if (reply.ok) onAgain?.(reply.value.document.policy);
  }
  return (
    <section className="stack spaced" aria-labelledby="history">
      <h2 id="history">History</h2>
      {failure !== undefined && <Failed reason={failure} />}
      {loaded?.ok === false && <Failed reason={loaded.reason} />}
      <div className="scroller" tabIndex={0} role="region" aria-label="Policies before">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">Signed</th>
              <th scope="col">Mode</th>
              <th scope="col">Proposed by</th>
              <th scope="col">Approved by</th>
              <th scope="col">
                <span className="unseen">Use again</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {(loaded?.ok === true ? loaded.value.policies : []).map((one) => (
              <tr key={one.number}>
                <td>{one.number}</td>
                <td>{sayMoment(one.issuedAt)}</td>
                <td>{one.mode === 'observe' ? 'Observes only' : 'Enforces'}</td>
                <td dir="auto">{one.author}</td>
                <td dir="auto">{one.approver}</td>
                <td>
                  {one.number !== current && onAgain !== undefined && (
                    <button type="button" className="slim" onClick={() => void again(one.number)}>
                      Propose again
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
