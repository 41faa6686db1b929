import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { OwnSite } from '../auth/own-site.ts';
import { beginRound, endRound, openRound, roundSeconds } from '../auth/oidc.ts';
import type { Client, Round } from '../auth/oidc.ts';
import { admit } from '../auth/oidc-people.ts';
import { currentSession, startSession } from '../auth/sessions.ts';
import { proveSession } from '../store/sessions.ts';
import type { Workings } from '../workings.ts';
import type { OidcReply } from './contract.ts';
import type { Handler } from './handler.ts';
import { answerPage } from './oidc-page.ts';

/** With its prefix `__Host-sluice-oidc`. Lax, since it has to come back from the provider’s site. */
const cookieName = 'sluice-oidc';
const cookieOptions = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

function clientOf({ oidc, publicUrl }: OwnSite): Client | undefined {
  return oidc && { options: oidc, redirectUri: `${publicUrl()}/api/oidc/callback` };
}

/** `GET /api/oidc`: whether the organisation's own sign-in is set up. */
export function oidcHandler({ oidc }: OwnSite): Handler {
  return (c) => Promise.resolve(c.json({ isOn: oidc !== undefined } satisfies OidcReply));
}

/** `GET /api/oidc/start`: goes to the provider. With `?for=proof`, the signed-in person proves there again who they are. */
export function oidcStartHandler(workings: Workings, site: OwnSite): Handler {
  return async (c) => {
    const client = clientOf(site);
    if (client === undefined) return c.json({ reason: 'not-found' }, 404);
    let proof: Round['proof'];
    if (c.req.query('for') === 'proof') {
      const session = await currentSession(c, workings);
      if (session?.isFromOidc !== true) return answerPage(c, 'session-over');
      proof = { sessionId: session.id, personId: session.personId };
    }
    const begun = await beginRound(workings, client, proof);
    if (begun === undefined) return answerPage(c, 'provider-away');
    setCookie(c, cookieName, begun.sealed, { ...cookieOptions, maxAge: roundSeconds });
    return c.redirect(begun.location, 302);
  };
}

/**
 * `GET /api/oidc/callback`: comes back from the provider. The answer is a page that goes on by itself: the session's cookie is strict, so
 * it is not sent along a chain that began at another site, but it is when our own page goes on.
 */
export function oidcCallbackHandler(workings: Workings, site: OwnSite): Handler {
  return async (c) => {
    const client = clientOf(site);
    if (client === undefined) return c.json({ reason: 'not-found' }, 404);
    const round = openRound(workings, getCookie(c, cookieName, 'host') ?? '');
    deleteCookie(c, cookieName, cookieOptions);
    if (round === undefined || c.req.query('state') !== round.state) return answerPage(c, 'not-begun');
    if (c.req.query('error') !== undefined) return answerPage(c, 'provider-refused');
    const ended = await endRound(workings, client, { round, search: new URL(c.req.url).search });
    if (!ended.ok) return answerPage(c, ended.reason);
    const { claims, groups } = ended;
    const admitted = await admit(workings, client.options, { claims, groups, personId: round.proof?.personId });
    if (!admitted.ok) return answerPage(c, admitted.reason);
    const now = workings.clock();
    if (round.proof !== undefined) {
      await proveSession(workings.db, round.proof.sessionId, now);
      return answerPage(c, 'proved');
    }
    // Somebody whom the provider knew from before has not proved anything within minutes.
    const provedAt = Math.min(now, (claims.auth_time ?? 0) * 1_000);
    const person = { id: admitted.personId, sealedSecret: undefined }; // the provider keeps what they sign in with
    return answerPage(c, (await startSession(c, workings, person, provedAt)) ? 'signed-in' : 'provider-refused');
  };
}
