import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { detectorTitle } from '../../components/detector-title.ts';
import { lengthWords, severityWords } from '../../components/words.ts';
import type { ListedIncident } from '../console-api/contract.ts';
import { SeverityMark, foundTitle } from './IncidentTable.tsx';
import { MessageForm } from './MessageForm.tsx';
import {
  actionTitles,
  categoryTitles,
  justificationTitles,
  outcomeTitles,
  outcomeTones,
  ringTitles,
  sayMoment,
  surfaceTitles,
} from './words.ts';

interface IncidentDetailProps {
  readonly row: ListedIncident;
  /** Whether the reader may write to its pseudonym. */
  readonly writes: boolean;
  readonly onClose: () => void;
  readonly onPseudonym: (pseudonym: string) => void;
}

const families = { chromium: 'Chromium', firefox: 'Firefox', other: 'Another browser' } as const;
const sources = { endpoint: 'signed here', managed: 'set by IT', 'built-in': 'built into Sluice' } as const;

/** Everything that is stored about one incident, in plain words. There is no more than this. */
export function IncidentDetail({ row, writes, onClose, onPseudonym }: IncidentDetailProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close(); // the ground beside the sheet
      }}
    >
      <div className="sheet-body stack">
        <header className="row-head">
          <h2 id={title}>{foundTitle(row)}</h2>
          <button type="button" className="slim" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </header>
        <p>
          <span className={`badge ${outcomeTones[row.incident.outcome]}`}>{outcomeTitles[row.incident.outcome]}</span>
        </p>
        <Facts row={row} onPseudonym={onPseudonym} />
        <Findings row={row} />
        {writes && <Write row={row} />}
        <p className="note small">
          That is all there is. What was written is not stored, here or anywhere, and no row leads to a person or a
          device.
        </p>
      </div>
    </dialog>
  );
}

function Write({ row }: { readonly row: ListedIncident }) {
  const detectors = [...new Set(row.incident.findings.map(({ detector }) => detector))];
  return (
    <details className="panel-card">
      <summary>Write to this pseudonym</summary>
      <p className="quiet small">
        The message appears in the browser that recorded this. You learn an answer, and a name only if the person gives
        one.
      </p>
      <MessageForm pseudonym={row.pseudonym} detectors={detectors} />
    </details>
  );
}

function Facts({ row, onPseudonym }: Pick<IncidentDetailProps, 'row' | 'onPseudonym'>) {
  const { incident, pseudonym, severity } = row;
  const { policy, browser, justification } = incident;
  return (
    <dl className="facts">
      <Fact name="When">{sayMoment(incident.at)}, rounded to five minutes</Fact>
      <Fact name="Where">{surfaceTitles[incident.surface]}</Fact>
      <Fact name="Policy said">{actionTitles[incident.action]}</Fact>
      <Fact name="What happened">{outcomeTitles[incident.outcome]}</Fact>
      {justification !== undefined && <Fact name="Reason given">{justificationTitles[justification]}</Fact>}
      <Fact name="Severity">
        <SeverityMark severity={severity} />
      </Fact>
      <Fact name="Length of the text">{lengthWords[incident.length]}</Fact>
      <Fact name="Caught">{ringTitles[incident.ring]}</Fact>
      <Fact name="Policy">
        {policy.epoch > 0 ? `Number ${policy.epoch}.${policy.seq}, ` : ''}
        {sources[policy.source]}
      </Fact>
      <Fact name="Browser">{`${families[browser.family]} ${browser.major}`}</Fact>
      <Fact name="Extension">{incident.extension}</Fact>
      {incident.chainRestarted === true && (
        <Fact name="Chain">The browser had lost its list, and started a new one with this entry</Fact>
      )}
      <Fact name="Pseudonym">
        <code>{pseudonym}</code>{' '}
        <button type="button" className="link" onClick={() => onPseudonym(pseudonym)}>
          Show its incidents
        </button>
        <span className="quiet small block">Changes every 30 days.</span>
      </Fact>
      <Fact name="Incident">
        <code>{incident.id}</code>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Findings({ row }: { readonly row: ListedIncident }) {
  const { findings } = row.incident;
  if (findings.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="findings">
      <h3 id="findings">Findings</h3>
      <ul className="rows">
        {findings.map((finding) => (
          <li key={`${finding.detector} ${finding.rule} ${finding.action}`}>
            <div className="row-head">
              <strong>{detectorTitle(finding.detector)}</strong>
              <span className="quiet small">{finding.count === 1 ? 'once' : `${finding.count} times`}</span>
            </div>
            <p className="quiet small">
              {categoryTitles[finding.category]} · {severityWords[finding.severity]} · {actionTitles[finding.action]} by
              rule <code>{finding.rule}</code> · detector version {finding.version}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
