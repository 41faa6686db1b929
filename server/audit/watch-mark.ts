import { AuditCheckpoint, SignedCheckpoint, emptyAuditHead } from '../../lib/contract/audit.ts';
import type { AuditState } from '../../lib/contract/audit.ts';
import { fromBase64url } from '../../lib/contract/bytes.ts';
import { appendAudit, auditHeadsAt, takeAuditHead } from '../store/audit.ts';
import type { Queries } from '../store/database.ts';
import type { Workings } from '../workings.ts';

/**
 * Compares the log with the highest checkpoint that the folder of keys holds. A log that does not hold it was cut off or written anew,
 * with its checkpoints: that is logged and becomes an entry of what is left, once; the checkpoint is set aside as evidence.
 */
export async function watchAuditMark(workings: Workings): Promise<void> {
  const { db, keys, clock, log } = workings;
  const found = await db.transaction(async (queries) => {
    // Under the row of the head: of several processes one notices.
    const { size } = await takeAuditHead(queries);
    const mark = readMark(keys.auditMark.read());
    if (mark === undefined || (await holds(queries, { size, mark }))) return undefined;
    const detail = { known: mark.size, found: size };
    await appendAudit(queries, { actor: 'Sluice', action: 'audit-cut-noticed', target: 'audit', detail, now: clock() });
    keys.auditMark.setAside();
    return detail;
  });
  if (found !== undefined) log('audit-log-cut', found);
  else if (keys.auditMark.isSetAside()) log('audit-log-was-cut');
}

async function holds(queries: Queries, { size, mark }: { readonly size: number; readonly mark: AuditState }) {
  if (mark.size === 0) return mark.head === emptyAuditHead;
  return mark.size <= size && (await auditHeadsAt(queries, [mark.size])).get(mark.size) === mark.head;
}

/** The folder of keys is our own, so nothing is verified here. What cannot be read says nothing. */
function readMark(text: string | undefined): AuditState | undefined {
  if (text === undefined) return undefined;
  try {
    const { checkpoint } = SignedCheckpoint.parse(JSON.parse(text));
    return AuditCheckpoint.parse(JSON.parse(new TextDecoder().decode(fromBase64url(checkpoint.payload))));
  } catch {
    return undefined;
  }
}
