import * as z from 'zod/mini';
import { IncidentFinding } from '../../lib/contract/incident.ts';
import type { Incident } from '../../lib/contract/incident.ts';
import { actions, justifications, outcomes } from '../../lib/vocabulary/actions.ts';
import type { Action, Outcome } from '../../lib/vocabulary/actions.ts';
import { causes, lengthBuckets, severities, surfaces } from '../../lib/vocabulary/content.ts';
import type { Category, Severity, Surface } from '../../lib/vocabulary/content.ts';
import { policySources, rings } from '../../lib/vocabulary/states.ts';
import { readRows, timestamp } from './database.ts';
import type { Queries } from './database.ts';

export interface IncidentFilters {
  readonly action?: Action | undefined;
  readonly outcome?: Outcome | undefined;
  /** At least one finding of this category. */
  readonly category?: Category | undefined;
  /** The most severe finding. */
  readonly severity?: Severity | undefined;
  readonly surface?: Surface | undefined;
  readonly pseudonym?: string | undefined;
  /** First and last UTC day, `YYYY-MM-DD`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Where a page of the list ends. */
export interface ListPosition {
  readonly at: string;
  readonly id: string;
}

export const IncidentRow = z.object({
  id: z.uuidv4(),
  pseudonym: z.string(),
  rounded_at: z.date(),
  surface: z.enum(surfaces),
  action: z.enum(actions),
  outcome: z.enum(outcomes),
  justification: z.nullable(z.enum(justifications)),
  severity: z.nullable(z.enum(severities)),
  length_bucket: z.enum(lengthBuckets),
  ring: z.enum(rings),
  policy_source: z.enum(policySources),
  policy_epoch: z.int(),
  policy_seq: z.int(),
  extension: z.string(),
  browser_family: z.enum(['chromium', 'firefox', 'other']),
  browser_major: z.int(),
  chain_restarted: z.boolean(),
  findings: z.array(IncidentFinding),
  cause: z.nullable(z.enum(causes)),
});

export interface ListedIncident {
  readonly incident: Incident;
  readonly pseudonym: string;
  /** That of the most severe finding. */
  readonly severity: Severity | null;
}

/** Rows one by one, newest first, from behind `after` on. There is no count over a filter: it could single people out. */
export async function listIncidents(
  db: Queries,
  options: { readonly filters: IncidentFilters; readonly after?: ListPosition | undefined; readonly limit: number },
): Promise<readonly ListedIncident[]> {
  const { filters, after, limit } = options;
  const rows = await db.query(
    `SELECT id, pseudonym, rounded_at, surface, action, outcome, justification, severity,
       length_bucket, ring, policy_source, policy_epoch, policy_seq, extension, browser_family, browser_major,
       chain_restarted, findings, cause
     FROM incidents
     WHERE ($1::text IS NULL OR action = $1::text)
       AND ($2::text IS NULL OR outcome = $2::text)
       AND ($3::jsonb IS NULL OR findings @> $3::jsonb)
       AND ($4::text IS NULL OR severity = $4::text)
       AND ($5::text IS NULL OR surface = $5::text)
       AND ($6::text IS NULL OR pseudonym = $6::text)
       AND ($7::timestamptz IS NULL OR rounded_at >= $7::timestamptz)
       AND ($8::timestamptz IS NULL OR rounded_at < $8::timestamptz)
       AND ($9::timestamptz IS NULL OR (rounded_at, id) < ($9::timestamptz, $10::uuid))
     ORDER BY rounded_at DESC, id DESC
     LIMIT $11::integer`,
    [
      filters.action ?? null,
      filters.outcome ?? null,
      filters.category === undefined ? null : JSON.stringify([{ category: filters.category }]),
      filters.severity ?? null,
      filters.surface ?? null,
      filters.pseudonym ?? null,
      // Bounds of the time, not of the day: all indexes of the list end in the time.
      filters.from === undefined ? null : startOf(filters.from, 0),
      // After the last day that has a date of four digits there is none to end at.
      filters.to === undefined || filters.to === '9999-12-31' ? null : startOf(filters.to, 1),
      after?.at ?? null,
      after?.id ?? null,
      limit,
    ],
  );
  return readRows(IncidentRow, rows).map(listed);
}

/** The moment at which a UTC day begins, or the one so many days later. */
function startOf(day: string, later: number): string {
  return timestamp(Date.parse(day) + later * 86_400_000);
}

export function listed(row: z.infer<typeof IncidentRow>): ListedIncident {
  const incident: Incident = {
    id: row.id,
    at: row.rounded_at.toISOString().replace('.000Z', 'Z'),
    surface: row.surface,
    action: row.action,
    outcome: row.outcome,
    ...(row.justification === null ? {} : { justification: row.justification }),
    findings: row.findings,
    ...(row.cause === null ? {} : { cause: row.cause }),
    length: row.length_bucket,
    ring: row.ring,
    policy: { source: row.policy_source, epoch: row.policy_epoch, seq: row.policy_seq },
    extension: row.extension,
    browser: { family: row.browser_family, major: row.browser_major },
    ...(row.chain_restarted ? { chainRestarted: true } : {}),
  };
  return { incident, pseudonym: row.pseudonym, severity: row.severity };
}
