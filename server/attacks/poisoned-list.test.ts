import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyRevocations } from '../revocations/apply.ts';
import { keepRevocations } from '../revocations/keep.ts';
import { readRevocations } from '../revocations/list.ts';
import type { Revocation } from '../revocations/list.ts';
import { recordAudit } from '../store/audit.ts';
import { addPasskey, passkeysOf } from '../store/passkeys.ts';
import { addPerson, findPersonById } from '../store/people.ts';
import { countRecoveryCodes, replaceRecoveryCodes } from '../store/recovery-codes.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import type { AuditAction } from '../vocabulary.ts';

// Somebody who can write to the database, and hopes that the list of revocations carries what they wrote; or that a backup brings back
// a passkey or a code that they have stolen.

let endpoint: TestEndpoint;
const id = randomUUID();
beforeEach(async () => {
  endpoint = await openTestEndpoint();
  const credentials = { passwordHash: 'x', sealedSecret: 'x', lastStep: 0 };
  await addPerson(endpoint.db, { id, name: 'Kim', roles: ['analyst', 'auditor'], ...credentials });
  await replaceRecoveryCodes(endpoint.db, id, ['one', 'two']);
  for (const key of ['lost', 'kept']) {
    const passkey = { id: key, personId: id, publicKey: 'x', counter: 0, transports: [], title: key };
    await addPasskey(endpoint.db, { ...passkey, now: endpoint.now() });
  }
});
afterEach(() => endpoint.close());

const apply = (...revocations: readonly Revocation[]) =>
  endpoint.db.transaction((queries) => applyRevocations(queries, revocations, { now: endpoint.now(), size: 10 }));
const left = async () => ({
  roles: (await findPersonById(endpoint.db, id))?.roles,
  passkeys: (await passkeysOf(endpoint.db, id)).map((passkey) => passkey.id),
  codes: await countRecoveryCodes(endpoint.db, id),
});

describe('the list of revocations', () => {
  it('gives nobody a role that they did not have', async () => {
    await apply({ kind: 'roles', id, roles: ['owner', 'auditor'] });
    expect((await left()).roles).toEqual(['auditor']);
    await apply({ kind: 'roles', id, roles: ['owner'] });
    expect((await left()).roles).toEqual([]);
  });

  it('takes away passkeys that were removed, and what was there before a person started anew', async () => {
    expect(await apply({ kind: 'passkey', id: 'lost' })).toMatchObject({ passkeys: 1 });
    expect(await left()).toMatchObject({ passkeys: ['kept'], codes: 2 });
    // The backup is newer than these.
    await apply({ kind: 'person-reset', id, seq: 10 }, { kind: 'recovery-codes', id, seq: 9 });
    expect(await left()).toMatchObject({ passkeys: ['kept'], codes: 2 });
    await apply({ kind: 'recovery-codes', id, seq: 11 });
    expect(await left()).toMatchObject({ passkeys: ['kept'], codes: 0 });
    await apply({ kind: 'person-reset', id, seq: 11 });
    expect((await left()).passkeys).toEqual([]);
  });

  it('is readable whatever stands in the audit log, and holds what does fit', async () => {
    const { db, workings, now } = endpoint;
    const note = (action: AuditAction, target: string, detail?: Record<string, string>) =>
      recordAudit(db, { actor: 'Kim', action, target, now: now(), ...(detail && { detail }) });
    await note('signed-in', id);
    await note('person-shut-out', 'nobody’s id');
    await note('signed-in-by-recovery', id);
    await note('passkey-removed', id, { passkey: 'Lost', id: 'lost' });
    await note('passkey-removed', id, { passkey: 'Of before' });
    await note('person-reset', id);
    await db.query("UPDATE audit_entries SET entry = 'nonsense' WHERE seq = (SELECT min(seq) FROM audit_entries)");
    await keepRevocations(workings);
    const list = await readRevocations(workings.keys.revocations.read() ?? '', workings.keys.current());
    expect(list?.revocations.map(({ kind }) => kind)).toEqual(['recovery-codes', 'passkey', 'person-reset']);
    expect(endpoint.logged.filter((line) => line.includes('revocation-unreadable'))).toHaveLength(2);
  });
});
