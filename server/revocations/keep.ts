import { AuditEntry } from '../audit/entry.ts';
import { auditAfter, readAuditHead } from '../store/audit.ts';
import { roles } from '../vocabulary.ts';
import type { AuditAction } from '../vocabulary.ts';
import type { Workings } from '../workings.ts';
import { readRevocations, signRevocations } from './list.ts';
import type { Revocation } from './list.ts';

const kinds: Partial<Record<AuditAction, Exclude<Revocation['kind'], 'roles'>>> = {
  'person-shut-out': 'person',
  'install-revoked': 'install',
  'enrolment-token-revoked': 'token',
  'installs-revoked': 'token-installs',
  'api-key-revoked': 'api-key',
};

/** True for what has to outlive the database at once. */
export function isRevocation(action: AuditAction): boolean {
  return action in kinds || action === 'roles-changed';
}

const pageSize = 500;

/**
 * Carries what the audit log says was revoked over into the list outside the database. It goes on where it ended, so it costs little;
 * what one call misses, as when two processes write at once, the next one brings.
 */
export async function keepRevocations({ db, keys, orgId }: Workings): Promise<void> {
  const before = await readOwnList(keys);
  const { size } = await readAuditHead(db);
  let upTo = Math.min(before?.upTo ?? 0, size);
  const found: Revocation[] = [];
  for (;;) {
    const page = await auditAfter(db, upTo, pageSize);
    found.push(...page.flatMap(({ entry }) => readEntry(entry)));
    upTo = page.at(-1)?.seq ?? upTo;
    if (page.length < pageSize) break;
  }
  if (before?.upTo === upTo && found.length === 0) return;
  const revocations = withoutRepeats([...(before?.revocations ?? []), ...found]);
  keys.revocations.replace(await signRevocations({ orgId, upTo, revocations }, keys.current()));
}

/** Does what may let another key sign, and signs the list by that one: it may hold more than the audit log since a restore. */
export async function carryRevocations<Result>({ keys }: Workings, work: () => Promise<Result>): Promise<Result> {
  const [before, list] = [keys.current(), await readOwnList(keys)];
  const result = await work();
  const current = keys.current();
  if (list !== undefined && current.publicKey !== before.publicKey)
    keys.revocations.replace(await signRevocations(list, current));
  return result;
}

/** One that does not verify is made anew from the whole audit log. */
async function readOwnList(keys: Workings['keys']) {
  const text = keys.revocations.read();
  return text === undefined ? undefined : readRevocations(text, keys.current());
}

function readEntry(text: string): readonly Revocation[] {
  const { action, target: id, detail } = AuditEntry.parse(JSON.parse(text));
  const kind = kinds[action];
  if (kind !== undefined) return [{ kind, id }];
  if (action !== 'roles-changed') return [];
  const named = String(detail?.['roles'] ?? '').split(' ');
  return [{ kind: 'roles', id, roles: roles.filter((role) => named.includes(role)) }];
}

/** The last word on each stays. */
function withoutRepeats(revocations: readonly Revocation[]): Revocation[] {
  return [...new Map(revocations.map((each) => [`${each.kind} ${each.id}`, each])).values()];
}
