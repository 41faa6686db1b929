import { Heartbeat, HeartbeatReply } from '../contract/heartbeat.ts';
import type { PolicyInForce } from '../policy/in-force.ts';
import { count, readCounter } from '../storage/counters.ts';
import { keepMessages } from '../storage/messages.ts';
import type { SluiceDatabase } from '../storage/database.ts';
import { messagesVersion } from '../vocabulary/messages.ts';
import { testimony, witness } from './audit-witness.ts';
import type { WitnessOptions } from './audit-witness.ts';
import type { Session } from './session.ts';

/** What the heartbeat says besides policy and queue. */
export type Health = Pick<
  Heartbeat,
  'state' | 'reasons' | 'rings' | 'gates' | 'drift' | 'sitePack' | 'privateWindows' | 'extension' | 'browser'
>;

export interface BeatOptions {
  readonly db: SluiceDatabase;
  readonly session: Session;
  readonly orgId: string;
  readonly policy: PolicyInForce;
  readonly health: Health;
  /** The key that signed the policy in force: it signs the endpoint's audit log too. */
  readonly signer: { readonly keyid: string; readonly key: CryptoKey } | undefined;
  readonly witnessed: WitnessOptions['item'];
  readonly now: () => number;
}

const usualPause = 300;

/** Tells the endpoint how well this browser is protected; returns the seconds until the next time. */
export async function beat(options: BeatOptions): Promise<number> {
  const { db, session, orgId, policy, health, signer } = options;
  const witnessing = { item: options.witnessed, orgId, now: options.now };
  const audit = await testimony(witnessing);
  const { source, epoch, seq, stale, refused } = policy;
  const dropped = await readCounter(db, 'dropped');
  const heartbeat: Heartbeat = {
    ...health,
    policy: { source, epoch, seq, stale, ...(refused === undefined ? {} : { refused }) },
    waiting: await db.entries
      .where('state')
      .equals('waiting')
      .filter((entry) => entry.orgId === orgId)
      .count(),
    dropped,
    ...(audit === undefined ? {} : { audit }),
    messages: messagesVersion,
  };
  const body = JSON.stringify(Heartbeat.parse(heartbeat)); // throws on a bug of ours, before anything is sent
  const called = await session.call({ method: 'POST', path: '/v1/heartbeat', body });
  if (!called.ok) return Math.max(usualPause, called.later / 1_000);
  await count(db, 'dropped', -dropped); // what was dropped since belongs to the next one
  const reply = HeartbeatReply.safeParse(called.answer.json);
  if (reply.data?.audit !== undefined && signer !== undefined) await witness(reply.data.audit, signer, witnessing);
  const received = reply.data?.messages;
  if (received !== undefined) await keepMessages(db, { orgId, received, now: options.now() });
  return reply.success ? reply.data.nextSeconds : usualPause;
}
