import * as z from 'zod/mini';
import { actions, justifications, outcomes } from '../vocabulary/actions.ts';
import { categories, causes, lengthBuckets, severities, surfaces } from '../vocabulary/content.ts';
import { policySources, rings } from '../vocabulary/states.ts';

const id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/));

/** `YYYY-MM-DDTHH:MM:00Z`, minutes a multiple of five: no finer clock is recorded anywhere. */
export const RoundedTime = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5][05]:00Z$/));

/** How many findings of one detector led to one action. */
export const IncidentFinding = z.strictObject({
  detector: id,
  /** The detector's version. */
  version: z.int().check(z.gte(1)),
  /** The policy rule that decided, or `unreadable`. */
  rule: id,
  category: z.enum(categories),
  severity: z.enum(severities),
  action: z.enum(actions),
  count: z.int().check(z.gte(1), z.lte(1_000_000)),
});
export type IncidentFinding = z.infer<typeof IncidentFinding>;

/**
 * The pseudonymous record of one attempt to send or attach. It has no field for text, a match, a hash, an address or free text, and
 * unknown keys are refused at both ends.
 */
export const Incident = z.strictObject({
  id: z.uuidv4(),
  at: RoundedTime,
  surface: z.enum(surfaces),
  action: z.enum(actions),
  outcome: z.enum(outcomes),
  justification: z.optional(z.enum(justifications)),
  /** Set where no finding says why. */
  cause: z.optional(z.enum(causes)),
  findings: z.array(IncidentFinding).check(z.maxLength(100)),
  length: z.enum(lengthBuckets),
  ring: z.enum(rings),
  policy: z.strictObject({
    source: z.enum(policySources),
    epoch: z.int().check(z.gte(0)),
    seq: z.int().check(z.gte(0)),
  }),
  /** Major.minor of the extension. */
  extension: z.string().check(z.regex(/^\d{1,4}\.\d{1,4}$/)),
  browser: z.strictObject({
    family: z.enum(['chromium', 'firefox', 'other']),
    major: z.int().check(z.gte(0), z.lte(9999)),
  }),
  /** Set on the first entry after the local chain was lost. */
  chainRestarted: z.optional(z.literal(true)),
});
export type Incident = z.infer<typeof Incident>;

/**
 * A push. `event` is the exact JSON text of an `Incident`, because its bytes are what the chain hashes; `salt` is 32 random bytes,
 * base64url. `from` is the number of entries of this chain before the first one here.
 */
export const IncidentBatch = z.strictObject({
  chain: z.uuidv4(),
  from: z.int().check(z.gte(0)),
  entries: z
    .array(
      z.strictObject({
        salt: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
        event: z.string().check(z.maxLength(32_768)),
      }),
    )
    .check(z.minLength(1), z.maxLength(200)),
});
export type IncidentBatch = z.infer<typeof IncidentBatch>;

export const rejectionReasons = ['bad-json', 'bad-schema', 'duplicate-id', 'from-the-future', 'too-old'] as const;

/** The endpoint's signed statement of what it stored: `count` entries of `chain`, whose head is `head`. */
export const Receipt = z.strictObject({
  chain: z.uuidv4(),
  count: z.int().check(z.gte(0)),
  /** SHA-256, lower-case hex. */
  head: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  keyid: z.string().check(z.maxLength(64)),
  /** Ed25519 over the pre-authentication encoding of the receipt, base64url. */
  signature: z.string().check(z.maxLength(128)),
});
export type Receipt = z.infer<typeof Receipt>;

/** A receipt behind `from` means that the endpoint lost entries and asks for the difference. */
export const IncidentReply = z.strictObject({
  receipt: Receipt,
  rejected: z.array(
    z.strictObject({
      index: z.int().check(z.gte(0)),
      id: z.nullable(z.uuidv4()),
      reason: z.enum(rejectionReasons),
    }),
  ),
});
export type IncidentReply = z.infer<typeof IncidentReply>;
