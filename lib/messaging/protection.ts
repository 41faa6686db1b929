import * as z from 'zod/mini';
import { pageGates } from '../vocabulary/page-gates.ts';
import type { GateTest } from '../vocabulary/page-gates.ts';
import type { DegradedReason, DriftKind, PrivateWindowState, ProtectionState } from '../vocabulary/states.ts';

/** The 32 hex digits of a synthetic secret. */
const nonce = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const gates = z.array(z.enum(pageGates)).check(z.maxLength(pageGates.length));

/** How a frame's gates did with the canary. `nonce` is of the one that was let go, for the network gate to see. */
export const CheckIn = z.strictObject({
  nonce,
  /** Of the one that went through the gates: the network gate must not have seen it. */
  triedWith: nonce,
  /** The gates that the browser has and that were tried; none where the page did not answer. */
  tried: gates,
  /** Those that nobody was asked at. */
  missing: gates,
  /** Those that asked, were told no, and let it go on. */
  leaking: gates,
  /** The version of the site pack that the gates went by; 0 without one. */
  sitePack: z.int().check(z.gte(0)),
});
export type CheckIn = z.infer<typeof CheckIn>;

export interface Protection {
  readonly state: ProtectionState;
  readonly reasons: readonly DegradedReason[];
  readonly rings: {
    readonly page: 'stops' | 'missing' | 'unknown';
    readonly network: 'stops' | 'observes' | 'missing' | 'unknown';
  };
  /** Of the tab that is protected least; nothing was tried before the first test. */
  readonly gates: GateTest;
  /** What was not as it is known of the page since the browser started, newest last. */
  readonly drift: readonly DriftKind[];
  /** Of the site pack in force; 0 without one. `active` once the canary passed with it. */
  readonly sitePack: { readonly version: number; readonly active: boolean };
  /** `undefined` until the browser said so. */
  readonly privateWindows?: PrivateWindowState | undefined;
}
