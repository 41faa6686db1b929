import { confirmOwner, isOpenSetupLink, prepareOwner } from '../auth/set-up.ts';
import { startSession } from '../auth/sessions.ts';
import type { Workings } from '../workings.ts';
import { SetupBegin, SetupCheck, SetupConfirm } from './contract.ts';
import type { SetupSecret, SignedIn } from './contract.ts';
import { readRequest } from './handler.ts';
import type { Handler } from './handler.ts';

/** `POST /api/setup/check`: whether a set-up link can still be used. */
export function checkHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, SetupCheck);
    if (!request.ok) return request.refusal;
    const open = await isOpenSetupLink(workings, request.value.token);
    return open ? c.json({ done: true }) : c.json({ reason: 'link-used' }, 410);
  };
}

/** `POST /api/setup/begin`: name and password; the answer is the secret for the authenticator app. */
export function beginHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, SetupBegin);
    if (!request.ok) return request.refusal;
    const prepared = await prepareOwner(workings, request.value);
    if (!prepared.ok) return c.json({ reason: prepared.reason }, prepared.reason === 'link-used' ? 410 : 422);
    return c.json({ secret: prepared.secret, uri: prepared.uri } satisfies SetupSecret);
  };
}

/** `POST /api/setup/confirm`: the first code makes the owner and signs them in. The link is used then. */
export function confirmHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, SetupConfirm);
    if (!request.ok) return request.refusal;
    const confirmed = await confirmOwner(workings, request.value.token, request.value.code);
    if (!confirmed.ok) return c.json({ reason: confirmed.reason }, confirmed.reason === 'link-used' ? 410 : 422);
    await startSession(c, workings, confirmed.personId);
    return c.json({ name: confirmed.name, role: 'owner' } satisfies SignedIn);
  };
}
