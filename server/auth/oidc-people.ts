import { createHash, randomUUID } from 'node:crypto';
import { appendAudit } from '../store/audit.ts';
import type { Queries } from '../store/database.ts';
import { addOidcPerson, findBySubject, setOidcRoles } from '../store/oidc-people.ts';
import type { OidcPerson } from '../store/oidc-people.ts';
import { listPeople } from '../store/people.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { roles } from '../vocabulary.ts';
import type { AuditAction, Role } from '../vocabulary.ts';
import type { Workings } from '../workings.ts';
import { hasSecondFactor } from './oidc.ts';
import type { Claims } from './oidc.ts';
import type { OidcOptions } from './oidc-options.ts';
import { isReserved, lookOf, tidyName } from './person-name.ts';

export type Admission =
  | { readonly ok: true; readonly personId: string }
  | { readonly ok: false; readonly reason: 'mfa-missing' | 'no-role' | 'shut-out' | 'somebody-else' };

interface Arrival {
  readonly claims: Claims;
  readonly groups: readonly string[];
  /** Who has to be here, when somebody proves again who they are. */
  readonly personId?: string | undefined;
}

/** Lets a person in whom the provider vouches for, with the roles of their groups as they are now. */
export async function admit(workings: Workings, options: OidcOptions, arrival: Arrival): Promise<Admission> {
  const subject = `${arrival.claims.iss} ${arrival.claims.sub}`;
  const given = rolesOf(options, arrival.groups);
  return workings.db.transaction(async (queries): Promise<Admission> => {
    const say = sayer(queries, workings);
    const known = await findBySubject(queries, subject);
    const reason = reasonAgainst(options, arrival, known) ?? (given.length === 0 ? 'no-role' : undefined);
    if (reason !== undefined) {
      if (reason === 'no-role' && known !== undefined) await takeRoles(queries, known.id);
      const stranger = async () => ({ id: 'oidc', name: (await freeNames(queries, arrival.claims))[0] ?? 'stranger' });
      await say('oidc-refused', known ?? (await stranger()), { why: reason });
      return { ok: false, reason };
    }
    const person = known ?? (await welcome(queries, { subject, given, claims: arrival.claims }));
    if (known === undefined) await say('oidc-person-added', person, { roles: given.join(' ') });
    else if (known.roles.join(' ') !== given.join(' ')) {
      await setOidcRoles(queries, known.id, given);
      await say('roles-changed', known, { roles: given.join(' ') });
    }
    await say(arrival.personId === undefined ? 'signed-in-by-oidc' : 'proved-again', person);
    return { ok: true, personId: person.id };
  });
}

type Reason = (Admission & { readonly ok: false })['reason'];

function reasonAgainst(options: OidcOptions, { claims, personId }: Arrival, known?: OidcPerson): Reason | undefined {
  if (personId !== undefined && known?.id !== personId) return 'somebody-else';
  if (known?.active === false) return 'shut-out';
  return hasSecondFactor(options, claims) ? undefined : 'mfa-missing';
}

type Say = (
  action: AuditAction,
  person: Pick<OidcPerson, 'id' | 'name'>,
  detail?: Readonly<Record<string, string>>,
) => Promise<void>;

function sayer(queries: Queries, { clock }: Workings): Say {
  return (action, { id, name }, detail) =>
    appendAudit(queries, { actor: name, action, target: id, now: clock(), ...(detail && { detail }) });
}

/** Whoever lost all their groups is out at once, wherever they are signed in. */
async function takeRoles(queries: Queries, personId: string): Promise<void> {
  await setOidcRoles(queries, personId, []);
  await endSessionsOf(queries, personId);
}

/** The roles of all groups together, in the order of the vocabulary. */
function rolesOf({ roles: mapping }: OidcOptions, groups: readonly string[]): readonly Role[] {
  const own = new Map(Object.entries(mapping));
  const given = new Set(groups.flatMap((group) => own.get(group) ?? []));
  return roles.filter((role) => given.has(role));
}

interface Welcome {
  readonly subject: string;
  readonly given: readonly Role[];
  readonly claims: Claims;
}

/** Makes the row under the first name that nobody has yet. */
async function welcome(
  queries: Queries,
  { subject, given, claims }: Welcome,
): Promise<Pick<OidcPerson, 'id' | 'name'>> {
  for (const name of await freeNames(queries, claims)) {
    const id = randomUUID();
    if (await addOidcPerson(queries, { id, subject, name, roles: given })) return { id, name };
    // Two first sign-ins of one person at the same moment: the other one made the row.
    const known = await findBySubject(queries, subject);
    if (known !== undefined) return known;
  }
  throw new Error('no name is free');
}

/** Without those that people take for somebody else's: the log tells people apart by their names. */
async function freeNames(queries: Queries, claims: Claims): Promise<readonly string[]> {
  const taken = new Set((await listPeople(queries)).map(({ name }) => lookOf(name)));
  return namesOf(claims).filter((name) => !taken.has(lookOf(name)));
}

/** Names to try, the most readable first; the last one is nobody else's. */
function namesOf({ name, preferred_username: username, email, iss, sub }: Claims): readonly string[] {
  const shown = clean(name ?? username ?? email ?? sub);
  const short = clean(username ?? email ?? '');
  const mark = createHash('sha256').update(`${iss} ${sub}`).digest('hex').slice(0, 12);
  const base = isReserved(shown) ? 'Somebody' : shown.slice(0, 40).trimEnd();
  return [base, ...(short === '' || short === base ? [] : [`${base} (${short.slice(0, 35)})`]), `${base} (${mark})`];
}

/** As people type their names here: no control signs, and not longer. */
function clean(given: string): string {
  return tidyName(given.replaceAll(/\p{C}/gu, '')).slice(0, 80);
}
