import { useEffect, useState } from 'react';
import { alertLevelTitles, alertTitles } from '../alerts/words.ts';
import type { Fleet } from '../console-api/fleet-contract.ts';
import { presences, wordFacts } from '../vocabulary.ts';
import type { WordFact } from '../vocabulary.ts';
import { DevicesForm } from './DevicesForm.tsx';
import { AlertList } from './AlertList.tsx';
import { Failed } from './Failed.tsx';
import { api } from './api.ts';
import type { PageProps } from './page.ts';
import { may } from './pages.ts';
import { useLoad } from './use-load.ts';
import { presenceTitles, sayGroup } from './words.ts';

type Group = Fleet['groups'][number];

/** Whether the browsers that should be there are there, and how well they are protected. */
export function FleetPage({ person, onFailure }: PageProps) {
  const [day, setDay] = useState<string>();
  const [round, setRound] = useState(0);
  const loaded = useLoad(() => api.fleet(day), `${day ?? ''} ${round}`);
  const failure = loaded?.ok === false ? loaded.reason : undefined;
  useEffect(() => {
    if (failure !== undefined) onFailure(failure);
  });
  return (
    <>
      <div className="page-head">
        <div className="row-head">
          <h1>Fleet</h1>
          <label className="inline">
            Day{' '}
            <input
              type="date"
              value={day ?? (loaded?.ok === true ? loaded.value.day : '')}
              onChange={({ target }) => setDay(target.value === '' ? undefined : target.value)}
            />
          </label>
        </div>
        <p className="quiet">
          A day is shown once it is over. A number that fewer than five browsers stand behind is left out, and so is one
          from which it could be worked out.
        </p>
      </div>
      {may(person.roles, 'GET /alerts') && <AlertList person={person} onFailure={onFailure} />}
      {failure !== undefined && <Failed reason={failure} onRetry={() => setRound(round + 1)} />}
      {loaded?.ok === true && <Loaded fleet={loaded.value} />}
      {may(person.roles, 'PUT /devices') && (
        <DevicesForm
          importedOn={loaded?.ok === true ? loaded.value.importedOn : null}
          onImported={() => setRound(round + 1)}
        />
      )}
    </>
  );
}

function Loaded({ fleet }: { readonly fleet: Fleet }) {
  const { alerts, groups } = fleet;
  return (
    <>
      {groups.length === 0 && <p className="quiet">No browser was enrolled on this day.</p>}
      <ul className="cards" aria-label="Groups">
        {groups.map((group) => (
          <GroupCard key={group.group} group={group} alerts={alerts.filter((alert) => alert.group === group.group)} />
        ))}
      </ul>
    </>
  );
}

interface GroupCardProps {
  readonly group: Group;
  /** What was alarming on the day that is shown. */
  readonly alerts: Fleet['alerts'];
}

function GroupCard({ group, alerts }: GroupCardProps) {
  const kinds = Object.entries(group.kinds).filter(([, { shown, hidden }]) => hidden || Object.keys(shown).length > 0);
  return (
    <li className="panel-card stack">
      <h2 dir="auto">{sayGroup(group.group)}</h2>
      {alerts.map(({ kind, level }) => (
        <div key={kind} className="trouble">
          <p>
            <strong>{alertLevelTitles[level]}:</strong> {alertTitles[kind]}
          </p>
        </div>
      ))}
      <dl className="facts">
        <Line title="Expected" value={group.expected} />
        <Line title="Enrolled" value={group.enrolled} />
        {presences.map((presence) => (
          <Line key={presence} title={presenceTitles[presence]} value={group.presence[presence]} />
        ))}
        {kinds.map(([fact, { shown, hidden, majority }]) => (
          <Line
            key={fact}
            title={factTitles[fact] ?? fact}
            value={[sayNumbers(shown), hidden && (majority === undefined ? 'others hidden' : `mostly ${majority}`)]
              .filter(Boolean)
              .join(', ')}
          />
        ))}
        {wordFacts.map(
          (fact) =>
            Object.keys(group[fact]).length > 0 && (
              <Line key={fact} title={wordTitles[fact]} value={sayNumbers(group[fact])} />
            ),
        )}
      </dl>
    </li>
  );
}

const factTitles: Readonly<Record<string, string>> = {
  state: 'Protection',
  version: 'Extension',
  policy: 'Policy',
  rings: 'Gates',
  audit: 'Audit log seen',
  dropped: 'Lost entries',
  privateWindows: 'Private windows',
};

const wordTitles: Readonly<Record<WordFact, string>> = { drift: 'Drift', reasons: 'Reasons', openGates: 'Open gates' };

function Line({ title, value }: { readonly title: string; readonly value: number | string | undefined }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{value ?? <span className="quiet">hidden or none</span>}</dd>
    </div>
  );
}

function sayNumbers(numbers: Readonly<Record<string, number>>): string {
  return Object.entries(numbers)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}
