import { useEffect, useState } from 'react';
import type { Counts } from '../console-api/fleet-contract.ts';
import { actions } from '../../lib/vocabulary/actions.ts';
import { Failed } from './Failed.tsx';
import { api } from './api.ts';
import type { PageProps } from './page.ts';
import { useLoad } from './use-load.ts';
import { actionTitles, overriddenTitles } from './words.ts';

const dayMilliseconds = 86_400_000;
const dayOf = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);

/** How many incidents there were, by action, rule and group: never of fewer than five people. */
export function CountsPage({ onFailure }: PageProps) {
  const [days, setDays] = useState(() => ({
    from: dayOf(Date.now() - 30 * dayMilliseconds),
    to: dayOf(Date.now()),
  }));
  const [round, setRound] = useState(0);
  const loaded = useLoad(() => api.counts(days), `${days.from} ${days.to} ${round}`);
  const failure = loaded?.ok === false ? loaded.reason : undefined;
  useEffect(() => {
    if (failure !== undefined) onFailure(failure);
  });
  return (
    <>
      <div className="page-head">
        <div className="row-head">
          <h1>Numbers</h1>
          <div className="actions">
            {(['from', 'to'] as const).map((name) => (
              <label key={name} className="inline">
                {name === 'from' ? 'From' : 'To'}{' '}
                <input
                  type="date"
                  value={days[name]}
                  onChange={({ target }) => target.value !== '' && setDays({ ...days, [name]: target.value })}
                />
              </label>
            ))}
          </div>
        </div>
        <p className="quiet">
          A day is counted three days after its end, once and for good. What fewer than five people stand behind on a
          day is left out, so parts may add up to less than their whole.
        </p>
      </div>
      {failure !== undefined && <Failed reason={failure} onRetry={() => setRound(round + 1)} />}
      {loaded === undefined && <p className="quiet">Loading…</p>}
      {loaded?.ok === true && <Loaded counts={loaded.value} />}
    </>
  );
}

function Loaded({ counts }: { readonly counts: Counts }) {
  const of = (level: Counts['values'][number]['level']) => counts.values.filter((value) => value.level === level);
  const [total] = of('total');
  if (total === undefined) return <p className="quiet">There is nothing that may be shown of these days.</p>;
  return (
    <>
      <p>
        <strong>{total.incidents}</strong> incidents that may be counted, on {counts.days.length} days.
      </p>
      <Numbers
        title="By day"
        heads={['Day']}
        rows={counts.days.map(({ day, incidents }) => ({ names: [day], incidents }))}
      />
      <Numbers
        title="By action"
        heads={['Action']}
        rows={of('action').map(({ action, incidents }) => ({ names: [sayAction(action)], incidents }))}
      />
      <Numbers
        title="By rule"
        heads={['Rule', 'Action']}
        rows={of('line').map(({ rule, action, incidents }) => ({ names: [rule, sayAction(action)], incidents }))}
      />
      <Numbers
        title="By group"
        heads={['Group']}
        rows={of('group').map(({ group, incidents }) => ({ names: [group || 'Without a group'], incidents }))}
      />
    </>
  );
}

interface NumbersProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly names: readonly string[]; readonly incidents: number }[];
}

function Numbers({ title, heads, rows }: NumbersProps) {
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(({ incidents }) => incidents));
  return (
    <section className="stack spaced" aria-label={title}>
      <h2>{title}</h2>
      <div className="scroller" tabIndex={0} role="region" aria-label={`Table ${title.toLowerCase()}`}>
        <table className="plain">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col">Incidents</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ names, incidents }) => (
              <tr key={names.join(' ')}>
                {names.map((name) => (
                  <td key={name} dir="auto">
                    {name}
                  </td>
                ))}
                <td>
                  <meter min={0} max={most} value={incidents} aria-label={`${incidents} of ${most}`} /> {incidents}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function sayAction(name: string): string {
  const action = actions.find((one) => one === name);
  return action === undefined ? (overriddenTitles[name] ?? name) : actionTitles[action];
}
