import { useId, useState } from 'react';
import { mostEntryIds } from '../console-api/erasure-contract.ts';
import type { ErasedEntries, HeldEntries } from '../console-api/erasure-contract.ts';
import { Failed } from './Failed.tsx';
import { HeldTable, SinkCopiesList } from './HeldEntries.tsx';
import { api } from './api.ts';
import type { Failure, Reply } from './api.ts';
import { readEntryIds } from './entry-ids.ts';
import type { PageProps } from './page.ts';
import { useProof } from './use-proof.tsx';

type Answer =
  | { readonly kind: 'held'; readonly ids: readonly string[]; readonly held: HeldEntries }
  | { readonly kind: 'erased'; readonly result: ErasedEntries };

/** What the endpoint holds of entries whose ids somebody handed in, and the way to erase them. */
export function RequestsPage({ onFailure }: PageProps) {
  const [answer, setAnswer] = useState<Answer>();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const { run, dialog } = useProof();
  async function ask<Value>(call: () => Promise<Reply<Value>>, onValue: (value: Value) => Answer): Promise<void> {
    setBusy(true);
    const reply = await run(call);
    setBusy(false);
    setFailure(reply.ok ? undefined : reply.reason);
    if (reply.ok) setAnswer(onValue(reply.value));
    else onFailure(reply.reason);
  }
  const lookUp = (ids: readonly string[]) =>
    ask(
      () => api.lookUpEntries(ids),
      (held) => ({ kind: 'held', ids, held }),
    );
  const erase = (ids: readonly string[]) =>
    ask(
      () => api.eraseEntries(ids),
      (result) => ({ kind: 'erased', result }),
    );
  return (
    <>
      {dialog}
      <div className="page-head">
        <h1>Requests of people</h1>
        <p className="quiet">
          Nobody can be found here by name. People copy the ids of their entries in the extension, under “Your ledger”,
          and hand them in. The audit log says how many were looked up or erased, never which.
        </p>
      </div>
      <IdsForm isBusy={isBusy} onLookUp={(ids) => void lookUp(ids)} onChange={() => setAnswer(undefined)} />
      {failure !== undefined && <Failed reason={failure} />}
      {answer?.kind === 'held' && <Held answer={answer} isBusy={isBusy} onErase={() => void erase(answer.ids)} />}
      {answer?.kind === 'erased' && <Erased result={answer.result} />}
    </>
  );
}

interface IdsFormProps {
  readonly isBusy: boolean;
  readonly onLookUp: (ids: readonly string[]) => void;
  /** Another text: what is shown was about the one before. */
  readonly onChange: () => void;
}

function IdsForm({ isBusy, onLookUp, onChange }: IdsFormProps) {
  const [text, setText] = useState('');
  const id = useId();
  const { ids, others } = readEntryIds(text);
  return (
    <section className="panel-card stack">
      <div className="field">
        <label htmlFor={id}>Ids of entries, one in each line</label>
        <textarea
          id={id}
          rows={6}
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            onChange();
          }}
        />
        <p id={`${id}-hint`} className="quiet small" role="status">
          {hintOf(ids.length, others)}
        </p>
      </div>
      <div className="actions">
        <button
          type="button"
          className="safe"
          disabled={isBusy || ids.length === 0 || ids.length > mostEntryIds}
          onClick={() => onLookUp(ids)}
        >
          Look up
        </button>
      </div>
    </section>
  );
}

function hintOf(ids: number, others: number): string {
  if (ids > mostEntryIds) return `${ids} ids are too many at once. At most ${mostEntryIds} are looked up together.`;
  const read = ids === 1 ? '1 id.' : `${ids} ids.`;
  return others === 0 ? read : `${read} The rest of the text is no id and is left out.`;
}

interface HeldProps {
  readonly answer: Extract<Answer, { readonly kind: 'held' }>;
  readonly isBusy: boolean;
  readonly onErase: () => void;
}

function Held({ answer: { ids, held }, isBusy, onErase }: HeldProps) {
  const { rows, sinks } = held;
  return (
    <section className="stack spaced" aria-label="What is stored">
      <h2>What is stored</h2>
      <p role="status">
        {rows.length === 0
          ? 'Nothing is stored under these ids. They may be past their time, erased before, or still on their way.'
          : `${entries(rows.length)} stored under ${ids.length === 1 ? 'this id' : `these ${ids.length} ids`}. Each has a pseudonym besides, which is not shown: it would lead to other entries of the person.`}
      </p>
      {rows.length > 0 && <HeldTable rows={rows} />}
      <SinkCopiesList sinks={sinks} when="held" />
      <EraseChoice count={ids.length} isBusy={isBusy} onErase={onErase} />
    </section>
  );
}

interface EraseChoiceProps {
  /** Ids that were asked about. */
  readonly count: number;
  readonly isBusy: boolean;
  readonly onErase: () => void;
}

function EraseChoice({ count, isBusy, onErase }: EraseChoiceProps) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <div className="actions">
        <button type="button" className="danger" disabled={isBusy} onClick={() => setAsking(true)}>
          Erase …
        </button>
      </div>
    );
  }
  return (
    <div className="panel-card stack" role="group" aria-label="Erase">
      <p>
        Erasing cannot be undone. What comes in later under {count === 1 ? 'this id' : 'these ids'} is refused. Numbers
        that were counted stay; they lead to nobody.
      </p>
      <div className="actions">
        <button type="button" className="danger" disabled={isBusy} onClick={onErase}>
          {count === 1 ? 'Erase this id' : `Erase these ${count} ids`}
        </button>
        <button type="button" disabled={isBusy} onClick={() => setAsking(false)}>
          Keep them
        </button>
      </div>
    </div>
  );
}

function Erased({ result: { erased, sinks } }: { readonly result: ErasedEntries }) {
  return (
    <section className="stack spaced" aria-label="What was erased">
      <h2>Erased</h2>
      <p role="status">
        {erased === 0 ? 'Nothing was stored under these ids.' : `${entries(erased)} erased here.`} What comes in under
        them later is refused.
      </p>
      <SinkCopiesList sinks={sinks} when="erased" />
      <p className="quiet">
        Backups from before still hold what was erased. After restoring one, erase these ids again.
      </p>
    </section>
  );
}

function entries(count: number): string {
  return count === 1 ? '1 entry is' : `${count} entries are`;
}
