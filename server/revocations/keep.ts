import { AuditEntry } from '../audit/entry.ts';
import { parseJson } from '../keys/grant.ts';
import { auditAfter, readAuditHead } from '../store/audit.ts';
import { roles } from '../vocabulary.ts';
import type { AuditAction } from '../vocabulary.ts';
import type { Workings } from '../workings.ts';
import { Revocation, readRevocations, signRevocations } from './list.ts';

type Kind = Exclude<Revocation['kind'], 'roles' | 'passkey'>;

const kinds: Partial<Record<AuditAction, Kind>> = {
  'person-shut-out': 'person',
  'install-revoked': 'install',
  'enrolment-token-revoked': 'token',
  'installs-revoked': 'token-installs',
  'api-key-revoked': 'api-key',
  'person-reset': 'person-reset',
  'recovery-codes-made': 'recovery-codes',
  'signed-in-by-recovery': 'recovery-codes',
};

/** True for what has to outlive the database at once. */
export function isRevocation(action: AuditAction): boolean {
  return action in kinds || action === 'roles-changed' || action === 'passkey-removed';
}

const pageSize = 500;

/**
 * Carries what the audit log says was revoked over into the list outside the database. It goes on where it ended, so it costs little;
 * what one call misses, as when two processes write at once, the next one brings.
 */
export async function keepRevocations({ db, keys, orgId, log }: Workings): Promise<void> {
  const before = await readOwnList(keys);
  const { size } = await readAuditHead(db);
  let upTo = Math.min(before?.upTo ?? 0, size);
  const found: Revocation[] = [];
  for (;;) {
    const page = await auditAfter(db, upTo, pageSize);
    for (const { seq, entry } of page) {
      const read = readEntry(entry);
      if (read === 'unreadable') log('revocation-unreadable', { seq });
      else if (read !== undefined) found.push(read);
    }
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

/**
 * What an entry took away. One that does not fit is left out: whoever can write to the database could else put an entry into the log by
 * which the whole list cannot be read any more.
 */
function readEntry(text: string): Revocation | 'unreadable' | undefined {
  const entry = AuditEntry.safeParse(parseJson(text)).data;
  if (entry === undefined) return 'unreadable';
  const said = saidBy(entry);
  return said === undefined ? undefined : (Revocation.safeParse(said).data ?? 'unreadable');
}

function saidBy({ seq, action, target: id, detail }: AuditEntry): object | undefined {
  const kind = kinds[action];
  if (kind === 'person-reset' || kind === 'recovery-codes') return { kind, id, seq };
  if (kind !== undefined) return { kind, id };
  // Entries of before passkeys were named say nothing here.
  if (action === 'passkey-removed')
    return detail?.['id'] === undefined ? undefined : { kind: 'passkey', id: detail['id'] };
  if (action !== 'roles-changed') return undefined;
  const named = String(detail?.['roles'] ?? '').split(' ');
  return { kind: 'roles', id, roles: roles.filter((role) => named.includes(role)) };
}

/** The last word on each stays. */
function withoutRepeats(revocations: readonly Revocation[]): Revocation[] {
  return [...new Map(revocations.map((each) => [`${each.kind} ${each.id}`, each])).values()];
}
