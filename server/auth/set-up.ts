import { randomUUID } from 'node:crypto';
import { randomSecret } from '../keys/key-files.ts';
import { appendAudit } from '../store/audit.ts';
import { addPerson, addSetupLink, closeSetupLinks, fillSetupLink, findSetupLink } from '../store/people.ts';
import { claimSetting, readSetting } from '../store/settings.ts';
import type { Workings } from '../workings.ts';
import { newSecret, secretUri, stepOfCode } from './one-time-code.ts';
import { flawOf, hashPassword } from './password.ts';
import type { PasswordFlaw } from './password.ts';

/** A new one-time set-up token, of which only the hash is stored; `undefined` once there is an owner. */
export async function newSetupToken({ db }: Workings): Promise<string | undefined> {
  if ((await readSetting(db, 'owner')) !== undefined) return undefined;
  const token = randomSecret();
  await addSetupLink(db, token);
  return token;
}

export async function isOpenSetupLink({ db }: Workings, token: string): Promise<boolean> {
  return (await findSetupLink(db, token)) !== undefined;
}

export interface OwnerEntry {
  readonly token: string;
  readonly name: string;
  readonly password: string;
}

export type SetupRefusal = 'link-used' | 'code-refused' | PasswordFlaw;

export type Prepared =
  | { readonly ok: true; readonly secret: string; readonly uri: string }
  | { readonly ok: false; readonly reason: SetupRefusal };

/** Keeps name and password at the link, and gives the secret for the authenticator app. May be done again until it is confirmed. */
export async function prepareOwner({ db, keys }: Workings, { token, name, password }: OwnerEntry): Promise<Prepared> {
  if ((await findSetupLink(db, token)) === undefined) return { ok: false, reason: 'link-used' };
  const flaw = flawOf(password, name);
  if (flaw !== undefined) return { ok: false, reason: flaw };
  const secret = newSecret();
  const passwordHash = await hashPassword(password);
  await fillSetupLink(db, token, { name, passwordHash, sealedSecret: keys.seal(secret, 'one-time-code') });
  return { ok: true, secret, uri: secretUri(secret, name) };
}

export type Confirmed =
  | { readonly ok: true; readonly personId: string; readonly name: string }
  | { readonly ok: false; readonly reason: SetupRefusal };

/** Makes the owner once the first code is right. Only the first of two at the same moment succeeds. */
export async function confirmOwner(workings: Workings, token: string, code: string): Promise<Confirmed> {
  const { db, keys, clock } = workings;
  const pending = (await findSetupLink(db, token))?.pending;
  if (pending === undefined) return { ok: false, reason: 'link-used' };
  const step = stepOfCode(keys.unseal(pending.sealedSecret, 'one-time-code') ?? '', code, clock());
  if (step === undefined) return { ok: false, reason: 'code-refused' };
  const personId = randomUUID();
  return db.transaction(async (queries) => {
    if (!(await claimSetting(queries, 'owner', personId))) return { ok: false, reason: 'link-used' };
    await addPerson(queries, { id: personId, role: 'owner', lastStep: step, ...pending });
    await closeSetupLinks(queries);
    await appendAudit(queries, { actor: pending.name, action: 'owner-created', target: personId, now: clock() });
    return { ok: true, personId, name: pending.name };
  });
}
