import { leaveSession, startSession } from '../auth/sessions.ts';
import { signIn } from '../auth/sign-in.ts';
import { recordAudit } from '../store/audit.ts';
import type { Workings } from '../workings.ts';
import { SignInRequest } from './contract.ts';
import type { SignedIn } from './contract.ts';
import { readRequest } from './handler.ts';
import type { Handler } from './handler.ts';

/** `POST /api/session`: signs in. One answer for everything that is wrong. */
export function signInHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, SignInRequest);
    if (!request.ok) return request.refusal;
    const person = await signIn(workings, request.value);
    if (person === undefined) return c.json({ reason: 'sign-in-refused' }, 401);
    await startSession(c, workings, person.id);
    return c.json({ name: person.name, role: person.role } satisfies SignedIn);
  };
}

/** `GET /api/session`: who is signed in. */
export const meHandler: Handler = (c) => {
  const { name, role } = c.get('session');
  return Promise.resolve(c.json({ name, role } satisfies SignedIn));
};

/** `DELETE /api/session`: signs out. */
export function signOutHandler(workings: Workings): Handler {
  return async (c) => {
    const { name, personId } = c.get('session');
    await leaveSession(c, workings);
    await recordAudit(workings.db, { actor: name, action: 'signed-out', target: personId, now: workings.clock() });
    return c.json({ done: true });
  };
}
