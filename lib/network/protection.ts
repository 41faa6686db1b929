import type { DegradedReason, ProtectionState } from '../vocabulary/states.ts';

/** What the canary showed in one tab. */
export interface TabProtection {
  readonly page: 'stops' | 'missing' | 'unknown';
  readonly network: 'stops' | 'observes' | 'missing' | 'unknown';
  readonly reasons: readonly DegradedReason[];
}

export interface OverallProtection {
  readonly state: ProtectionState;
  readonly reasons: readonly DegradedReason[];
  readonly rings: Pick<TabProtection, 'page' | 'network'>;
}

const unchecked: TabProtection = { page: 'unknown', network: 'unknown', reasons: ['not-checked'] };

/** From the canary of the tabs that are open, and what else is wrong, to one state. The weakest tab decides. */
export function overallProtection(tabs: Iterable<TabProtection>, others: readonly DegradedReason[]): OverallProtection {
  const seen = [...tabs];
  const weakest =
    seen.reduce<TabProtection | undefined>(
      (worst, tab) => (worst && rank(worst) <= rank(tab) ? worst : tab),
      undefined,
    ) ?? unchecked;
  const reasons = [...new Set([...weakest.reasons, ...others])];
  const rings = { page: weakest.page, network: weakest.network };
  if (reasons.length > 0) return { state: 'degraded', reasons, rings };
  return { state: weakest.network === 'stops' ? 'enforced' : 'page-only', reasons, rings };
}

function rank({ page, network, reasons }: TabProtection): number {
  if (reasons.length > 0 || page !== 'stops') return 0;
  return network === 'stops' ? 2 : 1;
}

/** Collects canaries that the network gate saw, and waits a moment for one that is still on its way. */
export function createCanaryPost(patience = 1_500): {
  readonly seen: (nonce: string) => void;
  readonly wait: (nonce: string) => Promise<boolean>;
} {
  const arrived = new Set<string>();
  const waiting = new Map<string, (there: boolean) => void>();
  return {
    seen(nonce) {
      arrived.add(nonce);
      waiting.get(nonce)?.(true);
      waiting.delete(nonce);
      if (arrived.size > 200) arrived.clear();
    },
    wait(nonce) {
      if (arrived.delete(nonce)) return Promise.resolve(true);
      return new Promise((resolve) => {
        waiting.set(nonce, resolve);
        setTimeout(() => resolve(false), patience);
      });
    },
  };
}
