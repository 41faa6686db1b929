import { AuditCheckpoint, SignedCheckpoint } from '../../lib/contract/audit.ts';
import { fromBase64url } from '../../lib/contract/bytes.ts';
import { randomSecret, openKeyFiles } from '../keys/key-files.ts';
import { auditMark } from '../keys/audit-mark.ts';
import { revocationFile } from '../keys/revocation-file.ts';
import { openCurrentKey } from '../keys/offline-roots.ts';
import { policyMark } from '../keys/policy-mark.ts';
import { markOf } from '../own-policy.ts';
import { readIfKnown } from '../read-policy.ts';
import { EndpointProblem } from '../problem.ts';
import { applyRevocations, nothingRevoked } from '../revocations/apply.ts';
import type { Revoked } from '../revocations/apply.ts';
import { readRevocations, signRevocations } from '../revocations/list.ts';
import type { RevocationList } from '../revocations/list.ts';
import { appendAudit, readAuditHead } from '../store/audit.ts';
import type { Database } from '../store/database.ts';
import { currentPolicy } from '../store/policies.ts';
import type { Clock } from '../workings.ts';

export interface AfterRestore extends Revoked {
  /** `missing`: what was revoked after the backup is not known, and counts again until people revoke it anew. */
  readonly revocations: 'applied' | 'missing';
}

export interface Settling {
  readonly db: Database;
  readonly keyFolder: string;
  readonly orgId: string;
  readonly madeAt: string;
  readonly clock: Clock;
  /** The text of a list that was kept elsewhere; that of the folder of keys where it is left out. */
  readonly revocations?: string | undefined;
}

/** Refuses a list that is not ours before anything is written: whoever goes on without one should know it. */
export async function readKeptRevocations(
  text: string | undefined,
  online: { readonly keyid: string; readonly publicKey: string },
  orgId: string,
): Promise<RevocationList | undefined> {
  if (text === undefined) return undefined;
  const list = await readRevocations(text, online);
  if (list?.orgId === orgId) return list;
  throw new EndpointProblem(
    'The list of revocations was not signed by this endpoint; give another with --revocations, or move it away.',
  );
}

/**
 * A backup knows nothing of what was revoked after it. So bearer tokens of before end, the list outside the database is applied, and
 * the audit log says what was restored, and whether there was such a list.
 */
export async function settleRestore({
  db,
  keyFolder,
  orgId,
  madeAt,
  clock,
  ...given
}: Settling): Promise<AfterRestore> {
  const files = openKeyFiles(keyFolder);
  const [online, list, mark] = [openCurrentKey(files), revocationFile(files), auditMark(files)];
  const kept = await readKeptRevocations(given.revocations ?? list.read(), online, orgId);
  const revoked = await db.transaction(async (queries) => {
    const { size } = await readAuditHead(queries);
    const now = clock();
    const done = kept === undefined ? nothingRevoked : await applyRevocations(queries, kept.revocations, { now, size });
    const detail = { madeAt, revocations: saysOf(kept), ...done, ...lostEntries(mark.read(), size) };
    await appendAudit(queries, {
      actor: 'Sluice',
      action: 'database-restored',
      target: 'backup',
      detail,
      now: clock(),
    });
    return done;
  });
  files.replace('token.key', randomSecret());
  mark.forget(); // the log is another now, and its own new entry says so
  // A backup is signed as a whole: its policy may be older than the one before, and is continued all the same.
  const stored = await currentPolicy(db);
  // One without any policy changes nothing: there was one before, or the next start signs the first.
  if (stored !== undefined && readIfKnown(stored) === undefined) policyMark(files).forget();
  else if (stored !== undefined) policyMark(files).keep(markOf(stored));
  if (kept !== undefined) {
    const { size } = await readAuditHead(db);
    list.replace(await signRevocations({ ...kept, upTo: Math.min(kept.upTo, size) }, online));
  }
  return { revocations: saysOf(kept), ...revoked };
}

function saysOf(kept: RevocationList | undefined): AfterRestore['revocations'] {
  return kept === undefined ? 'missing' : 'applied';
}

/** Entries of the audit log that the endpoint had signed and that the backup lacks. */
function lostEntries(mark: string | undefined, size: number): { readonly lostEntries?: number } {
  if (mark === undefined) return {};
  const { checkpoint } = SignedCheckpoint.parse(JSON.parse(mark));
  const body = fromBase64url(checkpoint.payload);
  return { lostEntries: Math.max(0, AuditCheckpoint.parse(JSON.parse(new TextDecoder().decode(body))).size - size) };
}
