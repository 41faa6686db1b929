import { confirmEntry, openLink, prepareEntry } from '../auth/set-up.ts';
import { startSession } from '../auth/sessions.ts';
import { findPersonById } from '../store/people.ts';
import type { Workings } from '../workings.ts';
import { SetupBegin, SetupCheck, SetupConfirm } from './contract.ts';
import type { Entered, SetupLinkReply, SetupSecret } from './contract.ts';
import { readRequest } from './handler.ts';
import type { Handler } from './handler.ts';

/** `POST /api/setup/check`: whether a set-up link can still be used, and for what. */
export function checkHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, SetupCheck);
    if (!request.ok) return request.refusal;
    const link = await openLink(workings, request.value.token);
    if (link === undefined) return c.json({ reason: 'link-used' }, 410);
    return c.json({ kind: link.kind, name: link.name ?? null } satisfies SetupLinkReply);
  };
}

/** `POST /api/setup/begin`: name and password; the answer is the secret for the authenticator app. */
export function beginHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, SetupBegin);
    if (!request.ok) return request.refusal;
    const prepared = await prepareEntry(workings, request.value);
    if (!prepared.ok) return c.json({ reason: prepared.reason }, prepared.reason === 'link-used' ? 410 : 422);
    return c.json({ secret: prepared.secret, uri: prepared.uri } satisfies SetupSecret);
  };
}

/** `POST /api/setup/confirm`: the first code makes the person and signs them in. The link is used then. */
export function confirmHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, SetupConfirm);
    if (!request.ok) return request.refusal;
    const confirmed = await confirmEntry(workings, request.value.token, request.value.code);
    if (!confirmed.ok) return c.json({ reason: confirmed.reason }, confirmed.reason === 'link-used' ? 410 : 422);
    const person = await findPersonById(workings.db, confirmed.personId);
    const isIn = person !== undefined && (await startSession(c, workings, person));
    if (!isIn) return c.json({ reason: 'link-used' }, 410); // shut out in this very moment
    const { name, roles } = person;
    const recoveryCodes = [...confirmed.recoveryCodes];
    return c.json({ name, roles: [...roles], fresh: true, recoveryCodes } satisfies Entered);
  };
}
