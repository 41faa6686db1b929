import { lookForAlerts } from './alerts/look.ts';
import { sessionLimits } from './auth/sessions.ts';
import type { Metrics } from './metrics/metrics.ts';
import { errorCode } from './problem.ts';
import { keepRetention } from './retention.ts';
import { keepRevocations } from './revocations/keep.ts';
import { signWhatIsDue } from './sign-due.ts';
import { forgetBlobs } from './store/blob-uses.ts';
import { forgetChallenges } from './store/challenges.ts';
import { forgetNonces } from './store/installs.ts';
import { forgetPasskeys } from './store/passkeys.ts';
import { forgetSessions } from './store/sessions.ts';
import { forgetSetupLinks } from './store/setup-links.ts';
import type { Workings } from './workings.ts';

const everyMilliseconds = 5 * 60_000;

/** Forgets what is over and signs the policy anew before its end, every five minutes until `signal` aborts. Gives the end of the round that runs. */
export function keepHouse(workings: Workings, signal: AbortSignal, metrics?: Metrics): () => Promise<void> {
  let round = Promise.resolve();
  const timer = setInterval(() => void (round = round.then(() => tidy(workings, metrics))), everyMilliseconds);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  return () => round;
}

export async function tidy(workings: Workings, metrics?: Metrics): Promise<void> {
  const { db, clock, log } = workings;
  const jobs = {
    nonces: () => forgetNonces(db, clock()),
    sessions: () => forgetSessions(db, sessionLimits(clock())),
    setupLinks: () => forgetSetupLinks(db, clock()),
    challenges: () => forgetChallenges(db, clock()),
    passkeys: () => forgetPasskeys(db),
    blobs: () => forgetBlobs(db, clock()),
    revocations: () => keepRevocations(workings),
    signing: () => signWhatIsDue(workings, metrics),
    retention: () => keepRetention(workings),
    alerts: () => lookForAlerts(workings),
  };
  for (const [job, run] of Object.entries(jobs)) {
    try {
      await run();
    } catch (error) {
      log('housekeeping-failed', { job, code: errorCode(error) }); // the next round tries again; the other jobs go on
    }
  }
}
