import { useId, useState } from 'react';
import { alertLevelTitles, alertTitles } from '../alerts/words.ts';
import { alertChannelNames, alertKinds, alertLevels } from '../vocabulary.ts';
import type { AlertChannelName } from '../vocabulary.ts';
import { Failed } from './Failed.tsx';
import { ChoiceField, Field } from './Field.tsx';
import { FormFields } from './FormFields.tsx';
import { api } from './api.ts';
import { destinationFields, readDestinationDraft } from './destination-fields.ts';
import type { Run } from './use-proof.tsx';
import { useSubmit } from './use-submit.ts';
import { channelTitles } from './words.ts';

interface DestinationFormProps {
  readonly run: Run;
  readonly onAdded: () => void;
}

/** A new destination, with the fields of its channel, and what it is told. */
export function DestinationForm({ run, onAdded }: DestinationFormProps) {
  const [channel, setChannel] = useState<AlertChannelName>('mail');
  const [round, setRound] = useState(0);
  const id = useId();
  const { failure, isSending, onSubmit } = useSubmit(
    (field) => run(() => api.addDestination(readDestinationDraft(channel, field))),
    () => {
      setRound(round + 1); // empties the fields, the secret among them
      onAdded();
    },
  );
  return (
    <form key={round} className="panel-card stack" onSubmit={onSubmit}>
      <h2>Add a destination</h2>
      {failure !== undefined && <Failed reason={failure} />}
      <div className="fields">
        <div className="field">
          <label htmlFor={id}>Kind</label>
          <select
            id={id}
            value={channel}
            onChange={({ target }) => setChannel(alertChannelNames.find((one) => one === target.value) ?? 'mail')}
          >
            {alertChannelNames.map((one) => (
              <option key={one} value={one}>
                {channelTitles[one]}
              </option>
            ))}
          </select>
        </div>
        <Field label="Name" name="title" maxLength={80} required />
        <FormFields key={channel} fields={destinationFields[channel]} />
        <ChoiceField name="fromLevel" label="From which level on" choices={alertLevels} titles={alertLevelTitles} />
      </div>
      <KindBoxes />
      <div className="actions">
        <button type="submit" className="safe" disabled={isSending}>
          Add it
        </button>
      </div>
    </form>
  );
}

function KindBoxes() {
  return (
    <fieldset className="boxes columns">
      <legend>It is told when</legend>
      {alertKinds.map((kind) => (
        <label key={kind} className="check">
          <input type="checkbox" name={kind} defaultChecked />
          <span>{alertTitles[kind]}</span>
        </label>
      ))}
    </fieldset>
  );
}
