import type { Membership, Status } from '../lib/messaging/contract.ts';
import type { PolicyInForce } from '../lib/policy/in-force.ts';
import { GateMark } from './GateMark.tsx';
import { RecordedList } from './RecordedList.tsx';
import { sayAge, sayTime } from './when.ts';
import * as words from './words.ts';

interface StatusViewProps {
  readonly status: Status;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const shownEvents = 5;

/** The state in plain words: protection, policy, membership, last events. */
export function StatusView({ status, now }: StatusViewProps) {
  const { protection, policy, membership, recent, messages } = status;
  return (
    <>
      <ProtectionHead protection={protection} />
      {messages > 0 && (
        <a className="mail" href="/ledger.html#messages" target="_blank">
          {messages === 1 ? '1 message' : `${messages} messages`} from your organisation
        </a>
      )}
      <section aria-labelledby="events">
        <h2 id="events">Last events</h2>
        <RecordedList incidents={recent.slice(0, shownEvents)} shortAt={now} />
      </section>
      <PolicySummary policy={policy} now={now} />
      <MembershipSummary status={status} membership={membership} />
    </>
  );
}

function ProtectionHead({ protection }: Pick<Status, 'protection'>) {
  const { state, reasons, rings, gates, drift, sitePack, privateWindows } = protection;
  const last = drift.at(-1);
  return (
    <header className={`state ${state}`}>
      <GateMark />
      <div>
        <h1>{words.stateWords[state]}</h1>
        {state === 'degraded' && reasons.length > 0 ? (
          reasons.map((reason) => <p key={reason}>{words.degradedWords[reason]}</p>)
        ) : (
          <p>{words.stateNotes[state]}</p>
        )}
        <dl className="facts" aria-label="Checks">
          <dt>In the page</dt>
          <dd>{words.pageRingWords[rings.page]}</dd>
          {gates.tried.length > 0 && (
            <>
              <dt>Gates that hold</dt>
              <dd>{`${gates.tried.length - gates.failed.length} of ${gates.tried.length}`}</dd>
            </>
          )}
          {gates.failed.length > 0 && (
            <>
              <dt>Open</dt>
              <dd>{gates.failed.map((gate) => words.pageGateWords[gate]).join(', ')}</dd>
            </>
          )}
          <dt>On the way out</dt>
          <dd>{words.networkRingWords[rings.network]}</dd>
          {privateWindows !== undefined && (
            <>
              <dt>Private windows</dt>
              <dd>{words.privateWindowWords[privateWindows]}</dd>
            </>
          )}
          {last !== undefined && (
            <>
              <dt>Last change seen</dt>
              <dd>{words.driftWords[last]}</dd>
            </>
          )}
          {sitePack.version > 0 && (
            <>
              <dt>Site pack</dt>
              <dd>{`${sitePack.version}${sitePack.active ? '' : ', not tried yet'}`}</dd>
            </>
          )}
        </dl>
      </div>
    </header>
  );
}

function PolicySummary({ policy: inForce, now }: { readonly policy: PolicyInForce; readonly now: number }) {
  const { policy, source, issuedAt, stale, refused } = inForce;
  return (
    <section aria-labelledby="policy">
      <h2 id="policy">Policy in force</h2>
      <p>
        {`${policy.name}, ${words.sourceWords[source]}`}
        {issuedAt !== undefined && <span className="quiet">{`, issued ${sayAge(issuedAt, now)}`}</span>}.
      </p>
      {policy.mode === 'observe' && <p>It watches and records, and holds nothing back.</p>}
      {stale && <p className="warning">It is past its end date and stays in force until a new one arrives.</p>}
      {refused !== undefined && (
        <p className="warning">{`A newer policy was refused: ${words.refusalWords[refused]}. This one stays in force.`}</p>
      )}
    </section>
  );
}

interface MembershipSummaryProps {
  readonly status: Status;
  readonly membership: Membership | undefined;
}

function MembershipSummary({ status: { waiting, dropped }, membership }: MembershipSummaryProps) {
  return (
    <section aria-labelledby="membership">
      <h2 id="membership">Organisation</h2>
      {membership === undefined ? (
        <p>None. What is recorded stays on this device.</p>
      ) : (
        <>
          <p>
            <strong>{membership.orgId}</strong>
            <span className="quiet">{` · ${words.membershipWords[membership.by]}`}</span>
          </p>
          {!membership.enrolled && membership.lastFailure !== 'revoked' && (
            <p className="warning">This browser is not registered there yet.</p>
          )}
          {membership.lastFailure !== undefined && (
            <p className="warning">{words.contactFailureWords[membership.lastFailure]}</p>
          )}
          <p className="quiet small">
            {membership.lastContact === undefined
              ? 'No contact yet.'
              : `Last contact ${sayTime(membership.lastContact)}.`}
            {waiting > 0 && ` Waiting to be sent: ${entries(waiting)}.`}
          </p>
        </>
      )}
      {dropped > 0 && (
        <p className="warning">{`Given up because they could not be kept or sent: ${entries(dropped)}.`}</p>
      )}
    </section>
  );
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${count.toLocaleString('en')} entries`;
}
