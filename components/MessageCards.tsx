import type { KeptMessage } from '../lib/contract/message.ts';
import { answerBody, answersTo, nameBody } from '../lib/vocabulary/messages.ts';
import type { MessageAnswer, ReplyState } from '../lib/vocabulary/messages.ts';
import { NameForm } from './NameForm.tsx';
import { Bytes } from './SentList.tsx';
import { detectorTitle } from './detector-title.ts';
import { answerWords, replyWords, templateWords } from './words.ts';

interface MessageCardsProps {
  readonly messages: readonly KeptMessage[];
  readonly onAnswer: (id: string, answer: MessageAnswer) => void;
  readonly onName: (id: string, name: string) => void;
  readonly onDismiss: (id: string) => void;
}

/** Messages of the organisation, each with its fixed answers. */
export function MessageCards({ messages, onAnswer, onName, onDismiss }: MessageCardsProps) {
  return (
    <>
      <p>
        Your organisation wrote these to the browser behind a pseudonym. It does not know whose browser that is. You
        need not answer, and nobody is told that you have read a message or put it away.
      </p>
      {messages.length === 0 && <p className="quiet">No messages.</p>}
      <ul className="rows">
        {messages.map((message) => (
          <li key={message.id} className="stack">
            <Card
              message={message}
              onAnswer={(answer) => onAnswer(message.id, answer)}
              onName={(name) => onName(message.id, name)}
              onDismiss={() => onDismiss(message.id)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

interface CardProps {
  readonly message: KeptMessage;
  readonly onAnswer: (answer: MessageAnswer) => void;
  readonly onName: (name: string) => void;
  readonly onDismiss: () => void;
}

function Card({ message, onAnswer, onName, onDismiss }: CardProps) {
  const { template, detector, until, answer, dismissed } = message;
  const heading = `message-${message.id}`;
  const { title, text } = templateWords[template];
  return (
    <article className="stack" aria-labelledby={heading}>
      <div className="row-head">
        <h3 id={heading}>{title}</h3>
        <span className="quiet small">{dismissed ? 'Put away' : `Until ${until}`}</span>
      </div>
      <p>{text}</p>
      {detector !== undefined && <p className="quiet small">{`It is about: ${detectorTitle(detector)}.`}</p>}
      {answer === undefined && !dismissed && (
        <>
          <div className="actions">
            {answersTo[template].map((each) => (
              <button key={each} type="button" onClick={() => onAnswer(each)}>
                {answerWords[each]}
              </button>
            ))}
            <button type="button" onClick={onDismiss}>
              Dismiss
            </button>
          </div>
          <p className="quiet small">An answer is sent as one word, without your name. Dismissing sends nothing.</p>
        </>
      )}
      {answer !== undefined && (
        <Said what={`Your answer: ${answerWords[answer]}.`} state={message.answerState} body={answerBody(answer)} />
      )}
      <Name message={message} onName={onName} />
    </article>
  );
}

function Name({ message, onName }: Pick<CardProps, 'message' | 'onName'>) {
  const { name, nameState, dismissed, id } = message;
  if (name !== undefined) return <Said what="You gave your name." state={nameState} body={nameBody(name)} />;
  if (dismissed) return null;
  return (
    <details>
      <summary>Say who you are</summary>
      <NameForm id={id} onName={onName} />
    </details>
  );
}

interface SaidProps {
  readonly what: string;
  readonly state: ReplyState | undefined;
  readonly body: string;
}

/** What was said, and exactly how it is sent. */
function Said({ what, state = 'waiting', body }: SaidProps) {
  return (
    <div className="stack">
      <p>
        {what} <span className={state === 'refused' ? 'badge bad' : 'badge good'}>{replyWords[state]}</span>
      </p>
      <Bytes text={body} />
    </div>
  );
}
