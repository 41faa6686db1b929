import type { LedgerLine } from '../lib/messaging/contract.ts';
import { sayTime } from './when.ts';
import { lineNoteWords, pathWords } from './words.ts';

/** Every request body that was sent to the organisation, byte for byte. */
export function SentList({ lines }: { readonly lines: readonly LedgerLine[] }) {
  if (lines.length === 0) return <p className="quiet">Nothing has been sent to an organisation.</p>;
  return (
    <ol className="rows">
      {lines.map((line) => (
        <li key={line.n}>
          <details>
            <summary>
              <span className="row-head">
                <strong>{sayPurpose(line.path)}</strong>
                <span className="quiet small">
                  {`No. ${line.n} · `}
                  <time dateTime={line.at}>{sayTime(line.at)}</time>
                </span>
              </span>
              <code className="quiet small">{`${line.method} ${line.path}`}</code>
              <span className={isTaken(line.status) ? 'badge good' : 'badge bad'}>{sayStatus(line.status)}</span>
            </summary>
            {line.body === '' ? <p className="quiet">This request had no body.</p> : <Bytes text={line.body} />}
          </details>
          {line.note !== undefined && <p className="warning">{lineNoteWords[line.note]}</p>}
        </li>
      ))}
    </ol>
  );
}

/** A text exactly as it is. */
export function Bytes({ text }: { readonly text: string }) {
  return (
    <pre className="bytes" tabIndex={0} dir="ltr">
      {text}
    </pre>
  );
}

function sayPurpose(path: string): string {
  // A list of terms has its hash behind, a message its id.
  const pattern = path.replace(/\/[0-9a-f]{64}$/, '').replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, ':id');
  return (Object.hasOwn(pathWords, pattern) ? pathWords[pattern] : undefined) ?? path;
}

function isTaken(status: number): boolean {
  return (status >= 200 && status < 300) || status === 304;
}

function sayStatus(status: number): string {
  if (status === 0) return 'No answer came';
  return isTaken(status) ? `Taken by the server (${status})` : `Not taken by the server (${status})`;
}
