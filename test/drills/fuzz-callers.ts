import { randomUUID } from 'node:crypto';
import { randomSecret } from '../../server/keys/key-files.ts';
import { addApiKey } from '../../server/store/api-keys.ts';
import { addEnrolmentToken } from '../../server/store/enrolment-tokens.ts';
import { addPerson } from '../../server/store/people.ts';
import { addSession } from '../../server/store/sessions.ts';
import { TestBrowser } from '../../server/testing/browser.ts';
import type { TestEndpoint } from '../../server/testing/endpoint.ts';
import { roles, scopes } from '../../server/vocabulary.ts';
import type { Role, Scope } from '../../server/vocabulary.ts';

/** Those who call: one person for each role, a program for each scope, and some browsers. Who was lost is replaced. */
export interface Callers {
  /** The ids of those people. */
  readonly personIds: ReadonlyMap<Role, string>;
  readonly people: ReadonlyMap<Role, string>;
  readonly programs: ReadonlyMap<Scope, string>;
  readonly browsers: readonly TestBrowser[];
  /** A new person of the role, in place of one who was shut out, signed out or changed. */
  replacePerson(role: Role): Promise<void>;
  replaceProgram(scope: Scope): Promise<void>;
  replaceBrowser(index: number): Promise<void>;
}

/** Written into the database: a set-up costs a password hash, and people are lost all the time here. */
export async function gatherCallers({ db, workings, send, now }: TestEndpoint): Promise<Callers> {
  const people = new Map<Role, string>();
  const personIds = new Map<Role, string>();
  const programs = new Map<Scope, string>();
  const browsers: TestBrowser[] = [];
  const callers: Callers = {
    personIds,
    people,
    programs,
    browsers,
    async replacePerson(role) {
      const [id, session] = [randomUUID(), randomSecret()];
      const sealedSecret = workings.keys.seal('JBSWY3DPEHPK3PXP', 'one-time-code');
      const person = { id, name: `Person ${id}`, roles: [role], passwordHash: '-', sealedSecret, lastStep: 0 };
      await addPerson(db, person);
      await addSession(db, { token: session, person, browser: 'other', now: now(), provedAt: now() });
      personIds.set(role, id);
      people.set(role, `__Host-sluice=${session}`);
    },
    async replaceProgram(scope) {
      const key = randomSecret();
      const expiresAt = now() + 86_400_000;
      await addApiKey(db, {
        id: randomUUID(),
        key,
        title: scope,
        scopes: [scope],
        createdBy: '-',
        makerId: personIds.get('owner') ?? randomUUID(),
        expiresAt,
        now: now(),
      });
      programs.set(scope, key);
    },
    async replaceBrowser(index) {
      const own = randomSecret(); // that of the endpoint may be revoked at the moment
      await addEnrolmentToken(db, { token: own, expiresAt: now() + 86_400_000, uses: 1 });
      browsers[index] = await TestBrowser.join(send, own, now);
    },
  };
  for (const role of roles) await callers.replacePerson(role);
  for (const scope of scopes) await callers.replaceProgram(scope);
  for (let index = 0; index < 8; index += 1) await callers.replaceBrowser(index);
  return callers;
}
