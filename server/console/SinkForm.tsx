import { useId, useState } from 'react';
import { sinkKindNames } from '../vocabulary.ts';
import type { SinkKindName } from '../vocabulary.ts';
import { Failed } from './Failed.tsx';
import { ChoiceField, Field, LinesField } from './Field.tsx';
import { api } from './api.ts';
import { readSinkDraft, sinkFields } from './sink-fields.ts';
import type { Run } from './use-proof.tsx';
import { useSubmit } from './use-submit.ts';
import { sinkKindTitles } from './words.ts';

interface SinkFormProps {
  readonly run: Run;
  readonly onAdded: () => void;
}

/** A new place, with the fields of its kind. */
export function SinkForm({ run, onAdded }: SinkFormProps) {
  const [kind, setKind] = useState<SinkKindName>('syslog');
  const [round, setRound] = useState(0);
  const id = useId();
  const { failure, isSending, onSubmit } = useSubmit(
    (field) => run(() => api.addSink(readSinkDraft(kind, field))),
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
          <select
            id={id}
            value={kind}
            onChange={({ target }) => setKind(sinkKindNames.find((one) => one === target.value) ?? 'syslog')}
          >
            {sinkKindNames.map((one) => (
              <option key={one} value={one}>
                {sinkKindTitles[one]}
              </option>
            ))}
          </select>
        </div>
        <Field label="Name" name="title" maxLength={80} required />
        {sinkFields[kind].map(({ name, label, hint, choices, lines, ...input }) => {
          if (choices !== undefined) return <ChoiceField key={name} name={name} label={label} choices={choices} />;
          if (lines) return <LinesField key={name} name={name} label={label} hint={hint} />;
          return <Field key={name} name={name} label={label} hint={hint} {...input} />;
        })}
      </div>
      <div className="actions">
        <button type="submit" className="safe" disabled={isSending}>
          Add it
        </button>
      </div>
    </form>
  );
}
