import * as z from 'zod/mini';
import type { StoredAlert } from '../alerts/reconcile.ts';
import { alertKinds, alertLevels } from '../vocabulary.ts';
import { readRows } from './database.ts';
import type { Queries } from './database.ts';

const AlertRow = z.object({
  kind: z.enum(alertKinds),
  subject: z.string(),
  id: z.uuidv4(),
  level: z.enum(alertLevels),
  highest: z.enum(alertLevels),
  since: z.iso.date(),
  closed_on: z.nullable(z.iso.date()),
  acknowledged_by: z.nullable(z.string()),
  acknowledged_on: z.nullable(z.iso.date()),
  told: z.nullable(z.enum([...alertLevels, 'closed'])),
  told_on: z.nullable(z.iso.date()),
});

/** All that are open, and those that were closed lately; the newest first. */
export async function readAlerts(db: Queries): Promise<readonly StoredAlert[]> {
  const rows = await db.query(
    `SELECT kind, subject, id, level, highest, since::text AS since, closed_on::text AS closed_on, acknowledged_by,
       acknowledged_on::text AS acknowledged_on, told, told_on::text AS told_on
     FROM alerts ORDER BY since DESC, kind, subject`,
  );
  return readRows(AlertRow, rows).map((row) => {
    const { closed_on: closedOn, acknowledged_by: acknowledgedBy, acknowledged_on: acknowledgedOn, ...more } = row;
    const { told_on: toldOn, ...same } = more;
    return { ...same, closedOn, acknowledgedBy, acknowledgedOn, toldOn };
  });
}

/** Puts an alert in the place of the one with its kind and subject. */
export async function writeAlert({ query }: Queries, alert: StoredAlert): Promise<void> {
  const { kind, subject, id, level, highest, since, closedOn, acknowledgedBy, acknowledgedOn, told, toldOn } = alert;
  await query('DELETE FROM alerts WHERE kind = $1 AND subject = $2', [kind, subject]);
  await query(
    `INSERT INTO alerts (kind, subject, id, level, highest, since, closed_on, acknowledged_by, acknowledged_on, told, told_on)
     VALUES ($1, $2, $3::uuid, $4, $5, $6::date, $7::date, $8, $9::date, $10, $11::date)`,
    [kind, subject, id, level, highest, since, closedOn, acknowledgedBy, acknowledgedOn, told, toldOn],
  );
}

/** `false` when the alert is over, or somebody has acknowledged it. */
export async function acknowledgeAlert(
  db: Queries,
  { id, by, day }: { readonly id: string; readonly by: string; readonly day: string },
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE alerts SET acknowledged_by = $2, acknowledged_on = $3::date
     WHERE id = $1::uuid AND closed_on IS NULL AND acknowledged_by IS NULL RETURNING id`,
    [id, by, day],
  );
  return rows.length > 0;
}

/** Forgets alerts that were closed before a UTC day, and what could not be delivered of that time. */
export async function forgetAlerts(db: Queries, before: string): Promise<void> {
  await db.query('DELETE FROM alerts WHERE closed_on < $1::date', [before]);
  await db.query('DELETE FROM alert_notices WHERE dead AND day < $1::date', [before]);
}

/** Whether alerts were looked for in this hour of UTC (`YYYY-MM-DDTHH`). */
export async function hasLooked(db: Queries, hour: string): Promise<boolean> {
  return (await db.query('SELECT hour FROM alert_looks WHERE hour = $1', [hour])).length > 0;
}

export async function noteLook({ query }: Queries, hour: string): Promise<void> {
  await query('DELETE FROM alert_looks');
  await query('INSERT INTO alert_looks (hour) VALUES ($1)', [hour]);
}

export async function noteBackup(db: Queries, day: string): Promise<void> {
  await db.query('INSERT INTO backup_days (day) VALUES ($1::date) ON CONFLICT DO NOTHING', [day]);
  await db.query('DELETE FROM backup_days WHERE day < $1::date', [day]);
}

const DayRow = z.object({ day: z.nullable(z.iso.date()) });

/** The UTC day of the newest backup that our command made. */
export async function lastBackupDay(db: Queries): Promise<string | undefined> {
  const [row] = readRows(DayRow, await db.query('SELECT max(day)::text AS day FROM backup_days'));
  return row?.day ?? undefined;
}
