import * as z from 'zod/mini';
import { Incident } from '../../lib/contract/incident.ts';
import { severities } from '../../lib/vocabulary/content.ts';

// What the console and its endpoint say to each other about entries that somebody asked about.

/** Ids of one request. */
export const mostEntryIds = 500;
/** As they are copied from the ledger: the id is all that is asked for. */
export const EntryIds = z.strictObject({
  ids: z.array(z.uuidv4()).check(z.minLength(1), z.maxLength(mostEntryIds)),
});

/** `unsent` copies wait and were never sent to the sink; it may hold the others. */
const sinkCopies = z.array(
  z.strictObject({
    /** What people call its kind. */
    kind: z.string(),
    title: z.string(),
    unsent: z.int(),
    mayHold: z.int(),
  }),
);
export type SinkCopies = z.infer<typeof sinkCopies>;

/** The pseudonym is left out: it would lead to entries that nobody asked about. */
const heldEntry = z.strictObject({ incident: Incident, severity: z.nullable(z.enum(severities)) });
export type HeldEntry = z.infer<typeof heldEntry>;

export const HeldEntries = z.strictObject({ rows: z.array(heldEntry), sinks: sinkCopies });
export type HeldEntries = z.infer<typeof HeldEntries>;

/** `sinks`: what became of the copies. Those that were unsent are gone, too. */
export const ErasedEntries = z.strictObject({ erased: z.int(), sinks: sinkCopies });
export type ErasedEntries = z.infer<typeof ErasedEntries>;
