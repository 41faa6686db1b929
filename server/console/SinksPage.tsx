import { useEffect, useState } from 'react';
import type { SinkKind, SinkList } from '../console-api/sinks-contract.ts';
import { Failed } from './Failed.tsx';
import { Field } from './Field.tsx';
import { SinkChange, SinkForm } from './SinkForm.tsx';
import { api } from './api.ts';
import type { Failure, Reply } from './api.ts';
import type { PageProps } from './page.ts';
import { may } from './pages.ts';
import { useLoad } from './use-load.ts';
import { useProof } from './use-proof.tsx';
import type { Run } from './use-proof.tsx';
import { useSubmit } from './use-submit.ts';
import { sinkProblemTitles } from './words.ts';

type Sink = SinkList['sinks'][number];

/** Where incidents go besides: how each is doing, what waits, and what it refused. */
export function SinksPage({ person, onFailure }: PageProps) {
  const [round, setRound] = useState(0);
  const loaded = useLoad(api.sinks, String(round));
  const { run, dialog } = useProof();
  const [kinds, setKinds] = useState<SinkList['kinds']>([]);
  const failure = loaded?.ok === false ? loaded.reason : undefined;
  useEffect(() => {
    if (failure !== undefined) onFailure(failure);
  });
  // A form that is half filled outlives a new look at the list.
  if (loaded?.ok === true && loaded.value.kinds !== kinds) setKinds(loaded.value.kinds);
  const refresh = () => setRound((before) => before + 1);
  const changes = may(person.roles, 'POST /sinks');
  return (
    <>
      {dialog}
      <div className="page-head">
        <div className="row-head">
          <h1>SIEM</h1>
          <button type="button" className="slim" onClick={refresh}>
            Refresh
          </button>
        </div>
        <p className="quiet">
          Each place gets every incident at least once, with its pseudonym and without its group. What arrives twice has
          the same id.
        </p>
      </div>
      {failure !== undefined && <Failed reason={failure} onRetry={refresh} />}
      {loaded?.ok === true && loaded.value.sinks.length === 0 && <p className="quiet">Incidents stay here for now.</p>}
      {loaded?.ok === true && (
        <ul className="cards" aria-label="Places">
          {loaded.value.sinks.map((sink) => (
            <SinkCard
              key={sink.id}
              sink={sink}
              kind={kinds.find(({ kind }) => kind === sink.kind)}
              changes={changes}
              tests={may(person.roles, 'POST /sinks/:id/test')}
              run={run}
              onChanged={refresh}
            />
          ))}
        </ul>
      )}
      {changes && kinds.length > 0 && <SinkForm kinds={kinds} run={run} onAdded={refresh} />}
    </>
  );
}

interface SinkCardProps {
  readonly sink: Sink;
  /** `undefined` for one that this endpoint no longer knows. */
  readonly kind: SinkKind | undefined;
  readonly changes: boolean;
  readonly tests: boolean;
  readonly run: Run;
  readonly onChanged: () => void;
}

function SinkCard({ sink, kind, changes, tests, run, onChanged }: SinkCardProps) {
  const [failure, setFailure] = useState<Failure>();
  const [tested, setTested] = useState<string>();
  async function change(call: () => Promise<Reply<unknown>>): Promise<void> {
    const reply = await run(call);
    setFailure(reply.ok ? undefined : reply.reason);
    if (reply.ok) onChanged();
  }
  async function test(): Promise<void> {
    setTested('Sending…');
    const reply = await api.testSink(sink.id);
    setFailure(reply.ok ? undefined : reply.reason);
    if (!reply.ok) setTested(undefined);
    else setTested(reply.value.problem === null ? 'The test event arrived.' : sinkProblemTitles[reply.value.problem]);
  }
  return (
    <li className="panel-card stack">
      <div className="row-head">
        <h2 dir="auto">{sink.title}</h2>
        <span className="tag">{!sink.enabled ? 'Off' : sink.failingSince === null ? 'Delivers' : 'Fails'}</span>
      </div>
      <p>
        {kind?.title ?? sink.kind}, {placeOf(sink.settings)}
      </p>
      <p className="quiet small">
        {sink.waiting} waiting, {sink.dead} given up
        {sink.failingSince !== null && `, failing since ${sink.failingSince}`}
      </p>
      {sink.lastProblem !== null && <p className="small">{sinkProblemTitles[sink.lastProblem]}</p>}
      {failure !== undefined && <Failed reason={failure} />}
      {tested !== undefined && <p role="status">{tested}</p>}
      <div className="actions">
        {tests && (
          <button type="button" className="slim" onClick={() => void test()}>
            Send a test event
          </button>
        )}
        {tests && sink.dead > 0 && (
          <button type="button" className="slim" onClick={() => void change(() => api.retrySink(sink.id))}>
            Try again what was given up
          </button>
        )}
        {changes && (
          <>
            <button
              type="button"
              className="slim"
              onClick={() => void change(() => api.changeSink(sink.id, { enabled: !sink.enabled }))}
            >
              {sink.enabled ? 'Switch off' : 'Switch on'}
            </button>
            <button type="button" className="slim danger" onClick={() => void change(() => api.removeSink(sink.id))}>
              Remove
            </button>
          </>
        )}
      </div>
      {changes && kind !== undefined && (
        <SinkChange
          key={JSON.stringify([sink.title, sink.settings])}
          sink={sink}
          form={kind.form}
          run={run}
          onChanged={onChanged}
        />
      )}
      {changes && <Replay id={sink.id} run={run} onDone={onChanged} />}
    </li>
  );
}

interface ReplayProps {
  readonly id: string;
  readonly run: Run;
  readonly onDone: () => void;
}

function Replay({ id, run, onDone }: ReplayProps) {
  const { failure, isSending, onSubmit } = useSubmit(
    (field) => run(() => api.replaySink(id, { from: field('from'), to: field('to') })),
    onDone,
  );
  return (
    <details>
      <summary>Send days again</summary>
      <form className="stack" onSubmit={onSubmit}>
        {failure !== undefined && <Failed reason={failure} />}
        <div className="fields">
          <Field label="From" name="from" type="date" required />
          <Field label="To" name="to" type="date" required />
        </div>
        <div className="actions">
          <button type="submit" disabled={isSending}>
            Send them again
          </button>
        </div>
      </form>
    </details>
  );
}

/** The receiver, as far as its settings name it. */
function placeOf({ url, host, port }: Sink['settings']): string {
  if (typeof url === 'string') return url;
  return `${String(host)}:${String(port)}`;
}
