import * as z from 'zod/mini';
import type { ExpectedDevices } from '../privacy/expected-devices.ts';
import { summarise } from '../privacy/fleet-summary.ts';
import type { FleetGroup, HeardRow, PresenceRow } from '../privacy/fleet-summary.ts';
import { readIssue } from '../read-policy.ts';
import { presences } from '../vocabulary.ts';
import { dayOf, readRows } from './database.ts';
import type { Database, Queries } from './database.ts';
import { currentPolicy, policyBefore } from './policies.ts';
import type { PolicyNumbers } from './policies.ts';

const dayMilliseconds = 86_400_000;

/** Puts these expectations in the place of all that were there. */
export function replaceExpectedDevices(db: Database, groups: readonly ExpectedDevices[], now: number): Promise<void> {
  return db.transaction(async ({ query }) => {
    await query('DELETE FROM expected_devices');
    await query(
      `INSERT INTO expected_devices (group_name, devices, imported_on)
       SELECT "group", devices, $2::date
       FROM jsonb_to_recordset($1::jsonb) AS sent ("group" text, devices integer)
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(groups), dayOf(now)],
    );
  });
}

const ExpectedRow = z.object({ group_name: z.string(), devices: z.int(), imported_on: z.string() });

/** What was imported, with the day (`YYYY-MM-DD`) of the import. */
export async function listExpectedDevices(
  db: Queries,
): Promise<readonly (ExpectedDevices & { readonly importedOn: string })[]> {
  const rows = await db.query(
    'SELECT group_name, devices, imported_on::text AS imported_on FROM expected_devices ORDER BY group_name',
  );
  return readRows(ExpectedRow, rows).map((row) => ({
    group: row.group_name,
    devices: row.devices,
    importedOn: row.imported_on,
  }));
}

/**
 * The fleet on a UTC day (`YYYY-MM-DD`), by group. `undefined` until the day is over: numbers that grow while one looks would tell when
 * somebody came.
 */
export async function fleetOfDay(
  db: Queries,
  { day, now }: { readonly day: string; readonly now: number },
): Promise<readonly FleetGroup[] | undefined> {
  if (day >= dayOf(now)) return undefined;
  const expected = await listExpectedDevices(db);
  return summarise({
    presence: await readPresence(db, day),
    heard: await readHeard(db, day),
    expected: new Map(expected.map(({ group, devices }) => [group, devices])),
  });
}

const PresenceRowShape = z.object({ group_name: z.string(), presence: z.enum(presences), installs: z.int() });

async function readPresence(db: Queries, day: string): Promise<readonly PresenceRow[]> {
  const rows = await db.query(
    `SELECT coalesce(installs.group_name, '') AS group_name,
       CASE WHEN heard.last = $1::date THEN 'heard' WHEN heard.last > $1::date - 3 THEN 'quiet'
         WHEN heard.last > $1::date - 7 THEN 'silent-3' ELSE 'silent-7' END AS presence,
       count(*)::integer AS installs
     FROM installs
     LEFT JOIN (SELECT bucket, install_id, max(day) AS last FROM heartbeats
         WHERE day > $1::date - 7 AND day <= $1::date GROUP BY bucket, install_id) AS heard
       ON heard.bucket = installs.bucket AND heard.install_id = installs.id
     WHERE installs.state = 'approved' AND installs.enrolled_on <= $1::date
     GROUP BY 1, 2`,
    [day],
  );
  return readRows(PresenceRowShape, rows).map(({ group_name: group, ...row }) => ({ ...row, group }));
}

const HeardRowShape = z.object({
  group_name: z.string(),
  state: z.string(),
  version: z.string(),
  policy: z.string(),
  rings: z.string(),
  audit: z.string(),
  dropped: z.string(),
  privateWindows: z.string(),
  drift: z.array(z.string()),
  reasons: z.array(z.string()),
  openGates: z.array(z.string()),
  installs: z.int(),
});

/** The highest numbers that were signed when a UTC day ended: no browser could report of that day what came later. */
async function numbersAtEndOf(db: Queries, day: string): Promise<PolicyNumbers> {
  const end = Date.parse(day) + dayMilliseconds;
  let policy = await currentPolicy(db);
  // One whose date cannot be read is passed over: it must not make browsers look late.
  while (policy !== undefined && (readIssue(policy) ?? end) >= end) policy = await policyBefore(db, policy);
  return policy ?? { epoch: 0, seq: 0 };
}

/**
 * Policy is `behind` when more than one sequence number was missing at the end of the day: one may be on its way. A browser may report any
 * whole number.
 */
async function readHeard(db: Queries, day: string): Promise<readonly HeardRow[]> {
  const { epoch, seq } = await numbersAtEndOf(db, day);
  const rows = await db.query(
    `SELECT coalesce(installs.group_name, '') AS group_name, heartbeats.state AS state, body->>'extension' AS version,
       CASE WHEN body->'policy'->>'source' <> 'endpoint' THEN 'not-ours' WHEN body->'policy'->>'stale' = 'true' THEN 'stale'
         WHEN (body->'policy'->>'epoch')::bigint < $2::integer OR (body->'policy'->>'epoch')::bigint = $2::integer
           AND (body->'policy'->>'seq')::bigint < $3::integer - 1 THEN 'behind' ELSE 'current' END AS policy,
       CASE WHEN body->'rings'->>'page' = 'stops' AND body->'rings'->>'network' = 'missing'
         OR body->'rings'->>'page' = 'missing' AND body->'rings'->>'network' IN ('stops', 'observes')
         THEN 'disagree' ELSE 'agree' END AS rings,
       coalesce(body->>'audit', 'none') AS audit,
       CASE WHEN (body->>'dropped')::bigint > 0 THEN 'some' ELSE 'none' END AS dropped,
       coalesce(body->>'privateWindows', 'unknown') AS "privateWindows",
       coalesce(body->'drift', '[]'::jsonb) AS drift,
       coalesce(body->'reasons', '[]'::jsonb) AS reasons,
       coalesce(body->'gates'->'failed', '[]'::jsonb) AS "openGates",
       count(*)::integer AS installs
     FROM heartbeats JOIN installs ON installs.bucket = heartbeats.bucket AND installs.id = heartbeats.install_id
     WHERE heartbeats.day = $1::date AND installs.state = 'approved'
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`,
    [day, epoch, seq],
  );
  return readRows(HeardRowShape, rows).map(({ group_name: group, drift, reasons, openGates, installs, ...kinds }) => ({
    group,
    drift,
    reasons,
    openGates,
    installs,
    kinds,
  }));
}
