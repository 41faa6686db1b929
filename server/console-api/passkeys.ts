import {
  beginAddition,
  beginProof,
  beginSignIn,
  proveByPasskey,
  readAddition,
  signInByPasskey,
} from '../auth/passkeys.ts';
import type { OwnSite } from '../auth/own-site.ts';
import { startSession } from '../auth/sessions.ts';
import { addPasskey, passkeysOf, removePasskey } from '../store/passkeys.ts';
import { proveSession } from '../store/sessions.ts';
import type { Workings } from '../workings.ts';
import type { SignedIn } from './contract.ts';
import { act, personOf, readRequest } from './handler.ts';
import type { Handler } from './handler.ts';
import { PasskeyAddition, PasskeyId, PasskeyProof } from './passkey-contract.ts';
import type { PasskeyCreation, PasskeyList, PasskeyRequest } from './passkey-contract.ts';

/** Bytes of a passkey as browsers send it, with its parts twice and an RSA key at most. */
const mostBytes = 24 * 1024;
const nameless = { reason: 'passkeys-need-a-name' } as const;

/** `POST /api/passkey/options`: what a passkey is asked to sign at the sign-in. */
export function signInOptionsHandler(workings: Workings, site: OwnSite): Handler {
  return async (c) => {
    const begun = await beginSignIn(workings, site);
    return begun === undefined ? c.json(nameless, 422) : c.json(begun satisfies PasskeyRequest);
  };
}

/** `POST /api/passkey`: signs in by passkey alone. One answer for everything that is wrong. */
export function signInByPasskeyHandler(workings: Workings, site: OwnSite): Handler {
  return async (c) => {
    const request = await readRequest(c, PasskeyProof, mostBytes);
    if (!request.ok) return request.refusal;
    const person = await signInByPasskey(workings, site, request.value);
    const isIn = person !== undefined && (await startSession(c, workings, person));
    if (!isIn) return c.json({ reason: 'passkey-refused' }, 401);
    return c.json({ name: person.name, roles: [...person.roles], fresh: true } satisfies SignedIn);
  };
}

/** `POST /api/session/proof/options`: what one of one's own passkeys is asked to sign. */
export function proofOptionsHandler(workings: Workings, site: OwnSite): Handler {
  return async (c) => {
    const begun = await beginProof(workings, site, personOf(c).personId);
    if (begun === 'no-passkey') return c.json({ reason: begun }, 404);
    return begun === undefined ? c.json(nameless, 422) : c.json(begun satisfies PasskeyRequest);
  };
}

/** `POST /api/session/proof/passkey`: opens dangerous calls for some minutes. */
export function proofByPasskeyHandler(workings: Workings, site: OwnSite): Handler {
  return async (c) => {
    const request = await readRequest(c, PasskeyProof, mostBytes);
    if (!request.ok) return request.refusal;
    const { id, personId } = personOf(c);
    if (!(await proveByPasskey(workings, site, { personId, ...request.value })))
      return c.json({ reason: 'passkey-refused' }, 422);
    await proveSession(workings.db, id, workings.clock());
    return c.json({ done: true });
  };
}

/** `GET /api/passkeys`: one's own. */
export function passkeysHandler({ db }: Workings): Handler {
  return async (c) => {
    const passkeys = await passkeysOf(db, personOf(c).personId);
    return c.json({
      passkeys: passkeys.map(({ id, title, created_on: createdOn }) => ({ id, title, createdOn })),
    } satisfies PasskeyList);
  };
}

/** `POST /api/passkeys/options`: what the browser is told to make. */
export function passkeyOptionsHandler(workings: Workings, site: OwnSite): Handler {
  return async (c) => {
    const session = personOf(c);
    // A passkey of our own would outlive the groups of the organisation.
    if (session.isFromOidc) return c.json({ reason: 'comes-by-oidc' }, 422);
    const begun = await beginAddition(workings, site, session);
    return begun === undefined ? c.json(nameless, 422) : c.json(begun satisfies PasskeyCreation);
  };
}

/** `POST /api/passkeys`: adds one. */
export function addPasskeyHandler(workings: Workings, site: OwnSite): Handler {
  return async (c) => {
    const request = await readRequest(c, PasskeyAddition, mostBytes);
    if (!request.ok) return request.refusal;
    const { personId } = personOf(c);
    const passkey = await readAddition(workings, site, { personId, ...request.value });
    if (passkey === undefined) return c.json({ reason: 'passkey-refused' }, 422);
    const isNew = await act(c, workings, async (queries) => {
      const added = await addPasskey(queries, passkey);
      return { value: added, target: added ? personId : undefined, detail: { passkey: passkey.title } };
    });
    return isNew ? c.json({ done: true }) : c.json({ reason: 'passkey-known' }, 422);
  };
}

/** `DELETE /api/passkeys/:id`: removes one of one's own. */
export function removePasskeyHandler(workings: Workings): Handler {
  return async (c) => {
    const id = PasskeyId.safeParse(c.req.param('id')).data;
    if (id === undefined) return c.json({ reason: 'not-found' }, 404);
    const { personId } = personOf(c);
    const title = await act(c, workings, async (queries) => {
      const removed = await removePasskey(queries, personId, id);
      return { value: removed, target: removed && personId, ...(removed && { detail: { passkey: removed, id } }) };
    });
    return title === undefined ? c.json({ reason: 'not-found' }, 404) : c.json({ done: true });
  };
}
