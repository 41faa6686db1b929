import type { RecordedIncident } from '../lib/messaging/contract.ts';
import { detectorTitle } from './detector-title.ts';
import { sayTime } from './when.ts';
import {
  causeWords,
  justificationWords,
  lengthWords,
  outcomeWords,
  ringWords,
  surfaceWords,
  syncWords,
} from './words.ts';

const unreadable = causeWords.unreadable;

interface RecordedListProps {
  readonly incidents: readonly RecordedIncident[];
  /** For the popup: without length, ring and sync state; times of this day without the date. Milliseconds since 1970. */
  readonly shortAt?: number;
}

/** Attempts in words: what was found, what the person did, when. There is no text to show. */
export function RecordedList({ incidents, shortAt }: RecordedListProps) {
  const isShort = shortAt !== undefined;
  if (incidents.length === 0) return <p className="quiet">Nothing has been recorded.</p>;
  return (
    <ol className="rows">
      {incidents.map(({ incident, sync }) => (
        <li key={incident.id}>
          <div className="row-head">
            <strong>{sayFindings(incident)}</strong>
            <time className="quiet small" dateTime={incident.at}>
              {sayTime(incident.at, shortAt)}
            </time>
          </div>
          <p>
            {outcomeWords[incident.outcome]}
            {incident.justification !== undefined && `: “${justificationWords[incident.justification]}”`}.
          </p>
          {!isShort && (
            <p className="quiet small">
              {`Found ${surfaceWords[incident.surface]}, ${ringWords[incident.ring]}; text ${lengthWords[incident.length]}. `}
              <span className={sync === 'rejected' || sync === 'given-up' ? 'badge bad' : 'badge'}>
                {syncWords[sync]}
              </span>
            </p>
          )}
          {!isShort && sync !== 'local-only' && (
            <p className="quiet small">
              {'Id '}
              <code>{incident.id}</code>
            </p>
          )}
          {!isShort && incident.chainRestarted && (
            <p className="quiet small">
              The list on this device was lost before this entry, and a new one was started.
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** `AWS access key × 2, IBAN`: kinds and counts. */
function sayFindings({ findings, cause = 'unreadable' }: RecordedIncident['incident']): string {
  if (findings.length === 0) return causeWords[cause];
  const counts = new Map<string, number>();
  for (const { detector, rule, count } of findings) {
    const kind = rule === 'unreadable' ? unreadable : detectorTitle(detector);
    counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  return [...counts].map(([kind, count]) => (count > 1 ? `${kind} × ${count}` : kind)).join(', ');
}
