import * as z from 'zod/mini';
import { SignedCheckpoint } from '../../lib/contract/audit.ts';
import { auditAfter } from '../store/audit.ts';
import { newestCheckpoints } from '../store/checkpoints.ts';
import type { Workings } from '../workings.ts';

/** One line of an exported log: what it is, an entry with its hash, or a checkpoint. */
export const AuditLine = z.union([
  z.strictObject({ log: z.literal('sluice-audit'), version: z.literal(1), orgId: z.string() }),
  z.strictObject({ entry: z.string(), hash: z.string() }),
  z.strictObject({ signed: SignedCheckpoint }),
]);
export type AuditLine = z.infer<typeof AuditLine>;

const pageSize = 500;
const mostCheckpoints = 24 * 90;

/** The whole log as lines of JSON: entries from the oldest on, then the checkpoints. `sluice audit verify` reads them. */
export async function* exportAudit({ db, orgId }: Pick<Workings, 'db' | 'orgId'>): AsyncGenerator<string> {
  const line = (value: AuditLine) => `${JSON.stringify(value)}\n`;
  // Checkpoints first: one of a later moment would know entries that are not in this export.
  const checkpoints = await newestCheckpoints(db, mostCheckpoints);
  yield line({ log: 'sluice-audit', version: 1, orgId });
  for (let after = 0; ;) {
    const page = await auditAfter(db, after, pageSize);
    for (const { entry, hash } of page) yield line({ entry, hash });
    after = page.at(-1)?.seq ?? after;
    if (page.length < pageSize) break;
  }
  for (const { signed } of checkpoints.toReversed()) yield line({ signed: SignedCheckpoint.parse(JSON.parse(signed)) });
}
