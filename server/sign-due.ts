import type { Policy } from '../lib/contract/policy.ts';
import { builtInPolicy } from '../lib/policy/built-in.ts';
import { signCheckpoint } from './audit/checkpoint.ts';
import type { Keys } from './keys/key-folder.ts';
import { NotDelegated } from './keys/signing-keys.ts';
import type { Metrics } from './metrics/metrics.ts';
import { publishFirst, renewPolicy } from './publish-policy.ts';
import { readIfKnown } from './read-policy.ts';
import { currentPolicy } from './store/policies.ts';
import type { Workings } from './workings.ts';

/** The first policy, or the one in force anew, and a checkpoint: whatever the key that signs has to sign now. */
export async function signWhatIsDue(workings: Workings, metrics?: Metrics): Promise<void> {
  try {
    if (metrics !== undefined) await notePolicy(workings, metrics);
    await ifDelegated(signPolicy, workings);
  } finally {
    await ifDelegated(signCheckpoint, workings); // also notices that the audit log was cut
    await warnOfDelegation(workings);
  }
}

/** Tells whether this version can read the policy in force. */
export async function notePolicy({ db, keys }: Workings, metrics: Metrics): Promise<void> {
  const stored = await currentPolicy(db);
  const isGone = stored === undefined && keys.policyMark.read() !== undefined;
  metrics.policyReadable(!isGone && (stored === undefined || readIfKnown(stored) !== undefined));
}

async function ifDelegated(sign: (workings: Workings) => Promise<void>, workings: Workings): Promise<void> {
  try {
    await sign(workings);
  } catch (error) {
    if (!(error instanceof NotDelegated)) throw error; // `warnOfDelegation` says that one
  }
}

async function signPolicy(workings: Workings): Promise<void> {
  const isThere = (await currentPolicy(workings.db)) !== undefined;
  const mark = workings.keys.policyMark.read();
  // Whoever took the policies out of the database would else have the built-in one signed in their place.
  if (!isThere && mark !== undefined) workings.log('policy-gone', { epoch: mark.epoch, seq: mark.seq });
  else if (isThere) await renewPolicy(workings);
  else await publishFirst(workings, firstPolicy(workings), { author: 'Sluice', approver: 'Sluice (first start)' });
}

/**
 * The built-in protection, but in a trial pushed at once: there people watch the console. An organisation's own policies begin from this
 * one, and without the wait the time of arrival would tell more than the rounded time of an incident does.
 */
function firstPolicy({ db, keys }: Pick<Workings, 'db' | 'keys'>): Policy {
  const isTrial = db.engine === 'pglite' && !keys.isOffline;
  if (!isTrial) return builtInPolicy;
  return { ...builtInPolicy, incidents: { ...builtInPolicy.incidents, pushDelaySeconds: [0, 2] } };
}

const day = 86_400_000;
/** Days before its end from which a delegation is spoken of. */
export const delegationWarnings = { soon: 30, urgent: 7 } as const;

/** The day on which a folder of keys was last warned of. */
const warned = new WeakMap<Keys, string>();

/** Says once a day that there is no delegation, that it is over, or that it ends soon. A trial renews its own. */
async function warnOfDelegation({ keys, clock, log }: Workings): Promise<void> {
  if (!keys.isOffline) return;
  const now = clock();
  const granted = await keys.granted();
  const left = granted === undefined ? undefined : Math.floor((Date.parse(granted.notAfter) - now) / day);
  if (left !== undefined && left >= delegationWarnings.soon) return;
  const today = `${new Date(now).toISOString().slice(0, 10)} ${keys.keyid}`;
  if (warned.get(keys) === today) return;
  warned.set(keys, today);
  if (left === undefined) log('delegation-missing');
  else if (left < 0) log('delegation-over');
  else log('delegation-ends', { days: left, urgent: left < delegationWarnings.urgent });
}
