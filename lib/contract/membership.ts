import * as z from 'zod/mini';
import { SignedPolicy } from './envelope.ts';
import { policyRefusals } from '../vocabulary/states.ts';

/** What a browser needs to belong to an organisation: from managed storage, or from a join code. */
export const MembershipFields = z.strictObject({
  by: z.enum(['managed', 'joined']),
  url: z.string().check(z.maxLength(300)),
  orgId: z.string().check(z.maxLength(64)),
  token: z.string().check(z.maxLength(128)),
  rootKeys: z.string().check(z.maxLength(1_000)),
  group: z.optional(z.string().check(z.maxLength(64))),
});
export type MembershipFields = z.infer<typeof MembershipFields>;

/** The last good signed policy as it came, so that it is verified again after every start. */
export const StoredPolicy = z.strictObject({ signed: SignedPolicy, etag: z.string().check(z.maxLength(200)) });
export type StoredPolicy = z.infer<typeof StoredPolicy>;

/**
 * Why the last contact was in vain. `revoked`: the organisation withdrew this browser's registration, and nothing is sent any more;
 * `pending`: it has not approved it yet. A closed union: it is stored.
 */
export const contactFailures = ['unreachable', 'refused', 'revoked', 'pending'] as const;
export type ContactFailure = (typeof contactFailures)[number];

/**
 * A registration that the organisation withdrew, and the membership under which that came. Only another token leads to a new one.
 */
export const Revocation = z.strictObject({
  installId: z.string().check(z.maxLength(64)),
  membership: MembershipFields,
});
export type Revocation = z.infer<typeof Revocation>;

/** How the last contacts with the endpoint went. Times are rounded to five minutes. */
export const ContactState = z.strictObject({
  lastContact: z.optional(z.string()),
  lastFailure: z.optional(z.enum(contactFailures)),
  refusal: z.optional(z.enum(policyRefusals)),
});
export type ContactState = z.infer<typeof ContactState>;
