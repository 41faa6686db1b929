import type { CheckIn } from '../messaging/protection.ts';
import { isPageGate } from '../vocabulary/page-gates.ts';
import type { GateTest, PageGate } from '../vocabulary/page-gates.ts';
import type { CanaryAddress } from '../sites/chatgpt/hosts.ts';
import type { DegradedReason, ProtectionState } from '../vocabulary/states.ts';

/** What the canary showed in one tab. */
export interface TabProtection {
  readonly page: 'stops' | 'missing' | 'unknown';
  readonly network: 'stops' | 'observes' | 'missing' | 'unknown';
  readonly reasons: readonly DegradedReason[];
  readonly gates: GateTest;
}

export interface OverallProtection {
  readonly state: ProtectionState;
  readonly reasons: readonly DegradedReason[];
  readonly rings: Pick<TabProtection, 'page' | 'network'>;
  readonly gates: GateTest;
}

const unchecked: TabProtection = {
  page: 'unknown',
  network: 'unknown',
  reasons: ['not-checked'],
  gates: { tried: [], failed: [] },
};

export interface Seen {
  /** The gates that the canary got past: the network gate met it. */
  readonly past: readonly PageGate[];
  /** The network gate saw the canary that was let go. */
  readonly arrived: boolean;
  /** The browser honours a cancel of the network gate. */
  readonly blocks: boolean;
}

/** Every browser has these: a page in which they were not tried has no gate. */
const always = ['fetch', 'xhr'] as const;

/** From what a frame's test told and what the network gate saw of it. */
export function protectionOf({ tried, missing, leaking }: CheckIn, { past, arrived, blocks }: Seen): TabProtection {
  const failed = tried.filter((gate) => [missing, leaking, past].some((list) => list.includes(gate)));
  const network = !arrived ? 'missing' : blocks ? 'stops' : 'observes';
  const reasons: DegradedReason[] = [];
  if (missing.length > 0 || !always.every((gate) => tried.includes(gate))) reasons.push('gates-missing');
  if (leaking.length > 0 || past.length > 0) reasons.push('canary-leaked');
  const page = reasons.length === 0 ? 'stops' : 'missing';
  if (!arrived) reasons.push('ring3-missing');
  return { page, network, reasons, gates: { tried, failed } };
}

/** From the canary of the tabs that are open, and what else is wrong, to one state. The weakest tab decides. */
export function overallProtection(tabs: Iterable<TabProtection>, others: readonly DegradedReason[]): OverallProtection {
  const seen = [...tabs];
  const weakest =
    seen.reduce<TabProtection | undefined>(
      (worst, tab) => (worst && rank(worst) <= rank(tab) ? worst : tab),
      undefined,
    ) ?? unchecked;
  const reasons = [...new Set([...weakest.reasons, ...others])];
  const { page, network, gates } = weakest;
  const rings = { page, network };
  if (reasons.length > 0) return { state: 'degraded', reasons, rings, gates };
  return { state: network === 'stops' ? 'enforced' : 'page-only', reasons, rings, gates };
}

function rank({ page, network, reasons }: TabProtection): number {
  if (reasons.length > 0 || page !== 'stops') return 0;
  return network === 'stops' ? 2 : 1;
}

export interface CanaryPost {
  readonly seen: (canary: CanaryAddress) => void;
  readonly wait: (nonce: string) => Promise<boolean>;
  /** The gates that a canary got past so far. */
  readonly past: (nonce: string) => readonly PageGate[];
}

/** Collects canaries that the network gate saw, and waits `patience` milliseconds for one that is still on its way. */
export function createCanaryPost(patience = 1_500): CanaryPost {
  const arrived = new Set<string>();
  const escaped = new Map<string, readonly PageGate[]>();
  const waiting = new Map<string, (there: boolean) => void>();
  return {
    seen({ nonce, gate }) {
      if (isPageGate(gate)) {
        escaped.set(nonce, [...(escaped.get(nonce) ?? []), gate]);
        if (escaped.size > 200) escaped.clear();
      }
      if (gate !== '') return;
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
    past: (nonce) => escaped.get(nonce) ?? [],
  };
}
