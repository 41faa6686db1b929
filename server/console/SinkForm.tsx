import { useId, useState } from 'react';
import type { SinkKind, SinkList } from '../console-api/sinks-contract.ts';
import { Failed } from './Failed.tsx';
import { Field } from './Field.tsx';
import { FormFields } from './FormFields.tsx';
import { api } from './api.ts';
import { readFields } from './form-values.ts';
import type { Run } from './use-proof.tsx';
import { useSubmit } from './use-submit.ts';

interface SinkFormProps {
  readonly kinds: readonly SinkKind[];
  readonly run: Run;
  readonly onAdded: () => void;
}

/** A new place, with the fields of its kind. */
export function SinkForm({ kinds, run, onAdded }: SinkFormProps) {
  const [chosen, setChosen] = useState<string>();
  const [round, setRound] = useState(0);
  const id = useId();
  const { kind, form } = kinds.find((one) => one.kind === chosen) ?? kinds[0] ?? nothing;
  const { failure, isSending, onSubmit } = useSubmit(
    (field) => run(() => api.addSink({ kind, ...readFields(form, field) })),
    () => {
      setRound(round + 1); // empties the fields, the secret among them
      onAdded();
    },
  );
  return (
    <form key={round} className="panel-card stack" onSubmit={onSubmit}>
      <h2>Add a place</h2>
      {failure !== undefined && <Failed reason={failure} />}
      <div className="fields">
        <div className="field">
          <label htmlFor={id}>Kind</label>
          <select id={id} value={kind} onChange={({ target }) => setChosen(target.value)}>
            {kinds.map((one) => (
              <option key={one.kind} value={one.kind}>
                {one.title}
              </option>
            ))}
          </select>
        </div>
        <Field label="Name" name="title" maxLength={80} required />
        <FormFields key={kind} fields={form} />
      </div>
      <div className="actions">
        <button type="submit" className="safe" disabled={isSending}>
          Add it
        </button>
      </div>
    </form>
  );
}

const nothing: SinkKind = { kind: '', title: '', form: [] };

interface SinkChangeProps {
  readonly sink: SinkList['sinks'][number];
  readonly form: SinkKind['form'];
  readonly run: Run;
  readonly onChanged: () => void;
}

/** Another name, other settings or a new secret for a place; what waits for it goes on waiting. */
export function SinkChange({ sink, form, run, onChanged }: SinkChangeProps) {
  const { failure, isSending, onSubmit } = useSubmit(
    (field) => run(() => api.changeSink(sink.id, readFields(form, field))),
    onChanged,
  );
  const { url: _url, host: _host, ...others } = sink.settings;
  // Somebody may have put theirs in its place.
  const settings = sink.lastProblem === 'secret-unreadable' ? others : sink.settings;
  return (
    <details>
      <summary>Change it</summary>
      <form className="stack" onSubmit={onSubmit}>
        {failure !== undefined && <Failed reason={failure} />}
        <div className="fields">
          <Field label="Name" name="title" maxLength={80} defaultValue={sink.title} required />
          <FormFields fields={form} settings={settings} />
        </div>
        <div className="actions">
          <button type="submit" disabled={isSending}>
            Save
          </button>
        </div>
      </form>
    </details>
  );
}
