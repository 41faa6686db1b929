import { useId, useState } from 'react';
import { Failed } from './Failed.tsx';
import { api } from './api.ts';
import type { Failure } from './api.ts';

interface DevicesFormProps {
  readonly importedOn: string | null;
  readonly onImported: () => void;
}

/** How many devices each group should have: without it silence has nothing to be compared with. */
export function DevicesForm({ importedOn, onImported }: DevicesFormProps) {
  const [csv, setCsv] = useState('');
  const [refusal, setRefusal] = useState<{ readonly reason: Failure; readonly detail?: string }>();
  const [done, setDone] = useState<string>();
  const id = useId();
  async function send(): Promise<void> {
    const reply = await api.importDevices(csv);
    setRefusal(reply.ok ? undefined : reply);
    if (!reply.ok) return;
    setDone(`${reply.value.devices} devices in ${reply.value.groups} groups.`);
    onImported();
  }
  return (
    <section className="panel-card stack">
      <h2>Expected devices</h2>
      <p className="quiet">
        {importedOn === null ? 'Nothing was imported yet.' : `Imported last on ${importedOn}.`} Programs do the same
        with an API key: <code>PUT /api/devices</code>.
      </p>
      <div className="field">
        <label htmlFor={id}>CSV with the columns group and devices</label>
        <textarea
          id={id}
          rows={5}
          spellCheck={false}
          placeholder={'group,devices\nsales,40'}
          value={csv}
          onChange={({ target }) => setCsv(target.value)}
        />
      </div>
      {refusal !== undefined && <Failed reason={refusal.reason} />}
      {refusal?.detail !== undefined && <p className="small">{refusal.detail}</p>}
      {done !== undefined && <p role="status">{done}</p>}
      <div className="actions">
        <button type="button" className="safe" disabled={csv.trim() === ''} onClick={() => void send()}>
          Import
        </button>
      </div>
    </section>
  );
}
