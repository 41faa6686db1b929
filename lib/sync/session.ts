import type { MembershipFields, Revocation } from '../contract/membership.ts';
import type { Item } from '../storage/items.ts';
import { enrol, failureOf, fetchBearer } from './enrol.ts';
import type { Bearer, Failed } from './enrol.ts';
import { send } from './send.ts';
import type { Answer, Outgoing, SenderOptions } from './send.ts';
import { createStanding } from './standing.ts';

export type Called = { readonly ok: true; readonly answer: Answer } | Failed;

/** Authenticated calls to one endpoint. */
export interface Session {
  /**
   * Enrols and gets a token where needed. A 401 is answered with one new token. Only 2xx and 304 are `ok`. Once the registration was
   * withdrawn nothing is sent.
   */
  readonly call: (outgoing: Outgoing) => Promise<Called>;
}

export interface SessionOptions extends SenderOptions {
  /** Outlives the worker, not the browser: a token is never written to the disk. */
  readonly bearer: Item<Bearer>;
  readonly revoked: Item<Revocation>;
}

export function createSession(membership: MembershipFields, options: SessionOptions): Session {
  const { bearer, now } = options;
  const standing = createStanding(options);
  const authorise = async (): Promise<{ readonly ok: true; readonly token: string } | Failed> => {
    const enrolled = await enrol(membership, options, await standing.revokedInstall());
    if (!enrolled.ok) return enrolled;
    const kept = await bearer.get();
    if (kept?.installId === enrolled.identity.installId && kept.until > now()) return { ok: true, token: kept.token };
    const fetched = await fetchBearer(enrolled.identity, options);
    if (!fetched.ok) return fetched;
    await bearer.set(fetched.bearer);
    return { ok: true, token: fetched.bearer.token };
  };
  const attempt = async (outgoing: Outgoing): Promise<Called> => {
    const authorised = await authorise();
    if (!authorised.ok) return authorised;
    const headers = { ...outgoing.headers, authorization: `Bearer ${authorised.token}` };
    const answer = await send({ ...outgoing, headers }, options);
    const isGood = (answer.status >= 200 && answer.status < 300) || answer.status === 304;
    await standing.noteState(answer.headers);
    return isGood ? { ok: true, answer } : failureOf(answer);
  };
  const attemptTwice = async (outgoing: Outgoing): Promise<Called> => {
    const first = await attempt(outgoing);
    if (first.ok || first.status !== 401 || first.reason === 'revoked') return first;
    await bearer.remove();
    return first.step === undefined ? attempt(outgoing) : first;
  };
  return {
    async call(outgoing) {
      const refusal = await standing.refusal(membership);
      if (refusal !== undefined) return refusal;
      const called = await attemptTwice(outgoing);
      if (!called.ok) await standing.noteFailure(membership, called);
      return called;
    },
  };
}
