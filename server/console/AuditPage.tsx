import { useEffect, useState } from 'react';
import type { AuditPage as AuditRows } from '../console-api/contract.ts';
import { Failed } from './Failed.tsx';
import { api } from './api.ts';
import type { Failure } from './api.ts';
import type { PageProps } from './page.ts';
import { useLoad } from './use-load.ts';
import { useProof } from './use-proof.tsx';
import { auditTitles, sayMoment } from './words.ts';

/** What people of the console did, newest first, and how to check that nothing was taken out. */
export function AuditPage({ onFailure }: PageProps) {
  const [round, setRound] = useState(0);
  const [unsaved, setUnsaved] = useState<Failure>();
  const { run, dialog } = useProof();
  const first = useLoad(() => api.audit(), String(round));
  const failure = first?.ok === false ? first.reason : undefined;
  useEffect(() => {
    if (failure !== undefined) onFailure(failure);
  });
  async function exportLog(): Promise<void> {
    const reply = await run(api.auditExport);
    setUnsaved(reply.ok ? undefined : reply.reason);
    if (reply.ok) save(reply.value, 'sluice-audit.jsonl');
    else onFailure(reply.reason);
  }
  return (
    <>
      {dialog}
      <div className="page-head">
        <div className="row-head">
          <h1>Audit log</h1>
          <button type="button" className="slim" onClick={() => void exportLog()}>
            Export
          </button>
        </div>
        <p className="quiet">
          A chain: an entry that is altered or taken out breaks it. Browsers and SIEM systems get a signed checkpoint of
          its end; <code>npm run -s sluice -- audit verify FILE --root-keys …</code> checks an export without this
          console.
        </p>
      </div>
      {unsaved !== undefined && <Failed reason={unsaved} />}
      {failure !== undefined && <Failed reason={failure} onRetry={() => setRound(round + 1)} />}
      {first === undefined && <p className="quiet">Loading…</p>}
      {first?.ok === true && <Pages key={round} first={first.value} onFailure={onFailure} />}
    </>
  );
}

/** Puts it into the folder of downloads. */
function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
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
