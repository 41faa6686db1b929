import type { Role } from '../vocabulary.ts';
import { randomSecret } from '../keys/key-files.ts';
import { findPersonById, listPeople, setRoles, shutOut } from '../store/people.ts';
import type { PeopleChange } from '../store/people.ts';
import { addSetupLink, closeLinksMadeBy, closeLinksOf } from '../store/setup-links.ts';
import type { Workings } from '../workings.ts';
import { RolesRequest } from './contract.ts';
import type { InviteReply, PeopleList } from './contract.ts';
import { act, personOf, readId, readRequest } from './handler.ts';
import type { ConsoleContext, Handler } from './handler.ts';

const linkMilliseconds = 3 * 86_400_000;

/** `GET /api/people`. */
export function peopleHandler({ db }: Workings): Handler {
  return async (c) => {
    const caller = c.get('caller');
    const own = caller.kind === 'person' ? caller.session.personId : undefined;
    const people = await listPeople(db);
    return c.json({
      people: people.map(({ id, name, roles, active }) => ({ id, name, roles: [...roles], active, you: id === own })),
    } satisfies PeopleList);
  };
}

/** `POST /api/people`: a one-time link, good for three days, that makes a person with these roles. */
export function inviteHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, RolesRequest);
    if (!request.ok) return request.refusal;
    const token = randomSecret();
    const expiresAt = workings.clock() + linkMilliseconds;
    await act(c, workings, async (queries) => {
      await addSetupLink(queries, { token, roles: request.value.roles, makerId: personOf(c).personId, expiresAt });
      return { value: undefined, target: 'invitation', detail: sayRoles(request.value.roles) };
    });
    return c.json({ token, expiresAt: new Date(expiresAt).toISOString() } satisfies InviteReply);
  };
}

/** `PUT /api/people/:id/roles`. */
export function rolesHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, RolesRequest);
    if (!request.ok) return request.refusal;
    const { roles } = request.value;
    return change(c, workings, async (queries, id) => {
      const done = await setRoles(queries, id, roles);
      // They could come back by a link that they made: as somebody new, or as somebody whom they reset.
      if (done === 'done' && !roles.includes('owner')) await closeLinksMadeBy(queries, id);
      return [done, sayRoles(roles)];
    });
  };
}

/** `DELETE /api/people/:id`: shuts somebody out at once. */
export function shutOutHandler(workings: Workings): Handler {
  return (c) =>
    change(c, workings, async (queries, id) => {
      const done = await shutOut(queries, id);
      if (done === 'done') {
        await closeLinksOf(queries, id);
        await closeLinksMadeBy(queries, id);
      }
      return [done];
    });
}

/** `POST /api/people/:id/reset`: a link with which somebody who lost their authenticator app starts anew. Not for oneself. */
export function resetHandler(workings: Workings): Handler {
  return async (c) => {
    const id = readId(c);
    if (id === undefined || id === personOf(c).personId) return c.json({ reason: 'not-found' }, 404);
    const token = randomSecret();
    const expiresAt = workings.clock() + linkMilliseconds;
    const refusal = await act<'not-found' | 'comes-by-oidc' | undefined>(c, workings, async (queries) => {
      const person = await findPersonById(queries, id);
      if (person === undefined) return { value: 'not-found', target: undefined };
      if (person.passwordHash === undefined) return { value: 'comes-by-oidc', target: undefined };
      await closeLinksOf(queries, id);
      await addSetupLink(queries, { token, personId: id, makerId: personOf(c).personId, expiresAt });
      return { value: undefined, target: id };
    });
    if (refusal !== undefined) return c.json({ reason: refusal }, refusal === 'not-found' ? 404 : 422);
    return c.json({ token, expiresAt: new Date(expiresAt).toISOString() } satisfies InviteReply);
  };
}

type Work = (
  queries: Parameters<Parameters<typeof act>[2]>[0],
  id: string,
) => Promise<readonly [PeopleChange, Readonly<Record<string, string>>?]>;

async function change(c: ConsoleContext, workings: Workings, work: Work): Promise<Response> {
  const id = readId(c);
  if (id === undefined) return c.json({ reason: 'not-found' }, 404);
  const result = await act(c, workings, async (queries) => {
    const [value, detail] = await work(queries, id);
    return { value, target: value === 'done' ? id : undefined, ...(detail && { detail }) };
  });
  if (result === 'done') return c.json({ done: true });
  return c.json({ reason: result }, result === 'not-found' ? 404 : 409);
}

function sayRoles(roles: readonly Role[]) {
  return { roles: roles.join(' ') };
}
