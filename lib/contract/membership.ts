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

/** How the last contacts with the endpoint went. Times are rounded to five minutes. */
export const ContactState = z.strictObject({
  lastContact: z.optional(z.string()),
  lastFailure: z.optional(z.enum(['unreachable', 'refused'])),
  refusal: z.optional(z.enum(policyRefusals)),
});
export type ContactState = z.infer<typeof ContactState>;
