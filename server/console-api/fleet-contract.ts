import * as z from 'zod/mini';
import { alertLevels, fleetAlertKinds, levels, presences } from '../vocabulary.ts';
import { day } from './contract.ts';

// What the console and its endpoint say to each other about the fleet, and about numbers of incidents.

const numbers = z.record(z.string(), z.int());

export const FleetQuery = z.strictObject({ day: z.optional(day) });

/** One group on one day. What fewer than five browsers stand behind is missing. */
const FleetGroup = z.strictObject({
  /** Empty for browsers without a group. */
  group: z.string(),
  expected: z.optional(z.int()),
  enrolled: z.optional(z.int()),
  presence: z.partialRecord(z.enum(presences), z.int()),
  /** By fact, how many are of which kind, and whether some kinds are hidden. */
  kinds: z.record(
    z.string(),
    z.strictObject({ shown: numbers, hidden: z.boolean(), majority: z.optional(z.string()) }),
  ),
  /** How many reported each word of drift, each reason why they are not fully protected, and each gate of the page that did not hold. */
  drift: numbers,
  reasons: numbers,
  openGates: numbers,
});

export const Fleet = z.strictObject({
  day,
  groups: z.array(FleetGroup),
  alerts: z.array(z.strictObject({ kind: z.enum(fleetAlertKinds), group: z.string(), level: z.enum(alertLevels) })),
  /** When the expected devices were imported last; null before. */
  importedOn: z.nullable(day),
});
export type Fleet = z.infer<typeof Fleet>;

/** CSV with the columns `group,devices`. */
export const DevicesRequest = z.strictObject({ csv: z.string().check(z.maxLength(500_000)) });
export const DevicesReply = z.strictObject({ groups: z.int(), devices: z.int() });

export const CountsQuery = z.strictObject({ from: day, to: day });

/** Sums of days that are closed. A value with fewer than five people behind it on a day is not in it. */
export const Counts = z.strictObject({
  values: z.array(
    z.strictObject({
      level: z.enum(levels),
      action: z.string(),
      rule: z.string(),
      group: z.string(),
      incidents: z.int(),
    }),
  ),
  days: z.array(z.strictObject({ day, incidents: z.int() })),
});
export type Counts = z.infer<typeof Counts>;
