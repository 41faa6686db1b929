import { newRecoveryCodes } from '../auth/recovery.ts';
import { isFresh, leaveSession, sessionLimits, startSession } from '../auth/sessions.ts';
import { proveAgain, signIn } from '../auth/sign-in.ts';
import { recordAudit } from '../store/audit.ts';
import { replaceRecoveryCodes } from '../store/recovery-codes.ts';
import { endSessionOf, proveSession, sessionsOf } from '../store/sessions.ts';
import type { Workings } from '../workings.ts';
import { ProofRequest, SignInRequest } from './contract.ts';
import type { RecoveryCodes, SessionList, SignedIn } from './contract.ts';
import { act, personOf, readId, readRequest } from './handler.ts';
import type { Handler } from './handler.ts';

/** `POST /api/session`: signs in. One answer for everything that is wrong. */
export function signInHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, SignInRequest);
    if (!request.ok) return request.refusal;
    const person = await signIn(workings, request.value);
    const isIn = person !== undefined && (await startSession(c, workings, person));
    if (!isIn) return c.json({ reason: 'sign-in-refused' }, 401);
    return c.json({ name: person.name, roles: [...person.roles], fresh: true } satisfies SignedIn);
  };
}

/** `GET /api/session`: who is signed in, and whether they have proved it within minutes. */
export function meHandler({ clock }: Workings): Handler {
  return (c) => {
    const session = personOf(c);
    const { name, roles, isFromOidc } = session;
    const me: SignedIn = {
      name,
      roles: [...roles],
      fresh: isFresh(session, clock()),
      ...(isFromOidc && { oidc: true }),
    };
    return Promise.resolve(c.json(me));
  };
}

/** `DELETE /api/session`: signs out. */
export function signOutHandler(workings: Workings): Handler {
  return async (c) => {
    const { name, personId } = personOf(c);
    await leaveSession(c, workings);
    await recordAudit(workings.db, { actor: name, action: 'signed-out', target: personId, now: workings.clock() });
    return c.json({ done: true });
  };
}

/** `POST /api/session/proof`: a code, so that dangerous calls are open for some minutes. */
export function proofHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, ProofRequest);
    if (!request.ok) return request.refusal;
    const { id, personId } = personOf(c);
    if (!(await proveAgain(workings, { id, personId }, request.value.code)))
      return c.json({ reason: 'code-refused' }, 422);
    await proveSession(workings.db, id, workings.clock());
    return c.json({ done: true });
  };
}

/** `GET /api/sessions`: one's own. */
export function sessionsHandler({ db, clock }: Workings): Handler {
  return async (c) => {
    const { id: current, personId } = personOf(c);
    const sessions = await sessionsOf(db, personId, sessionLimits(clock()));
    return c.json({
      sessions: sessions.map(({ id, browser, created_at: createdAt, seen_at: seenAt }) => ({
        id,
        browser,
        createdAt: createdAt.toISOString(),
        seenAt: seenAt.toISOString(),
        current: id === current,
      })),
    } satisfies SessionList);
  };
}

/** `DELETE /api/sessions/:id`: ends one of one's own. */
export function endSessionHandler(workings: Workings): Handler {
  return async (c) => {
    const id = readId(c);
    if (id === undefined) return c.json({ reason: 'not-found' }, 404);
    const { personId } = personOf(c);
    const isEnded = await act(c, workings, async (queries) => {
      const ended = await endSessionOf(queries, personId, id);
      return { value: ended, target: ended ? id : undefined };
    });
    return isEnded ? c.json({ done: true }) : c.json({ reason: 'not-found' }, 404);
  };
}

/** `POST /api/recovery-codes`: ten new ones; those before are good no more. */
export function recoveryHandler(workings: Workings): Handler {
  return async (c) => {
    const { personId, isFromOidc } = personOf(c);
    if (isFromOidc) return c.json({ reason: 'comes-by-oidc' }, 422);
    const codes = newRecoveryCodes();
    await act(c, workings, async (queries) => {
      await replaceRecoveryCodes(queries, personId, codes);
      return { value: undefined, target: personId };
    });
    return c.json({ recoveryCodes: [...codes] } satisfies RecoveryCodes);
  };
}
