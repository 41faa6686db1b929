import { randomUUID } from 'node:crypto';
import { lookForAlerts } from './alerts/look.ts';
import { sessionLimits } from './auth/sessions.ts';
import type { Metrics } from './metrics/metrics.ts';
import { errorCode } from './problem.ts';
import { forgetKeys, keepRetention } from './retention.ts';
import { keepRevocations } from './revocations/keep.ts';
import { signWhatIsDue } from './sign-due.ts';
import { forgetBlobs } from './store/blob-uses.ts';
import { forgetChallenges } from './store/challenges.ts';
import { forgetNonces } from './store/installs.ts';
import { releaseLease, takeLease } from './store/leases.ts';
import { forgetPasskeys } from './store/passkeys.ts';
import { forgetSessions } from './store/sessions.ts';
import { forgetSetupLinks } from './store/setup-links.ts';
import type { Workings } from './workings.ts';

const everyMilliseconds = 5 * 60_000;
/** Is taken anew before each job: so long may one of them last before another process begins as well, which only costs work. */
const leaseMilliseconds = 10 * 60_000;

type Jobs = Readonly<Record<string, () => Promise<void>>>;

/** Forgets what is over and signs the policy anew before its end, every five minutes until `signal` aborts. Gives the end of the round that runs. */
export function keepHouse(workings: Workings, signal: AbortSignal, metrics?: Metrics): () => Promise<void> {
  let busy = false;
  let round = Promise.resolve();
  const begin = async () => {
    busy = true;
    await tidy(workings, metrics);
    busy = false;
  };
  const timer = setInterval(() => {
    if (!busy) round = begin(); // otherwise the one before is not done
  }, everyMilliseconds);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  return () => round;
}

/** One round. Any number of processes may do this at once. Never throws. */
export async function tidy(workings: Workings, metrics?: Metrics): Promise<void> {
  // Files of keys, metrics and what is in memory are each process's own; who signs the same thing first is settled in the database.
  await runAll(workings, {
    revocations: () => keepRevocations(workings),
    signing: () => signWhatIsDue(workings, metrics),
    database: () => tidyDatabase(workings),
    keys: () => forgetKeys(workings),
    alerts: () => lookForAlerts(workings), // has a lease of its own
  });
}

/** What one process does for all, whichever is first. */
async function tidyDatabase(workings: Workings): Promise<void> {
  const { db, clock } = workings;
  const jobs: Jobs = {
    nonces: () => forgetNonces(db, clock()),
    sessions: () => forgetSessions(db, sessionLimits(clock())),
    setupLinks: () => forgetSetupLinks(db, clock()),
    challenges: () => forgetChallenges(db, clock()),
    passkeys: () => forgetPasskeys(db),
    blobs: () => forgetBlobs(db, clock()),
    retention: () => keepRetention(workings),
  };
  const lease = { name: 'housekeeping', holder: randomUUID() };
  try {
    for (const [job, run] of Object.entries(jobs)) {
      const now = clock();
      if (!(await takeLease(db, lease, { now, until: now + leaseMilliseconds }))) return; // another does it
      await runAll(workings, { [job]: run });
    }
  } finally {
    await releaseLease(db, lease);
  }
}

async function runAll({ log }: Workings, jobs: Jobs): Promise<void> {
  for (const [job, run] of Object.entries(jobs)) {
    try {
      await run();
    } catch (error) {
      log('housekeeping-failed', { job, code: errorCode(error) }); // the next round tries again; the other jobs go on
    }
  }
}
