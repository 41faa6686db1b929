import { useState } from 'react';
import type { InstallPage } from '../console-api/enrolment-contract.ts';
import { installStates } from '../vocabulary.ts';
import type { InstallState } from '../vocabulary.ts';
import { Failed } from './Failed.tsx';
import { api } from './api.ts';
import type { Failure, Reply } from './api.ts';
import { useLoad } from './use-load.ts';
import type { Run } from './use-proof.tsx';
import { installTitles } from './words.ts';

/** Enrolled browsers, the newest first. Their ids lead to no incident. */
export function InstallTable({ run }: { readonly run: Run }) {
  const [state, setState] = useState<InstallState | undefined>();
  const [round, setRound] = useState(0);
  const first = useLoad(() => api.installs({ state }), `${state ?? ''} ${round}`);
  return (
    <section className="stack spaced" aria-labelledby="installs">
      <div className="row-head">
        <h2 id="installs">Browsers</h2>
        <label className="inline">
          State{' '}
          <select
            value={state ?? ''}
            onChange={({ target }) => setState(installStates.find((one) => one === target.value))}
          >
            <option value="">All</option>
            {installStates.map((one) => (
              <option key={one} value={one}>
                {installTitles[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {first?.ok === false && <Failed reason={first.reason} onRetry={() => setRound(round + 1)} />}
      {first?.ok === true && first.value.installs.length === 0 && <p className="quiet">None yet.</p>}
      {first?.ok === true && first.value.installs.length > 0 && (
        <Rows
          key={`${state ?? ''} ${round}`}
          state={state}
          first={first.value}
          run={run}
          onChanged={() => setRound(round + 1)}
        />
      )}
    </section>
  );
}

interface RowsProps {
  readonly state: InstallState | undefined;
  readonly first: InstallPage;
  readonly run: Run;
  readonly onChanged: () => void;
}

function Rows({ state, first, run, onChanged }: RowsProps) {
  const [more, setMore] = useState<readonly InstallPage[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const next = (more.at(-1) ?? first).next;
  async function change(call: () => Promise<Reply<unknown>>): Promise<void> {
    const reply = await run(call);
    setFailure(reply.ok ? undefined : reply.reason);
    if (reply.ok) onChanged();
  }
  async function loadMore(after: string): Promise<void> {
    const page = await api.installs({ state, after });
    setFailure(page.ok ? undefined : page.reason);
    if (page.ok) setMore((before) => [...before, page.value]);
  }
  return (
    <>
      {failure !== undefined && <Failed reason={failure} />}
      <div className="scroller" tabIndex={0} role="region" aria-label="Enrolled browsers">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">Enrolled on</th>
              <th scope="col">Group</th>
              <th scope="col">State</th>
              <th scope="col">Id</th>
              <th scope="col">
                <span className="unseen">Change</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {[first, ...more].flatMap(({ installs }) =>
              installs.map(({ id, group, state: own, enrolledOn }) => (
                <tr key={id}>
                  <td>{enrolledOn}</td>
                  <td>{group ?? '–'}</td>
                  <td>{installTitles[own]}</td>
                  <td>
                    <code>{id.slice(0, 8)}</code>
                  </td>
                  <td>
                    <div className="actions">
                      {own === 'pending' && (
                        <button
                          type="button"
                          className="slim"
                          onClick={() => void change(() => api.approveInstall(id))}
                        >
                          Approve
                        </button>
                      )}
                      {own !== 'revoked' && (
                        <button
                          type="button"
                          className="slim danger"
                          onClick={() => void change(() => api.revokeInstall(id))}
                        >
                          Revoke
                        </button>
                      )}
                    </div>
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      {next !== null && (
        <button type="button" className="end" onClick={() => void loadMore(next)}>
          Show older
        </button>
      )}
    </>
  );
}
