import { useEffect, useState } from 'react';
import { detectorTitle } from '../../components/detector-title.ts';
import type { MessageList } from '../console-api/messages-contract.ts';
import { messageStates } from '../vocabulary.ts';
import type { MessageState } from '../vocabulary.ts';
import { Failed } from './Failed.tsx';
import { MessageForm } from './MessageForm.tsx';
import { api } from './api.ts';
import type { Failure } from './api.ts';
import type { PageProps } from './page.ts';
import { useLoad } from './use-load.ts';
import { answerTitles, messageStateTitles, templateTitles } from './words.ts';

type Message = MessageList['messages'][number];

/** What was written to pseudonyms, and what came back. */
export function MessagesPage({ onFailure }: PageProps) {
  const [round, setRound] = useState(0);
  const [state, setState] = useState<MessageState>();
  const loaded = useLoad(api.messages, String(round));
  const failure = loaded?.ok === false ? loaded.reason : undefined;
  useEffect(() => {
    if (failure !== undefined) onFailure(failure);
  });
  const refresh = () => setRound((before) => before + 1);
  return (
    <>
      <div className="page-head">
        <div className="row-head">
          <h1>Messages</h1>
          <button type="button" className="slim" onClick={refresh}>
            Refresh
          </button>
        </div>
        <p className="quiet">
          To the browser behind a pseudonym, whoever that is. The console cannot find out: a person names themselves, or
          does not. Thirty days after its end a message is deleted, with its answer and its name.
        </p>
      </div>
      {failure !== undefined && <Failed reason={failure} onRetry={refresh} />}
      {loaded === undefined && <p className="quiet loading">Loading…</p>}
      {loaded?.ok === true && (
        <>
          <StateFilter state={state} onChange={setState} />
          <Rows messages={loaded.value.messages} state={state} onChanged={refresh} />
        </>
      )}
      <details className="panel-card">
        <summary>Write to a pseudonym</summary>
        <MessageForm onSent={refresh} />
      </details>
    </>
  );
}

interface StateFilterProps {
  readonly state: MessageState | undefined;
  readonly onChange: (state: MessageState | undefined) => void;
}

function StateFilter({ state, onChange }: StateFilterProps) {
  return (
    <label className="inline">
      Show{' '}
      <select
        value={state ?? ''}
        onChange={({ target }) => onChange(messageStates.find((each) => each === target.value))}
      >
        <option value="">All</option>
        {messageStates.map((each) => (
          <option key={each} value={each}>
            {messageStateTitles[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

interface RowsProps {
  readonly messages: readonly Message[];
  readonly state: MessageState | undefined;
  readonly onChanged: () => void;
}

function Rows({ messages, state, onChanged }: RowsProps) {
  const rows = messages.filter((message) => state === undefined || message.state === state);
  if (rows.length === 0)
    return (
      <section className="empty">
        <h2>{state === undefined ? 'No messages yet' : 'None of them'}</h2>
        <p className="quiet">A message begins at an incident: open one, and write to its pseudonym.</p>
      </section>
    );
  return (
    <ul className="cards" aria-label="Messages">
      {rows.map((message) => (
        <MessageCard key={message.id} message={message} onChanged={onChanged} />
      ))}
    </ul>
  );
}

const tones: Readonly<Record<MessageState, 'good' | 'plain'>> = {
  sent: 'plain',
  delivered: 'plain',
  answered: 'good',
  named: 'good',
  ended: 'plain',
  withdrawn: 'plain',
};

function MessageCard({ message, onChanged }: { readonly message: Message; readonly onChanged: () => void }) {
  const [failure, setFailure] = useState<Failure>();
  const { state, answer, answeredOn, detector } = message;
  async function withdraw(): Promise<void> {
    const reply = await api.withdrawMessage(message.id);
    setFailure(reply.ok ? undefined : reply.reason);
    if (reply.ok) onChanged();
  }
  return (
    <li className="panel-card stack">
      <div className="row-head">
        <h2>{templateTitles[message.template]}</h2>
        <span className={`badge ${tones[state]}`}>{messageStateTitles[state]}</span>
      </div>
      <p className="quiet small">
        To <code>{message.pseudonym}</code>
        {detector !== null && `, about: ${detectorTitle(detector)}`}
      </p>
      {answer !== null && (
        <p>
          Answer: <strong>{answerTitles[answer]}</strong>
          {answeredOn !== null && <span className="quiet">, {answeredOn}</span>}
        </p>
      )}
      {state === 'named' && <GivenName name={message.name} />}
      <p className="quiet small">
        By {message.sentBy} on {message.sentOn}, until {message.until}
      </p>
      {failure !== undefined && <Failed reason={failure} />}
      {(state === 'sent' || state === 'delivered') && (
        <div className="actions">
          <button type="button" className="slim" onClick={() => void withdraw()}>
            Withdraw
          </button>
        </div>
      )}
    </li>
  );
}

/** Typed by whoever had the message: nothing proves it. */
function GivenName({ name }: { readonly name: string | null }) {
  if (name === null) return <p>A name was given. The keys of this endpoint cannot open it.</p>;
  return (
    <p>
      Named themselves: <strong dir="auto">{name}</strong> <span className="quiet small">(not verified)</span>
    </p>
  );
}
