import type { Blobs, Policy } from '../contract/policy.ts';
import type { PolicyRefusal, PolicySource } from '../vocabulary/states.ts';

/** The one base policy, with where it comes from and how fresh it is. Travels from the service worker to pages and tabs. */
export interface PolicyInForce {
  readonly policy: Policy;
  readonly source: PolicySource;
  /** 0 where the source has no signature. */
  readonly epoch: number;
  readonly seq: number;
  /** The group that IT gave this browser: rules for other groups do not hold here. */
  readonly group?: string;
  /** Set by signed policies: names shown to the employee, and times as ISO 8601. */
  readonly author?: string;
  readonly approver?: string;
  readonly issuedAt?: string;
  readonly notAfter?: string;
  readonly stale: boolean;
  /** The lists that the policy names by their hash. They go to tabs, not to the pages that show the policy. */
  readonly blobs?: Blobs;
  /** Why the endpoint's latest offer was refused; the last good policy then stays in force. */
  readonly refused?: PolicyRefusal;
}

/** Tells two signed policies apart; `0.0` for those without a signature. */
export function policyVersion({ epoch, seq }: PolicyInForce): string {
  return `${epoch}.${seq}`;
}
