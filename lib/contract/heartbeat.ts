import * as z from 'zod/mini';
import { Envelope } from './envelope.ts';
import { Message } from './message.ts';
import { pageGates } from '../vocabulary/page-gates.ts';
import {
  auditWitnesses,
  degradedReasons,
  driftKinds,
  policyRefusals,
  policySources,
  privateWindowStates,
  protectionStates,
} from '../vocabulary/states.ts';

/** `POST /v1/heartbeat`: how well this browser is protected. Nothing about a person, a tab or an address. */
export const Heartbeat = z.strictObject({
  state: z.enum(protectionStates),
  reasons: z.array(z.enum(degradedReasons)).check(z.maxLength(20)),
  /** What each ring was last seen to do. */
  rings: z.strictObject({
    page: z.enum(['stops', 'missing', 'unknown']),
    network: z.enum(['stops', 'observes', 'missing', 'unknown']),
  }),
  /** How many gates of the page the canary went through, and which of them did not hold; absent before the first test. */
  gates: z.optional(
    z.strictObject({
      tried: z.int().check(z.gte(1), z.lte(pageGates.length)),
      failed: z.array(z.enum(pageGates)).check(z.maxLength(pageGates.length)),
    }),
  ),
  /** What was not as it is known of the page, since the browser started. */
  drift: z.optional(z.array(z.enum(driftKinds)).check(z.maxLength(20))),
  /** The version of the site pack that the gates were tried with; absent without one, or before. */
  sitePack: z.optional(z.int().check(z.gte(1))),
  /** Whether the extension may run in private windows, too; absent until the browser said so. */
  privateWindows: z.optional(z.enum(privateWindowStates)),
  policy: z.strictObject({
    source: z.enum(policySources),
    epoch: z.int().check(z.gte(0)),
    seq: z.int().check(z.gte(0)),
    stale: z.boolean(),
    refused: z.optional(z.enum(policyRefusals)),
  }),
  extension: z.string().check(z.regex(/^\d{1,4}\.\d{1,4}$/)),
  browser: z.strictObject({
    family: z.enum(['chromium', 'firefox', 'other']),
    major: z.int().check(z.gte(0), z.lte(9999)),
  }),
  /** Entries that wait, and entries that were given up, since the last heartbeat. */
  waiting: z.int().check(z.gte(0)),
  dropped: z.int().check(z.gte(0)),
  /** What became of the audit log that this browser has seen checkpoints of; absent before the first. */
  audit: z.optional(z.enum(auditWitnesses)),
  /** The newest form of messages that this browser understands; without it, it gets none. */
  messages: z.optional(z.int().check(z.gte(1), z.lte(99))),
});
export type Heartbeat = z.infer<typeof Heartbeat>;

export const HeartbeatReply = z.strictObject({
  /** Seconds until the next one. */
  nextSeconds: z.int().check(z.gte(5), z.lte(86_400)),
  /** The newest checkpoint of the endpoint's audit log: browsers are its witnesses. */
  audit: z.optional(Envelope),
  /** All that this browser may answer now; only for one that says it understands them. */
  messages: z.optional(z.array(Message).check(z.maxLength(100))),
});
export type HeartbeatReply = z.infer<typeof HeartbeatReply>;
