import * as z from 'zod/mini';
import { alertChannelNames, alertKinds, alertLevels, sinkProblems } from '../vocabulary.ts';

// What the console and its endpoint say to each other about alerts and where they are sent to.

const day = z.iso.date();
const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(80), z.regex(/^[^\p{C}]+$/u));
/** Printable ASCII: it goes into a header, or is a password. */
const secret = z.string().check(z.maxLength(4_096), z.regex(/^[\x20-\x7e]+$/));
const settings = z.record(z.string(), z.unknown());
const kinds = z.array(z.enum(alertKinds)).check(
  z.minLength(1),
  z.maxLength(alertKinds.length),
  z.refine((given) => new Set(given).size === given.length),
);

/** Alerts that are open, and those that were closed in the last thirty days; the newest first. */
export const AlertList = z.strictObject({
  alerts: z.array(
    z.strictObject({
      id: z.uuidv4(),
      kind: z.enum(alertKinds),
      level: z.enum(alertLevels),
      /** Of an alert of the fleet; empty for browsers without a group. */
      group: z.nullable(z.string()),
      /** The name of the SIEM that it is about, while there is one. */
      sink: z.nullable(z.string()),
      since: day,
      closedOn: z.nullable(day),
      acknowledgedBy: z.nullable(z.string()),
      acknowledgedOn: z.nullable(day),
    }),
  ),
});
export type AlertList = z.infer<typeof AlertList>;

/** What a person enters for a new destination. `settings` is read by the schema of the channel. */
export const DestinationDraft = z.strictObject({
  channel: z.enum(alertChannelNames),
  title,
  settings,
  secret: z.optional(secret),
  kinds,
  fromLevel: z.enum(alertLevels),
});
export type DestinationDraft = z.infer<typeof DestinationDraft>;

/** What a person changes. Without `secret` the old one stays, unless the receiver is another. */
export const DestinationChanges = z.strictObject({
  title: z.optional(title),
  settings: z.optional(settings),
  secret: z.optional(secret),
  kinds: z.optional(kinds),
  fromLevel: z.optional(z.enum(alertLevels)),
  enabled: z.optional(z.boolean()),
});
export type DestinationChanges = z.infer<typeof DestinationChanges>;

/** Destinations as people see them: never with a secret. */
export const DestinationList = z.strictObject({
  destinations: z.array(
    z.strictObject({
      id: z.uuidv4(),
      channel: z.enum(alertChannelNames),
      title: z.string(),
      settings,
      hasSecret: z.boolean(),
      kinds: z.array(z.enum(alertKinds)),
      fromLevel: z.enum(alertLevels),
      enabled: z.boolean(),
      createdOn: day,
      failingSince: z.nullable(day),
      lastProblem: z.nullable(z.enum(sinkProblems)),
      waiting: z.int(),
      dead: z.int(),
    }),
  ),
});
export type DestinationList = z.infer<typeof DestinationList>;

export const DestinationMade = z.strictObject({ id: z.uuidv4() });
/** What a test came to. */
export const DestinationTested = z.strictObject({ arrived: z.boolean(), problem: z.nullable(z.enum(sinkProblems)) });
export type DestinationTested = z.infer<typeof DestinationTested>;
