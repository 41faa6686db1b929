import { compareCheckpoints, readCheckpoint } from '../contract/audit.ts';
import type { SeenCheckpoint } from '../contract/audit.ts';
import type { Envelope } from '../contract/envelope.ts';
import type { Item } from '../storage/items.ts';
import type { AuditWitness } from '../vocabulary/states.ts';

/** The last checkpoint of the organisation's audit log, and an alarm that is still being told. */
export interface Witnessed {
  readonly seen: SeenCheckpoint;
  readonly alarm?: { readonly kind: Exclude<AuditWitness, 'intact'>; readonly since: number };
}

/** An alarm is told with each heartbeat of a week, then the log is believed again: its organisation has had the time to explain it. */
const tellingMilliseconds = 7 * 86_400_000;

export interface WitnessOptions {
  readonly item: Item<Witnessed>;
  readonly orgId: string;
  readonly now: () => number;
}

/** What the next heartbeat says of the log; `undefined` before a checkpoint was seen. */
export async function testimony({ item, orgId, now }: WitnessOptions): Promise<AuditWitness | undefined> {
  const known = await item.get();
  if (known?.seen.orgId !== orgId) return undefined;
  const { alarm } = known;
  return alarm !== undefined && now() - alarm.since < tellingMilliseconds ? alarm.kind : 'intact';
}

/** Compares a new checkpoint with the one seen before. One that the policy's signer did not sign says nothing. */
export async function witness(
  envelope: Envelope,
  signer: { readonly keyid: string; readonly key: CryptoKey },
  { item, orgId, now }: WitnessOptions,
): Promise<void> {
  const checkpoint = await readCheckpoint(envelope, signer);
  if (checkpoint?.orgId !== orgId) return;
  const { size, head, at } = checkpoint;
  const next: Witnessed = { seen: { orgId, size, head, at } };
  const known = await item.get();
  if (known?.seen.orgId !== orgId) return item.set(next);
  const found = compareCheckpoints(known.seen, checkpoint);
  if (found === 'older') return;
  const alarm = found === 'grown' ? known.alarm : { kind: found, since: now() };
  await item.set(alarm === undefined ? next : { ...next, alarm });
}
