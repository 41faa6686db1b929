import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { longestName, nameBody } from '../lib/vocabulary/messages.ts';
import { Bytes } from './SentList.tsx';

interface NameFormProps {
  /** Of the message. */
  readonly id: string;
  readonly onName: (name: string) => void;
}

/** Whatever the schema of the call refuses is not offered to be sent. */
const isLine = (text: string) => /^[^\p{C}\p{Zl}\p{Zp}]+$/u.test(text);

/** The only field whose text goes to the organisation. The exact request stands below it before anything is sent. */
export function NameForm({ id, onName }: NameFormProps) {
  const [text, setText] = useState('');
  const name = text.trim();
  const isGood = isLine(name) && name.length <= longestName;
  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    if (isGood) onName(name);
  }
  return (
    <form className="stack" noValidate onSubmit={onSubmit}>
      <p className="warning">
        With your name your organisation learns who this browser belongs to. It can then tell that all that was recorded
        here in the same 30 days is yours. You cannot take it back.
      </p>
      <label htmlFor={`name-${id}`}>Your name or e-mail address</label>
      <input
        id={`name-${id}`}
        type="text"
        maxLength={longestName}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={text}
        aria-describedby={`name-problem-${id} name-preview-${id}`}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p id={`name-problem-${id}`} className="problem" role="alert">
        {name !== '' && !isGood && 'A name is one line without control characters.'}
      </p>
      <div id={`name-preview-${id}`}>
        <p className="quiet small">This is exactly what is sent, to this one message and nowhere else:</p>
        <Bytes text={`POST /v1/messages/${id}/name\n\n${nameBody(name)}`} />
      </div>
      <button type="submit" disabled={!isGood}>
        Send my name
      </button>
    </form>
  );
}
