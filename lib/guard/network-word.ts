import { call } from '../messaging/client.ts';

/** Milliseconds for which the word of the network gate is good. */
const life = 2_000;

/**
 * What the network gate said of itself: that it is there, and by which policy it judges. It is asked when somebody presses send, so that
 * the request, which comes some milliseconds later, need not wait for a ticket of which that gate has no need.
 */
export interface NetworkWord {
  readonly ask: () => void;
  /** Whether it said so a moment ago, under this policy: `epoch.seq`. A promise while its answer is on the way. */
  readonly isGiven: (policy: string) => boolean | Promise<boolean>;
}

const none = { policy: '', until: 0 };

export function createNetworkWord(now: () => number = () => performance.now()): NetworkWord {
  let given = none;
  let coming: Promise<unknown> | undefined;
  const isGood = (policy: string) => given.policy === policy && now() < given.until;
  return {
    ask() {
      coming ??= call('network.ready', {}).then((word) => {
        // No answer takes back what was said before: the gate is gone.
        given = word.ok ? { policy: word.value.policy, until: now() + life } : none;
        coming = undefined;
      });
    },
    isGiven(policy) {
      if (isGood(policy) || coming === undefined) return isGood(policy);
      return coming.then(() => isGood(policy));
    },
  };
}
