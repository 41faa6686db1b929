import { revokeApiKey } from '../store/api-keys.ts';
import type { Queries } from '../store/database.ts';
import { revokeToken } from '../store/enrolment-tokens.ts';
import { revokeInstall, revokeInstallsOfToken } from '../store/installs.ts';
import { endPerson, findPersonById, hasOwner, replaceRoles } from '../store/people.ts';
import { endPasskey, removePasskeysOf } from '../store/passkeys.ts';
import { replaceRecoveryCodes } from '../store/recovery-codes.ts';
import { forgetSetting } from '../store/settings.ts';
import type { Revocation } from './list.ts';

/** How much a list took away that a backup would have brought back. */
export interface Revoked {
  readonly people: number;
  readonly browsers: number;
  readonly tokens: number;
  readonly apiKeys: number;
  readonly passkeys: number;
}

export const nothingRevoked: Revoked = { people: 0, browsers: 0, tokens: 0, apiKeys: 0, passkeys: 0 };

/**
 * Takes away again what the list says from a database whose audit log has `size` entries. Nothing on the list gives anybody more than
 * they have.
 */
export async function applyRevocations(
  queries: Queries,
  revocations: readonly Revocation[],
  { now, size }: { readonly now: number; readonly size: number },
): Promise<Revoked> {
  const revoked = { ...nothingRevoked } as { -readonly [Name in keyof Revoked]: number };
  for (const revocation of revocations) {
    const { kind, id } = revocation;
    if (kind === 'install') revoked.browsers += Number(await revokeInstall(queries, id, now));
    if (kind === 'token' || kind === 'token-installs') revoked.tokens += Number(await revokeToken(queries, id));
    if (kind === 'token-installs') revoked.browsers += await revokeInstallsOfToken(queries, id, now);
    if (kind === 'api-key') revoked.apiKeys += Number((await revokeApiKey(queries, id)) !== undefined);
    if (kind === 'person') revoked.people += Number(await endPerson(queries, id));
    if (kind === 'passkey') revoked.passkeys += Number(await endPasskey(queries, id));
    if ((kind === 'person-reset' || kind === 'recovery-codes') && revocation.seq > size)
      await voidCredentials(queries, revocation);
    if (kind === 'roles') revoked.people += Number(await lessen(queries, revocation));
  }
  // When the last owner of the backup was shut out since, the next start gives out a set-up link: it is printed on the machine itself.
  if (!(await hasOwner(queries))) await forgetSetting(queries, 'owner');
  return revoked;
}

/** The codes of the backup may have been used or replaced since, and passkeys are those of before the person started anew. */
async function voidCredentials(queries: Queries, { kind, id }: Pick<Revocation, 'kind' | 'id'>): Promise<void> {
  if ((await findPersonById(queries, id)) === undefined) return;
  await replaceRecoveryCodes(queries, id, []);
  if (kind === 'person-reset') await removePasskeysOf(queries, id);
}

async function lessen(
  queries: Queries,
  { id, roles }: Extract<Revocation, { readonly kind: 'roles' }>,
): Promise<boolean> {
  const person = await findPersonById(queries, id);
  const kept = person?.roles.filter((role) => roles.includes(role)) ?? [];
  if (person === undefined || kept.length === person.roles.length) return false;
  await replaceRoles(queries, id, kept);
  return true;
}
