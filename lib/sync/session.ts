import type { MembershipFields } from '../contract/membership.ts';
import { enrol, failureOf, fetchBearer } from './enrol.ts';
import type { Bearer, Failed } from './enrol.ts';
import { send } from './send.ts';
import type { Answer, Outgoing, SenderOptions } from './send.ts';

/** Authenticated calls to one endpoint. */
export interface Session {
  /** Enrols and gets a token where needed. A 401 is answered with one new token. */
  readonly call: (outgoing: Outgoing) => Promise<{ readonly ok: true; readonly answer: Answer } | Failed>;
}

export function createSession(membership: MembershipFields, options: SenderOptions): Session {
  let bearer: Bearer | undefined;
  const authorise = async (): Promise<{ readonly ok: true; readonly token: string } | Failed> => {
    if (bearer && bearer.until > options.now()) return { ok: true, token: bearer.token };
    const enrolled = await enrol(membership, options);
    if (!enrolled.ok) return enrolled;
    const fetched = await fetchBearer(enrolled.identity, options);
    if (!fetched.ok) return fetched;
    ({ bearer } = fetched);
    return { ok: true, token: bearer.token };
  };
  const attempt = async (outgoing: Outgoing) => {
    const authorised = await authorise();
    if (!authorised.ok) return authorised;
    const headers = { ...outgoing.headers, authorization: `Bearer ${authorised.token}` };
    return { ok: true as const, answer: await send({ ...outgoing, headers }, options) };
  };
  return {
    async call(outgoing) {
      const first = await attempt(outgoing);
      if (!first.ok) return first;
      if (first.answer.status !== 401) return first.answer.status === 0 ? failureOf(0) : first;
      bearer = undefined;
      const second = await attempt(outgoing);
      return second.ok && second.answer.status === 0 ? failureOf(0) : second;
    },
  };
}
