import * as z from 'zod/mini';
import { Envelope, SignedPolicy } from '../../lib/contract/envelope.ts';

// What the console and its endpoint say to each other about root keys, signing keys and what was signed elsewhere.

const PublicKey = z.strictObject({ keyid: z.string(), publicKey: z.string() });

/** How long the key that signs may do so. */
export const delegationStates = ['missing', 'good', 'soon', 'urgent', 'over'] as const;

export const SigningKeys = z.strictObject({
  orgId: z.string(),
  /** Space-separated `kid:base64url`, as managed storage pins them. */
  policyRootKeys: z.string(),
  isOffline: z.boolean(),
  current: PublicKey,
  state: z.enum(delegationStates),
  delegation: z.nullable(
    z.strictObject({
      notAfter: z.iso.datetime(),
      /** Null where it may sign policies of every epoch. */
      epoch: z.nullable(z.int()),
    }),
  ),
  /** Made, and not delegated yet. */
  next: z.nullable(PublicKey),
});
export type SigningKeys = z.infer<typeof SigningKeys>;

export const DelegationRequest = z.strictObject({ delegation: Envelope });
export const ImportRequest = z.strictObject({ signed: SignedPolicy });
