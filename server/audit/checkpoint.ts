import { SignedCheckpoint, longestList } from '../../lib/contract/audit.ts';
import type { AuditCheckpoint } from '../../lib/contract/audit.ts';
import { utf8 } from '../../lib/contract/bytes.ts';
import { payloadTypes, seal } from '../../lib/contract/envelope.ts';
import type { Envelope } from '../../lib/contract/envelope.ts';
import { auditHeadsAt, takeAuditHead } from '../store/audit.ts';
import { addCheckpoint, forgetCheckpoints, hasCheckpoint, newestCheckpoints } from '../store/checkpoints.ts';
import { timestamp } from '../store/database.ts';
import type { Queries } from '../store/database.ts';
import type { Workings } from '../workings.ts';
import { watchAuditMark } from './watch-mark.ts';

const keptDays = 90;

/** Signs where the audit log ends, once in an hour of UTC, after a look at whether it still holds what was signed before. */
export async function signCheckpoint(workings: Workings): Promise<void> {
  const { db, keys, orgId, clock } = workings;
  await watchAuditMark(workings);
  const { keyid, sign, delegation } = await keys.signer();
  await db.transaction(async (queries) => {
    // The row of the head makes processes come one after the other: each lists what the others have signed.
    const { size, head } = await takeAuditHead(queries);
    const at = timestamp(clock());
    if (await hasCheckpoint(queries, hourOf(at))) return;
    const body: AuditCheckpoint = { orgId, size, head, at, earlier: await statedBefore(queries) };
    const checkpoint = await seal({
      payloadType: payloadTypes.auditCheckpoint,
      body: utf8(JSON.stringify(body)),
      keyid,
      sign,
    });
    const signed: SignedCheckpoint = { checkpoint, delegation };
    const text = JSON.stringify(signed);
    await addCheckpoint(queries, { hour: hourOf(at), size, head, signed: text });
    keys.auditMark.keep(text); // the entries that it speaks of are committed, whatever becomes of this transaction
    await forgetCheckpoints(queries, hourOf(timestamp(clock() - keptDays * 86_400_000)));
  });
}

/** The checkpoints before, with the heads that the log has there now: one that was written anew contradicts what browsers saw. */
async function statedBefore(queries: Queries): Promise<AuditCheckpoint['earlier']> {
  const stated = await newestCheckpoints(queries, longestList);
  const heads = await auditHeadsAt(
    queries,
    stated.map(({ size }) => size),
  );
  return stated.map(({ size, head }) => ({ size, head: heads.get(size) ?? head }));
}

/** `YYYY-MM-DDTHH` in UTC. */
function hourOf(at: string): string {
  return at.slice(0, 13);
}

const freshMilliseconds = 60_000;

/** The newest checkpoint for heartbeat replies, read from the database once a minute. */
export function checkpointReader({ db, clock }: Workings): () => Promise<Envelope | undefined> {
  let kept: { readonly envelope: Envelope | undefined; readonly at: number } | undefined;
  return async () => {
    if (kept === undefined || Math.abs(clock() - kept.at) > freshMilliseconds) {
      const [newest] = await newestCheckpoints(db, 1);
      const envelope = newest && SignedCheckpoint.parse(JSON.parse(newest.signed)).checkpoint;
      kept = { envelope, at: clock() };
    }
    return kept.envelope;
  };
}
