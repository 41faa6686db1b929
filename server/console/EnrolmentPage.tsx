import { useEffect, useState } from 'react';
import { writeJoinCode } from '../../lib/contract/enrolment.ts';
import type { TokenList, TokenMade } from '../console-api/enrolment-contract.ts';
import { Failed } from './Failed.tsx';
import { Field } from './Field.tsx';
import { InstallTable } from './InstallTable.tsx';
import { OneTimeText } from './OneTimeText.tsx';
import { api } from './api.ts';
import type { Failure, Reply } from './api.ts';
import type { PageProps } from './page.ts';
import { may } from './pages.ts';
import { useLoad } from './use-load.ts';
import { useProof } from './use-proof.tsx';
import type { Run } from './use-proof.tsx';
import { useSubmit } from './use-submit.ts';
import { sayMoment } from './words.ts';

type Token = TokenList['tokens'][number];

/** How browsers come in, who waits, and how they are put out again. */
export function EnrolmentPage({ person, onFailure }: PageProps) {
  const [round, setRound] = useState(0);
  const [made, setMade] = useState<TokenMade>();
  const loaded = useLoad(api.tokens, String(round));
  const { run, dialog } = useProof();
  const failure = loaded?.ok === false ? loaded.reason : undefined;
  useEffect(() => {
    if (failure !== undefined) onFailure(failure);
  });
  const refresh = () => setRound((before) => before + 1);
  const makes = may(person.roles, 'POST /tokens');
  return (
    <>
      {dialog}
      <div className="page-head">
        <h1>Enrolment</h1>
        <p className="quiet">
          A token can enrol browsers and nothing else. Everybody on a managed computer can read it, so it has an end, a
          number of uses, and can be revoked.
        </p>
      </div>
      {failure !== undefined && <Failed reason={failure} onRetry={refresh} />}
      {made !== undefined && <Made made={made} onDone={() => setMade(undefined)} />}
      {loaded?.ok === true && (
        <ul className="cards" aria-label="Enrolment tokens">
          {loaded.value.tokens.map((token) => (
            <TokenCard key={token.id} token={token} makes={makes} run={run} onChanged={refresh} />
          ))}
        </ul>
      )}
      {makes && (
        <NewToken
          run={run}
          onMade={(value) => {
            setMade(value);
            refresh();
          }}
        />
      )}
      {may(person.roles, 'GET /installs') && <InstallTable key={round} run={run} />}
    </>
  );
}

function Made({ made, onDone }: { readonly made: TokenMade; readonly onDone: () => void }) {
  const url = window.location.origin;
  const code = writeJoinCode({ url, orgId: made.orgId, token: made.token, rootKeys: made.policyRootKeys });
  return (
    <>
      <OneTimeText
        title="The new token"
        hint="For browsers that IT manages: the value of enrollmentToken. It is shown only now."
        text={made.token}
        onDone={onDone}
      />
      <OneTimeText
        title="The same as a join code"
        hint="For browsers that nobody manages: a person pastes it on the welcome page of the extension."
        text={code}
        onDone={onDone}
      />
    </>
  );
}

interface TokenCardProps {
  readonly token: Token;
  readonly makes: boolean;
  readonly run: Run;
  readonly onChanged: () => void;
}

function TokenCard({ token, makes, run, onChanged }: TokenCardProps) {
  const [failure, setFailure] = useState<Failure>();
  async function change(call: () => Promise<Reply<unknown>>): Promise<void> {
    const reply = await run(call);
    setFailure(reply.ok ? undefined : reply.reason);
    if (reply.ok) onChanged();
  }
  const { pending, approved, revoked } = token.installs;
  return (
    <li className="panel-card stack">
      <div className="row-head">
        <h2 dir="auto">{token.title}</h2>
        {token.revoked && <span className="tag">Revoked</span>}
      </div>
      <p>
        {token.usesLeft} of {token.uses} uses left, until {sayMoment(token.expiresAt)}
        {token.perDay < token.uses && `, at most ${token.perDay} on one day`}
        {token.group !== null && `, for the group ${token.group}`}
        {token.needsApproval && ', each browser waits for approval'}
      </p>
      <p className="quiet small">
        {approved} approved, {pending} waiting, {revoked} revoked. Made by {token.createdBy}.
      </p>
      {failure !== undefined && <Failed reason={failure} />}
      {makes && (
        <div className="actions">
          {!token.revoked && (
            <button type="button" className="slim" onClick={() => void change(() => api.revokeToken(token.id))}>
              Revoke the token
            </button>
          )}
          {approved + pending > 0 && (
            <button
              type="button"
              className="slim danger"
              onClick={() => void change(() => api.revokeTokenInstalls(token.id))}
            >
              Revoke it and its browsers
            </button>
          )}
        </div>
      )}
    </li>
  );
}

function NewToken({ run, onMade }: { readonly run: Run; readonly onMade: (made: TokenMade) => void }) {
  const [needsApproval, setNeedsApproval] = useState(false);
  const { failure, isSending, onSubmit } = useSubmit((field) => {
    const group = field('group').trim();
    const perDay = field('perDay').trim();
    return run(() =>
      api.makeToken({
        title: field('title').trim(),
        ...(group === '' ? {} : { group }),
        days: Number(field('days')),
        uses: Number(field('uses')),
        ...(perDay === '' ? {} : { perDay: Number(perDay) }),
        needsApproval,
      }),
    );
  }, onMade);
  return (
    <form className="panel-card stack" onSubmit={onSubmit}>
      <h2>Make a token</h2>
      {failure !== undefined && <Failed reason={failure} />}
      <div className="fields">
        <Field label="Name" name="title" maxLength={80} required />
        <Field
          label="Group"
          name="group"
          pattern="[a-z0-9-]{1,64}"
          hint="Small letters, digits and hyphens. May stay empty."
        />
        <Field label="Days until it ends" name="days" type="number" min={1} max={730} defaultValue={90} required />
        <Field
          label="Browsers it is good for"
          name="uses"
          type="number"
          min={1}
          max={1_000_000}
          defaultValue={100}
          required
        />
        <Field
          label="Of these on one day"
          name="perDay"
          type="number"
          min={1}
          max={1_000_000}
          hint="More are refused until midnight, UTC. Left empty: half of them, but no fewer than 500."
        />
      </div>
      <label className="check">
        <input type="checkbox" checked={needsApproval} onChange={({ target }) => setNeedsApproval(target.checked)} />
        Each browser waits until somebody approves it
      </label>
      <div className="actions">
        <button type="submit" className="safe" disabled={isSending}>
          Make the token
        </button>
      </div>
    </form>
  );
}
