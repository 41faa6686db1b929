import { useEffect, useState } from 'react';
import type { AuditPage as AuditRows } from '../console-api/contract.ts';
import { Failed } from './Failed.tsx';
import { api } from './api.ts';
import type { Failure } from './api.ts';
import type { PageProps } from './page.ts';
import { useLoad } from './use-load.ts';
import { auditTitles, sayMoment } from './words.ts';

/** What people of the console did, newest first, and how to check that nothing was taken out. */
export function AuditPage({ onFailure }: PageProps) {
  const [round, setRound] = useState(0);
  const first = useLoad(() => api.audit(), String(round));
  const failure = first?.ok === false ? first.reason : undefined;
  useEffect(() => {
    if (failure !== undefined) onFailure(failure);
  });
  return (
    <>
      <div className="page-head">
        <div className="row-head">
          <h1>Audit log</h1>
          <a className="button slim" href="/api/audit/export" download="sluice-audit.jsonl">
            Export
          </a>
        </div>
        <p className="quiet">
          A chain: an entry that is altered or taken out breaks it. Browsers and SIEM systems get a signed checkpoint of
          its end; <code>npm run -s sluice -- audit verify FILE --root-keys …</code> checks an export without this
          console.
        </p>
      </div>
      {failure !== undefined && <Failed reason={failure} onRetry={() => setRound(round + 1)} />}
      {first === undefined && <p className="quiet">Loading…</p>}
      {first?.ok === true && <Pages key={round} first={first.value} onFailure={onFailure} />}
    </>
  );
}

interface PagesProps {
  readonly first: AuditRows;
  readonly onFailure: (reason: Failure) => void;
}

function Pages({ first, onFailure }: PagesProps) {
  const [more, setMore] = useState<readonly AuditRows[]>([]);
  const next = (more.at(-1) ?? first).next;
  async function loadMore(before: number): Promise<void> {
    const page = await api.audit(before);
    if (page.ok) setMore((pages) => [...pages, page.value]);
    else onFailure(page.reason);
  }
  return (
    <>
      <p>
        {first.size} entries, {first.signedSize} of them behind a signed checkpoint. The end is{' '}
        <code title={first.head}>{first.head.slice(0, 12)}…</code>
      </p>
      <div className="scroller" tabIndex={0} role="region" aria-label="Audit log">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Details</th>
            </tr>
          </thead>
          <tbody>
            {[first, ...more].flatMap(({ entries }) =>
              entries.map(({ seq, at, actor, action, target, detail }) => (
                <tr key={seq}>
                  <td>{seq}</td>
                  <td>{sayMoment(at)}</td>
                  <td dir="auto">{actor}</td>
                  <td>{auditTitles[action]}</td>
                  <td className="quiet small wrap">
                    {[target, ...Object.entries(detail ?? {}).map(([name, value]) => `${name}: ${value}`)].join(' · ')}
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      {next === null ? (
        <p className="quiet small end">That is all of it.</p>
      ) : (
        <button type="button" className="end" onClick={() => void loadMore(next)}>
          Show older
        </button>
      )}
    </>
  );
}
