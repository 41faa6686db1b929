import * as z from 'zod/mini';
import { isEndpointUrl } from './enrolment.ts';

/**
 * The table of managed storage: schema, documents and deployment files come from it. Values are strings, integers or booleans, so
 * that every operating system's policy store can carry them.
 */
export const managedFields = {
  orgUrl: {
    schema: z.string().check(z.refine(isEndpointUrl), z.maxLength(300)),
    type: 'string',
    title: 'Address of the organisation endpoint, https.',
  },
  orgId: {
    schema: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
    type: 'string',
    title: 'Identifier of the organisation, as the endpoint signs it.',
  },
  enrollmentToken: {
    schema: z.string().check(z.minLength(16), z.maxLength(128)),
    type: 'string',
    title: 'Token that lets this browser enrol, and do nothing else.',
  },
  policyRootKeys: {
    schema: z.string().check(z.minLength(1), z.maxLength(1_000)),
    type: 'string',
    title:
      'Space-separated kid:base64url of the Ed25519 root keys, two while one takes the place of another. Without them the policy of the endpoint is refused.',
  },
  minPolicyEpoch: {
    schema: z.int().check(z.gte(0)),
    type: 'integer',
    title: 'No signed policy of an earlier epoch is accepted. Raise it after a signing key was stolen.',
  },
  minPolicySeq: {
    schema: z.int().check(z.gte(0)),
    type: 'integer',
    title: 'No signed policy with a lower sequence number in that epoch is accepted.',
  },
  group: {
    schema: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
    type: 'string',
    title:
      'Group of this browser: rules of the policy may be for one group. For counts and limits the group of the enrolment token comes first.',
  },
  onStale: {
    schema: z.enum(['keep', 'strict']),
    type: 'string',
    title: 'After the end of a policy: keep it, or hold every prompt with a finding (strict).',
  },
  policy: {
    schema: z.string().check(z.maxLength(500_000)),
    type: 'string',
    title: 'A whole policy as JSON text, for organisations without an endpoint.',
  },
} as const;

/** What IT set for this browser. A value of the wrong type is dropped by the browser before it gets here. */
export const Managed = z.strictObject({
  orgUrl: z.optional(managedFields.orgUrl.schema),
  orgId: z.optional(managedFields.orgId.schema),
  enrollmentToken: z.optional(managedFields.enrollmentToken.schema),
  policyRootKeys: z.optional(managedFields.policyRootKeys.schema),
  minPolicyEpoch: z.optional(managedFields.minPolicyEpoch.schema),
  minPolicySeq: z.optional(managedFields.minPolicySeq.schema),
  group: z.optional(managedFields.group.schema),
  onStale: z.optional(managedFields.onStale.schema),
  policy: z.optional(managedFields.policy.schema),
});
export type Managed = z.infer<typeof Managed>;
