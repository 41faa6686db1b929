import { randomUUID } from 'node:crypto';
import { randomSecret } from '../keys/key-files.ts';
import { appendAudit } from '../store/audit.ts';
import type { AuditAction } from '../vocabulary.ts';
import { hashToken } from '../store/database.ts';
import type { Queries } from '../store/database.ts';
import { addPerson, findPersonById, listPeople, replaceCredentials } from '../store/people.ts';
import { replaceRecoveryCodes } from '../store/recovery-codes.ts';
import { claimSetting, readSetting } from '../store/settings.ts';
import { addSetupLink, closeOwnerLinks, fillSetupLink, findSetupLink, useSetupLink } from '../store/setup-links.ts';
import type { PendingEntry, SetupLink } from '../store/setup-links.ts';
import type { Workings } from '../workings.ts';
import { newSecret, secretUri, stepOfCode } from './one-time-code.ts';
import { flawOf, hashPassword } from './password.ts';
import type { PasswordFlaw } from './password.ts';
import { isReserved, lookOf, tidyName } from './person-name.ts';
import { newRecoveryCodes } from './recovery.ts';

/** A new one-time set-up token, of which only the hash is stored; `undefined` once there is an owner. */
export async function newSetupToken({ db }: Workings): Promise<string | undefined> {
  if ((await readSetting(db, 'owner')) !== undefined) return undefined;
  const token = randomSecret();
  await addSetupLink(db, { token });
  return token;
}

export interface OpenLink {
  readonly kind: 'owner' | 'invitation' | 'reset';
  /** The person who starts anew. */
  readonly name: string | undefined;
}

/** What a set-up link is for; `undefined` when it is unknown, used or over. */
export async function openLink({ db, clock }: Workings, token: string): Promise<OpenLink | undefined> {
  const link = await findSetupLink(db, token, clock());
  if (link === undefined) return undefined;
  if (link.personId === undefined) return { kind: link.roles === undefined ? 'owner' : 'invitation', name: undefined };
  const person = await findPersonById(db, link.personId);
  return person && { kind: 'reset', name: person.name };
}

export interface PersonEntry {
  readonly token: string;
  readonly name: string;
  readonly password: string;
}

export type SetupRefusal = 'link-used' | 'code-refused' | 'name-taken' | PasswordFlaw;

export type Prepared =
  | { readonly ok: true; readonly secret: string; readonly uri: string }
  | { readonly ok: false; readonly reason: SetupRefusal };

/** Keeps name and password at the link, and gives the secret for the authenticator app. May be done again until it is confirmed. */
export async function prepareEntry(workings: Workings, entry: PersonEntry): Promise<Prepared> {
  const { db, keys } = workings;
  const link = await openLink(workings, entry.token);
  if (link === undefined) return { ok: false, reason: 'link-used' };
  const name = link.name ?? tidyName(entry.name);
  if (link.name === undefined && isReserved(name)) return { ok: false, reason: 'name-taken' };
  const flaw = flawOf(entry.password, name);
  if (flaw !== undefined) return { ok: false, reason: flaw };
  const secret = newSecret();
  const passwordHash = await hashPassword(entry.password);
  await fillSetupLink(db, entry.token, { name, passwordHash, sealedSecret: keys.seal(secret, 'one-time-code') });
  return { ok: true, secret, uri: secretUri(secret, name) };
}

export type Confirmed =
  | { readonly ok: true; readonly personId: string; readonly recoveryCodes: readonly string[] }
  | { readonly ok: false; readonly reason: SetupRefusal };

/** Makes the person once the first code is right. Only the first of two at the same moment succeeds. */
export async function confirmEntry(workings: Workings, token: string, code: string): Promise<Confirmed> {
  const { db, keys, clock } = workings;
  const link = await findSetupLink(db, token, clock());
  if (link?.pending === undefined) return { ok: false, reason: 'link-used' };
  const step = stepOfCode(keys.unseal(link.pending.sealedSecret, 'one-time-code') ?? '', code, clock());
  if (step === undefined) return { ok: false, reason: 'code-refused' };
  const entry = { ...link.pending, lastStep: step };
  return db.transaction(async (queries): Promise<Confirmed> => {
    if (!(await useSetupLink(queries, token))) return { ok: false, reason: 'link-used' };
    const made = await makePerson(queries, link, entry);
    if (!made.ok) {
      await reopen(queries, link, token);
      return made;
    }
    const recoveryCodes = newRecoveryCodes();
    await replaceRecoveryCodes(queries, made.personId, recoveryCodes);
    const { personId, action, name } = made;
    await appendAudit(queries, { actor: name, action, target: personId, now: clock() });
    return { ok: true, personId, recoveryCodes };
  });
}

type Made =
  | { readonly ok: true; readonly personId: string; readonly name: string; readonly action: AuditAction }
  | { readonly ok: false; readonly reason: SetupRefusal };

async function makePerson(
  queries: Queries,
  link: SetupLink,
  entry: PendingEntry & { readonly lastStep: number },
): Promise<Made> {
  if (link.personId !== undefined) {
    const name = await replaceCredentials(queries, { id: link.personId, ...entry });
    if (name === undefined) return { ok: false, reason: 'link-used' };
    return { ok: true, personId: link.personId, name, action: 'person-reset' };
  }
  const look = lookOf(entry.name);
  if ((await listPeople(queries)).some(({ name }) => lookOf(name) === look)) return { ok: false, reason: 'name-taken' };
  const personId = randomUUID();
  const isOwner = link.roles === undefined;
  if (isOwner && !(await claimSetting(queries, 'owner', personId))) return { ok: false, reason: 'link-used' };
  const isNew = await addPerson(queries, { id: personId, roles: link.roles ?? ['owner'], ...entry });
  if (!isNew) return { ok: false, reason: 'name-taken' };
  if (isOwner) await closeOwnerLinks(queries);
  return { ok: true, personId, name: entry.name, action: isOwner ? 'owner-created' : 'person-joined' };
}

/** A name that is taken costs nobody their invitation. */
async function reopen(queries: Queries, { roles, personId }: SetupLink, token: string): Promise<void> {
  if (roles === undefined || personId !== undefined) return;
  await queries.query('UPDATE setup_links SET used = false WHERE token_hash = $1', [hashToken(token)]);
}
