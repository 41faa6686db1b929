import { useEffect, useState } from 'react';
import type { DestinationList } from '../alerts/contract.ts';
import { alertLevelTitles, alertTitles } from '../alerts/words.ts';
import { alertKinds } from '../vocabulary.ts';
import { AlertList } from './AlertList.tsx';
import { DestinationForm } from './DestinationForm.tsx';
import { Failed } from './Failed.tsx';
import { api } from './api.ts';
import type { Failure, Reply } from './api.ts';
import type { PageProps } from './page.ts';
import { may } from './pages.ts';
import { useLoad } from './use-load.ts';
import { useProof } from './use-proof.tsx';
import type { Run } from './use-proof.tsx';
import { channelTitles, sinkProblemTitles } from './words.ts';

type Destination = DestinationList['destinations'][number];

/** Alerts, and where they are sent to. */
export function AlertsPage({ person, onFailure }: PageProps) {
  const [round, setRound] = useState(0);
  const loaded = useLoad(api.destinations, String(round));
  const { run, dialog } = useProof();
  const failure = loaded?.ok === false ? loaded.reason : undefined;
  useEffect(() => {
    if (failure !== undefined) onFailure(failure);
  });
  const refresh = () => setRound((before) => before + 1);
  const changes = may(person.roles, 'POST /alert-destinations');
  return (
    <>
      {dialog}
      <div className="page-head">
        <div className="row-head">
          <h1>Alerts</h1>
          <button type="button" className="slim" onClick={refresh}>
            Refresh
          </button>
        </div>
        <p className="quiet">
          Sluice looks once an hour. An alert is sent when it begins, once a day while nobody has taken note of it, when
          it gets worse and when it is over. Nothing that is sent names a person or a browser, or holds a number of
          them.
        </p>
      </div>
      <AlertList key={round} person={person} onFailure={onFailure} />
      {failure !== undefined && <Failed reason={failure} onRetry={refresh} />}
      <h2 className="spaced">Where they are sent to</h2>
      {loaded?.ok === true && loaded.value.destinations.length === 0 && (
        <p className="quiet">Nobody is told: alerts stand here alone.</p>
      )}
      {loaded?.ok === true && (
        <ul className="cards" aria-label="Destinations">
          {loaded.value.destinations.map((destination) => (
            <DestinationCard
              key={destination.id}
              destination={destination}
              changes={changes}
              run={run}
              onChanged={refresh}
            />
          ))}
        </ul>
      )}
      {changes && <DestinationForm run={run} onAdded={refresh} />}
    </>
  );
}

interface DestinationCardProps {
  readonly destination: Destination;
  readonly changes: boolean;
  readonly run: Run;
  readonly onChanged: () => void;
}

function DestinationCard({ destination, changes, run, onChanged }: DestinationCardProps) {
  const { id, title, channel, settings, kinds, fromLevel, enabled, failingSince, lastProblem, waiting, dead } =
    destination;
  return (
    <li className="panel-card stack">
      <div className="row-head">
        <h3 dir="auto">{title}</h3>
        <span className="tag">{!enabled ? 'Off' : failingSince === null ? 'Delivers' : 'Fails'}</span>
      </div>
      <p>
        {channelTitles[channel]}, {placeOf(settings)}
      </p>
      <p className="quiet small">
        {fromLevel === 'alarm' ? `${alertLevelTitles.alarm}s only: ` : 'Warnings and alarms: '}
        {kinds.length === alertKinds.length ? 'all kinds' : kinds.map((kind) => alertTitles[kind]).join(', ')}
      </p>
      <p className="quiet small">
        {waiting} waiting, {dead} given up
        {failingSince !== null && `, failing since ${failingSince}`}
      </p>
      {lastProblem !== null && <p className="small">{sinkProblemTitles[lastProblem]}</p>}
      {changes && <Buttons id={id} enabled={enabled} dead={dead} run={run} onChanged={onChanged} />}
    </li>
  );
}

interface ButtonsProps extends Pick<Destination, 'id' | 'enabled' | 'dead'> {
  readonly run: Run;
  readonly onChanged: () => void;
}

function Buttons({ id, enabled, dead, run, onChanged }: ButtonsProps) {
  const [failure, setFailure] = useState<Failure>();
  const [tested, setTested] = useState<string>();
  async function change(call: () => Promise<Reply<unknown>>): Promise<void> {
    const reply = await run(call);
    setFailure(reply.ok ? undefined : reply.reason);
    if (reply.ok) onChanged();
  }
  async function test(): Promise<void> {
    setTested('Sending…');
    const reply = await api.testDestination(id);
    setFailure(reply.ok ? undefined : reply.reason);
    if (!reply.ok) setTested(undefined);
    else setTested(reply.value.problem === null ? 'The test arrived.' : sinkProblemTitles[reply.value.problem]);
  }
  return (
    <>
      {failure !== undefined && <Failed reason={failure} />}
      {tested !== undefined && <p role="status">{tested}</p>}
      <div className="actions">
        <button type="button" className="slim" onClick={() => void test()}>
          Send a test
        </button>
        {dead > 0 && (
          <button type="button" className="slim" onClick={() => void change(() => api.retryDestination(id))}>
            Try again what was given up
          </button>
        )}
        <button
          type="button"
          className="slim"
          onClick={() => void change(() => api.changeDestination(id, { enabled: !enabled }))}
        >
          {enabled ? 'Switch off' : 'Switch on'}
        </button>
        <button type="button" className="slim danger" onClick={() => void change(() => api.removeDestination(id))}>
          Remove
        </button>
      </div>
    </>
  );
}

/** The receiver, as far as its settings name it. */
function placeOf({ url, to, host }: Destination['settings']): string {
  return typeof url === 'string' ? url : `${String(to)} by ${String(host)}`;
}
