import { useEffect, useState } from 'react';
import type { AlertList as Alerts } from '../alerts/contract.ts';
import { alertLevelTitles, alertTitles } from '../alerts/words.ts';
import { alertLevels } from '../vocabulary.ts';
import { Failed } from './Failed.tsx';
import { api } from './api.ts';
import type { Failure } from './api.ts';
import type { PageProps } from './page.ts';
import { may } from './pages.ts';
import { useLoad } from './use-load.ts';
import { sayGroup } from './words.ts';

type Alert = Alerts['alerts'][number];

/** What is alarming now and what was lately, and who has taken note of it. */
export function AlertList({ person, onFailure }: PageProps) {
  const [round, setRound] = useState(0);
  const [said, setSaid] = useState<string>();
  const loaded = useLoad(api.alerts, String(round));
  const failure = loaded?.ok === false ? loaded.reason : undefined;
  useEffect(() => {
    if (failure !== undefined) onFailure(failure);
  });
  if (failure !== undefined) return <Failed reason={failure} onRetry={() => setRound(round + 1)} />;
  const alerts = loaded?.ok === true ? loaded.value.alerts : undefined;
  const open = (alerts?.filter(({ closedOn }) => closedOn === null) ?? []).toSorted(
    (one, other) => alertLevels.indexOf(other.level) - alertLevels.indexOf(one.level),
  );
  const closed = alerts?.filter(({ closedOn }) => closedOn !== null) ?? [];
  return (
    <section className="stack" aria-label="Alerts">
      <h2>Open alerts</h2>
      <p role="status" className={said === undefined ? 'unseen' : 'small'}>
        {said}
      </p>
      {alerts !== undefined && open.length === 0 && <p className="quiet">Nothing is alarming.</p>}
      <ul className="cards" aria-label="Open alerts">
        {open.map((alert) => (
          <OpenAlert
            key={alert.id}
            alert={alert}
            mayAcknowledge={may(person.roles, 'POST /alerts/:id/acknowledge')}
            onAcknowledged={() => {
              setSaid(`Noted: ${titleOf(alert)}. It is not repeated unless it gets worse.`);
              setRound(round + 1);
            }}
          />
        ))}
      </ul>
      {closed.length > 0 && (
        <details>
          <summary>Over in the last 30 days</summary>
          <ul className="lines">
            {closed.map((alert) => (
              <li key={alert.id}>
                <span dir="auto">{titleOf(alert)}</span>
                <span className="quiet small">
                  {alert.since} to {alert.closedOn}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface OpenAlertProps {
  readonly alert: Alert;
  readonly mayAcknowledge: boolean;
  readonly onAcknowledged: () => void;
}

function OpenAlert({ alert, mayAcknowledge, onAcknowledged }: OpenAlertProps) {
  const [failure, setFailure] = useState<Failure>();
  const { id, level, since, acknowledgedBy, acknowledgedOn } = alert;
  async function acknowledge(): Promise<void> {
    const reply = await api.acknowledge(id);
    if (reply.ok) onAcknowledged();
    else setFailure(reply.reason);
  }
  return (
    <li className="panel-card stack">
      <div className="row-head">
        <p className="titled" dir="auto">
          <span className={level === 'alarm' ? 'tag alarm' : 'tag'}>{alertLevelTitles[level]}</span>
          <strong>{titleOf(alert)}</strong>
        </p>
        {acknowledgedBy === null && mayAcknowledge && (
          <button
            type="button"
            className="slim"
            aria-label={`Take note: ${titleOf(alert)}`}
            onClick={() => void acknowledge()}
          >
            Take note
          </button>
        )}
      </div>
      <p className="quiet small" dir="auto">
        Since {since}
        {acknowledgedBy !== null && `, noted by ${acknowledgedBy} on ${acknowledgedOn ?? ''}`}
      </p>
      {failure !== undefined && <Failed reason={failure} />}
    </li>
  );
}

function titleOf({ kind, group, sink }: Alert): string {
  if (group !== null) return `${alertTitles[kind]} (${sayGroup(group)})`;
  return sink === null ? alertTitles[kind] : `${alertTitles[kind]} (${sink})`;
}
