import { SignedCheckpoint } from '../../lib/contract/audit.ts';
import type { AuditCheckpoint } from '../../lib/contract/audit.ts';
import { utf8 } from '../../lib/contract/bytes.ts';
import { payloadTypes, seal } from '../../lib/contract/envelope.ts';
import type { Envelope } from '../../lib/contract/envelope.ts';
import { readAuditHead } from '../store/audit.ts';
import { addCheckpoint, forgetCheckpoints, hasCheckpoint, newestCheckpoints } from '../store/checkpoints.ts';
import { timestamp } from '../store/database.ts';
import type { Workings } from '../workings.ts';

const keptDays = 90;
const earlierCheckpoints = 24;

/** Signs where the audit log ends, once in an hour of UTC. */
export async function signCheckpoint({ db, keys, orgId, clock }: Workings): Promise<void> {
  const at = timestamp(clock());
  if (await hasCheckpoint(db, hourOf(clock()))) return;
  // The head is read last: a checkpoint never lists one that is ahead of it.
  const earlier = (await newestCheckpoints(db, earlierCheckpoints)).map(({ size, head }) => ({ size, head }));
  const { size, head } = await readAuditHead(db);
  const body: AuditCheckpoint = { orgId, size, head, at, earlier };
  const checkpoint = await seal({
    payloadType: payloadTypes.auditCheckpoint,
    body: utf8(JSON.stringify(body)),
    keyid: keys.keyid,
    sign: keys.sign,
  });
  const signed: SignedCheckpoint = { checkpoint, delegation: await keys.delegation() };
  await addCheckpoint(db, { hour: hourOf(clock()), size, head, signed: JSON.stringify(signed) });
  await forgetCheckpoints(db, hourOf(clock() - keptDays * 86_400_000));
}

/** `YYYY-MM-DDTHH` in UTC. */
function hourOf(milliseconds: number): string {
  return timestamp(milliseconds).slice(0, 13);
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
