import { continueAbove } from './publish-policy.ts';
import { currentNumbers, isHigher } from './store/policies.ts';
import type { PolicyNumbers } from './store/policies.ts';
import type { Workings } from './workings.ts';

/** How far one heartbeat may move the numbers, and how far they may come at all: their columns have four bytes. */
const widestJump = { epochs: 10, seqs: 100_000 };
const largestNumber = 2_000_000_000;
const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * After a restore browsers hold policies that are newer than the endpoint's, and refuse all below them. So the policy in force is
 * signed anew above the numbers that a heartbeat reports. A hostile browser must not be able to use the numbers up: the jump is
 * bounded, the endpoint moves once a minute at most, and once a day for one installation; what is beyond is only logged.
 */
export function policyCatchUp(workings: Workings): (installId: string, reported: PolicyNumbers) => Promise<void> {
  const { db, clock, log } = workings;
  const moved = new Map<string, number>();
  let known: PolicyNumbers | undefined;
  let lastMove = Number.NEGATIVE_INFINITY;
  return async (installId, reported) => {
    if (known !== undefined && !isHigher(reported, known)) return; // the usual case costs no query
    known = await currentNumbers(db);
    if (known === undefined || !isHigher(reported, known)) return;
    if (!isNear(reported, known)) {
      log('policy-number-too-far', { epoch: reported.epoch, seq: reported.seq });
      return;
    }
    const now = clock();
    for (const [install, at] of moved) if (Math.abs(now - at) >= day) moved.delete(install);
    if (Math.abs(now - lastMove) < minute || moved.has(installId)) return; // the next heartbeat tries again
    const last = await lastEpoch(workings);
    if (last < reported.epoch) {
      log('policy-number-too-far', { epoch: reported.epoch, seq: reported.seq });
      return;
    }
    lastMove = now;
    moved.set(installId, now);
    await continueAbove(workings, reported);
    log('policy-number-caught-up', { epoch: reported.epoch, seq: reported.seq });
  };
}

/** The last epoch that may be signed here now: none without a delegation. */
async function lastEpoch({ keys, clock }: Workings): Promise<number> {
  const granted = await keys.granted();
  if (granted === undefined || Date.parse(granted.notAfter) < clock()) return 0;
  return granted.epoch ?? Infinity;
}

function isNear(reported: PolicyNumbers, known: PolicyNumbers): boolean {
  const { epochs, seqs } = widestJump;
  const near = reported.epoch - known.epoch <= epochs && reported.seq - known.seq <= seqs;
  return near && Math.max(reported.epoch, reported.seq) < largestNumber;
}
