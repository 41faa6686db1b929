import type { HeldEntry, SinkCopies } from '../console-api/erasure-contract.ts';
import { SeverityMark, foundTitle } from './IncidentTable.tsx';
import { actionTitles, outcomeTitles, sayMoment, surfaceTitles } from './words.ts';

/** The rows that are stored, each with its id. */
export function HeldTable({ rows }: { readonly rows: readonly HeldEntry[] }) {
  return (
    <div className="scroller" tabIndex={0} role="region" aria-label="Table of entries">
      <table className="plain">
        <thead>
          <tr>
            {['When', 'What was found', 'Severity', 'Policy said', 'What happened', 'Where', 'Id'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ incident, severity }, index) => (
            // Two rows may have one id: it was sent twice, under two pseudonyms.
            <tr key={index}>
              <td>
                <time dateTime={incident.at}>{sayMoment(incident.at)}</time>
              </td>
              <td className="wrap">{foundTitle({ incident })}</td>
              <td>
                <SeverityMark severity={severity} />
              </td>
              <td>{actionTitles[incident.action]}</td>
              <td>{outcomeTitles[incident.outcome]}</td>
              <td>{surfaceTitles[incident.surface]}</td>
              <td>
                <code className="small">{incident.id}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SinkCopiesListProps {
  readonly sinks: SinkCopies;
  readonly when: 'held' | 'erased';
}

/** The places that may hold copies: what was delivered is theirs to delete. */
export function SinkCopiesList({ sinks, when }: SinkCopiesListProps) {
  if (sinks.length === 0) return null;
  return (
    <div className="stack">
      <h3>Copies in a SIEM</h3>
      <ul className="lines">
        {sinks.map(({ kind, title, unsent, mayHold }, index) => (
          <li key={index}>
            <span dir="auto">
              <strong>{title}</strong> <span className="quiet">{kind}</span>
            </span>
            <span>{sayCopies(unsent, mayHold, when)}</span>
          </li>
        ))}
      </ul>
      {sinks.some(({ mayHold }) => mayHold > 0) && (
        <p className="quiet small">
          What was delivered is deleted there, by these ids. A SIEM that was removed from this endpoint is not in this
          list.
        </p>
      )}
    </div>
  );
}

function sayCopies(unsent: number, mayHold: number, when: SinkCopiesListProps['when']): string {
  const waits = when === 'held' ? `${unsent} not sent yet` : `${unsent} taken back before sending`;
  if (mayHold === 0) return waits;
  return unsent === 0 ? `may hold ${mayHold}` : `may hold ${mayHold}; ${waits}`;
}
