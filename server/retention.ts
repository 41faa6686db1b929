import { acceptedDays } from './api/check-entry.ts';
import { eraseLatecomers } from './privacy/erase.ts';
import { readRetention } from './read-policy.ts';
import { dayOf } from './store/database.ts';
import type { Queries } from './store/database.ts';
import { forgetTombstones } from './store/erased-incidents.ts';
import { deleteHeartbeatsBefore, deleteIncidentsBefore } from './store/expired-rows.ts';
import { deleteMessagesEndedBefore } from './store/messages.ts';
import { currentPolicy } from './store/policies.ts';
import { forgetProposals } from './store/proposals.ts';
import { closeDays, forgetCounts } from './store/published-counts.ts';
import type { Workings } from './workings.ts';

const day = 86_400_000;

/** How long each class is kept, in days. Policy sets it for incidents; sessions and nonces end by themselves, the audit log stays. */
const incidentDays = 90;
/** What a policy may say at most: for one that cannot be read, so that nothing goes too early. */
const longestDays = 730;
const heartbeatDays = 90;
const countDays = 400;
/** After their end, with answers and names. */
const messageDays = 30;
/** Proposals that were withdrawn or rejected, and those that were published: what they put in force is kept as the policy itself. */
const proposalDays = { failed: 30, published: 400 };

/**
 * Closes days and deletes what is past its time: incidents by `incidents.retentionDays` of the policy in force, heartbeats, counts,
 * messages and decided proposals. What sinks have received is theirs to delete.
 */
export async function keepRetention({ db, clock }: Workings): Promise<void> {
  const now = clock();
  await closeDays(db, now);
  await deleteIncidentsBefore(db, now - (await keptDays(db)) * day);
  await eraseLatecomers(db);
  await forgetTombstones(db, dayOf(now));
  await deleteHeartbeatsBefore(db, dayOf(now - heartbeatDays * day));
  await deleteMessagesEndedBefore(db, now - messageDays * day);
  await forgetCounts(db, dayOf(now - countDays * day));
  await forgetProposals(db, { before: now - proposalDays.failed * day, published: now - proposalDays.published * day });
}

/**
 * Destroys the keys of a period once no incident of it can be there or come any more. Each process forgets those that it holds in memory,
 * whichever of them keeps retention.
 */
export async function forgetKeys({ db, keys, clock }: Workings): Promise<void> {
  const kept = await keptDays(db);
  // A day more than either: both ends are compared by the clock of another process, too.
  keys.destroyPeriodsBefore(clock() - (Math.max(kept, acceptedDays) + 1) * day);
}

async function keptDays(db: Queries): Promise<number> {
  const policy = await currentPolicy(db);
  return policy === undefined ? incidentDays : (readRetention(policy) ?? longestDays);
}
