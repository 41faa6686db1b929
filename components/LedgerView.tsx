import type { ReactNode } from 'react';
import type { LedgerPage, Membership } from '../lib/messaging/contract.ts';
import type { PolicyInForce } from '../lib/policy/in-force.ts';
import { CopyIds } from './CopyIds.tsx';
import { PolicyView } from './PolicyView.tsx';
import { RecordedList } from './RecordedList.tsx';
import { Bytes, SentList } from './SentList.tsx';
import { Tabs } from './Tabs.tsx';
import { contactFailureWords } from './words.ts';

interface LedgerViewProps {
  readonly ledger: LedgerPage;
  readonly inForce: PolicyInForce;
  readonly membership?: Membership | undefined;
  readonly openAt?: string | undefined;
  /** Messages of the organisation, and how many of them ask for something. */
  readonly messages?: { readonly open: number; readonly content: ReactNode } | undefined;
  readonly hasOlder: boolean;
  readonly isLoading: boolean;
  readonly onLoadOlder: () => void;
}

/** Everything that Sluice has recorded about the person and sent to anyone, and by which rules. */
export function LedgerView(props: LedgerViewProps) {
  const { ledger, inForce, membership, openAt, messages } = props;
  return (
    <>
      <NeverRecorded />
      <Tabs
        label="Your ledger"
        openAt={openAt}
        tabs={[
          { id: 'recorded', label: 'What was recorded', content: <Recorded ledger={ledger} /> },
          { id: 'sent', label: 'What was sent', content: <Sent {...props} /> },
          {
            id: 'waiting',
            label: ledger.waiting.length > 0 ? `What waits (${ledger.waiting.length})` : 'What waits',
            content: <Waiting texts={ledger.waiting} because={membership?.lastFailure} />,
          },
          { id: 'policy', label: 'Policy in force', content: <PolicyView inForce={inForce} /> },
          ...(messages === undefined ? [] : [{ id: 'messages', ...tabOf(messages) }]),
        ]}
      />
    </>
  );
}

function tabOf({ open, content }: NonNullable<LedgerViewProps['messages']>) {
  return { label: open > 0 ? `Messages (${open})` : 'Messages', content };
}

function NeverRecorded() {
  return (
    <section className="card" aria-labelledby="never">
      <h2 id="never">What is never recorded</h2>
      <p>
        Your text, what was found in it, any fingerprint of either, file names, web addresses, your name, and the exact
        time. Times are rounded to five minutes. A message in which nothing was found leaves no trace. Your name is sent
        only where you type it yourself, in reply to a message of your organisation.
      </p>
    </section>
  );
}

function Recorded({ ledger }: { readonly ledger: LedgerPage }) {
  return (
    <>
      <p className="quiet">One line for each attempt to send or attach something that a rule speaks of.</p>
      <CopyIds incidents={ledger.incidents} />
      <RecordedList incidents={ledger.incidents} />
    </>
  );
}

function Sent({ ledger, hasOlder, isLoading, onLoadOlder }: LedgerViewProps) {
  return (
    <>
      <p>
        Every request that Sluice sent to your organisation, newest first, exactly as it left. Only passwords and tokens
        of Sluice itself are replaced by their kind.
      </p>
      <p>
        The server adds two things: a pseudonym, worked out from this installation with a key that changes, and the
        group that IT gave this browser. It cannot add what was never sent.
      </p>
      <p className="quiet small">
        {`${count(ledger.total, 'request')} in all. ${count(ledger.polls, 'question')} for a new policy brought nothing new and are only counted.`}
      </p>
      <SentList lines={ledger.lines} />
      {hasOlder && (
        <button type="button" disabled={isLoading} onClick={onLoadOlder}>
          {isLoading ? 'Loading …' : 'Load older'}
        </button>
      )}
    </>
  );
}

interface WaitingProps {
  readonly texts: readonly string[];
  readonly because: Membership['lastFailure'];
}

function Waiting({ texts, because }: WaitingProps) {
  const reason = because !== undefined && <p className="warning">{contactFailureWords[because]}</p>;
  if (texts.length === 0) {
    return (
      <>
        {reason}
        <p className="quiet">Nothing waits to be sent.</p>
      </>
    );
  }
  return (
    <>
      {reason}
      <p>These entries wait to be sent, exactly as they stand here.</p>
      <ol className="rows">
        {texts.map((text, index) => (
          <li key={index}>
            <Bytes text={text} />
          </li>
        ))}
      </ol>
    </>
  );
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
