import { detectorTitle } from '../../components/detector-title.ts';
import { causeWords, severityWords } from '../../components/words.ts';
import { severities } from '../../lib/vocabulary/content.ts';
import type { Severity } from '../../lib/vocabulary/content.ts';
import type { ListedIncident } from '../console-api/contract.ts';
import { actionTitles, outcomeTitles, outcomeTones, sayMoment, surfaceTitles } from './words.ts';

interface IncidentTableProps {
  readonly rows: readonly ListedIncident[];
  readonly onOpen: (row: ListedIncident) => void;
}

/** The list. Roles are written out, because the narrow layout takes the table's own away. */
export function IncidentTable({ rows, onOpen }: IncidentTableProps) {
  return (
    <table className="incidents" role="table" aria-label="Incidents, newest first">
      <thead role="rowgroup">
        <tr role="row">
          {['When', 'What was found', 'Severity', 'Policy said', 'What happened', 'Where', 'Pseudonym'].map((title) => (
            <th key={title} role="columnheader" scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Line key={row.incident.id} row={row} onOpen={() => onOpen(row)} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ row, onOpen }: { readonly row: ListedIncident; readonly onOpen: () => void }) {
  const { incident, pseudonym, severity } = row;
  return (
    <tr role="row" onClick={onOpen}>
      <td role="cell" className="when">
        <time dateTime={incident.at}>{sayMoment(incident.at)}</time>
      </td>
      <td role="cell" className="found">
        {/* The row's own click is for the mouse; this button is the way for keys and screen readers. */}
        <button type="button" className="link" aria-haspopup="dialog">
          {foundTitle(row)}
        </button>
      </td>
      <td role="cell" data-label="Severity">
        <SeverityMark severity={severity} />
      </td>
      <td role="cell" data-label="Policy said">
        {actionTitles[incident.action]}
      </td>
      <td role="cell" data-label="What happened">
        <span className={`badge ${outcomeTones[incident.outcome]}`}>{outcomeTitles[incident.outcome]}</span>
      </td>
      <td role="cell" data-label="Where">
        {surfaceTitles[incident.surface]}
      </td>
      <td role="cell" data-label="Pseudonym">
        <code className="quiet">{pseudonym.slice(0, 8)}</code>
      </td>
    </tr>
  );
}

/** The kinds in a row, e.g. `AWS access key, E-mail × 3`. */
export function foundTitle({ incident }: Pick<ListedIncident, 'incident'>): string {
  if (incident.findings.length === 0) return causeWords[incident.cause ?? 'unreadable'];
  const [first, second, ...rest] = incident.findings.map(({ detector, count }) =>
    count > 1 ? `${detectorTitle(detector)} × ${count}` : detectorTitle(detector),
  );
  const more = rest.length === 0 ? [] : [`${rest.length} more`];
  return [first, second, ...more].filter((part) => part !== undefined).join(', ');
}

/** Four bars and a word: it does not depend on colour alone. */
export function SeverityMark({ severity }: { readonly severity: Severity | null }) {
  if (severity === null) return <span className="quiet">–</span>;
  const level = severities.indexOf(severity) + 1;
  return (
    <span className={`severity ${severity}`}>
      <svg viewBox="0 0 18 12" width="18" height="12" aria-hidden="true" focusable="false">
        {severities.map((step, index) => (
          <rect
            key={step}
            className={index < level ? 'on' : 'off'}
            x={index * 5}
            y={8 - index * 2.6}
            width="3"
            height={4 + index * 2.6}
            rx="1"
          />
        ))}
      </svg>
      {severityWords[severity]}
    </span>
  );
}
